"""With what an act was done, and what became of the weapons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.extract.arguments import WeaponRef
from dateline.extract.document import Document
from dateline.extract.frame import Frame
from dateline.extract.nominals import count_of
from dateline.model.codes import Share, WeaponType
from dateline.model.values import Outcome, Span, Weapon
from dateline.resolve.acts import Act

BROADER: Mapping[WeaponType, frozenset[WeaponType]] = {
    "missile": frozenset(("ballistic_missile", "cruise_missile", "rocket", "airstrike")),
    "artillery": frozenset(("mortar", "rocket", "missile", "ballistic_missile", "cruise_missile")),
    "ied": frozenset(("car_bomb", "suicide_vest", "landmine", "airstrike", "grenade", "drone")),
    "unknown": frozenset(("airstrike", "drone", "rocket", "missile", "artillery", "mortar", "small_arms", "ied")),
    "suicide_vest": frozenset(("car_bomb",)),
}


def weapons_of(document: Document, group: Sequence[Act]) -> tuple[Weapon, ...]:
    """Return the weapons of an event by type; a broad word gives way to a narrower one ("missile" to "rocket")."""
    found: dict[WeaponType, Weapon] = {}
    for act in group:
        for reference in act.frame.weapons:
            _add_weapon(document, found, reference)
    for act in group:
        implied = act.frame.kind.weapon
        if implied is not None and not found.keys() & {implied, *BROADER.get(implied, ())}:
            span = document.span(act.frame.first, act.frame.trigger.last)
            found[implied] = Weapon(type=implied, quantity=None, evidence=(span,))
    return tuple(w for w in found.values() if not BROADER.get(w.type, frozenset()) & found.keys())


def _add_weapon(document: Document, found: dict[WeaponType, Weapon], reference: WeaponRef) -> None:
    name = reference.mention.weapon
    if name is None:
        return
    quantity = count_of(document, reference.nominal)
    span = document.span(reference.mention.first, reference.mention.last)
    known = found.get(name.type)
    if known is None:
        found[name.type] = Weapon(type=name.type, quantity=quantity, evidence=(span,))
    elif known.quantity is None and quantity is not None:
        found[name.type] = Weapon(type=name.type, quantity=quantity, evidence=(span, *known.evidence))


def outcome_of(document: Document, group: Sequence[Act]) -> Outcome | None:
    """Return what became of the weapons of an event, or None where nothing is told of it."""
    intercepted = _first_share(act.frame.intercepted for act in group)
    impacted = _first_share(act.frame.impacted for act in group) if intercepted is not None else None
    if intercepted is None:
        return None
    frames = [a.frame for a in group if a.frame.intercepted is not None or a.frame.impacted is not None]
    evidence = tuple(clause_of(document, frame) for frame in frames)
    return Outcome(intercepted=intercepted, impacted=impacted, damage=None, evidence=tuple(dict.fromkeys(evidence)))


def _first_share(shares: Iterable[Share | None]) -> Share | None:
    return next((share for share in shares if share is not None), None)


def clause_of(document: Document, frame: Frame) -> Span:
    """Return the sentence that tells a frame, without its filing line."""
    return document.span(*frame.clause)
