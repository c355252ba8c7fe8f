"""Times of every precision as intervals, and how far apart they are."""

from datetime import UTC, date, datetime

import pytest

from dateline.link.when import days, days_apart, days_before, hours_apart, interval, published
from dateline.model.values import Time
from tests.store.factories import a_time

PUBLISHED = [
    (None, None),
    ("2024-01-21", datetime(2024, 1, 21, tzinfo=UTC)),
    ("2024-01-21T03:00:00+03:00", datetime(2024, 1, 21, tzinfo=UTC)),
    ("2024-01-21T00:00:00Z", datetime(2024, 1, 21, tzinfo=UTC)),
    ("yesterday", None),
]


@pytest.mark.parametrize(("text", "moment"), PUBLISHED)
def test_publication_is_a_moment_in_utc(text: str | None, moment: datetime | None) -> None:
    assert published(text) == moment


DAYS = [
    (a_time("2024-01-20"), "2024-01-20", "2024-01-20"),
    (a_time("2024-01-20", end="2024-01-22"), "2024-01-20", "2024-01-22"),
    (a_time("2023-10", "month"), "2023-10-01", "2023-10-31"),
    (a_time("2024-02", "month"), "2024-02-01", "2024-02-29"),
    (a_time("2017", "year"), "2017-01-01", "2017-12-31"),
    (a_time("2024-01-20T23:30:00+03:00", "minute"), "2024-01-20", "2024-01-20"),
    (a_time("2024-01-20T22:00:00", "part_of_day", end="2024-01-21T06:00:00"), "2024-01-20", "2024-01-21"),
    (a_time("2024-01-22", end="2024-01-20"), "2024-01-22", "2024-01-22"),
]


@pytest.mark.parametrize(("time", "first", "last"), DAYS)
def test_a_time_allows_local_days(time: Time, first: str, last: str) -> None:
    assert days(time) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize("start", [None, "soon", "2024-13", "2024-01-20Tnoon"])
def test_what_is_no_date_allows_nothing(start: str | None) -> None:
    assert interval(a_time(start, "unknown")) is None
    assert days(a_time(start, "unknown")) is None


def test_an_end_that_is_no_date_allows_nothing() -> None:
    assert interval(a_time("2024-01-20", end="later")) is None


@pytest.mark.parametrize(("a", "b", "apart"), [((1, 3), (3, 5), 0), ((1, 2), (5, 6), 3), ((5, 6), (1, 2), 3)])
def test_days_between_ranges(a: tuple[int, int], b: tuple[int, int], apart: int) -> None:
    assert days_apart(a, b) == apart


HOURS = [
    ("2024-01-20T18:30:00+03:00", "2024-01-20T15:30:00+00:00", 0.0),
    ("2024-01-20T18:30:00", "2024-01-20T15:30:00+00:00", 3.0),  # one without offset: clocks as they stand
    ("2024-01-20", "2024-01-20T15:30:00+00:00", 0.0),
    ("2024-01-20T01:00:00", "2024-01-20T15:30:00", 14.5),
]


@pytest.mark.parametrize(("a", "b", "apart"), HOURS)
def test_hours_between_times(a: str, b: str, apart: float) -> None:
    assert hours_apart(a_time(a, "minute"), a_time(b, "minute")) == apart
    assert hours_apart(a_time(b, "minute"), a_time(a, "minute")) == apart


def test_no_hours_to_an_unknown_time() -> None:
    assert hours_apart(a_time(None, "unknown"), a_time()) is None


UNTOLD = [
    (a_time(None, "unknown", "publication", end="2024-03-06"), "2024-02-28", "2024-03-06"),
    (a_time(None, "unknown", "publication", end="2024-03-06T09:00:00+01:00"), "2024-02-28", "2024-03-06"),
]


@pytest.mark.parametrize(("time", "first", "last"), UNTOLD)
def test_an_untold_day_lies_in_the_week_before_publication(time: Time, first: str, last: str) -> None:
    assert days_before(time) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize("time", [a_time(None, "unknown"), a_time(), a_time(None, "unknown", end="soon")])
def test_a_told_day_or_no_bound_gives_no_such_week(time: Time) -> None:
    assert days_before(time) is None
