"""Whether words that look like a time are one, by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dateline.extract.document import Token
from dateline.extract.times.cues import (
    COUNTED,
    CUES,
    DATE_NAMES,
    DAY_NICKNAMES,
    FUNCTION_WORDS,
    NO_YEAR_AFTER,
    PAPER_NAMES,
)
from dateline.extract.times.expressions import (
    Calendar,
    Clock,
    Duration,
    Expression,
    Holiday,
    Point,
    Range,
    Recurrent,
    Shift,
    Weekday,
)
from dateline.extract.times.patterns import CODE
from dateline.extract.times.vocabulary import MONTHS, SHY_MONTHS, UNIONS

_CUES: Final = frozenset(CODE[name] for name in CUES.split())
_PART_CUES: Final = frozenset(
    CODE[name] for name in "in at by during before after since until around about early late mid from the".split()
)
_CLOCK_CUES: Final = frozenset(
    CODE[name] for name in "at by before after since until around about from between to open shortly comma".split()
)
NUMERALS: Final = frozenset(CODE[name] for name in "n12 n24 n31 n99 n year hhmm_only".split())
NOUNLIKE: Final = frozenset(CODE[name] for name in ("word", "cap"))
_MONEY: Final = frozenset("$€£¥#№")


class Place(NamedTuple):
    """Tokens [first, last) of an expression, among the tokens and class characters of its stretch of text."""

    tokens: Sequence[Token]
    codes: str
    offset: int  # token index of the first class character
    first: int  # in class characters, as is last
    last: int

    def before(self, distance: int = 1) -> str:
        """Return the class so many words before, or nothing at the edge."""
        at = self.first - distance
        return self.codes[at] if at >= 0 else ""

    def after(self) -> str:
        """Return the class of the next word, or nothing at the edge."""
        return self.codes[self.last] if self.last < len(self.codes) else ""

    def word_before(self, distance: int = 1) -> str:
        """Return the folded word so many words before, or nothing."""
        at = self.first - distance
        return self.tokens[self.offset + at].folded if at >= 0 else ""

    def word_after(self) -> str:
        """Return the next folded word, or nothing."""
        return self.tokens[self.offset + self.last].folded if self.last < len(self.codes) else ""

    def token(self, at: int) -> Token:
        """Return the token at a class character."""
        return self.tokens[self.offset + at]


def credible(expression: Expression, place: Place) -> bool:
    """Tell whether words that look like a time are one here."""
    if place.first and place.token(place.first - 1).text[-1:] in _MONEY:
        return False
    match expression:
        case Point(day=None, part=None, clock=Clock() as clock):
            return _credible_clock(clock, place)
        case Point(day=None, clock=None):
            return _credible_part(place)
        case Point(day=day):
            return _credible_day(day, place)
        case Range(start=Point(day=Calendar() as day)) if day.month is not None:
            return not _names_something(place)
        case Duration():
            return _credible_duration(place)
        case Recurrent(weekday=None, part=None, count=1):
            return _credible_recurrent(place)
        case _:
            return True


def _credible_clock(clock: Clock, place: Place) -> bool:
    """A clock of two numbers and a colon may be a score or a verse unless something says clock."""
    if place.last - place.first > 1 or place.codes[place.first] == CODE["midnight"] or clock.zone is not None:
        return True
    return place.before() in _CLOCK_CUES or place.first == 0


def _credible_part(place: Place) -> bool:
    head = place.codes[place.first]
    if head in (CODE["overnight"], CODE["before"], CODE["pre"]):
        return True
    words = [place.token(at).folded for at in range(place.first, place.last)]
    if "hours" in words:
        return True
    if place.before() not in _PART_CUES:
        return False
    return head != CODE["the"] or place.after() not in NOUNLIKE or place.word_after() in FUNCTION_WORDS


def _credible_day(day: object, place: Place) -> bool:
    match day:
        case Calendar(month=None, day=None, season=None, half=None, quarter=None, decade=False, stretch=None) as year:
            return _credible_year(year, place)
        case Calendar(month=None, day=int()):
            return _credible_day_number(place)
        case Calendar(
            day=None, year=None, year_shift=None, which=None, stretch=None, week=None, half=None, month=int()
        ):
            return _credible_month(place)
        case Calendar(month=int(), day=int()):
            return not _names_something(place)
        case Weekday():
            return _credible_weekday(place)
        case Calendar(season=int(), year=None, year_shift=None, which=None):
            return place.word_before() in ("in", "during", "since", "until") and place.word_after() != "of"
        case Shift(unit="weekend"):
            return place.last - place.first > 1 or place.before() in _CUES or place.after() in NOUNLIKE
        case Holiday() | _:
            return True


def _credible_year(year: Calendar, place: Place) -> bool:
    """A number from 1900 to 2099 is a year where the words around it use it as one."""
    if year.year is None or place.last - place.first > 1:
        return True
    after, before = place.word_after(), place.word_before()
    if before in NO_YEAR_AFTER or (after in COUNTED and not (before in ("in", "since") and year.year % 50)):
        return False
    if place.after() in (CODE["slash"], CODE["n"], CODE["n12"]) or place.before() == CODE["slash"]:
        return False
    if place.before() in _CUES | {CODE["open"], CODE["last"], CODE["start"], CODE["end"]}:
        return place.before() != CODE["about"] and not (place.before() == CODE["to"] and place.before(2) in NUMERALS)
    if place.before() == CODE["the"] or place.before() == CODE["a"]:
        return place.after() in NOUNLIKE and after not in FUNCTION_WORDS
    if place.after() == CODE["possessive"]:
        return True
    return (
        place.before() in (CODE["and"], CODE["or"], CODE["comma"])
        and CODE["year"] in place.codes[max(0, place.first - 4) : place.first]
    )


def _credible_day_number(place: Place) -> bool:
    if place.before() not in (CODE["on"], CODE["until"], CODE["by"], CODE["since"], CODE["from"], CODE["before"]):
        return False
    if place.after() not in NOUNLIKE or place.word_after() in FUNCTION_WORDS:
        return True
    token = place.token(place.last)
    return token.tag in ("VERB", "ADV") or (token.tag == "X" and token.folded.endswith("ed"))


def _credible_month(place: Place) -> bool:
    folded = place.token(place.first).folded
    if folded not in MONTHS:
        return True
    if place.before() == CODE["cap"] and folded in SHY_MONTHS:
        return False
    if folded not in SHY_MONTHS:
        return place.before() != CODE["cap"] or len(folded) > 3
    if place.after() == CODE["cap"]:
        return False
    if place.before() in _CUES - {CODE["to"], CODE["for"], CODE["about"]}:
        return True
    return place.before() in (CODE["and"], CODE["or"], CODE["to"]) and _month_near(place)


def _month_near(place: Place) -> bool:
    months = {CODE[name] for name in UNIONS["month"].split()}
    return any(code in months for code in place.codes[max(0, place.first - 4) : place.first])


def _credible_weekday(place: Place) -> bool:
    after = place.token(place.last) if place.last < len(place.codes) else None
    if after is not None and after.folded in PAPER_NAMES and after.text[:1].isupper():
        return False
    return not (
        place.first and place.word_before() in DAY_NICKNAMES and place.token(place.first - 1).text[:1].isupper()
    )


def _names_something(place: Place) -> bool:
    """Tell whether a date is part of a name: "April 7th Street", "the 17 February Brigade"."""
    if place.last >= len(place.codes):
        return False
    after = place.token(place.last)
    if not after.text[:1].isupper():
        return False
    following = place.token(place.last + 1) if place.last + 1 < len(place.codes) else None
    second = following is not None and following.text[:1].isupper() and following.folded in DATE_NAMES
    return after.folded in DATE_NAMES or (second and place.word_before() == "the")


def _credible_duration(place: Place) -> bool:
    """Ages and rates are no durations."""
    after = place.word_after()
    if after == "old" or place.word_before() in ("aged", "age", "ages"):
        return False
    if place.after() == CODE["dash"]:
        return False
    return not (place.before() in NUMERALS and place.codes[place.first] in NUMERALS)


def _credible_recurrent(place: Place) -> bool:
    """Leave out names: "Daily" in the title of a newspaper."""
    token = place.token(place.first)
    named = place.last - place.first == 1 and token.text[:1].isupper() and place.after() == CODE["cap"]
    return not named
