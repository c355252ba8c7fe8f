"""What time words mean before they are anchored: frozen values, with nothing resolved."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Unit = Literal["second", "minute", "hour", "day", "weekend", "week", "month", "season", "year", "decade"]
Origin = Literal["publication", "antecedent"]
Which = Literal["last", "this", "next"]
Stretch = Literal["early", "mid", "late"]
Part = Literal["early_hours", "dawn", "morning", "noon", "afternoon", "evening", "night", "overnight"]
Relation = Literal["since", "until", "by", "before", "after"]
Hedge = Literal["about", "after", "before", "at_least", "at_most"]


class Calendar(Struct, frozen=True, kw_only=True):
    """A date of the calendar as far as it is told, or a stretch of a month or a year.

    `year_shift` counts years from the publication ("August last year" is -1). `week` is a week of the
    month from 1, or -1 for its last. `season` is a quarter of the year from spring 1 to winter 4; `half`
    and `quarter` cut the month or year that is told.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    year_shift: int | None = None
    which: Which | None = None
    stretch: Stretch | None = None
    week: int | None = None
    season: int | None = None
    half: int | None = None
    quarter: int | None = None
    decade: bool = False
    ambiguous: bool = False  # day and month in figures could be exchanged


class Weekday(Struct, frozen=True, kw_only=True):
    """A day of the week; `week_shift` tells its week where the words do ("Tuesday last week" is -1)."""

    weekday: int  # Monday is 0
    which: Which | None = None
    week_shift: int | None = None


class Holiday(Struct, frozen=True, kw_only=True):
    """A feast or a fast by its key in the calendar of feasts; `day` is one of its days from 1."""

    name: str
    year: int | None = None
    year_shift: int | None = None
    day: int | None = None
    which: Which | None = None


class Shift(Struct, frozen=True, kw_only=True):
    """So many units from the publication or from the time told before; no count is "days later"."""

    count: int | None
    unit: Unit
    origin: Origin
    exact: bool = False  # to the day: "a week after" it, not "last week"
    half: bool = False  # half a unit more
    vague: bool = False  # "a few days ago"
    stretch: Stretch | None = None  # "late last month"


Day = Calendar | Weekday | Holiday | Shift


class Clock(Struct, frozen=True, kw_only=True):
    """A reading of the clock; `zone` is the folded name as told ("baghdad", "gmt", "gmt+3", "local").

    `utc` is the same moment in minutes after midnight UTC, where the words give both.
    """

    hour: int
    minute: int | None = None
    zone: str | None = None
    utc: int | None = None
    half_day: bool = False  # an hour of 1 to 12 without a.m. or p.m.


class Point(Struct, frozen=True, kw_only=True):
    """A day, a part of it, a reading of the clock: what is told of them, at least one."""

    day: Day | None = None
    part: Part | None = None
    clock: Clock | None = None


class Range(Struct, frozen=True, kw_only=True):
    """From one point to another, both told."""

    start: Point
    end: Point


class Window(Struct, frozen=True, kw_only=True):
    """So many units up to the publication, or from it on; no count is "recent days"."""

    count: int | None
    unit: Unit
    future: bool = False
    origin: Origin = "publication"


class Duration(Struct, frozen=True, kw_only=True):
    """How long, not when; no count is "for hours"."""

    count: int | None
    unit: Unit
    half: bool = False


class Recurrent(Struct, frozen=True, kw_only=True):
    """What comes again: every so many units, or on one day of the week."""

    unit: Unit
    count: int = 1
    weekday: int | None = None
    part: Part | None = None


Expression = Point | Range | Window | Duration | Recurrent


class TimeMention(Struct, frozen=True, kw_only=True):
    """A time expression at tokens [first, last).

    `relation` is how the words around it use it ("since mid-October"); `attributive` that it stands
    before a noun ("Saturday's attack"); `hedge` how surely it is told ("about 6:30 p.m.").
    """

    first: int
    last: int
    expression: Expression
    relation: Relation | None = None
    attributive: bool = False
    hedge: Hedge | None = None
