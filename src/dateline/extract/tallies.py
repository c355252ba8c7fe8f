"""Numbers that are no event: tallies of attacks and of the dead, force levels, people displaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.extract.arguments import PartyRef, WeaponRef
from dateline.extract.clauses import obliques
from dateline.extract.findings import Findings, within
from dateline.extract.frames import Told
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.quantities import hedged
from dateline.extract.times import TimeMention
from dateline.extract.toponyms import Toponym
from dateline.model.codes import FigureKind, WeaponType
from dateline.model.values import Quantity

WAR = frozenset("war conflict insurgency uprising crisis invasion genocide revolution".split())
PERIODS = ("so far this year", "this year", "over the past", "in the past year", "in recent weeks", "in recent months", "since the start", "since the beginning")
DISPLACED = frozenset("displace flee evacuate uproot".split())
POSTED = frozenset("be have deploy station base lead serve maintain host keep house withdraw send remain operate support number retain command".split())
LEAST_WAR = 1_000  # so many dead are a war's, not an event's
LEAST_FORCE = 20  # fewer soldiers than this are people, not a force level


class Tally(Struct, frozen=True, kw_only=True):
    """A figure at tokens [first, last) and what its sentence says it counts."""

    kind: FigureKind
    what: tuple[int, int]  # tokens
    quantity: Quantity
    first: int
    last: int
    sentence: int
    perpetrators: tuple[PartyRef, ...] = ()
    targets: tuple[PartyRef, ...] = ()
    weapons: tuple[WeaponRef, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    implied: WeaponType | None = None  # the weapon that the counted word itself names ("drone attacks")
    since: TimeMention | None = None
    until: TimeMention | None = None


def tallies(findings: Findings, told: Told) -> Iterator[Tally]:
    """Yield the figures of one sentence."""
    yield from _attacks(findings, told)
    yield from _dead(findings, told)
    yield from _forces(findings, told)
    yield from _displaced(findings, told)


def is_tally(findings: Findings, told: Told) -> bool:
    """Tell whether a sentence counts harm over a period or a whole war, so that it tells of no one event."""
    start, stop = told.sentence.first, told.sentence.last
    document = findings.document
    lasting = any(t.relation in {"since"} for t in findings.times if start <= t.first < stop)
    counts = [row.quantity for frame in told.frames for row in frame.tolls]
    if any((q.best or q.min or q.max or 0) >= LEAST_WAR for q in counts):
        return True
    words = [token.folded for token in document.tokens[start:stop]]
    verb = any(
        p.kind == "VP" and ({"has", "have"} & set(p.words)) and p.lemma in {"kill", "die", "injure", "wound", "claim", "leave", "displace"}
        for p in told.phrases
    )
    spans = " ".join(words)
    lasting = lasting or any(period in spans for period in PERIODS)
    whole = bool(WAR.intersection(words)) and verb
    return lasting and verb or whole


def _attacks(findings: Findings, told: Told) -> Iterator[Tally]:
    for frame in told.frames:
        if not frame.counted:
            continue
        nominal = next(
            (p.nominal for p in told.phrases if p.nominal is not None and p.nominal.head == frame.trigger.head), None
        )
        if nominal is None or nominal.quantity is None:
            continue
        yield _tally(
            findings,
            told,
            "attack_tally",
            nominal.quantity.quantity,
            nominal,
            perpetrators=frame.perpetrators,
            targets=frame.targets,
            weapons=frame.weapons,
            implied=frame.kind.weapon,
        )


def _dead(findings: Findings, told: Told) -> Iterator[Tally]:
    if not is_tally(findings, told):
        return
    for frame in told.frames:
        for row in frame.tolls:
            if row.kind in {"killed", "injured"} and not row.subset:
                nominal = Nominal(first=row.first, last=row.last, head=row.last - 1)
                yield _tally(findings, told, "casualty_tally", row.quantity, nominal)


def _forces(findings: Findings, told: Told) -> Iterator[Tally]:
    harmed = {row.first for frame in told.frames for row in frame.tolls} | {row.first for row in told.tolls}
    hedge: Quantity | None = None
    for at, phrase in enumerate(told.phrases):
        nominal = phrase.nominal
        if nominal is None or nominal.quantity is None or nominal.first in harmed:
            continue
        quantity = nominal.quantity.quantity
        count = quantity.best or quantity.min or quantity.max or 0
        bare = nominal.named is None and nominal.quantity.last >= nominal.last
        if hedge is not None and bare and _placed(told.phrases, at):
            carried = hedged(count, hedge.hedge, quantity.text) if quantity.hedge == "exact" else quantity
            yield _tally(findings, told, "force_level", carried, nominal, near=at)
        elif count >= LEAST_FORCE and _force(nominal) and _stationed(told.phrases, at):
            hedge = quantity
            yield _tally(findings, told, "force_level", quantity, nominal, near=at)


def _force(nominal: Nominal) -> bool:
    named = nominal.named
    if named is None:
        return False
    return named.kind == "force" or (named.group is not None and named.group.role in {"security", "combatant"})


def _stationed(phrases: Sequence[Phrase], at: int) -> bool:
    verb = next((p for p in phrases[at + 1 :] if p.kind == "VP" and p.chunk.finite), None)
    before = next((p for p in reversed(phrases[:at]) if p.kind == "VP"), None)
    return any(v is not None and v.lemma in POSTED for v in (verb, before))


def _placed(phrases: Sequence[Phrase], at: int) -> bool:
    return any(o.preposition == "in" for o in obliques(phrases, at)[:1])


def _displaced(findings: Findings, told: Told) -> Iterator[Tally]:
    words = {w for p in told.phrases for w in p.words}
    fled = any(p.kind == "VP" and p.lemma in DISPLACED for p in told.phrases)
    driven = "homes" in words and bool(words & {"forced", "driven", "left", "leave", "abandoned"})
    if not (fled or driven):
        return
    for phrase in told.phrases:
        nominal = phrase.nominal
        if nominal is None or nominal.quantity is None:
            continue
        quantity = nominal.quantity.quantity
        people = nominal.named is not None and nominal.named.group is not None and nominal.named.group.role == "civilian"
        unsaid = nominal.named is None and nominal.quantity.last >= nominal.last
        if (people or unsaid or (nominal.named is not None and nominal.named.group is not None)) and (quantity.best or quantity.min or 0) >= LEAST_FORCE:
            yield _tally(findings, told, "displacement", quantity, nominal)
            return


def _same_clause(phrases: Sequence[Phrase], nominal: Nominal, toponym: Toponym) -> bool:
    """Tell whether at most one verb, the figure's own, stands between a figure and a place."""
    low, high = sorted((nominal.first, toponym.first))
    between = [p for p in phrases if low < p.chunk.first < high]
    verbs = [p for p in between if p.kind == "VP" and p.words[0] not in {"said", "say"}]
    return len(verbs) <= 1 and not (toponym.first > nominal.first and verbs)


def _tally(
    findings: Findings,
    told: Told,
    kind: FigureKind,
    quantity: Quantity,
    nominal: Nominal,
    *,
    perpetrators: tuple[PartyRef, ...] = (),
    targets: tuple[PartyRef, ...] = (),
    weapons: tuple[WeaponRef, ...] = (),
    near: int | None = None,
    implied: WeaponType | None = None,
) -> Tally:
    inside = [t for t in findings.times if told.sentence.first <= t.first < told.sentence.last]
    places = [t for t in within(findings.toponyms, told.sentence) if _same_clause(told.phrases, nominal, t)]
    if near is not None:
        following = obliques(told.phrases, near)[:1]
        heads = {n.head for o in following for n in o.nominals}
        places = [t for t in places if any(t.first <= head < t.last for head in heads)]
    return Tally(
        kind=kind,
        what=(nominal.first, nominal.last),
        quantity=quantity,
        first=told.sentence.first,
        last=told.sentence.last,
        sentence=told.sentence.index,
        perpetrators=perpetrators,
        targets=targets,
        weapons=weapons,
        toponyms=tuple(t for t in places if not t.metonym and not t.in_filing_line),
        implied=implied,
        since=next((t for t in inside if t.relation == "since"), None),
        until=next((t for t in inside if t.relation == "until"), None),
    )
