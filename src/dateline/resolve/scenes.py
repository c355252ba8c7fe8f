"""Frames with the time and place that their sentence gives them: one act, or one for each place of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from dateline.extract.findings import Findings
from dateline.extract.frame import Frame, Told
from dateline.model.values import Place, Time
from dateline.resolve.acts import Act, name_key
from dateline.resolve.anchor import Anchor
from dateline.resolve.context import Setting, usable_places, zone_of
from dateline.resolve.setting import FOREIGN, choose_place, choose_time
from dateline.resolve.times import resolve_time

NEAR = 60  # a place that costs more than this is not an act's own
NEAR_DEFINITE = 12  # the same for "the attack", which was placed where it was first told
JOINTS = frozenset(
    """
    , and & as well the in on of town towns village villages neighborhood neighbourhood neighborhoods
    neighbourhoods city district districts both
    """.split()
)
PRECISIONS = ("minute", "hour", "part_of_day", "day", "week", "month", "year", "unknown")


def acts_of(findings: Findings, told: Told, frame: Frame, setting: Setting) -> Iterator[Act]:
    """Yield the acts of a frame: one for each place of a list of places that undergo it (ruling 4)."""
    if _lasts(findings, told, frame):
        return
    pairs = _respective(findings, told, setting)
    if pairs:
        for time, place in pairs:
            yield replace(_act(findings, told, frame, setting, place), time=time, fresh=True)
        return
    places = _listed(findings, told, frame, setting)
    if len(places) < 2:
        yield _act(findings, told, frame, setting, _place(findings, told, frame, setting))
        return
    for number, place in enumerate(places):
        bare = replace(frame, tolls=()) if number else frame
        yield _act(findings, told, bare, setting, place)


def _lasts(findings: Findings, told: Told, frame: Frame) -> bool:
    """Tell whether the time of an act is a stretch up to now ("has fought the government since 2007")."""
    choice = choose_time(findings.document, told, frame, findings.times)
    return choice is not None and findings.times[choice.index].relation == "since" and not frame.tolls


def _respective(findings: Findings, told: Told, setting: Setting) -> list[tuple[Time, Place]]:
    """Return times and places paired by "respectively": "in Iraq and Syria ... in 2017 and 2019 respectively"."""
    tokens = findings.document.tokens
    sentence = told.sentence
    at = next((i for i in range(sentence.first, sentence.last) if tokens[i].folded == "respectively"), None)
    if at is None:
        return []
    times = [i for i, t in enumerate(findings.times) if sentence.first <= t.first and t.last <= at]
    if len(times) < 2:
        return []
    first = findings.times[times[-2]].first
    places = [
        place
        for i, t in enumerate(findings.toponyms)
        if sentence.first <= t.first < first and (place := setting.toponyms[i].place) is not None
    ]
    return list(zip((setting.times[i] for i in times[-2:]), places[-2:], strict=False)) if len(places) > 1 else []


def _listed(findings: Findings, told: Told, frame: Frame, setting: Setting) -> list[Place]:
    """Return the towns or quarters of a list that an act struck: "on Sarmin, Binnish and Taftanaz"."""
    if frame.harm_only or frame.kind.family not in {"remote", "attack", "clash", "protest"}:
        return []
    inside = [
        i
        for i, toponym in enumerate(findings.toponyms)
        if told.sentence.first <= toponym.first < told.sentence.last and not toponym.metonym
    ]
    choice = choose_place(told, frame, findings.toponyms, _ranks(findings, setting))
    if choice is None or choice.index not in inside:
        return []
    chain = [choice.index]
    for i in inside[inside.index(choice.index) + 1 :]:
        between = findings.document.tokens[findings.toponyms[chain[-1]].last : findings.toponyms[i].first]
        if not all(token.folded in JOINTS for token in between) or not between:
            break
        if not any(token.folded == "and" for token in between) and between[0].folded != ",":
            break
        chain.append(i)
    joined = any(
        t.folded == "and"
        for i in chain[1:]
        for t in findings.document.tokens[findings.toponyms[i].first - 2 : findings.toponyms[i].first]
    )
    places = [p for i in chain if (p := setting.toponyms[i].place) is not None and p.geo_precision < 3]
    apart = list({place.name: place for place in places}.values())
    return apart if joined and len(apart) > 1 else []


def _act(findings: Findings, told: Told, frame: Frame, setting: Setting, place: Place | None) -> Act:
    document = findings.document
    words = {token.folded for token in document.tokens[told.sentence.first : frame.trigger.last]}
    killed = next((row.quantity.best for row in frame.tolls if row.kind == "killed" and not row.subset), None)
    return Act(
        frame=frame,
        time=_time(findings, told, frame, setting, place),
        place=place,
        fresh=bool(words & {"another", "separate", "separately", "elsewhere", "second", "similar"}),
        weapons=frozenset(w.mention.weapon.type for w in frame.weapons if w.mention.weapon is not None),
        actors=frozenset(name_key(document, ref) for ref in frame.perpetrators),
        targets=frozenset(name_key(document, ref) for ref in frame.targets),
        killed=killed,
    )


def _time(findings: Findings, told: Told, frame: Frame, setting: Setting, place: Place | None) -> Time | None:
    body = findings.filing_line.body if findings.filing_line is not None else 0
    usable = [i for i, t in enumerate(findings.times) if t.relation not in {"since", "until"} and t.first >= body]
    choice = choose_time(findings.document, told, frame, [findings.times[i] for i in usable])
    if choice is None or (frame.definite and choice.cost >= NEAR_DEFINITE):
        return None
    at = usable[choice.index]
    zone = zone_of(place.country) if place is not None else None
    future = frame.mood in {"planned", "threatened"}
    if future or (zone is not None and zone != zone_of(setting.home)):
        tense: Literal["past", "future"] = "future" if future else "past"
        return resolve_time(findings.document, findings.times[at], setting.anchor, tense=tense, zone=zone)
    return setting.times[at]


def _place(findings: Findings, told: Told, frame: Frame, setting: Setting) -> Place | None:
    choice = choose_place(told, frame, findings.toponyms, _ranks(findings, setting))
    reach = NEAR_DEFINITE if frame.definite else NEAR
    return setting.toponyms[choice.index].place if choice is not None and choice.cost < reach else None


def _ranks(findings: Findings, setting: Setting) -> dict[int, int]:
    """Return how precisely each usable toponym tells a place; another country than the report's ranks last."""
    ranks = usable_places(findings, setting)
    for i, precision in ranks.items():
        place = setting.toponyms[i].place
        if precision == 3 and place is not None and place.country != setting.home:
            ranks[i] = FOREIGN
    return ranks


def best_place(group: Sequence[Act]) -> Place | None:
    """Return the most precise place told, the first of equals."""
    known = [act.place for act in group if act.place is not None]
    return min(known, key=lambda p: p.geo_precision, default=None)


def nearby_place(findings: Findings, group: Sequence[Act], setting: Setting) -> Place | None:
    """Return the place of an event that its own sentences do not tell: that of the opening, or where it was filed.

    A town that the sentences before name stands for what happens there next; the filing place stands only where
    the report names no other town of its country.
    """
    if group[0].frame.mood != "told":
        return None
    rank = usable_places(findings, setting)
    first = findings.document.sentences[group[0].frame.sentence].first
    before = [i for i, precision in rank.items() if precision < 3 and findings.toponyms[i].first < first]
    near = [
        i
        for i in before
        if findings.document.sentence_of(findings.toponyms[i].first).index >= group[0].frame.sentence - 3
    ]
    if near:
        return setting.toponyms[near[-1]].place
    if before:
        return setting.toponyms[before[0]].place
    return setting.filed if not any(precision < 3 for precision in rank.values()) else None


def best_time(group: Sequence[Act]) -> Time | None:
    """Return the most precise time told, the first of equals."""
    known = [act.time for act in group if act.time is not None]
    return min(known, key=lambda t: PRECISIONS.index(t.precision), default=None)


def untold(anchor: Anchor) -> Time:
    """Return the time of an event that no time is told of: unknown, and no later than the publication."""
    bound = anchor.date.isoformat() if anchor.date is not None else None
    return Time(None, bound, "unknown", None, "publication", "")
