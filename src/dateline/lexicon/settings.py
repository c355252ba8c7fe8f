"""Settings in which words of war name no act of war: sport, exercises, accidents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon


class Unwarlike(Struct, frozen=True, kw_only=True):
    """One setting: how many of its different words a report or sentence told in it holds."""

    name: str
    scope: Literal["report", "sentence"]
    least: int
    words: tuple[str, ...]
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class _Layout(Head, frozen=True, kw_only=True):
    entry: tuple[Unwarlike, ...]


@cache
def load_settings(language: str = "en") -> tuple[tuple[Unwarlike, PhraseIndex[str]], ...]:
    """Read a language's settings, each with the index of its words; LexiconError if the file cannot be used."""
    entries = read_lexicon("settings", _Layout, language).entry
    return tuple((entry, PhraseIndex((word, word) for word in entry.words)) for entry in entries)


def unwarlike(folded: Sequence[str], scope: Literal["report", "sentence"]) -> str | None:
    """Return the name of the setting that a text's folded words are told in, or None."""
    for entry, index in load_settings():
        if entry.scope == scope and len({hit.entries[0] for hit in index.find(folded)}) >= entry.least:
            return entry.name
    return None
