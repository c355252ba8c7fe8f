"""Places compared: distance, the reach of a precision, and names of one facility."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

from rapidfuzz import fuzz

from dateline.lexicon.words import phrase_key
from dateline.model.codes import GeoPrecision
from dateline.model.values import Place

EARTH_RADIUS_KM = 6371.0088  # mean radius R1 of GRS 80; Moritz, J. Geodesy 74 (2000), 128-133
REACH_KM: Final[dict[GeoPrecision, float]] = {1: 10.0, 2: 40.0, 3: 300.0}  # how far off a point may lie
_FILLERS = frozenset("the al el ul ain ayn base airbase air military airport camp of in near site facility".split())


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance between two (latitude, longitude) points in degrees, WGS 84.

    Source: Sinnott, "Virtues of the Haversine", Sky & Telescope 68 (1984), 159.
    """
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (a, b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, h)))


def point(place: Place | None) -> tuple[float, float] | None:
    """Return a place's (latitude, longitude), or None where it has none."""
    if place is None or place.lat is None or place.lon is None:
        return None
    return place.lat, place.lon


def apart_km(a: Place, b: Place) -> float | None:
    """Return the kilometres between two places, or None where one has no point."""
    one, other = point(a), point(b)
    return None if one is None or other is None else distance_km(one, other)


def same_name(a: str, b: str) -> bool:
    """Tell whether two toponyms spell one name ("al-Assad Airbase", "Ain al-Asad base")."""
    one, other = phrase_key(a), phrase_key(b)
    if one == other:
        return bool(one)
    core_one, core_other = _core(one), _core(other)
    if not core_one or not core_other:
        return False
    return fuzz.token_set_ratio(core_one, core_other) >= 88


def _core(words: tuple[str, ...]) -> str:
    return " ".join(word for word in words if word not in _FILLERS)
