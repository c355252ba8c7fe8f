"""What a report's words name: actors, forces, organisations, groups of people, weapons, things, titles.

Each lexicon is asked once for the whole report; where two claim the same words, the longer phrase wins,
and at the same length the more telling kind (an actor before a country).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from dateline.extract.document import Document
from dateline.lexicon.actors import Actor, load_actors
from dateline.lexicon.countries import load_countries
from dateline.lexicon.forces import ForceNoun, load_force_nouns
from dateline.lexicon.groups import Group, load_groups
from dateline.lexicon.objects import ObjectNoun, load_objects
from dateline.lexicon.organisations import Organisation, load_organisations
from dateline.lexicon.titles import Title, load_titles
from dateline.lexicon.weapons import WeaponName, allowed, load_weapons

MentionKind = Literal["actor", "organisation", "weapon", "force", "group", "object", "country", "title"]
KINDS: tuple[MentionKind, ...] = ("actor", "organisation", "weapon", "force", "group", "object", "country", "title")
RANK = {kind: rank for rank, kind in enumerate(KINDS)}


class Mention(Struct, frozen=True, kw_only=True):
    """Tokens [first, last) name an entry of one lexicon; the field of that kind is set."""

    kind: MentionKind
    first: int
    last: int
    actor: Actor | None = None
    organisation: Organisation | None = None
    force: ForceNoun | None = None
    group: Group | None = None
    thing: ObjectNoun | None = None
    title: Title | None = None
    weapon: WeaponName | None = None
    countries: tuple[str, ...] = ()  # ISO codes of a country's name, people or capital
    country_word: Literal["name", "demonym", "capital"] | None = None


def mentions(document: Document) -> tuple[Mention, ...]:
    """Return what the lexicons know in a report, in text order, none overlapping another of its layer.

    Actors, organisations, weapons, forces, groups and things share a layer; countries and titles may stand
    inside the name of another ("Iraqi" in "Iraqi army").
    """
    folded = [token.folded for token in document.tokens]
    countries = tuple(_countries(document, folded))
    about = {code for mention in countries for code in mention.countries}
    outer = [*_actors(document, about), *_organisations(document, folded), *_weapons(document, folded)]
    outer += [
        Mention(kind="force", first=h.first, last=h.last, force=h.entries[0]) for h in load_force_nouns().find(folded)
    ]
    outer += _groups(document, folded)
    outer += [
        Mention(kind="object", first=h.first, last=h.last, thing=h.entries[0]) for h in load_objects().find(folded)
    ]
    titles = _titles(document, folded)
    return tuple(sorted((*_longest(outer), *countries, *titles), key=lambda m: (m.first, RANK[m.kind])))


def _longest(found: Sequence[Mention]) -> Iterator[Mention]:
    taken: set[int] = set()
    for mention in sorted(found, key=lambda m: (-_length(m), -m.last, RANK[m.kind])):
        words = range(mention.first, mention.last)
        if taken.isdisjoint(words):
            taken.update(words)
            yield mention


def _length(mention: Mention) -> int:
    """Return a mention's length in tokens; a named actor outweighs a common noun that is longer by a word."""
    return mention.last - mention.first + (1 if mention.kind in {"actor", "organisation"} else 0)


def _actors(document: Document, about: set[str]) -> Iterator[Mention]:
    words = [token.text for token in document.tokens]
    caseless = document.source.text.isupper() or document.source.text.islower()
    for hit in load_actors().find(words, about, caseless=caseless):
        yield Mention(kind="actor", first=hit.first, last=hit.last, actor=hit.entries[0].actor)


def _organisations(document: Document, folded: Sequence[str]) -> Iterator[Mention]:
    lexicon = load_organisations()
    for hit in lexicon.index.find(folded):
        surface = document.words(hit.first, hit.last)
        fits = hit.entries[0].fits(surface) and lexicon.allowed(surface, *_around(folded, hit.first, hit.last))
        if fits:
            yield Mention(kind="organisation", first=hit.first, last=hit.last, organisation=hit.entries[0])


def _groups(document: Document, folded: Sequence[str]) -> Iterator[Mention]:
    for hit in load_groups().find(folded):
        if hit.entries[0].allowed(document.words(hit.first, hit.last), *_around(folded, hit.first, hit.last)):
            yield Mention(kind="group", first=hit.first, last=hit.last, group=hit.entries[0])


def _titles(document: Document, folded: Sequence[str]) -> Iterator[Mention]:
    for hit in load_titles().find(folded):
        if hit.entries[0].fits(document.words(hit.first, hit.last)):
            yield Mention(kind="title", first=hit.first, last=hit.last, title=hit.entries[0])


def _weapons(document: Document, folded: Sequence[str]) -> Iterator[Mention]:
    for hit in load_weapons().index.find(folded):
        surface = document.words(hit.first, hit.last)
        name = next(
            (n for n in hit.entries if n.fits(surface) and allowed(n, *_around(folded, hit.first, hit.last))), None
        )
        if name is not None:
            yield Mention(kind="weapon", first=hit.first, last=hit.last, weapon=name)


def _around(folded: Sequence[str], first: int, last: int) -> tuple[Sequence[str], Sequence[str]]:
    """Return the words before and after a phrase that its exclusions are asked about."""
    return folded[max(0, first - 3) : first], folded[last : last + 3]


def _countries(document: Document, folded: Sequence[str]) -> Iterator[Mention]:
    for hit in load_countries().names.find(folded):
        surface = document.words(hit.first, hit.last)
        around = _around(folded, hit.first, hit.last)
        names = [n for n in hit.entries if n.fits(surface) and n.allowed(*around)]
        if names and surface[:1].isupper():
            codes = tuple(dict.fromkeys(name.code for name in names))
            yield Mention(kind="country", first=hit.first, last=hit.last, countries=codes, country_word=names[0].kind)
