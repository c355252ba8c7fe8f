"""One incident: what all stored reports together say."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from dateline.model.codes import (
    CorroborationLevel,
    EventType,
    ReviewStatus,
    SubEventType,
)
from dateline.model.values import Casualty, Outcome, Party, Place, Responsibility, Time, Weapon


class Corroboration(Struct, frozen=True, kw_only=True):
    """How many tell of it, and how many of those do not copy one another."""

    reports: int
    publishers: int
    independent_sources: int
    level: CorroborationLevel


class Reading(Struct, frozen=True, kw_only=True):
    """One of several values given for a field, by whom."""

    value: Any  # the field's own type, as JSON
    reports: tuple[str, ...]
    according_to: tuple[str, ...]


class Disagreement(Struct, frozen=True, kw_only=True):
    """A field for which reports give values that cannot all be right."""

    field: str
    values: tuple[Reading, ...]


class ReportLink(Struct, frozen=True, kw_only=True):
    """A report behind an incident and which of its events tell of it."""

    id: str
    uri: str | None
    publisher: str | None
    published_at: str | None
    events: tuple[str, ...]


class Review(Struct, frozen=True, kw_only=True):
    """What a person decided about an incident, who and when."""

    status: ReviewStatus
    by: str | None
    at: str | None


class Incident(Struct, frozen=True, kw_only=True, tag_field="schema", tag="dateline.incident/1"):
    """An incident record of the contract; every span names its report."""

    id: str
    revision: int
    first_reported_at: str | None
    last_updated_at: str
    event_type: EventType
    sub_event_type: SubEventType
    time: Time
    place: Place | None
    perpetrators: tuple[Party, ...]
    targets: tuple[Party, ...]
    weapons: tuple[Weapon, ...]
    casualties: tuple[Casualty, ...]
    outcome: Outcome | None
    responsibility: tuple[Responsibility, ...]
    corroboration: Corroboration
    disagreements: tuple[Disagreement, ...]
    reports: tuple[ReportLink, ...]
    review: Review
