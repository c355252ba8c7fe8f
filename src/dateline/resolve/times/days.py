"""Days told in words as days of the calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from dateline.extract.times.expressions import Calendar, Day, Holiday, Shift, Stretch, Weekday
from dateline.model.codes import TimePrecision
from dateline.resolve.times.feasts import feast

Tense = Literal["past", "future"]

LAST_DAY_AT_LEAST_DAYS = 2  # "last Monday" on a Tuesday is the Monday of the week before, not yesterday
SEARCHED_YEARS = 12
_STRETCHES: Final[dict[Stretch, tuple[int, int]]] = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_WEEK_STRETCHES: Final[dict[Stretch, tuple[int, int]]] = {"early": (0, 2), "mid": (1, 3), "late": (3, 6)}
_VAGUE_DAYS = (2, 7)  # "a few days ago"
_SEASON_MONTHS = 3


class Days(NamedTuple):
    """First and last day of an interval, and how finely it was told."""

    first: date
    last: date
    precision: TimePrecision


class Origins(NamedTuple):
    """What words count from: the publication, the time told before, and where the words look."""

    published: date | None
    antecedent: date | None
    tense: Tense | None


def days_of(day: Day, origins: Origins) -> Days | None:
    """Return the days that words mean, or None if what they count from is not known."""
    try:
        match day:
            case Calendar():
                return _calendar(day, origins)
            case Weekday():
                return _weekday(day, origins)
            case Holiday():
                return _holiday(day, origins)
            case Shift():
                return _shift(day, origins)
    except (ValueError, OverflowError):  # the 29th of February, the year 10,000
        return None


def _one(day: date) -> Days:
    return Days(day, day, "day")


def month_days(year: int, month: int, months: int = 1) -> Days:
    """Return the days of a month, or of several from it on."""
    last_year, last_month = shifted_month(year, month, months - 1)
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Days(date(year, month, 1), last, "month")


def year_days(year: int, years: int = 1) -> Days:
    """Return the days of a year, or of several from it on."""
    return Days(date(year, 1, 1), date(year + years - 1, 12, 31), "year")


def shifted_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Return year and month so many months on."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def _calendar(day: Calendar, origins: Origins) -> Days | None:
    year = day.year
    if year is None and day.year_shift is not None and origins.published is not None:
        year = origins.published.year + day.year_shift
    if year is not None:
        return _in_year(day, year)
    if origins.published is None or day.year_shift is not None:
        return None
    if day.month is None and day.day is not None:
        return _day_of_month(day, origins.published, origins.tense)
    return _nearest_year(day, origins.published, origins.tense)


def _in_year(day: Calendar, year: int) -> Days:
    if day.month is not None:
        return _one(date(year, day.month, day.day)) if day.day is not None else _in_month(day, year, day.month)
    if day.season is not None:
        return month_days(year, day.season * _SEASON_MONTHS, _SEASON_MONTHS)
    if day.quarter is not None:
        return month_days(year, day.quarter * 3 - 2, 3)
    if day.half is not None:
        return month_days(year, day.half * 6 - 5, 6)
    return year_days(year, 10 if day.decade else 1)


def _in_month(day: Calendar, year: int, month: int) -> Days:
    length = monthrange(year, month)[1]
    if day.stretch is not None:
        first, last = _STRETCHES[day.stretch]
    elif day.half is not None:
        first, last = ((1, 15), (16, length))[day.half - 1]
    elif day.week is not None:
        first = length - 6 if day.week < 0 else day.week * 7 - 6
        last = first + 6
    else:
        return month_days(year, month)
    return Days(date(year, month, first), date(year, month, min(last, length)), "week")


def _nearest_year(day: Calendar, published: date, tense: Tense | None) -> Days | None:
    """Return the year's day or month on the side of the publication that the words look to."""
    candidates: list[Days] = []
    for year in range(published.year - SEARCHED_YEARS, published.year + SEARCHED_YEARS + 1):
        try:
            candidates.append(_in_year(day, year))
        except ValueError:
            continue
    if day.weekday is not None:
        fitting = [days for days in candidates if days.first.weekday() == day.weekday]
        near = [days for days in fitting if abs((days.first - published).days) <= 366]
        if near:
            return min(near, key=lambda days: abs((days.first - published).days))
    if day.which is not None:
        return _which(candidates, published, day.which)
    past = [days for days in candidates if days.first <= published]
    future = [days for days in candidates if days.last >= published]
    if tense == "past":
        return past[-1] if past else None
    if tense == "future":
        return future[0] if future else None
    return min(candidates, key=lambda days: abs((days.first - published).days), default=None)


def _which(candidates: list[Days], published: date, which: str) -> Days | None:
    if which == "last":
        return next((days for days in reversed(candidates) if days.last < published), None)
    if which == "next":
        return next((days for days in candidates if days.first > published), None)
    return next((days for days in candidates if days.first.year == published.year), None)


def _day_of_month(day: Calendar, published: date, tense: Tense | None) -> Days | None:
    step = 1 if tense == "future" else -1
    for months in range(SEARCHED_YEARS):
        year, month = shifted_month(published.year, published.month, step * months)
        if (day.day or 1) > monthrange(year, month)[1]:
            continue
        found = date(year, month, day.day or 1)
        fits = found >= published if step > 0 else found <= published
        if fits and day.weekday in (None, found.weekday()):
            return _one(found)
    return None


def _weekday(day: Weekday, origins: Origins) -> Days | None:
    published = origins.published
    if published is None:
        return None
    monday = published - timedelta(published.weekday())
    if day.week_shift is not None:
        return _one(monday + timedelta(day.weekday + 7 * day.week_shift))
    back = (published.weekday() - day.weekday) % 7
    ahead = -back % 7
    if day.which == "last":
        return _one(published - timedelta(back if back >= LAST_DAY_AT_LEAST_DAYS else back + 7))
    if day.which == "next":
        return _one(published + timedelta(ahead or 7))
    if day.which == "this" and origins.tense is None:
        return _one(monday + timedelta(day.weekday))
    if origins.tense == "future":
        return _one(published + timedelta(ahead))
    if origins.tense is None and ahead < back:
        return _one(published + timedelta(ahead))
    return _one(published - timedelta(back))


def _holiday(day: Holiday, origins: Origins) -> Days | None:
    published = origins.published
    if day.year is not None:
        found = feast(day.name, day.year)
    elif published is None:
        return None
    elif day.year_shift is not None:
        found = feast(day.name, published.year + day.year_shift)
    else:
        found = _nearest_feast(day, published, origins.tense)
    if found is None:
        return None
    first, last = found
    if day.day is not None:
        return _one(first + timedelta(day.day - 1))
    length = (last - first).days + 1
    return Days(first, last, "day" if length == 1 else "week" if length <= 10 else "month")


def _nearest_feast(day: Holiday, published: date, tense: Tense | None) -> tuple[date, date] | None:
    years = range(published.year - 2, published.year + 3)
    found = [days for year in years if (days := feast(day.name, year)) is not None]
    if day.which == "last":
        return next((days for days in reversed(found) if days[1] < published), None)
    if day.which == "next" or (tense == "future" and day.which is None):
        return next((days for days in found if days[1] >= published), None)
    if day.which == "this":
        return next((days for days in found if days[0].year == published.year), None)
    return next((days for days in reversed(found) if days[0] <= published), None)


def _shift(day: Shift, origins: Origins) -> Days | None:
    base = origins.published if day.origin == "publication" else origins.antecedent
    if base is None or day.count is None:
        return None
    count = day.count
    if day.vague:
        return _vague(base, day)
    match day.unit:
        case "second" | "minute" | "hour":
            hours = {"second": 3600, "minute": 60, "hour": 1}[day.unit]
            return _one(base + timedelta(int(count / hours / 24)))
        case "day":
            return _one(base + timedelta(count))
        case "week":
            return _weeks(base, day, count)
        case "weekend":
            return _weekend(base, count, origins.tense)
        case "month":
            return _months(base, day, count)
        case "decade":
            return year_days(base.year + 10 * count)
        case _:
            return _years(base, day, count)


def _vague(base: date, day: Shift) -> Days | None:
    """Return "a few days ago" as the days that it can mean; longer and shorter counts say too little."""
    sign = -1 if (day.count or 0) < 0 else 1
    if day.unit in ("second", "minute", "hour"):
        return _one(base)
    if day.unit != "day":
        return None
    near, far = (base + timedelta(sign * days) for days in _VAGUE_DAYS)
    return Days(min(near, far), max(near, far), "week")


def _weeks(base: date, day: Shift, count: int) -> Days:
    if day.exact:
        return _one(base + timedelta(7 * count))
    monday = base - timedelta(base.weekday()) + timedelta(7 * count)
    first, last = _WEEK_STRETCHES[day.stretch] if day.stretch is not None else (0, 6)
    return Days(monday + timedelta(first), monday + timedelta(last), "week")


def _weekend(base: date, count: int, tense: Tense | None) -> Days:
    saturday = base - timedelta((base.weekday() - 5) % 7)
    in_it = base.weekday() >= 5
    if count > 0 or (tense == "future" and not in_it):
        saturday += timedelta(7)
    elif count < 0 and in_it:
        saturday -= timedelta(7)
    return Days(saturday, saturday + timedelta(1), "day")


def _months(base: date, day: Shift, count: int) -> Days:
    year, month = shifted_month(base.year, base.month, count)
    return _in_month(Calendar(stretch=day.stretch), year, month)


def _years(base: date, day: Shift, count: int) -> Days:
    if day.half:
        year, month = shifted_month(base.year, base.month, 12 * count + (6 if count > 0 else -6))
        return month_days(year, month)
    return year_days(base.year + count)
