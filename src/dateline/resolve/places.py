"""Which place a name stands for: a place only where one candidate leads, with its precision and its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from dateline.extract.dateline_head import FilingLine
from dateline.extract.document import Document
from dateline.extract.toponyms import Toponym
from dateline.lexicon.gazetteer import GazetteerPlace, open_gazetteer
from dateline.model.codes import GeoPrecision
from dateline.model.values import Place, Span
from dateline.resolve.candidates import Candidate, lead, ranked_candidates
from dateline.resolve.distance import moved

MARGIN: Final = 0.1  # by which the best must lead another place far from it
LEAST: Final = 2.0  # score under which a place is not given


class Resolution(NamedTuple):
    """What became of one toponym; `place` is None where nothing fits or nothing leads."""

    place: Place | None
    candidates: tuple[Candidate, ...]
    reason: str


def resolve_places(document: Document, toponyms: Sequence[Toponym], dateline: Place | None) -> tuple[Resolution, ...]:
    """Return one resolution for each toponym, in their order.

    A place is given only where it leads; where namesakes of one country are level, that country is.
    """
    ranked, countries = ranked_candidates(document, toponyms, dateline)
    found = [_resolved(document, toponyms, k, ranked[k]) for k in range(len(toponyms))]
    return tuple(
        resolution
        if resolution.candidates and not _is_stray(toponyms[k], resolution, countries)
        else _unlisted(document, toponyms, k, found, countries, dateline)
        for k, resolution in enumerate(found)
    )


def resolve_filing_line(document: Document, line: FilingLine) -> Place | None:
    """Return the place where a report was filed, the later words of the line holding the first, or None."""
    parts: list[Toponym] = []
    first = line.place[0]
    for i in range(line.place[0], line.place[1] + 1):
        if i == line.place[1] or document.tokens[i].text in {",", "/"}:
            if i > first:
                holder = len(parts) + 1 if i < line.place[1] and document.tokens[i].text == "," else None
                kind = None if parts else "city"
                name = document.words(first, i)
                parts.append(Toponym(first, i, name, kind, container=holder, in_filing_line=True))
            first = i + 1
    if parts and parts[-1].container is not None:
        parts[-1] = replace(parts[-1], container=None)
    if not parts:
        return None
    place, *rest = (resolution.place for resolution in resolve_places(document, parts, None))
    region = next((r for r in rest if r is not None and r.geo_precision == 3 and not _is_country(r)), None)
    return place if place is None or region is None else replace(place, admin1=region.name)


def _is_country(place: Place) -> bool:
    return place.admin1 is None


def _resolved(
    document: Document,
    toponyms: Sequence[Toponym],
    k: int,
    candidates: tuple[Candidate, ...],
) -> Resolution:
    if not candidates:
        return Resolution(None, (), "no place of this name is known")
    best, evidence = candidates[0], _evidence(document, toponyms, k)
    if best.score < LEAST:
        return Resolution(None, candidates, "too little speaks for any place of this name")
    if lead(candidates) >= MARGIN or best.place.kind == "country":
        return Resolution(_place(best.place, toponyms[k], evidence), candidates, "; ".join(best.reasons))
    rivals = {c.place.country for c in candidates if best.score - c.score < MARGIN}
    if len(rivals) == 1 and best.place.country:
        country = open_gazetteer().country(best.place.country)
        if country is not None:
            wide = _place(country, Toponym(toponyms[k].first, toponyms[k].last, toponyms[k].name), evidence)
            return Resolution(wide, candidates, "several places of this name in one country: only the country is sure")
    return Resolution(None, candidates, "several places fit about equally")


def _is_stray(toponym: Toponym, resolution: Resolution, countries: Counter[str]) -> bool:
    """Tell whether a quarter's name has no sure place, or only a town abroad that bears it."""
    place = resolution.place
    if toponym.kind_asked != "quarter" or not resolution.candidates:
        return False
    if place is None:
        return True
    country = place.country or ""
    return resolution.candidates[0].place.kind == "city" and countries[country] < 0.5 * countries.total()


def _evidence(document: Document, toponyms: Sequence[Toponym], k: int) -> tuple[Span, ...]:
    toponym = toponyms[k]
    spans = [document.span(toponym.first, toponym.last)]
    if toponym.container is not None and toponym.container < len(toponyms):
        holder = toponyms[toponym.container]
        spans.append(document.span(holder.first, holder.last))
    return tuple(spans)


def _place(place: GazetteerPlace, toponym: Toponym, evidence: tuple[Span, ...]) -> Place:
    lat, lon = place.lat, place.lon
    if toponym.offset is not None:
        lat, lon = moved((lat, lon), *toponym.offset)
    return Place(
        name=place.name,
        facility=place.name if place.is_facility else None,
        admin1=None if toponym.at_sea else place.admin1,
        country=None if toponym.at_sea else place.country,
        lat=round(lat, 4),
        lon=round(lon, 4),
        geo_precision=_precision(place, toponym),
        gazetteer_id=place.id,
        evidence=evidence,
    )


def _precision(place: GazetteerPlace, toponym: Toponym) -> GeoPrecision:
    if place.precision >= 3:
        return 3
    if toponym.kind_asked == "admin1" and place.kind == "city":
        return 3
    vague = toponym.near or toponym.offset is not None
    vague = vague or (toponym.kind_asked == "district" and place.kind == "city")
    return 2 if vague or place.precision == 2 else 1


def _unlisted(
    document: Document,
    toponyms: Sequence[Toponym],
    k: int,
    found: Sequence[Resolution],
    countries: Counter[str],
    filed: Place | None,
) -> Resolution:
    """Give a place that no gazetteer has the point of what holds it, or else only the report's country."""
    toponym = toponyms[k]
    outer = found[toponym.container].place if toponym.container is not None and toponym.container < len(found) else None
    if outer is None and toponym.kind_asked == "quarter":
        outer = _town_before(toponyms, k, found) or filed
    precision: GeoPrecision = 3 if outer is None or outer.geo_precision == 3 else 2
    leading = max(countries, key=lambda country: countries[country], default=None)
    if outer is None and (not leading or countries[leading] < 0.4 * countries.total()):
        return Resolution(None, (), "no place of this name is known, and nothing says what holds it")
    place = Place(
        name=toponym.name,
        facility=None,
        admin1=outer.admin1 if outer else None,
        country=outer.country if outer else leading,
        lat=outer.lat if outer else None,
        lon=outer.lon if outer else None,
        geo_precision=precision,
        gazetteer_id=None,
        evidence=_evidence(document, toponyms, k),
    )
    why = f"the point is that of {outer.name}" if outer else "only the country of the report is sure"
    return Resolution(place, (), f"not in the gazetteer; {why}")


def _town_before(toponyms: Sequence[Toponym], k: int, found: Sequence[Resolution]) -> Place | None:
    """Return the town last named before toponym k, within some sixty words."""
    for before in range(k - 1, -1, -1):
        candidates = found[before].candidates
        if toponyms[k].first - toponyms[before].last > 60:
            return None
        if candidates and candidates[0].place.kind == "city":
            return found[before].place
    return None
