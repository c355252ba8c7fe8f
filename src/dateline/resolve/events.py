"""Events of a report: frames that tell of one act brought together, each value with the words it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.extract.document import Document
from dateline.extract.findings import Findings
from dateline.extract.frame import Frame, Told, is_armed
from dateline.extract.tolls import Toll
from dateline.lexicon.settings import unwarlike
from dateline.model.codes import EVENT_TYPE, SubEventType
from dateline.model.report import Event
from dateline.model.values import Party, Span, Weapon
from dateline.resolve.acts import Act, cluster
from dateline.resolve.casualties import casualties, sourced
from dateline.resolve.context import Setting
from dateline.resolve.means import clause_of, outcome_of, weapons_of
from dateline.resolve.roles import perpetrators_of, targets_of, with_victims
from dateline.resolve.scenes import acts_of, best_place, best_time, nearby_place, untold
from dateline.resolve.status import status
from dateline.resolve.typing import PLANTED, sub_event_type

WEAK = frozenset("kill die injure wound hurt perish shoot beat".split())
VAGUE_TYPES = frozenset(
    ("Armed clash", "Remote explosive/landmine/IED", "Peaceful protest", "Looting/property destruction")
)
LEAST_WEIGHT = 1.0
FIGURATIVE = frozenset(("attack", "clash", "remote", "riot"))  # families whose words also serve for debate and sport
UNTOLLED = frozenset(("agreement", "strategic", "protest", "arrest"))  # families that loose tolls do not belong to


def events(findings: Findings, read: Sequence[Told], setting: Setting) -> tuple[Event, ...]:
    """Return the events that sentences tell of in text order, with ids e1, e2, ...; `read` repeats no passage."""
    groups = told_groups(findings, read, setting)
    made = [_event(findings, group, rows, setting, lede=_opens(group, at)) for at, (group, rows) in enumerate(groups)]
    return numbered(made)


def numbered(made: Sequence[Event]) -> tuple[Event, ...]:
    """Return events in text order with ids e1, e2, ...; a toll of one act in several places names the others."""
    ordered = sorted(made, key=lambda e: e.evidence[0].start)
    named = [replace(event, id=f"e{number}") for number, event in enumerate(ordered, 1)]
    return tuple(replace(event, shared_with=_sharing(event, named)) for event in named)


def _sharing(event: Event, events: Sequence[Event]) -> tuple[str, ...]:
    """Return the ids of the same act at other places, for the event that has their toll (ruling 4)."""
    if not event.casualties or event.trigger is None:
        return ()
    return tuple(other.id for other in events if other.trigger == event.trigger and other.id != event.id)


def told_groups(
    findings: Findings, read: Sequence[Told], setting: Setting
) -> list[tuple[Sequence[Act], Sequence[Toll]]]:
    """Return the acts that tell of each event by the rules, with the rows of its toll."""
    document = findings.document
    causes = {frame.cause for told in read for frame in told.frames if frame.tolls}
    acts = [
        act
        for told in read
        for frame in told.frames
        if _tells(frame)
        for act in acts_of(findings, told, frame, setting)
        if not frame.general or act.time is not None or act.place is not None or frame.first in causes
    ]
    told = cluster(acts)
    borne = zip(told, _loose_rows(read, told), strict=True)
    return [(group, rows) for group, rows in borne if _is_event(document, group, rows)]


def _tells(frame: Frame) -> bool:
    return frame.mood != "unreal" and not frame.counted


def _is_event(document: Document, group: Sequence[Act], rows: Sequence[Toll]) -> bool:
    """Tell whether a group tells of an act of its own, not of harm alone that no act is told for."""
    if any(not act.frame.harm_only and act.frame.kind.strength > 0 for act in group):
        return (bool(rows) or any(not _bare(act) for act in group)) and _weight(group, rows) >= LEAST_WEIGHT
    if any(_by_accident(document, act.frame) for act in group):
        return False
    strong = any(document.tokens[act.frame.first].lemma not in WEAK or act.frame.weapons for act in group)
    return strong and any(act.frame.tolls or act.frame.targets for act in group)


def _by_accident(document: Document, frame: Frame) -> bool:
    """Tell whether a sentence tells of an accident or a disaster and of nobody armed."""
    sentence = document.sentences[frame.sentence]
    return unwarlike([t.folded for t in document.tokens[sentence.first : sentence.last]], "sentence") is not None


def _weight(group: Sequence[Act], rows: Sequence[Toll]) -> float:
    """Return how much beside words that also serve for debate ("attacked", "battle") tells of an act of force."""
    frames = [act.frame for act in group]
    if any(frame.kind.family not in FIGURATIVE or frame.mood != "told" for frame in frames):
        return LEAST_WEIGHT
    parties = [ref for frame in frames for ref in (*frame.perpetrators, *frame.targets)]
    weight = 1.0 * any(is_armed(ref) for ref in parties) + 1.0 * bool(rows)
    weight += 1.0 * any(frame.weapons for frame in frames) + 1.0 * any(frame.kind.strength >= 3 for frame in frames)
    held = any(ref.named is not None and ref.named.thing is not None for frame in frames for ref in frame.targets)
    held = held or any(_is_strike(act) for act in group)
    placed = any(act.place is not None and act.place.geo_precision < 3 for act in group)
    return weight + 0.5 * held + 0.5 * placed + 0.5 * any(frame.definite for frame in frames)


def _bare(act: Act) -> bool:
    """Tell whether a frame has nothing beside its word: no party, weapon, place, time or toll."""
    frame = act.frame
    return not (frame.perpetrators or frame.targets or frame.weapons or frame.tolls or act.place or act.time)


def _opens(group: Sequence[Act], at: int) -> bool:
    return at == 0 or min(act.frame.sentence for act in group) <= 1


def _loose_rows(read: Sequence[Told], groups: Sequence[Sequence[Act]]) -> list[list[Toll]]:
    """Return for each event the rows of its frames, and the rows that no verb of harm tells nearest to it."""
    rows: list[list[Toll]] = [[row for act in group for row in act.frame.tolls] for group in groups]
    for told in read:
        for row in (*told.tolls, *told.nobody):
            at = _nearest(told.sentence.index, row, groups)
            if at is not None:
                rows[at].append(row)
    return rows


def _nearest(sentence: int, row: Toll, groups: Sequence[Sequence[Act]]) -> int | None:
    best: tuple[int, int] | None = None
    for at, group in enumerate(groups):
        for act in group:
            gap = sentence - act.frame.sentence
            if gap < 0 or gap > 3 or act.frame.kind.family in UNTOLLED:
                continue
            distance = gap * 1000 + abs(row.first - act.frame.first)
            if best is None or distance < best[0]:
                best = (distance, at)
    return best[1] if best is not None else None


def _event(findings: Findings, group: Sequence[Act], tolls: Sequence[Toll], setting: Setting, *, lede: bool) -> Event:
    document = findings.document
    place = best_place(group) or nearby_place(findings, group, setting)
    home = place.country if place is not None and place.country is not None else setting.home
    time = best_time(group) or untold(setting.anchor)
    told_status = status(document, group, time, setting.anchor.date, lede=lede)
    weapons = weapons_of(document, group)
    perpetrators = perpetrators_of(document, group, setting, home)
    targets = targets_of(document, group, home)
    struck = with_victims(document, targets, tolls, home, perpetrators)
    sub = sub_type_of(group, weapons, struck, perpetrators)
    toll = casualties(document, [sourced(document, row, setting) for row in tolls], home)
    return Event(
        id="",
        event_type=EVENT_TYPE[sub],
        sub_event_type=sub,
        status=told_status,
        time=time,
        place=place,
        perpetrators=perpetrators,
        targets=struck,
        weapons=weapons,
        casualties=toll,
        outcome=outcome_of(document, group),
        responsibility=(),
        evidence=_evidence(document, group),
        trigger=_trigger(document, group),
    )


def _is_strike(act: Act) -> bool:
    """Tell whether the noun "strike" names the act: of what kind is unsaid, but from the air by all custom."""
    return act.frame.kind.name == "strike" and act.frame.trigger.form == "noun"


def _trigger(document: Document, group: Sequence[Act]) -> Span:
    """Return the first word that names the act itself, or else its harm."""
    frame = next((act.frame for act in group if not act.frame.harm_only), group[0].frame)
    return document.span(frame.first, frame.trigger.last)


def sub_type_of(
    group: Sequence[Act], weapons: Sequence[Weapon], targets: Sequence[Party], perpetrators: Sequence[Party]
) -> SubEventType:
    """Return the sub-event type of acts by their words, their weapons and their parties."""
    subs: list[SubEventType] = [act.frame.kind.sub for act in group if act.frame.kind.sub is not None]
    telling = [s for s in subs if s not in VAGUE_TYPES]
    told: SubEventType | None = next(iter(telling or subs), None)
    if told is None and not weapons and any(_is_strike(act) for act in group):
        told = "Air/drone strike"
    forced = any(a.frame.kind.sub is None and a.frame.kind.family in {"attack", "remote"} for a in group)
    shot = any(w.type == "small_arms" for w in weapons) and not any(w.type in PLANTED for w in weapons)
    if forced and (told == "Looting/property destruction" or (told == "Remote explosive/landmine/IED" and shot)):
        told = None
    if told == "Armed clash" and any(act.frame.weapons for act in group) and len(subs) < len(group):
        told = None if any(act.frame.kind.family == "remote" for act in group) else told
    return sub_event_type(told, {w.type for w in weapons}, [p.kind for p in targets], {p.kind for p in perpetrators})


def _evidence(document: Document, group: Sequence[Act]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(clause_of(document, act.frame) for act in group))
