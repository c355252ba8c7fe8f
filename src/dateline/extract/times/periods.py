"""Rules for years and their parts, decades, seasons, and the edges of this week, month or year."""

from __future__ import annotations

from typing import Final

from dateline.extract.times.calendar import EDGE, NTH, STRETCH, half_told, stretch, year_shift
from dateline.extract.times.expressions import Calendar, Expression, Point, Range, Shift, Which
from dateline.extract.times.patterns import Reading, Rule, rule
from dateline.extract.times.vocabulary import NUMBERS, ORDINALS, SEASONS, UNITS

YEAR_OR_TOLD = "(y:year|(yl:gone|yt:present|yn:ahead) year_word)"


def _year_of(reading: Reading) -> Expression | None:
    """A year, or a half, a quarter or a stretch of it, or a decade."""
    number = ORDINALS[word] if (word := reading.word("o")) is not None else -1 if reading.has("wl") else None
    if number is not None and number > 4:
        return None
    if reading.has("ds") and not (reading.touching("ds") and (reading.number("y") or 1) % 10 == 0):
        return None
    found = Calendar(
        year=reading.number("y"),
        year_shift=year_shift(reading),
        stretch=stretch(reading),
        half=half_told(reading, number),
        quarter=(4 if number == -1 else number) if reading.has("q") else None,
        decade=reading.has("ds"),
    )
    return Point(day=found)


def _years(reading: Reading) -> Expression | None:
    first, last = reading.number("y") or 0, reading.number("y2")
    if last is None:
        if len(reading.raw("yy")) != 2:
            return None
        last = first // 100 * 100 + (reading.number("yy") or 0)
    if not first < last <= first + 100:
        return None
    return Range(start=Point(day=Calendar(year=first)), end=Point(day=Calendar(year=last)))


def _months_of_year(reading: Reading) -> Expression | None:
    """The first or the last months of a year."""
    count = NUMBERS.get(reading.word("k") or "", reading.number("k"))
    known = reading.word("u") == "months" and (reading.has("wl") or reading.word("o") == "first")
    if count is None or not known or not 2 <= count <= 11:
        return None
    first, last = (13 - count, 12) if reading.has("wl") else (1, count)
    year, shift = reading.number("y"), year_shift(reading)
    start = Calendar(year=year, month=first, year_shift=shift)
    end = Calendar(year=year, month=last, year_shift=shift)
    return Range(start=Point(day=start), end=Point(day=end))


def _season(reading: Reading) -> Expression | None:
    which: dict[str | None, Which | None] = {"g": "last", "p": "this", "n": "next", None: None}
    if reading.has("y") or reading.first("yl", "yt", "yn") or reading.first("g", "p", "n", "t"):
        found = Calendar(
            year=reading.number("y"),
            year_shift=year_shift(reading),
            season=SEASONS[reading.word("s") or ""],
            which=which[reading.first("g", "p", "n")],
        )
        return Point(day=found)
    return None


def _edge_of_period(reading: Reading) -> Expression | None:
    """The beginning, middle or end of this, the last or the next week, month or year."""
    count = {"yl": -1, "yt": 0, "yn": 1}[reading.first("yl", "yt", "yn") or "yt"]
    unit = UNITS[reading.word("u") or ""]
    return Point(day=Shift(count=count, unit=unit, origin="publication", stretch=stretch(reading)))


RULES: Final[tuple[Rule, ...]] = (
    rule("y:year", _year_of, "2017"),
    rule("the year_word y:year", _year_of, "the year 2017"),
    rule("the? y:year ds:s", _year_of, "the 1980s", "2010s"),
    rule(
        f"the? {STRETCH} dash? (in)? the? y:year ds:s?",
        _year_of,
        "late 2022",
        "mid-2015",
        "early 1990s",
        "early in 2014",
    ),
    rule(f"{EDGE} of y:year", _year_of, "the end of 2016", "the beginning of 2011"),
    rule(
        f"{NTH} h:half of {YEAR_OR_TOLD}",
        _year_of,
        "the first half of 2015",
        "the second half of last year",
    ),
    rule(
        f"{NTH} q:quarter of {YEAR_OR_TOLD}",
        _year_of,
        "the first quarter of 2015",
        "the last quarter of last year",
    ),
    rule("(from|between)? y:year dash (y2:year|yy:digits_two)", _years, "2014-2016", "2014–16"),
    rule(
        f"the? (early|mid|late)? dash? s:season (of|comma)? {YEAR_OR_TOLD}",
        _season,
        "autumn 2023",
        "the summer of 2012",
        "the spring of last year",
        "late summer 2014",
    ),
    rule("(g:gone|p:present|n:ahead) s:season", _season, "last summer", "this spring", "next winter"),
    rule("t:the s:season ((of|comma)? y:year)?", _season, "the summer", "the summer of 2012"),
    rule(
        f"the (o:ordinal|wl:last) k:count u:units of {YEAR_OR_TOLD}",
        _months_of_year,
        "the first six months of 2016",
        "the last three months of 2014",
    ),
    rule(
        f"{EDGE} of the? (yl:gone|yt:present|yn:ahead)? u:period",
        _edge_of_period,
        "the end of last year",
        "the beginning of this month",
        "the end of the week",
    ),
    rule(
        f"{STRETCH} (in)? (yl:gone|yt:present|yn:ahead) u:period",
        _edge_of_period,
        "early last month",
        "late last year",
        "early this week",
        "late next month",
    ),
)
