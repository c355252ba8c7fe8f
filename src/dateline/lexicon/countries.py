"""Countries and peoples as reports name them: names, adjectives, capitals that stand for governments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from dateline.lexicon.forms import Exclusion, as_written
from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon
from dateline.lexicon.words import phrase_key

NameKind = Literal["name", "demonym", "capital"]


class Country(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A country or territory: what it is called and roughly where and when it is."""

    code: str  # ISO 3166-1 alpha-2, and XK
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()  # the adjective first, then its people
    capitals: tuple[str, ...] = ()  # and other seats of government that stand for it
    cased: tuple[str, ...] = ()  # of the forms above, those that count only in these capitals
    adjective: str = ""
    timezone: str  # IANA name, of the capital where there are several
    zones: int  # how many offsets are in civil use
    lat: float  # degrees, WGS 84: the rough middle of the land
    lon: float

    @property
    def title(self) -> str:
        """The adjective that names made by rule begin with: "Iraqi", "US"; no two countries share one."""
        return self.adjective or self.demonyms[0]


class CountryName(Struct, frozen=True, kw_only=True):
    """One form of a country's name."""

    code: str
    kind: NameKind
    form: str
    case: bool = False  # only in these capitals
    exclusion: Exclusion | None = None

    def fits(self, surface: str) -> bool:
        """Tell whether words of a text have the capitals that this form needs."""
        return not self.case or as_written(surface, self.form)

    def allowed(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Tell whether the folded words around leave it a country: not the "Mexico" of "New Mexico"."""
        return self.exclusion is None or self.exclusion.allows(before, after)


class People(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A people or region below or across states, and the countries that it may stand for."""

    name: str
    forms: tuple[str, ...]
    countries: tuple[str, ...]


class CountryLexicon(Struct, frozen=True, kw_only=True):
    """All countries, by code and by any name; an ambiguous name stands for each of its countries."""

    by_code: Mapping[str, Country]
    names: PhraseIndex[CountryName]
    peoples: PhraseIndex[People]

    def adjective(self, code: str) -> str:
        """Return the adjective for a country ("Iraqi"), or the code itself where none is known."""
        country = self.by_code.get(code)
        return code if country is None else country.title


class _Layout(Head, frozen=True, kw_only=True, forbid_unknown_fields=True):
    entry: tuple[Country, ...]
    exclusion: tuple[Exclusion, ...]
    people: tuple[People, ...]


@cache
def load_countries(language: str = "en") -> CountryLexicon:
    """Read a language's names of countries and peoples; LexiconError if the file cannot be used."""
    layout = read_lexicon("countries", _Layout, language)
    exclusions = {phrase_key(exclusion.form): exclusion for exclusion in layout.exclusion}
    return CountryLexicon(
        by_code={country.code: country for country in layout.entry},
        names=PhraseIndex((name.form, name) for country in layout.entry for name in _names(country, exclusions)),
        peoples=PhraseIndex((form, people) for people in layout.people for form in people.forms),
    )


def _names(country: Country, exclusions: Mapping[tuple[str, ...], Exclusion]) -> Iterator[CountryName]:
    kinds: tuple[tuple[NameKind, tuple[str, ...]], ...] = (
        ("name", (country.name, *country.aliases)),
        ("demonym", country.demonyms),
        ("capital", country.capitals),
    )
    cased = {phrase_key(form): form for form in country.cased}
    taken: set[tuple[str, ...]] = set()
    for kind, forms in kinds:
        for form in forms:
            key = phrase_key(form)
            if key in taken:
                continue  # "U.S." after "US": one key, one name
            taken.add(key)
            yield CountryName(
                code=country.code,
                kind=kind,
                form=cased.get(key, form),
                case=key in cased,
                exclusion=exclusions.get(key),
            )
