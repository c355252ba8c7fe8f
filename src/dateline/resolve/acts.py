"""Frames with their time and place resolved, and which of them tell of one and the same event."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dateline.extract.arguments import PartyRef
from dateline.extract.document import Document
from dateline.extract.frame import Frame
from dateline.lexicon.actors import load_actors
from dateline.model.codes import SubEventType, WeaponType
from dateline.model.values import Place, Time
from dateline.resolve.distance import distance_km
from dateline.resolve.typing import by_weapons

BOUND = 0.6  # least affinity that joins an act to an event
APART_KM = 30.0  # two named places farther apart are two places
FAMILIES = {
    "remote": "violence",
    "attack": "violence",
    "clash": "violence",
    "protest": "crowd",
    "riot": "crowd",
    "territory": "territory",
    "looting": "violence",
}
OPEN: frozenset[SubEventType | None] = frozenset((None, "Armed clash"))


class Act(Struct, frozen=True, kw_only=True):
    """One frame with the time and place that it is told with, if any, and who tells it."""

    frame: Frame
    time: Time | None
    place: Place | None
    fresh: bool = False  # the words say that it is another act: "a separate attack"
    weapons: frozenset[WeaponType] = frozenset()
    actors: frozenset[str] = frozenset()  # who did it: actor ids, states and groups by name
    targets: frozenset[str] = frozenset()
    killed: int | None = None


def cluster(acts: Sequence[Act]) -> list[list[Act]]:
    """Return acts grouped by the event that they tell of, in text order.

    An act joins the nearest earlier event that nothing in it speaks against; a frame that only tells harm
    joins the event that brought it.
    """
    groups: list[list[Act]] = []
    home: dict[int, int] = {}
    for act in acts:
        at = _cause(act, home)
        if at is None:
            at = _match(act, groups)
        if at is None:
            groups.append([act])
            at = len(groups) - 1
        else:
            groups[at].append(act)
        home[act.frame.first] = at
    return groups


def _cause(act: Act, home: dict[int, int]) -> int | None:
    return home.get(act.frame.cause) if act.frame.cause is not None else None


def _match(act: Act, groups: Sequence[Sequence[Act]]) -> int | None:
    best, best_score = None, 0.0
    for at, group in enumerate(groups):
        score = affinity(act, group, recency=len(groups) - 1 - at)
        if score > best_score:
            best, best_score = at, score
    return best


def affinity(act: Act, group: Sequence[Act], recency: int) -> float:
    """Return how well an act fits a group: 0 where something speaks against it or too little for it.

    A place, a perpetrator, a toll or a definite article in common bind; a shared day or weapon helps.
    """
    if not _same_family(act, group) or _moods_differ(act, group):
        return 0.0
    when, where = _time_fit(act, group), _place_fit(act, group)
    if when < 0 or where < 0 or _parties_conflict(act, group) or _means_conflict(act, group):
        return 0.0
    gap = act.frame.sentence - group[-1].frame.sentence
    if act.fresh and not act.frame.definite and gap > 0:
        return 0.0
    if _other_toll(act, group) and not act.frame.definite:
        return 0.0
    score = 0.5 * when + where + _ties(act, group) + _nearness(act, group, gap)
    return score - 0.05 * recency if score >= BOUND else 0.0


def _ties(act: Act, group: Sequence[Act]) -> float:
    struck = frozenset[str]().union(*(member.targets for member in group))
    counts = {member.killed for member in group if member.killed is not None}
    bare_harm = act.frame.harm_only and act.place is None and act.frame.sentence - group[-1].frame.sentence <= 2
    score = 1.0 if act.frame.definite or bare_harm else 0.0
    score += 0.7 * bool(act.actors & _actors(group)) + 0.5 * bool(act.targets & struck)
    score += 0.4 * bool(act.weapons & _weapons(group)) + 1.0 * (act.killed in counts)
    return score + 0.3 * any(member.frame.kind.name == act.frame.kind.name for member in group)


def _nearness(act: Act, group: Sequence[Act], gap: int) -> float:
    """Return what nearness in the text adds: the same sentence, the next one, or headline and lede."""
    if gap <= 0:
        return 0.8 if not (act.frame.tolls and group[-1].frame.tolls) else 0.4
    own_setting = act.time is not None or act.place is not None
    opening = 0.5 if group[0].frame.sentence <= 1 and act.frame.sentence <= 2 else 0.0
    return opening + (0.0 if own_setting or gap > 1 else 0.6)


def _same_family(act: Act, group: Sequence[Act]) -> bool:
    families = {FAMILIES.get(member.frame.kind.family, member.frame.kind.family) for member in group}
    own = FAMILIES.get(act.frame.kind.family, act.frame.kind.family)
    fought_off = act.frame.definite and own == "clash" and "violence" in families
    return own in families or fought_off


def _moods_differ(act: Act, group: Sequence[Act]) -> bool:
    return act.frame.mood != group[0].frame.mood


def _time_fit(act: Act, group: Sequence[Act]) -> float:
    """Return 1 for a time that fits, 0 where either is untold, -1 for a conflict."""
    if act.time is None or act.time.start is None:
        return 0.0
    known = [m.time for m in group if m.time is not None and m.time.start is not None]
    if not known:
        return 0.0
    return 1.0 if any(times_meet(act.time, other) for other in known) else -1.0


def times_meet(a: Time, b: Time) -> bool:
    """Tell whether two times can be the same: their days overlap, as far as each is told."""
    first_a, last_a = _days(a)
    first_b, last_b = _days(b)
    return first_a <= last_b and first_b <= last_a


def _days(time: Time) -> tuple[str, str]:
    """Return first and last day as ISO text; a month or a year is padded to its bounds."""
    start = (time.start or "")[:10]
    end = (time.end or time.start or "")[:10]
    return start.ljust(10, "0") if len(start) == 10 else start + "-00-00"[len(start) - 4 :], end + "-99-99"[
        len(end) - 4 :
    ]


def _place_fit(act: Act, group: Sequence[Act]) -> float:
    if act.place is None:
        return 0.0
    known = [m.place for m in group if m.place is not None]
    if not known:
        return 0.0
    if all(places_apart(act.place, other) for other in known):
        return -1.0
    exact = any(other.name == act.place.name and other.geo_precision < 3 for other in known)
    return (
        1.0
        if exact
        else 0.6
        if any(other.geo_precision < 3 for other in known) and act.place.geo_precision < 3
        else 0.3
    )


def places_apart(a: Place, b: Place) -> bool:
    """Tell whether two places cannot be one: other countries, or both precise and far apart."""
    if a.country is not None and b.country is not None and a.country != b.country:
        return True
    if a.name == b.name:
        return False
    if a.geo_precision == 3 or b.geo_precision == 3:
        both_regions = a.geo_precision == b.geo_precision == 3 and a.admin1 and b.admin1
        differ = a.admin1 is not None and b.admin1 is not None and a.admin1 != b.admin1
        return bool(differ and (both_regions or _far(a, b, 150.0)))
    return _far(a, b, APART_KM)


def _far(a: Place, b: Place, limit_km: float) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return distance_km((a.lat, a.lon), (b.lat, b.lon)) > limit_km


def _actors(group: Sequence[Act]) -> frozenset[str]:
    return frozenset().union(*(member.actors for member in group))


def _weapons(group: Sequence[Act]) -> frozenset[WeaponType]:
    return frozenset().union(*(member.weapons for member in group))


def _parties_conflict(act: Act, group: Sequence[Act]) -> bool:
    """Tell whether both name who did it and no known actor, or no state, of one could be one of the other."""
    if act.frame.kind.family == "clash":
        return False
    theirs = _actors(group)
    struck = frozenset().union(*(member.targets for member in group))
    if act.actors & (theirs | struck):
        return False
    return _kept_apart(act.actors, theirs, "actor:") or _kept_apart(act.actors, theirs, "state:")


def _kept_apart(mine: frozenset[str], theirs: frozenset[str], prefix: str) -> bool:
    a = [name.removeprefix(prefix) for name in mine if name.startswith(prefix)]
    b = [name.removeprefix(prefix) for name in theirs if name.startswith(prefix)]
    if not a or not b:
        return False
    if prefix == "state:":
        return not set(a) & set(b)
    return not any(load_actors().affiliated(one, other) for one in a for other in b)


def _means_conflict(act: Act, group: Sequence[Act]) -> bool:
    """Tell whether the words name two different sorts of act, such as a suicide bombing and an air strike."""
    subs = {sub for m in group if (sub := _means(m)) not in OPEN}
    mine = _means(act)
    if mine in OPEN or not subs or mine in subs:
        return False
    generic = {"Remote explosive/landmine/IED"}
    if mine in generic or subs <= generic:
        return mine == "Air/drone strike" and act.frame.sentence != group[-1].frame.sentence
    crowd = {
        "Peaceful protest",
        "Protest with intervention",
        "Violent demonstration",
        "Excessive force against protesters",
        "Mob violence",
    }
    if mine in crowd and subs <= crowd:
        return False
    return not (act.frame.definite or act.frame.sentence == group[-1].frame.sentence)


def _means(act: Act) -> SubEventType | None:
    """Return the sort of act that the word names, or else its weapons."""
    return act.frame.kind.sub if act.frame.kind.sub not in OPEN else by_weapons(act.weapons)


def _other_toll(act: Act, group: Sequence[Act]) -> bool:
    counts = {m.killed for m in group if m.killed is not None}
    far = act.frame.sentence - group[-1].frame.sentence > 0
    return act.killed is not None and bool(counts) and act.killed not in counts and far and act.place is not None


def name_key(document: Document, ref: PartyRef) -> str:
    """Return what tells a perpetrator from another: the actor's id, the state, or the words."""
    named = ref.named
    if named is not None and named.actor is not None:
        return f"actor:{named.actor.id}"
    if ref.country is not None:
        return f"state:{ref.country}"
    if named is not None and named.kind == "country":
        return f"state:{named.countries[0]}"
    if named is not None and named.group is not None:
        return named.group.name
    return document.words(ref.first, ref.last).casefold()
