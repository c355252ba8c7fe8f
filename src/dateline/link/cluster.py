"""Tellings into incidents: a clustering that the order of arrival cannot change.

Pairs are joined from the surest down. Events that one report tells apart never meet, what a person
decided always holds, and two groups join only where their tellings agree on the whole, so that one
likely pair cannot chain two incidents together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from dateline.link.score import SAME

Pair = tuple[str, str]
JOIN = 0.5  # mean score between two groups from which they are one; pairs never compared count 0


def pair(one: str, other: str) -> Pair:
    """Return two keys in their order: how a pair is known."""
    return (one, other) if one < other else (other, one)


class Ties(NamedTuple):
    """What is known of pairs of tellings, machine's scores and persons' decisions."""

    scores: Mapping[Pair, float]  # also of tellings of one report that says the same thing twice
    together: Collection[Pair] = frozenset()  # a person said "same"
    apart: Collection[Pair] = frozenset()  # a person said "not the same"


class _Groups:
    """Disjoint groups of keys that know their members, and which of them a person put together."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.of = {key: key for key in keys}
        self.members = {key: [key] for key in self.of}
        self.held = dict(self.of)  # key -> what stands for those that a person put together

    def join(self, one: str, other: str) -> None:
        kept, gone = sorted((self.of[one], self.of[other]))
        if kept != gone:
            for key in self.members.pop(gone):
                self.of[key] = kept
                self.members[kept].append(key)


def clusters(reports: Mapping[str, str], ties: Ties) -> list[tuple[str, ...]]:
    """Return the incidents among tellings: `reports` gives each telling's report.

    Each incident's keys are sorted, and so are the incidents.
    """
    groups = _Groups(sorted(reports))
    for one, other in sorted(ties.together):
        if one in reports and other in reports:
            groups.join(one, other)
    groups.held = dict(groups.of)
    likely = [
        found for found, score in ties.scores.items() if score >= SAME and found[0] in reports and found[1] in reports
    ]
    likely.sort(key=lambda found: (-ties.scores[found], found))
    joined = True
    while joined:
        joined = False
        for one, other in likely:
            if groups.of[one] != groups.of[other] and _fit(groups, one, other, reports, ties):
                groups.join(one, other)
                joined = True
    return sorted(tuple(sorted(members)) for members in groups.members.values())


def _fit(groups: _Groups, one: str, other: str, reports: Mapping[str, str], ties: Ties) -> bool:
    left, right = groups.members[groups.of[one]], groups.members[groups.of[other]]
    best: dict[Pair, float] = {}  # what a person put together counts as one, by its likeliest telling
    for a in left:
        for b in right:
            found = pair(a, b)
            score = ties.scores.get(found)
            if found in ties.apart or (reports[a] == reports[b] and score is None):
                return False
            held = (groups.held[a], groups.held[b])
            best[held] = max(best.get(held, 0.0), score or 0.0)
    return sum(best.values()) >= JOIN * len(best)


def contradiction(ties: Ties) -> Pair | None:
    """Return a pair that persons called both the same, if through others, and not the same, or None."""
    groups = _Groups({key for found in (*ties.together, *ties.apart) for key in found})
    for one, other in ties.together:
        groups.join(one, other)
    return min((p for p in ties.apart if groups.of[p[0]] == groups.of[p[1]]), default=None)


def home(recalled: str, report: str, incidents: Mapping[str, Mapping[str, str]], ties: Ties) -> str | None:
    """Return the incident that a recollection belongs to, the likeliest, or None.

    `incidents` gives, by incident, the news tellings and their reports. A report's recollection is
    not its own news, unless it says the same thing twice.
    """
    best: tuple[float, str, str] | None = None
    for incident, tellings in incidents.items():
        if any(pair(recalled, key) in ties.apart for key in tellings):
            continue
        held = any(pair(recalled, key) in ties.together for key in tellings)
        own = any(told == report and pair(recalled, key) not in ties.scores for key, told in tellings.items())
        if own and not held:
            continue
        for key in tellings:
            score = 1.1 if pair(recalled, key) in ties.together else ties.scores.get(pair(recalled, key), 0.0)
            if score >= SAME and (best is None or (-score, key) < best[:2]):
                best = (-score, key, incident)
    return None if best is None else best[2]
