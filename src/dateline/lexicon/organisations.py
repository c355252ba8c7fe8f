"""Bodies that speak or are quoted: monitors, ministries, agencies of the United Nations, newsrooms, courts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct, field

from dateline.lexicon.countries import load_countries
from dateline.lexicon.forms import Exclusion, as_written
from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon
from dateline.lexicon.words import phrase_key

OrganisationClass = Literal[
    "monitor",
    "ministry",
    "government",
    "media",
    "ngo",
    "un",
    "military_spokes",
    "rescue",
    "court",
    "company",
    "police",
]


class Organisation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body under its canonical name; `country` is None where the words alone do not tell it."""

    name: str
    org_class: OrganisationClass = field(name="class")
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()  # of the forms above, those that count only in these capitals
    country: str | None = None
    speaks_for: str | None = None  # the armed group whose outlet it is

    @property
    def actor_id(self) -> str:
        """The id that every form of it shares: "org:human-rights-watch"."""
        return "org:" + "-".join(word for word in phrase_key(self.name) if word[0].isalnum())

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of its name, the canonical one first."""
        return (self.name, *self.aliases)

    def fits(self, surface: str) -> bool:
        """Tell whether words of a text have the capitals that their form needs: "WHO" is not "who"."""
        key = phrase_key(surface)
        return all(as_written(surface, form) for form in self.cased if phrase_key(form) == key)


class Ministry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ministry that many countries have, by its forms without a country."""

    title: str  # "Interior Ministry"
    branch: str
    forms: tuple[str, ...]


class OrganisationLexicon(Struct, frozen=True, kw_only=True):
    """Organisations by every form of their names, and ministries by rule."""

    index: PhraseIndex[Organisation]  # ministries without a country among them
    ministries: PhraseIndex[Ministry]
    exclusions: Mapping[tuple[str, ...], Exclusion]

    def allowed(self, surface: str, before: Sequence[str], after: Sequence[str]) -> bool:
        """Tell whether the folded words around a form leave it a body: no speaker in "its Telegram channel"."""
        exclusion = self.exclusions.get(phrase_key(surface))
        return exclusion is None or exclusion.allows(before, after)


class _Layout(Head, frozen=True, kw_only=True, forbid_unknown_fields=True):
    entry: tuple[Organisation, ...]
    exclusion: tuple[Exclusion, ...]
    ministry: tuple[Ministry, ...]


def ministry(country_code: str, phrase: str) -> Organisation | None:
    """Return a country's ministry that a phrase without the country names, or None if it names none."""
    found = load_organisations().ministries.get(phrase)
    if not found:
        return None
    name = f"{load_countries().adjective(country_code)} {found[0].title}"
    return Organisation(name=name, org_class="ministry", country=country_code)


@cache
def load_organisations(language: str = "en") -> OrganisationLexicon:
    """Read a language's organisations; LexiconError if the file cannot be used."""
    layout = read_lexicon("organisations", _Layout, language)
    bodies = [*layout.entry, *map(_without_country, layout.ministry)]
    return OrganisationLexicon(
        index=PhraseIndex((form, body) for body in bodies for form in body.forms),
        ministries=PhraseIndex((form, known) for known in layout.ministry for form in known.forms),
        exclusions={phrase_key(exclusion.form): exclusion for exclusion in layout.exclusion},
    )


def _without_country(known: Ministry) -> Organisation:
    aliases = tuple(form for form in known.forms if phrase_key(form) != phrase_key(known.title))
    return Organisation(name=known.title, org_class="ministry", aliases=aliases)
