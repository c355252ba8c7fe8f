"""Which place of a sentence an act takes."""

import pytest

from dateline.pipeline import extract

PLACES = [
    ("Gunmen attacked an army post in Manbij, north of Aleppo, killing two soldiers in Syria.", "Manbij"),
    ("Police in Herat arrested three armed men from Pakistan on Monday after a shooting that killed two.", "Herat"),
    ("Russia fired 40 missiles at Kharkiv on Friday, killing three civilians.", "Kharkiv"),
]


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_an_act_is_where_it_struck(text: str, name: str) -> None:
    places = [event.place.name for event in extract(text, published="2024-03-04").events if event.place is not None]
    assert places
    assert set(places) == {name}


def test_who_strikes_abroad_is_no_place() -> None:
    text = "Russia fired 122 missiles at cities on Friday, killing three. Ukraine said that it shot down 80 over Odesa."
    found = extract(text, published="2024-03-04")
    assert all(event.place is None or event.place.country != "RU" for event in found.events)
