"""What a sentence tells: frames of acts with their arguments, and the rows of tolls beside them."""

from __future__ import annotations

from msgspec import Struct

from dateline.extract.arguments import PartyRef, WeaponRef
from dateline.extract.document import Sentence
from dateline.extract.mood import Mood
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.tolls import Toll
from dateline.extract.triggers import Trigger
from dateline.lexicon.triggers import TriggerClass
from dateline.model.codes import Share

ARMED = frozenset(("combatant", "armed_unknown", "security"))


class Frame(Struct, frozen=True, kw_only=True):
    """An act as one word names it and its sentence tells it, before time and place are resolved."""

    sentence: int
    clause: tuple[int, int]  # tokens of the sentence that tells it, without a filing line
    trigger: Trigger
    kind: TriggerClass
    mood: Mood = "told"
    perpetrators: tuple[PartyRef, ...] = ()
    targets: tuple[PartyRef, ...] = ()
    weapons: tuple[WeaponRef, ...] = ()
    tolls: tuple[Toll, ...] = ()
    objects: tuple[Nominal, ...] = ()  # places and other words that undergo the act
    anaphor: Nominal | None = None  # an actor that only points back: "the group"
    definite: bool = False  # points back: "the attack", "Saturday's strike", "the attackers fled"
    general: bool = False  # a plural of no particular occasion: "attacks on civilians"
    counted: bool = False  # "about 140 attacks": a tally, no act
    past_perfect: bool = False
    harm_only: bool = False  # tells a toll and no act of its own
    cause: int | None = None  # first token of the trigger of the act that brought this harm
    intercepted: Share | None = None
    impacted: Share | None = None

    @property
    def first(self) -> int:
        """The first token of the trigger."""
        return self.trigger.first


class Told(Struct, frozen=True):
    """A sentence's phrases and the frames in it."""

    sentence: Sentence
    phrases: tuple[Phrase, ...]
    frames: tuple[Frame, ...]
    tolls: tuple[Toll, ...] = ()  # rows that no verb of harm tells: "five wounded"
    nobody: tuple[Toll, ...] = ()


def is_armed(reference: PartyRef) -> bool:
    """Tell whether a party bears arms: a named actor, a force, fighters, police."""
    named = reference.named
    if named is None:
        return False
    return named.kind in {"actor", "force"} or (named.group is not None and named.group.role in ARMED)
