"""Candidates for a place name, ranked by what the report says of where it plays.

What speaks for a candidate: what kind of place it is and how many live there, the countries and regions that the
report names, where it was filed, the place that the words say holds it ("Hit, Anbar"), the kind that they ask for
("Anbar province"), and how near it lies to the report's other places. All uses of one name in a report mean one
place, unless the words ask for different kinds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import cos, hypot, log10, radians, sqrt
from typing import Final, NamedTuple

from dateline.extract.document import Document
from dateline.extract.toponyms import Toponym
from dateline.lexicon.gazetteer import MAIN, GazetteerPlace, open_gazetteer
from dateline.lexicon.placewords import load_place_words
from dateline.lexicon.words import fold, phrase_key
from dateline.model.values import Place

Pool = tuple[GazetteerPlace, ...]  # the places of one name
Region = tuple[str | None, str | None]  # country, first-level region
MOST_CANDIDATES: Final = 24
APART: Final = frozenset(("admin1", "base", "camp", "crossing", "airport"))  # kinds that make a name another place
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


def ranked_candidates(
    document: Document, toponyms: Sequence[Toponym], dateline: Place | None
) -> tuple[tuple[tuple[Candidate, ...], ...], Counter[str]]:
    """Return each toponym's candidates, best first, and the votes of the report for countries."""
    names = _names(toponyms)
    pools = {name.key: _pool(document, name.key) for name in names}
    context = _first_context(document, toponyms, names, pools, dateline)
    for name in names:
        if not any(place.country in context.countries or place.population > 300_000 for place in pools[name.key]):
            pools[name.key] = _respelled(name, context) or pools[name.key]
    ranked = {name.key: _rank(name, pools, context) for name in names}
    context = context._replace(anchors=_anchors(names, ranked))
    ranked = {name.key: _rank(name, pools, context) for name in names}
    by_use = {use: ranked[name.key] for name in names for use in name.uses}
    return tuple(by_use[k] for k in range(len(toponyms))), context.countries


def _names(toponyms: Sequence[Toponym]) -> tuple[_Name, ...]:
    """Gather the uses of each name; a use with a holder of its own stands apart."""
    keys = [" ".join(phrase_key(toponym.name)) for toponym in toponyms]
    uses: dict[str, list[int]] = defaultdict(list)
    for k, toponym in enumerate(toponyms):
        apart = toponym.kind_asked if toponym.kind_asked in APART else ""
        uses[f"{keys[k]}|{apart}"].append(k)
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
        regions.update(weights)
    demonyms = load_place_words().country_of_demonym
    peoples = Counter(demonyms[token.folded] for token in document.tokens if token.folded in demonyms)
    countries.update({iso: min(2.0, 0.5 * uses) for iso, uses in peoples.items()})
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
        if candidates and candidates[0].place.kind != "country" and lead(candidates) >= 1.0:
            found.append((name.key, candidates[0].place))
    return tuple(found[:40])


def lead(candidates: Sequence[Candidate]) -> float:
    """Return by how much the best leads the best of another place."""
    best = candidates[0]
    for other in candidates[1:]:
        same = other.place.country == best.place.country and _near_km(best.place, other.place) <= SAME_PLACE_KM
        nested = _holds(other.place, best.place) or _holds(best.place, other.place)
        if not (same or nested):
            return best.score - other.score
    return 10.0
