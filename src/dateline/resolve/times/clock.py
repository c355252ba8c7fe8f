"""Readings of the clock and parts of the day on a day of the calendar, in local time with its offset."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final, NamedTuple

from dateline.extract.times.expressions import Clock, Hedge, Part
from dateline.model.codes import TimePrecision

# local hours from and to, the latter past 24 for the next day
PART_HOURS: Final[dict[Part, tuple[int, int]]] = {
    "early_hours": (0, 6),
    "dawn": (4, 6),
    "morning": (6, 12),
    "noon": (12, 13),
    "afternoon": (12, 18),
    "evening": (18, 22),
    "night": (22, 30),
    "overnight": (20, 30),
}


class Told(NamedTuple):
    """Start and end as the contract writes them, and how fine they are."""

    start: str
    end: str | None
    precision: TimePrecision


def written(moment: datetime) -> str:
    """Return a moment as RFC 3339, universal time with Z."""
    text = moment.isoformat(timespec="seconds")
    return text.removesuffix("+00:00") + "Z" if moment.tzinfo is UTC else text


def part_on(day: date, part: Part, zone: tzinfo | None) -> Told:
    """Return a part of a day; without a zone only its date can be told."""
    first, last = PART_HOURS[part]
    if zone is None:
        over = day + timedelta(1) if last > 24 else None
        return Told(day.isoformat(), over.isoformat() if over else None, "part_of_day")
    midnight = datetime.combine(day, time.min)
    start, end = ((midnight + timedelta(hours=hours)).replace(tzinfo=zone) for hours in (first, last))
    if part == "noon":
        return Told(written(start), None, "hour")
    return Told(written(start), written(end), "part_of_day")


def clock_on(day: date, clock: Clock, part: Part | None, zone: tzinfo | None, hedge: Hedge | None) -> Told:
    """Return a reading of the clock; without a zone, or half of the day, only its date can be told."""
    hour = hour_of(clock, part)
    zone = zone or _offset(hour, clock)
    if zone is None or hour is None:
        return Told(day.isoformat(), None, "part_of_day" if hour is not None else "day")
    start = datetime.combine(day, time(hour, clock.minute or 0)).replace(tzinfo=zone)
    if clock.minute is not None or clock.utc is not None:
        return Told(written(start), None, "minute")
    if hedge in ("after", "before"):
        other = start.replace(tzinfo=None) + timedelta(hours=1 if hedge == "after" else -1)
        first, last = sorted((start, other.replace(tzinfo=zone)))
        return Told(written(first), written(last), "hour")
    return Told(written(start), None, "hour")


def hour_of(clock: Clock, part: Part | None) -> int | None:
    """Return the hour from 0 to 23, by the part of the day if the words leave the half open, or None."""
    if part in ("afternoon", "evening") and 1 <= clock.hour < 12:
        return clock.hour + 12
    if part == "night" and 6 <= clock.hour < 12:
        return clock.hour + 12
    return None if clock.half_day and part is None else clock.hour


def _offset(hour: int | None, clock: Clock) -> tzinfo | None:
    """Return the offset that local and universal time told together give."""
    if hour is None or clock.utc is None:
        return None
    minutes = hour * 60 + (clock.minute or 0) - clock.utc
    minutes = (minutes + 12 * 60) % (24 * 60) - 12 * 60
    return timezone(timedelta(minutes=minutes)) if minutes % 15 == 0 else None
