"""Near copies are found, and reports that only speak of the same thing are not."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.copies import SHARED_FINGERPRINTS, fingerprints, is_copy, shingles, words

WORDS = [f"w{i}" for i in range(3000)]


def a_text(length: int, seed: int) -> str:
    return " ".join(Random(seed).choices(WORDS, k=length))


def found(one: str, other: str) -> bool:
    marks_one, marks_other = fingerprints(one), fingerprints(other)
    candidate = len(marks_one & marks_other) >= SHARED_FINGERPRINTS * min(len(marks_one), len(marks_other))
    return candidate and is_copy(shingles(one), shingles(other))


WIRE = a_text(300, 1)
EDITS = [
    ("the same", WIRE),
    ("capitals and marks", WIRE.upper().replace(" ", ", ")),
    ("a new headline", f"{a_text(12, 2)}\n{WIRE}"),
    ("an agency's line below", f"{WIRE} {a_text(20, 3)}"),
    ("the last third cut", " ".join(WIRE.split()[:200])),
    ("cut to the first quarter", " ".join(WIRE.split()[:80])),
    ("a paragraph cut from the middle", " ".join(WIRE.split()[:120] + WIRE.split()[180:])),
    ("two numbers changed", " ".join({50: "12", 200: "13"}.get(i, w) for i, w in enumerate(WIRE.split()))),
    ("paragraphs in another order", " ".join(WIRE.split()[150:] + WIRE.split()[:150])),
]


@pytest.mark.parametrize("edited", [text for _, text in EDITS], ids=[name for name, _ in EDITS])
def test_an_edited_copy_is_a_copy(edited: str) -> None:
    assert found(WIRE, edited)
    assert found(edited, WIRE)


OTHERS = [
    ("another text", a_text(300, 4)),
    ("a shared statement of a third", " ".join(WIRE.split()[:100]) + " " + a_text(200, 5)),
    ("a few words", " ".join(WIRE.split()[:9])),
    ("a roundup that quotes it whole", WIRE + " " + a_text(3000, 6)),
    ("nothing", ""),
]


@pytest.mark.parametrize("other", [text for _, text in OTHERS], ids=[name for name, _ in OTHERS])
def test_another_report_is_no_copy(other: str) -> None:
    assert not found(WIRE, other)


def test_short_texts_are_copies_only_when_equal() -> None:
    assert found("Two killed in Mosul", "TWO KILLED in Mosul.")
    assert not found("Two killed in Mosul blast today", "Two killed in Mosul blast on Monday")


def test_words_leave_out_marks() -> None:
    assert words("“Two killed,” he said – in Ṣan‘ā’.") == ["two", "killed", "he", "said", "in", "sana"]


@given(st.integers(40, 200), st.integers(0, 10**6), st.data())
def test_a_cut_of_any_two_thirds_is_found(length: int, seed: int, data: st.DataObject) -> None:
    text = a_text(length, seed).split()
    start = data.draw(st.integers(0, length // 3))
    assert found(" ".join(text), " ".join(text[start : start + 2 * length // 3]))


@given(st.text(), st.text())
def test_the_order_of_two_texts_does_not_matter(one: str, other: str) -> None:
    assert found(one, other) == found(other, one)
