"""Windows: every word is read once, none is too long, each begins with the report's opening."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.encoder.windows import OPENING, SIZE, Window, windows

PIECES = st.lists(st.integers(1, 12), max_size=700)


@given(PIECES, st.lists(st.integers(1, 60), max_size=60))
def test_every_word_is_read_once_and_no_window_is_too_long(pieces: list[int], lengths: list[int]) -> None:
    sentences, first = [], 0
    for length in lengths:
        if first < len(pieces):
            sentences.append((first, min(first + length, len(pieces))))
            first += length
    found = list(windows(pieces, sentences))
    read = [word for window in found for word in range(window.first, window.last)]
    assert read == list(range(len(pieces)))
    assert all(sum(pieces[word] for word in window.words()) <= SIZE for window in found)
    assert all(sum(pieces[: window.opening]) <= OPENING for window in found)


def test_a_short_report_is_one_window() -> None:
    assert list(windows([1] * 50, [(0, 50)])) == [Window(0, 0, 50)]


def test_a_window_ends_where_a_sentence_does_and_the_next_begins_with_the_opening() -> None:
    sentences = [(0, 20), (20, 200), (200, 300), (300, 400)]
    assert list(windows([1] * 400, sentences)) == [Window(0, 0, 200), Window(20, 200, 400)]


def test_a_sentence_too_long_for_any_window_is_cut() -> None:
    found = list(windows([1] * 600, [(0, 600)]))
    assert [window.first for window in found] == [0, 254, 254 + 254 - OPENING]
