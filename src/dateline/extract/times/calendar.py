"""Rules for days and months of the calendar, the parts of a month, and spans of days."""

from __future__ import annotations

from typing import Final

from dateline.extract.times.cues import COUNTED
from dateline.extract.times.expressions import Calendar, Clock, Expression, Point, Range, Stretch, Which
from dateline.extract.times.patterns import Reading, Rule, rule
from dateline.extract.times.vocabulary import MONTHS, ORDINALS, SHORT_WEEKDAYS, WEEKDAYS

YEAR = "(comma? of? y:year | comma? (of|in)? (yl:gone|yt:present|yn:ahead) year_word)?"
STRETCH = "(e:early|i:mid|l:late)"
EDGE = "the? (e:start|i:middle|l:end)"
NTH = "the? (o:nth|wl:last)"
TO = "(dash|to|and|until|through|or)"


def _weekday(reading: Reading) -> int | None:
    word = reading.word("wd")
    return None if word is None else WEEKDAYS.get(word, SHORT_WEEKDAYS.get(word))


def year_shift(reading: Reading) -> int | None:
    """Return how many years from the publication the words of YEAR tell, or None."""
    return {"yl": -1, "yt": 0, "yn": 1, None: None}[reading.first("yl", "yt", "yn")]


def stretch(reading: Reading) -> Stretch | None:
    """Return the part of a month or a year under the labels of STRETCH or EDGE, or None."""
    stretches: dict[str | None, Stretch | None] = {"e": "early", "i": "mid", "l": "late", None: None}
    return stretches[reading.first("e", "i", "l")]


def _month(reading: Reading, label: str = "m") -> int | None:
    return MONTHS[word] if (word := reading.word(label)) is not None else None


def _valid(day: int | None, month: int | None) -> bool:
    return day is None or (
        1 <= day <= 31 and (month is None or day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1])
    )


def _date(reading: Reading) -> Expression | None:
    """A day of a month, with as much of year and weekday as is told."""
    day, month, year = reading.number("d"), _month(reading), reading.number("y")
    if reading.has("o"):
        day = ORDINALS[reading.word("o") or ""]
    if reading.has("dy"):
        glued = reading.raw("dy").replace(",", "")
        day, year = int(glued[:-4]), int(glued[-4:])
    if not _valid(day, month) or _counts(reading):
        return None
    found = Calendar(year=year, month=month, day=day, weekday=_weekday(reading), year_shift=year_shift(reading))
    return Point(day=found)


def _counts(reading: Reading) -> bool:
    """Tell whether the number counts what follows: "In October 20 people were killed"."""
    return reading.before() in ("in", "since") and reading.raw("y") == "" and reading.after() in COUNTED


def _days(reading: Reading) -> Expression | None:
    """Two days of one month or of two."""
    first, last = reading.number("d"), reading.number("d2")
    month, month_2 = _month(reading), _month(reading, "m2")
    year, shift = reading.number("y"), year_shift(reading)
    if first is None or last is None or not (_valid(first, month) and _valid(last, month_2 or month)):
        return None
    if month_2 is None and last <= first:
        return None
    start = Calendar(year=year, month=month, day=first, year_shift=shift)
    end = Calendar(year=year, month=month_2 or month, day=last, year_shift=shift)
    return Range(start=Point(day=start), end=Point(day=end))


def _figures(reading: Reading) -> Expression | None:
    """A date in figures alone: year first, else day first unless that cannot be."""
    if reading.has("dd"):
        day, month, year = (int(part) for part in reading.raw("dd").split("."))
    else:
        day, month = reading.number("d") or 0, reading.number("m2") or 0
        year = reading.number("y") or 2000 + (reading.number("yy") or 0)
    if reading.has("yy") and len(reading.raw("yy")) != 2:
        return None
    swapped = month > 12 >= day and not reading.has("iso")
    if swapped:
        day, month = month, day
    if not (1 <= month <= 12 and day >= 1 and _valid(day, month)):
        return None
    ambiguous = not reading.has("iso") and not swapped and day <= 12 and day != month
    return Point(day=Calendar(year=year, month=month, day=day, ambiguous=ambiguous), clock=_stamp(reading))


def _iso(reading: Reading) -> Expression | None:
    day, month, year = reading.number("d") or 0, reading.number("m2") or 0, reading.number("y")
    if not (1 <= month <= 12 and day >= 1 and _valid(day, month)):
        return None
    return Point(day=Calendar(year=year, month=month, day=day), clock=_stamp(reading))


def _stamp(reading: Reading) -> Clock | None:
    if not reading.has("c"):
        return None
    hour, minute = (int(part) for part in reading.raw("c").split(":")[:2])
    zone = reading.word("z")
    if reading.has("oc"):
        zone = "gmt" + ("+" if reading.has("plus") else "-") + reading.raw("oc")
    return Clock(hour=hour, minute=minute, zone=zone)


def half_told(reading: Reading, number: int | None) -> int | None:
    """Return which half the words tell, or None if they tell no half."""
    if not reading.has("h") or number is None:
        return None
    return 2 if number != 1 else 1


def _month_of(reading: Reading) -> Expression | None:
    """A month, or a stretch or a week of it."""
    which: dict[str | None, Which | None] = {"g": "last", "p": "this", "n": "next", None: None}
    week = ORDINALS[word] if (word := reading.word("o")) is not None else -1 if reading.has("wl") else None
    if week is not None and week > 5:
        return None
    found = Calendar(
        year=reading.number("y"),
        month=_month(reading),
        year_shift=year_shift(reading),
        which=which[reading.first("g", "p", "n")],
        stretch=stretch(reading),
        week=None if reading.has("h") else week,
        half=half_told(reading, week),
    )
    return Point(day=found)


RULES: Final[tuple[Rule, ...]] = (
    rule(
        f"(wd:weekday comma?)? the? d:dom th? of? m:month {YEAR}",
        _date,
        "20 January 2024",
        "20 Jan",
        "Fri 12 Sep 2014",
        "the 20th of January",
        "20th January, 2024",
        "Saturday 20 January",
        "Sunday, 3 May 2015",
        "10 June last year",
        "5th of May this year",
    ),
    rule(
        f"(wd:weekday comma?)? m:month the? d:dom th? {YEAR}",
        _date,
        "Jan. 20",
        "January 20, 2024",
        "January 20 2024",
        "Saturday, Jan. 20th",
        "Dec.14th",
        "Nov. 6, 2016",
        "Wed. Apr. 5, 2017",
        "August 3 last year",
    ),
    rule("(wd:weekday comma?)? m:month dy:day_year", _date, "January 20,2024", "Aug 142016"),
    rule(f"the? o:nth of m:month {YEAR}", _date, "the first of May", "the second of June 2016"),
    rule("(wd:weekday comma?)? the d:dom th", _date, "the 20th", "Saturday the 20th", "the 3rd"),
    rule(
        "y:year dash m2:dom dash d:dom (t? c:colon_clock (z:zone|(plus:plus|dash) oc:colon_clock)?)?",
        _iso,
        "2024-01-20",
        "2024-01-20 18:30",
        "2024-01-20T18:30:00Z",
        "2024-01-20T18:30:00+03:00",
    ),
    rule("y:year slash m2:dom slash d:dom", _iso, "2024/01/20"),
    rule("d:dom slash m2:dom slash y:year", _figures, "20/01/2024", "1/20/2024"),
    rule("d:dom slash m2:dom slash yy:digits_two", _figures, "20/01/24"),
    rule("d:dom dash m2:dom dash y:year", _figures, "20-01-2024"),
    rule("d:dom dash m:month dash y:year", _date, "20-Jan-2024"),
    rule("dd:dot_date", _figures, "20.01.2024"),
    rule(
        f"(from|between)? the? d:dom th? {TO} the? d2:dom th? of? m:month {YEAR}",
        _days,
        "3 and 5 May",
        "between 3 and 5 May",
        "7-9 October 2023",
        "3rd to 5th of May",
        "21 and 26 of September",
    ),
    rule(
        f"(from|between)? m:month d:dom th? {TO} d2:dom th? {YEAR}",
        _days,
        "October 7–9",
        "May 15-24",
        "between May 3 and 5, 2016",
        "December 11 and 12 2016",
    ),
    rule(
        f"(from|between)? m:month d:dom th? {TO} m2:month d2:dom th? {YEAR}",
        _days,
        "Sept. 28 to Oct. 2, 2015",
        "between May 30 and June 2",
    ),
    rule(
        f"(from|between)? d:dom th? of? m:month {TO} d2:dom th? of? m2:month {YEAR}",
        _days,
        "28 September to 2 October 2015",
    ),
    rule(
        f"(g:gone|p:present|n:ahead)? m:month {YEAR}",
        _month_of,
        "October 2023",
        "October, 2023",
        "August last year",
        "last July",
        "March of this year",
        "August of 2013",
    ),
    rule(
        f"the? {STRETCH} dash? (in|on)? m:month {YEAR}",
        _month_of,
        "mid-October",
        "early March",
        "late Sept. 2016",
        "early in September 2013",
        "late May last year",
    ),
    rule(f"{EDGE} of m:month {YEAR}", _month_of, "the end of May", "the middle of June 2015", "the beginning of April"),
    rule(f"the month_word of m:month {YEAR}", _month_of, "the month of May", "the month of June 2014"),
    rule(
        f"{NTH} week_word (of|in) m:month {YEAR}",
        _month_of,
        "the first week of June",
        "the last week of September 2016",
    ),
    rule(f"{NTH} h:half of m:month {YEAR}", _month_of, "the first half of June", "the second half of May 2015"),
)
