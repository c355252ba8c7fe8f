"""The steps joined: from paths or text to report records, on one core or several, and on into a store."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dateline.errors import LexiconError, UnreadableError
from dateline.ingest.read import read_all, read_text
from dateline.lexicon.actors import load_actors
from dateline.model.report import Report, Source
from dateline.resolve.report import read_report

if TYPE_CHECKING:
    from dateline.store import Added, Store

CHUNK = 16  # reports that a worker takes at once
SERIAL = 24  # the first reports are read in this process: fewer are not worth starting workers for

Passed = TypeVar("Passed")


class Kept(NamedTuple):
    """A report that the store now holds, and what it changed there."""

    report: Report
    added: Added


class Known(NamedTuple):
    """A report that the store held already; it was not read again."""

    report_id: str


def extract(
    text: str,
    *,
    published: str | None = None,
    uri: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Report:
    """Return what one text says; `published` is a date or RFC 3339.

    >>> extract("A bomb killed three people in Kabul on Monday.", published="2021-05-04").events[0].sub_event_type
    'Remote explosive/landmine/IED'
    """
    return read_report(read_text(text, published=published, uri=uri, title=title, publisher=publisher))


def extract_all(
    paths: Iterable[str], *, published: str | None = None, workers: int | None = None
) -> Iterator[Report | UnreadableError]:
    """Return an iterator over a report for everything that can be read, and an error for what cannot, in order.

    `workers` is the number of processes, by default one for each core; few reports are read in this one.
    Raises UnreadableError at once if `published` is no date.
    """
    return extract_sources(read_all(paths, published=published), workers=workers)


def ingest(
    paths: Iterable[str],
    store: Store,
    clock: Callable[[], datetime],
    *,
    published: str | None = None,
    workers: int | None = None,
) -> Iterator[Kept | Known | UnreadableError]:
    """Return an iterator that adds report after report to a store as it is read; paths may be http(s) addresses.

    Each report is kept whole before the next is begun, and one on file already is not read again, so that a
    broken-off run can simply be repeated. Raises UnreadableError at once if `published` is no date.
    """
    items = read_all(paths, published=published, network=True)
    return _keep(extract_sources(_unknown(items, store), workers=workers), store, clock)


def affiliated(one: str, other: str) -> bool:
    """Tell whether two actor ids belong together: one is part of the other, or both are forces of one state."""
    actors = load_actors()
    named = [actors.by_id[actor_id] for actor_id in (one, other) if actor_id in actors.by_id]
    if len(named) == 2:
        return actors.affiliated(one, other)
    states = {actor_id.split(":")[1] for actor_id in (one, other) if actor_id.startswith("state:")}
    states |= {actor.countries[0] for actor in named if actor.kind == "state_forces" and actor.countries}
    forces = sum(actor_id.startswith("state:") for actor_id in (one, other))
    official = forces + sum(actor.kind == "state_forces" for actor in named)
    return one == other or (official == 2 and len(states) == 1)


def _unknown(items: Iterable[Source | UnreadableError], store: Store) -> Iterator[Source | Known | UnreadableError]:
    for item in items:
        yield Known(item.id) if isinstance(item, Source) and store.report(item.id) is not None else item


def _keep(
    outcomes: Iterable[Report | Known | UnreadableError], store: Store, clock: Callable[[], datetime]
) -> Iterator[Kept | Known | UnreadableError]:
    for outcome in outcomes:
        if isinstance(outcome, Report):
            added = store.add(outcome, clock())
            yield Kept(outcome, added) if added.new else Known(outcome.id)
        else:
            yield outcome


def extract_sources(
    items: Iterable[Source | Passed], *, workers: int | None = None
) -> Iterator[Report | UnreadableError | Passed]:
    """Yield what each source says, in order; whatever else stands among them passes through.

    A source that extraction fails on gives an error, and the others are still read.
    """
    waiting = iter(items)
    for item in islice(waiting, SERIAL):
        yield _outcome(item)
    count = workers if workers is not None else os.cpu_count() or 1
    if count == 1:
        for item in waiting:
            yield _outcome(item)
    else:
        yield from _spread(waiting, count)


def _spread(items: Iterator[Source | Passed], workers: int) -> Iterator[Report | UnreadableError | Passed]:
    """Yield outcomes in order, with no more chunks in flight than keep the workers busy."""
    chunk = list(islice(items, CHUNK))
    if not chunk:
        return
    pool = ProcessPoolExecutor(workers, initializer=_leave_interrupts_to_the_parent)
    waiting: list[Future[list[Report | UnreadableError | Passed]]] = []
    try:
        while chunk:
            waiting.append(pool.submit(_outcomes, chunk))
            if len(waiting) > 2 * workers:
                yield from waiting.pop(0).result()
            chunk = list(islice(items, CHUNK))
        while waiting:
            yield from waiting.pop(0).result()
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _outcomes(items: list[Source | Passed]) -> list[Report | UnreadableError | Passed]:
    return [_outcome(item) for item in items]


def _outcome(item: Source | Passed) -> Report | UnreadableError | Passed:
    if not isinstance(item, Source):
        return item
    try:
        return read_report(item)
    except LexiconError:
        raise  # no report can be read without it
    except Exception as error:  # noqa: BLE001 - one report that breaks a rule must not stop the rest
        name = item.uri or item.title or f"report {item.id[:12]}"
        return UnreadableError(name, None, f"Dateline failed on it ({type(error).__name__}: {error}); please report it")
