"""Which of ACLED's sub-event types an act is, from its words, its weapons and its parties (rulings 10 and 11)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.model.codes import PartyKind, SubEventType, WeaponType

GROUND_FIRE: frozenset[WeaponType] = frozenset(
    ("ballistic_missile", "cruise_missile", "rocket", "missile", "artillery", "mortar")
)
PLANTED: frozenset[WeaponType] = frozenset(("ied", "car_bomb", "landmine"))
ARMED: frozenset[PartyKind] = frozenset(
    ("state_forces", "rebel_group", "political_militia", "identity_militia", "external_forces")
)
BY_WORDS_ALONE: frozenset[SubEventType] = frozenset(
    (
        "Abduction/forced disappearance",
        "Sexual violence",
        "Arrests",
        "Agreement",
        "Government regains territory",
        "Non-state actor overtakes territory",
        "Non-violent transfer of territory",
        "Change to group/activity",
        "Headquarters or base established",
        "Disrupted weapons use",
        "Looting/property destruction",
        "Mob violence",
        "Violent demonstration",
        "Peaceful protest",
        "Protest with intervention",
        "Excessive force against protesters",
        "Other",
        "Armed clash",
    )
)


def by_weapons(weapons: Collection[WeaponType]) -> SubEventType | None:
    """Return the sub-event type that the weapons alone decide, or None.

    Ground-fired missiles and shells, also together with drones, make a shelling; one-way and armed drones and
    aircraft an air strike; a bomber who dies a suicide bombing.
    """
    if "chemical" in weapons:
        return "Chemical weapon"
    if "suicide_vest" in weapons:
        return "Suicide bomb"
    if "airstrike" in weapons:
        return "Air/drone strike"
    if GROUND_FIRE.intersection(weapons):
        return "Shelling/artillery/missile attack"
    if "drone" in weapons:
        return "Air/drone strike"
    if PLANTED.intersection(weapons):
        return "Remote explosive/landmine/IED"
    return None


def by_parties(targets: Sequence[PartyKind]) -> SubEventType:
    """Return the sub-event type of an attack at close quarters, by whom it is first said to have struck.

    An armed side makes it a clash; civilians named before soldiers make it an attack in which some fought back.
    """
    struck = next((kind for kind in targets if kind == "civilians" or kind in ARMED), None)
    return "Armed clash" if struck in ARMED else "Attack"


def sub_event_type(
    told: SubEventType | None,
    weapons: Collection[WeaponType],
    targets: Sequence[PartyKind],
    perpetrators: Collection[PartyKind],
) -> SubEventType:
    """Return the sub-event type of an act; `told` is what its most telling word says, if any does."""
    if told in BY_WORDS_ALONE:
        return _by_taker(_among_crowds(told, {*targets, *perpetrators}), perpetrators)
    armed = by_weapons(weapons)
    if told is not None:
        heard = told == "Remote explosive/landmine/IED" and armed in {
            "Shelling/artillery/missile attack",
            "Air/drone strike",
        }  # "explosions": those of the missiles
        overrides = heard or armed in {"Chemical weapon", "Suicide bomb"}
        launched = (
            told == "Shelling/artillery/missile attack" and armed == "Air/drone strike" and "airstrike" in weapons
        )
        return armed if armed is not None and (overrides or launched) else told
    if armed is not None:
        return armed
    if "grenade" in weapons and "small_arms" not in weapons:
        return "Grenade"
    return _among_crowds(by_parties(targets), {*targets, *perpetrators})


def _by_taker(told: SubEventType, perpetrators: Collection[PartyKind]) -> SubEventType:
    """Return who a taken place counts for: the government at home regains it, everybody else overtakes it."""
    if told == "Non-state actor overtakes territory" and "state_forces" in perpetrators:
        return "Government regains territory"
    takers = ARMED - {"state_forces", "external_forces"}
    if (
        told == "Government regains territory"
        and takers.intersection(perpetrators)
        and "state_forces" not in perpetrators
    ):
        return "Non-state actor overtakes territory"
    return told


def _among_crowds(told: SubEventType, parties: Collection[PartyKind]) -> SubEventType:
    """Return a riot for a clash with a crowd."""
    if told == "Armed clash" and {"rioters", "protesters"}.intersection(parties):
        return "Violent demonstration"
    return told
