"""Cleaning replaces characters one for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.clean import broken_characters, clean

ANY_TEXT = st.text(st.characters(codec=None))

CASES = [
    ("Two\tmen\nfled.", "Two\tmen\nfled."),
    ("Two\r\nmen", "Two \nmen"),
    ("Two\rmen", "Two\nmen"),
    ("Two\r\r\nmen", "Two\n \nmen"),
    ("Two\x00men\x1b\x7f\x81", "Two men   "),
    ("\x93Syria\x92s\x94 \x96 war\x85", "“Syria’s” – war…"),  # windows-1252 read as Latin-1
    ("Two\ud800men\udfff", "Two\ufffdmen\ufffd"),
    ("\ufeffTwo  men \u2028 ", "\ufeffTwo  men \u2028 "),
    ("cafe\u0301", "cafe\u0301"),
]


@pytest.mark.parametrize(("text", "cleaned"), CASES)
def test_replaces_only_what_breaks_tools(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(ANY_TEXT)
def test_keeps_every_offset(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert all(new == old or not old.isprintable() for new, old in zip(cleaned, text, strict=True))


@given(ANY_TEXT)
def test_leaves_text_that_any_tool_can_take(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode() == cleaned
    assert clean(cleaned) == cleaned
    assert broken_characters(cleaned) == 0


def test_counts_broken_characters_but_not_line_ends() -> None:
    assert broken_characters("a\r\nb\tc\x00d\ud800") == 2
