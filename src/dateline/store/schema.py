"""The tables of a store: reports and events as they came, links, incidents with every revision, acts.

Records are kept as JSON bytes; the other columns exist to find them. Reports, events, revisions and
acts are added and never changed, except for which copies and incident they belong to.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import BigInteger

VERSION_TABLE = "dateline_schema"
VERSIONS = ("0001",)  # of the schema, oldest first; the last is this program's

KEY = BigInteger().with_variant(Integer(), "sqlite")  # SQLite numbers rows by INTEGER alone
UNSURE = text("decision = 'unsure'")
metadata = MetaData()

report = Table(
    "report",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("uri", String),
    Column("publisher", String),
    Column("published_at", String),
    Column("published_order", String, index=True),  # in UTC, so that it sorts
    Column("received_at", String, nullable=False),
    Column("copy_group", String, nullable=False, index=True),  # least id among its copies
    Column("fingerprints", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

fingerprint = Table(
    "fingerprint",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("report_key", KEY, ForeignKey("report.key"), primary_key=True),
    sqlite_with_rowid=False,
)

incident = Table(
    "incident",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("founding_event", KEY, nullable=False, unique=True),
    Column("merged_into", KEY, ForeignKey("incident.key"), index=True),
    Column("revision", Integer, nullable=False),
    Column("first_reported", String),  # in UTC, so that it sorts
    Column("day_from", Integer),
    Column("day_to", Integer),
    Column("country", String),
    Column("event_type", String),
    Column("sub_event_type", String),
    Column("review", String, nullable=False),
    Index("ix_incident_order", "day_from", "id"),
)

event = Table(
    "event",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("report_key", KEY, ForeignKey("report.key"), nullable=False),
    Column("event_id", String, nullable=False),
    Column("status", String, nullable=False),
    Column("day_from", Integer),  # null where the event is not linked by time and place
    Column("day_to", Integer),
    Column("slack_days", Integer),
    Column("is_long", Boolean),
    Column("country", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("reach_km", Float),
    Column("wording", BigInteger, index=True),
    Column("incident_key", KEY, ForeignKey("incident.key"), index=True),
    Column("record", LargeBinary, nullable=False),
    UniqueConstraint("report_key", "event_id"),
    Index("ix_event_block", "country", "is_long", "day_from"),
    Index("ix_event_day", "is_long", "day_from"),
)

link = Table(
    "link",
    metadata,
    Column("left_key", KEY, ForeignKey("event.key"), primary_key=True),
    Column("right_key", KEY, ForeignKey("event.key"), primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("decision", String, nullable=False),
    Column("reasons", Text, nullable=False),  # JSON list
    Index("ix_link_unsure", "score", sqlite_where=UNSURE, postgresql_where=UNSURE),
)

incident_actor = Table(
    "incident_actor",
    metadata,
    Column("incident_key", KEY, ForeignKey("incident.key"), primary_key=True),
    Column("name", String, primary_key=True, index=True),  # folded name or actor id
)

act = Table(
    "act",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("kind", String, nullable=False),
    Column("event_key", KEY, ForeignKey("event.key"), nullable=False, index=True),
    Column("other_key", KEY, ForeignKey("event.key"), index=True),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", Text),
)

revision = Table(
    "revision",
    metadata,
    Column("incident_key", KEY, ForeignKey("incident.key"), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("report_key", KEY, ForeignKey("report.key")),
    Column("act_key", KEY, ForeignKey("act.key")),
    Column("record", LargeBinary, nullable=False),
)
