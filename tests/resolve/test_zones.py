"""Names of zones as reports give them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.zones import zone_name, zone_named

NAMES = [
    ("baghdad", "Asia/Baghdad"),
    ("moscow", "Europe/Moscow"),
    ("saudi", "Asia/Riyadh"),
    ("eastern", "America/New_York"),
    ("new york", "America/New_York"),
    ("kiev", "Europe/Kyiv"),
    ("gmt", "UTC"),
    ("utc", "UTC"),
    ("Asia/Gaza", "Asia/Gaza"),
    ("melbourne", "Australia/Melbourne"),
]


@pytest.mark.parametrize(("name", "zone"), NAMES)
def test_named(name: str, zone: str) -> None:
    assert zone_name(zone_named(name)) == zone


@pytest.mark.parametrize(("name", "minutes"), [("gmt+3", 180), ("utc-4", -240), ("gmt+5:30", 330), ("+02:00", 120)])
def test_offsets(name: str, minutes: int) -> None:
    zone = zone_named(name)
    offset = datetime(2024, 1, 20, tzinfo=zone).utcoffset()
    assert offset is not None
    assert offset.total_seconds() == minutes * 60
    assert zone_name(zone) is None


@pytest.mark.parametrize("name", [None, "local", "atlantis", "Nowhere/Land", "ist", "gmt+99", "../etc/passwd"])
def test_unknown(name: str | None) -> None:
    assert zone_named(name) is None


def test_universal_time_is_one_zone() -> None:
    assert zone_named("zulu") is UTC


@given(st.text())
def test_any_name_can_be_asked(name: str) -> None:
    zone_named(name)
