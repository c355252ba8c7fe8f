"""What the encoder's heads tell, in the order of its outputs; training and reading share these lists."""

from typing import Final, get_args

from dateline.model.codes import EVENT_TYPE, CasualtyKind, FigureKind, Stance, Status, SubEventType

SUB_TYPES: Final[tuple[SubEventType, ...]] = tuple(EVENT_TYPE)
STATUSES: Final[tuple[Status, ...]] = ("occurred", "background", "threatened", "planned", "denied")

ENTITIES: Final = (
    "Organisation",
    "Person",
    "Location",
    "Nationality",
    "Weapon",
    "MilitaryPlatform",
    "Vehicle",
    "Quantity",
    "Temporal",
    "Money",
    "DocumentReference",
)
"""Names and other mentions, as re3d divides them; its four rarest types are left out."""
SAYING: Final = ("source", "cue", "content")
FILLERS: Final = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
"""Roles of a whole report, as MUC-4 asks for them; named with "muc:" before them among SPANS."""
FIGURES: Final[tuple[FigureKind, ...]] = get_args(FigureKind)
"""Kinds of numbers that are no event's toll; named with "figure:" before them among SPANS."""
SPANS: Final = (
    *SAYING,
    "trigger",
    *ENTITIES,
    *(f"muc:{role}" for role in FILLERS),
    *(f"figure:{kind}" for kind in FIGURES),
)
"""Kinds of spans that are tagged begin, inside or outside, each by itself: they may overlap."""

TOLLS: Final[tuple[CasualtyKind, ...]] = ("killed", "injured", "missing", "abducted", "detained", "under_evaluation")
STANCES: Final[tuple[Stance, ...]] = ("claims", "denies", "blames")
ROLES: Final = (
    *("perpetrator", "target", "weapon", "place", "time"),
    *TOLLS,
    *STANCES,
    *("evidence", "same"),
    *("source", "content"),
    "site",
)
"""What a word may be to a trigger; source and content to a cue of speech.

`place` is the whole phrase that tells where an act was, `site` the name alone, as event_location has it.
"""

TOPICS: Final = (
    *SUB_TYPES,
    "natural_disaster",
    "man_made_disaster",
    "diplomacy",
    "organised_crime",
    "attribution",
    "none",
)
"""What a whole passage is about: an event of a sub-event type, or something that is taken for one."""
