"""Lexicon files: what is wrong with one is said in one line that names it."""

import pickle

import pytest

from dateline.errors import LexiconError
from dateline.lexicon.reading import Head, parse_lexicon, read_lexicon

HEAD = 'version = "1"\nsource = "s"\nlicence = "CC0-1.0"\n'


class Layout(Head, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of words."""

    words: tuple[str, ...] = ()


def test_reads_head_and_entries() -> None:
    assert parse_lexicon("a.toml", f'format = 1\n{HEAD}words = ["a"]', Layout).words == ("a",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("format = ", "is not TOML"),
        (f"format = 2\n{HEAD}", "format 2, expected 1"),
        (f"format = 1\n{HEAD}word = 3", "unknown field"),
        (f"format = 1\n{HEAD}words = 3", "Expected `array`"),
        ("format = 1", "missing required field"),
    ],
)
def test_says_what_is_wrong(text: str, reason: str) -> None:
    with pytest.raises(LexiconError, match=reason) as caught:
        parse_lexicon("en/a.toml", text, Layout)
    assert str(caught.value).startswith("en/a.toml: ")
    assert "\n" not in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own bytes


def test_a_language_without_the_file_is_an_error() -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        read_lexicon("weapons", Layout, "xx")
