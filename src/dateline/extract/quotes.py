"""Quotations: where quotation marks open and close in a text, over paragraphs and with marks lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

SCARE_WORDS = 3  # up to so many words inside a sentence, marks hold a word at a distance and quote nobody
LOST_REACH = 600  # characters that a quotation whose closing mark is lost may run on for
SINGLE_REACH = 400  # characters within which a single mark must close
_MARK = re.compile(r"[“”„«»\"]|``|''|[‘’']")
_OPENING, _CLOSING = frozenset("“„«"), frozenset("”»")
_SINGLE = frozenset("‘’'")
_STOP = re.compile(r"[.!?…][\"”’)]*(?=\s|$)")
Role = Literal["open", "close", "either"]


class Quotation(Struct, frozen=True):
    """Characters [start, end) with their marks and [inner_start, inner_end) without.

    `depth` is 1 inside another quotation. `scare` marks up to three words inside a sentence; `lost` a
    quotation whose closing mark is missing, which ends with its paragraph or where the next one opens.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    scare: bool = False
    lost: bool = False


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text by their start, those inside others too.

    A run of paragraphs that each open with a mark and close only at the last is one quotation.
    """
    outer = [_told(text, *found) for found in _double(text)]
    inner = [_told(text, *found) for found in _singles(text)]
    nested = [_nested(one, outer) for one in inner]
    return tuple(sorted((*outer, *(n for n in nested if n is not None)), key=lambda q: (q.start, -q.end)))


def quotation_at(found: tuple[Quotation, ...], at: int) -> Quotation | None:
    """Return the outermost quotation whose characters include one, or None."""
    return next((q for q in found if q.start <= at < q.end), None)


def _told(text: str, start: int, end: int, lost: bool, mark: int) -> Quotation:
    last = end if lost else end - mark
    inside = text[start + mark : last]
    led = len(inside) - len(inside.lstrip())
    trailed = len(inside) - len(inside.rstrip())
    words = inside.split()
    alone = not text[:start].rstrip(" ") or text[:start].rstrip(" ")[-1] in ".!?:,\n"
    scare = len(words) <= SCARE_WORDS and inside.rstrip()[-1:] not in set(",.!?") and not alone
    return Quotation(start, end, start + mark + led, max(start + mark + led, last - trailed), 0, scare, lost)


def _nested(one: Quotation, outer: list[Quotation]) -> Quotation | None:
    around = [q for q in outer if q.start < one.end and one.start < q.end]
    if not around:
        return one
    if around[0].start < one.start and one.end <= around[0].end:
        return Quotation(one.start, one.end, one.inner_start, one.inner_end, 1, one.scare, one.lost)
    return None


def _double(text: str) -> Iterator[tuple[int, int, bool, int]]:
    """Yield (start, end, lost, width of mark) of quotations in double marks."""
    opened: int | None = None
    for first, last in _paragraphs(text):
        resumed = opened is not None
        for match in _MARK.finditer(text, first, last):
            if match.group() in _SINGLE:
                continue
            at, role = match.start(), _role(text, match.start(), match.group())
            if opened is None:
                opened = at if role != "close" else None
            elif resumed and not text[first:at].strip():
                resumed = False
            elif role == "open":
                yield opened, _lost_end(text, opened, at), True, 1
                opened = at
            else:
                yield opened, match.end(), False, len(match.group())
                opened = None
        if opened is not None and not _goes_on(text, last):
            yield opened, _lost_end(text, opened, last), True, 1
            opened = None


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text):
        yield match.span()


def _goes_on(text: str, end: int) -> bool:
    """Tell whether the next paragraph opens with a mark, as a quotation that goes on does."""
    following = text[end : end + 8].lstrip()
    return following[:1] in {"“", "«", '"'}


def _role(text: str, at: int, mark: str) -> Role:
    if mark in _OPENING or mark == "``":
        return "open"
    if mark in _CLOSING or mark == "''":
        return "close"
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    opens = (not before or before.isspace() or before in "([—–-") and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and (not after or after.isspace() or after in ".,;:!?)]—–-")
    if opens == closes:
        return "either"
    return "open" if opens else "close"


def _lost_end(text: str, start: int, limit: int) -> int:
    """Return where a quotation without closing mark ends: the limit, or its first sentence if that is far."""
    end = start + len(text[start:limit].rstrip())
    if end - start <= LOST_REACH:
        return end
    stop = _STOP.search(text, start + 1, end)
    return stop.end() if stop else end


def _singles(text: str) -> Iterator[tuple[int, int, bool, int]]:
    """Yield quotations in single marks, apostrophes set aside."""
    taken = 0
    for match in re.finditer(r"(?<![\w’'])[‘'](?=[\w“\"])", text):
        start = match.start()
        if start < taken:
            continue
        end = _single_end(text, start)
        if end is not None:
            taken = end
            yield start, end, False, 1


def _single_end(text: str, start: int) -> int | None:
    limit = text.find("\n", start, start + SINGLE_REACH)
    limit = start + SINGLE_REACH if limit < 0 else limit
    closing = "’" if text[start] == "‘" else "'"
    pattern = re.compile(rf"(?<=\S){closing}(?![\w{closing}])")
    ends = list(pattern.finditer(text, start + 2, limit))
    reopened = text.find(text[start], start + 1, limit) if text[start] == "‘" else -1
    if reopened > 0:
        ends = [m for m in ends if m.start() < reopened] or ends[:1]
    sure = [m for m in ends if text[m.start() - 1] in ".,!?"]
    plain = [m for m in ends if text[m.start() - 1] != "s"]
    chosen = (sure[:1] if sure and (not plain or sure[0].start() <= plain[0].start()) else plain[:1]) or ends[-1:]
    return chosen[0].end() if chosen else None
