"""Quotations: marks of every kind, runs of paragraphs, lost marks, apostrophes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.quotes import Quotation, quotation_at, quotations

CASES = [
    # text                                           what is quoted
    ("“It is over,” he said.", ["It is over,"]),
    ('"It is over," he said.', ["It is over,"]),
    ("«It is over», he said.", ["It is over"]),
    ("‘It is over,’ he said.", ["It is over,"]),
    ("'It is over,' he said.", ["It is over,"]),
    ("``It is over,'' he said.", ["It is over,"]),
    ("The soldiers' homes and the army's base.", []),
    ("The soldiers’ homes and the army’s base.", []),
    ("“It’s the soldiers’ base,” he said.", ["It’s the soldiers’ base,"]),
    ("He said “no” and “never”.", ["no", "never"]),
    ("“One.\n“Two.\n“Three,” he said.", ["One.\n“Two.\n“Three,"]),
    ("“It is over, he said.\nShops closed.", ["It is over, he said."]),
    ('He said: "It is over.', ["It is over."]),
    ("Nothing is quoted here.", []),
    ("A stray mark” stands here.", []),
    ("“He cried ‘run away’ twice,” she said.", ["He cried ‘run away’ twice,", "run away"]),
]


@pytest.mark.parametrize(("text", "inside"), CASES)
def test_quotations_hold_what_stands_between_marks(text: str, inside: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in quotations(text)] == inside


def test_a_quotation_inside_another_is_deeper() -> None:
    outer, inner = quotations("“He cried ‘run away now, all of you’ twice,” she said.")
    assert (outer.depth, inner.depth) == (0, 1)


SCARE = [
    ("The “liberated” town fell.", True),
    ("“Run,” he said.", False),
    ("He called it “a crime against us all”.", False),
]


@pytest.mark.parametrize(("text", "scare"), SCARE)
def test_marks_around_a_word_or_two_hold_it_at_a_distance(text: str, scare: bool) -> None:
    [quotation] = quotations(text)
    assert quotation.scare is scare


def test_a_lost_closing_mark_ends_with_the_paragraph_or_far_on_with_the_sentence() -> None:
    [short] = quotations("“It is over, he said.\nShops closed.")
    assert short.lost
    [long] = quotations("“It is over. " + "Shops have closed again. " * 60)
    assert long.lost
    assert long.end < 20


def test_the_outermost_quotation_at_a_place() -> None:
    found = quotations("“He cried ‘run’ twice,” she said.")
    assert quotation_at(found, 12) == found[0]
    assert quotation_at(found, 30) is None


@given(
    st.lists(
        st.sampled_from(["“", "”", '"', "'", "’", "‘", "«", "»", "``", "''", "word", "s", " ", ".", "\n"]), max_size=40
    ).map("".join)
)
def test_any_marks_give_spans_in_order_within_the_text(text: str) -> None:
    found: tuple[Quotation, ...] = quotations(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    for quotation in found:
        assert 0 <= quotation.start <= quotation.inner_start <= quotation.inner_end <= quotation.end <= len(text)
