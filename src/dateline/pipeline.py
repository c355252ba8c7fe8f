"""The steps joined: from paths or text to report records, on one core or several."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, islice

from dateline.errors import UnreadableError
from dateline.ingest.read import read_all, read_text
from dateline.model.report import Report, Source
from dateline.resolve.report import read_report

CHUNK = 16  # reports that a worker takes at once
SERIAL = 24  # fewer reports than this are not worth starting workers for


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
    """Yield a report for everything that can be read under the paths, and an error for what cannot, in order.

    `workers` is the number of processes, by default one for each core; few reports are read in this one.
    """
    items = iter(read_all(paths, published=published))
    opening = list(islice(items, SERIAL))
    count = workers if workers is not None else os.cpu_count() or 1
    if len(opening) < SERIAL or count == 1:
        yield from map(_outcome, chain(opening, items))
        return
    with ProcessPoolExecutor(count) as pool:
        yield from _mapped(pool, chain(opening, items), count)


def _mapped(
    pool: ProcessPoolExecutor, items: Iterator[Source | UnreadableError], workers: int
) -> Iterator[Report | UnreadableError]:
    """Yield outcomes in order, with no more chunks in flight than keep the workers busy."""
    waiting = []
    while chunk := list(islice(items, CHUNK)):
        waiting.append(pool.submit(_outcomes, chunk))
        if len(waiting) > 2 * workers:
            yield from waiting.pop(0).result()
    for future in waiting:
        yield from future.result()


def _outcomes(items: list[Source | UnreadableError]) -> list[Report | UnreadableError]:
    return [_outcome(item) for item in items]


def _outcome(item: Source | UnreadableError) -> Report | UnreadableError:
    return read_report(item) if isinstance(item, Source) else item
