"""Nouns for people who are harmed, aimed at or blamed, and what kind of party they are by default."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from dateline.lexicon.forms import Exclusion, Forms, read_forms
from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon
from dateline.lexicon.words import phrase_key
from dateline.model.codes import PartyKind

GroupRole = Literal["civilian", "combatant", "security", "official", "armed_unknown", "crowd", "unsaid"]
GroupBranch = Literal["military", "air_force", "navy", "police", "security", "intelligence", "peacekeeping", "private"]


class Group(Struct, frozen=True, kw_only=True):
    """One noun for people, with what it says of them."""

    singular: str | None  # None for nouns without one ("troops")
    plurals: tuple[str, ...]
    kind: PartyKind  # as victims and targets, and else unless as_perpetrator says otherwise
    role: GroupRole
    branch: GroupBranch | None = None  # of security alone
    as_perpetrator: PartyKind | None = None
    exclusions: tuple[Exclusion, ...] = ()

    @property
    def name(self) -> str:
        """The form to cite it by: the plural, as tolls do."""
        return self.plurals[0] if self.plurals else self.singular or ""

    @property
    def acting_kind(self) -> PartyKind:
        """What the contract calls them where they are the ones who act."""
        return self.as_perpetrator or self.kind

    def allowed(self, surface: str, before: Sequence[str], after: Sequence[str]) -> bool:
        """Tell whether the folded words around a form leave it people: not the "bodies" of "UN bodies"."""
        key = phrase_key(surface)
        return all(e.allows(before, after) for e in self.exclusions if phrase_key(e.form) == key)


class _Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    kind: PartyKind
    role: GroupRole
    nouns: tuple[str, ...]
    branch: GroupBranch | None = None
    as_perpetrator: PartyKind | None = None


class _Layout(Head, frozen=True, kw_only=True, forbid_unknown_fields=True):
    entry: tuple[_Entry, ...]
    exclusion: tuple[Exclusion, ...]


@cache
def load_groups(language: str = "en") -> PhraseIndex[Group]:
    """Read a language's nouns for people; LexiconError if the file cannot be used."""
    layout = read_lexicon("groups", _Layout, language)
    exclusions = {phrase_key(exclusion.form): exclusion for exclusion in layout.exclusion}
    return PhraseIndex(
        (form, group)
        for entry, forms in _nouns(layout.entry)
        for group in (_group(entry, forms, exclusions),)
        for form in forms.all
    )


def _nouns(entries: Sequence[_Entry]) -> Iterator[tuple[_Entry, Forms]]:
    for entry in entries:
        for noun in entry.nouns:
            yield entry, read_forms(noun)


def _group(entry: _Entry, forms: Forms, exclusions: dict[tuple[str, ...], Exclusion]) -> Group:
    found = (exclusions.get(phrase_key(form)) for form in forms.all)
    return Group(
        singular=forms.singular,
        plurals=forms.plurals,
        kind=entry.kind,
        role=entry.role,
        branch=entry.branch,
        as_perpetrator=entry.as_perpetrator,
        exclusions=tuple(exclusion for exclusion in found if exclusion is not None),
    )
