"""Weapons: every type has its names, every name one type, and ambiguous words know their company."""

from collections import Counter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.forms import Exclusion
from dateline.lexicon.weapons import WeaponName, allowed, load_weapons
from dateline.lexicon.words import phrase_key
from dateline.model.codes import WeaponType
from tests.lexicon.found import found

LEXICON = load_weapons()
ENTRIES = tuple(LEXICON.index._entries.values())  # noqa: SLF001 - the index has no other way to list itself


def weapons(sentence: str) -> list[tuple[str, WeaponName]]:
    """Return the weapons that stand in a sentence, with their words."""
    return [
        (at.surface, name)
        for at, names in found(LEXICON.index, sentence)
        for name in names
        if name.fits(at.surface) and allowed(name, at.before, at.after)
    ]


TYPES = [
    # phrase                     type                delivers
    ("ballistic missiles", "ballistic_missile", False),
    ("Iskander-M", "ballistic_missile", False),
    ("Kinzhal", "ballistic_missile", False),
    ("ATACMS", "ballistic_missile", False),
    ("Scud", "ballistic_missile", False),
    ("Fateh-110", "ballistic_missile", False),
    ("Burkan", "ballistic_missile", False),
    ("Kalibr", "cruise_missile", False),
    ("Kh-101", "cruise_missile", False),
    ("Storm Shadow", "cruise_missile", False),
    ("SCALP", "cruise_missile", False),
    ("Tomahawks", "cruise_missile", False),
    ("Grad", "rocket", False),
    ("Smerch", "rocket", False),
    ("Uragan", "rocket", False),
    ("Katyusha rockets", "rocket", False),
    ("Qassam rockets", "rocket", False),
    ("107 mm rockets", "rocket", False),
    ("HIMARS", "rocket", False),
    ("Zelzal", "rocket", False),
    ("rocket fire", "rocket", True),
    ("anti-tank guided missile", "missile", False),
    ("Kornet", "missile", False),
    ("TOW", "missile", False),
    ("Javelin", "missile", False),
    ("S-300", "missile", False),
    ("missile strikes", "missile", True),
    ("Shahed-136", "drone", False),
    ("Geran-2", "drone", False),
    ("Bayraktar TB2", "drone", False),
    ("FPV drones", "drone", False),
    ("quadcopters", "drone", False),
    ("drone strikes", "drone", True),
    ("airstrike", "airstrike", True),
    ("air strikes", "airstrike", True),
    ("airstrikes", "airstrike", True),
    ("glide bombs", "airstrike", False),
    ("FAB-500", "airstrike", False),
    ("barrel bombs", "airstrike", False),
    ("warplanes", "airstrike", False),
    ("helicopter gunships", "airstrike", False),
    ("Su-25s", "airstrike", False),
    ("howitzers", "artillery", False),
    ("D-30", "artillery", False),
    ("tank fire", "artillery", True),
    ("shelling", "artillery", True),
    ("mortar shells", "mortar", False),
    ("mortar fire", "mortar", True),
    ("hand grenade", "grenade", False),
    ("rocket-propelled grenades", "grenade", False),
    ("RPGs", "grenade", False),
    ("AK-47s", "small_arms", False),
    ("machine guns", "small_arms", False),
    ("gunfire", "small_arms", True),
    ("shotguns", "small_arms", False),
    ("IEDs", "ied", False),
    ("roadside bombs", "ied", False),
    ("explosives", "ied", False),
    ("car bombs", "car_bomb", False),
    ("VBIED", "car_bomb", False),
    ("SVBIEDs", "car_bomb", False),
    ("suicide truck", "car_bomb", False),
    ("suicide vests", "suicide_vest", False),
    ("explosive belts", "suicide_vest", False),
    ("suicide bombing", "suicide_vest", True),
    ("landmines", "landmine", False),
    ("UXO", "landmine", False),
    ("machetes", "bladed", False),
    ("knives", "bladed", False),
    ("stabbing", "bladed", True),
    ("Molotov cocktails", "incendiary", False),
    ("petrol bombs", "incendiary", False),
    ("white phosphorus", "incendiary", False),
    ("arson", "incendiary", True),
    ("sarin", "chemical", False),
    ("chlorine gas", "chemical", False),
    ("mustard gas", "chemical", False),
    ("chemical attack", "chemical", True),
    ("tear gas", "tear_gas", False),
    ("teargas", "tear_gas", False),
    ("water cannon", "other", False),
    ("rubber bullets", "other", False),
    ("stones", "other", False),
    ("batons", "other", False),
    ("weapons", "unknown", False),
    ("munitions", "unknown", False),
    ("explosion", "unknown", True),
]


@pytest.mark.parametrize(("phrase", "kind", "delivers"), TYPES)
def test_types_a_name_as_the_contract_does(phrase: str, kind: str, delivers: bool) -> None:
    [name] = LEXICON.index.get(phrase)
    assert (name.type, name.delivers) == (kind, delivers)


@pytest.mark.parametrize("exclusion", LEXICON.exclusions, ids=lambda e: e.form)
def test_an_ambiguous_word_keeps_its_examples(exclusion: Exclusion) -> None:
    key = phrase_key(exclusion.form)
    assert LEXICON.index.get(exclusion.form), "an exclusion for a form that no weapon has"
    for sentence in exclusion.matches:
        assert any(_is_form(words, key) for words, _ in weapons(sentence)), sentence
    for sentence in exclusion.rejects:
        assert not any(_is_form(words, key) for words, _ in weapons(sentence)), sentence


def _is_form(words: str, key: tuple[str, ...]) -> bool:
    """Tell whether words are a form, in the number of the exclusion or in the other."""
    return phrase_key(words) == key


SENTENCES = [
    # text                                                     its weapons
    ("Multiple ballistic missiles and rockets were launched.", ["ballistic missiles", "rockets"]),
    ("He was towed away; the tow rope broke.", ["rope"]),
    ("A TOW missile hit the tank.", ["TOW missile", "tank"]),
    ("A 10-year-old boy died at 4 p.m. on the M4.", []),
    ("A-10s strafed the convoy; F-16 jets followed.", ["A-10s", "F-16 jets"]),
    ("The lancet is a small knife.", ["knife"]),
    ("Rocket-propelled grenades and AK-47s were seized.", ["Rocket-propelled grenades", "AK-47s"]),
    ("An explosives-laden truck blew up.", ["explosives-laden truck"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_finds_the_longest_names_in_a_sentence(sentence: str, expected: list[str]) -> None:
    assert [words for words, _ in weapons(sentence)] == expected


def test_every_type_has_names() -> None:
    types = Counter(name.type for names in ENTRIES for name in names)
    assert set(types) == set(get_args(WeaponType))
    assert min(types.values()) >= 5


def test_there_are_as_many_names_as_promised() -> None:
    assert len({name.name for names in ENTRIES for name in names}) >= 1500


def test_a_form_is_one_weapon() -> None:
    assert [[n.form for n in names] for names in ENTRIES if len(names) > 1] == []


@given(st.lists(st.text(max_size=5), max_size=12), st.lists(st.text(max_size=5), max_size=12))
def test_any_company_is_judged(before: list[str], after: list[str]) -> None:
    [mine] = LEXICON.index.get("mine")
    assert isinstance(allowed(mine, before, after), bool)
    assert not allowed(mine, [*before, "coal"], after)
    assert not allowed(mine, before, ["worker", *after])
