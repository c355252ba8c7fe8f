"""The closed vocabularies of the contract: ACLED's types, party kinds, weapons, hedges."""

from typing import Final, Literal

EventType = Literal[
    "Battles",
    "Protests",
    "Riots",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Strategic developments",
]
SubEventType = Literal[
    "Armed clash",
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Excessive force against protesters",
    "Protest with intervention",
    "Peaceful protest",
    "Violent demonstration",
    "Mob violence",
    "Chemical weapon",
    "Air/drone strike",
    "Suicide bomb",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Grenade",
    "Sexual violence",
    "Attack",
    "Abduction/forced disappearance",
    "Agreement",
    "Arrests",
    "Change to group/activity",
    "Disrupted weapons use",
    "Headquarters or base established",
    "Looting/property destruction",
    "Non-violent transfer of territory",
    "Other",
]
SUB_EVENT_TYPES: Final[dict[EventType, tuple[SubEventType, ...]]] = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Protests": ("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Explosions/Remote violence": (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
EVENT_TYPE: Final[dict[SubEventType, EventType]] = {sub: main for main, subs in SUB_EVENT_TYPES.items() for sub in subs}

Status = Literal["occurred", "background", "threatened", "planned", "denied"]
Hedge = Literal["exact", "at_least", "at_most", "about", "range", "vague", "none"]
TimePrecision = Literal["minute", "hour", "part_of_day", "day", "week", "month", "year", "unknown"]
TimeBasis = Literal["explicit", "relative", "weekday", "publication"]
GeoPrecision = Literal[1, 2, 3]
PartyKind = Literal[
    "state_forces",
    "rebel_group",
    "political_militia",
    "identity_militia",
    "rioters",
    "protesters",
    "civilians",
    "external_forces",
    "other",
    "unknown",
]
Certainty = Literal["asserted", "claimed", "alleged", "suspected", "denied"]
WeaponType = Literal[
    "ballistic_missile",
    "cruise_missile",
    "rocket",
    "missile",
    "drone",
    "airstrike",
    "artillery",
    "mortar",
    "grenade",
    "small_arms",
    "ied",
    "car_bomb",
    "suicide_vest",
    "landmine",
    "bladed",
    "incendiary",
    "chemical",
    "tear_gas",
    "other",
    "unknown",
]
CasualtyKind = Literal["killed", "injured", "missing", "abducted", "detained", "under_evaluation"]
Share = Literal["all", "most", "some", "none"]
Stance = Literal["claims", "denies", "blames"]
FigureKind = Literal["attack_tally", "casualty_tally", "force_level", "displacement", "other"]
PublishedBasis = Literal["given", "metadata", "inferred"]
CorroborationLevel = Literal["single_source", "corroborated", "contested"]
ReviewStatus = Literal["unreviewed", "confirmed", "edited", "rejected"]
