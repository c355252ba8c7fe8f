"""Events decided: which there are, of which sort, told as what; the other modules of this package say the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.extract.encoder.labels import STATUSES, SUB_TYPES
from dateline.extract.encoder.reading import Reading, runs
from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.tolls import Toll
from dateline.model.codes import EVENT_TYPE, Status, SubEventType
from dateline.model.report import Event
from dateline.model.values import Party, Place, Span, Weapon
from dateline.resolve.acts import Act
from dateline.resolve.confidence import confidence
from dateline.resolve.context import Setting
from dateline.resolve.decide import least, means, parties, setting, tolls
from dateline.resolve.decide.case import Case, Page
from dateline.resolve.events import sub_type_of
from dateline.resolve.means import outcome_of
from dateline.resolve.scenes import best_time, untold
from dateline.resolve.status import status as ruled_status
from dateline.resolve.ties import LEAST_TRIGGER, Tie, ties
from dateline.resolve.told import features, probability

TELLING = 5  # words of a passage that is evidence by itself


def decided(
    findings: Findings,
    reading: Reading,
    read: Sequence[Told],
    groups: Sequence[tuple[Sequence[Act], Sequence[Toll]]],
    around: Setting,
) -> list[Event]:
    """Return the events of the sentences read, given those that the rules find there with their toll rows.

    Ids are left empty.
    """
    page = Page(findings, {one.sentence.index: one for one in read}, around)
    document = findings.document
    asked = [one for one in reading.triggers(LEAST_TRIGGER) if document.sentence_of(one.first).index in page.read]
    candidates = ties(reading, asked, groups)
    weighed = [(tie, probability(features(reading, tie, candidates))) for tie in candidates]
    found = [(tie, likely) for tie, likely in weighed if likely >= (least.PAIRED if _respective(tie) else least.TOLD)]
    tolls.deal(page, [tie for tie, _ in found])
    cases = [Case(page, tie, likely, at == 0) for at, (tie, likely) in enumerate(found)]
    return [event for case in cases for event in _events(case)]


def _events(case: Case) -> Iterator[Event]:
    """Yield the event, once for each place of a list of places that it struck (ruling 4); the first has the toll."""
    status, sure = _status(case)
    pairs = _respective(case.tie)
    if pairs:
        first = _event(case, status, sure, pairs[0].place)
        yield from (replace(first, place=act.place, time=act.time or first.time) for act in pairs)
        return
    place = setting.place(case, status)
    first = _event(case, status, sure, place)
    yield first
    for other in setting.listed(case, place) if place is not None else ():
        yield replace(first, place=other, casualties=(), outcome=None, responsibility=())


def _respective(tie: Tie) -> list[Act]:
    """Return the acts of one trigger that the rules tell apart by time and place: "in 2017 and 2019 respectively"."""
    first = tie.acts[0].frame.first if tie.acts else -1
    same = [act for act in tie.acts if act.frame.first == first and act.time is not None and act.place is not None]
    apart = {(act.time.start, act.place.name) for act in same if act.time and act.place}
    return same if len({time for time, _ in apart}) > 1 and len({place for _, place in apart}) > 1 else []


def _event(case: Case, status: Status, status_sure: float, place: Place | None) -> Event:
    around = case.page.setting
    home = place.country if place is not None and place.country is not None else around.home
    weapons = means.weapons(case)
    perpetrators = parties.perpetrators(case, home)
    targets = parties.targets(case, home, perpetrators)
    sub, sub_sure = _sub_type(case, weapons, targets, perpetrators)
    return Event(
        id="",
        event_type=EVENT_TYPE[sub],
        sub_event_type=sub,
        status=status,
        time=setting.time(case, status, place),
        place=place,
        perpetrators=perpetrators,
        targets=targets,
        weapons=weapons or means.implied(case, sub, sub_sure),
        casualties=tolls.casualties(case, home),
        outcome=outcome_of(case.page.document, case.tie.acts),
        responsibility=parties.responsibility(case, home),
        evidence=_evidence(case),
        trigger=case.page.document.span(case.main.first, case.main.last),
        confidence=case.likely,
        status_confidence=status_sure,
        sub_type_confidence=sub_sure,
        read_by=case.by(),
    )


def _status(case: Case) -> tuple[Status, float]:
    """Return the status that encoder and rules together make the likeliest, and how sure it is."""
    scores = case.tie.statuses()
    if case.tie.acts:
        anchor = case.page.setting.anchor
        time = best_time(case.tie.acts) or untold(anchor)
        ruled = ruled_status(case.page.document, case.tie.acts, time, anchor.date, lede=case.lede)
        scores[STATUSES.index(ruled)] += least.STATUS_RULED
    return STATUSES[int(scores.argmax())], confidence("status", case.by(), float(scores.max() / scores.sum()))


def _sub_type(
    case: Case, weapons: Sequence[Weapon], targets: Sequence[Party], perpetrators: Sequence[Party]
) -> tuple[SubEventType, float]:
    """Return the sub-event type that encoder and rules together make the likeliest, and how sure it is."""
    scores = case.tie.sub_types()
    if case.tie.acts:
        ruled = sub_type_of(case.tie.acts, weapons, targets, perpetrators)
        scores[SUB_TYPES.index(ruled)] += least.SUB_TYPE_RULED
    return SUB_TYPES[int(scores.argmax())], confidence("sub_type", case.by(), float(scores.max() / scores.sum()))


def _evidence(case: Case) -> tuple[Span, ...]:
    """Return the passages that tell the event: its surest trigger's, and those that the encoder marks."""
    marked = runs(case.tie.role("evidence"), least.EVIDENT)
    passages = [case.page.clause(run.first) for run in marked if run.last - run.first >= TELLING]
    return tuple(dict.fromkeys([case.page.clause(case.main.first), *passages]))
