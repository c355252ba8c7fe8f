"""Whether confidence keeps its word: of what is said to be right with 0.8, eight in ten should be.

Expected calibration error (Naeini and others, AAAI 2015): values are put in bins of like confidence, and the distance
between a bin's mean confidence and its share of right values is averaged, each bin weighing as many values as it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from dateline.analyse.agreement import pair_events
from dateline.analyse.sameness import same_count, same_day, same_party, same_place
from dateline.model.report import Event, Report
from dateline.model.values import ReadBy

BINS = 10

Item = TypeVar("Item")


class Judged(Struct, frozen=True):
    """One value with its confidence, who read it, and whether gold bears it out."""

    kind: str
    by: ReadBy | None
    confidence: float
    right: bool


class Bin(Struct, frozen=True):
    """Values of like confidence: how many, their mean confidence, and the share that is right."""

    values: int
    confidence: float
    right: float


def judged(gold: Report, found: Report) -> Iterator[Judged]:
    """Yield every value of a reading that has a confidence, judged by gold; what an unpaired event has is wrong."""
    pairs, _, lonely = pair_events(gold.events, found.events)
    for wanted, event in pairs:
        yield from _event(wanted, event)
    for event in lonely:
        yield from _event(None, event)


def _event(gold: Event | None, event: Event) -> Iterator[Judged]:
    if event.confidence is None:
        return
    told = gold is not None
    yield Judged("event", event.read_by, event.confidence, told)
    if event.status_confidence is not None:
        right = gold is not None and gold.status == event.status
        yield Judged("status", event.read_by, event.status_confidence, right)
    if event.sub_type_confidence is not None:
        right = gold is not None and gold.sub_event_type == event.sub_event_type
        yield Judged("sub_type", event.read_by, event.sub_type_confidence, right)
    if event.time.confidence is not None:
        right = gold is not None and same_day(gold.time, event.time)
        yield Judged("time", event.time.read_by, event.time.confidence, right)
    place = event.place
    if place is not None and place.confidence is not None:
        right = gold is not None and gold.place is not None and same_place(gold.place, place)
        yield Judged("place", place.read_by, place.confidence, right)
    for kind, golds, founds, same in (
        ("perpetrator", gold.perpetrators if gold else (), event.perpetrators, same_party),
        ("target", gold.targets if gold else (), event.targets, same_party),
        ("weapon", gold.weapons if gold else (), event.weapons, lambda a, b: a.type == b.type),
        ("casualty", gold.casualties if gold else (), event.casualties, same_count),
    ):
        yield from _many(kind, golds, founds, same)


def _many(kind: str, golds: Sequence, founds: Sequence, same: Callable) -> Iterator[Judged]:  # type: ignore[type-arg]
    left = list(golds)
    for value in founds:
        partner = next((one for one in left if same(one, value)), None)
        if partner is not None:
            left.remove(partner)
        if value.confidence is not None:
            yield Judged(kind, value.read_by, value.confidence, partner is not None)


def bins(values: Iterable[Judged], count: int = BINS) -> list[Bin]:
    """Return the bins of equal width that hold values, from low confidence to high."""
    sorted_in: list[list[Judged]] = [[] for _ in range(count)]
    for one in values:
        sorted_in[min(int(one.confidence * count), count - 1)].append(one)
    return [
        Bin(len(held), sum(j.confidence for j in held) / len(held), sum(j.right for j in held) / len(held))
        for held in sorted_in
        if held
    ]


def calibration_error(values: Sequence[Judged], count: int = BINS) -> float:
    """Return the expected calibration error, 0 to 1; 0 where there are no values."""
    apart = sum(one.values * abs(one.confidence - one.right) for one in bins(values, count))
    return apart / len(values) if values else 0.0
