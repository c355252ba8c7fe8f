"""Acts as single sentences tell them: one frame for each word that names an act, with its arguments."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.extract.arguments import (
    Arguments,
    WeaponRef,
    noun_arguments,
    occupants,
    verb_arguments,
    weapon_refs,
)
from dateline.extract.consequences import caused, impacts, with_outcome
from dateline.extract.document import Document, Sentence
from dateline.extract.findings import Findings
from dateline.extract.frame import Frame, Told, is_armed
from dateline.extract.mood import governed, judged, noun_mood, verb_mood
from dateline.extract.nominals import Nominal, Phrase, phrases
from dateline.extract.sides import distinct, sides
from dateline.extract.tolls import Toll, evaluated, harm_rows, no_casualties, state_rows
from dateline.extract.triggers import Trigger
from dateline.lexicon.triggers import TriggerClass

LEAST_TALLY = 20  # fewer attacks than this, counted, are told as events
FLYING = frozenset(
    ("drone", "missile", "rocket", "ballistic_missile", "cruise_missile", "mortar", "artillery", "airstrike", "unknown")
)


def told(findings: Findings, sentence: Sentence) -> Told:
    """Return a sentence read: its phrases, its frames in text order, and rows of tolls beside them."""
    read = phrases(findings, sentence)
    document = findings.document
    inside = [t for t in findings.triggers if sentence.first <= t.first < sentence.last]
    frames = tuple(f for t in inside if (f := _frame(findings, sentence, read, t)) is not None)
    nobody = no_casualties(document, read)
    known = {row.first for frame in frames for row in frame.tolls} | {row.first for row in nobody}
    states = {r.first: r for r in (*evaluated(document, read), *state_rows(document, read)) if r.first not in known}
    body = (read[0].chunk.first, read[-1].chunk.last) if read else (sentence.first, sentence.last)
    frames = tuple(replace(frame, clause=body) for frame in frames)
    return Told(sentence, read, tuple(caused(read, tuple(impacts(read, frames)))), tuple(states.values()), nobody)


def _frame(findings: Findings, sentence: Sentence, read: Sequence[Phrase], trigger: Trigger) -> Frame | None:
    at = next((i for i, p in enumerate(read) if p.chunk.first <= trigger.head < p.chunk.last), None)
    if at is None:
        return None
    if trigger.form == "verb" and read[at].kind == "VP":
        return _verb_frame(findings.document, sentence, read, at, trigger)
    nominal = read[at].nominal
    if trigger.form == "noun" and nominal is not None and nominal.head == trigger.head:
        return _noun_frame(findings, sentence, read, at, trigger, nominal)
    return None


def _verb_frame(
    document: Document, sentence: Sentence, read: Sequence[Phrase], at: int, trigger: Trigger
) -> Frame | None:
    if read[at].chunk.head not in range(trigger.first, trigger.last) and trigger.last - trigger.first == 1:
        return None
    arguments = verb_arguments(read, at, trigger)
    mood = "unreal" if _nobody(document, arguments) else verb_mood(read, at)
    for kind in trigger.classes:
        rows = tuple(harm_rows(document, read, at, trigger, kind.harm)) if kind.harm else ()
        if kind.things and not {document.tokens[n.head].lemma for n in arguments.undergoers} & set(kind.things):
            continue
        frame = _filled(sentence, trigger, kind, arguments, rows)
        if frame is not None:
            frame = _with_occupants(read, frame, arguments)
            past_perfect = "had" in read[at].words and read[at].chunk.tense == "past"
            frame = replace(frame, mood=mood, past_perfect=past_perfect, definite=_points_back(arguments))
            return with_outcome(document, frame, arguments)
    return None


def _nobody(document: Document, arguments: Arguments) -> bool:
    """Tell whether an act is told of nobody and nothing: "not a shot was fired"."""
    sides = (*arguments.actors, *arguments.undergoers)
    return any(document.tokens[n.first].folded in {"no", "not", "nobody", "none", "neither"} for n in sides)


def _points_back(arguments: Arguments) -> bool:
    """Tell whether those who act, or are fought off, were told of before and are nobody by name: "the attackers"."""
    if any(n.pronoun in {"they", "he", "it"} for n in arguments.actors):
        return True
    armed = {"armed_unknown", "combatant"}
    known = [(n, n.named.group.role) for n in arguments.actors if n.named is not None and n.named.group is not None]
    struck = [
        (n, n.named.group.role) for n in arguments.undergoers if n.named is not None and n.named.group is not None
    ]
    roles = [(n, role) for n, role in known if role != "civilian"] + [(n, role) for n, role in struck if role in armed]
    return any(n.definite and n.country is None and n.members_of is None and not n.modifiers for n, _ in roles)


def _noun_frame(
    findings: Findings, sentence: Sentence, read: Sequence[Phrase], at: int, trigger: Trigger, nominal: Nominal
) -> Frame | None:
    arguments = noun_arguments(read, at, trigger)
    document = findings.document
    plural = document.tokens[trigger.head].folded != document.tokens[trigger.head].lemma
    for kind in trigger.classes:
        frame = _filled(sentence, trigger, kind, arguments, ())
        if frame is None or (kind.governors and not governed(read, at, kind.governors)):
            continue
        frame = _with_occupants(read, frame, arguments)
        quantity = nominal.quantity
        counted = quantity is not None and plural and _is_tally(quantity.quantity.min, quantity.quantity.best)
        return replace(
            frame,
            mood=noun_mood(document, read, at, nominal),
            definite=nominal.definite or _timed(findings, nominal) or judged(read, at),
            general=plural and not nominal.definite and quantity is None,
            counted=counted,
        )
    return None


def _is_tally(least: int | None, best: int | None) -> bool:
    return (best or least or 0) >= LEAST_TALLY or least is None


def _timed(findings: Findings, nominal: Nominal) -> bool:
    """Tell whether a time owns the act ("Saturday's attack")."""
    return any(nominal.first - 3 <= t < nominal.head for t in findings.time_tokens)


def _filled(
    sentence: Sentence, trigger: Trigger, kind: TriggerClass, arguments: Arguments, rows: tuple[Toll, ...]
) -> Frame | None:
    """Return the frame that a class of act makes of a trigger's arguments, or None if it does not fit."""
    everyone = (*arguments.actors, *arguments.undergoers, *arguments.means)
    weapons = tuple(weapon_refs(everyone)) + _inside_weapons(arguments, trigger)
    if kind.needs_weapon and not _weapon_fits(kind, trigger, arguments, weapons):
        return None
    if kind.territory and trigger.form == "verb" and not _takes_place(arguments):
        return None
    if kind.name == "protest" and trigger.form == "verb" and arguments.passive:
        return None  # "were marched out" are no marchers
    if kind.objects and trigger.form == "verb" and not _has_object(kind, arguments):
        return None
    perpetrators, targets = sides(kind, trigger, arguments)
    if kind.needs_armed and trigger.form == "verb" and not any(is_armed(r) for r in perpetrators):
        return None
    undergoers = arguments.undergoers
    if kind.harm in {"abducted", "detained"} and trigger.form == "verb":
        targets = tuple(r for r in targets if r.named is not None and r.named.kind != "object")
        spelled_out = trigger.last - trigger.first > 1  # "took hostages"
        if not targets and not spelled_out:
            return None
    frame = Frame(
        sentence=sentence.index,
        clause=(sentence.first, sentence.last),
        trigger=trigger,
        kind=kind,
        perpetrators=perpetrators,
        targets=targets,
        weapons=weapons,
        tolls=rows,
        objects=undergoers,
        anaphor=next((n for n in arguments.actors if n.named is None and n.definite and n.collective), None),
        harm_only=kind.harm in {"killed", "injured"} and not perpetrators and trigger.form == "verb",
    )
    return frame if _strong_enough(frame, arguments) else None


def _with_occupants(read: Sequence[Phrase], frame: Frame, arguments: Arguments) -> Frame:
    inside = tuple(occupants(read, arguments.undergoers))
    return replace(frame, targets=distinct((*frame.targets, *inside))) if inside else frame


def _weapon_fits(kind: TriggerClass, trigger: Trigger, arguments: Arguments, weapons: tuple[WeaponRef, ...]) -> bool:
    moved = arguments.undergoers if not kind.weapon_subject or arguments.passive else arguments.actors
    if kind.weapon_subject and arguments.passive:
        return False
    direct = tuple(weapon_refs(moved))
    if kind.intercepts:
        direct = tuple(w for w in direct if w.mention.weapon is not None and w.mention.weapon.type in FLYING)
    if trigger.form == "noun":
        return bool(weapons)
    return bool(direct)


def _takes_place(arguments: Arguments) -> bool:
    return any(n.toponym is not None or n.thing for n in arguments.undergoers)


def _has_object(kind: TriggerClass, arguments: Arguments) -> bool:
    moved = [w.mention.weapon for w in weapon_refs(arguments.undergoers)]
    return any(weapon is not None and weapon.type in kind.objects for weapon in moved)


def _inside_weapons(arguments: Arguments, trigger: Trigger) -> tuple[WeaponRef, ...]:
    return tuple(
        WeaponRef(m, Nominal(first=m.first, last=m.last, head=m.last - 1, named=m))
        for m in arguments.inside
        if m.kind == "weapon" and (m.last <= trigger.first or m.weapon is None or m.weapon.type != "unknown")
    )


def _strong_enough(frame: Frame, arguments: Arguments) -> bool:
    """Tell whether the words around a trigger bear out that it names an act of its class."""
    kind = frame.kind
    if kind.strength >= 3 or kind.needs_weapon or kind.things:
        return True
    spelled_out = frame.trigger.form == "verb" and frame.trigger.last - frame.trigger.first >= 3
    named = bool(frame.perpetrators or frame.targets) or frame.trigger.form == "noun"
    if spelled_out or (kind.family in {"group", "strategic"} and kind.strength >= 2 and named):
        return True
    armed = [r for r in (*frame.perpetrators, *frame.targets) if is_armed(r)]
    if kind.strength == 2:
        placed = any(n.toponym is not None for n in (*arguments.undergoers, *arguments.actors))
        return (
            bool(frame.perpetrators or frame.targets or frame.weapons or frame.tolls or placed)
            or frame.trigger.form == "noun"
        )
    harmed = [r for r in frame.targets if r.named is None or r.named.kind in {"group", "actor", "force"}]
    return bool(armed or frame.weapons or frame.tolls or (kind.harm and harmed))
