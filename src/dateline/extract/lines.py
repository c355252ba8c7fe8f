"""Which line ends of a text also end a sentence: paragraphs and headlines do, hard wraps do not."""

import re
from itertools import pairwise

WIDEST_WRAP = 110  # characters; longer lines are paragraphs, not wrapped text
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[•●▪◦‣·*]|[-–—](?=\s)|\(?(?:\d{1,2}|[a-z])[.)](?=\s))")
_OPEN_WORDS = frozenset(
    (
        "a an the of in on at by for from with to and or but as than that which who whose into over under "
        "near between against its their his her our is are was were be been has have had will would"
    ).split()
)
_TERMINAL = re.compile(r"[.!?…][\"'”’)\]]*$")


def line_breaks(text: str) -> frozenset[int]:
    """Return the places of the newlines that end a sentence."""
    if "\n" not in text:
        return frozenset()
    lines = [(m.start(), m.end(), m.group().strip()) for m in _LINE.finditer(text) if not m.group().isspace()]
    width = _wrap_width(text, lines)
    found = set()
    for (_, end, line), (start, _, following) in pairwise(lines):
        if _is_blank(text, end, start) or _ends(line, following, width):
            found.add(end)
    return frozenset(found)


def _is_blank(text: str, end: int, start: int) -> bool:
    return text.count("\n", end, start) > 1


def _wrap_width(text: str, lines: list[tuple[int, int, str]]) -> int:
    """Return the column at which the text was wrapped, or 0 where its lines are paragraphs."""
    pairs = [
        (line, following)
        for (_, end, line), (start, _, following) in pairwise(lines)
        if not _is_blank(text, end, start)
    ]
    widest = max((len(line) for _, _, line in lines), default=0)
    if not pairs or widest > WIDEST_WRAP:
        return 0
    carried = sum(_carries_on(line, following) for line, following in pairs)
    return widest if carried * 5 >= len(pairs) else 0


def _carries_on(line: str, following: str) -> bool:
    """Tell whether the words alone show that a sentence runs across the line end."""
    if _TERMINAL.search(line):
        return False
    return following[0].islower() or line[-1] == "," or line.rsplit(maxsplit=1)[-1].lower() in _OPEN_WORDS


def _ends(line: str, following: str, width: int) -> bool:
    if _BULLET.match(following) and (not width or line[-1] in ".!?:;…" or following[0] in "•●▪◦‣"):
        return True
    if _carries_on(line, following):
        return False
    if not width:
        return True
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) < width - 2  # the next word would have fitted: meant
