"""Questions to a store: which incidents and reports, as they stand or as they stood."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from msgspec import Struct, json
from sqlalchemy import Connection, Select, and_, or_, select
from sqlalchemy.sql.elements import ColumnElement

from dateline.lexicon.words import phrase_key
from dateline.model.incident import Incident
from dateline.store import schema
from dateline.store.dialect import has_words
from dateline.store.moment import stamp


class Filter(Struct, frozen=True, kw_only=True):
    """Which incidents are wanted; what is left out does not matter."""

    since: date | None = None  # the incident may have been on or after this day
    until: date | None = None  # ... and on or before this one
    country: str | None = None  # ISO 3166-1 alpha-2
    actor: str | None = None  # an actor id, or words of a name
    type: str | None = None  # an event type or sub-event type
    text: str | None = None  # words that its evidence or names hold
    rejected: bool = False  # also those that a person rejected


class Revision(NamedTuple):
    """An incident as it stood from a moment on, and what made it so: a report or a person's act."""

    number: int
    at: str
    report: str | None
    act: int | None
    incident: Incident


class Unsure(NamedTuple):
    """Two tellings that only a person can call one incident or two."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


def wanted(connection: Connection, wish: Filter) -> Select[Any]:
    """Return the query for the records of the incidents wished for, by date, undated ones last."""
    table, revision = schema.incident, schema.revision
    now = (revision.c.incident_key == table.c.key) & (revision.c.revision == table.c.revision)
    found = select(revision.c.record).join_from(table, revision, now).where(table.c.merged_into.is_(None))
    found = found.where(*_conditions(connection, wish))
    return found.order_by(table.c.day_from.is_(None), table.c.day_from, table.c.id)


def _conditions(connection: Connection, wish: Filter) -> list[ColumnElement[bool]]:
    table = schema.incident
    found: list[ColumnElement[bool]] = [] if wish.rejected else [table.c.review != "rejected"]
    if wish.since is not None:
        found.append(table.c.day_to >= wish.since.toordinal())
    if wish.until is not None:
        found.append(table.c.day_from <= wish.until.toordinal())
    if wish.country is not None:
        found.append(table.c.country == wish.country.upper())
    if wish.type is not None:
        found.append(or_(table.c.event_type == wish.type, table.c.sub_event_type == wish.type))
    if wish.actor is not None:
        found.append(_has_actor(wish.actor))
    if wish.text is not None:
        found.append(has_words(connection, table.c.key, wish.text))
    return found


def _has_actor(actor: str) -> ColumnElement[bool]:
    named, words = schema.incident_actor, phrase_key(actor)
    is_actor: ColumnElement[bool] = named.c.name == actor
    if words:
        is_actor = or_(is_actor, and_(*(named.c.name.contains(word, autoescape=True) for word in words)))
    return schema.incident.c.key.in_(select(named.c.incident_key).where(is_actor))


def incident_key(connection: Connection, name: str) -> int | None:
    """Return the key of the incident that stands under an id, a former id or the start of one.

    None where there is none, or several.
    """
    table = schema.incident
    columns = select(table.c.key, table.c.merged_into)
    rows = connection.execute(columns.where(table.c.id == name)).all()
    if not rows and name:
        rows = connection.execute(columns.where(table.c.id.startswith(name, autoescape=True)).limit(3)).all()
    standing = {key if merged_into is None else merged_into for key, merged_into in rows}
    return standing.pop() if len(standing) == 1 else None


def record_of(connection: Connection, key: int, as_of: datetime | None) -> bytes | None:
    """Return an incident's record, as it stood at a moment if one is given."""
    table = schema.revision
    found = select(table.c.record).where(table.c.incident_key == key)
    if as_of is not None:
        found = found.where(table.c.at <= stamp(as_of))
    return connection.scalar(found.order_by(table.c.revision.desc()).limit(1))


def revisions_of(key: int) -> Select[Any]:
    """Return the query for all revisions of an incident, oldest first."""
    table, report = schema.revision, schema.report
    columns = (table.c.revision, table.c.at, report.c.id, table.c.act_key, table.c.record)
    found = select(*columns).join_from(table, report, isouter=True)
    return found.where(table.c.incident_key == key).order_by(table.c.revision)


def revision(row: Any) -> Revision:
    """Return a revision as it is read."""
    number, at, report, act, record = row
    return Revision(number, at, report, act, json.decode(record, type=Incident))


def report_record(connection: Connection, name: str) -> bytes | None:
    """Return the record of the report with an id, or with the only one that begins so, or None."""
    table = schema.report
    record = connection.scalar(select(table.c.record).where(table.c.id == name))
    if record is not None or not name:
        return record
    found = connection.scalars(
        select(table.c.record).where(table.c.id.startswith(name, autoescape=True)).limit(2)
    ).all()
    return found[0] if len(found) == 1 else None


def reports_wanted(since: date | None, until: date | None, publisher: str | None) -> Select[Any]:
    """Return the query for reports' records, by date of publication, undated ones last."""
    table = schema.report
    found = select(table.c.record)
    if since is not None:
        found = found.where(table.c.published_order >= since.isoformat())
    if until is not None:
        found = found.where(table.c.published_order < f"{until.isoformat()}U")  # after "T..." of that day
    if publisher is not None:
        found = found.where(table.c.publisher == publisher)
    return found.order_by(table.c.published_order.is_(None), table.c.published_order, table.c.id)


def events_wanted(key: int) -> Select[Any]:
    """Return the query for the events behind an incident with their reports' ids, by date of report."""
    event, report = schema.event, schema.report
    found = select(report.c.id, event.c.record).join_from(event, report).where(event.c.incident_key == key)
    order = (report.c.published_order.is_(None), report.c.published_order, report.c.id, event.c.event_id)
    return found.order_by(*order)


def unsure_wanted() -> Select[Any]:
    """Return the query for pairs that neither the rules nor a person has decided, likeliest first."""
    link, act = schema.link, schema.act
    one, other = schema.event.alias(), schema.event.alias()
    report_one, report_other = schema.report.alias(), schema.report.alias()
    either = or_(
        (act.c.event_key == link.c.left_key) & (act.c.other_key == link.c.right_key),
        (act.c.event_key == link.c.right_key) & (act.c.other_key == link.c.left_key),
    )
    found = (
        select(report_one.c.id, one.c.event_id, report_other.c.id, other.c.event_id, link.c.score, link.c.reasons)
        .join_from(link, one, link.c.left_key == one.c.key)
        .join(other, link.c.right_key == other.c.key)
        .join(report_one, one.c.report_key == report_one.c.key)
        .join(report_other, other.c.report_key == report_other.c.key)
        .where(link.c.decision == "unsure", ~select(act.c.key).where(either).exists())
        .where(or_(one.c.incident_key.is_(None), one.c.incident_key.is_distinct_from(other.c.incident_key)))
    )
    return found.order_by(link.c.score.desc(), link.c.left_key, link.c.right_key)
