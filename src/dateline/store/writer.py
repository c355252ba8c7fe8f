"""One change of the store, whole: a report, its links, and the revisions that they make."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, select

from dateline.link.content import Affiliated
from dateline.link.told import told_by
from dateline.model.report import Report
from dateline.store import schema
from dateline.store.area import area_of
from dateline.store.events import insert_events, link_new
from dateline.store.membership import regroup
from dateline.store.reports import chunks, insert_report, known_key
from dateline.store.revise import Cause, revise


class Added(NamedTuple):
    """What a report or an act did to the incidents, by id."""

    new: bool  # False where it was on file already and nothing happened
    created: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()  # on file before, and now with an event of this report
    revised: tuple[str, ...] = ()  # on file before, and now saying something else


def add_report(connection: Connection, report: Report, at: datetime, affiliated: Affiliated) -> Added:
    """Add a report, link its events and revise what they change; a known report changes nothing."""
    if known_key(connection, report.id) is not None:
        return Added(new=False)
    key, regrouped = insert_report(connection, report, at)
    stored = insert_events(connection, key, told_by(report))
    link_new(connection, stored, affiliated)
    return settle(connection, stored, Cause(at, report=key), affiliated, regrouped)


def settle(
    connection: Connection,
    seeds: Iterable[int],
    cause: Cause,
    affiliated: Affiliated,
    regrouped: Iterable[int] = (),
) -> Added:
    """Regroup what some tellings can change, and revise every incident that then says something else.

    `regrouped` are reports whose group of copies changed: their incidents may count fewer voices.
    """
    own = set(seeds)
    changes = regroup(connection, area_of(connection, own))
    touched = changes.created | changes.touched | _incidents_of(connection, schema.event.c.report_key, regrouped)
    linked = _incidents_of(connection, schema.event.c.key, own) - changes.created
    ids = _standing(connection, touched | linked)
    revised = {key for key in sorted(touched & ids.keys()) if revise(connection, key, cause, affiliated)}
    return Added(
        new=True,
        created=tuple(sorted(ids[key] for key in changes.created)),
        linked=tuple(sorted(ids[key] for key in linked)),
        revised=tuple(sorted(ids[key] for key in revised - changes.created)),
    )


def _incidents_of(connection: Connection, column: Column[Any], keys: Iterable[int]) -> set[int]:
    event, found = schema.event, set()
    for part in chunks(keys):
        rows = select(event.c.incident_key).where(column.in_(part))
        found |= set(connection.scalars(rows.where(event.c.incident_key.is_not(None)).distinct()))
    return found


def _standing(connection: Connection, keys: Iterable[int]) -> dict[int, str]:
    table = schema.incident
    found: dict[int, str] = {}
    for part in chunks(keys):
        rows = select(table.c.key, table.c.id).where(table.c.key.in_(part), table.c.merged_into.is_(None))
        found |= {row.key: row.id for row in connection.execute(rows)}
    return found
