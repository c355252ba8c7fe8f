"""The headline of a toll never says more than its rows."""

import pytest
from msgspec.structs import replace

from dateline.model.values import Casualty, Quantity, Span
from dateline.publish.toll import harms, toll_words
from tests.store.factories import a_casualty, about, at_least

VAGUE = Quantity(2, None, None, "vague", "several")


def told(row: Casualty, *reports: str) -> Casualty:
    return replace(row, evidence=tuple(Span(0, 1, "x", report) for report in reports or ("r1",)))


CASES: list[tuple[list[Casualty], str]] = [
    ([], ""),
    ([told(a_casualty(12))], "12 killed"),
    ([told(a_casualty(at_least(12))), told(a_casualty(about(40), "injured"))], "≥ 12 killed, about 40 injured"),
    ([told(a_casualty(0)), told(a_casualty(0, "injured"))], "no casualties"),
    ([told(a_casualty(0))], "none killed"),
    # groups that one report counts are added
    ([told(a_casualty(3, group="soldiers")), told(a_casualty(2, group="civilians"))], "5 killed"),
    ([told(a_casualty(3, group="soldiers")), told(a_casualty(at_least(2), group="civilians"))], "≥ 5 killed"),
    ([told(a_casualty(3, group="soldiers")), told(a_casualty(about(20), group="civilians"))], "about 23 killed"),
    # groups of several reports or speakers may be the same people
    ([told(a_casualty(3, group="soldiers"), "r1"), told(a_casualty(4, group="troops"), "r2")], "≥ 4 killed"),
    (
        [told(a_casualty(3, group="soldiers", says=["A"])), told(a_casualty(4, group="fighters", says=["B"]))],
        "≥ 4 killed",
    ),
    # people at large speak for the kind; parts of a row and denied rows do not count
    ([told(a_casualty(9)), told(a_casualty(4, group="women"), "r2")], "9 killed"),
    ([told(a_casualty(9)), told(a_casualty(4, group="children", subset=True))], "9 killed"),
    ([told(a_casualty(9, certainty="denied"))], ""),
    # a doubtful row gives way to a sure one, and is marked where it stands alone
    (
        [told(a_casualty(1, "injured", "guard")), told(a_casualty(VAGUE, "injured", "staff", certainty="suspected"))],
        "1 injured",
    ),
    ([told(a_casualty(VAGUE, "injured", certainty="suspected"))], "possibly several injured"),
    ([told(a_casualty(VAGUE, group="soldiers"), "r1"), told(a_casualty(VAGUE, group="police"), "r2")], "≥ 2 killed"),
    (
        [told(a_casualty(Quantity(2, 4, None, "range", ""), group="a")), told(a_casualty(1, group="b"))],
        "3–5 killed",
    ),
]


@pytest.mark.parametrize(("rows", "words"), CASES)
def test_headline(rows: list[Casualty], words: str) -> None:
    assert toll_words(rows) == words


def test_kinds_come_killed_first() -> None:
    rows = [told(a_casualty(1, "abducted")), told(a_casualty(2, "injured")), told(a_casualty(3))]
    assert [harm.kind for harm in harms(rows)] == ["killed", "injured", "abducted"]
