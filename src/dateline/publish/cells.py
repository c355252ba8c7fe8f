"""Cells of a spreadsheet that are data and nothing else: no formula, no control character, one line each."""

from __future__ import annotations

import re
from typing import Final

Cell = str | int | float | None

_FORMULA: Final = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]")
_BREAKS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


def text_cell(text: str) -> str:
    """Return text as one line that no spreadsheet takes for a formula: such text gets a leading apostrophe."""
    line = _BREAKS.sub(" ", text).strip()
    return f"'{line}" if _FORMULA.match(line) else line


def cell(value: Cell) -> str | int | float:
    """Return a value as a cell: numbers stay numbers, None is empty, text is made safe."""
    if value is None:
        return ""
    return text_cell(value) if isinstance(value, str) else value
