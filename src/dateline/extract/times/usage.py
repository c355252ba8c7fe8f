"""How the words around a time expression use it: since when, of what, how surely."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.times.context import NOUNLIKE, NUMERALS, Place
from dateline.extract.times.cues import FUNCTION_WORDS
from dateline.extract.times.expressions import (
    Clock,
    Duration,
    Expression,
    Hedge,
    Point,
    Recurrent,
    Relation,
    Shift,
    Window,
)
from dateline.extract.times.patterns import CODE, pattern

_DETERMINERS: Final = frozenset("the a an this these those its his her their our another".split())
_HEDGES: Final[tuple[tuple[str, Hedge], ...]] = (
    ("(around|about)+ (the)?", "about"),
    ("shortly after", "after"),
    ("shortly before", "before"),
    ("more than", "at_least"),
)
_HEDGED_BY: Final = tuple((pattern(text).regex, hedge) for text, hedge in _HEDGES)
_RELATIONS: Final[dict[str, Relation]] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "til": "until",
    "through": "until",
    "by": "by",
    "before": "before",
    "after": "after",
    "following": "after",
}


def relation(place: Place) -> Relation | None:
    """Return how the words before an expression use it: "since", "until", "by"."""
    at = 1
    while place.before(at) in (CODE["the"], CODE["early"], CODE["late"], CODE["around"], CODE["about"], CODE["at"]):
        at += 1
    word = place.word_before(at)
    if word == "to" and place.word_before(at + 1) in ("prior", "up"):
        return "before" if place.word_before(at + 1) == "prior" else "until"
    if word == "of" and place.word_before(at + 1) == "ahead":
        return "before"
    if word == "from" and place.word_after() in ("onward", "onwards"):
        return "since"
    return _RELATIONS.get(word)


def attributive(expression: Expression, place: Place) -> bool:
    """Tell whether an expression stands before the noun it dates: "Saturday's attack", "the October 7 attack"."""
    if isinstance(expression, Duration | Recurrent):
        return False
    after = place.after()
    if after == CODE["possessive"]:
        return True
    if after not in NOUNLIKE or place.word_after() in FUNCTION_WORDS:
        return False
    if _plural_day(place):
        return True
    return place.token(place.last).tag in ("NOUN", "PROPN", "ADJ", "X") and place.word_before() in _DETERMINERS


def _plural_day(place: Place) -> bool:
    """Tell whether an apostrophe may be lost: "Thursdays attack"."""
    word = place.token(place.last - 1).folded
    return word.endswith("days") and place.codes[place.last - 1] == CODE["full_weekday"] and place.word_before() != "on"


def hedged(expression: Expression, place: Place) -> tuple[int, Hedge | None]:
    """Return where an expression begins with its hedge, and the hedge."""
    if isinstance(expression, Recurrent):
        return place.first, None
    for regex, hedge in _HEDGED_BY:
        start = _ending_at(regex, place)
        if start is not None and (hedge != "about" or _may_be_about(expression, place)):
            less = hedge == "at_least" and place.token(start).folded != "more"
            return start, "at_most" if less else hedge
    return place.first, None


def _ending_at(regex: re.Pattern[str], place: Place) -> int | None:
    """Return where words begin that a pattern matches up to an expression, or None."""
    for length in (3, 2, 1):
        start = place.first - length
        if start >= 0 and regex.fullmatch(place.codes, start, place.first):
            return start
    return None


def _may_be_about(expression: Expression, place: Place) -> bool:
    """Tell whether "about" can hedge it: "a story about Saturday" is no hedge."""
    if place.codes[place.first - 1] != CODE["about"]:
        return True
    match expression:
        case Point(clock=Clock()) | Duration() | Window():
            return True
        case Point(day=Shift(count=count)):
            return count is not None and place.codes[place.first] in NUMERALS | {CODE["number"], CODE["a"]}
        case _:
            return False
