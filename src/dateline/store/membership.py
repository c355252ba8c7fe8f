"""Which incident each telling is in: ids stay with their incidents through merging and splitting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from dateline.store import schema
from dateline.store.area import Area, Node, groups_of, homes_of
from dateline.store.reports import chunks, new_key

LAST = "~"  # sorts after every date


class Founded(NamedTuple):
    """An incident on file, by the telling that founded it: it stays with that telling."""

    key: int
    id: str
    founding_event: int
    merged_into: int | None
    first_reported: str | None


class Changes(NamedTuple):
    """What a change of membership did: keys of incidents."""

    created: set[int]
    touched: set[int]  # gained or lost a telling, or another incident


def incident_id(founding_event: str) -> str:
    """Return the id of an incident founded by a telling: the same whenever it is made."""
    return f"inc-{sha256(founding_event.encode()).hexdigest()[:20]}"


def regroup(connection: Connection, area: Area) -> Changes:
    """Put every telling of an area where it belongs, making, merging and splitting incidents as needed."""
    changes = Changes(set(), set())
    founded = _founded(connection, area.news)
    incident_of: dict[int, int] = {}
    for group in sorted(groups_of(area), key=lambda group: _first(group, area.news)):
        key = _incident_for(connection, group, area.news, founded, changes)
        incident_of |= dict.fromkeys(group, key)
    placed: dict[int, int | None] = {
        key: incident_of[key] for key, node in area.news.items() if node.incident != incident_of[key]
    }
    placed |= {key: home for key, home in homes_of(area, incident_of) if home != area.recalled[key].incident}
    _place(connection, placed)
    before = {(area.news | area.recalled)[key].incident for key in placed}
    changes.touched.update(key for key in {*before, *placed.values()} if key is not None)
    return changes


def _first(group: Iterable[int], news: Mapping[int, Node]) -> tuple[str, str, int]:
    return min((news[key].published or LAST, news[key].name, key) for key in group)


def _founded(connection: Connection, keys: Iterable[int]) -> list[Founded]:
    """Return the incidents that these tellings founded, those that stand before merged ones, earliest first."""
    table, found = schema.incident, []
    columns = (table.c.key, table.c.id, table.c.founding_event, table.c.merged_into, table.c.first_reported)
    for part in chunks(keys):
        rows = select(*columns).where(table.c.founding_event.in_(part))
        found += [Founded(*row) for row in connection.execute(rows)]
    return sorted(found, key=lambda f: (f.merged_into is not None, f.first_reported or LAST, f.id))


def _incident_for(
    connection: Connection,
    group: set[int],
    news: Mapping[int, Node],
    founded: Iterable[Founded],
    changes: Changes,
) -> int:
    """Return the incident that a group of tellings is: the oldest that one of them founded, or a new one."""
    own = [incident for incident in founded if incident.founding_event in group]
    if not own:
        return _new(connection, group, news, changes)
    kept, *absorbed = own
    table = schema.incident
    if kept.merged_into is not None:
        connection.execute(update(table).where(table.c.key == kept.key).values(merged_into=None))
        changes.touched.add(kept.key)
    for incident in absorbed:
        if incident.merged_into != kept.key:
            into = update(table).where(table.c.key == incident.key).values(merged_into=kept.key)
            connection.execute(into)
            changes.touched.add(kept.key)
    return kept.key


def _new(connection: Connection, group: set[int], news: Mapping[int, Node], changes: Changes) -> int:
    _, name, first = _first(group, news)
    row = {"id": incident_id(name), "founding_event": first, "revision": 0, "review": "unreviewed"}
    key = new_key(connection.execute(insert(schema.incident).values(row)))
    changes.created.add(key)
    return key


def _place(connection: Connection, placed: Mapping[int, int | None]) -> None:
    event = schema.event
    homes: dict[int | None, list[int]] = {}
    for key, home in placed.items():
        homes.setdefault(home, []).append(key)
    for home, keys in homes.items():
        for part in chunks(keys):
            connection.execute(update(event).where(event.c.key.in_(part)).values(incident_key=home))
