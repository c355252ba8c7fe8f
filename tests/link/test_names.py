"""Proper names that few reports hold, and what two tellings make of those they share."""

import pytest
from hypothesis import given

from dateline.link.names import names_clue, proper_names
from dateline.model.report import Event
from tests.store.factories import a_party, a_place, an_event, nowhere
from tests.store.strategies import events

NAMES: list[tuple[str, set[str]]] = [
    ("Rockets hit the tanker Marigold off the coast", {"Marigold"}),
    ("Gunmen stormed the Old Mill Prison on Saturday night in March", {"Old Mill Prison"}),
    ("The mayor, Dana Brook, met the crew of the Sea-Lark", {"Dana Brook", "Sea Lark"}),
    ("Fire broke out. Marigold sank", set()),
    ("The French and the Iraqi army said so, and so did Hamas and the United Nations", set()),
    ("Gunmen Storm Old Prison In Night Attack", set()),
    ("GUNMEN STORM OLD PRISON", set()),
    ("", set()),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_are_runs_of_capitals_that_are_not_known_to_all(text: str, names: set[str]) -> None:
    assert proper_names(nowhere(text)) == names


def telling(says: str, **more: object) -> Event:
    return an_event(says=says, **more)  # type: ignore[arg-type]


PAIRS: list[tuple[str, Event, Event, float]] = [
    ("one name", telling("Boats fired on the tanker Marigold"), telling("Sailors of the Marigold were saved"), 1.5),
    ("a part of a name", telling("They shot Dana Brook"), telling("A friend of Ms Brook wept"), 1.5),
    ("two names", telling("They shot Dana Brook in Larch Lane"),
     telling("In Larch Lane a friend of Ms Brook wept"), 2.0),
    ("many names", telling("He saw Ashby, then Birch, then Cole, then Dunn"),
     telling("They met Dunn and Cole and also Birch and Ashby"), 2.5),
    ("another name", telling("Boats fired on the tanker Marigold"), telling("Sailors of the Larkspur were saved"), 0.0),
    ("words of any town", telling("The Police Department was told"),
     telling("A man from the Police Department said"), 0.0),
    ("the place, weighed already", telling("Boats fired near Harran"), telling("Sailors near Harran were saved"), 0.0),
    ("the place of one alone", telling("Boats fired near Harran", placeless=True),
     telling("Sailors near Harran were saved"), 1.5),
    ("a party, weighed already", telling("They struck the Larch Hotel", targets=[a_party("Larch Hotel")]),
     telling("Guests of the Larch Hotel fled", targets=[a_party("Larch Hotel")]), 0.0),
    ("a facility of one, a target of the other",
     telling("They struck the Larch Hotel", targets=[a_party("Larch Hotel")]),
     telling("Guests of the Larch Hotel fled", place=a_place("Kut", at=None)), 1.5),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "points"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS])
def test_shared_names_bind(one: Event, other: Event, points: float) -> None:
    assert sum(clue.points for clue in names_clue(one, other)) == points


def test_the_reason_gives_the_names() -> None:
    (clue,) = names_clue(telling("They shot Dana Brook"), telling("A friend of Ms Brook wept"))
    assert clue.detail == "same name: Brook"


@given(events(), events())
def test_the_order_of_the_two_does_not_matter(one: Event, other: Event) -> None:
    assert list(names_clue(one, other)) == list(names_clue(other, one))
