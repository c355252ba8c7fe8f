"""Whether two values of two readings of one report say the same: days, places, parties, counts, stances."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.lexicon.actors import load_actors
from dateline.lexicon.words import fold, word_spans
from dateline.model.report import Figure
from dateline.model.values import Casualty, Party, Place, Quantity, Responsibility, Span, Time
from dateline.resolve.distance import distance_km

NEAR_KM = 50.0  # a place within this of the gold's, or of the same name, is right
EMPTY = frozenset("the a an of and in group forces people at least more than".split())


def overlap(a: Span, b: Span) -> float:
    """Return the shared characters of two spans over the shorter one, 0 to 1."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(shared, 0) / max(min(a.end - a.start, b.end - b.start), 1)


def same_day(a: Time, b: Time) -> bool:
    """Tell whether two times begin on the same day (month, year), as far as the less precise one tells."""
    if a.start is None or b.start is None:
        return a.start == b.start
    size = min(len(a.start[:10]), len(b.start[:10]))
    return a.start[:size] == b.start[:size]


def same_place(a: Place, b: Place) -> bool:
    """Tell whether two places are one: the same name, or within 50 km and as vague, in the same country."""
    if a.country != b.country:
        return False
    if _words(a.name) & _words(b.name):
        return True
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    limit = NEAR_KM if 3 not in {a.geo_precision, b.geo_precision} else 4 * NEAR_KM
    return distance_km((a.lat, a.lon), (b.lat, b.lon)) <= limit


def same_party(a: Party, b: Party) -> bool:
    """Tell whether two parties are one: words of the name shared, or of the text that names them."""
    if _words(a.name) & _words(b.name) or _actor_ids(a.name) & _actor_ids(b.name):
        return True
    return any(overlap(x, y) >= 0.5 for x in a.evidence for y in b.evidence)


@cache
def _actor_ids(name: str) -> frozenset[str]:
    """Return the ids of the actors that a name may stand for ("ISIL", "Daesh")."""
    words = [name[start:end] for start, end in word_spans(name)]
    return frozenset(n.actor.id for hit in load_actors().find(words) for n in hit.entries)


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities bound the same numbers under the same hedge."""
    return (a.min, a.max, a.best, a.hedge) == (b.min, b.max, b.best, b.hedge)


def same_figure(a: Figure, b: Figure) -> bool:
    """Tell whether two figures count the same: kind and number."""
    return a.kind == b.kind and same_quantity(a.quantity, b.quantity)


def same_count(a: Casualty, b: Casualty) -> bool:
    """Tell whether two rows have the same kind, number and hedge, whatever their group is called."""
    return a.kind == b.kind and same_quantity(a.quantity, b.quantity)


def same_row(a: Casualty, b: Casualty) -> bool:
    """Tell whether two rows also speak of the same group."""
    shared = _words(a.group) & _words(b.group)
    people = {"people", "person", "persons", "others", "civilians"}
    return same_count(a, b) and bool(shared or (_lower(a.group) in people and _lower(b.group) in people))


def same_stance(a: Responsibility, b: Responsibility) -> bool:
    """Tell whether two stances are one speaker's."""
    return a.stance == b.stance and same_party(a.speaker, b.speaker)


def _words(name: str) -> set[str]:
    return set(_folded(name)) - EMPTY


def _folded(name: str) -> Iterator[str]:
    for start, end in word_spans(name):
        word = fold(name[start:end])
        if word.isalnum():
            yield word[:-1] if word.endswith("s") and len(word) > 3 else word


def _lower(text: str) -> str:
    return text.casefold().strip()
