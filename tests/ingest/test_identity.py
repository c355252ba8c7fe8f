"""The same address and text give the same id, and no two pairs share one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.identity import report_id

TEXT = st.text(st.characters(codec=None))
PAIR = st.tuples(st.none() | TEXT, TEXT)


KNOWN = [
    (None, "", "210f4bc0bc1105eabb1f5972bd7592a4c7365c50f5af0a03641025d8da532a96"),
    (
        "https://daily.example/a",
        "Two men were killed.",
        "cf85905701fe2cc8e79d7c5056e54388f2f87d879797bdac0ecfc18d080a77d7",
    ),
]


@pytest.mark.parametrize(("uri", "text", "identity"), KNOWN)
def test_is_fixed_for_good(uri: str | None, text: str, identity: str) -> None:
    assert report_id(uri, text) == identity


@given(PAIR, PAIR)
def test_tells_pairs_apart(one: tuple[str | None, str], other: tuple[str | None, str]) -> None:
    assert (report_id(*one) == report_id(*other)) == (one == other)


@given(TEXT, TEXT)
def test_tells_apart_where_address_ends_and_text_begins(address: str, text: str) -> None:
    assert report_id(address, text) != report_id(None, address + text)
    assert report_id(address + "x", text) != report_id(address, "x" + text)
