"""What persons decide: an incident confirmed or rejected, two tellings the same or not."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

from sqlalchemy import Connection, insert, select

from dateline.errors import DatelineError
from dateline.link.cluster import Ties, contradiction, pair
from dateline.link.content import Affiliated
from dateline.store import schema
from dateline.store.area import nodes, stated_pairs
from dateline.store.moment import stamp
from dateline.store.reports import new_key
from dateline.store.revise import Cause, revise
from dateline.store.writer import Added, settle

Verdict = Literal["confirm", "reject"]


class ActError(DatelineError):
    """What a person decided cannot be done as it stands."""


class By(NamedTuple):
    """Who decides, when, and why if they say so."""

    name: str
    at: datetime
    reason: str | None = None


def review(connection: Connection, incident_key: int, verdict: Verdict, by: By, affiliated: Affiliated) -> Added:
    """Confirm or reject an incident; the decision stays with the telling that founded it."""
    table = schema.incident
    row = connection.execute(select(table.c.id, table.c.founding_event).where(table.c.key == incident_key)).one()
    act = _note(connection, verdict, (row.founding_event, None), by)
    revise(connection, incident_key, Cause(by.at, act=act), affiliated)
    return Added(new=True, revised=(row.id,))


def telling_key(connection: Connection, name: str) -> int:
    """Return the key of a telling named by report and event ("report/event"), or raise ActError."""
    report_id, _, event_id = name.partition("/")
    event, report = schema.event, schema.report
    found = select(event.c.key).join_from(event, report)
    key = connection.scalar(found.where(report.c.id == report_id, event.c.event_id == event_id))
    if key is None:
        raise ActError(f"no event {event_id!r} of a report {report_id!r} is on file")
    return int(key)


def judge_pair(connection: Connection, names: tuple[str, str], same: bool, by: By, affiliated: Affiliated) -> Added:
    """Say that two tellings are of one incident, or are not; it holds against every machine.

    The last word on a pair counts. Raises ActError where it contradicts what was said of other pairs.
    """
    one, other = (telling_key(connection, name) for name in names)
    found = nodes(connection, (one, other))
    if one == other:
        raise ActError("an event is the same as itself")
    if not any(node.status == "occurred" for node in found.values()):
        raise ActError("neither report brings this as news, so it is no incident yet")
    named = pair(found[one].name, found[other].name)
    said = stated_pairs(connection)
    together, apart = set(said.together) - {named}, set(said.apart) - {named}
    (together if same else apart).add(named)
    against = contradiction(Ties({}, together, apart))
    if against is not None:
        raise ActError(f"this contradicts an earlier decision that {against[0]} and {against[1]} are not the same")
    act = _note(connection, "same" if same else "not_same", (one, other), by)
    return settle(connection, (one, other), Cause(by.at, act=act), affiliated)


def _note(connection: Connection, kind: str, tellings: tuple[int, int | None], by: By) -> int:
    event_key, other_key = tellings
    row = {"kind": kind, "event_key": event_key, "other_key": other_key}
    done = connection.execute(insert(schema.act).values(**row, by=by.name, at=stamp(by.at), reason=by.reason))
    return new_key(done)
