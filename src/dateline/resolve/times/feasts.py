"""The days of feasts and fasts by the calendars that rule them.

The Islamic calendar is counted here by its arithmetic form; sightings of the moon move a feast by a day
either way, so that its days are given as a range wherever that range is more than the feast's own days.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

_FIXED: Final[dict[str, tuple[int, int, int]]] = {  # month, day, days
    "christmas": (12, 25, 1),
    "christmas_eve": (12, 24, 1),
    "orthodox_christmas": (1, 7, 1),
    "orthodox_christmas_eve": (1, 6, 1),
    "new_year": (1, 1, 1),
    "new_year_eve": (12, 31, 1),
    "bastille_day": (7, 14, 1),
    "nowruz": (3, 20, 2),  # the March equinox: 20 or 21 March
}
_EASTER: Final[dict[str, tuple[Literal[2, 3], int]]] = {  # kind, days from Easter Sunday
    "easter": (EASTER_WESTERN, 0),
    "easter_monday": (EASTER_WESTERN, 1),
    "good_friday": (EASTER_WESTERN, -2),
    "palm_sunday": (EASTER_WESTERN, -7),
    "orthodox_easter": (EASTER_ORTHODOX, 0),
    "orthodox_easter_monday": (EASTER_ORTHODOX, 1),
}
_ISLAMIC: Final[dict[str, tuple[int, int, int]]] = {  # month, day, days
    "ramadan": (9, 1, 30),
    "eid_al_fitr": (10, 1, 3),
    "eid_al_adha": (12, 10, 4),
    "ashura": (1, 10, 1),
    "arbaeen": (2, 20, 1),
}
_JEWISH: Final[dict[str, tuple[int, int]]] = {  # days from 1 Tishri, days
    "rosh_hashanah": (0, 2),
    "yom_kippur": (9, 1),
    "sukkot": (14, 7),
}
_PASSOVER_BEFORE_NEW_YEAR = 163  # days from 15 Nisan to the 1 Tishri after it; Dershowitz and Reingold
_ISLAMIC_EPOCH: Final = date(622, 7, 19).toordinal()  # 16 July 622 Julian
_JEWISH_EPOCH_DAYS = 1_373_427  # before 1 January of year 1
_LUNAR_MONTH_DAYS = 29.5
_YEARS: Final = range(1900, 2100)

Days = tuple[date, date]


def feast(name: str, year: int) -> Days | None:
    """Return the first and last day of a feast that begins in a year, or None if none is known to."""
    if year not in _YEARS:
        return None
    if name in _FIXED:
        month, day, days = _FIXED[name]
        return _days(date(year, month, day), days)
    if name in _EASTER:
        kind, offset = _EASTER[name]
        return _days(easter(year, kind) + timedelta(offset), 1)
    if name in _ISLAMIC:
        return _islamic(name, year)
    if name in _JEWISH:
        offset, days = _JEWISH[name]
        return _days(_tishri(year) + timedelta(offset), days)
    if name == "passover":
        return _days(_tishri(year) - timedelta(_PASSOVER_BEFORE_NEW_YEAR), 7)
    if name == "thanksgiving":
        first = date(year, 11, 1)
        return _days(first + timedelta((3 - first.weekday()) % 7 + 21), 1)
    return None


def _days(first: date, days: int) -> Days:
    return first, first + timedelta(days - 1)


def _islamic(name: str, year: int) -> Days | None:
    month, day, days = _ISLAMIC[name]
    about = int((year - 622) * 33 / 32)
    for islamic_year in range(about - 1, about + 3):
        first = islamic_date(islamic_year, month, day)
        if first.year == year:
            return _days(first, days)
    return None


def islamic_date(year: int, month: int, day: int) -> date:
    """Return a day of the arithmetic Islamic calendar, whose leap years are 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29.

    Source: Reingold and Dershowitz, Calendrical Calculations (2018), chapter 7.
    """
    before = (year - 1) * 354 + (3 + 11 * year) // 30
    months = -int(-_LUNAR_MONTH_DAYS * (month - 1) // 1)
    return date.fromordinal(_ISLAMIC_EPOCH - 1 + before + months + day)


def _tishri(year: int) -> date:
    """Return the Jewish new year that begins in a year, after Gauss's rule in its arithmetic form.

    Source: Reingold and Dershowitz, Calendrical Calculations (2018), chapter 8.
    """
    jewish_year = year + 3761
    days = _elapsed_days(jewish_year)
    if _elapsed_days(jewish_year + 1) - days == 356:
        days += 2
    elif days - _elapsed_days(jewish_year - 1) == 382:
        days += 1
    return date.fromordinal(days - _JEWISH_EPOCH_DAYS)


def _elapsed_days(jewish_year: int) -> int:
    months = (235 * jewish_year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days
