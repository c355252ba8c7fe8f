"""The sides of an act: who of those around a trigger did it, and whom it struck, by the class of the act."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.extract.arguments import Arguments, PartyRef, party_refs, ref
from dateline.extract.frame import ARMED
from dateline.extract.triggers import Trigger
from dateline.lexicon.triggers import TriggerClass

LONERS = frozenset(
    """
    men man women woman youths youth teenagers boys settlers students villagers residents herders farmers
    """.split()
)


def sides(
    kind: TriggerClass, trigger: Trigger, arguments: Arguments
) -> tuple[tuple[PartyRef, ...], tuple[PartyRef, ...]]:
    """Return who did it and whom it struck."""
    if kind.name == "clash" and trigger.form == "noun" and arguments.between:
        sides = tuple(party_refs(arguments.between))
        return (*_inside_parties(arguments), *sides[:1]), sides[1:]
    acting = [n for n in arguments.actors if trigger.form == "verb" or not n.time]
    perpetrators = tuple(r for r in party_refs(acting) if kind.intransitive or _can_act(r, kind))
    alone = kind.harm in {"killed", "injured"} and not arguments.undergoers
    if trigger.form == "verb" and (kind.intransitive or alone):
        return (), distinct(party_refs(acting))
    if kind.hit:
        return distinct(party_refs(arguments.by)), distinct(party_refs(arguments.actors, things=True))
    if kind.fallen:
        return distinct(party_refs(arguments.undergoers)), ()
    struck = list(arguments.undergoers)
    if kind.name == "clash":
        struck += arguments.between
    struck = [n for n in struck if n.named is None or n.named.kind != "country"]
    targets = tuple(r for r in party_refs(struck, things=True) if not r.owner)
    if trigger.form == "noun":
        perpetrators = (*perpetrators, *_inside_parties(arguments))
        targets = (*targets, *_inside_targets(arguments))
    if kind.intercepts:
        perpetrators = tuple(r for r in party_refs(struck) if r.owner)
        targets = ()
    if kind.harm is not None and trigger.form == "verb":
        targets = (*targets, *(ref(n) for n in struck if n.proper))
    if kind.family in {"group", "strategic", "agreement"} and trigger.form == "verb":
        perpetrators = (*perpetrators, *(ref(n) for n in acting if n.proper))
        targets = (*targets, *(ref(n) for n in struck if n.proper))
    return distinct(perpetrators), distinct(targets)


def _can_act(reference: PartyRef, kind: TriggerClass) -> bool:
    """Tell whether a party can be the one who does it: a crowd protests, but the dead and newsrooms do not kill."""
    named = reference.named
    if named is None or kind.family in {"protest", "riot", "agreement", "group", "strategic"}:
        return True
    if named.organisation is not None:
        return named.organisation.org_class in {"police", "military", "government"}
    if named.group is not None and named.group.role in {"civilian", "unsaid"}:
        return named.group.name in LONERS
    return True


def _inside_parties(arguments: Arguments) -> tuple[PartyRef, ...]:
    armed = [
        m
        for m in arguments.inside
        if m.kind in {"actor", "force"}
        or (m.group is not None and m.group.role in ARMED and m.group.name != "terrorists")
    ]
    if armed:
        first = min((m.first for m in arguments.inside if m.last <= armed[0].last), default=armed[0].first)
        country = next(
            (m.countries[0] for m in arguments.inside if m.kind == "country" and m.last == armed[0].first), None
        )
        return (PartyRef(armed[0].first if armed[0].kind == "actor" else first, armed[0].last, armed[0], country),)
    if arguments.owner is not None:
        m = arguments.owner
        return (PartyRef(m.first, m.last, m, m.countries[0], owner=True),)
    nations = [m for m in arguments.inside if m.kind == "country" and m.countries[0] == arguments.country]
    spoken = [m for m in nations if m.country_word == "demonym" or m.countries[0] in {"US", "GB"}]
    return tuple(PartyRef(m.first, m.last, m, m.countries[0], owner=True) for m in spoken[:1])


def _inside_targets(arguments: Arguments) -> tuple[PartyRef, ...]:
    return tuple(PartyRef(m.first, m.last, m) for m in arguments.inside if m.kind == "object")


def distinct(refs: Iterable[PartyRef]) -> tuple[PartyRef, ...]:
    """Return references, the last of those on the same words."""
    return tuple({(r.first, r.last): r for r in refs}.values())
