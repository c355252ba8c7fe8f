"""Rules for days told from another: weekdays, yesterday, last week, two days earlier."""

from __future__ import annotations

from typing import Final

from dateline.extract.times.expressions import Day, Expression, Origin, Part, Point, Shift, Unit, Weekday, Which
from dateline.extract.times.patterns import Meaning, Modifier, Reading, Rule, rule
from dateline.extract.times.vocabulary import NUMBERS, PARTS, PLURALS, UNITS, WEEKDAYS

QTY = "(q:count|a? v:vague of?|one:a)"
UNIT = "(u:anyunit|u:anyunits)"
AND_HALF = "(and a half:half)?"
BESIDE = "(ago:ago|back:earlier|back:before|on:later|on:after|from ahead:now)"
LONGEST = 10_000  # a count beyond it is no count of days or years

_COUNTS: Final = {"l": -1, "p": -1, "t": 0, "s": 0, "n": 1, "f": 1}
_WHICH: Final[dict[str | None, Which | None]] = {
    "l": "last",
    "p": "last",
    "t": "this",
    "n": "next",
    "f": "next",
    None: None,
}


def counted(reading: Reading) -> tuple[int | None, Unit] | None:
    """Return count and unit under the labels of QTY and UNIT, the count None if vague.

    Returns None if the number is no count at all.
    """
    unit, worth = _unit(reading)
    if reading.has("v"):
        return (2 if reading.word("v") == "couple" else None), unit
    if reading.has("one"):
        return worth, unit
    count = NUMBERS.get(reading.word("q") or "", reading.number("q"))
    return (count * worth, unit) if count is not None and count <= LONGEST else None


def _unit(reading: Reading) -> tuple[Unit, int]:
    word = reading.word("u") or ""
    unit = UNITS.get(word) or PLURALS.get(word) or "hour"
    return unit, 2 if word.startswith("fortnight") else 1


def _day(day: Day, part: Part | None = None) -> Point:
    return Point(day=day, part=part)


def _weekday(reading: Reading) -> Expression:
    which = _WHICH[reading.first("l", "p", "t", "n", "f")]
    shift = {"wl": -1, "wt": 0, "wn": 1, None: None}[reading.first("wl", "wt", "wn")]
    return _day(Weekday(weekday=WEEKDAYS[reading.word("w") or ""], which=which, week_shift=shift))


def _named_day(reading: Reading) -> Expression:
    count = {"b": -2, "a": 2, "l": -1, "n": 1, "t": 0}[reading.first("b", "a", "l", "n", "t") or "t"]
    part: Part | None = "night" if reading.word("t") == "tonight" else None
    return _day(Shift(count=count, unit="day", origin="publication"), part)


def _told(reading: Reading) -> Expression:
    """A day, a part of it or a longer period that is told by "last", "this" or "the previous"."""
    label = reading.first("l", "p", "t", "s", "n", "f")
    origin: Origin = "antecedent" if label in ("p", "s", "f") else "publication"
    count = _COUNTS[label] if label is not None else 0
    if (word := reading.word("part")) is not None:
        return _day(Shift(count=count, unit="day", origin=origin), PARTS[word])
    unit, _ = _unit(reading)
    return _day(Shift(count=count, unit=unit, origin=origin))


def _beside(reading: Reading) -> Expression | None:
    """The day before, the night after, two days later, an hour earlier, weeks ago."""
    sign = -1 if reading.first("ago", "back") else 1
    origin: Origin = "publication" if reading.first("ago", "ahead") else "antecedent"
    if (word := reading.word("part")) is not None:
        return _day(Shift(count=sign, unit="day", origin=origin), PARTS[word])
    found = counted(reading) if reading.first("q", "v", "one") else (1, _unit(reading)[0])
    if found is None:
        return None
    count, unit = found
    vague = count is None
    exact = origin == "antecedent" and not vague
    shift = Shift(
        count=sign * (count or 1), unit=unit, origin=origin, exact=exact, half=reading.has("half"), vague=vague
    )
    return _day(shift)


def _bare_units(reading: Reading) -> Expression:
    sign = -1 if reading.first("ago", "back") else 1
    origin: Origin = "publication" if reading.has("ago") else "antecedent"
    return _day(Shift(count=sign, unit=_unit(reading)[0], origin=origin, vague=True))


def _half_hour(reading: Reading) -> Expression | None:
    if reading.word("u") != "hour":
        return None
    sign = -1 if reading.first("ago", "back") else 1
    origin: Origin = "publication" if reading.first("ago", "ahead") else "antecedent"
    return _day(Shift(count=sign * 30, unit="minute", origin=origin))


def _modifier(reading: Reading) -> Meaning:
    return Modifier(reading.word("k") or "")


RULES: Final[tuple[Rule, ...]] = (
    rule(
        "(l:gone|t:present|n:ahead|the n:coming|(the|a)? p:previous|the f:following|that|the same)? w:full_weekday"
        " ((of|in)? (wl:gone|wt:present|wn:ahead) week_word)?",
        _weekday,
        *("Saturday", "last Friday", "next Monday", "this Tuesday", "the previous Wednesday", "Tuesday last week"),
        *("Thursdays", "Sunday of this week"),
    ),
    rule("(wl:gone|wt:present|wn:ahead) week_word on? w:full_weekday", _weekday, "last week on Tuesday"),
    rule(
        "(earlier|later)? (t:today|l:yesterday|n:tomorrow|t:tonight)",
        _named_day,
        *("today", "yesterday", "tomorrow", "earlier today", "tonight"),
    ),
    rule("the day_word b:before yesterday", _named_day, "the day before yesterday"),
    rule("the day_word a:after tomorrow", _named_day, "the day after tomorrow"),
    rule(
        "(earlier|later|early|late)? (l:gone|t:present) part:part",
        _told,
        *("last night", "this morning", "early this morning", "this afternoon", "late last night"),
    ),
    rule(
        "((later|earlier|late|early) on?)? (s:that|the s:same|the? p:previous|the f:following|the n:next) part:part",
        _told,
        *("that night", "the same evening", "the previous night", "the following morning", "later that night"),
    ),
    rule(
        "((earlier|later) in?)? (l:gone|t:present|n:ahead) u:period",
        _told,
        *("last week", "this year", "next month", "earlier this week", "later this month"),
    ),
    rule(
        "((later|earlier) (on|in)?)? (s:that|the? s:same|the p:previous|the f:following) (u:day_word|u:period)",
        _told,
        *("the previous day", "the following day", "that day", "the same day", "the following week"),
        *("later that day", "the previous year"),
    ),
    rule("the f:next u:day_word", _told, "the next day"),
    rule(
        "(the|l:gone|t:present|n:ahead|the p:previous|the f:following|s:that)? u:weekend",
        _told,
        *("the weekend", "last weekend", "next weekend", "this weekend"),
    ),
    rule(
        "the (u:day_word|u:period|part:part) (back:before|on:after|back:earlier)",
        _beside,
        *("the day before", "the night before", "the week before", "the day after", "the year before"),
    ),
    rule(
        f"{QTY} {UNIT} {AND_HALF} {BESIDE}",
        _beside,
        *("two days ago", "a week ago", "two days earlier", "three hours later", "a few days ago", "10 years ago"),
        *("one day after", "a day before", "a year and a half ago", "a couple of weeks ago"),
        *("several months earlier", "three days from now"),
    ),
    rule(f"half a u:unit {BESIDE}", _half_hour, "half an hour earlier"),
    rule(f"u:anyunits {BESIDE}", _bare_units, "hours later", "days earlier", "weeks ago", "minutes after"),
    rule("(earlier|later) (in|on) s:the u:day_word", _told, "earlier in the day", "later in the day"),
    rule("(k:early|k:late|k:earlier|k:later) (on|in)?", _modifier),
)
