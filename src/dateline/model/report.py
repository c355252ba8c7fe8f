"""One report: as it was read, and what it says."""

from __future__ import annotations

from msgspec import Struct

from dateline.errors import SpanError
from dateline.model.codes import (
    EventType,
    FigureKind,
    PublishedBasis,
    Status,
    SubEventType,
    WeaponType,
)
from dateline.model.values import (
    Casualty,
    Evidence,
    Outcome,
    Party,
    Place,
    Quantity,
    ReadBy,
    Responsibility,
    Span,
    Time,
    Weapon,
)


class Source(Struct, frozen=True, kw_only=True):
    """One published item, as it was read: what every span points into."""

    id: str  # SHA-256 of uri and text, hexadecimal
    uri: str | None
    publisher: str | None
    title: str | None
    published_at: str | None  # date or RFC 3339, as it was given
    published_basis: PublishedBasis | None
    language: str  # ISO 639-1, "und" where it could not be told
    text: str
    repeats: tuple[Span, ...] = ()  # passages that stand earlier in the same text
    warnings: tuple[str, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the words at [start, end), or raise SpanError if it leaves the text."""
        if not 0 <= start < end <= len(self.text):
            raise SpanError(self.id, (start, end), len(self.text))
        return Span(start, end, self.text[start:end])


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One act that a report tells of: who did what to whom, where, when, with what, and the toll."""

    id: str
    event_type: EventType
    sub_event_type: SubEventType
    status: Status
    time: Time
    place: Place | None
    perpetrators: tuple[Party, ...]
    targets: tuple[Party, ...]
    weapons: tuple[Weapon, ...]
    casualties: tuple[Casualty, ...]
    outcome: Outcome | None
    responsibility: tuple[Responsibility, ...]
    evidence: Evidence
    trigger: Span | None = None  # the word or phrase that names the act
    shared_with: tuple[str, ...] = ()  # events at other places that share this one's toll
    confidence: float | None = None  # that the report tells this event, 0 to 1
    status_confidence: float | None = None
    sub_type_confidence: float | None = None
    read_by: ReadBy | None = None


class Figure(Struct, frozen=True, kw_only=True):
    """A number that is no event: a tally over a period, a force level, people displaced."""

    kind: FigureKind
    what: str
    quantity: Quantity
    perpetrators: tuple[Party, ...]
    targets: tuple[Party, ...]
    weapons: tuple[WeaponType, ...]
    places: tuple[str, ...]
    since: Time | None
    until: Time | None
    speaker: Party | None
    evidence: Evidence


class Statement(Struct, frozen=True, kw_only=True):
    """Who said what, through which channel, in whose words."""

    speaker: Party
    cue: str
    channel: str | None
    said_at: Time | None
    direct: bool
    content: Span
    evidence: Evidence


class Report(Struct, frozen=True, kw_only=True, tag_field="schema", tag="dateline.report/1"):
    """A report record of the contract: what one report says, who says it, where in its text."""

    id: str
    uri: str | None
    publisher: str | None
    title: str | None
    published_at: str | None
    published_basis: PublishedBasis | None
    dateline: Place | None
    language: str
    text: str
    repeats: tuple[Span, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    warnings: tuple[str, ...]
