"""Values that both records share, each with the words that prove it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from dateline.model.codes import (
    CasualtyKind,
    Certainty,
    GeoPrecision,
    Hedge,
    PartyKind,
    Share,
    Stance,
    TimeBasis,
    TimePrecision,
    WeaponType,
)


class Span(Struct, frozen=True, omit_defaults=True):
    """Half-open range [start, end) of Unicode code points in one report's text, and the words there."""

    start: int
    end: int
    quote: str
    report: str | None = None  # the report's id; set in incidents, where spans of many reports meet


Evidence = tuple[Span, ...]
ReadBy = Literal["rules", "encoder", "both"]
"""Who reads a value in the text; None where a person or another program does."""


class Quantity(Struct, frozen=True):
    """A count as the report hedges it; `best` is set for `exact` and `about` alone."""

    min: int | None
    max: int | None
    best: int | None
    hedge: Hedge
    text: str


class Time(Struct, frozen=True, omit_defaults=True):
    """An interval in local time with its precision; `start` is None where nothing could be resolved."""

    start: str | None
    end: str | None
    precision: TimePrecision
    timezone: str | None
    basis: TimeBasis
    text: str
    confidence: float | None = None  # that it is right, 0 to 1
    read_by: ReadBy | None = None


class Place(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where something was: degrees WGS 84, precision as in ACLED's codebook (1 exact, 3 region)."""

    name: str
    facility: str | None
    admin1: str | None
    country: str | None  # ISO 3166-1 alpha-2
    lat: float | None
    lon: float | None
    geo_precision: GeoPrecision
    gazetteer_id: str | None
    evidence: Evidence
    confidence: float | None = None  # that it is right, 0 to 1
    read_by: ReadBy | None = None


class Party(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One who acted, suffered or spoke, how surely, and according to whom."""

    name: str
    actor_id: str | None
    kind: PartyKind
    certainty: Certainty
    according_to: tuple[str, ...]
    evidence: Evidence
    title: str | None = None
    organization: str | None = None
    confidence: float | None = None  # that it is right, 0 to 1
    read_by: ReadBy | None = None


class Weapon(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A means of violence and, where told, how many."""

    type: WeaponType
    quantity: Quantity | None
    evidence: Evidence
    confidence: float | None = None  # that it is right, 0 to 1
    read_by: ReadBy | None = None


class Casualty(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One row of a toll: how many of whom were harmed how, by whose word."""

    kind: CasualtyKind
    group: str
    group_id: str | None
    quantity: Quantity
    certainty: Certainty
    according_to: tuple[str, ...]
    evidence: Evidence
    subset: bool = False  # a part of another row ("four of them children")
    condition: str | None = None  # what the people suffer from, where told ("traumatic brain injuries")
    confidence: float | None = None  # that it is right, 0 to 1
    read_by: ReadBy | None = None


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of the weapons, and what they damaged."""

    intercepted: Share | None
    impacted: Share | None
    damage: str | None
    evidence: Evidence


class Responsibility(Struct, frozen=True, kw_only=True):
    """Somebody claims the act, denies it, or blames another."""

    speaker: Party
    stance: Stance
    object: Party | None
    channel: str | None
    evidence: Evidence
