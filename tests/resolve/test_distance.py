"""Distances and moves on the globe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.distance import distance_km, moved

POINTS = st.tuples(st.floats(-89, 89), st.floats(-180, 179.9))


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((33.34, 44.40), (36.19, 44.01), 319),  # Baghdad to Erbil
        ((51.51, -0.13), (40.71, -74.01), 5570),  # London to New York
        ((0.0, 179.5), (0.0, -179.5), 111),  # across the date line
        ((10.0, 10.0), (10.0, 10.0), 0),
    ],
)
def test_known_distances(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    assert distance_km(a, b) == pytest.approx(km, rel=0.01, abs=0.5)


@given(POINTS, POINTS)
def test_distance_is_the_same_both_ways(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)
    assert 0 <= distance_km(a, b) <= 20_016


@given(POINTS, st.floats(0, 2000), st.floats(0, 360))
def test_a_move_covers_its_distance(origin: tuple[float, float], distance: float, bearing: float) -> None:
    there = moved(origin, distance, bearing)
    assert distance_km(origin, there) == pytest.approx(distance, abs=0.01)
    assert -180 <= there[1] < 180


@pytest.mark.parametrize(("bearing", "lat", "lon"), [(0, 1, 0), (90, 0, 1), (180, -1, 0), (270, 0, -1)])
def test_bearings_run_clockwise_from_north(bearing: float, lat: float, lon: float) -> None:
    assert moved((0.0, 0.0), 111.195, bearing) == pytest.approx((lat, lon), abs=0.001)


def test_points_off_the_globe_are_refused() -> None:
    with pytest.raises(ValueError, match="latitude outside"):
        distance_km((91.0, 0.0), (0.0, 0.0))
    with pytest.raises(ValueError, match="cannot move"):
        moved((91.0, 0.0), 1, 0)
    with pytest.raises(ValueError, match="cannot move"):
        moved((1.0, 0.0), -1, 0)
