"""Linking of events that are all at hand: what a store does report by report, done at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from zlib import crc32

from dateline.link.blocking import LINKED_STATUSES, VAGUE_SLACK_DAYS, block_of, may_match
from dateline.link.cluster import Pair, Ties, clusters, home, pair
from dateline.link.content import Affiliated
from dateline.link.copies import words
from dateline.link.score import DIFFERENT, equal, judge, told_twice
from dateline.link.told import Told
from dateline.link.when import LONGEST_DAYS

FEWEST_WORDS = 8  # of a passage whose exact recurrence makes two events candidates


def wording(told: Told) -> int | None:
    """Return a 32-bit hash of the words that an event rests on, or None where they are too few to tell."""
    if told.event.status not in LINKED_STATUSES:
        return None
    found = words(" ".join(span.quote for span in told.event.evidence))
    return crc32(" ".join(found).encode()) if len(found) >= FEWEST_WORDS else None


def tie(one: Told, other: Told, affiliated: Affiliated) -> float | None:
    """Return the score of a pair worth keeping: not clearly different, nor told apart by one report."""
    if one.report == other.report:
        return 1.0 if told_twice(one, other) else None
    score = judge(one, other, affiliated).score
    return score if score > DIFFERENT else None


def link_events(tellings: Iterable[Told], affiliated: Affiliated = equal) -> list[tuple[str, ...]]:
    """Return the incidents that tellings make: the keys of each, news and the recollections of it.

    Recollections of what nobody brings as news, threats and plans are in none. Compares all pairs
    whose days meet; a store with an index is the way for many.
    """
    known = {told.key: told for told in tellings}
    news = {key: told for key, told in known.items() if told.event.status == "occurred"}
    ties = Ties(_scores(sorted(known.values(), key=lambda told: told.key), affiliated))
    found = clusters({key: told.report for key, told in news.items()}, ties)
    incidents = {members[0]: {key: known[key].report for key in members} for members in found}
    joined = {first: list(members) for first, members in incidents.items()}
    for key, told in known.items():
        if told.event.status in {"background", "denied"}:
            incident = home(key, told.report, incidents, ties)
            if incident is not None:
                joined[incident].append(key)
    return sorted(tuple(sorted(members)) for members in joined.values())


def _scores(tellings: Sequence[Told], affiliated: Affiliated) -> dict[Pair, float]:
    scores: dict[Pair, float] = {}
    for one, other in chain(_near(tellings), _worded_alike(tellings)):
        found = pair(one.key, other.key)
        if found not in scores:
            score = tie(one, other, affiliated)
            if score is not None:
                scores[found] = score
    return scores


def _near(tellings: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield the pairs that time and place make worth comparing; days in order bound how far to look back."""
    placed = [(block, told) for told in tellings if (block := block_of(told)) is not None]
    placed.sort(key=lambda row: (row[0].day_from, row[1].key))
    for i, (block, told) in enumerate(placed):
        for block_other, other in reversed(placed[:i]):
            if block.day_from - block_other.day_from > LONGEST_DAYS + VAGUE_SLACK_DAYS:
                break
            if may_match(block, block_other):
                yield told, other


def _worded_alike(tellings: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield the pairs that rest on the very same words."""
    of_words: dict[int, list[Told]] = {}
    for told in tellings:
        said = wording(told)
        if said is not None:
            others = of_words.setdefault(said, [])
            yield from ((told, other) for other in others)
            others.append(told)
