"""Things that are attacked: every noun in singular and plural, and who holds it."""

from collections import Counter
from typing import get_args

import pytest

from dateline.errors import LexiconError
from dateline.lexicon.objects import ObjectNoun, load_objects
from dateline.model.codes import PartyKind
from tests.lexicon.found import found

NOUNS = [
    # words                            noun                   kind             place
    ("the military base", "military base", "state_forces", False),
    ("two air bases", "air base", "state_forces", False),
    ("an army checkpoint", "checkpoint", "state_forces", False),
    ("police stations", "police station", "state_forces", False),
    ("the barracks", "barracks", "state_forces", False),
    ("a warship", "warship", "state_forces", False),
    ("the hospital", "hospital", "civilians", False),
    ("three schools", "school", "civilians", False),
    ("buses", "bus", "civilians", False),
    ("a refugee camp", "refugee camp", "civilians", False),
    ("monasteries", "monastery", "civilians", False),
    ("an oil tanker", "oil tanker", "other", False),
    ("power plants", "power plant", "other", False),
    ("refineries", "refinery", "other", False),
    ("a gas pipeline", "gas pipeline", "other", False),
    ("a militant hideout", "militant hideout", "rebel_group", False),
    ("rocket launchers", "rocket launcher", "rebel_group", False),
    ("the village", "village", "civilians", True),
    ("suburbs", "suburb", "civilians", True),
    ("the front line", "front line", "civilians", True),
    ("territories", "territory", "civilians", True),
]
NONE = ["the soldiers", "a baseball", "hospitality", "the based group", "an aircraft"]


def things(sentence: str) -> list[ObjectNoun]:
    return [entry for _, entries in found(load_objects(), sentence) for entry in entries]


@pytest.mark.parametrize(("words", "noun", "kind", "place"), NOUNS)
def test_a_noun_is_found_in_singular_and_plural(words: str, noun: str, kind: PartyKind, place: bool) -> None:
    assert things(words) == [ObjectNoun(noun, kind, place)]


@pytest.mark.parametrize("words", NONE)
def test_other_words_are_no_things(words: str) -> None:
    assert things(words) == []


def test_the_longest_noun_wins() -> None:
    assert [thing.noun for thing in things("the oil tanker at the container ship terminal")] == [
        "oil tanker",
        "container ship",
        "terminal",
    ]


def test_a_noun_has_one_holder() -> None:
    index = load_objects()
    shared = Counter(len(entries) for entries in index._entries.values())  # noqa: SLF001 - it cannot list itself
    assert set(shared) == {1}


def test_every_kind_is_one_of_the_contract() -> None:
    kinds = {entry.kind for entries in load_objects()._entries.values() for entry in entries}  # noqa: SLF001
    assert kinds <= set(get_args(PartyKind))


def test_an_unknown_language_has_no_things() -> None:
    with pytest.raises(LexiconError):
        load_objects("xx")
