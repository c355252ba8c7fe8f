"""Which place a name stands for: ranked candidates with reasons, and a place only where one of them leads.

What speaks for a candidate: what kind of place it is and how many live there, the countries and regions that the
report names, where it was filed, the place that the words say holds it ("Hit, Anbar"), the kind that they ask for
("Anbar province"), and how near it lies to the report's other places. All uses of one name in a report mean one
place, unless the words hold them apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import cos, hypot, log10, radians, sqrt
from typing import Final, NamedTuple

from dateline.extract.dateline_head import FilingLine
from dateline.extract.document import Document
from dateline.extract.toponyms import Toponym
from dateline.lexicon.gazetteer import MAIN, GazetteerPlace, open_gazetteer
from dateline.lexicon.placewords import load_place_words
from dateline.lexicon.words import fold, phrase_key
from dateline.model.codes import GeoPrecision
from dateline.model.values import Place, Span
from dateline.resolve.distance import moved

Pool = tuple[GazetteerPlace, ...]  # the places of one name
Region = tuple[str | None, str | None]  # country, first-level region
MOST_CANDIDATES: Final = 24
MARGIN: Final = 0.2  # by which the best must lead another place far from it
LEAST: Final = 2.0  # score under which a place is not given
SAME_PLACE_KM: Final = 60.0
KINDS: Final[dict[str, dict[str, float]]] = {  # kind asked for -> what each kind of candidate gains or loses
    "admin1": {"admin1": 4.0, "region": 2.0, "district": 0.5, "city": -2.0, "country": -3.0},
    "district": {"district": 3.0, "admin1": 0.5, "city": 0.5, "quarter": 1.5, "region": 1.0, "country": -3.0},
    "city": {"city": 1.0, "admin1": -2.0, "district": -0.5, "region": -2.0, "country": -3.0},
    "quarter": {"quarter": 3.0, "city": 0.3, "country": -3.0},
    "base": {"air_base": 4.0, "base": 4.0},
    "camp": {"camp": 4.0, "base": 1.5},
    "airport": {"airport": 4.0, "air_base": 3.0},
    "crossing": {"crossing": 4.0},
    "strait": {"strait": 4.0},
    "sea": {"sea": 4.0, "gulf": 4.0},
    "island": {"island": 3.0, "region": 1.0},
    "river": {"river": 3.0, "city": -2.0},
    "dam": {"dam": 4.0},
    "port": {"port": 3.0},
    "prison": {"prison": 4.0},
    "checkpoint": {"checkpoint": 4.0},
    "country": {"country": 3.0},
    "valley": {"region": 2.0, "city": -0.5},
    "plant": {"plant": 4.0},
}


class Candidate(NamedTuple):
    """A place that a name may stand for, how well it fits, and why."""

    score: float
    reasons: tuple[str, ...]
    place: GazetteerPlace


class Resolution(NamedTuple):
    """What became of one toponym; `place` is None where nothing fits or nothing leads."""

    place: Place | None
    candidates: tuple[Candidate, ...]
    reason: str


class _Name(NamedTuple):
    """One name of a report, with all that its uses ask for."""

    key: str
    uses: tuple[int, ...]
    kinds: frozenset[str]
    containers: frozenset[str]
    parts: bool
    metonym: bool = False


class _Context(NamedTuple):
    """What the report says of where it plays; a name's own share is told apart, so that it cannot vote for itself."""

    countries: Counter[str]  # votes of all names and peoples
    own: dict[str, Counter[str]]  # by name
    regions: Counter[Region]  # how many names, in parts, have a place in a first-level region
    regions_of: dict[str, dict[Region, float]]  # by name
    home: str | None
    anchors: tuple[tuple[str, GazetteerPlace], ...]  # (name, place) of what is already sure

    def share(self, country: str, name: str) -> float:
        """Return the share of votes for a country that other names gave, 0 to 1."""
        own = self.own.get(name, Counter())
        total = self.countries.total() - own.total()
        return (self.countries[country] - own[country]) / total if total > 0 else 0.0

    def support(self, region: Region, name: str) -> float:
        """Return how many other names have a place in a region, each counted less the more regions it has."""
        return self.regions[region] - self.regions_of.get(name, {}).get(region, 0.0)


def resolve_places(document: Document, toponyms: Sequence[Toponym], dateline: Place | None) -> tuple[Resolution, ...]:
    """Return one resolution for each toponym, in their order."""
    names = _names(document, toponyms)
    pools = {name.key: _pool(document, name.key) for name in names}
    context = _first_context(document, toponyms, names, pools, dateline)
    for name in names:
        if not any(place.country in context.countries or place.population > 300_000 for place in pools[name.key]):
            pools[name.key] = _respelled(name, context) or pools[name.key]
    ranked = {name.key: _rank(name, pools, context) for name in names}
    context = context._replace(anchors=_anchors(names, ranked))
    ranked = {name.key: _rank(name, pools, context) for name in names}
    by_use = {use: name for name in names for use in name.uses}
    found = [_resolved(document, toponyms, k, by_use[k], ranked) for k in range(len(toponyms))]
    return tuple(
        resolution if resolution.candidates else _unlisted(document, toponyms, k, found, context)
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
                parts.append(Toponym(first, i, document.words(first, i), container=holder, in_filing_line=True))
            first = i + 1
    if parts and parts[-1].container is not None:
        parts[-1] = Toponym(parts[-1].first, parts[-1].last, parts[-1].name, in_filing_line=True)
    return resolve_places(document, parts, None)[0].place if parts else None


def _names(document: Document, toponyms: Sequence[Toponym]) -> tuple[_Name, ...]:
    """Gather the uses of each name; a use with a holder of its own stands apart."""
    keys = [" ".join(phrase_key(toponym.name)) for toponym in toponyms]
    uses: dict[str, list[int]] = defaultdict(list)
    for k, toponym in enumerate(toponyms):
        kind = toponym.kind_asked if toponym.kind_asked in {"admin1", "base", "camp", "crossing", "airport"} else ""
        uses[f"{keys[k]}|{kind}"].append(k)
    found = []
    for key, indexes in uses.items():
        containers: set[str] = set()
        for k in indexes:
            holder = toponyms[k].container
            if holder is not None and holder < len(keys):
                containers.add(keys[holder])
        kinds = frozenset(kind for k in indexes if (kind := toponyms[k].kind_asked))
        part, metonym = any(toponyms[k].part for k in indexes), any(toponyms[k].metonym for k in indexes)
        found.append(_Name(key, tuple(indexes), kinds, frozenset(containers), part, metonym))
    return tuple(found)


def _pool(document: Document, key: str) -> Pool:
    """Return the places of a name, those left out of which the report lacks a word they need."""
    places = open_gazetteer().lookup_key(key.partition("|")[0])
    if any(place.needs for place in places):
        words = {token.folded for token in document.tokens}
        places = tuple(p for p in places if not p.needs or not words.isdisjoint(p.needs.split(" ")))
    if len(places) <= MOST_CANDIDATES:
        return places
    special = [place for place in places if place.kind != "city"]
    return (*special, *(place for place in places if place.kind == "city"))[: 2 * MOST_CANDIDATES]


def _respelled(name: _Name, context: _Context) -> Pool:
    """Return the places of a name that the gazetteer spells otherwise, in the countries of the report alone."""
    total = context.countries.total() or 1.0
    likely = [country for country, votes in context.countries.items() if votes / total > 0.15]
    gazetteer = open_gazetteer()
    other = gazetteer.alike(name.key.partition("|")[0], likely)
    places = gazetteer.lookup_key(other) if other else ()
    return tuple(place._replace(flags=place.flags & ~MAIN) for place in places if place.country in likely)


def _first_context(
    document: Document,
    toponyms: Sequence[Toponym],
    names: Sequence[_Name],
    pools: dict[str, Pool],
    dateline: Place | None,
) -> _Context:
    """Count the countries and regions that the report names outright or by a name that may lie there."""
    own = {name.key: _votes(name, toponyms, pools[name.key]) for name in names}
    regions_of = {name.key: _regions(pools[name.key]) for name in names}
    countries, regions = Counter[str](), Counter[Region]()
    for votes in own.values():
        countries.update(votes)
    for weights in regions_of.values():
        regions.update(weights)  # type: ignore[arg-type]
    demonyms = load_place_words().country_of_demonym
    peoples = Counter(demonyms[token.folded] for token in document.tokens if token.folded in demonyms)
    countries.update({iso: min(2.0, 0.5 * uses) for iso, uses in peoples.items()})  # type: ignore[dict-item]
    home = dateline.country if dateline else None
    if home:
        countries[home] += 2
    return _Context(countries, own, regions, regions_of, home, ())


def _votes(name: _Name, toponyms: Sequence[Toponym], places: Pool) -> Counter[str]:
    """Return the countries that a name speaks for, and how loudly."""
    votes = Counter[str]()
    weight = sqrt(sum(0.4 if toponyms[k].metonym else 1.0 for k in name.uses))
    alone = len({place.country for place in places}) == 1
    for place in places:
        if not place.country:
            continue
        if place.kind == "country":
            loud = 1.5 if alone else 0.8
        elif place.is_curated or place.is_capital or place.population > 1_000_000:
            loud = 1.2 if alone else 0.5
        elif place.kind == "admin1" and place.is_main:
            loud = 1.0 if alone else 0.3
        else:
            loud = 0.3 if alone else 0.0
        votes[place.country] += weight * loud  # type: ignore[assignment]
    return votes


def _regions(places: Pool) -> dict[Region, float]:
    """Return the first-level regions in which a name has a place; one of many weighs less."""
    found = {(place.country, place.admin1) for place in places if place.country and place.admin1}
    if not found:
        return {}
    weight = 1 / sqrt(len(found))
    if any(place.kind == "admin1" and place.is_main for place in places):
        weight *= 0.65  # states are often listed without being where the report plays
    return dict.fromkeys(found, weight)


def _rank(name: _Name, pools: dict[str, Pool], context: _Context) -> tuple[Candidate, ...]:
    places = pools[name.key]
    holders = [place for key in name.containers for place in pools.get(f"{key}|", ()) or _any_pool(pools, key)]
    if any(place.kind == "country" and place.is_main for place in places):
        holders = [holder for holder in holders if holder.kind != "country"]  # two countries in a row are a list
    towns = {place.admin1 for place in places if place.kind == "city" and place.is_main and place.population > 20_000}
    ranked = (_score(place, name, holders, towns, context) for place in places)
    return tuple(sorted(ranked, key=lambda c: (-c.score, -c.place.population, c.place.id)))


def _any_pool(pools: dict[str, Pool], key: str) -> Pool:
    return next((places for name, places in pools.items() if name.partition("|")[0] == key), ())


def _score(
    place: GazetteerPlace,
    name: _Name,
    holders: Sequence[GazetteerPlace],
    towns: set[str | None],
    context: _Context,
) -> Candidate:
    score = _prior(place)
    reasons = [f"{place.kind}, {place.population:,} people" if place.kind == "city" else place.kind]
    if place.kind == "admin1" and place.admin1 in towns and "admin1" not in name.kinds:
        score -= 2.0
    share = context.share(place.country, name.key) if place.country else 0.0
    if share > 0.01:
        score += 2.8 * sqrt(share)
        reasons.append(f"{place.country} is {share:.0%} of the report's countries")
    if place.country == context.home and place.country:
        score += 0.5
        reasons.append("country of the filing line")
    if holders:
        held = any(_holds(holder, place) for holder in holders)
        score += 5.0 if held else -2.5
        reasons.append("within the place named with it" if held else "outside the place named with it")
    for kind in name.kinds:
        gain = KINDS.get(kind, {}).get(place.kind, -0.7 if place.kind == "city" else 0.0)
        score += gain
        if gain > 0:
            reasons.append(f"the words ask for a {kind}")
    if name.metonym and place.is_capital:
        score += 2.0
    if (
        place.country
        and not share
        and max(context.countries.values(), default=0.0) > 0.6 * context.countries.total() > 1
    ):
        score -= 1.5 if place.kind != "country" else 0.0
    if name.parts and place.kind in {"admin1", "region"}:
        score += 0.5
    near = _nearness(place, name.key, context.anchors)
    if place.admin1:
        near += min(2.0, 0.9 * context.support((place.country, place.admin1), name.key))
    if near > 0:
        score += near
        reasons.append("near other places of the report")
    return Candidate(round(score, 3), tuple(reasons), place)


def _prior(place: GazetteerPlace) -> float:
    """Return what a place weighs without any context."""
    if place.kind == "country":
        weight = 7.0 if place.is_main else 5.5
    elif place.is_curated:
        weight = 4.5
    elif place.kind == "admin1":
        weight = 4.8 if place.population > 3_000_000 else 3.4
    elif place.kind == "city":
        weight = 0.6 * log10(place.population + 100) + (1.2 if place.is_capital and place.is_main else 0.0)
    else:
        weight = {"district": 1.4, "airport": 2.0, "air_base": 2.0}.get(place.kind, 2.0)
    return weight + (0.5 if place.is_main else -0.5)


def _holds(outer: GazetteerPlace, inner: GazetteerPlace) -> bool:
    if outer.id == inner.id:
        return False
    if outer.country is not None and outer.country != inner.country:
        return False
    if outer.kind == "country":
        return True
    if outer.kind == "admin1":
        return (
            inner.admin1 is not None
            and fold(inner.admin1) == fold(outer.admin1 or outer.name)
            and inner.kind != "admin1"
        )
    reach = {"region": 400.0, "sea": 800.0, "gulf": 600.0, "district": 80.0}.get(outer.kind, 50.0)
    return _near_km(outer, inner) <= reach


def _near_km(a: GazetteerPlace, b: GazetteerPlace) -> float:
    """Return the distance as on a plane, good enough to compare near places by."""
    east = abs(a.lon - b.lon)
    return 111.2 * hypot(a.lat - b.lat, min(east, 360.0 - east) * cos(radians((a.lat + b.lat) / 2)))


def _nearness(place: GazetteerPlace, key: str, anchors: Sequence[tuple[str, GazetteerPlace]]) -> float:
    if place.kind == "country" or not anchors:
        return 0.0
    best = 0.0
    for other, anchor in anchors:
        if other.partition("|")[0] == key.partition("|")[0]:
            continue
        if anchor.admin1 is not None and anchor.country == place.country and anchor.admin1 == place.admin1:
            best = max(best, 0.7 if anchor.kind == "admin1" else 1.4)
        elif anchor.kind != "admin1" and (distance := _near_km(place, anchor)) < 300:
            best = max(best, 1.4 if distance < 80 else 0.8)
    return best


def _anchors(
    names: Sequence[_Name], ranked: dict[str, tuple[Candidate, ...]]
) -> tuple[tuple[str, GazetteerPlace], ...]:
    """Return the places below country level that lead clearly."""
    found = []
    for name in names:
        candidates = ranked[name.key]
        if candidates and candidates[0].place.kind != "country" and _lead(candidates) >= 1.0:
            found.append((name.key, candidates[0].place))
    return tuple(found[:40])


def _lead(candidates: Sequence[Candidate]) -> float:
    """Return by how much the best leads the best of another place."""
    best = candidates[0]
    for other in candidates[1:]:
        same = other.place.country == best.place.country and _near_km(best.place, other.place) <= SAME_PLACE_KM
        nested = _holds(other.place, best.place) or _holds(best.place, other.place)
        if not (same or nested):
            return best.score - other.score
    return 10.0


def _resolved(
    document: Document,
    toponyms: Sequence[Toponym],
    k: int,
    name: _Name,
    ranked: dict[str, tuple[Candidate, ...]],
) -> Resolution:
    candidates = ranked[name.key]
    if not candidates:
        return Resolution(None, (), "no place of this name is known")
    best, evidence = candidates[0], _evidence(document, toponyms, k)
    if best.score < LEAST:
        return Resolution(None, candidates, "too little speaks for any place of this name")
    if _lead(candidates) >= MARGIN or best.score >= 5.5:
        return Resolution(_place(best.place, toponyms[k], evidence), candidates, "; ".join(best.reasons))
    rivals = {c.place.country for c in candidates if best.score - c.score < MARGIN}
    if len(rivals) == 1 and best.place.country:
        country = _country(best.place.country)
        if country is not None:
            wide = _place(country, Toponym(toponyms[k].first, toponyms[k].last, toponyms[k].name), evidence)
            return Resolution(wide, candidates, "several places of this name in one country: only the country is sure")
    return Resolution(None, candidates, "several places fit about equally")


def _country(iso: str) -> GazetteerPlace | None:
    return open_gazetteer().country(iso)


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
        admin1=place.admin1,
        country=place.country,
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
    context: _Context,
) -> Resolution:
    """Give a place that no gazetteer has the point of what holds it, or else only the report's country."""
    toponym = toponyms[k]
    outer = found[toponym.container].place if toponym.container is not None and toponym.container < len(found) else None
    if outer is None and toponym.kind_asked == "quarter":
        outer = _town_before(toponyms, k, found)
    precision: GeoPrecision = 3 if outer is None or outer.geo_precision == 3 else 2
    leading = max(context.countries, key=lambda country: context.countries[country], default=None)
    if outer is None and (not leading or context.countries[leading] < 0.6 * context.countries.total()):
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
