"""The headline of a plain text: its first line, if that clearly is one."""

from __future__ import annotations

import re
from typing import Final

MAX_HEADLINE: Final = 150  # characters
_BYLINE = re.compile(r"(?i)(?:by|from|from:|to:|date:|subject:|published|updated|posted)\b")


def headline_of(text: str) -> str | None:
    """Return the first line if it is a headline over a longer paragraph, else None; the text keeps it.

    The first line of a text that is wrapped at a fixed width is no headline: its next line is about as long.
    """
    lines = text.lstrip().split("\n", 40)
    first = lines[0].strip()
    if not _looks_like_headline(first):
        return None
    if len(lines) > 1 and lines[1].strip():
        following = lines[1].strip()
        return first if len(following) * 2 >= len(first) * 3 and not following[0].islower() else None
    return first if len(_paragraph(lines[1:])) > len(first) else None


def _looks_like_headline(line: str) -> bool:
    words = line.split()
    return (
        len(line) <= MAX_HEADLINE
        and len(words) >= 3
        and line[-1] not in ".,;:…"
        and not line[0].islower()
        and (line[0].isalnum() or line[0] in "\"'“‘«")
        and not _BYLINE.match(line)
    )


def _paragraph(lines: list[str]) -> str:
    """Return the first paragraph of some lines, its wrapped lines joined."""
    parts: list[str] = []
    for line in lines:
        if line.strip():
            parts.append(line.strip())
        elif parts:
            break
    return " ".join(parts)
