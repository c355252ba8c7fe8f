"""Claims, denials and blame joined to the events that they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.extract.arguments import PartyRef
from dateline.extract.attribution import Attribution
from dateline.extract.document import Document
from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.mentions import Mention
from dateline.extract.nominals import Nominal
from dateline.extract.responsibility import Claim
from dateline.lexicon.cues import load_cues
from dateline.model.report import Event
from dateline.model.values import Party, Responsibility
from dateline.resolve.context import Setting
from dateline.resolve.parties import party

OWN = frozenset(("its", "their", "our", "his", "we", "it", "they"))
GROUPS = frozenset(
    ("group", "organisation", "organization", "movement", "militia", "militants", "rebels", "it", "they")
)


def with_responsibility(
    findings: Findings, events: Sequence[Event], claims: Sequence[Claim], read: Sequence[Told], setting: Setting
) -> tuple[Event, ...]:
    """Return events with who claims, denies or is blamed for each, and the perpetrators that follow from it."""
    joined = list(events)
    for claim in (*claims, *_own_acts(findings, read, setting)):
        at = _event_of(findings, claim, joined)
        if at is not None:
            joined[at] = _joined(findings, joined[at], claim, setting)
    return tuple(joined)


def _own_acts(findings: Findings, read: Sequence[Told], setting: Setting) -> Iterator[Claim]:
    """Yield the claims of actors who say that they did it: "the group said its fighters had carried out the raid"."""
    document = findings.document
    for said in setting.attributions:
        actor = _armed_speaker(findings, said)
        if actor is None:
            continue
        for one in read:
            for frame in one.frames:
                at = document.tokens[frame.first].start
                inside = said.content[0] <= at < said.content[1] and one.sentence.index - said.sentence in {-1, 0, 1}
                own = inside and frame.mood == "told" and any(_is_own(document, r, actor) for r in frame.perpetrators)
                if own and not frame.harm_only:
                    speaker = PartyRef(actor.first, actor.last, actor)
                    yield Claim(
                        stance="claims",
                        speaker=speaker,
                        speaker_nominal=Nominal(first=actor.first, last=actor.last, head=actor.last - 1, named=actor),
                        blamed=None,
                        first=one.sentence.first,
                        last=one.sentence.last,
                        cue=said.cue[0],
                        act=frame.first,
                        sentence=one.sentence.index,
                    )


def _armed_speaker(findings: Findings, said: Attribution) -> Mention | None:
    """Return the actor who speaks, or for whom its spokesman does."""
    if said.named is not None and said.named.kind == "actor":
        return said.named
    spans = [s for s in (said.antecedent, said.organization, (said.speaker_first, said.speaker_last)) if s is not None]
    actors = [m for m in findings.mentions if m.kind == "actor"]
    return next((m for first, last in spans for m in actors if first <= m.first and m.last <= last), None)


def _is_own(document: Document, reference: PartyRef, actor: Mention) -> bool:
    opening = document.tokens[reference.first].folded
    before = document.tokens[reference.first - 1].folded if reference.first else ""
    same = reference.named is not None and reference.named.actor is not None and reference.named.actor == actor.actor
    return same or opening in OWN or before in OWN


def _event_of(findings: Findings, claim: Claim, events: Sequence[Event]) -> int | None:
    """Return the event whose sentences a claim stands in, else the nearest news told before it."""
    position = findings.document.tokens[claim.first].start
    cue = findings.document.tokens[claim.cue].start
    inside = [
        i
        for i, event in enumerate(events)
        if any(span.start <= position < span.end for span in event.evidence)
        and (claim.act is not None or _told_before(event, cue))
    ]
    if claim.act is not None and len(inside) > 1:
        act = findings.document.tokens[claim.act].start
        told = [i for i in inside if events[i].trigger is not None and _starts(events[i], act)]
        inside = told or inside
    if inside:
        return inside[0]
    news = [
        (cue - (event.trigger or event.evidence[0]).start, i)
        for i, event in enumerate(events)
        if event.status == "occurred" and event.event_type not in {"Strategic developments", "Protests"}
    ]
    before = [pair for pair in news if pair[0] >= 0]
    return min(before, default=(0, news[0][1] if news else None))[1]


def _told_before(event: Event, position: int) -> bool:
    return event.trigger is None or event.trigger.start < position


def _starts(event: Event, position: int) -> bool:
    return event.trigger is not None and event.trigger.start == position


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
    told = [r for r in event.responsibility if r.speaker.name == speaker.name and r.stance == claim.stance]
    if any(r.channel is not None or r.object is not None or made == r for r in told):
        return event
    others = tuple(r for r in event.responsibility if r not in told)
    perpetrators = _perpetrators(event, claim, speaker, blamed)
    return replace(event, responsibility=(*others, made), perpetrators=perpetrators)


def _perpetrators(event: Event, claim: Claim, speaker: Party, blamed: Party | None) -> tuple[Party, ...]:
    known = event.perpetrators
    if claim.stance == "claims":
        claimed = replace(speaker, certainty="claimed", according_to=(speaker.name,))
        same = [p for p in known if _same(p, speaker)]
        rest = tuple(p for p in known if not _same(p, speaker))
        evidence = tuple(dict.fromkeys((*(e for p in same for e in p.evidence), *claimed.evidence)))
        sure = same[0] if same else claimed
        return (*rest, replace(claimed, evidence=evidence, confidence=sure.confidence, read_by=sure.read_by))
    if claim.stance == "blames" and blamed is not None and not any(_same(p, blamed) for p in known):
        return (*known, replace(blamed, certainty="alleged", according_to=(speaker.name,)))
    if claim.stance == "denies":
        return tuple(replace(p, certainty="denied") if _same(p, speaker) else p for p in known)
    return known


def _same(a: Party, b: Party) -> bool:
    """Tell whether two parties are one; a state and its forces are."""
    if a.actor_id is None or b.actor_id is None:
        return a.name == b.name
    states = (a.actor_id.split(":")[:2], b.actor_id.split(":")[:2])
    return a.actor_id == b.actor_id or (states[0] == states[1] and states[0][0] == "state")


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
    sentence = findings.document.sentences[claim.sentence]
    told = load_cues().channels.find([t.folded for t in tokens[sentence.first : sentence.last]])
    named = [hit.entries[0] for hit in told]
    specific = [channel for channel in named if channel != "statement"]
    if named:
        return (specific or named)[0]
    first, last = tokens[claim.first].start, tokens[claim.last - 1].end
    near = [a for a in setting.attributions if a.channel and first <= tokens[a.cue[0]].start < last]
    return near[0].channel if near else None
