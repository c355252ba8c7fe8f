"""The first schema: reports, events, links, incidents, revisions and acts."""

import sqlalchemy as sa
from alembic import op

from dateline.store.dialect import create_text_index

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables; there are no earlier rows."""
    _reports()
    _incidents()
    _events()
    _decisions()
    create_text_index(op.get_bind())


def _reports() -> None:
    op.create_table(
        "report",
        sa.Column("key", KEY, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("uri", sa.String),
        sa.Column("publisher", sa.String),
        sa.Column("published_at", sa.String),
        sa.Column("published_order", sa.String),
        sa.Column("received_at", sa.String, nullable=False),
        sa.Column("copy_group", sa.String, nullable=False),
        sa.Column("fingerprints", sa.Integer, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_report_published_order", "report", ["published_order"])
    op.create_index("ix_report_copy_group", "report", ["copy_group"])
    op.create_table(
        "fingerprint",
        sa.Column("hash", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("report_key", KEY, sa.ForeignKey("report.key"), primary_key=True),
        sqlite_with_rowid=False,
    )


def _incidents() -> None:
    op.create_table(
        "incident",
        sa.Column("key", KEY, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("founding_event", KEY, nullable=False, unique=True),
        sa.Column("merged_into", KEY, sa.ForeignKey("incident.key")),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("first_reported", sa.String),
        sa.Column("day_from", sa.Integer),
        sa.Column("day_to", sa.Integer),
        sa.Column("country", sa.String),
        sa.Column("event_type", sa.String),
        sa.Column("sub_event_type", sa.String),
        sa.Column("review", sa.String, nullable=False),
    )
    op.create_index("ix_incident_merged_into", "incident", ["merged_into"])
    op.create_index("ix_incident_order", "incident", ["day_from", "id"])
    op.create_table(
        "incident_actor",
        sa.Column("incident_key", KEY, sa.ForeignKey("incident.key"), primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
    )
    op.create_index("ix_incident_actor_name", "incident_actor", ["name"])


def _events() -> None:
    op.create_table(
        "event",
        sa.Column("key", KEY, primary_key=True),
        sa.Column("report_key", KEY, sa.ForeignKey("report.key"), nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("day_from", sa.Integer),
        sa.Column("day_to", sa.Integer),
        sa.Column("slack_days", sa.Integer),
        sa.Column("is_long", sa.Boolean),
        sa.Column("country", sa.String),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("reach_km", sa.Float),
        sa.Column("wording", sa.BigInteger),
        sa.Column("incident_key", KEY, sa.ForeignKey("incident.key")),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("report_key", "event_id"),
    )
    op.create_index("ix_event_block", "event", ["country", "is_long", "day_from"])
    op.create_index("ix_event_day", "event", ["is_long", "day_from"])
    op.create_index("ix_event_wording", "event", ["wording"])
    op.create_index("ix_event_incident_key", "event", ["incident_key"])
    op.create_table(
        "link",
        sa.Column("left_key", KEY, sa.ForeignKey("event.key"), primary_key=True),
        sa.Column("right_key", KEY, sa.ForeignKey("event.key"), primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("decision", sa.String, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
    )
    op.create_index("ix_link_right_key", "link", ["right_key"])
    unsure = sa.text("decision = 'unsure'")
    op.create_index("ix_link_unsure", "link", ["score"], sqlite_where=unsure, postgresql_where=unsure)


def _decisions() -> None:
    op.create_table(
        "act",
        sa.Column("key", KEY, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("event_key", KEY, sa.ForeignKey("event.key"), nullable=False),
        sa.Column("other_key", KEY, sa.ForeignKey("event.key")),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("reason", sa.Text),
    )
    op.create_index("ix_act_event_key", "act", ["event_key"])
    op.create_index("ix_act_other_key", "act", ["other_key"])
    op.create_table(
        "revision",
        sa.Column("incident_key", KEY, sa.ForeignKey("incident.key"), primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("report_key", KEY, sa.ForeignKey("report.key")),
        sa.Column("act_key", KEY, sa.ForeignKey("act.key")),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
