"""Reports into the store, and the groups of near copies that they form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from msgspec import Struct, json
from sqlalchemy import Connection, CursorResult, case, func, insert, select, update

from dateline.link.copies import SHARED_FINGERPRINTS, Shingles, fingerprints, is_copy, shingles
from dateline.model.report import Report
from dateline.store import schema
from dateline.store.moment import order_of, stamp

CHUNK = 500  # keys in one statement
Item = TypeVar("Item")


class _Text(Struct):
    """The text of a stored report alone, so that the rest need not be read."""

    text: str


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield items in lists short enough for one statement."""
    found = list(items)
    for start in range(0, len(found), CHUNK):
        yield found[start : start + CHUNK]


def new_key(done: CursorResult[Any]) -> int:
    """Return the key that the database gave to the row just inserted."""
    row: Any = done.inserted_primary_key
    return int(row[0])


def known_key(connection: Connection, report_id: str) -> int | None:
    """Return a stored report's key, or None."""
    return connection.scalar(select(schema.report.c.key).where(schema.report.c.id == report_id))


def insert_report(connection: Connection, report: Report, at: datetime) -> tuple[int, set[int]]:
    """Store a report; return its key and the keys of the reports whose group of copies it changed."""
    marks = sorted(fingerprints(report.text))
    done = connection.execute(
        insert(schema.report).values(
            id=report.id,
            uri=report.uri,
            publisher=report.publisher,
            published_at=report.published_at,
            published_order=order_of(report.published_at),
            received_at=stamp(at),
            copy_group=report.id,
            fingerprints=len(marks),
            record=json.encode(report),
        )
    )
    key = new_key(done)
    regrouped = _join_copies(connection, report, marks)
    if marks:
        connection.execute(insert(schema.fingerprint), [{"hash": mark, "report_key": key} for mark in marks])
    return key, regrouped


def _join_copies(connection: Connection, report: Report, marks: Sequence[int]) -> set[int]:
    own = shingles(report.text)
    groups: set[str] = set()
    for other, group in _candidates(connection, marks):
        if group not in groups and is_copy(own, _shingles_of(connection, other)):
            groups.add(group)
    if not groups:
        return set()
    first = min(report.id, *groups)
    table = schema.report
    members = set(connection.scalars(select(table.c.key).where(table.c.copy_group.in_(groups))))
    moved = update(table).where(table.c.copy_group.in_({*groups, report.id} - {first}))
    connection.execute(moved.values(copy_group=first))
    return members


def _candidates(connection: Connection, marks: Sequence[int]) -> list[tuple[int, str]]:
    """Return the reports that share enough fingerprints, with their groups, in order of key."""
    mark, report = schema.fingerprint, schema.report
    counted = select(mark.c.report_key, func.count().label("shared")).where(mark.c.hash.in_(marks))
    shared = counted.group_by(mark.c.report_key).subquery()
    fewer = case((report.c.fingerprints < len(marks), report.c.fingerprints), else_=len(marks))
    found = select(report.c.key, report.c.copy_group).join(shared, report.c.key == shared.c.report_key)
    rows = connection.execute(found.where(shared.c.shared >= SHARED_FINGERPRINTS * fewer).order_by(report.c.key))
    return [(key, group) for key, group in rows]


def _shingles_of(connection: Connection, key: int) -> Shingles:
    record = connection.scalar(select(schema.report.c.record).where(schema.report.c.key == key))
    return shingles(json.decode(record or b'{"text":""}', type=_Text).text)
