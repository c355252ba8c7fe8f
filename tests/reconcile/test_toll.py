"""Counts united: later words replace a source's own, ranges between sources, never an average."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.counts import agree, bounds
from dateline.model.values import Casualty, Quantity
from dateline.reconcile.toll import casualties, reconciled, weapons
from dateline.reconcile.voice import voices
from tests.store.factories import a_casualty, a_weapon, about, an_event, at_least, exactly, told
from tests.store.strategies import COUNTS

UP_TO_9 = Quantity(None, 9, None, "at_most", "up to 9")
SEVERAL = Quantity(2, None, None, "vague", "several")
A_NUMBER = Quantity(None, None, None, "vague", "a number")

SPANS = [
    ([exactly(5)], (5, 5, 5, "exact")),
    ([exactly(5), exactly(5)], (5, 5, 5, "exact")),
    ([exactly(5), exactly(9)], (5, 9, None, "range")),
    ([exactly(5), exactly(5), exactly(9)], (5, 9, None, "range")),
    ([at_least(5), at_least(5)], (5, None, None, "at_least")),
    ([at_least(5), exactly(9)], (5, 9, None, "range")),
    ([at_least(9), exactly(5)], (5, None, None, "at_least")),
    ([about(12), exactly(12)], (12, 12, 12, "about")),
    ([about(12)], (None, None, 12, "about")),
    ([UP_TO_9, exactly(5)], (5, 9, None, "range")),
    ([UP_TO_9, A_NUMBER], (None, 9, None, "at_most")),
    ([SEVERAL, exactly(7)], (2, 7, None, "range")),
    ([SEVERAL, A_NUMBER], (2, None, None, "at_least")),
    ([A_NUMBER, Quantity(None, None, None, "at_least", "")], (None, None, None, "vague")),
    ([exactly(0), exactly(3)], (0, 3, None, "range")),
]


@pytest.mark.parametrize(("given_counts", "span"), SPANS)
def test_what_counts_span(given_counts: list[Quantity], span: tuple[object, ...]) -> None:
    found = reconciled(given_counts)
    assert (found.min, found.max, found.best, found.hedge) == span
    assert found == reconciled(given_counts[::-1])


@given(st.lists(COUNTS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_laws_of_a_span(counts: list[Quantity], random: st.randoms) -> None:  # type: ignore[valid-type]
    found = reconciled(counts)
    shuffled = sorted(counts, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert reconciled(shuffled) == found
    assert reconciled([*counts, *counts]) == found
    low, high = bounds(found)
    for least, most in map(bounds, counts):
        assert low is None or least is None or low <= least
        assert high is None or (most or 0) <= high


AGREE = [
    (exactly(5), exactly(5), True),
    (exactly(5), exactly(6), False),
    (at_least(5), exactly(9), True),
    (at_least(9), exactly(5), False),
    (about(100), exactly(110), True),
    (about(100), exactly(130), False),
    (A_NUMBER, exactly(3), True),
]


@pytest.mark.parametrize(("a", "b", "both"), AGREE)
def test_whether_both_can_be_right(a: Quantity, b: Quantity, both: bool) -> None:
    assert agree(a, b) is agree(b, a) is both


def rows(*tellings: tuple[str, str | None, list[Casualty]]) -> list[tuple[str, str, object]]:
    found = voices(
        (
            told(f"r{i}", an_event(casualties=counts), publisher, at)
            for i, (publisher, at, counts) in enumerate(tellings)
        ),
        {},
    )
    return [(row.kind, row.group, (row.quantity.min, row.quantity.max)) for row in casualties(found)[0]]


def test_a_publishers_later_count_replaces_its_own() -> None:
    tellings = [("Gazette", "2024-01-21", [a_casualty(3)]), ("Gazette", "2024-01-22", [a_casualty(5)])]
    assert rows(*tellings) == rows(*reversed(tellings)) == [("killed", "people", (5, 5))]


def test_a_speakers_later_count_replaces_its_own_whoever_carries_it() -> None:
    early = ("Gazette", "2024-01-21", [a_casualty(3, says=["Ministry of Health"])])
    later = ("Courier", "2024-01-22", [a_casualty(5, says=["the Ministry of Health"])])
    assert rows(early, later) == [("killed", "people", (5, 5))]


def test_between_sources_counts_span() -> None:
    assert rows(("Gazette", "2024-01-21", [a_casualty(3)]), ("Courier", "2024-01-22", [a_casualty(5)])) == [
        ("killed", "people", (3, 5))
    ]


def test_what_has_no_date_replaces_nothing() -> None:
    assert rows(("Gazette", None, [a_casualty(3)]), ("Gazette", "2024-01-22", [a_casualty(5)])) == [
        ("killed", "people", (3, 5))
    ]


def test_groups_are_not_added_up() -> None:
    counts = [a_casualty(12), a_casualty(3, group="children", subset=True)]
    assert rows(("Gazette", "2024-01-21", counts)) == [("killed", "children", (3, 3)), ("killed", "people", (12, 12))]


def test_disagreement_says_who_says_what() -> None:
    found = voices(
        [
            told("a", an_event(casualties=[a_casualty(3, says=["Police"])]), "Gazette"),
            told("b", an_event(casualties=[a_casualty(5, says=["Hospital"])]), "Courier"),
            told("c", an_event(casualties=[a_casualty(5)]), "Herald"),
        ],
        {},
    )
    [row], [clash] = casualties(found)
    assert (row.quantity.hedge, row.according_to) == ("range", ("Hospital", "Police"))
    assert clash.field == "casualties.killed.people"
    assert {(v.value["best"], v.reports, v.according_to) for v in clash.values} == {
        (3, ("a",), ("Police",)),
        (5, ("b", "c"), ("Hospital",)),
    }


def test_a_denied_count_does_not_widen_the_span() -> None:
    found = voices(
        [
            told("a", an_event(casualties=[a_casualty(3)]), "Gazette"),
            told("b", an_event(casualties=[a_casualty(80, certainty="denied")]), "Courier"),
        ],
        {},
    )
    [row], clashes = casualties(found)
    assert row.quantity.best == 3
    assert len(clashes) == 1


def test_weapons_are_united_and_the_specific_stands() -> None:
    found = voices(
        [
            told("a", an_event(weapons=[a_weapon("missile", 2), a_weapon("unknown")])),
            told("b", an_event(weapons=[a_weapon("ballistic_missile", 3), a_weapon("rocket")])),
            told("c", an_event(weapons=[a_weapon("ballistic_missile", 5)])),
        ],
        {},
    )
    united = weapons(found)
    assert [weapon.type for weapon in united] == ["ballistic_missile", "rocket"]
    assert united[0].quantity is not None
    assert (united[0].quantity.min, united[0].quantity.max) == (3, 5)
    assert {span.report for span in united[0].evidence} == {"b", "c"}
