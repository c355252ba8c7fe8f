"""Weapons as reports name them, typed as the contract does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from dateline.lexicon.forms import Exclusion, Forms, as_spaced, as_written, read_forms
from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon
from dateline.lexicon.words import phrase_key
from dateline.model.codes import WeaponType


class WeaponName(Struct, frozen=True, kw_only=True):
    """One form of a weapon's name."""

    name: str  # the singular that all forms share
    form: str
    type: WeaponType
    delivers: bool  # the word alone says that it was used: "airstrike", not "jet"
    case: bool = False  # only in these capitals
    exclusion: Exclusion | None = None

    def fits(self, surface: str) -> bool:
        """Tell whether words of a text are spelled as this form needs: "TOW", not "tow"; "A-10", not "a 10"."""
        return as_spaced(surface, self.form) and (not self.case or as_written(surface, self.form))


class WeaponLexicon(Struct, frozen=True, kw_only=True):
    """All weapons by every form of their names, and the forms that mean something else in company."""

    index: PhraseIndex[WeaponName]
    exclusions: tuple[Exclusion, ...]


class _Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    type: WeaponType
    names: tuple[str, ...]
    delivers: bool = False
    cased: tuple[str, ...] = ()


class _Layout(Head, frozen=True, kw_only=True, forbid_unknown_fields=True):
    entry: tuple[_Entry, ...]
    exclusion: tuple[Exclusion, ...]


def allowed(name: WeaponName, before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether the folded words before and after a form leave it a weapon: not the "mine" of "coal mine"."""
    return name.exclusion is None or name.exclusion.allows(before, after)


@cache
def load_weapons(language: str = "en") -> WeaponLexicon:
    """Read a language's weapons; LexiconError if the file cannot be used."""
    layout = read_lexicon("weapons", _Layout, language)
    exclusions = {phrase_key(exclusion.form): exclusion for exclusion in layout.exclusion}
    names = (
        weapon
        for entry in layout.entry
        for written in entry.names
        for weapon in _names(entry, read_forms(written), exclusions)
    )
    return WeaponLexicon(
        index=PhraseIndex((weapon.form, weapon) for weapon in names),
        exclusions=layout.exclusion,
    )


def _names(entry: _Entry, forms: Forms, exclusions: Mapping[tuple[str, ...], Exclusion]) -> Iterator[WeaponName]:
    case = any(form in entry.cased for form in forms.all)
    for form in forms.all:
        yield WeaponName(
            name=forms.name,
            form=form,
            type=entry.type,
            delivers=entry.delivers,
            case=case,
            exclusion=exclusions.get(phrase_key(form)),
        )
