"""Which words of a report were found to be what: spans by kind, well nested, for showing in its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

from dateline.model.report import Event, Figure, Report, Statement
from dateline.model.values import Evidence, Party, Time

Kind = Literal["event", "toll", "weapon", "speaker", "actor", "place", "time", "figure"]
KINDS: tuple[Kind, ...] = get_args(Kind)  # of two finds in the same words, the first kind is shown


class Mark(NamedTuple):
    """A kind of find at [start, end) of a report's text."""

    start: int
    end: int
    kind: Kind


def marks(report: Report) -> tuple[Mark, ...]:
    """Return what was found in a text in order, each within or after the one before it, none crossing."""
    best: dict[tuple[int, int], Kind] = {}
    for mark in _found(report):
        span = (mark.start, mark.end)
        known = best.get(span)
        best[span] = mark.kind if known is None else min(known, mark.kind, key=KINDS.index)
    ordered = sorted((Mark(start, end, kind) for (start, end), kind in best.items()), key=lambda m: (m.start, -m.end))
    return tuple(_nested(ordered))


def _nested(ordered: Iterable[Mark]) -> Iterator[Mark]:
    """Yield marks in order, cut off where they leave the one they begin in, none within one of its own kind."""
    outer: list[Mark] = []
    for mark in ordered:
        while outer and outer[-1].end <= mark.start:
            outer.pop()
        inner = mark._replace(end=min([mark.end, *(around.end for around in outer[-1:])]))
        same_words = bool(outer) and (outer[-1].start, outer[-1].end) == (inner.start, inner.end)
        if not same_words and all(around.kind != inner.kind for around in outer):
            yield inner
            outer.append(inner)


def _found(report: Report) -> Iterator[Mark]:
    if report.dateline is not None:
        yield from _of("place", report.dateline.evidence)
    for event in report.events:
        yield from _of_event(event, report.text)
    for figure in report.figures:
        yield from _of_figure(figure, report.text)
    for statement in report.statements:
        yield from _of_statement(statement, report.text)


def _of_event(event: Event, text: str) -> Iterator[Mark]:
    if event.trigger is not None:
        yield from _of("event", (event.trigger,))
    yield from _of_parties("actor", (*event.perpetrators, *event.targets))
    if event.place is not None:
        yield from _of("place", event.place.evidence)
    yield from _of_time(event.time, event.evidence, text)
    for weapon in event.weapons:
        yield from _of("weapon", weapon.evidence)
    for row in event.casualties:
        yield from _of("toll", row.evidence)
    yield from _of_parties("speaker", (row.speaker for row in event.responsibility))


def _of_figure(figure: Figure, text: str) -> Iterator[Mark]:
    yield from _worded("figure", figure.quantity.text, figure.evidence, text)
    for time in (figure.since, figure.until):
        yield from _of_time(time, figure.evidence, text)
    yield from _of_parties("actor", (*figure.perpetrators, *figure.targets))
    yield from _of_parties("speaker", () if figure.speaker is None else (figure.speaker,))


def _of_statement(statement: Statement, text: str) -> Iterator[Mark]:
    yield from _of_parties("speaker", (statement.speaker,))
    yield from _of_time(statement.said_at, statement.evidence, text)


def _of(kind: Kind, evidence: Evidence) -> Iterator[Mark]:
    return (Mark(span.start, span.end, kind) for span in evidence)


def _of_parties(kind: Kind, parties: Iterable[Party]) -> Iterator[Mark]:
    for party in parties:
        yield from _of(kind, party.evidence)


def _of_time(time: Time | None, evidence: Evidence, text: str) -> Iterator[Mark]:
    return iter(()) if time is None else _worded("time", time.text, evidence, text)


def _worded(kind: Kind, words: str, evidence: Evidence, text: str) -> Iterator[Mark]:
    """Yield where a value's own words stand in what proves it: the record keeps them without offsets."""
    for span in evidence:
        start = text.find(words, span.start, span.end) if words else -1
        if start >= 0:
            yield Mark(start, start + len(words), kind)
            return
