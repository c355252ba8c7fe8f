"""A long report cut into windows that the encoder reads one at a time, each with the report's opening before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

SIZE = 254
"""Word pieces in a window, without the two marks at its ends. Longer windows than the weights were trained on hurt."""
OPENING = 48
"""Word pieces of the opening at most: who, where and when of the whole report are told there."""


class Window(Struct, frozen=True):
    """Words [first, last) of a report, read together with its opening [0, opening)."""

    opening: int
    first: int
    last: int

    def words(self) -> list[int]:
        """Return the indices of the words that are read, in order."""
        return [*range(self.opening), *range(self.first, self.last)]


def windows(pieces: Sequence[int], sentences: Sequence[tuple[int, int]]) -> Iterator[Window]:
    """Yield the windows of a report, given the pieces of each word and each sentence as words [first, last).

    Together their [first, last) cover every word once. A window ends where a sentence does, if one fits.
    """
    total = len(pieces)
    opening = _opening(pieces, sentences)
    bounds = [last for _, last in sentences]
    first = 0
    while first < total:
        used = opening if first else 0
        last = _fill(pieces, first, SIZE - sum(pieces[:used]))
        if last < total:
            last = max((end for end in bounds if first < end <= last), default=last)
        yield Window(used, first, last)
        first = last


def _opening(pieces: Sequence[int], sentences: Sequence[tuple[int, int]]) -> int:
    """Return how many words open the report: its first sentences as far as they fit, or a part of the first."""
    fitting = _fill(pieces, 0, OPENING)
    return max((last for _, last in sentences if last <= fitting), default=fitting)


def _fill(pieces: Sequence[int], first: int, room: int) -> int:
    """Return the end of the words from `first` that fit; one word at least."""
    last = first
    while last < len(pieces) and (pieces[last] <= room or last == first):
        room -= pieces[last]
        last += 1
    return last
