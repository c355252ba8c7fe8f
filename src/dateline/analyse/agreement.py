"""How far two readings of the same reports agree, field by field: a record and gold, or two annotators.

Events are paired one to one by what they rest on, then every field counts its items: those of unpaired events
are misses and false finds as well, so that a figure is end to end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from dateline.analyse.sameness import (
    overlap,
    same_count,
    same_day,
    same_figure,
    same_party,
    same_place,
    same_row,
    same_stance,
)
from dateline.model.report import Event, Report
from dateline.model.values import Party

FIELDS = (
    "event",
    "type",
    "sub_type",
    "status",
    "date",
    "country",
    "place",
    "perpetrator",
    "target",
    "weapon",
    "casualty",
    "casualty_count",
    "responsibility",
    "figure",
    "speaker",
    "statement",
)
PAIRED = 0.35  # least likeness of two events that are taken for one

Item = TypeVar("Item")


class Count(Struct, frozen=True):
    """Items found right, found wrongly and missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of what was found that is right, 0 to 1; 0 where nothing was found."""
        return self.right / (self.right + self.false) if self.right else 0.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found, 0 to 1; 0 where there is nothing."""
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else 0.0


class Miss(Struct, frozen=True):
    """One thing that two readings differ in: the field, what gold has and what was found (None where absent)."""

    field: str
    gold: str | None
    found: str | None
    words: str


class Agreement(Struct, frozen=True):
    """Counts by field, and every difference."""

    counts: Mapping[str, Count]
    misses: tuple[Miss, ...]


def agreement(gold: Report, found: Report) -> Agreement:
    """Compare a reading of a report with gold; only news and history that both should have are paired."""
    pairs, lonely_gold, lonely_found = pair_events(gold.events, found.events)
    tally = _Tally()
    for a, b in pairs:
        _compare_events(tally, a, b)
    for a in lonely_gold:
        _compare_events(tally, a, None)
    for b in lonely_found:
        _compare_events(tally, None, b)
    tally.match("figure", gold.figures, found.figures, same_figure, lambda f: f"{f.kind} {f.quantity.text}")
    speakers = ([s.speaker for s in gold.statements], [s.speaker for s in found.statements])
    tally.match("speaker", _unique(speakers[0]), _unique(speakers[1]), same_party, lambda p: p.name)
    tally.match(
        "statement",
        gold.statements,
        found.statements,
        lambda a, b: overlap(a.content, b.content) >= 0.5,
        lambda s: s.content.quote,
    )
    return Agreement(tally.counts, tuple(tally.misses))


def pair_events(
    gold: Sequence[Event], found: Sequence[Event]
) -> tuple[list[tuple[Event, Event]], list[Event], list[Event]]:
    """Return events paired one to one, best likeness first, then those of gold and of the reading left alone."""
    scored = sorted(
        ((likeness(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(found)),
        key=lambda t: (-t[0], t[1], t[2]),
    )
    pairs, left, right = [], set(range(len(gold))), set(range(len(found)))
    for score, i, j in scored:
        if score >= PAIRED and i in left and j in right:
            pairs.append((gold[i], found[j]))
            left.remove(i)
            right.remove(j)
    return pairs, [gold[i] for i in sorted(left)], [found[j] for j in sorted(right)]


def likeness(a: Event, b: Event) -> float:
    """Return how like two events are, 0 to 1: the words they rest on, type, place, day and toll."""
    words = max((overlap(x, y) for x in a.evidence for y in b.evidence), default=0.0)
    sort = 1.0 if a.sub_event_type == b.sub_event_type else 0.6 if a.event_type == b.event_type else 0.0
    where = 0.5 if a.place is None or b.place is None else float(same_place(a.place, b.place))
    when = float(same_day(a.time, b.time))
    counts = {(c.kind, c.quantity.best, c.quantity.min) for c in a.casualties} & {
        (c.kind, c.quantity.best, c.quantity.min) for c in b.casualties
    }
    if words == 0.0:
        return 0.0
    return 0.35 * words + 0.3 * sort + 0.15 * where + 0.1 * when + 0.1 * bool(counts)


class _Tally:
    """Counts by field as they grow."""

    def __init__(self) -> None:
        self.counts: dict[str, Count] = dict.fromkeys(FIELDS, Count())
        self.misses: list[Miss] = []

    def one(self, field: str, gold: str | None, found: str | None, *, right: bool, words: str) -> None:
        """Count a field that an event has once."""
        if right:
            self.counts[field] += Count(right=1)
            return
        self.counts[field] += Count(false=int(found is not None), missed=int(gold is not None))
        if gold is not None or found is not None:
            self.misses.append(Miss(field, gold, found, words))

    def match(
        self,
        field: str,
        gold: Sequence[Item],
        found: Sequence[Item],
        same: Callable[[Item, Item], bool],
        name: Callable[[Item], str],
        *,
        words: str = "",
    ) -> None:
        """Count a field of many items, each paired with one at most."""
        left = list(found)
        for item in gold:
            partner = next((other for other in left if same(item, other)), None)
            if partner is None:
                self.one(field, name(item), None, right=False, words=words)
            else:
                left.remove(partner)
                self.counts[field] += Count(right=1)
        for other in left:
            self.one(field, None, name(other), right=False, words=words)


def _compare_events(tally: _Tally, gold: Event | None, found: Event | None) -> None:
    event = gold or found
    assert event is not None  # noqa: S101
    words = event.evidence[0].quote
    both = gold is not None and found is not None
    label = (_label(gold), _label(found))
    tally.one("event", *label, right=both, words=words)
    for field, read in _SINGLE.items():
        a, b = (read(gold) if gold else None), (read(found) if found else None)
        tally.one(field, a, b, right=both and a == b, words=words)
    _compare_setting(tally, gold, found, words)
    for field, items, same, name in _MANY:
        tally.match(field, items(gold), items(found), same, name, words=words)


def _compare_setting(tally: _Tally, gold: Event | None, found: Event | None, words: str) -> None:
    times = (gold.time if gold else None, found.time if found else None)
    day = times[0] is not None and times[1] is not None and same_day(times[0], times[1])
    days = [None if t is None else t.start or "unknown" for t in times]
    tally.one("date", days[0], days[1], right=day, words=words)
    places = (gold.place if gold else None, found.place if found else None)
    if places == (None, None):
        return
    near = places[0] is not None and places[1] is not None and same_place(places[0], places[1])
    names = [None if p is None else p.name for p in places]
    tally.one("place", names[0], names[1], right=near, words=words)
    countries = [None if p is None else p.country for p in places]
    tally.one("country", countries[0], countries[1], right=countries[0] == countries[1] is not None, words=words)


def _label(event: Event | None) -> str | None:
    return None if event is None else f"{event.sub_event_type} ({event.status})"


_SINGLE: Mapping[str, Callable[[Event], str]] = {
    "type": lambda e: e.event_type,
    "sub_type": lambda e: e.sub_event_type,
    "status": lambda e: e.status,
}
_MANY: tuple[tuple[str, Callable[[Event | None], list], Callable, Callable], ...] = (  # type: ignore[type-arg]
    ("perpetrator", lambda e: list(e.perpetrators) if e else [], same_party, lambda p: p.name),
    ("target", lambda e: list(e.targets) if e else [], same_party, lambda p: p.name),
    ("weapon", lambda e: list(e.weapons) if e else [], lambda a, b: a.type == b.type, lambda w: w.type),
    (
        "casualty",
        lambda e: list(e.casualties) if e else [],
        same_row,
        lambda c: f"{c.kind} {c.quantity.text} {c.group}",
    ),
    ("casualty_count", lambda e: list(e.casualties) if e else [], same_count, lambda c: f"{c.kind} {c.quantity.text}"),
    (
        "responsibility",
        lambda e: list(e.responsibility) if e else [],
        same_stance,
        lambda r: f"{r.speaker.name} {r.stance}",
    ),
)


def total(parts: Iterable[Agreement]) -> dict[str, Count]:
    """Return the counts of many reports added up."""
    counts = dict.fromkeys(FIELDS, Count())
    for part in parts:
        for field, count in part.counts.items():
            counts[field] += count
    return counts


def mean_f1(counts: Mapping[str, Count]) -> float:
    """Return the mean F1 over fields that occur at all, 0 to 1."""
    present = [c.f1 for c in counts.values() if c.right or c.false or c.missed]
    return sum(present) / len(present) if present else 0.0


def _unique(parties: Iterable[Party]) -> list[Party]:
    return list({party.name.casefold(): party for party in parties}.values())
