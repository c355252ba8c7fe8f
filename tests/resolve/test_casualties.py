"""The toll of one event: rows by kind and group, none of them twice, rival counts side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict

from dateline.extract.document import Document
from dateline.model.codes import CasualtyKind
from dateline.model.values import Casualty
from dateline.resolve.casualties import Row, casualties, group_key
from tests.texts import read

Line = tuple[CasualtyKind, str, str]


def told_rows(text: str, *sources: tuple[str, ...]) -> tuple[Document, list[Row]]:
    """Return the rows of a text, those of each sentence said by the sources of the same index, if given."""
    findings, told = read(text)
    document = findings.document
    found = []
    for one in told:
        said = sources[one.sentence.index] if one.sentence.index < len(sources) else ()
        tolls = (*(r for f in one.frames for r in f.tolls), *one.tolls, *one.nobody)
        found += [Row(**asdict(toll), sources=said) for toll in tolls]
    return document, found


def toll(text: str, *sources: tuple[str, ...]) -> tuple[Casualty, ...]:
    return casualties(*told_rows(text, *sources), home=None)


def lines(text: str, *sources: tuple[str, ...]) -> list[Line]:
    return [(c.kind, c.quantity.text, c.group) for c in toll(text, *sources)]


ROWS: list[tuple[str, list[Line]]] = [
    ("Twelve people were killed.", [("killed", "Twelve", "people")]),
    ("Twelve were killed.", [("killed", "Twelve", "people")]),
    (
        "Three soldiers and two policemen were killed.",
        [("killed", "Three", "soldiers"), ("killed", "two", "policemen")],
    ),
    ("A woman was killed and her son wounded.", [("killed", "A woman", "woman"), ("injured", "her son", "son")]),
    # a bare number takes the group before it in its sentence
    ("Two soldiers were killed and three wounded.", [("killed", "Two", "soldiers"), ("injured", "three", "soldiers")]),
    ("Two soldiers were killed. Three were wounded.", [("killed", "Two", "soldiers"), ("injured", "Three", "people")]),
    # the same count told again
    ("Twelve people were killed. The attack killed twelve people.", [("killed", "Twelve", "people")]),
    ("Twelve people were killed. The dead numbered twelve people.", [("killed", "Twelve", "people")]),
    # a vague count beside a clear one
    ("Dozens of people were killed. The attack killed 45 people.", [("killed", "45", "people")]),
    ("At least 40 people were killed. Dozens of people were killed.", [("killed", "At least 40", "people")]),
    # reports open with the latest count of one source
    ("Fifteen people were killed. Nine people were killed.", [("killed", "Fifteen", "people")]),
    # other groups and kinds stand beside one another
    (
        "Fifteen civilians were killed. Nine soldiers were killed.",
        [("killed", "Fifteen", "civilians"), ("killed", "Nine", "soldiers")],
    ),
    (
        "Fifteen people were killed. Nine people were wounded.",
        [("killed", "Fifteen", "people"), ("injured", "Nine", "people")],
    ),
    ("No casualties were reported.", [("killed", "No casualties", "people"), ("injured", "No casualties", "people")]),
]


@pytest.mark.parametrize(("text", "found"), ROWS)
def test_rows_of_a_report(text: str, found: list[Line]) -> None:
    assert lines(text) == found


def test_rival_counts_of_two_sources_are_rows_of_their_own() -> None:
    rows = toll("Fifteen people were killed. Nine people were killed.", ("police",), ("the rebels",))
    assert [(r.quantity.best, r.according_to) for r in rows] == [(15, ("police",)), (9, ("the rebels",))]


def test_one_count_by_two_sources_is_one_row() -> None:
    [row] = toll("Nine people were killed. Nine people were killed.", ("police",), ("the mayor",))
    assert row.according_to == ("police", "the mayor")
    assert len(row.evidence) == 2


def test_a_part_is_a_row_beside_its_whole() -> None:
    whole, part = toll("Twelve people were killed, four of them children.")
    assert (whole.group, whole.subset) == ("people", False)
    assert (part.group, part.quantity.best, part.subset) == ("children", 4, True)


def test_what_is_only_believed_is_suspected() -> None:
    [row] = toll("At least three people are feared dead.")
    assert row.certainty == "suspected"


def test_a_named_force_has_its_id() -> None:
    findings, rows = told_rows("Two soldiers were killed.")
    [row] = casualties(findings, rows, home="ML")
    assert (row.group, row.group_id) == ("soldiers", "state:ML:military")


KEYS = [
    ("people", "people"),
    ("The victims", "people"),
    ("others", "people"),
    ("other people", "people"),
    ("civilians", "civilian"),
    ("civilian", "civilian"),
    ("Soldiers", "soldier"),
]


@pytest.mark.parametrize(("group", "key"), KEYS)
def test_names_of_one_group_share_a_key(group: str, key: str) -> None:
    assert group_key(group) == key


SENTENCES = [
    "Twelve people were killed.",
    "Nine people were killed.",
    "At least nine people were killed.",
    "Dozens of people were killed.",
    "Three soldiers were wounded.",
    "Twelve people were killed, four of them children.",
    "No casualties were reported.",
    "Five people are missing.",
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_no_row_is_told_twice_and_every_row_rests_on_words(sentences: list[str]) -> None:
    rows = toll(" ".join(sentences))
    keys = [(r.kind, r.group, r.quantity.min, r.quantity.best, r.quantity.hedge, r.subset) for r in rows]
    assert len(set(keys)) == len(keys)
    spans = {(span.start, span.end) for row in rows for span in row.evidence}
    assert len(spans) >= len({r.evidence for r in rows})
    assert all(r.evidence for r in rows)


@given(st.sampled_from(SENTENCES), st.integers(min_value=1, max_value=4))
def test_telling_it_again_changes_no_count(sentence: str, times: int) -> None:
    once, again = toll(sentence), toll(" ".join([sentence] * times))
    assert [(r.kind, r.group, r.quantity) for r in once] == [(r.kind, r.group, r.quantity) for r in again]


HEDGED = [
    # text, hedges of the rows
    ("Shells hit a market, leaving at least 54 people dead and 158 wounded.", ["at_least", "at_least"]),
    ("Rockets struck a market, leaving more than 50 people dead and 30 wounded.", ["at_least", "at_least"]),
    ("The blast killed 12 people and wounded 30.", ["exact", "exact"]),
    ("At least 12 people were killed. Thirty were wounded.", ["at_least", "exact"]),
]


@pytest.mark.parametrize(("text", "hedges"), HEDGED)
def test_a_hedge_carries_over_a_noun_left_out(text: str, hedges: list[str]) -> None:
    assert [c.quantity.hedge for c in toll(text)] == hedges


def test_more_than_carries_as_more_than() -> None:
    text = "Rockets struck a market, leaving more than 50 people dead and 30 wounded."
    assert [c.quantity.min for c in toll(text)] == [51, 31]


def test_a_bound_told_later_stands_in_place_of_a_headlines_count() -> None:
    assert lines("The strike killed 18 people. At least 18 villagers were killed.") == [
        ("killed", "At least 18", "villagers")
    ]


def test_a_count_given_earlier_is_no_row_where_another_stands() -> None:
    text = "The blast killed 25 people. Officials had earlier said that 14 soldiers were killed."
    assert lines(text) == [("killed", "25", "people")]
    assert lines("Officials had earlier said that 14 soldiers were killed.") == [("killed", "14", "soldiers")]
