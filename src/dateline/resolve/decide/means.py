"""With what an act was done."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.model.codes import SubEventType, WeaponType
from dateline.model.values import Weapon
from dateline.resolve.confidence import confidence
from dateline.resolve.decide import least
from dateline.resolve.decide.case import Case, read_by
from dateline.resolve.means import BROADER, weapons_of

IMPLIED: dict[SubEventType, WeaponType] = {
    "Air/drone strike": "airstrike",
    "Chemical weapon": "chemical",
    "Grenade": "grenade",
    "Suicide bomb": "suicide_vest",
}
"""The weapon of a sort of act where no word names one."""


def weapons(case: Case) -> tuple[Weapon, ...]:
    """Return the weapons: words of the lexicon that the encoder marks, else those of the rules."""
    document, findings = case.page.document, case.page.findings
    role = case.tie.role("weapon")
    ruled = {weapon.type: weapon for weapon in weapons_of(document, case.tie.acts)}
    found: dict[WeaponType, Weapon] = {}
    for mention in findings.mentions:
        if mention.weapon is None or mention.weapon.type in found:
            continue
        score = float(role[mention.first : mention.last].mean())
        if score < least.ARMED:
            continue
        kind = mention.weapon.type
        by = read_by(ruled=kind in ruled, marked=True)
        found[kind] = Weapon(
            type=kind,
            quantity=next((q.quantity for q in findings.quantities if q.last == mention.first), None),
            evidence=(document.span(mention.first, mention.last),),
            confidence=confidence("weapon", by, score),
            read_by=by,
        )
    for kind, weapon in ruled.items():
        spans = [document.tokens_at(span.start, span.end) for span in weapon.evidence]
        score = float(max(role[first:last].max() for first, last in spans))
        known = found.get(kind)
        if known is not None:
            found[kind] = replace(known, quantity=weapon.quantity or known.quantity)
        elif score >= least.ARMED_RULED or not found:
            found[kind] = replace(weapon, confidence=confidence("weapon", "rules", score), read_by="rules")
    return tuple(w for w in found.values() if not BROADER.get(w.type, frozenset()) & found.keys())


def implied(case: Case, sub: SubEventType, sure: float) -> tuple[Weapon, ...]:
    """Return the weapon that the sort of an act implies; `sure` is the confidence in that sort."""
    kind = IMPLIED.get(sub)
    if kind is None:
        return ()
    span = case.page.document.span(case.main.first, case.main.last)
    return (Weapon(type=kind, quantity=None, evidence=(span,), confidence=sure, read_by="encoder"),)
