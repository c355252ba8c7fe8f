"""Whether two tellings are of one incident: a score, a decision and its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from typing import Literal, NamedTuple

from dateline.link.clue import Clue
from dateline.link.content import Affiliated, parties_clue, toll_clue, weapons_clue, words_clue
from dateline.link.names import names_clue
from dateline.link.setting import place_clue, time_clue, type_clue
from dateline.link.told import Told

Decision = Literal["same", "different", "unsure"]

PRIOR = -4.2  # log-odds that two events of one country and day are one, before anything is compared
SUREST = 20.0  # log-odds beyond which nothing is surer
SAME, DIFFERENT = 0.7, 0.3
TELLING = 0.2  # points from which a clue is among the reasons


class Judgement(NamedTuple):
    """How surely two tellings are of one incident, and why, in words a person can read."""

    score: float  # 0 to 1
    decision: Decision
    reasons: tuple[str, ...]


def equal(one: str, other: str) -> bool:
    """Tell whether two actor ids are one: what stands in for affiliations where none are known."""
    return one == other


def judge(a: Told, b: Told, affiliated: Affiliated = equal) -> Judgement:
    """Compare two tellings; the order of the two does not matter."""
    first, second = sorted((a, b), key=lambda told: told.key)
    clues = sorted(_clues(first, second, affiliated), key=lambda clue: (-abs(clue.points), clue.detail))
    log_odds = max(-SUREST, min(SUREST, PRIOR + sum(clue.points for clue in clues)))
    score = round(1 / (1 + exp(-log_odds)), 6)
    decision: Decision = "same" if score >= SAME else "different" if score <= DIFFERENT else "unsure"
    return Judgement(score, decision, tuple(c.detail for c in clues if abs(c.points) >= TELLING))


def _clues(a: Told, b: Told, affiliated: Affiliated) -> Iterator[Clue]:
    one, other = a.event, b.event
    yield from time_clue(one.time, other.time)
    yield from place_clue(one.place, other.place)
    yield from type_clue(one, other)
    yield from parties_clue("perpetrator", one.perpetrators, other.perpetrators, affiliated)
    yield from parties_clue("target", one.targets, other.targets, affiliated)
    yield from weapons_clue(one.weapons, other.weapons)
    yield from toll_clue(one, other)
    yield from words_clue(one.evidence, other.evidence)
    yield from names_clue(one, other)


def told_twice(a: Told, b: Told) -> bool:
    """Tell whether two events of one report are one: nothing that the report says keeps them apart."""
    one, other = a.event, b.event
    if one.place is None or other.place is None or one.shared_with or other.shared_with:
        return False
    if (one.sub_event_type, one.place.name, one.place.facility) != (
        other.sub_event_type,
        other.place.name,
        other.place.facility,
    ):
        return False
    if one.time.start is None or (one.time.start, one.time.end) != (other.time.start, other.time.end):
        return False
    against = (clue for clue in _clues(a, b, equal) if clue.points < 0)
    return all(clue.detail == "other words" for clue in against)
