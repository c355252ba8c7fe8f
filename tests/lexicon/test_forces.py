"""Forces of states by rule: one name and id for all spellings."""

import pytest

from dateline.lexicon.forces import load_force_nouns, state_force
from tests.lexicon.found import found

NOUNS = load_force_nouns()

FORCES = [
    # code  phrase                    name                            id                        military
    ("IQ", "army", "Iraqi Army", "state:IQ:army", True),
    ("IQ", "Army", "Iraqi Army", "state:IQ:army", True),
    ("IQ", "police", "Iraqi Police", "state:IQ:police", False),
    ("IQ", "policemen", "Iraqi Police", "state:IQ:police", False),
    ("IQ", "security forces", "Iraqi Security Forces", "state:IQ:security", False),
    ("IQ", "air force", "Iraqi Air Force", "state:IQ:air_force", True),
    ("IQ", "warplanes", "Iraqi Air Force", "state:IQ:air_force", True),
    ("US", "troops", "US Armed Forces", "state:US:military", True),
    ("US", "coast guard", "US Coast Guard", "state:US:coast_guard", False),
    ("US", "Marines", "US Marines", "state:US:marines", True),
    ("GB", "Navy", "British Navy", "state:GB:navy", True),
    ("UA", "air defences", "Ukrainian Air Force", "state:UA:air_force", True),
    ("TR", "elite commandos", "Turkish Special Forces", "state:TR:special_forces", True),
    ("PK", "paramilitary police", "Pakistani Gendarmerie", "state:PK:gendarmerie", False),
    ("TN", "national guard", "Tunisian National Guard", "state:TN:national_guard", True),
    ("IR", "border guards", "Iranian Border Guard", "state:IR:border", False),
    ("SY", "regime forces", "Syrian Government Forces", "state:SY:government", True),
    ("MM", "junta", "Myanmar Government Forces", "state:MM:government", True),
    ("CD", "soldiers", "Congolese Armed Forces", "state:CD:military", True),
    ("CG", "soldiers", "Congo-Brazzaville Armed Forces", "state:CG:military", True),
    ("KP", "intelligence agents", "North Korean Intelligence Service", "state:KP:intelligence", False),
    ("FR", "gendarmes", "French Gendarmerie", "state:FR:gendarmerie", False),
    ("EG", "something unheard of", "Egyptian Armed Forces", "state:EG:military", True),
]


@pytest.mark.parametrize(("code", "phrase", "name", "actor_id", "military"), FORCES)
def test_names_a_force(code: str, phrase: str, name: str, actor_id: str, military: bool) -> None:
    force = state_force(code, phrase)
    assert (force.name, force.actor_id, force.military) == (name, actor_id, military)
    assert force.country == code


@pytest.mark.parametrize(
    ("phrase", "parent"),
    [("army", "state:IQ:military"), ("police", "state:IQ:security"), ("troops", None), ("junta", None)],
)
def test_a_branch_knows_what_contains_it(phrase: str, parent: str | None) -> None:
    assert state_force("IQ", phrase).parent_id == parent


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("Iraqi border guards and army helicopters came.", ["border guards", "army helicopters"]),
        ("Syrian air defence systems fired.", ["air defence systems"]),
        ("Iranian drones and missiles were shot down.", []),
        ("Villagers fled.", []),
    ],
)
def test_finds_force_nouns(sentence: str, nouns: list[str]) -> None:
    assert [at.surface for at, _ in found(NOUNS, sentence)] == nouns


def test_a_form_is_of_one_branch() -> None:
    for nouns in NOUNS._entries.values():  # noqa: SLF001 - the index has no other way to list itself
        assert len(nouns) == 1


def test_there_are_as_many_forms_as_promised() -> None:
    assert len(NOUNS) >= 400
