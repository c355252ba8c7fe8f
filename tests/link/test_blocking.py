"""Which events are compared at all."""

import pytest

from dateline.link.blocking import block_of, may_match
from dateline.model.report import Event
from tests.store.factories import a_place, a_time, an_event, told

NEAR = [
    ("the day after", an_event(time=a_time("2024-01-21"))),
    ("a vague week", an_event(time=a_time("2024-01-23", "week", end="2024-01-29"))),
    ("a place unknown", an_event(placeless=True)),
    ("a country unknown", an_event(place=a_place(country=None, at=None))),
    ("the region", an_event(place=a_place("Anbar", at=(33.5, 41.5), precision=3))),
    ("a date not told", an_event(time=a_time(None, "unknown"))),
    ("recalled", an_event(status="background")),
    ("denied", an_event(status="denied")),
]
FAR = [
    ("two days later", an_event(time=a_time("2024-01-22"))),
    ("another country", an_event(place=a_place(country="SY", at=(33.1, 43.0)))),
    ("beyond reach", an_event(place=a_place(at=(36.0, 43.0)))),
]
NEVER = [
    ("threatened", an_event(status="threatened")),
    ("planned", an_event(status="planned")),
    ("a recollection of some year", an_event(status="background", time=a_time("2017", "year"))),
]


@pytest.mark.parametrize("event", [e for _, e in NEAR], ids=[n for n, _ in NEAR])
def test_near_events_are_compared(event: Event) -> None:
    here, there = block_of(told("a", an_event())), block_of(told("b", event))
    assert here is not None
    assert there is not None
    assert may_match(here, there)
    assert may_match(there, here)


@pytest.mark.parametrize("event", [e for _, e in FAR], ids=[n for n, _ in FAR])
def test_far_events_are_not(event: Event) -> None:
    here, there = block_of(told("a", an_event())), block_of(told("b", event))
    assert here is not None
    assert there is not None
    assert not may_match(here, there)


@pytest.mark.parametrize("event", [e for _, e in NEVER], ids=[n for n, _ in NEVER])
def test_some_are_never_compared(event: Event) -> None:
    assert block_of(told("b", event)) is None


def test_undated_news_of_an_undated_report_is_not_placed_in_time() -> None:
    assert block_of(told("b", an_event(time=a_time(None, "unknown")), published=None)) is None
