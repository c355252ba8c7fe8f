"""The part of the store that a change can reach: tellings tied to it, and what they make together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from dateline.link.cluster import Pair, Ties, clusters, home, pair
from dateline.link.told import event_key
from dateline.store import schema
from dateline.store.reports import chunks

RECALLED = frozenset({"background", "denied"})


class Node(NamedTuple):
    """A stored telling as clustering sees it."""

    name: str  # report and event, the same whenever it arrived
    report: str
    status: str
    incident: int | None
    published: str | None


class Area(NamedTuple):
    """Tellings of news that hang together, recollections tied to them, and all their ties."""

    news: dict[int, Node]
    recalled: dict[int, Node]
    elsewhere: dict[int, Node]  # news of other incidents that a recollection might belong to
    ties: Ties


def area_of(connection: Connection, seeds: Iterable[int]) -> Area:
    """Return all that some tellings can change: news is followed from tie to tie, recollections end it."""
    news: dict[int, Node] = {}
    recalled: dict[int, Node] = {}
    frontier = set(seeds)
    while frontier:
        found = nodes(connection, frontier)
        recalled |= {key: node for key, node in found.items() if node.status in RECALLED}
        fresh = {key: node for key, node in found.items() if node.status == "occurred"}
        news |= fresh
        frontier = _tied(connection, fresh) - news.keys() - recalled.keys()
    elsewhere = _other_homes(connection, recalled, news)
    names = {key: node.name for key, node in (news | recalled | elsewhere).items()}
    return Area(news, recalled, elsewhere, _ties(connection, names))


def nodes(connection: Connection, keys: Iterable[int]) -> dict[int, Node]:
    """Return stored tellings by key."""
    event, report, found = schema.event, schema.report, {}
    columns = (event.c.key, report.c.id, event.c.event_id, event.c.status, event.c.incident_key)
    for part in chunks(keys):
        rows = select(*columns, report.c.published_order).join_from(event, report).where(event.c.key.in_(part))
        for key, report_id, event_id, status, incident, published in connection.execute(rows):
            found[key] = Node(event_key(report_id, event_id), report_id, status, incident, published)
    return found


def _tied(connection: Connection, keys: Collection[int]) -> set[int]:
    """Return the tellings that a machine or a person called the same as one of these."""
    link, act, found = schema.link, schema.act, set()
    for part in chunks(keys):
        for one, other in ((link.c.left_key, link.c.right_key), (link.c.right_key, link.c.left_key)):
            same = select(other).where(one.in_(part), link.c.decision == "same")
            found |= set(connection.scalars(same))
        for one, other in ((act.c.event_key, act.c.other_key), (act.c.other_key, act.c.event_key)):
            found |= set(connection.scalars(select(other).where(one.in_(part), act.c.kind == "same")))
    return {key for key in found if key is not None}


def _other_homes(connection: Connection, recalled: Collection[int], news: Collection[int]) -> dict[int, Node]:
    near = nodes(connection, _tied(connection, recalled) - set(news) - set(recalled))
    incidents = {node.incident for node in near.values() if node.incident is not None}
    event, keys = schema.event, set()
    for part in chunks(incidents):
        of_them = select(event.c.key).where(event.c.incident_key.in_(part), event.c.status == "occurred")
        keys |= set(connection.scalars(of_them))
    return nodes(connection, keys - set(news))


def _ties(connection: Connection, names: Mapping[int, str]) -> Ties:
    scores: dict[Pair, float] = {}
    link = schema.link
    for part in chunks(names):
        rows = select(link.c.left_key, link.c.right_key, link.c.score).where(link.c.left_key.in_(part))
        for left, right, score in connection.execute(rows):
            if right in names:
                scores[pair(names[left], names[right])] = score
    said = said_of_pairs(connection, names)
    found = {kind: {p for p, said_kind in said.items() if said_kind == kind} for kind in ("same", "not_same")}
    return Ties(scores, frozenset(found["same"]), frozenset(found["not_same"]))


def said_of_pairs(connection: Connection, names: Mapping[int, str]) -> dict[Pair, str]:
    """Return what persons last said of pairs of these tellings: same or not_same."""
    act = schema.act
    said: dict[Pair, tuple[int, str]] = {}
    for part in chunks(names):
        rows = select(act.c.event_key, act.c.other_key, act.c.kind, act.c.key)
        rows = rows.where(act.c.kind.in_(("same", "not_same")), act.c.event_key.in_(part))
        for one, other, kind, key in connection.execute(rows):
            if other in names:
                found = pair(names[one], names[other])
                said[found] = max(said.get(found, (0, "")), (key, kind))
    return {found: kind for found, (_, kind) in said.items()}


def groups_of(area: Area) -> list[set[int]]:
    """Return the incidents that an area's news makes, as sets of event keys."""
    keys = {node.name: key for key, node in area.news.items()}
    found = clusters({node.name: node.report for node in area.news.values()}, area.ties)
    return [{keys[name] for name in members} for members in found]


def homes_of(area: Area, incident_of: Mapping[int, int]) -> Iterator[tuple[int, int | None]]:
    """Yield for each recollection the incident it belongs to, given that of each telling of news."""
    tellings: dict[str, dict[str, str]] = {}
    for key, node in (area.elsewhere | area.news).items():
        incident = incident_of.get(key, node.incident)
        tellings.setdefault(str(incident), {})[node.name] = node.report
    for key, node in sorted(area.recalled.items()):
        found = home(node.name, node.report, tellings, area.ties)
        yield key, None if found is None else int(found)


def stated_pairs(connection: Connection) -> Ties:
    """Return all that persons said of pairs, by name of telling."""
    act = schema.act
    rows = select(act.c.event_key, act.c.other_key).where(or_(act.c.kind == "same", act.c.kind == "not_same"))
    keys = {key for row in connection.execute(rows) for key in row}
    names = {key: node.name for key, node in nodes(connection, keys).items()}
    said = said_of_pairs(connection, names)
    same = frozenset(p for p, kind in said.items() if kind == "same")
    return Ties({}, same, frozenset(said) - same)
