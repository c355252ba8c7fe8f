"""The store: reports in, incidents out, and what was known when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from types import TracebackType
from typing import Any, Self

from msgspec import json
from sqlalchemy import Connection, Engine, Select
from sqlalchemy.pool import StaticPool

from dateline.errors import StoreError
from dateline.link.content import Affiliated
from dateline.link.score import equal
from dateline.link.told import event_key
from dateline.model.incident import Incident
from dateline.model.report import Event, Report
from dateline.store import acts, reader, writer
from dateline.store.dialect import lock_for_writing
from dateline.store.engine import connect, plainly
from dateline.store.reader import Filter, Revision, Unsure
from dateline.store.writer import Added

EVERYTHING = Filter()
WAIT_S = 5.0  # for another program to finish writing


class Store:
    """One dataset: every report added, and the incidents that they make.

    Each change is one transaction: all of it is kept, or none. Moments are given, never read from a clock.
    """

    def __init__(self, engine: Engine, url: str, affiliated: Affiliated) -> None:
        self._engine, self.url, self._affiliated = engine, url, affiliated

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with plainly(self.url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plainly(self.url), self._engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                lock_for_writing(connection)
                yield connection

    def _rows(self, query: Callable[[Connection], Select[Any]]) -> Iterator[Any]:
        """Yield rows as they are read; a store in memory has one connection, so there they are read at once."""
        if isinstance(self._engine.pool, StaticPool):
            with self._reading() as connection:
                found = connection.execute(query(connection)).all()
            yield from found
        else:
            with self._reading() as connection:
                yield from connection.execute(query(connection).execution_options(yield_per=100))

    def add(self, report: Report, at: datetime) -> Added:
        """Add a report received at a moment; adding it again changes nothing."""
        with self._writing() as connection:
            return writer.add_report(connection, report, at, self._affiliated)

    def add_all(self, reports: Iterable[Report], at: datetime) -> list[Added]:
        """Add reports in one transaction: faster for many, and all are kept or none."""
        with self._writing() as connection:
            return [writer.add_report(connection, report, at, self._affiliated) for report in reports]

    def judge(self, left: str, right: str, *, same: bool, by: str, at: datetime, reason: str | None = None) -> Added:
        """Record that two events ("report/event") are one incident or are not; it holds from then on."""
        with self._writing() as connection, self._acting():
            return acts.judge_pair(connection, (left, right), same, acts.By(by, at, reason), self._affiliated)

    def review(
        self, incident_id: str, verdict: acts.Verdict, *, by: str, at: datetime, reason: str | None = None
    ) -> Added:
        """Record that a person confirms or rejects an incident."""
        with self._writing() as connection:
            key = self._key(connection, incident_id)
            return acts.review(connection, key, verdict, acts.By(by, at, reason), self._affiliated)

    @contextmanager
    def _acting(self) -> Iterator[None]:
        try:
            yield
        except acts.ActError as error:
            raise StoreError(self.url, str(error)) from error

    def _key(self, connection: Connection, name: str) -> int:
        key = reader.incident_key(connection, name)
        if key is None:
            raise StoreError(self.url, f"no incident, or more than one, has an id that begins with {name!r}")
        return key

    def incident(self, name: str, as_of: datetime | None = None) -> Incident | None:
        """Return the incident with an id, a former id or the start of one, as it stands or stood; or None."""
        with self._reading() as connection:
            key = reader.incident_key(connection, name)
            record = None if key is None else reader.record_of(connection, key, as_of)
        return None if record is None else json.decode(record, type=Incident)

    def incidents(self, wish: Filter = EVERYTHING) -> Iterator[Incident]:
        """Yield the incidents wished for by date, undated ones last."""
        for row in self._rows(lambda connection: reader.wanted(connection, wish)):
            yield json.decode(row[0], type=Incident)

    def revisions(self, name: str) -> Iterator[Revision]:
        """Yield every revision of an incident, oldest first. Raises StoreError where there is none."""
        for row in self._rows(lambda connection: reader.revisions_of(self._key(connection, name))):
            yield reader.revision(row)

    def events_of(self, name: str) -> Iterator[tuple[str, Event]]:
        """Yield (report id, event) behind an incident, by date of report."""
        for row in self._rows(lambda connection: reader.events_wanted(self._key(connection, name))):
            yield row[0], json.decode(row[1], type=Event)

    def report(self, name: str) -> Report | None:
        """Return the report with an id, or the only one whose id begins so, or None."""
        with self._reading() as connection:
            record = reader.report_record(connection, name)
        return None if record is None else json.decode(record, type=Report)

    def reports(
        self, since: date | None = None, until: date | None = None, publisher: str | None = None
    ) -> Iterator[Report]:
        """Yield reports by date of publication (UTC), undated ones last."""
        for row in self._rows(lambda _: reader.reports_wanted(since, until, publisher)):
            yield json.decode(row[0], type=Report)

    def unsure(self) -> Iterator[Unsure]:
        """Yield the pairs of events that wait for a person's word, likeliest first, with the reasons."""
        for left, event, right, other, score, reasons in self._rows(lambda _: reader.unsure_wanted()):
            why = json.decode(reasons, type=tuple[str, ...])
            yield Unsure(event_key(left, event), event_key(right, other), score, why)


def open_store(url: str, affiliated: Affiliated = equal, *, create: bool = True, wait_s: float = WAIT_S) -> Store:
    """Return the store at a path or database address, created or brought up to date where needed.

    `affiliated` tells whether two actor ids belong together. Without `create`, a store that is not there
    is not made. Raises StoreError where the folder is missing, the file is no Dateline store, cannot be
    written, or was written by a newer program.
    """
    return Store(connect(url, wait_s, create), url, affiliated)
