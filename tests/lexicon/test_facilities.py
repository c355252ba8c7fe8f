"""The overlay: every entry is whole, every example in it comes out, and the places that matter are where they are."""

import re

import pytest

from dateline.extract.document import Document, Token
from dateline.extract.sentences import sentences
from dateline.extract.toponyms import toponyms
from dateline.lexicon.facilities import DESIGNATORS, Facility, load_facilities
from dateline.lexicon.gazetteer import open_gazetteer
from dateline.lexicon.words import fold, word_spans
from dateline.model.report import Source
from dateline.resolve.distance import distance_km
from dateline.resolve.places import resolve_places

ENTRIES = load_facilities()
BY_ID = {entry.id: entry for entry in ENTRIES}


def a_document(text: str) -> Document:
    spans = list(word_spans(text))
    tokens = tuple(Token(a, b, text[a:b], fold(text[a:b]), "X", "") for a, b in spans)
    source = Source(
        id="1", uri=None, publisher=None, title=None, published_at=None, published_basis=None, language="en", text=text
    )
    return Document(source, tokens, sentences(text, spans))


def ids_in(text: str) -> set[str | None]:
    document = a_document(text)
    found = resolve_places(document, toponyms(document), None)
    return {resolution.place.gazetteer_id for resolution in found if resolution.place}


def test_the_overlay_is_large_and_its_ids_are_unique() -> None:
    assert len(ENTRIES) >= 320
    assert len(BY_ID) == len(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_is_whole(entry: Facility) -> None:
    lat, lon = entry.at
    assert -90 <= lat <= 90
    assert -180 <= lon <= 180
    assert entry.country is None or re.fullmatch("[A-Z]{2}", entry.country)
    assert entry.stems == () or entry.kind in DESIGNATORS
    assert len(set(entry.aliases)) == len(entry.aliases)
    assert re.fullmatch(r"dateline:[a-z0-9\-&]+", entry.id)


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.country], ids=lambda entry: entry.id)
def test_an_entry_lies_in_or_by_its_country(entry: Facility) -> None:
    reach = {"RU": 6000, "US": 4000, "CN": 3500, "IN": 2000, "ID": 2800, "IO": 300, "BR": 2800, "GU": 100, "JP": 2000}
    country = open_gazetteer().country(entry.country or "")
    assert country is not None
    assert distance_km(entry.at, (country.lat, country.lon)) < reach.get(country.country or "", 1500)


EXAMPLES = [(entry, text) for entry in ENTRIES for text in entry.matches]
COUNTEREXAMPLES = [(entry, text) for entry in ENTRIES for text in entry.rejects]


@pytest.mark.parametrize(("entry", "text"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_an_example_is_matched(entry: Facility, text: str) -> None:
    assert entry.id in ids_in(text)


@pytest.mark.parametrize(("entry", "text"), COUNTEREXAMPLES, ids=lambda value: str(value)[:40])
def test_a_counterexample_is_not(entry: Facility, text: str) -> None:
    assert entry.id not in ids_in(text)


SITES = [
    # name                            latitude  longitude  country
    ("al-Asad Airbase", 33.79, 42.44, "IQ"),
    ("Al-Tanf garrison", 33.5, 38.6, "SY"),
    ("Tower 22", 33.3, 38.7, "JO"),
    ("Hmeimim Air Base", 35.4, 35.95, "SY"),
    ("Zaporizhzhia Nuclear Power Plant", 47.51, 34.59, "UA"),
    ("Kerem Shalom crossing", 31.23, 34.28, "IL"),
    ("Bab al-Mandab Strait", 12.6, 43.3, None),
    ("Zamzam camp", 13.49, 25.31, "SD"),
    ("Diego Garcia", -7.31, 72.41, "IO"),
]


@pytest.mark.parametrize(("name", "lat", "lon", "country"), SITES)
def test_sites_are_where_they_are(name: str, lat: float, lon: float, country: str | None) -> None:
    [place] = [place for place in open_gazetteer().lookup(name) if place.is_curated]
    assert distance_km((place.lat, place.lon), (lat, lon)) < 10
    assert place.country == country


@pytest.mark.parametrize(
    ("phrase", "identifier"),
    [
        ("Ain al-Asad air base", "dateline:al-asad-airbase"),
        ("al-Assad base", "dateline:al-asad-airbase"),
        ("Jenin refugee camp", "dateline:jenin-camp"),
        ("Rafah border crossing", "dateline:rafah-crossing"),
        ("Hudaydah governorate", "dateline:al-hudaydah-admin1-ye"),
        ("Gulf of Aden", "dateline:gulf-of-aden"),
    ],
)
def test_spellings_with_a_designator_are_known(phrase: str, identifier: str) -> None:
    assert identifier in {place.id for place in open_gazetteer().lookup(phrase)}


def test_a_bare_stem_is_not_enough() -> None:
    assert "dateline:al-asad-airbase" not in {place.id for place in open_gazetteer().lookup("al-Assad")}


@pytest.mark.parametrize(
    ("kind", "precision"), [("air_base", 1), ("camp", 1), ("city", 1), ("district", 2), ("admin1", 3), ("sea", 3)]
)
def test_the_class_gives_the_precision(kind: str, precision: int) -> None:
    entry = next(e for e in ENTRIES if e.kind == kind and e.precision is None)
    assert entry.geo_precision == precision
