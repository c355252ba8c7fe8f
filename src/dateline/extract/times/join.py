"""Neighbouring pieces of one time put together: a clock, a part of the day, a weekday and a date."""

from __future__ import annotations

from typing import Final, NamedTuple

from msgspec.structs import replace

from dateline.extract.times.expressions import Calendar, Clock, Day, Part, Point, Range, Shift, Weekday
from dateline.extract.times.patterns import Meaning, Modifier, pattern

UTC_NAMES: Final = frozenset(("gmt", "utc", "z", "zulu"))


class Piece(NamedTuple):
    """What was read at class characters [first, last)."""

    first: int
    last: int
    meaning: Meaning


_PART_TO_DAY = pattern("comma? (on|of|in)? the?").regex
_DAY_TO_PART = pattern("comma? (on|in|at|during|around|by)* the?").regex
_TO_CLOCK = pattern("comma? (open|at|around|about|shortly|after|before)*").regex
_CLOCK_TO_DAY = pattern("time? close? comma? (on|of|in|local time|time)* the?").regex
_TO_DATE = pattern("comma? open? (on)? the?").regex
_OPEN = pattern("comma? (open|slash)").regex
_SPAN = pattern("(dash|to|through)").regex
_UNTIL = pattern("(until|and)").regex
_CLOSE = pattern("close").regex
_FROM = pattern("from").regex
_BETWEEN = pattern("between").regex
_NIGHT_OF = pattern("(of|on|from|between)? the?").regex


def join(pieces: list[Piece], codes: str) -> list[Piece]:
    """Return the pieces of a stretch of text with neighbours that tell one time made one."""
    done: list[Piece] = []
    for piece in pieces:
        current = piece
        while done and (merged := _merge(done[-1], current, codes)) is not None:
            done.pop()
            current = merged
        done.append(current)
    return done


def _merge(a: Piece, b: Piece, codes: str) -> Piece | None:
    gap = codes[a.last : b.first]
    if len(gap) > 4 or not isinstance(b.meaning, Point | Range):
        return None
    if (clocks := _clocks_on_day(a, b, gap)) is not None:
        return clocks
    if isinstance(a.meaning, Modifier):
        return None if gap else _modified(a, b)
    if isinstance(b.meaning, Range):
        return _night_of_range(a, b, gap)
    if not isinstance(a.meaning, Point):
        return None
    meaning = _point(a.meaning, b.meaning, gap)
    if meaning is not None:
        return Piece(a.first, _closed(gap, b.last, codes), meaning)
    return _range(a, b, gap, codes)


def _closed(gap: str, last: int, codes: str) -> int:
    """Return the end of a piece, past the bracket that closes one opened in the gap."""
    return last + 1 if _OPEN.search(gap) and _CLOSE.match(codes, last) else last


def _modified(a: Piece, b: Piece) -> Piece | None:
    """Early on Thursday, later on Friday."""
    assert isinstance(a.meaning, Modifier)  # noqa: S101
    if not isinstance(b.meaning, Point) or b.meaning.day is None or b.meaning.clock is not None:
        return None
    kind, point = a.meaning.kind, b.meaning
    if kind in ("early", "late"):
        if not is_one_day(point.day):
            return None
        early: Part = "early_hours" if kind == "early" else "night"
        point = replace(point, part=_sharper(early, point.part))
    return Piece(a.first, b.last, point)


def _sharper(a: Part | None, b: Part | None) -> Part | None:
    """Return what two parts told together say: "early" in the morning is before it."""
    if a is None or b is None:
        return a or b
    return "early_hours" if a == "early_hours" and b == "morning" else b


def is_one_day(day: Day | None) -> bool:
    """Tell whether words mean one day and not a longer stretch."""
    match day:
        case Weekday():
            return True
        case Calendar(day=number, stretch=None):
            return number is not None
        case Shift(unit=unit):
            return unit == "day"
        case None:
            return False
        case _:
            return True


def _point(a: Point, b: Point, gap: str) -> Point | None:
    """Return two points as one if each tells what the other leaves open."""
    if (dated := _same_day(a, b, gap)) is not None:
        return dated
    if a.clock is not None and b.clock is not None:
        return _two_clocks(a, b, gap)
    if a.day is not None and b.day is not None:
        return None
    if b.day is None and a.day is not None and not is_one_day(a.day):
        return None
    if a.day is None and b.day is not None and not is_one_day(b.day):
        return None
    return _complement(a, b, gap)


def _complement(a: Point, b: Point, gap: str) -> Point | None:
    if b.clock is not None:
        allowed = _TO_CLOCK
    elif a.clock is not None:
        allowed = _CLOCK_TO_DAY
    elif a.day is not None:
        allowed = _DAY_TO_PART
    else:
        allowed = _PART_TO_DAY
    if a.day is None and b.day is None and a.clock is None and b.clock is None:
        return None
    if not allowed.fullmatch(gap):
        return None
    return Point(day=a.day or b.day, part=_sharper(a.part, b.part), clock=a.clock or b.clock)


def _same_day(a: Point, b: Point, gap: str) -> Point | None:
    """Return a weekday and a date of the calendar as one day."""
    if a.clock is not None and b.clock is not None:
        return None
    if isinstance(a.day, Weekday) and isinstance(b.day, Calendar) and b.day.weekday is None:
        weekday, date, allowed = a.day, b.day, _TO_DATE
    elif isinstance(a.day, Calendar) and isinstance(b.day, Weekday) and a.day.weekday is None:
        weekday, date, allowed = b.day, a.day, _OPEN
    else:
        return None
    if date.day is None or weekday.which is not None or weekday.week_shift is not None or not allowed.fullmatch(gap):
        return None
    day = replace(date, weekday=weekday.weekday)
    return Point(day=day, part=_sharper(a.part, b.part), clock=a.clock or b.clock)


def _two_clocks(a: Point, b: Point, gap: str) -> Point | None:
    """Return local time with the same moment in UTC: "3 a.m. (0000 GMT)"."""
    if a.clock is None or b.clock is None or not _OPEN.fullmatch(gap) or (a.day is not None and b.day is not None):
        return None
    universal = [clock for clock in (a.clock, b.clock) if clock.zone in UTC_NAMES]
    local = [clock for clock in (a.clock, b.clock) if clock.zone not in UTC_NAMES]
    if len(universal) != 1 or len(local) != 1:
        return None
    minutes = universal[0].hour * 60 + (universal[0].minute or 0)
    clock: Clock = replace(local[0], utc=minutes)
    return Point(day=a.day or b.day, part=a.part or b.part, clock=clock)


def _range(a: Piece, b: Piece, gap: str, codes: str) -> Piece | None:
    """Return from one point to another of the same kind."""
    if not (isinstance(a.meaning, Point) and isinstance(b.meaning, Point)):
        return None
    before = codes[a.first - 1 : a.first] if a.first else ""
    started, between = _FROM.fullmatch(before), _BETWEEN.fullmatch(before)
    if not (_SPAN.fullmatch(gap) or (_UNTIL.fullmatch(gap) and (started or between))):
        return None
    if not _alike(a.meaning, b.meaning):
        return None
    first = a.first - 1 if started or between else a.first
    return Piece(first, b.last, Range(start=a.meaning, end=b.meaning))


def _alike(a: Point, b: Point) -> bool:
    if a.clock is not None and b.clock is not None:
        return b.day is None or a.day is not None
    if a.day is None or b.day is None or (a.clock is None) != (b.clock is None):
        return False
    if isinstance(a.day, Calendar) and isinstance(b.day, Calendar):
        if a.day.year is not None and b.day.year is not None and a.day.year > b.day.year:
            return False
        return (a.day.day is None) == (b.day.day is None) and (a.day.month is None) == (b.day.month is None)
    return is_one_day(a.day) == is_one_day(b.day)


def _clocks_on_day(a: Piece, b: Piece, gap: str) -> Piece | None:
    """Between 6 and 7 p.m. on Saturday; on Saturday, from 6 to 7 p.m."""
    match a.meaning, b.meaning:
        case Range(start=Point(day=None) as start, end=Point(day=None) as end), Point(day=day, clock=None) as point:
            allowed = _CLOCK_TO_DAY
        case Point(day=day, clock=None) as point, Range(start=Point(day=None) as start, end=Point(day=None) as end):
            allowed = _TO_CLOCK
        case _:
            return None
    if not is_one_day(day) or not allowed.fullmatch(gap):
        return None
    spans = Range(start=replace(start, day=day, part=point.part), end=replace(end, day=day, part=point.part))
    return Piece(a.first, b.last, spans)


def _night_of_range(a: Piece, b: Piece, gap: str) -> Piece | None:
    """Overnight from Friday to Saturday: the night that begins on the first day."""
    if not (isinstance(a.meaning, Point) and isinstance(b.meaning, Range)):
        return None
    point, nights = a.meaning, b.meaning
    if point.part not in ("night", "overnight") or point.day is not None or not _NIGHT_OF.fullmatch(gap):
        return None
    if nights.start.day is None or nights.start.clock is not None or not is_one_day(nights.start.day):
        return None
    return Piece(a.first, b.last, Point(day=nights.start.day, part=point.part))
