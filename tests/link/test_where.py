"""Distances, and names that are one name."""

import pytest

from dateline.link.where import apart_km, distance_km, same_name
from tests.store.factories import a_place

SAME = [
    ("al-Assad Airbase", "Ain al-Asad Air Base"),
    ("Al-Tanf", "al Tanf base"),
    ("Ṣan‘ā’", "Sanaa"),
    ("Tower 22", "tower 22"),
]
OTHER = [
    ("Mosul", "Kirkuk"),
    ("Tower 22", "Tower 23 camp north"),
    ("al-Asad", "al-Tanf"),
    ("the base", "the camp"),
    ("", ""),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_other_names(a: str, b: str) -> None:
    assert not same_name(a, b)


def test_distance_baghdad_to_erbil() -> None:
    assert distance_km((33.3152, 44.3661), (36.1901, 44.0091)) == pytest.approx(321, abs=2)


def test_no_distance_without_points() -> None:
    assert apart_km(a_place(), a_place(at=None)) is None
    assert apart_km(a_place(), a_place()) == 0
