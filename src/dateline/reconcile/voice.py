"""Whose word a telling is: copies of one text and carriers of one statement are one voice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from dateline.lexicon.words import phrase_key
from dateline.link.told import Told
from dateline.link.when import published
from dateline.model.report import Event
from dateline.model.values import Evidence, Span

LATEST = datetime.max.replace(tzinfo=UTC)


class Voice(NamedTuple):
    """One telling with the group of copies its report is in, its outlet, and the origins of what it says."""

    told: Told
    group: str
    outlet: str  # the publisher of the first copy, or the group where nobody is named
    at: datetime | None  # when it was published
    origins: frozenset[str]

    @property
    def event(self) -> Event:
        """Return the event that is told of."""
        return self.told.event


def name_key(name: str) -> str:
    """Return the folded form by which speakers and publishers are compared."""
    words = phrase_key(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def voices(tellings: Iterable[Told], copies: Mapping[str, str]) -> tuple[Voice, ...]:
    """Return the tellings as voices, earliest first; undated ones come last."""
    found = sorted(tellings, key=lambda t: (published(t.published_at) or LATEST, t.key))
    outlets: dict[str, str] = {}
    for told in found:
        group = copies.get(told.report, told.report)
        named = None if told.publisher is None else name_key(told.publisher)
        outlets.setdefault(group, named or group)
    return tuple(_voice(told, copies.get(told.report, told.report), outlets) for told in found)


def _voice(told: Told, group: str, outlets: Mapping[str, str]) -> Voice:
    outlet = outlets[group]
    return Voice(told, group, outlet, published(told.published_at), origins(told.event, outlet))


def origins(event: Event, outlet: str) -> frozenset[str]:
    """Return whom an event rests on: the one speaker of all of it, else the outlet; and who claims it.

    A party's own claim of the act is an origin of its own.
    """
    values = [party.according_to for party in event.perpetrators]
    values += [row.according_to for row in event.casualties]
    values = values or [party.according_to for party in event.targets]
    speakers = {name_key(name) for according_to in values for name in according_to}
    attributed = bool(values) and all(values) and len(speakers) == 1
    claims = {f"says {name_key(r.speaker.name)}" for r in event.responsibility if r.stance == "claims"}
    base = f"says {speakers.pop()}" if attributed else f"in {outlet}"
    return frozenset({base, *claims})


def support(backing: Iterable[Voice]) -> int:
    """Return how many origins that do not rest on one another back a value."""
    found = tuple(backing)
    return min(
        len(frozenset[str]().union(*(voice.origins for voice in found))),
        len({voice.group for voice in found}),
    )


def cited(evidence: Iterable[Span], voice: Voice) -> Evidence:
    """Return spans that name the report they are of."""
    return tuple(Span(s.start, s.end, s.quote, voice.told.report) for s in evidence)


def united(evidence: Iterable[Evidence]) -> Evidence:
    """Return the spans of several values, each once, by report and place in its text."""
    found = {span for spans in evidence for span in spans}
    return tuple(sorted(found, key=lambda s: (s.report or "", s.start, s.end)))


def names(according_to: Iterable[str]) -> tuple[str, ...]:
    """Return speakers, each once in its first spelling, by name."""
    spelled: dict[str, str] = {}
    for name in sorted(according_to):
        spelled.setdefault(name_key(name), name)
    return tuple(spelled[key] for key in sorted(spelled))


def commonest(values: Sequence[str], prefer: Callable[[str], object] = len) -> str:
    """Return the value given most often; among equals the one preferred, then the first by spelling."""
    ranked = sorted(set(values))
    ranked.sort(key=prefer, reverse=True)  # type: ignore[arg-type]
    ranked.sort(key=values.count, reverse=True)
    return ranked[0]
