"""Rows of a toll as an event keeps them: hedges, bounds, counts that were given earlier."""

import pytest

from dateline.ingest.read import read_text
from dateline.pipeline import extract

Row = tuple[str, int | None, int | None, str]


def rows(text: str) -> list[Row]:
    """Return the rows of a text's events: kind, least and best number, hedge."""
    events = extract(read_text(text).text, published="2024-03-07").events
    return [(c.kind, c.quantity.min, c.quantity.best, c.quantity.hedge) for e in events for c in e.casualties]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Shells hit a market in Omdurman, leaving at least 54 people dead and 158 wounded.",
            [("killed", 54, None, "at_least"), ("injured", 158, None, "at_least")],
        ),
        (
            "A bombing in Kabul left more than 50 people dead and 30 wounded.",
            [("killed", 51, None, "at_least"), ("injured", 31, None, "at_least")],
        ),
        (
            "A bombing in Kabul killed at least 12 people and injured more than 30 others.",
            [("killed", 12, None, "at_least"), ("injured", 31, None, "at_least")],
        ),
        (
            "A bombing in Kabul killed 12 people and wounded 30.",
            [("killed", 12, 12, "exact"), ("injured", 30, 30, "exact")],
        ),
    ],
)
def test_a_hedge_carries_over_a_noun_left_out(text: str, told: list[Row]) -> None:
    assert rows(text) == told


def test_a_bound_told_later_stands_in_place_of_the_headlines_count() -> None:
    text = "Air strike kills 18 people in Kano.\nAn air strike killed at least 18 villagers in Kano on Monday."
    assert rows(text) == [("killed", 18, None, "at_least")]


def test_a_count_given_earlier_is_no_row_where_a_later_one_stands() -> None:
    text = "A bombing in Kabul on Monday killed 25 people. Officials had earlier said that 14 people were killed."
    assert rows(text) == [("killed", 25, 25, "exact")]
