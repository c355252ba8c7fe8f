"""Time expressions as times of the contract: intervals with precision, zone and basis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from msgspec import Struct
from msgspec.structs import replace

from dateline.extract.document import Document
from dateline.extract.times.expressions import (
    Calendar,
    Clock,
    Day,
    Holiday,
    Point,
    Range,
    Shift,
    TimeMention,
    Window,
)
from dateline.model.codes import TimeBasis, TimePrecision
from dateline.model.values import Time
from dateline.resolve.anchor import Anchor
from dateline.resolve.times.clock import Told, clock_on, part_on, written
from dateline.resolve.times.days import Days, Origins, Tense, days_of
from dateline.resolve.times.spans import dates, shared, window_days
from dateline.resolve.zones import zone_name, zone_named


class Setting(Struct, frozen=True, kw_only=True):
    """What an expression is resolved in: its anchor, the time told before it, the zone of its place."""

    anchor: Anchor
    tense: Tense | None
    zone: tzinfo | None
    antecedent: Time | None
    mention: TimeMention

    def origins(self) -> Origins:
        """Return the days that words count from."""
        return Origins(self.anchor.date, antecedent_day(self.antecedent), self.tense)


class _Resolved(Struct, frozen=True):
    told: Told
    zone: tzinfo | None
    first: date  # local


def resolve_time(
    document: Document,
    mention: TimeMention,
    anchor: Anchor,
    *,
    tense: Tense | None = "past",
    zone: str | None = None,
    antecedent: Time | None = None,
) -> Time:
    """Return when an expression means, or a time of unknown precision if that cannot be told.

    `zone` is the IANA zone of the place told of: "local time", parts of the day and bare clock readings are
    read in it, and without one only their date is given. `antecedent` is the time that "two days earlier"
    and "that night" count from; without one they stay unresolved.
    """
    local = zone_named(zone)
    setting = Setting(anchor=anchor, tense=tense, zone=local, antecedent=antecedent, mention=mention)
    words = document.words(mention.first, mention.last)
    basis = _basis(mention, anchor)
    try:
        found = _resolve(setting)
    except (ValueError, OverflowError):  # beyond the calendar
        found = None
    if found is None:
        return Time(None, None, "unknown", None, basis, words)
    return Time(found.told.start, found.told.end, found.told.precision, zone_name(found.zone), basis, words)


def resolve_times(
    document: Document, mentions: Sequence[TimeMention], anchor: Anchor, *, zone: str | None = None
) -> tuple[Time, ...]:
    """Return the times of a document's expressions in order, each counted from the last day told before it."""
    times: list[Time] = []
    antecedent: Time | None = None
    for mention in mentions:
        counted = None if _counts_from_what_follows(document, mention) else antecedent
        time = resolve_time(document, mention, anchor, zone=zone, antecedent=counted)
        times.append(time)
        if time.precision in ("minute", "hour", "part_of_day", "day") and mention.relation is None:
            antecedent = time
    return tuple(times)


def _counts_from_what_follows(document: Document, mention: TimeMention) -> bool:
    """Tell whether the words after an expression name the event that it counts from: "two days after the raid"."""
    if document.tokens[mention.last - 1].folded not in ("after", "before") or mention.last >= len(document.tokens):
        return False
    following = document.tokens[mention.last]
    return following.text[0].isalnum() and following.start <= document.tokens[mention.last - 1].end + 1


def resolve_period(
    document: Document, mention: TimeMention, anchor: Anchor, *, zone: str | None = None
) -> tuple[Time | None, Time | None]:
    """Return since when and until when a figure counts, as an expression tells it; None where it does not.

    "Since mid-October" has no end; "from Monday to Wednesday" and "in the past three days" have both; a month,
    a year or a day counted in is both its beginning and its end.
    """
    words = document.words(mention.first, mention.last)
    match mention.expression:
        case Range(start=start, end=end):
            ends = shared(Range(start=start, end=end))
            last = resolve_time(document, replace(mention, expression=ends.end), anchor, zone=zone)
            first = resolve_time(document, replace(mention, expression=ends.start), anchor, zone=zone)
            if first.start is not None and last.start is not None and first.start > last.start:
                earlier = replace(anchor, date=antecedent_day(last) or anchor.date)
                first = resolve_time(document, replace(mention, expression=ends.start), earlier, zone=zone)
            return first, last
        case Window() as window:
            days = window_days(window, Origins(anchor.date, None, "past"))
            if days is None:
                return None, None
            basis = _basis(mention, anchor)
            first, last = (_edge(day, days, basis, words) for day in (days.first, days.last))
            return first, last
        case Point():
            time = resolve_time(document, mention, anchor, zone=zone)
            if mention.relation in ("until", "by", "before"):
                return None, time
            return time, None if mention.relation in ("since", "after") else time
        case _:
            return None, None


def _edge(day: date, days: Days, basis: TimeBasis, words: str) -> Time:
    """Return the first or the last day of an interval, as fine as the interval is told."""
    told = dates(Days(day, day, "day" if days.precision == "week" else days.precision))
    length = {"month": 7, "year": 4}.get(days.precision, 10)
    return Time(told.start[:length], None, told.precision, None, basis, words)


def no_time(anchor: Anchor) -> Time:
    """Return the time of an event that no time is told of: the publication date bounds it, where it is known."""
    if anchor.date is None:
        return Time(None, None, "unknown", None, "publication", "")
    return Time(anchor.date.isoformat(), None, "day", None, "publication", "")


def antecedent_day(antecedent: Time | None) -> date | None:
    """Return the day on which a time begins, if it is told to the day."""
    if antecedent is None or antecedent.start is None or len(antecedent.start) < len("2024-01-20"):
        return None
    return date.fromisoformat(antecedent.start[:10])


def _basis(mention: TimeMention, anchor: Anchor) -> TimeBasis:
    """Return what the time rests on: words alone, the publication, or a weekday and a date together."""
    days = _told_days(mention)
    full = any(isinstance(day, Calendar) and day.year is not None for day in days) or any(
        isinstance(day, Holiday) and day.year is not None for day in days
    )
    if full:
        return "explicit"
    if anchor.by_weekday:
        return "weekday"
    dated = any(isinstance(day, Calendar) and day.month is not None and day.day is not None for day in days)
    shifted = any(isinstance(day, Calendar) and day.year_shift is not None for day in days)
    return "explicit" if dated and not shifted else "relative"


def _told_days(mention: TimeMention) -> tuple[Day, ...]:
    match mention.expression:
        case Point(day=day):
            return () if day is None else (day,)
        case Range(start=start, end=end):
            return tuple(point.day for point in (start, end) if point.day is not None)
        case _:
            return ()


def _resolve(setting: Setting) -> _Resolved | None:
    match setting.mention.expression:
        case Point() as point:
            return _point(point, setting)
        case Range() as told:
            return _range(told, setting)
        case Window() as window:
            days = window_days(window, setting.origins())
            return None if days is None else _Resolved(dates(days), None, days.first)
        case _:
            return None


def _point(point: Point, setting: Setting) -> _Resolved | None:
    moment = _moment_shift(point, setting)
    if moment is not None:
        return moment
    days = _days(point, setting)
    if days is None:
        return None
    if days.precision != "day" or days.first != days.last or (point.part is None and point.clock is None):
        return _Resolved(dates(days), None, days.first)
    zone = _zone(point.clock, setting)
    if point.clock is not None:
        told = clock_on(days.first, point.clock, point.part, zone, setting.mention.hedge)
    else:
        told = part_on(days.first, point.part or "morning", zone)
    return _Resolved(told, zone if len(told.start) > len("2024-01-20") else None, days.first)


def _zone(clock: Clock | None, setting: Setting) -> tzinfo | None:
    """Return the zone that is told, else that of the place."""
    if clock is None or clock.zone is None:
        return setting.zone
    return zone_named(clock.zone) or setting.zone


def _days(point: Point, setting: Setting) -> Days | None:
    if point.day is not None:
        return days_of(point.day, setting.origins())
    origins = setting.origins()
    if point.part == "overnight" and origins.published is not None:
        return _one(origins.published - timedelta(1))
    return None if origins.antecedent is None else _one(origins.antecedent)


def _one(day: date) -> Days:
    return Days(day, day, "day")


def _moment_shift(point: Point, setting: Setting) -> _Resolved | None:
    """Return "two hours earlier" from a time of the clock."""
    match point:
        case Point(
            day=Shift(count=int(count), unit="hour" | "minute" as unit, origin=origin, vague=False),
            part=None,
            clock=None,
        ):
            base = setting.anchor.moment if origin == "publication" else _moment(setting.antecedent)
        case _:
            return None
    if base is None:
        return None
    step = timedelta(hours=count) if unit == "hour" else timedelta(minutes=count)
    moment = (base.astimezone(setting.zone) if origin == "publication" and setting.zone is not None else base) + step
    zone = zone_named(setting.antecedent.timezone) if origin == "antecedent" and setting.antecedent else moment.tzinfo
    precision: TimePrecision = "minute" if unit == "minute" else "hour"
    return _Resolved(Told(written(moment), None, precision), zone, moment.date())


def _moment(antecedent: Time | None) -> datetime | None:
    if antecedent is None or antecedent.start is None or antecedent.precision not in ("minute", "hour"):
        return None
    return datetime.fromisoformat(antecedent.start) if len(antecedent.start) > len("2024-01-20") else None


def _range(told: Range, setting: Setting) -> _Resolved | None:
    """Return from the start of the first point to the end of the second."""
    told = shared(told)
    start, end = _point(told.start, setting), _point(told.end, setting)
    if start is None or end is None:
        return None
    if end.first < start.first:
        start = _point(told.start, _before(setting, end.first)) or start
    if end.first < start.first:
        return None
    precision = start.told.precision if start.told.precision == end.told.precision else end.told.precision
    last = end.told.end or end.told.start
    return _Resolved(
        Told(start.told.start, last if last != start.told.start else None, precision),
        start.zone or end.zone,
        start.first,
    )


def _before(setting: Setting, day: date) -> Setting:
    """Return a setting that looks back from a day: "Friday to Monday" begins before that Monday."""
    return replace(setting, anchor=replace(setting.anchor, date=day), tense="past")
