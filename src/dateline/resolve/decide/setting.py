"""When and where an act was: of the report's times and places those that encoder and rules tie to it."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.model.codes import Status
from dateline.model.values import Place, ReadBy, Time
from dateline.resolve.acts import places_apart
from dateline.resolve.confidence import confidence
from dateline.resolve.context import usable_places, zone_of
from dateline.resolve.decide import least
from dateline.resolve.decide.case import Case, read_by
from dateline.resolve.scenes import JOINTS, best_place, best_time, nearby_place, untold
from dateline.resolve.times import resolve_time

AHEAD = frozenset(("threatened", "planned"))


def time(case: Case, status: Status, place: Place | None) -> Time:
    """Return the time that is likeliest the act's, or that none is told."""
    findings, setting = case.page.findings, case.page.setting
    body = findings.filing_line.body if findings.filing_line is not None else 0
    role = case.tie.role("time")
    ruled = best_time(case.tie.acts)
    best: tuple[float, float, int, ReadBy] | None = None
    for i, told in enumerate(findings.times):
        if told.first < body or told.relation in {"since", "until"}:
            continue
        score = float(role[told.first : told.last].mean())
        by = read_by(ruled=ruled is not None and setting.times[i] == ruled, marked=score >= least.TIMED)
        weighed = score + least.RULED_BONUS * (by != "encoder")
        if weighed >= least.TIMED and (best is None or weighed > best[0]):
            best = (weighed, score, i, by)
    if best is None:
        return untold(setting.anchor)
    _, score, at, by = best
    made = setting.times[at]
    if status in AHEAD:
        zone = zone_of(place.country) if place is not None else None
        made = resolve_time(case.page.document, findings.times[at], setting.anchor, tense="future", zone=zone)
    return replace(made, confidence=confidence("time", by, score), read_by=by)


def place(case: Case, status: Status) -> Place | None:
    """Return the place that is likeliest the act's, the narrower of equals, or None."""
    findings, setting = case.page.findings, case.page.setting
    role = case.tie.role("place")
    ruled = best_place(case.tie.acts)
    scored: list[tuple[float, float, ReadBy, Place]] = []
    for i in usable_places(findings, setting):
        toponym, one = findings.toponyms[i], setting.toponyms[i].place
        if one is None:
            continue
        score = float(role[toponym.first : toponym.last].mean())
        by = read_by(ruled=one == ruled, marked=score >= least.PLACED)
        steps = one.geo_precision - 1 if one.gazetteer_id is not None else 0
        weighed = score + least.RULED_BONUS * (by != "encoder") - least.VAGUER * steps
        if weighed >= least.PLACED:
            scored.append((weighed, score, by, one))
    if scored:
        _, score, by, one = max(scored, key=lambda row: row[0])
        if ruled is not None and ruled.geo_precision < one.geo_precision and not places_apart(ruled, one):
            one, by = ruled, "both"  # what holds it is the encoder's choice, the narrower name the rules'
        return replace(one, confidence=confidence("place", by, score), read_by=by)
    if ruled is None and case.tie.acts and status not in AHEAD:
        ruled = nearby_place(findings, case.tie.acts, setting)
    return replace(ruled, confidence=confidence("place", "rules", 0.5), read_by="rules") if ruled is not None else None


def listed(case: Case, place: Place) -> list[Place]:
    """Return the other places of the list that a place stands in: "on Sarmin, Binnish and Taftanaz"."""
    findings, setting = case.page.findings, case.page.setting
    role, toponyms = case.tie.role("place"), findings.toponyms
    spots = [one.place for one in setting.toponyms]
    at = next((i for i, one in enumerate(spots) if one is not None and one.evidence == place.evidence), None)
    if at is None or _is_region(place):
        return []
    chain = []
    for step in (-1, 1):
        i = at + step
        while 0 <= i < len(toponyms):
            first, last = sorted((i, i - step))
            between = case.page.document.tokens[toponyms[first].last : toponyms[last].first]
            told = float(role[toponyms[i].first : toponyms[i].last].mean()) >= least.LISTED
            if not told or not between or not all(token.folded in JOINTS for token in between):
                break
            chain.append(i)
            i += step
    others = [other for i in chain if (other := spots[i]) is not None and not _is_region(other)]
    distinct = {o.name: o for o in others if place.name not in {o.name, o.admin1} and o.name != place.admin1}
    return [replace(o, confidence=place.confidence, read_by=place.read_by) for o in distinct.values()]


def _is_region(place: Place) -> bool:
    """Tell whether a place is as wide as a province; a name that no gazetteer has is taken for a town's."""
    return place.geo_precision == 3 and place.gazetteer_id is not None
