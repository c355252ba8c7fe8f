"""The parties to an incident and who is said to be responsible, united across reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from dateline.link.content import Affiliated, is_named, party_name
from dateline.model.codes import Certainty, PartyKind
from dateline.model.incident import Disagreement
from dateline.model.values import Party, Responsibility
from dateline.reconcile.disagreement import Said, disagreement
from dateline.reconcile.voice import Voice, cited, commonest, names, united

STRENGTH: Final[dict[Certainty, int]] = {
    "asserted": 0,
    "claimed": 1,
    "alleged": 2,
    "suspected": 3,
    "denied": 4,
}


def strongest(certainties: Iterable[Certainty]) -> Certainty:
    """Return the surest of several certainties."""
    return min(certainties, key=STRENGTH.__getitem__)


def parties(told: Sequence[Voice], role: Callable[[Voice], tuple[Party, ...]]) -> tuple[Party, ...]:
    """Return a role's parties, each once: surest first, then by how many reports name it."""
    found = [(voice, party) for voice in told for party in role(voice)]
    groups = _grouped(found)
    return tuple(sorted((_merged(group) for group in groups), key=_order))


def _grouped(found: Sequence[tuple[Voice, Party]]) -> list[list[tuple[Voice, Party]]]:
    ids = sorted((party_name(p), p.actor_id) for _, p in found if p.actor_id is not None)
    by_name = dict(reversed(ids))
    groups: dict[str, list[tuple[Voice, Party]]] = {}
    for voice, party in found:
        known = party.actor_id or by_name.get(party_name(party))
        groups.setdefault(f"id {known}" if known else f"name {party_name(party)}", []).append((voice, party))
    return list(groups.values())


def _merged(group: Sequence[tuple[Voice, Party]]) -> Party:
    given = [party for _, party in group]
    kinds: list[PartyKind] = [p.kind for p in given if p.kind != "unknown"]
    return Party(
        name=commonest([p.name for p in given]),
        actor_id=min((p.actor_id for p in given if p.actor_id is not None), default=None),
        kind=min(kinds, key=lambda kind: (-kinds.count(kind), kind), default="unknown"),
        certainty=strongest(p.certainty for p in given),
        according_to=names(chain.from_iterable(p.according_to for p in given)),
        evidence=united(cited(party.evidence, voice) for voice, party in group),
        title=min((p.title for p in given if p.title is not None), default=None),
        organization=min((p.organization for p in given if p.organization is not None), default=None),
    )


def _order(party: Party) -> tuple[int, int, str]:
    return STRENGTH[party.certainty], -len({span.report for span in party.evidence}), party.name


def responsibility(told: Sequence[Voice]) -> tuple[Responsibility, ...]:
    """Return claims, denials and blame side by side, each speaker's word on each object once."""
    groups: dict[tuple[str, str, str], list[tuple[Voice, Responsibility]]] = {}
    for voice in told:
        for row in voice.event.responsibility:
            key = (_identity(row.speaker), row.stance, _identity(row.object) if row.object else "")
            groups.setdefault(key, []).append((voice, row))
    return tuple(_united_word(groups[key]) for key in sorted(groups))


def _identity(party: Party) -> str:
    return party.actor_id or party_name(party)


def _united_word(group: Sequence[tuple[Voice, Responsibility]]) -> Responsibility:
    objects = [(voice, row.object) for voice, row in group if row.object is not None]
    return Responsibility(
        speaker=_merged([(voice, row.speaker) for voice, row in group]),
        stance=group[0][1].stance,
        object=_merged(objects) if objects else None,
        channel=min((row.channel for _, row in group if row.channel is not None), default=None),
        evidence=united(cited(row.evidence, voice) for voice, row in group),
    )


def rival_perpetrators(told: Sequence[Voice], affiliated: Affiliated) -> Iterator[Disagreement]:
    """Yield the disagreement, if any, over who did it: known actors that have nothing to do with each other.

    Names without an actor id are too often other words for the same people to count.
    """
    said = [
        Said(party.actor_id, voice, party.according_to)
        for voice in told
        for party in voice.event.perpetrators
        if party.actor_id is not None and is_named(party) and party.certainty != "denied"
    ]
    sides: dict[str, set[str]] = {}
    for one in said:
        sides.setdefault(one.voice.told.report, set()).add(one.value)
    found = list(sides.values())
    if any(_rivals(a, b, affiliated) for i, a in enumerate(found) for b in found[:i]):
        yield disagreement("perpetrators", said)


def _rivals(one: set[str], other: set[str], affiliated: Affiliated) -> bool:
    return not any(a == b or affiliated(a, b) for a in one for b in other)


def is_denied(told: Sequence[Voice]) -> bool:
    """Tell whether somebody who is accused, or has claimed the act, denies it."""
    stances = any(row.stance == "denies" for voice in told for row in voice.event.responsibility)
    return stances or any(p.certainty == "denied" for voice in told for p in voice.event.perpetrators)
