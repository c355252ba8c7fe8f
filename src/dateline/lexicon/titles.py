"""Ranks, posts and the nameless sources of news: what tells a speaker before or after a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from dateline.lexicon.forms import Exclusion, Forms, as_written, read_forms
from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon
from dateline.lexicon.words import phrase_key

TitleKind = Literal["rank", "honorific", "post", "source"]


class Title(Struct, frozen=True, kw_only=True):
    """A rank, a post, or a source that is not named."""

    singular: str | None
    plurals: tuple[str, ...]
    kind: TitleKind
    of: bool = False  # may go on with "of ..." to say what it heads
    cased: str | None = None  # the form that counts only in these capitals
    exclusions: tuple[Exclusion, ...] = ()

    @property
    def name(self) -> str:
        """The form to cite it by."""
        return self.singular or self.plurals[0]

    def fits(self, surface: str) -> bool:
        """Tell whether words of a text have the capitals that the form needs: "Major", not "major"."""
        if self.cased is None or phrase_key(surface) != phrase_key(self.cased):
            return True
        return as_written(surface, self.cased)

    def allowed(self, surface: str, before: Sequence[str], after: Sequence[str]) -> bool:
        """Tell whether the folded words around a form leave it a title: no general in "General Assembly"."""
        key = phrase_key(surface)
        return all(e.allows(before, after) for e in self.exclusions if phrase_key(e.form) == key)


class _Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    kind: TitleKind
    titles: tuple[str, ...]
    deputies: bool = False  # each of its posts may have one
    of: bool = False
    cased: tuple[str, ...] = ()


class _Layout(Head, frozen=True, kw_only=True, forbid_unknown_fields=True):
    modifiers: tuple[str, ...]
    entry: tuple[_Entry, ...]
    exclusion: tuple[Exclusion, ...]


@cache
def load_titles(language: str = "en") -> PhraseIndex[Title]:
    """Read a language's titles; a noun that is both post and source stands for each.

    Raises LexiconError if the file cannot be used.
    """
    layout = _layout(language)
    exclusions = {phrase_key(exclusion.form): exclusion for exclusion in layout.exclusion}
    return PhraseIndex(
        (form, title)
        for entry in layout.entry
        for forms in _forms(entry)
        for title in (_title(entry, forms, exclusions),)
        for form in forms.all
    )


@cache
def load_title_modifiers(language: str = "en") -> frozenset[tuple[str, ...]]:
    """Read the folded words that may stand before any title and belong to it: "former", "acting"."""
    return frozenset(map(phrase_key, _layout(language).modifiers))


@cache
def _layout(language: str) -> _Layout:
    return read_lexicon("titles", _Layout, language)


def _forms(entry: _Entry) -> Iterator[Forms]:
    for written in entry.titles:
        forms = read_forms(written)
        yield forms
        if entry.deputies and not written.startswith("deputy "):
            yield _deputy(forms)


def _deputy(forms: Forms) -> Forms:
    singular = None if forms.singular is None else f"deputy {forms.singular}"
    return Forms(singular, tuple(f"deputy {plural}" for plural in forms.plurals))


def _title(entry: _Entry, forms: Forms, exclusions: dict[tuple[str, ...], Exclusion]) -> Title:
    keys = [phrase_key(form) for form in forms.all]
    return Title(
        singular=forms.singular,
        plurals=forms.plurals,
        kind=entry.kind,
        of=entry.of,
        cased=next((form for form in entry.cased if phrase_key(form) in keys), None),
        exclusions=tuple(exclusions[key] for key in keys if key in exclusions),
    )
