"""Numbers that count something, by where they stand."""

import pytest

from dateline.extract.numbers import Number, folded_at, numbers
from tests.texts import a_document

NUMBERS = [
    # text, numbers by their first token
    ("Rebels held 12 villages.", [Number(2, 3, 12)]),
    ("Half a dozen people died.", [Number(0, 3, 6, loose=True)]),
    ("Two hundred and thirty-four people died.", [Number(0, 6, 234)]),
    ("The toll rose from 25 to 45.", [Number(6, 7, 45)]),  # 25 is only where it began
    ("Soldiers from 10 to 15 countries came.", [Number(2, 3, 10), Number(4, 5, 15)]),
    ("Children aged between 5 and 10 died.", []),
    ("No one died.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "found"), NUMBERS)
def test_numbers_stand_at_their_first_token(text: str, found: list[Number]) -> None:
    assert list(numbers(a_document(text).tokens).values()) == found


def test_taken_words_are_no_numbers() -> None:
    tokens = a_document("Rebels held 12 villages and 30 hills.").tokens
    assert list(numbers(tokens, {2})) == [5]


def test_no_word_stands_outside_the_text() -> None:
    tokens = a_document("Rebels came.").tokens
    assert [folded_at(tokens, at) for at in (-1, 0, 2, 3)] == ["", "rebels", ".", ""]
