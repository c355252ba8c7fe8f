"""Mentions: what the lexicons know in a report's words, and which of them has words that several claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.mentions import RANK, Mention, MentionKind, mentions
from tests.texts import a_document

FOUND: list[tuple[str, list[tuple[MentionKind, str]]]] = [
    # text, what is named
    ("Hamas fired rockets.", [("actor", "Hamas"), ("weapon", "rockets")]),
    ("Al-Shabaab attacked a hotel.", [("actor", "Al-Shabaab"), ("object", "hotel")]),
    ("The army shelled the hospital.", [("force", "army"), ("object", "hospital")]),
    ("Gunmen abducted villagers.", [("group", "Gunmen"), ("group", "villagers")]),
    ("Iraqi soldiers fled.", [("country", "Iraqi"), ("force", "soldiers")]),
    ("Houthi drones hit an oil tanker.", [("actor", "Houthi"), ("weapon", "drones"), ("object", "oil tanker")]),
    ("A car bomb exploded.", [("weapon", "car bomb")]),
    ("Troops left the military base.", [("force", "Troops"), ("object", "military base")]),
]
LONGEST = [
    # the longer phrase has the words
    ("They struck an oil tanker.", "object", "oil tanker"),
    ("The Kurdistan Workers' Party said so.", "actor", "Kurdistan Workers' Party"),
    ("A rocket launcher was found.", "weapon", "rocket launcher"),
]
NONE = ["It rained for three days.", "The hostile takeover failed.", "may the best team win"]


def named(text: str) -> list[tuple[Mention, str]]:
    document = a_document(text)
    return [(mention, document.words(mention.first, mention.last)) for mention in mentions(document)]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_finds_what_the_lexicons_know(text: str, found: list[tuple[MentionKind, str]]) -> None:
    assert [(mention.kind, words) for mention, words in named(text) if mention.kind != "title"] == found


@pytest.mark.parametrize(("text", "kind", "words"), LONGEST)
def test_the_longest_phrase_has_the_words(text: str, kind: MentionKind, words: str) -> None:
    assert (kind, words) in [(mention.kind, found) for mention, found in named(text)]


@pytest.mark.parametrize("text", NONE)
def test_other_words_name_nothing(text: str) -> None:
    assert named(text) == []


def test_a_title_may_stand_on_the_words_of_another_kind() -> None:
    assert [mention.kind for mention, words in named("Iraqi soldiers fled.") if words == "soldiers"] == [
        "force",
        "title",
    ]


def test_a_country_may_stand_inside_another_name() -> None:
    found = named("The Islamic Resistance in Iraq fired rockets.")
    kinds = {(mention.kind, words) for mention, words in found}
    assert {("actor", "Islamic Resistance in Iraq"), ("country", "Iraq")} <= kinds


def test_a_mention_holds_the_entry_of_its_kind() -> None:
    [(actor, _), (weapon, _)] = named("Hamas fired rockets.")
    assert actor.actor is not None
    assert actor.actor.name == "Hamas"
    assert weapon.weapon is not None
    assert weapon.weapon.type == "rocket"


def test_a_demonym_is_told_from_a_name() -> None:
    words = {text: mention.country_word for mention, text in named("Syrian troops left Syria.") if mention.countries}
    assert words == {"Syrian": "demonym", "Syria": "name"}


WORDS = (
    "the Hamas army of Iraq Iraqi rocket launcher car bomb police station Islamic State group soldiers US in".split()
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_mentions_of_one_layer_never_overlap(row: list[str]) -> None:
    outer = [m for m in mentions(a_document(" ".join(row))) if m.kind not in {"country", "title"}]
    taken = [token for mention in outer for token in range(mention.first, mention.last)]
    assert len(taken) == len(set(taken))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_mentions_stand_in_text_order(row: list[str]) -> None:
    found = mentions(a_document(" ".join(row)))
    assert list(found) == sorted(found, key=lambda m: (m.first, RANK[m.kind]))
