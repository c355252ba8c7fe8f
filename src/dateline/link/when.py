"""Times as days and as clock intervals: what overlaps and how far apart."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from dateline.model.codes import TimePrecision
from dateline.model.values import Time

FINENESS: Final[dict[TimePrecision, int]] = {
    "minute": 0,
    "hour": 1,
    "part_of_day": 2,
    "day": 3,
    "week": 4,
    "month": 5,
    "year": 6,
    "unknown": 7,
}
NEWS_DAYS = 7  # news without a date is held to be at most a week old when it is published
LONGEST_DAYS = 31  # an interval longer than a month says too little to link by

Interval = tuple[datetime, datetime]


def published(text: str | None) -> datetime | None:
    """Return when a report was published, in UTC; a bare date is its first moment, nonsense is None."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def interval(when: Time) -> Interval | None:
    """Return the first and last moment that a time allows, on its own local clock, or None."""
    if when.start is None:
        return None
    first = _edges(when.start)
    last = _edges(when.end) if when.end is not None else first
    return (first[0], max(first[0], last[1])) if first is not None and last is not None else None


def _edges(text: str) -> Interval | None:
    try:
        if len(text) == 4:
            return datetime(int(text), 1, 1), _last(date(int(text), 12, 31))  # noqa: DTZ001
        if len(text) == 7:
            year, month = int(text[:4]), int(text[5:])
            return datetime(year, month, 1), _last(date(year, month, monthrange(year, month)[1]))  # noqa: DTZ001
        if len(text) == 10:
            day = date.fromisoformat(text)
            return datetime.combine(day, time.min), _last(day)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=None), moment.replace(tzinfo=None)


def _last(day: date) -> datetime:
    return datetime.combine(day, time(23, 59))


def days(when: Time) -> tuple[int, int] | None:
    """Return the first and last local day (proleptic ordinals) that a time allows, or None."""
    found = interval(when)
    return None if found is None else (found[0].toordinal(), found[1].toordinal())


def days_before(when: Time) -> tuple[int, int] | None:
    """Return the days that news of an untold day may be of, where only the latest is known; else None."""
    if when.start is not None or when.end is None:
        return None
    latest = _edges(when.end)
    return None if latest is None else (latest[0].toordinal() - NEWS_DAYS, latest[0].toordinal())


def days_apart(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Return the whole days between two day ranges, 0 where they meet."""
    return max(0, a[0] - b[1], b[0] - a[1])


def hours_apart(a: Time, b: Time) -> float | None:
    """Return the hours between two times, 0 where they meet; None where one is unresolved.

    Offsets count where both times carry one, else the local clocks are compared as they stand.
    """
    one, other = interval(a), interval(b)
    if one is None or other is None:
        return None
    shift_a, shift_b = _offset(a), _offset(b)
    if shift_a is not None and shift_b is not None:
        one = (one[0] - shift_a, one[1] - shift_a)
        other = (other[0] - shift_b, other[1] - shift_b)
    gap = max(one[0] - other[1], other[0] - one[1], timedelta(0))
    return gap.total_seconds() / 3600


def _offset(when: Time) -> timedelta | None:
    if when.start is None or len(when.start) <= 10:
        return None
    return datetime.fromisoformat(when.start).utcoffset()
