"""Passages that stand earlier in the same text: a body pasted twice, a lead repeated, a pull quote."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.lexicon.words import ABBREVIATIONS

MIN_PASSAGE: Final = 80  # characters; a shorter sentence may well be said twice
MIN_HEADLINE: Final = 40
_SEED: Final = 24  # characters without spaces by which an earlier copy is looked up
_CANDIDATES: Final = 8  # earlier copies tried at one place, so that no text takes quadratic time

_STOP = re.compile(r"(?<![.!?؟۔。！？])[.!?؟۔。！？]++[\"'”’»)\]]*+(?:\s+|(?<=[。！？]))")
_LAST_WORD = re.compile(r"(\w+)\.$")
_WORD_START = re.compile(r"(?<!\S)\S|(?<!\w)\w|[\u3040-\u9fff]")


def find_repeats(text: str) -> tuple[tuple[int, int], ...]:
    """Return [start, end) of each passage that repeats an earlier one, whatever the spaces between its words.

    A passage is one or more whole sentences or lines, together at least 80 characters; the later copy is
    the repeat. Neighbouring repeats are one. A headline of 40 characters with which the body opens again
    counts too.
    """
    found = list(_Passages(text))
    headline = _headline_again(text)
    if headline is not None:
        found = [headline, *(span for span in found if span[0] >= headline[1])]
    return _merged(text, found)


class _Passages:
    """The repeated passages of a text, found in the text without its white space."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bare = "".join(text.split())
        self._offsets = [i for i, c in enumerate(text) if not c.isspace()]
        units = list(_units(text))
        self._starts = [self._place(start) for start, _ in units]
        self._ends = [self._place(end) for _, end in units]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        if len(self._starts) < 2:
            return
        seeds: defaultdict[str, list[int]] = defaultdict(list)
        words = (self._place(match.start()) for match in _WORD_START.finditer(self._text))
        word = next(words, None)
        taken = 0
        for start in self._starts:
            if start < taken:
                continue
            while word is not None and word < start:
                places = seeds[self._bare[word : word + _SEED]]
                if len(places) < _CANDIDATES:
                    places.append(word)
                word = next(words, None)
            end = self._end_of_repeat(start, seeds.get(self._bare[start : start + _SEED], ()))
            if end > start and self._offsets[end - 1] + 1 - self._offsets[start] >= MIN_PASSAGE:
                taken = end
                yield self._offsets[start], self._offsets[end - 1] + 1

    def _place(self, offset: int) -> int:
        return bisect_left(self._offsets, offset)

    def _end_of_repeat(self, start: int, earlier: Sequence[int]) -> int:
        """Return the end of the last whole sentence that stands both here and at one of the earlier places."""
        length = max((min(self._alike(place, start), start - place) for place in earlier), default=0)
        last = bisect_right(self._ends, start + length) - 1
        return self._ends[last] if last >= 0 else 0

    def _alike(self, first: int, second: int) -> int:
        bare, length, step = self._bare, 0, 1024
        while step:
            here = second + length + step
            if here <= len(bare) and bare[first + length : first + length + step] == bare[second + length : here]:
                length += step
            else:
                step //= 2
        return length


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of each sentence; a line end ends one."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if _ends_sentence(text, start, stop, line.end()):
                yield from _stripped(text, start, stop.end())
                start = stop.end()
        yield from _stripped(text, start, line.end())


def _ends_sentence(text: str, start: int, stop: re.Match[str], line_end: int) -> bool:
    if stop.end() >= line_end or text[stop.end()].islower():
        return False
    word = _LAST_WORD.search(text, max(start, stop.start() - 20), stop.start() + 1)
    return word is None or (len(word[1]) > 1 and word[1].lower() not in ABBREVIATIONS)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(bare)


def _headline_again(text: str) -> tuple[int, int] | None:
    """Return the second line's place if it is the first line over again."""
    lines = re.finditer(r"\S[^\n]*", text)
    first, second = next(lines, None), next(lines, None)
    if first is None or second is None or len(first[0].rstrip()) < MIN_HEADLINE:
        return None
    if first[0].split() != second[0].split():
        return None
    return second.start(), second.start() + len(second[0].rstrip())


def _merged(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)
