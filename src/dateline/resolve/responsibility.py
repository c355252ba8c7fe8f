"""Claims, denials and blame joined to the events that they speak of."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.extract.arguments import PartyRef
from dateline.extract.findings import Findings
from dateline.extract.frames import Told
from dateline.extract.mentions import Mention
from dateline.extract.nominals import Nominal
from dateline.extract.responsibility import Claim
from dateline.model.report import Event
from dateline.model.values import Party, Responsibility
from dateline.resolve.events import Setting
from dateline.resolve.parties import party

GROUPS = frozenset(("group", "organisation", "organization", "movement", "militia", "militants", "rebels", "it", "they"))


def with_responsibility(
    findings: Findings, events: Sequence[Event], claims: Sequence[Claim], read: Sequence[Told], setting: Setting
) -> tuple[Event, ...]:
    """Return events with who claims, denies or is blamed for each, and the perpetrators that follow from it."""
    joined = list(events)
    for claim in claims:
        at = _event_of(findings, claim, joined)
        if at is not None:
            joined[at] = _joined(findings, joined[at], claim, setting)
    return tuple(joined)


def _event_of(findings: Findings, claim: Claim, events: Sequence[Event]) -> int | None:
    """Return the event whose sentences a claim stands in, else the nearest news told before it."""
    position = findings.document.tokens[claim.first].start
    inside = [
        i
        for i, event in enumerate(events)
        if any(span.start <= position < span.end for span in event.evidence)
    ]
    if inside:
        return inside[0]
    news = [
        (position - min(s.start for s in event.evidence), i)
        for i, event in enumerate(events)
        if event.status == "occurred" and event.event_type not in {"Strategic developments", "Protests"}
    ]
    before = [pair for pair in news if pair[0] >= 0]
    return min(before, default=(0, news[0][1] if news else None))[1]


def _joined(findings: Findings, event: Event, claim: Claim, setting: Setting) -> Event:
    document = findings.document
    home = event.place.country if event.place is not None else setting.home
    speaker_ref = _antecedent(findings, claim)
    speaker = party(document, speaker_ref, home=home, acting=True)
    blamed = party(document, claim.blamed, home=home, acting=True) if claim.blamed is not None else None
    made = Responsibility(
        speaker=speaker,
        stance=claim.stance,
        object=blamed,
        channel=_channel(findings, claim, setting),
        evidence=(document.span(claim.first, claim.last),),
    )
    if any(r.speaker.name == speaker.name and r.stance == claim.stance for r in event.responsibility):
        return event
    perpetrators = _perpetrators(event, claim, speaker, blamed)
    return replace(event, responsibility=(*event.responsibility, made), perpetrators=perpetrators)


def _perpetrators(event: Event, claim: Claim, speaker: Party, blamed: Party | None) -> tuple[Party, ...]:
    known = event.perpetrators
    if claim.stance == "claims":
        claimed = replace(speaker, certainty="claimed", according_to=(speaker.name,))
        same = [p for p in known if _same(p, speaker)]
        rest = tuple(p for p in known if not _same(p, speaker))
        return (*rest, replace(claimed, evidence=(*(e for p in same for e in p.evidence), *claimed.evidence)))
    if claim.stance == "blames" and blamed is not None and not any(_same(p, blamed) for p in known):
        return (*known, replace(blamed, certainty="alleged", according_to=(speaker.name,)))
    if claim.stance == "denies":
        return tuple(replace(p, certainty="denied") if _same(p, speaker) else p for p in known)
    return known


def _same(a: Party, b: Party) -> bool:
    return a.name == b.name or (a.actor_id is not None and a.actor_id == b.actor_id)


def _antecedent(findings: Findings, claim: Claim) -> PartyRef:
    """Return the actor that "the group" or "it" stands for: the last one named before."""
    nominal = claim.speaker_nominal
    document = findings.document
    head = document.tokens[nominal.head].folded
    if nominal.pronoun is None and not (nominal.definite and head in GROUPS and not _named(nominal)):
        return claim.speaker
    before = [m for m in findings.mentions if m.kind == "actor" and m.last <= nominal.first]
    if not before:
        return claim.speaker
    mention = before[-1]
    return PartyRef(mention.first, mention.last, mention)


def _named(nominal: Nominal) -> bool:
    found: list[Mention] = [m for m in (nominal.named, *nominal.modifiers) if m is not None]
    return any(m.kind in {"actor", "organisation", "force"} for m in found)


def _channel(findings: Findings, claim: Claim, setting: Setting) -> str | None:
    tokens = findings.document.tokens
    first, last = tokens[claim.first].start, tokens[claim.last - 1].end
    near = [a for a in setting.attributions if a.channel and first <= tokens[a.cue[0]].start < last]
    return near[0].channel if near else None


