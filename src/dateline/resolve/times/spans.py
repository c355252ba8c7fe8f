"""Windows and ranges: from when to when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from dateline.extract.times.expressions import Calendar, Holiday, Range, Shift, Unit, Weekday, Window
from dateline.resolve.times.clock import Told
from dateline.resolve.times.days import Days, Origins, month_days, shifted_month, year_days

VAGUE_WINDOW_DAYS = 7  # "in recent days"
_HOURS: Final[dict[Unit, float]] = {
    "second": 1 / 3600,
    "minute": 1 / 60,
    "hour": 1,
    "day": 24,
    "weekend": 48,
    "week": 168,
}


def dates(days: Days) -> Told:
    """Return an interval of days as the contract writes it: months and years by their own digits."""
    length = {"month": 7, "year": 4}.get(days.precision, 10)
    whole = days.precision in ("month", "year") and days.first.day == 1
    length = length if whole else 10
    start, end = days.first.isoformat()[:length], days.last.isoformat()[:length]
    return Told(start, end if end != start else None, days.precision)


def window_days(window: Window, origins: Origins) -> Days | None:
    """Return "the past three days" as the days from the first to the publication."""
    base = origins.published if window.origin == "publication" else origins.antecedent
    if base is None or (window.count is None and window.unit not in ("day", "hour", "minute")):
        return None
    if window.count is None and window.unit != "day":
        return Days(base, base, "day")
    sign = 1 if window.future else -1
    count = VAGUE_WINDOW_DAYS if window.count is None else window.count
    if window.unit in ("month", "year", "decade"):
        return _long_window(base, sign * count * (10 if window.unit == "decade" else 1), window.unit)
    far = base + timedelta(sign * -(-int(count * _HOURS[window.unit]) // 24))
    vague = window.count is None or window.unit == "week"
    return Days(min(base, far), max(base, far), "week" if vague else "day")


def _long_window(base: date, count: int, unit: str) -> Days | None:
    if unit == "month" or abs(count) == 1:
        months = count if unit == "month" else 12 * count
        year, month = shifted_month(base.year, base.month, months)
        first = min((year, month), (base.year, base.month))
        return month_days(*first, abs(months) + 1)
    return year_days(min(base.year, base.year + count), abs(count) + 1)


def shared(told: Range) -> Range:
    """Return a range whose points tell what the other does for both: a year, a day, a half of the day."""
    start, end = told.start, told.end
    match start.day, end.day:
        case Calendar(year=None, year_shift=None) as first, Calendar() as last if first.which is None:
            later = (first.month or 0) > (last.month or 0)
            year = last.year - 1 if later and last.year is not None else last.year
            start = replace(start, day=replace(first, year=year, year_shift=last.year_shift))
        case None, Calendar() | Weekday() | Holiday() | Shift() as day:
            start = replace(start, day=day)
        case Calendar() | Weekday() | Holiday() | Shift() as day, None:
            end = replace(end, day=day)
        case _:
            pass
    if start.clock is not None and end.clock is not None and start.clock.zone is None:
        start = replace(start, clock=replace(start.clock, zone=end.clock.zone))
    return Range(start=start, end=end)
