"""Forces of states, by rule: a country and a force noun give a name and an id that every report shares."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

from dateline.lexicon.countries import load_countries
from dateline.lexicon.forms import read_forms
from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon

Branch = Literal[
    "military",
    "army",
    "air_force",
    "navy",
    "marines",
    "special_forces",
    "missile_forces",
    "drone_forces",
    "national_guard",
    "security",
    "police",
    "gendarmerie",
    "border",
    "coast_guard",
    "intelligence",
    "prison",
    "government",
    "militia",
]


class ForceNoun(Struct, frozen=True, kw_only=True):
    """A noun that names a force once a country stands before it ("army", "border guards")."""

    noun: str
    branch: Branch
    military: bool


class Force(Struct, frozen=True, kw_only=True):
    """A force of a state, under the name and id that all spellings of it share."""

    name: str  # "Iraqi Border Guard"
    actor_id: str  # "state:IQ:border"
    country: str
    branch: Branch
    military: bool
    parent_id: str | None  # the force that contains it: "state:IQ:security"


class _Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    branch: Branch
    title: str
    military: bool
    nouns: tuple[str, ...]
    parent: Branch | None = None


class _Layout(Head, frozen=True, kw_only=True, forbid_unknown_fields=True):
    entry: tuple[_Entry, ...]


def state_force(country_code: str, noun_phrase: str) -> Force:
    """Return the force of a country that a noun phrase without its country names.

    Adjectives and other words before the noun do not count ("elite border guards" are border guards); a phrase
    that ends in no noun known here gives the country's armed forces.
    """
    branch = _branch(noun_phrase)
    entry = _branches()[branch]
    return Force(
        name=f"{load_countries().adjective(country_code)} {entry.title}",
        actor_id=f"state:{country_code}:{branch}",
        country=country_code,
        branch=branch,
        military=entry.military,
        parent_id=None if entry.parent is None else f"state:{country_code}:{entry.parent}",
    )


@cache
def load_force_nouns(language: str = "en") -> PhraseIndex[ForceNoun]:
    """Read a language's force nouns; LexiconError if the file cannot be used."""
    return PhraseIndex(
        (form, ForceNoun(noun=forms.name, branch=entry.branch, military=entry.military))
        for entry in _branches(language).values()
        for forms in map(read_forms, entry.nouns)
        for form in forms.all
    )


@cache
def _branches(language: str = "en") -> Mapping[Branch, _Entry]:
    return {entry.branch: entry for entry in read_lexicon("forces", _Layout, language).entry}


def _branch(noun_phrase: str) -> Branch:
    nouns = load_force_nouns()
    words = noun_phrase.split()
    for start in range(len(words)):
        known = nouns.get(" ".join(words[start:]))
        if known:
            return known[0].branch
    return "military"
