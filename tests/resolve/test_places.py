"""Which place a name stands for, how precisely, and when that is left open."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.dateline_head import filing_line
from dateline.extract.document import Document, Token
from dateline.extract.sentences import sentences
from dateline.extract.toponyms import Toponym, toponyms
from dateline.lexicon.words import fold, word_spans
from dateline.model.report import Source
from dateline.model.values import Place
from dateline.resolve.distance import distance_km
from dateline.resolve.places import Resolution, resolve_filing_line, resolve_places


def a_document(text: str) -> Document:
    spans = list(word_spans(text))
    tokens = tuple(Token(a, b, text[a:b], fold(text[a:b]), "X", "") for a, b in spans)
    source = Source(
        id="1", uri=None, publisher=None, title=None, published_at=None, published_basis=None, language="en", text=text
    )
    return Document(source, tokens, sentences(text, spans))


def resolved(text: str) -> list[tuple[Toponym, Resolution]]:
    document = a_document(text)
    line = filing_line(document)
    home = resolve_filing_line(document, line) if line else None
    names = toponyms(document)
    return list(zip(names, resolve_places(document, names, home), strict=True))


def place_of(text: str, name: str) -> Place:
    [place, *_] = [resolution.place for toponym, resolution in resolved(text) if toponym.name == name]
    assert place is not None
    return place


RIGHT = [
    # text, name, (latitude, longitude), first-level region, country, precision
    ("Missiles hit al-Assad Airbase in western Iraq.", "al-Assad Airbase", (33.8, 42.4), "Anbar", "IQ", 1),
    ("Drones hit Ayn al-Asad in Iraq.", "Ayn al-Asad", (33.8, 42.4), "Anbar", "IQ", 1),
    ("Drones hit Ain al-Asad air base.", "Ain al-Asad air base", (33.8, 42.4), "Anbar", "IQ", 1),
    ("A bomb went off in Hit, Anbar.", "Hit", (33.64, 42.83), "Anbar", "IQ", 1),
    ("Troops entered Anbar province in Iraq.", "Anbar", (33.0, 42.0), "Anbar", "IQ", 3),
    ("Shells hit Kherson in Ukraine.", "Kherson", (46.64, 32.61), "Kherson", "UA", 1),
    ("Shells hit Kherson oblast in Ukraine.", "Kherson oblast", (46.6, 33.5), "Kherson", "UA", 3),
    ("Shells hit villages near Kherson in Ukraine.", "Kherson", (46.64, 32.61), "Kherson", "UA", 2),
    ("Two were shot in Paris, Texas.", "Paris", (33.66, -95.56), "Texas", "US", 1),
    ("Two were shot in Paris, police in France said.", "Paris", (48.85, 2.35), "Île-de-France", "FR", 1),
    ("Two were shot in Athens, Georgia.", "Athens", (33.96, -83.38), "Georgia", "US", 1),
    ("Russian troops entered Georgia and shelled Gori near Tbilisi.", "Georgia", (42.0, 43.5), None, "GE", 3),
    ("Police in Tripoli, Lebanon, were fired on.", "Tripoli", (34.44, 35.85), "North Lebanon", "LB", 1),
    ("Militias fought in Tripoli and Misrata in Libya.", "Tripoli", (32.89, 13.19), "Tripoli", "LY", 1),
    ("A tanker was hit in the Red Sea off Yemen.", "Red Sea", (20.0, 38.5), None, None, 3),
    ("They struck Zamzam camp near El Fasher in Sudan.", "Zamzam camp", (13.49, 25.31), "North Darfur", "SD", 1),
    ("They struck the Gaza Strip.", "Gaza Strip", (31.42, 34.36), "Gaza Strip", "PS", 3),
    ("A mine exploded in Beledweyne in Somalia.", "Beledweyne", (4.74, 45.2), "Hiiraan", "SO", 1),
    ("They condemned Washington’s support for Israel.", "Washington", (38.9, -77.04), "District of Columbia", "US", 1),
    ("Ten died in Talbeesah in Syria.", "Talbeesah", (34.84, 36.73), "Homs", "SY", 1),
]


@pytest.mark.parametrize(("text", "name", "at", "admin1", "country", "precision"), RIGHT)
def test_the_words_about_a_name_decide(
    text: str, name: str, at: tuple[float, float], admin1: str | None, country: str | None, *, precision: int
) -> None:
    place = place_of(text, name)
    assert place.lat is not None
    assert place.lon is not None
    assert distance_km((place.lat, place.lon), at) < 40
    assert (place.country, place.geo_precision) == (country, precision)
    assert place.admin1 == admin1


def test_a_facility_is_told_from_a_town() -> None:
    assert place_of("Missiles hit al-Assad Airbase.", "al-Assad Airbase").facility == "al-Asad Airbase"
    assert place_of("Missiles hit Mosul in Iraq.", "Mosul").facility is None


def test_ids_name_their_source() -> None:
    assert place_of("Missiles hit Mosul in Iraq.", "Mosul").gazetteer_id == "geonames:99072"
    assert place_of("Missiles hit al-Assad Airbase.", "al-Assad Airbase").gazetteer_id == "dateline:al-asad-airbase"


def test_a_distance_moves_the_point() -> None:
    place = place_of("A mine exploded 50 km north of Mosul in Iraq.", "Mosul")
    town = place_of("A mine exploded in Mosul in Iraq.", "Mosul")
    assert place.geo_precision == 2
    assert None not in (place.lat, town.lat)
    assert (place.lat or 0) - (town.lat or 0) == pytest.approx(50 / 111.2, abs=0.01)


def test_a_town_that_no_gazetteer_has_takes_the_point_of_what_holds_it() -> None:
    place = place_of("Troops entered the village of Qurzabat in Anbar province, Iraq.", "Qurzabat")
    assert (place.name, place.admin1, place.country) == ("Qurzabat", "Anbar", "IQ")
    assert (place.geo_precision, place.gazetteer_id) == (3, None)
    assert [span.quote for span in place.evidence] == ["Qurzabat", "Anbar"]


def test_a_quarter_that_no_gazetteer_has_takes_the_point_of_the_town_before_it() -> None:
    place = place_of("Aleppo in Syria was shelled. Ten died in Qurzab neighbourhood.", "Qurzab")
    assert (place.admin1, place.country, place.geo_precision) == ("Aleppo", "SY", 2)


def test_with_nothing_but_the_country_there_is_no_point() -> None:
    place = place_of("Troops in Syria entered the village of Qurzabat.", "Qurzabat")
    assert (place.country, place.lat, place.lon, place.geo_precision) == ("SY", None, None, 3)


def test_with_nothing_at_all_there_is_no_place() -> None:
    [(toponym, resolution)] = resolved("Troops entered the village of Qurzabat.")
    assert (toponym.name, resolution.place) == ("Qurzabat", None)
    assert "nothing says what holds it" in resolution.reason


def test_level_namesakes_of_one_country_give_the_country() -> None:
    [(_, resolution), *_] = resolved("Shots were fired in Springfield and the United States mourned.")
    assert resolution.place is not None
    assert (resolution.place.name, resolution.place.country) == ("United States", "US")
    assert "only the country is sure" in resolution.reason


def test_a_faint_namesake_abroad_is_not_taken() -> None:
    text = "Syria said that Syrian troops in Damascus, Homs and Aleppo fired. Troops then entered Orem."
    assert all(r.place is None or r.place.country != "US" for _, r in resolved(text))


def test_one_name_means_one_place_in_a_report() -> None:
    text = "Shots were fired in Paris, Texas. The mayor of Paris spoke. In Paris, police were called."
    places = {r.place.gazetteer_id for t, r in resolved(text) if t.name == "Paris" and r.place}
    assert places == {"geonames:4717560"}


def test_candidates_come_with_scores_and_reasons() -> None:
    [(_, resolution), *_] = resolved("Two were shot in Paris, Texas.")
    scores = [candidate.score for candidate in resolution.candidates]
    assert len(scores) > 3
    assert all(a >= b for a, b in pairwise(scores))
    assert "within the place named with it" in resolution.candidates[0].reasons
    assert resolution.reason == "; ".join(resolution.candidates[0].reasons)


FILED = [
    # head                               name         country
    ("ERBIL, Kurdistan Region - ", "Erbil", "IQ"),
    ("BEIRUT (Reuters) - ", "Beirut", "LB"),
    ("KYIV, Ukraine, May 3 (AP) — ", "Kyiv", "UA"),
    ("TRIPOLI, Lebanon (AP) — ", "Tripoli", "LB"),
    ("TRIPOLI, Libya (AP) — ", "Tripoli", "LY"),
    ("WASHINGTON/BAGHDAD (Reuters) - ", "Washington", "US"),
    ("Gaza City, Gaza Strip (AFP) – ", "Gaza City", "PS"),
]


@pytest.mark.parametrize(("head", "name", "country"), FILED)
def test_the_filing_line_has_a_place(head: str, name: str, country: str) -> None:
    document = a_document(head + "At least three people were killed on Monday, police said.")
    line = filing_line(document)
    assert line is not None
    place = resolve_filing_line(document, line)
    assert place is not None
    assert (place.name, place.country) == (name, country)
    assert place.evidence[0].quote.casefold() == name.casefold()


def test_where_it_was_filed_helps_to_tell_namesakes_apart() -> None:
    text = "TRIPOLI, Lebanon (AP) — A shell hit a market in Tripoli on Monday, police said."
    assert {r.place.country for _, r in resolved(text) if r.place} == {"LB"}


WORDS = st.sampled_from(
    "Iraq , in the village of Mosul Paris Texas Anbar province near 5 km north Qurzab Hit , Georgia said .".split(" ")
)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=25))
def test_every_span_is_the_text_s_own_and_points_lie_on_the_globe(words: list[str]) -> None:
    text = " ".join(words)
    for _, resolution in resolved(text):
        place = resolution.place
        if place is not None:
            assert place.evidence
            assert all(text[span.start : span.end] == span.quote for span in place.evidence)
            assert place.lat is None or abs(place.lat) <= 90
            assert place.lon is None or abs(place.lon) <= 180
            assert (place.lat is None) == (place.lon is None)


def test_no_names_give_no_resolutions() -> None:
    assert resolve_places(a_document("Nothing happened."), (), None) == ()


def test_a_point_reckoned_in_nautical_miles_lies_in_no_country() -> None:
    place = place_of("A ship was hit 50 nautical miles southwest of the port of Aden in Yemen.", "Aden")
    assert (place.country, place.admin1, place.geo_precision) == (None, None, 2)
    assert place.lat is not None
    assert place.lat < 12.4


def test_a_quarter_is_no_namesake_abroad() -> None:
    text = "Shells hit Nablus and Jenin in the West Bank. In Nablus, Palestinians said, two died in the Daraj quarter."
    assert place_of(text, "Daraj").country == "PS"
