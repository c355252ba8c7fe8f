"""Rules for windows of time, durations, what recurs, and feasts."""

from __future__ import annotations

from typing import Final

from dateline.extract.times.expressions import Duration, Expression, Part, Recurrent, Unit, Window
from dateline.extract.times.patterns import Reading, Rule, rule
from dateline.extract.times.relative import AND_HALF, QTY, UNIT, counted
from dateline.extract.times.vocabulary import PARTS, PLURALS, UNITS, WEEKDAYS

_EVERY: Final[dict[str, Unit]] = {
    "daily": "day",
    "nightly": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
}


def _window(reading: Reading) -> Expression | None:
    found = counted(reading) if reading.first("q", "v", "one") else (1 if reading.has("u1") else None, _unit(reading))
    if found is None:
        return None
    count, unit = found
    return Window(
        count=count, unit=unit, future=reading.has("n"), origin="antecedent" if reading.has("p") else "publication"
    )


def _unit(reading: Reading) -> Unit:
    word = reading.word("u1") or reading.word("u") or ""
    return UNITS.get(word) or PLURALS.get(word) or "hour"


def _duration(reading: Reading) -> Expression | None:
    found = counted(reading) if reading.first("q", "v", "one") else (None, _unit(reading))
    return None if found is None else Duration(count=found[0], unit=found[1], half=reading.has("half"))


def _recurrent(reading: Reading) -> Expression | None:
    if (word := reading.word("d")) is not None:
        return Recurrent(unit=_EVERY[word])
    part: Part | None = PARTS.get(reading.word("part") or "")
    if (day := reading.word("w")) is not None:
        return Recurrent(unit="week", weekday=WEEKDAYS[day], part=part)
    if part is not None:
        return Recurrent(unit="day", part=part)
    found = counted(reading) if reading.has("q") else (2 if reading.has("other") else 1, _unit(reading))
    return None if found is None or found[0] is None else Recurrent(unit=found[1], count=found[0])


RULES: Final[tuple[Rule, ...]] = (
    rule(
        f"(the|these)? (gone|n:ahead|p:previous|n:following) {QTY} {UNIT}".replace("(the|these)?", "the?"),
        _window,
        *("the past 24 hours", "the last three days", "the next two days", "the past few weeks", "past two years"),
    ),
    rule(
        "the (gone|n:ahead) (u1:anyunit|u:units|u:hours)", _window, "the past week", "the past year", "the last month"
    ),
    rule("the? (recent|n:coming|past) (u:units|u:hours)", _window, "recent days", "recent weeks", "the coming weeks"),
    rule(
        f"(q:count|a? v:vague of?) {UNIT} {AND_HALF}",
        _duration,
        "two hours",
        "three days",
        "several months",
        "a few weeks",
    ),
    rule(
        f"for (one:a (u:unit|u:day_word|u:period) {AND_HALF}|u:units|u:hours)",
        _duration,
        "for a week",
        "for hours",
        "for a year and a half",
    ),
    rule("half a u:unit", _duration, "half an hour"),
    rule(
        "every (q:count|other:other)? (w:full_weekday|u:anyunit|u:anyunits) part:part?",
        _recurrent,
        *("every Friday", "every day", "every two weeks", "every other day", "each Friday night"),
    ),
    rule("every part:part", _recurrent, "every night"),
    rule("(d:daily|d:weekly|d:monthly|d:nightly|d:yearly)", _recurrent, "daily", "weekly"),
)
