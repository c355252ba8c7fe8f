"""Rules for feasts and fasts that news dates events by."""

from __future__ import annotations

from typing import Final

from dateline.extract.times.calendar import YEAR
from dateline.extract.times.expressions import Calendar, Expression, Holiday, Point, Which
from dateline.extract.times.patterns import Reading, Rule, rule
from dateline.extract.times.vocabulary import MONTHS, ORDINALS, WEEKDAYS

DAY_OF = "(the? (o:ordinal|o:second|last) day_word of)?"
TOLD = "(g:gone|p:present|n:ahead)?"
_SPELLINGS: Final = dict.fromkeys("nowruz newroz norouz noruz navroz".split(), "nowruz")
_SINGLE: Final = {
    name: name for name in "ramadan ashura arbaeen passover sukkot hanukkah thanksgiving".split()
} | _SPELLINGS
_WHICH: Final[dict[str | None, Which | None]] = {"g": "last", "p": "this", "n": "next", None: None}


def _feast(reading: Reading) -> Expression | None:
    """A feast by its name, with the day of it and the year that are told."""
    name = _name(reading)
    if name is None:
        return None
    ordinal = ORDINALS[word] if (word := reading.word("o")) is not None else None
    shift = {"yl": -1, "yt": 0, "yn": 1, None: None}[reading.first("yl", "yt", "yn")]
    which = _WHICH[reading.first("g", "p", "n")]
    return Point(day=Holiday(name=name, year=reading.number("y"), year_shift=shift, day=ordinal, which=which))


def _name(reading: Reading) -> str | None:
    if (word := reading.word("f")) is not None:
        return _SINGLE[word]
    if (eid := reading.word("e")) is not None:
        return f"eid_al_{eid}"
    if (weekday := reading.word("w")) is not None:
        return _easter_day(reading, WEEKDAYS[weekday])
    label = reading.first("christmas", "newyear", "easter", "yom", "rosh", "bastille") or ""
    name = {"newyear": "new_year", "yom": "yom_kippur", "rosh": "rosh_hashanah", "bastille": "bastille_day"}.get(
        label, label
    )
    name = f"orthodox_{name}" if reading.has("orthodox") else name
    return f"{name}_eve" if reading.has("eve") else name


def _easter_day(reading: Reading, weekday: int) -> str | None:
    if reading.has("good"):
        return {("good", 4): "good_friday", ("palm", 6): "palm_sunday"}.get((reading.word("good") or "", weekday))
    name = {6: "easter", 0: "easter_monday"}.get(weekday)
    return f"orthodox_{name}" if name is not None and reading.has("orthodox") else name


def _may_day(reading: Reading) -> Expression | None:
    if MONTHS[reading.word("m") or ""] != 5 or not reading.raw("d")[:1].isupper():
        return None
    return Point(day=Calendar(month=5, day=1, year=reading.number("y")))


def _september_11(reading: Reading) -> Expression | None:
    return (
        Point(day=Calendar(year=2001, month=9, day=11)) if (reading.raw("a"), reading.raw("b")) == ("9", "11") else None
    )


RULES: Final[tuple[Rule, ...]] = (
    rule(
        f"{DAY_OF} {TOLD} f:feast {YEAR}",
        _feast,
        *("Ramadan", "Ramadan 2014", "Nowruz", "Ramadan last year", "the first day of Ramadan", "last Ramadan"),
    ),
    rule(f"{DAY_OF} {TOLD} eid al dash? e:eid_name {YEAR}", _feast, "Eid al-Fitr", "the second day of Eid al-Adha"),
    rule(
        f"{TOLD} orthodox:orthodox? christmas:christmas (eve:eve|day_word)? {YEAR}",
        _feast,
        *("Christmas Eve", "Christmas Day", "Orthodox Christmas", "Christmas 2015", "last Christmas"),
    ),
    rule(
        f"newyear:new year_word possessive? (eve:eve|day_word) {YEAR}", _feast, "New Year's Eve", "New Year's Day 2016"
    ),
    rule(f"{TOLD} orthodox:orthodox? easter:easter {YEAR}", _feast, "Easter 2019", "Orthodox Easter"),
    rule(f"orthodox:orthodox? easter w:full_weekday {YEAR}", _feast, "Easter Sunday", "Easter Monday 2016"),
    rule(f"good:good w:full_weekday {YEAR}", _feast, "Good Friday", "Palm Sunday 2017"),
    rule(f"yom:yom kippur {YEAR}", _feast, "Yom Kippur"),
    rule(f"rosh:rosh hashanah {YEAR}", _feast, "Rosh Hashanah 2023"),
    rule(f"bastille:bastille day_word {YEAR}", _feast, "Bastille Day"),
    rule(f"m:shy_month d:day_word {YEAR}", _may_day, "May Day"),
    rule("a:n12 slash b:n12", _september_11, "9/11"),
)
