"""Rules for readings of the clock and parts of the day."""

from __future__ import annotations

from typing import Final

from dateline.extract.times.cues import COUNTED
from dateline.extract.times.expressions import Clock, Expression, Part, Point, Range
from dateline.extract.times.patterns import Reading, Rule, rule
from dateline.extract.times.vocabulary import NUMBERS, PARTS, TURNS

AMPM = "(ap:ampm|dot:a stop dot2:m stop?|dot:word stop dot2:m stop?)"
OFFSET = "(z:zone ((plus:plus|minus:dash) (oh:hour|oh:colon_clock))?)"
PLACE_TIME = "((pl:cap|pl:word|pl:zone|pl:new) (pl2:cap|pl2:word)? loc:local? time)"
ZONE = f"(comma? open? ({OFFSET}|{PLACE_TIME}|loc:local time?) close? time?)"
HOURS_PER_HALF_DAY = 12


def _clock(reading: Reading) -> Expression | None:
    """An hour with or without minutes, and the zone that is told with it."""
    read = _hour_minute(reading)
    if read is None or not _plain(reading):
        return None
    hour, minute = read
    half_day = _half_of_day(reading)
    if half_day is not None:
        if hour > HOURS_PER_HALF_DAY and half_day == "am" and hour != 24:
            return None
        hour = hour % 12 + 12 if half_day == "pm" and hour <= 12 else hour % 12 if hour == 12 else hour
    part = PARTS.get(reading.word("p") or "")
    if part is not None and half_day is None:
        hour, half_day = _by_part(hour, part), "told"
    if hour > 24 or (hour == 24 and minute):
        return None
    open_half = half_day is None and _zone(reading) is None and reading.has("h") and 1 <= hour <= 12
    return Point(clock=Clock(hour=hour % 24, minute=minute, zone=_zone(reading), half_day=open_half))


def _hour_minute(reading: Reading) -> tuple[int, int | None] | None:
    for label, mark in (("c", ":"), ("sc", ".")):
        if reading.has(label):
            hour, minute = reading.raw(label).split(mark)[:2]
            return int(hour), int(minute)
    if (raw := reading.raw("hm")) != "":
        return (int(raw[:-2]), int(raw[-2:])) if int(raw[-2:]) < 60 else None
    if reading.has("nw"):
        value = NUMBERS[reading.word("nw") or ""]
        return (value, None) if value <= HOURS_PER_HALF_DAY else None
    hours = reading.number("h")
    minutes = reading.number("mi")
    return None if hours is None else (hours, minutes if minutes is not None and minutes < 60 else None)


def _half_of_day(reading: Reading) -> str | None:
    if reading.has("dot"):
        letter = reading.word("dot") or ""
        return letter + "m" if letter in ("a", "p") else None
    return reading.word("ap")


def _plain(reading: Reading) -> bool:
    """Tell whether "a . m" is written as one abbreviation, and the place of "X time" is a name."""
    if reading.has("dot") and (reading.word("dot") not in ("a", "p") or not reading.touching("dot2")):
        return False
    return not reading.has("pl") or reading.raw("pl")[:1].isupper() or reading.has("loc")


def _by_part(hour: int, part: Part) -> int:
    if part in ("afternoon", "evening"):
        return hour + 12 if hour < 12 else hour
    if part == "night":
        return hour + 12 if 6 <= hour < 12 else hour % 12
    return hour


def _zone(reading: Reading) -> str | None:
    if reading.has("z"):
        zone = reading.word("z") or ""
        if not reading.has("oh"):
            return "gmt" if zone in ("z", "zulu") else zone
        return zone + ("+" if reading.has("plus") else "-") + reading.raw("oh")
    if reading.has("pl"):
        words = [word for label in ("pl", "pl2") if (word := reading.word(label)) is not None]
        return " ".join(words)
    return "local" if reading.has("loc") else None


def _bare_hhmm(reading: Reading) -> Expression | None:
    """Four figures after "at" are a clock, its colon lost: "at about 1330"."""
    before = 1
    while reading.before(before) in ("about", "around", "approximately"):
        before += 1
    return _clock(reading) if reading.before(before) == "at" and reading.after() not in COUNTED else None


def _half_past(reading: Reading) -> Expression | None:
    hour = reading.number("h") or NUMBERS.get(reading.word("nw") or "", 13)
    if hour > HOURS_PER_HALF_DAY:
        return None
    minute = {"half": 30, "past": 15, "to": 45}[reading.first("half", "to", "past") or "half"]
    hour = hour if not reading.has("to") else (hour - 2) % 12 + 1
    half_day = _half_of_day(reading)
    if half_day is not None:
        hour = hour % 12 + (12 if half_day == "pm" else 0)
    part = PARTS.get(reading.word("p") or "")
    if part is not None:
        hour = _by_part(hour, part)
    return Point(clock=Clock(hour=hour, minute=minute, zone=_zone(reading), half_day=half_day is None and part is None))


def _clocks(reading: Reading) -> Expression | None:
    """From one reading of the clock to another; what is told once holds for both."""
    end = _clock(reading)
    raw = reading.raw("fc") or reading.raw("fs").replace(".", ":") or _colon(reading.raw("fm")) or reading.raw("fh")
    hour, _, minute = raw.partition(":")
    if not isinstance(end, Point) or end.clock is None:
        return None
    half = reading.word("fap") or _half_of_day(reading)
    first = int(hour) % 12 + (12 if half == "pm" else 0) if half is not None and int(hour) <= 12 else int(hour)
    if not reading.has("fap") and half == "pm" and first > end.clock.hour:
        first -= 12
    start = Clock(hour=first % 24, minute=int(minute[:2]) if minute else None, zone=end.clock.zone)
    return Range(start=Point(clock=start), end=end)


def _colon(raw: str) -> str:
    return f"{raw[:2]}:{raw[2:]}" if raw else ""


def _twelve(reading: Reading) -> Expression:
    return Point(clock=Clock(hour=12 if reading.has("noon") else 0, zone=_zone(reading)))


def _part(reading: Reading) -> Expression:
    part = PARTS[reading.word("p") or ""]
    if reading.has("e") and part == "morning":
        part = "early_hours"
    return Point(part=part)


def _turn(reading: Reading) -> Expression | None:
    part = TURNS[reading.word("t") or ""]
    if reading.has("before"):
        return Point(part="early_hours") if part == "dawn" else None
    return Point(part=part)


def _small_hours(_: Reading) -> Expression:
    return Point(part="early_hours")


def _overnight(_: Reading) -> Expression:
    return Point(part="overnight")


RULES: Final[tuple[Rule, ...]] = (
    rule(
        f"(h:hour|c:colon_clock|sc:stop_clock|hm:hhmm|hm:hmm|nw:number) {AMPM} {ZONE}?",
        _clock,
        *("6:30 p.m.", "10 am", "1130 am", "6.30pm", "6:30 p.m. (Baghdad time)", "10 a.m. local time", "7pm ET"),
        *("4:15 a.m. GMT", "8 a.m. Kyiv time", "six p.m.", "9 p.m. New York time", "7 a.m", "3 p.m. Eastern time"),
    ),
    rule(f"c:colon_clock (hours|hrs)? {ZONE}?", _clock, "18:30", "18:30 GMT", "03:00 UTC+3", "18:30 (local time)"),
    rule(f"sc:stop_clock (hours|hrs)? {ZONE}", _clock, "18.30 GMT", "18.30 local time"),
    rule(f"hm:hhmm (hours|hrs) {ZONE}?", _clock, "0300 hours", "1830 hrs local time"),
    rule(f"hm:hhmm {ZONE}", _clock, "0300 GMT", "1830 local time", "0700Z"),
    rule(f"h:hour {ZONE}", _clock, "10 local time", "10 GMT"),
    rule("hm:hhmm_only", _bare_hhmm),
    rule("h:hour hrs mi:digits_two", _clock, "18h30"),
    rule(
        f"(h:hour|nw:number) oclock (in the p:part|at p:part)? {ZONE}?",
        _clock,
        "six o'clock in the morning",
        "5 o'clock",
    ),
    rule(
        f"(h:hour|nw:number|c:colon_clock|sc:stop_clock) (in the p:part|at p:part) {ZONE}?",
        _clock,
        "6 in the morning",
        "11:30 at night",
    ),
    rule(
        f"half:half past (h:hour|nw:number) {AMPM}? (in the p:part|at p:part)? {ZONE}?",
        _half_past,
        *("half past six", "half past six in the evening"),
    ),
    rule(f"a? quarter (past:past|to:to) (h:hour|nw:number) {AMPM}?", _half_past, "quarter past six", "a quarter to 7"),
    rule(
        f"(from|between)? (fh:hour|fc:colon_clock|fs:stop_clock|fm:hhmm) fap:ampm? (dash|to|and|until)"
        f" (h:hour|c:colon_clock|sc:stop_clock|hm:hhmm) {AMPM} {ZONE}?",
        _clocks,
        *("between 6 and 7 p.m.", "6-7 pm", "11 a.m. to 1 p.m. local time", "from 9:30 to 11 am"),
    ),
    rule(
        "(from|between)? (fc:colon_clock|fs:stop_clock|fm:hhmm) (dash|to|and|until)"
        f" (c:colon_clock|sc:stop_clock|hm:hhmm) {ZONE}",
        _clocks,
        *("between 11.30 and 12.00 local time", "0300-0500 GMT"),
    ),
    rule("(from|between) fc:colon_clock (dash|to|and|until) c:colon_clock", _clocks, "between 18:30 and 20:00"),
    rule(f"(noon:turn|midnight) {ZONE}", _twelve, "midnight GMT"),
    rule("midnight", _twelve, "midnight"),
    rule("the? ((e:early|l:late|mid) dash?)? p:part", _part, "the evening", "the early morning"),
    rule("the? (early|small) hours (of the part)?", _small_hours, "the early hours", "the small hours of the morning"),
    rule(
        "(before:before|before:early|before:pre dash)? t:turn", _turn, "dawn", "before dawn", "pre-dawn", "noon", "dusk"
    ),
    rule("overnight", _overnight, "overnight"),
)
