"""Values in short words, hedges kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.model.codes import GeoPrecision
from dateline.model.incident import Corroboration
from dateline.model.values import Outcome, Quantity, Time
from dateline.publish.wording import (
    actors_words,
    casualty_words,
    corroboration_words,
    count_words,
    outcome_words,
    party_words,
    place_words,
    responsibility_words,
    sources_words,
    time_words,
    weapon_words,
)
from tests.store.factories import a_casualty, a_party, a_place, a_time, a_weapon, a_word, about, at_least, exactly

COUNTS = [
    (exactly(12), "12"),
    (exactly(1200), "1,200"),
    (exactly(0), "no"),
    (at_least(12), "≥ 12"),
    (about(140), "about 140"),
    (Quantity(None, 30, None, "at_most", "up to 30"), "≤ 30"),
    (Quantity(10, 14, None, "range", "10 to 14"), "10–14"),
    (Quantity(10, 10, None, "range", "10"), "10"),
    (Quantity(2, None, None, "vague", "several"), "several"),
    (Quantity(2, None, None, "vague", "A number of"), "some"),
    (Quantity(24, None, None, "vague", "Dozens"), "dozens"),
    (Quantity(24, None, None, "vague", "dozens; many dozens"), "≥ 24"),
    (Quantity(None, None, None, "vague", ""), "some"),
    (Quantity(None, 5, None, "range", ""), "≤ 5"),
    (Quantity(None, None, None, "exact", ""), "some"),
]


@pytest.mark.parametrize(("quantity", "words"), COUNTS)
def test_a_count_keeps_its_hedge(quantity: Quantity, words: str) -> None:
    assert count_words(quantity) == words


NUMBERS = st.one_of(st.none(), st.integers(0, 10**6))
HEDGES = st.sampled_from(["exact", "at_least", "at_most", "about", "range", "vague", "none"])


@given(NUMBERS, NUMBERS, NUMBERS, HEDGES, st.text())
def test_every_count_has_words(low: int | None, high: int | None, best: int | None, hedge: str, text: str) -> None:
    assert count_words(Quantity(low, high, best, hedge, text))  # type: ignore[arg-type]


TIMES = [
    (Time(None, None, "unknown", None, "relative", "recently"), "date not told"),
    (Time("2024-01-20T18:30:00+03:00", None, "minute", None, "weekday", ""), "2024-01-20 18:30"),
    (Time("2024-01-20T18:00:00+03:00", None, "hour", None, "explicit", ""), "2024-01-20 18h"),
    (
        Time("2024-01-20T18:00:00+03:00", "2024-01-20T22:00:00+03:00", "part_of_day", None, "explicit", ""),
        "2024-01-20 18–22h",
    ),
    (Time("2024-01-20", None, "day", None, "explicit", ""), "2024-01-20"),
    (Time("2024-01-01", "2024-01-10", "week", None, "explicit", ""), "2024-01-01 to 2024-01-10"),
    (Time("2024-01", None, "month", None, "explicit", ""), "2024-01"),
    (Time("2023-11", "2024-01", "month", None, "explicit", ""), "2023-11 to 2024-01"),
    (Time("2017", None, "year", None, "explicit", ""), "2017"),
    (Time("2024-01-21", None, "day", None, "publication", ""), "by 2024-01-21"),
]


@pytest.mark.parametrize(("time", "words"), TIMES)
def test_a_time_is_no_finer_than_it_is_known(time: Time, words: str) -> None:
    assert time_words(time) == words


@pytest.mark.parametrize(
    ("precision", "words"), [(1, "Harran, IQ"), (2, "near Harran, IQ"), (3, "somewhere in Harran, IQ")]
)
def test_a_place_says_how_precise_it_is(precision: GeoPrecision, words: str) -> None:
    assert place_words(a_place("Harran", precision=precision)) == words


def test_a_facility_a_region_a_country_and_nowhere() -> None:
    base = a_place("Harran", facility="Harran Airbase", admin1="Anbar", precision=1)
    assert place_words(base) == "Harran Airbase, IQ"
    assert place_words(base, full=True) == "Harran Airbase, Anbar, IQ"
    assert place_words(a_place("Iraq", precision=3)) == "somewhere in Iraq"
    assert place_words(None) == "place not told"


def test_parties_carry_how_sure_they_are() -> None:
    assert party_words(a_party("A")) == "A"
    assert party_words(a_party("A", certainty="claimed")) == "A (claims it)"
    assert party_words(a_party("A", certainty="alleged")) == "A (alleged)"
    assert party_words(a_party("A", certainty="denied")) == "A (denies it)"
    assert actors_words((a_party("A"), a_party("B")), (a_party("C"),)) == "A, B → C"
    assert actors_words((), (a_party("C"),)) == "? → C"
    assert actors_words((), ()) == "not told"


def test_tolls_weapons_outcomes_and_claims() -> None:
    assert casualty_words(a_casualty(at_least(3))) == "≥ 3 people killed"
    assert casualty_words(a_casualty(3, certainty="suspected", subset=True)) == "possibly of them 3 people killed"
    dozens = Quantity(24, None, None, "vague", "dozens")
    assert casualty_words(a_casualty(dozens, "injured")) == "dozens of people injured"
    assert weapon_words(a_weapon("ied", 2)) == "IED (2)"
    assert weapon_words(a_weapon("rocket")) == "rocket"
    assert outcome_words(Outcome(intercepted="most", impacted="some", damage="a hangar burned", evidence=())) == (
        "most intercepted, some hit; a hangar burned"
    )
    claim = a_word(a_party("A"), "blames", a_party("B"))
    assert responsibility_words(claim) == "A blames B"
    assert responsibility_words(replace(claim, stance="denies", object=None, channel="x")) == "A denies it (x)"


def test_sourcing() -> None:
    one = Corroboration(reports=1, publishers=0, independent_sources=1, level="single_source")
    many = Corroboration(reports=3, publishers=2, independent_sources=2, level="corroborated")
    assert (sources_words(one), corroboration_words(one)) == ("1 report", "single source")
    assert (sources_words(many), corroboration_words(many)) == ("3 reports, 2 publishers", "corroborated by 2")
    assert sources_words(replace(one, publishers=1)) == "1 report, 1 publisher"
    assert time_words(a_time()) == "2024-01-20"
