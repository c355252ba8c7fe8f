"""Who did an act and whom it struck: the parties of its frames made one where they are one, with their sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dateline.extract.arguments import PartyRef
from dateline.extract.document import Document
from dateline.extract.frame import Frame
from dateline.extract.tolls import Toll
from dateline.model.codes import Certainty
from dateline.model.values import Party
from dateline.resolve.acts import Act
from dateline.resolve.context import Setting, sources_at
from dateline.resolve.parties import party

GENERAL = frozenset(
    """
    people persons person others other victims individuals lives bodies dead wounded casualties
    """.split()
) | {"number of people"}
POINTING = frozenset("attackers assailants gunmen militants group fighters it they attacker men forces troops".split())
DOUBTING = frozenset("suspected alleged believed presumed apparent likely possibly".split())


def perpetrators_of(document: Document, group: Sequence[Act], setting: Setting, home: str | None) -> tuple[Party, ...]:
    """Return who did it, each with who says so and how surely."""
    refs = [(act.frame, ref) for act in group for ref in (*act.frame.perpetrators, *_pointed(setting, act.frame))]
    made = [sourced_party(document, frame.first, ref, setting, home, acting=True) for frame, ref in refs]
    return merged(made)


def _pointed(setting: Setting, frame: Frame) -> tuple[PartyRef, ...]:
    """Return the actor that "the group" stands for: the last one named before it."""
    if frame.anaphor is None or frame.perpetrators:
        return ()
    before = [m for m in setting.actors if m.last <= frame.anaphor.first]
    return (PartyRef(before[-1].first, before[-1].last, before[-1]),) if before else ()


def targets_of(document: Document, group: Sequence[Act], home: str | None) -> tuple[Party, ...]:
    """Return whom or what an event struck."""
    refs = [ref for act in group for ref in act.frame.targets]
    return merged([party(document, ref, home=home) for ref in refs])


def with_victims(
    document: Document,
    targets: tuple[Party, ...],
    tolls: Iterable[Toll],
    home: str | None,
    perpetrators: tuple[Party, ...],
) -> tuple[Party, ...]:
    """Return targets with those who were harmed, where no target of their kind is named."""
    victims = [party(document, row.group, home=home) for row in tolls if row.group is not None and not row.subset]
    kinds = {p.kind for p in targets}
    names = {p.name.casefold() for p in (*targets, *perpetrators)}
    added = [v for v in merged(victims) if v.kind not in kinds and v.name.casefold() not in names]
    return (*targets, *added)


def sourced_party(
    document: Document, act: int, ref: PartyRef, setting: Setting, home: str | None, *, acting: bool
) -> Party:
    """Return a party of an act (its trigger's first token), with who says so and how surely."""
    sources, kind = sources_at(document, act, setting)
    certainty: Certainty = "asserted"
    made = party(document, ref, home=home, acting=acting, according_to=sources)
    if kind == "claim" or made.name in sources:
        certainty = "claimed"
    elif kind in {"accuse", "blame"}:
        certainty = "alleged"
    if _doubted(document, ref):
        certainty = "suspected"
    return replace(made, certainty=certainty)


def _doubted(document: Document, ref: PartyRef) -> bool:
    words = {t.folded for t in document.tokens[max(0, ref.first - 2) : ref.last]}
    return bool(words & DOUBTING)


def merged(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return parties with those of one id or name made one; bare "the attackers" give way to a better name."""
    found: dict[str, Party] = {}
    for one in parties:
        key = one.actor_id or one.name.casefold()
        known = found.get(key)
        found[key] = one if known is None else _united(known, one)
    named = [p for p in found.values() if not (p.name.casefold() in POINTING and _points(p))]
    return _without_vaguer(
        _one_crowd([p for p in (named or list(found.values())[:1]) if any(c.isalpha() for c in p.name)])
    )


def _points(one: Party) -> bool:
    """Tell whether a party is only ever told as one known already: "the attackers"."""
    return all(span.quote.casefold().startswith(("the ", "they", "it")) for span in one.evidence)


def _one_crowd(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return parties with one word for people in general: "people" and "others" are not two parties."""
    general = [p for p in parties if p.name.casefold() in GENERAL]
    specific = [p for p in parties if p.kind == "civilians" and p not in general]
    dropped = general if specific else general[1:]
    return tuple(p for p in parties if p not in dropped)


def _without_vaguer(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return parties without those that another names more fully.

    "Personnel" beside "US personnel", "the base" beside "al-Asad Airbase", "Iranian-backed militia" beside
    "Iranian-backed militants": the same words but for the head, or a head alone.
    """
    kept: list[Party] = []
    for one in parties:
        rivals = [other for other in parties if other is not one and _names_more(other, one)]
        if not rivals:
            kept.append(one)
    return tuple(kept)


def _names_more(fuller: Party, vaguer: Party) -> bool:
    if vaguer.actor_id is not None and fuller.actor_id is not None and vaguer.actor_id.startswith("actor"):
        return False
    full, vague = fuller.name.casefold().split(), vaguer.name.casefold().split()
    if len(full) > len(vague) and full[-1].endswith(vague[-1]) and len(vague) == 1:
        return True
    described = len(vague) > 1 and len(full) > 1 and vague[:-1] == full[:-1] and "-" in vague[0]
    return described and fuller.name.endswith("s") and not vaguer.name.endswith("s")


def _united(a: Party, b: Party) -> Party:
    rank = ("asserted", "claimed", "alleged", "suspected", "denied")
    certainty = min(a.certainty, b.certainty, key=rank.index)
    sources = tuple(dict.fromkeys((*a.according_to, *b.according_to)))
    evidence = tuple(dict.fromkeys((*a.evidence, *b.evidence)))
    surer = max(a, b, key=lambda p: p.confidence or 0.0)
    return replace(
        a,
        certainty=certainty,
        according_to=sources,
        evidence=evidence,
        confidence=surer.confidence,
        read_by=surer.read_by,
    )
