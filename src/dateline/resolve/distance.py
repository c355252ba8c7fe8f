"""Distances and directions on the globe, in kilometres and degrees."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # mean radius R1 of GRS 80; Moritz, J. Geodesy 74 (2000), 128-133
Point = tuple[float, float]


def distance_km(a: Point, b: Point) -> float:
    """Return the great-circle distance between two (latitude, longitude) points.

    Points are degrees, WGS 84; the answer is kilometres, 0 to about 20,015. A sphere stands in for
    the ellipsoid: off by under 0.6 %. Raises ValueError for a latitude outside [-90, 90].
    Source: Sinnott, "Virtues of the Haversine", Sky & Telescope 68 (1984), 159.
    """
    if not (abs(a[0]) <= 90 and abs(b[0]) <= 90):
        raise ValueError(f"latitude outside [-90, 90]: {a[0]}, {b[0]}")
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (a, b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, h)))


def moved(origin: Point, distance: float, bearing: float) -> Point:
    """Return the point at a distance in kilometres and a bearing in degrees from north, longitude in [-180, 180).

    Raises ValueError for a latitude outside [-90, 90] or a negative distance.
    """
    if not abs(origin[0]) <= 90 or distance < 0:
        raise ValueError(f"cannot move {distance} km from {origin}")
    lat, lon = map(radians, origin)
    angle, way = distance / EARTH_RADIUS_KM, radians(bearing)
    sine = sin(lat) * cos(angle) + cos(lat) * sin(angle) * cos(way)
    lat2 = asin(max(-1.0, min(1.0, sine)))
    lon2 = lon + atan2(sin(way) * sin(angle) * cos(lat), cos(angle) - sin(lat) * sin(lat2))
    return degrees(lat2), (degrees(lon2) + 180) % 360 - 180
