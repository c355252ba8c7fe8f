"""Counts and their hedges: the contract's conventions, row by row, and numbers that count nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.quantities import hedged, quantities
from dateline.model.codes import Hedge
from dateline.model.values import Quantity
from tests.texts import a_document, the_findings

Row = tuple[str, str, int | None, int | None, int | None, Hedge]

NUMBERS: list[Row] = [
    # text, words, min, max, best, hedge
    ("Three people were killed in Kano.", "Three", 3, 3, 3, "exact"),
    ("One soldier was killed.", "One", 1, 1, 1, "exact"),
    ("One of the gunmen escaped.", "One", 1, 1, 1, "exact"),
    ("Twenty-one miners were abducted.", "Twenty-one", 21, 21, 21, "exact"),
    ("Ninety nine balloons crossed the line.", "Ninety nine", 99, 99, 99, "exact"),
    (
        "Two hundred and thirty-four fighters surrendered in Goma.",
        "Two hundred and thirty-four",
        234,
        234,
        234,
        "exact",
    ),
    ("One hundred and five were hurt.", "One hundred and five", 105, 105, 105, "exact"),
    ("Two thousand five hundred villagers fled.", "Two thousand five hundred", 2500, 2500, 2500, "exact"),
    ("1,250 families fled the town.", "1,250", 1250, 1250, 1250, "exact"),
    ("12.5 thousand people fled.", "12.5 thousand", 12500, 12500, 12500, "exact"),
    ("2.3 million people fled.", "2.3 million", 2300000, 2300000, 2300000, "exact"),
    ("One and a half million people fled.", "One and a half million", 1500000, 1500000, 1500000, "exact"),
    ("A hundred people died.", "A hundred", 100, 100, 100, "exact"),
    ("A thousand people marched.", "A thousand", 1000, 1000, 1000, "exact"),
    ("A dozen people were killed.", "A dozen", 12, 12, 12, "exact"),
    ("Two dozen people were killed.", "Two dozen", 24, 24, 24, "exact"),
    ("A pair of rockets landed.", "A pair", 2, 2, 2, "exact"),
    ("The 12 hostages were freed.", "12", 12, 12, 12, "exact"),
    ("Another five people died.", "five", 5, 5, 5, "exact"),
    ("Only 12 people survived.", "12", 12, 12, 12, "exact"),
    ("A total of 45 people died.", "45", 45, 45, 45, "exact"),
    ("A four-man patrol was hit.", "four", 4, 4, 4, "exact"),
    ("A 20-strong gang attacked.", "20", 20, 20, 20, "exact"),
    ("The death toll rose to 45.", "45", 45, 45, 45, "exact"),
    ("The toll climbed from 25 to 45.", "45", 45, 45, 45, "exact"),
    ("The number of dead rose from 10 to 12.", "12", 12, 12, 12, "exact"),
    ("On Saturday 12 people drowned.", "12", 12, 12, 12, "exact"),
    ("Four Su-25 jets fired.", "Four", 4, 4, 4, "exact"),
    ("Officials said that four men were held.", "four", 4, 4, 4, "exact"),
    ("Zero casualties were reported.", "Zero", 0, 0, 0, "none"),
]
AT_LEAST: list[Row] = [
    ("At least 12 people were killed.", "At least 12", 12, None, None, "at_least"),
    ("At least one soldier was killed.", "At least one", 1, None, None, "at_least"),
    ("At least two dozen people were hurt.", "At least two dozen", 24, None, None, "at_least"),
    ("No fewer than 40 villagers were abducted.", "No fewer than 40", 40, None, None, "at_least"),
    ("Not less than 15 people died.", "Not less than 15", 15, None, None, "at_least"),
    ("A minimum of six people were hurt.", "A minimum of six", 6, None, None, "at_least"),
    ("Upwards of 300 homes were burned.", "Upwards of 300", 300, None, None, "at_least"),
    ("As few as 50 fighters held the hill.", "As few as 50", 50, None, None, "at_least"),
    ("More than 12 people were killed.", "More than 12", 13, None, None, "at_least"),
    ("Over 12 people died.", "Over 12", 13, None, None, "at_least"),
    ("Well over 100 people died.", "Well over 100", 101, None, None, "at_least"),
    ("Just over 50 people died.", "Just over 50", 51, None, None, "at_least"),
    ("In excess of 50 shells landed.", "In excess of 50", 51, None, None, "at_least"),
    ("More than a dozen people were hurt.", "More than a dozen", 13, None, None, "at_least"),
    ("More than two dozen people were hurt.", "More than two dozen", 25, None, None, "at_least"),
    ("Over half a million people fled.", "Over half a million", 500001, None, None, "at_least"),
    ("12 or more people were killed.", "12 or more", 12, None, None, "at_least"),
    ("A dozen or more people were killed.", "A dozen or more", 12, None, None, "at_least"),
    ("12+ people were killed.", "12+", 12, None, None, "at_least"),
    ("20-plus people died.", "20-plus", 20, None, None, "at_least"),
]
AT_MOST: list[Row] = [
    ("Up to 200 fighters crossed the border.", "Up to 200", None, 200, None, "at_most"),
    ("Up to a dozen people were hurt.", "Up to a dozen", None, 12, None, "at_most"),
    ("As many as 30 students were taken.", "As many as 30", None, 30, None, "at_most"),
    ("At most five guards were on duty.", "At most five", None, 5, None, "at_most"),
    ("No more than ten people remained.", "No more than ten", None, 10, None, "at_most"),
    ("Not more than five people died.", "Not more than five", None, 5, None, "at_most"),
    ("Fewer than 12 people were hurt.", "Fewer than 12", None, 11, None, "at_most"),
    ("Less than 100 troops remain.", "Less than 100", None, 99, None, "at_most"),
    ("Under 20 fighters remain.", "Under 20", None, 19, None, "at_most"),
    ("Just under 50 people died.", "Just under 50", None, 49, None, "at_most"),
    ("12 or fewer people were hurt.", "12 or fewer", None, 12, None, "at_most"),
]
ABOUT: list[Row] = [
    ("About 140 attacks were recorded.", "About 140", None, None, 140, "about"),
    ("Around 2,500 troops are in Iraq.", "Around 2,500", None, None, 2500, "about"),
    ("Approximately 60 shells fell.", "Approximately 60", None, None, 60, "about"),
    ("Some 300 people fled.", "Some 300", None, None, 300, "about"),
    ("Some two dozen fighters came.", "Some two dozen", None, None, 24, "about"),
    ("Nearly 100 people were killed.", "Nearly 100", None, None, 100, "about"),
    ("Nearly a hundred people died.", "Nearly a hundred", None, None, 100, "about"),
    ("Almost 50 fighters surrendered.", "Almost 50", None, None, 50, "about"),
    ("Roughly 90 migrants drowned.", "Roughly 90", None, None, 90, "about"),
    ("An estimated 400 fighters remain.", "An estimated 400", None, None, 400, "about"),
    ("Close to 80 people died.", "Close to 80", None, None, 80, "about"),
    ("Perhaps 50 fighters came.", "Perhaps 50", None, None, 50, "about"),
    ("Around the 12 villages troops dug in.", "Around the 12", None, None, 12, "about"),
    ("12 or so people died.", "12 or so", None, None, 12, "about"),
    ("Twenty-odd people died.", "Twenty-odd", None, None, 20, "about"),
    ("Half a dozen people were killed.", "Half a dozen", None, None, 6, "about"),
    ("Half a million people fled.", "Half a million", None, None, 500000, "about"),
]
RANGES: list[Row] = [
    ("Between 5 and 10 soldiers died.", "Between 5 and 10", 5, 10, None, "range"),
    ("Between 80 and 100 people died.", "Between 80 and 100", 80, 100, None, "range"),
    ("Five to seven rockets landed.", "Five to seven", 5, 7, None, "range"),
    ("80 to 100 people died.", "80 to 100", 80, 100, None, "range"),
    ("5-7 rockets landed.", "5-7", 5, 7, None, "range"),
    ("5–7 rockets landed.", "5–7", 5, 7, None, "range"),
    ("From 20 to 30 fighters came.", "From 20 to 30", 20, 30, None, "range"),
    ("Two or three gunmen fled.", "Two or three", 2, 3, None, "range"),
]
VAGUE: list[Row] = [
    ("Dozens were wounded.", "Dozens", 24, None, None, "vague"),
    ("Dozens of people were wounded.", "Dozens", 24, None, None, "vague"),
    ("Several dozen fighters came.", "Several dozen", 24, None, None, "vague"),
    ("Scores of villagers were abducted.", "Scores", 40, None, None, "vague"),
    ("Hundreds of people protested.", "Hundreds", 200, None, None, "vague"),
    ("Several hundred people protested.", "Several hundred", 200, None, None, "vague"),
    ("A few hundred fighters came.", "A few hundred", 200, None, None, "vague"),
    ("Thousands fled the town.", "Thousands", 2000, None, None, "vague"),
    ("Tens of thousands of people fled.", "Tens of thousands", 20000, None, None, "vague"),
    ("Hundreds of thousands of people fled.", "Hundreds of thousands", 200000, None, None, "vague"),
    ("Several people were hurt.", "Several", 2, None, None, "vague"),
    ("At least several people were hurt.", "At least several", 2, None, None, "vague"),
    ("A number of US personnel were hurt.", "A number of", 2, None, None, "vague"),
    ("An unknown number of people were hurt.", "An unknown number of", 2, None, None, "vague"),
    ("A few shots were fired.", "A few", 2, None, None, "vague"),
    ("A handful of fighters stayed.", "A handful of", 2, None, None, "vague"),
    ("Many people were hurt.", "Many", 2, None, None, "vague"),
    ("Multiple rockets were launched.", "Multiple", 2, None, None, "vague"),
    ("Some people were hurt.", "Some", 2, None, None, "vague"),
]
NO_COUNTS = [
    # dates and times
    "On 12 March 2024 rebels attacked Goma.",
    "The attack took place at 6:30 p.m. on Monday.",
    "In 2017 rebels attacked.",
    "In the 1990s war raged.",
    "Two weeks ago the army attacked.",
    "24 hours later the army attacked.",
    "The truce lasted two and a half hours.",
    "At 0600 GMT troops moved.",
    # ages
    "The 5-year-old girl was hurt.",
    "Nineteen-year-old Samuel died.",
    "He was aged 12.",
    "Ahmed, 34, was killed.",
    "A man, 45, was shot.",
    "He was 17.",
    "Children aged between 5 and 10 were hurt.",
    # calibres, distances, shares and money
    "A 107mm rocket landed.",
    "A 122 mm rocket landed.",
    "A 1,000-pound bomb fell.",
    "The base lies 30 kilometres from Mosul.",
    "The base lies 30km from Mosul.",
    "A ship 30 nautical miles off Hodeidah was hit.",
    "They took 30 square kilometres of land.",
    "About 30 percent of the town was destroyed.",
    "About 30 per cent of the town was destroyed.",
    "Two-thirds of the town was destroyed.",
    "They demanded $50,000.",
    "They paid 500 US dollars.",
    "The gang demanded €2 million.",
    # ordinals and numbers that are names
    "The first attack failed.",
    "The 82nd Airborne Division arrived.",
    "Resolution 2254 was passed.",
    "Order No. 5 was signed.",
    "Tower 22 was hit.",
    "Unit 8200 was hit.",
    "Israel's Channel 12 reported it.",
    "AK-47 rifles were found.",
    "Mi-24 helicopters fired.",
    "Flight MH17 was shot down.",
    "An M23 fighter was killed.",
    # words that hold a number
    "A one-way drone hit the base.",
    "The two-pronged attack failed.",
    "A three-storey building collapsed.",
    "Israel won 3-0.",
    "No one was hurt.",
    "Some of the fighters fled.",
    "How many people died is not known.",
]
TWO = [
    ("Hundreds of fighters and dozens of tanks crossed.", ["Hundreds", "dozens"]),
    ("At least three soldiers and 14 rebels were killed.", ["At least three", "14"]),
    ("More than 1,000 people, including 300 children, died.", ["More than 1,000", "300"]),
    ("Twelve of the 30 hostages were freed.", ["Twelve", "30"]),
    ("Nine people died and one hundred and five were hurt.", ["Nine", "one hundred and five"]),
]


def counts(text: str) -> list[Quantity]:
    return [found.quantity for found in the_findings(text).quantities]


@pytest.mark.parametrize(
    ("text", "words", "least", "most", "best", "hedge"), [*NUMBERS, *AT_LEAST, *AT_MOST, *ABOUT, *RANGES, *VAGUE]
)
def test_reads_the_count_and_its_hedge(
    text: str, words: str, least: int | None, most: int | None, best: int | None, hedge: Hedge
) -> None:
    assert counts(text) == [Quantity(least, most, best, hedge, words)]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_a_number_that_counts_nothing_is_no_quantity(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(("text", "words"), TWO)
def test_each_count_is_one_of_its_own(text: str, words: list[str]) -> None:
    assert [count.text for count in counts(text)] == words


def test_a_mention_says_where_the_hedge_and_the_number_begin() -> None:
    document = a_document("Police said at least 12 people died.")
    [found] = quantities(document)
    assert document.words(found.first, found.last) == "at least 12"
    assert document.tokens[found.number_first].text == "12"


def test_words_that_are_taken_take_no_part() -> None:
    document = a_document("Rebels held 12 villages and dozens of hills.")
    everything = range(len(document.tokens))
    assert quantities(document, everything) == ()


@given(st.integers(min_value=-5, max_value=10**9), st.sampled_from(["exact", "at_least", "at_most", "about", "vague"]))
def test_a_best_guess_is_kept_for_exact_and_about_alone(value: int, hedge: Hedge) -> None:
    quantity = hedged(value, hedge, "words")
    assert (quantity.best is not None) == (hedge in {"exact", "about"})
    assert all(bound is None or bound >= 0 for bound in (quantity.min, quantity.max, quantity.best))


@given(st.integers(min_value=1, max_value=9_999_999))
def test_digits_with_and_without_commas_are_one_number(value: int) -> None:
    # a bare four-digit number may be a year, so a hedge stands before it
    written = (f"{value}", f"{value:,}")
    found = [counts(f"More than {digits} people were displaced by the fighting.") for digits in written]
    assert [[count.min for count in one] for one in found] == [[value + 1], [value + 1]]
