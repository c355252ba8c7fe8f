"""Passages that stand earlier in the same text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.repeats import MIN_PASSAGE, find_repeats
from tests.ingest.samples import NEWS, SECOND

HEAD = "Bomb kills three police officers in Kunduz city centre"
SHORT = "The governor said so."
THIRD = (
    "Gen. Karimi, who leads the police, said on Jan. 22 that the U.S. embassy nearby had not been the target at all."
)

CASES = [
    # text, the repeated words
    (f"{NEWS}\n{SECOND}\n{NEWS}\n{SECOND}", [f"{NEWS}\n{SECOND}"]),
    (f"{NEWS}\n{SECOND}\n\n{NEWS}", [NEWS]),
    (f"{NEWS}\n{NEWS}\n{NEWS}", [f"{NEWS}\n{NEWS}"]),
    (f"{NEWS} {SECOND}\n{THIRD}\n{SECOND}", [SECOND]),
    (f"{NEWS} {SECOND}\n{SECOND} {SHORT}", [SECOND]),
    (f"{NEWS}\n{SECOND}\n{SHORT}\n{SECOND}\n{THIRD}\n{NEWS}", [SECOND, NEWS]),
    (f"{NEWS}\n{SECOND}\n{NEWS.replace(' ', '  ')}", [NEWS.replace(" ", "  ")]),
    (
        f"{NEWS}\n{SECOND}\n{NEWS.replace('the city', 'the' + chr(10) + 'city')}",
        [NEWS.replace("the city", "the\ncity")],
    ),
    (f"{THIRD}\n{NEWS}\n{THIRD}", [THIRD]),
    (f"{HEAD}\n{HEAD}\n{NEWS}", [HEAD]),
    (f"{HEAD}\n\n{HEAD} \n{NEWS}\n{SECOND}\n{NEWS}", [HEAD, NEWS]),
    (f"{SHORT} {SHORT} {SHORT} {SHORT} {SHORT} {SHORT} {SHORT} {SHORT} {SHORT}", [f"{SHORT} {SHORT} {SHORT} {SHORT}"]),
]
NONE = [
    "",
    NEWS,
    f"{NEWS}\n{SECOND}",
    f"{SHORT}\n{NEWS}\n{SHORT}",
    f"{NEWS}\n{NEWS.replace('three', 'four')}",
    f"Bomb in Kunduz\nBomb in Kunduz\n{NEWS}",
    f"{HEAD}\n{NEWS}\n{HEAD}",
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_finds_the_later_copy(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in find_repeats(text)] == words


@pytest.mark.parametrize("text", NONE)
def test_finds_none_where_nothing_is_said_twice(text: str) -> None:
    assert find_repeats(text) == ()


PIECES = st.sampled_from([NEWS, SECOND, THIRD, SHORT, HEAD, "\n", " ", "\n\n", "  "])


@given(st.lists(PIECES, max_size=14).map("".join) | st.text("ab. \n", max_size=300))
def test_a_repeat_is_in_order_apart_and_stands_before(text: str) -> None:
    at = 0
    for start, end in find_repeats(text):
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        first_words = "".join(text[start:end].split())[:24]
        assert first_words in "".join(text[:start].split())
        at = end


@given(st.lists(st.sampled_from([NEWS, SECOND, THIRD]), min_size=1, max_size=4, unique=True), st.integers(2, 3))
def test_a_body_pasted_again_is_one_repeat(paragraphs: list[str], copies: int) -> None:
    body = "\n".join(paragraphs)
    text = "\n\n".join([body] * copies)
    assert find_repeats(text) == ((len(body) + 2, len(text)),)


@pytest.mark.parametrize("unit", ["a. ", "Aa bb. ", "x", ".", ' A."', f"{SHORT} ", f"{NEWS} ", "a\n", ". \n"])
def test_no_text_takes_long(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    began = time.process_time()
    spans = find_repeats(text)
    assert time.process_time() - began < 5
    assert all(end - start >= MIN_PASSAGE for start, end in spans)
