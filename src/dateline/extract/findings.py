"""Everything found in a report's words before any sentence is read: mentions, numbers, times, places, acts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from dateline.extract.chunks import Chunk, chunks
from dateline.extract.dateline_head import FilingLine, filing_line
from dateline.extract.document import Document, Sentence
from dateline.extract.encoder.reading import Reading
from dateline.extract.mentions import Mention, mentions
from dateline.extract.quantities import QuantityMention, quantities
from dateline.extract.times import TimeMention, time_expressions
from dateline.extract.toponyms import Toponym, toponyms
from dateline.extract.triggers import Trigger, triggers

PLACE = 0.8  # probability from which the encoder's word names a place

Found = TypeVar("Found", Mention, QuantityMention, TimeMention, Toponym, Trigger)


class Findings:
    """A document and what its words name, each kind found once, on first use."""

    def __init__(self, document: Document, *, encoder: bool = False) -> None:
        self.document = document
        self._encoder = encoder

    @cached_property
    def reading(self) -> Reading | None:
        """What the encoder reads, or None where rules alone shall read."""
        return Reading(self.document) if self._encoder else None

    @cached_property
    def filing_line(self) -> FilingLine | None:
        """The line that says where and when the report was filed, if it has one."""
        return filing_line(self.document)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What the lexicons know."""
        return mentions(self.document)

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """Time expressions."""
        return time_expressions(self.document)

    @cached_property
    def quantities(self) -> tuple[QuantityMention, ...]:
        """Counts; the numbers of dates and clock times are none."""
        return quantities(self.document, frozenset(_tokens(self.times)))

    @cached_property
    def toponyms(self) -> tuple[Toponym, ...]:
        """Places, where no actor, organisation or time has the words."""
        named = [(m.first, m.last) for m in self._long_names]
        taken = [*named, *((time.first, time.last) for time in self.times)]
        reading = self.reading
        marked = reading.tagged("Location", PLACE) if reading is not None else ()
        return toponyms(self.document, taken, [(run.first, run.last) for run in marked])

    @cached_property
    def toponym_at(self) -> Mapping[int, Toponym]:
        """Places by each of their tokens; no two share one."""
        return {token: toponym for toponym in self.toponyms for token in range(toponym.first, toponym.last)}

    @cached_property
    def triggers(self) -> tuple[Trigger, ...]:
        """Words that name acts."""
        return tuple(t for t in triggers(self.document) if t.head not in self.time_tokens)

    @cached_property
    def trigger_at(self) -> Mapping[int, Trigger]:
        """Triggers by each of their tokens."""
        return {token: trigger for trigger in self.triggers for token in range(trigger.first, trigger.last)}

    @cached_property
    def time_tokens(self) -> frozenset[int]:
        """The tokens of time expressions."""
        return frozenset(_tokens(self.times))

    def chunks(self, sentence: Sentence) -> tuple[Chunk, ...]:
        """Return a sentence's phrases; a name that runs over several of them is one noun phrase."""
        cut = _cut_after_times(self.document, chunks(self.document, sentence), self._time_ends)
        return _joined(cut, [(m.first, m.last) for m in within(self._long_names, sentence)])

    @cached_property
    def _long_names(self) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if m.kind in {"actor", "organisation"})

    @cached_property
    def _time_ends(self) -> Mapping[int, int]:
        return {t.first: t.last for t in self.times if not t.attributive}


def within(found: Sequence[Found], sentence: Sentence | Chunk) -> list[Found]:
    """Return what lies wholly inside a sentence or phrase, in text order; `found` is ordered by first token."""
    start = bisect_left(found, sentence.first, key=lambda item: item.first)
    end = bisect_left(found, sentence.last, lo=start, key=lambda item: item.first)
    return [item for item in found[start:end] if item.last <= sentence.last]


def longest(found: Iterable[Found], good: Callable[[Found], bool]) -> Found | None:
    """Return the longest of what is good, the first of equals."""
    return max(filter(good, found), key=lambda item: (item.last - item.first, -item.first), default=None)


def _tokens(found: Iterable[TimeMention]) -> Iterable[int]:
    return (token for item in found for token in range(item.first, item.last))


def _cut_after_times(document: Document, phrases: Iterable[Chunk], ends: Mapping[int, int]) -> tuple[Chunk, ...]:
    """Return phrases, a time cut off from the people that follow it: "In July | two police officers"."""
    made: list[Chunk] = []
    for phrase in phrases:
        end = ends.get(phrase.first, phrase.first)
        if phrase.kind == "NP" and phrase.first < end <= phrase.head and document.tokens[end].folded != "s":
            made += [Chunk("NP", phrase.first, end, end - 1), Chunk("NP", end, phrase.last, phrase.head)]
        else:
            made.append(phrase)
    return tuple(made)


def _joined(phrases: tuple[Chunk, ...], names: list[tuple[int, int]]) -> tuple[Chunk, ...]:
    joined: list[Chunk] = []
    for phrase in phrases:
        split = next((n for n in names if joined and n[0] < phrase.first < n[1]), None)
        if split is None:
            joined.append(phrase)
        else:
            last = max(phrase.last, split[1])
            head = split[1] - 1 if phrase.last <= split[1] else phrase.head
            joined[-1] = Chunk("NP", joined[-1].first, last, head)
    return tuple(joined)
