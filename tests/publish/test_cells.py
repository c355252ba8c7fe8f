"""Cells are data: a spreadsheet never computes what a report wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.publish.cells import Cell, cell, text_cell

CASES: list[tuple[Cell, str | int | float]] = [
    ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
    ("+1", "'+1"),
    ("-2+3", "'-2+3"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'=1"),
    ("\r\n=1", "'=1"),
    ("  =1", "'=1"),
    ("\u200b=1", "'\u200b=1"),
    ("＝1", "'＝1"),
    ("\x00=1", "'=1"),
    ("a\nb\tc\x1b[31m", "a b c [31m"),
    ("Harran", "Harran"),
    (-33.8, -33.8),
    (0, 0),
    (None, ""),
]


@pytest.mark.parametrize(("value", "shown"), CASES)
def test_cell(value: Cell, shown: str | float) -> None:
    assert cell(value) == shown


@given(st.text())
def test_no_text_begins_a_formula_or_a_line(text: str) -> None:
    shown = text_cell(text)
    assert not shown.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
    assert len(shown.splitlines()) <= 1


@given(st.text(alphabet="=+-@ \t\r\n\x00\u200b\u2066a"))
def test_nor_after_characters_that_are_not_seen(text: str) -> None:
    shown = text_cell(text)
    assert not shown.strip(" \u200b").startswith(("=", "+", "-", "@"))
