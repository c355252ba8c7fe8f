"""Sub-event types: what words, weapons and parties make of an act (rulings 10 and 11)."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.codes import EVENT_TYPE, PartyKind, SubEventType, WeaponType
from dateline.resolve.typing import by_parties, by_weapons, sub_event_type

BY_WEAPONS: list[tuple[set[WeaponType], SubEventType | None]] = [
    ({"rocket"}, "Shelling/artillery/missile attack"),
    ({"ballistic_missile"}, "Shelling/artillery/missile attack"),
    ({"cruise_missile", "drone"}, "Shelling/artillery/missile attack"),
    ({"mortar"}, "Shelling/artillery/missile attack"),
    ({"artillery", "small_arms"}, "Shelling/artillery/missile attack"),
    ({"drone"}, "Air/drone strike"),
    ({"airstrike"}, "Air/drone strike"),
    ({"airstrike", "missile"}, "Air/drone strike"),
    ({"suicide_vest"}, "Suicide bomb"),
    ({"suicide_vest", "small_arms"}, "Suicide bomb"),
    ({"suicide_vest", "car_bomb"}, "Suicide bomb"),
    ({"car_bomb"}, "Remote explosive/landmine/IED"),
    ({"landmine"}, "Remote explosive/landmine/IED"),
    ({"ied", "small_arms"}, "Remote explosive/landmine/IED"),
    ({"chemical"}, "Chemical weapon"),
    ({"chemical", "artillery"}, "Chemical weapon"),
    ({"small_arms"}, None),
    ({"bladed"}, None),
    ({"grenade"}, None),
    (set(), None),
]
BY_PARTIES: list[tuple[list[PartyKind], SubEventType]] = [
    (["civilians"], "Attack"),
    (["other"], "Attack"),
    ([], "Attack"),
    (["state_forces"], "Armed clash"),
    (["rebel_group"], "Armed clash"),
    (["external_forces"], "Armed clash"),
    (["political_militia"], "Armed clash"),
    (["civilians", "state_forces"], "Attack"),  # who is named first was struck first
    (["state_forces", "civilians"], "Armed clash"),
]
Row = tuple[SubEventType | None, set[WeaponType], list[PartyKind], set[PartyKind], SubEventType]
TOGETHER: list[Row] = [
    # told by the words, weapons, targets, perpetrators, sub-event type
    (None, {"rocket"}, ["state_forces"], {"rebel_group"}, "Shelling/artillery/missile attack"),
    (None, {"small_arms"}, ["civilians"], {"rebel_group"}, "Attack"),
    (None, {"small_arms"}, ["state_forces"], {"rebel_group"}, "Armed clash"),
    (None, {"grenade"}, ["civilians"], set(), "Grenade"),
    (None, {"grenade", "small_arms"}, ["civilians"], set(), "Attack"),
    (None, set(), ["civilians"], {"state_forces"}, "Attack"),
    # the words decide
    ("Air/drone strike", {"missile"}, ["civilians"], {"external_forces"}, "Air/drone strike"),
    ("Abduction/forced disappearance", {"small_arms"}, ["civilians"], set(), "Abduction/forced disappearance"),
    ("Looting/property destruction", {"incendiary"}, ["civilians"], set(), "Looting/property destruction"),
    ("Armed clash", {"artillery"}, ["state_forces"], {"rebel_group"}, "Armed clash"),
    ("Sexual violence", set(), ["civilians"], {"rebel_group"}, "Sexual violence"),
    # weapons that say more than the word
    ("Remote explosive/landmine/IED", {"suicide_vest"}, ["civilians"], set(), "Suicide bomb"),
    ("Remote explosive/landmine/IED", {"missile"}, ["civilians"], set(), "Shelling/artillery/missile attack"),
    ("Shelling/artillery/missile attack", {"chemical"}, ["civilians"], set(), "Chemical weapon"),
    ("Shelling/artillery/missile attack", {"airstrike"}, ["civilians"], set(), "Air/drone strike"),
    ("Shelling/artillery/missile attack", {"drone"}, ["civilians"], set(), "Shelling/artillery/missile attack"),
    # parties that say more than the word
    ("Armed clash", set(), ["state_forces"], {"protesters"}, "Violent demonstration"),
    ("Armed clash", set(), ["rioters"], {"state_forces"}, "Violent demonstration"),
    ("Non-state actor overtakes territory", set(), [], {"rebel_group"}, "Non-state actor overtakes territory"),
    ("Non-state actor overtakes territory", set(), [], {"state_forces"}, "Government regains territory"),
    ("Non-state actor overtakes territory", set(), [], {"external_forces"}, "Non-state actor overtakes territory"),
    ("Government regains territory", set(), [], {"rebel_group"}, "Non-state actor overtakes territory"),
    ("Government regains territory", set(), [], {"state_forces", "political_militia"}, "Government regains territory"),
]


@pytest.mark.parametrize(("weapons", "sub"), BY_WEAPONS)
def test_weapons_decide(weapons: set[WeaponType], sub: SubEventType | None) -> None:
    assert by_weapons(weapons) == sub


@pytest.mark.parametrize(("targets", "sub"), BY_PARTIES)
def test_an_armed_target_makes_a_clash(targets: list[PartyKind], sub: SubEventType) -> None:
    assert by_parties(targets) == sub


@pytest.mark.parametrize(("told", "weapons", "targets", "perpetrators", "sub"), TOGETHER)
def test_words_weapons_and_parties_together(
    told: SubEventType | None,
    weapons: set[WeaponType],
    targets: list[PartyKind],
    perpetrators: set[PartyKind],
    sub: SubEventType,
) -> None:
    assert sub_event_type(told, weapons, targets, perpetrators) == sub


@given(
    st.none() | st.sampled_from(get_args(SubEventType)),
    st.sets(st.sampled_from(get_args(WeaponType))),
    st.lists(st.sampled_from(get_args(PartyKind)), max_size=4),
    st.sets(st.sampled_from(get_args(PartyKind))),
)
def test_every_act_has_a_type_of_the_codebook(
    told: SubEventType | None, weapons: set[WeaponType], targets: list[PartyKind], perpetrators: set[PartyKind]
) -> None:
    assert sub_event_type(told, weapons, targets, perpetrators) in EVENT_TYPE
