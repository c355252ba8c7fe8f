"""Events into the store, those worth comparing with them, and the judgements on each pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import json
from sqlalchemy import CompoundSelect, Connection, insert, select, union_all

from dateline.link.batch import wording
from dateline.link.blocking import SHORT_DAYS, VAGUE_SLACK_DAYS, Block, block_of, may_match
from dateline.link.content import Affiliated
from dateline.link.score import DIFFERENT, Judgement, judge, told_twice
from dateline.link.told import Told
from dateline.link.when import LONGEST_DAYS
from dateline.model.report import Event
from dateline.store import schema
from dateline.store.reports import chunks, new_key

TWICE = Judgement(1.0, "same", ("told twice by one report",))
BLOCK_COLUMNS = ("day_from", "day_to", "slack_days", "country", "lat", "lon", "reach_km")


def insert_events(connection: Connection, report_key: int, tellings: Iterable[Told]) -> dict[int, Told]:
    """Store a report's events; return them by key."""
    stored: dict[int, Told] = {}
    for told in tellings:
        row = {"report_key": report_key, "event_id": told.event.id, "status": told.event.status}
        done = connection.execute(
            insert(schema.event).values(
                **row, **_place_in_index(told), wording=wording(told), record=json.encode(told.event)
            )
        )
        stored[new_key(done)] = told
    return stored


def _place_in_index(told: Told) -> dict[str, object]:
    block = block_of(told)
    if block is None:
        return {}
    return {name: getattr(block, name) for name in (*BLOCK_COLUMNS, "is_long")}


def load(connection: Connection, keys: Iterable[int]) -> dict[int, Told]:
    """Return stored events with their reports' identity, by key."""
    event, report, found = schema.event, schema.report, {}
    columns = (event.c.key, report.c.id, report.c.uri, report.c.publisher, report.c.published_at, event.c.record)
    for part in chunks(keys):
        rows = select(*columns).join_from(event, report).where(event.c.key.in_(part))
        for key, report_id, uri, publisher, published_at, record in connection.execute(rows):
            found[key] = Told(report_id, uri, publisher, published_at, json.decode(record, type=Event))
    return found


def link_new(connection: Connection, stored: dict[int, Told], affiliated: Affiliated) -> None:
    """Judge each new event against those near it, and keep what is not clearly different."""
    near = {key: _near(connection, key, told) for key, told in stored.items()}
    known = load(connection, {other for others in near.values() for other in others} - stored.keys()) | stored
    judged: dict[tuple[int, int], Judgement] = {}
    for key, others in near.items():
        for other in others:
            pair = (min(key, other), max(key, other))
            if pair not in judged:
                judged[pair] = _judgement(known[key], known[other], affiliated)
    rows = [
        {
            "left_key": left,
            "right_key": right,
            "score": judgement.score,
            "decision": judgement.decision,
            "reasons": json.encode(judgement.reasons).decode(),
        }
        for (left, right), judgement in judged.items()
        if judgement.score > DIFFERENT
    ]
    if rows:
        connection.execute(insert(schema.link), rows)


def _judgement(one: Told, other: Told, affiliated: Affiliated) -> Judgement:
    if one.report == other.report:
        return TWICE if told_twice(one, other) else Judgement(0.0, "different", ())
    return judge(one, other, affiliated)


def _near(connection: Connection, key: int, told: Told) -> list[int]:
    """Return the keys of stored events worth comparing with one: by time and place, or by its very words."""
    event, block, said, found = schema.event, block_of(told), wording(told), set()
    if said is not None:
        found |= set(connection.scalars(select(event.c.key).where(event.c.wording == said)))
    if block is not None:
        found |= {row.key for row in connection.execute(_search(block)) if may_match(block, _block(row))}
    return sorted(found - {key})


def _block(row: Any) -> Block:
    return Block(*row[1:])


def _search(block: Block) -> CompoundSelect[Any]:
    """Return the index ranges to look in, wider than need be: short and long events, of the country or of none."""
    event = schema.event
    columns: Sequence[Any] = (event.c.key, *(event.c[name] for name in BLOCK_COLUMNS))
    ranges = []
    for is_long, length in ((False, SHORT_DAYS), (True, LONGEST_DAYS)):
        first, last = block.day_from - VAGUE_SLACK_DAYS - length, block.day_to + VAGUE_SLACK_DAYS
        days = select(*columns).where(event.c.is_long.is_(is_long), event.c.day_from.between(first, last))
        if block.country is None:
            ranges.append(days)
        else:
            ranges += [days.where(event.c.country == block.country), days.where(event.c.country.is_(None))]
    return union_all(*ranges)
