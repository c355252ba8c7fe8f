"""Publication dates: what was stated, kept as it was written; what metadata says, made RFC 3339.

A time of day without an offset says nothing about the instant, so only its date is kept.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:?\d{2})?)?")
_OFFSET = re.compile(r"(?:[Zz]|[+-]\d{2}:?\d{2})$")
_DAY_OR_MONTH_FIRST = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})\b")
_UNIX = re.compile(r"\d{10}(?:\d{3})?")
_EARLIEST_YEAR = 1800  # software writes year 1 or 1601 where it knows no date
_NO_DATE = date(1970, 1, 1)  # what an empty Unix time looks like


class Dated(NamedTuple):
    """A publication date, or None, and what there is to say about it."""

    value: str | None
    warnings: tuple[str, ...] = ()


def stated_date(raw: str, today: date) -> Dated:
    """Return a date that a person stated, unchanged, if it is an ISO 8601 date or date and time."""
    if not is_stated_date(raw):
        return Dated(None, (f"publication date {_shown(raw)} is neither a date nor RFC 3339; left out",))
    if _is_future(raw, today):
        return Dated(raw, (f"publication date {raw} lies in the future",))
    if len(raw) > len("2024-01-21") and not _OFFSET.search(raw):
        return Dated(raw, (f"publication date {raw} has no UTC offset",))
    return Dated(raw)


def is_stated_date(raw: str) -> bool:
    """Tell whether a stated publication date is a date or a date and time in RFC 3339's form."""
    if not _ISO.fullmatch(raw):
        return False
    try:
        datetime.fromisoformat(raw.upper())
    except ValueError:
        return False
    return True


def metadata_date(candidates: tuple[str, ...], today: date) -> Dated:
    """Return the first candidate that can be read and is not in the future, as a date or RFC 3339.

    Where it is a date alone and a later candidate gives the time of the same day, that one is taken.
    """
    warnings: list[str] = []
    found: str | None = None
    for raw in candidates:
        value = read_date(raw)
        if found is not None:
            if value is not None and value[:10] == found and len(value) > len(found):
                found = value
        elif value is None:
            warnings.append(f"publication date {_shown(raw)} could not be read; left out")
        elif _is_future(value, today):
            warnings.append(f"publication date {_shown(raw)} lies in the future; left out")
        else:
            found = value
    return Dated(found, tuple(warnings))


def read_date(raw: str) -> str | None:
    """Return a date as software or newsrooms write it as a date or RFC 3339, or None if it is not clear."""
    raw = " ".join(raw.split())
    moment = _iso(raw) or _unix(raw) or _mail(raw) or _free(raw)
    if moment is None or moment.year < _EARLIEST_YEAR or moment.date() == _NO_DATE:
        return None
    return moment.date().isoformat() if moment.tzinfo is None else _rfc3339(moment)


def _rfc3339(moment: datetime) -> str:
    text = moment.replace(microsecond=0).isoformat()
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text[:25]


def _iso(raw: str) -> datetime | None:
    try:
        return datetime.fromisoformat(raw.upper().replace(" +", "+").replace(" Z", "Z"))
    except ValueError:
        return None


def _unix(raw: str) -> datetime | None:
    if not _UNIX.fullmatch(raw):
        return None
    return datetime.fromtimestamp(int(raw[:10]), UTC)


def _mail(raw: str) -> datetime | None:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - slow to import, only for metadata

    try:
        moment = parsedate_to_datetime(raw)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if raw.endswith("-0000"):  # RFC 5322: the instant in UTC, the writer's zone unsaid
        return moment.replace(tzinfo=UTC)
    return moment


def _free(raw: str) -> datetime | None:
    """Read "January 21, 2024" and the like; None where a part is missing or day and month could be swapped."""
    if len(raw) > 80 or not re.search(r"\d{4}", raw) or _is_ambiguous(raw):
        return None
    from dateutil import parser  # noqa: PLC0415 - slow to import, seldom needed

    def zone(name: str | None, offset_s: int | None) -> int | None:
        return offset_s if name in {None, "UTC", "GMT", "Z"} else None

    try:
        readings = [
            parser.parse(raw, default=default, tzinfos=zone)
            for default in (datetime(2000, 1, 1), datetime(2003, 12, 30))  # noqa: DTZ001 - stand-ins
        ]
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    return readings[0] if readings[0].date() == readings[1].date() else None


def _is_ambiguous(raw: str) -> bool:
    match = _DAY_OR_MONTH_FIRST.match(raw)
    if match is None:
        return False
    first, second, year = match.groups()
    return len(year) != 4 or (int(first) <= 12 and int(second) <= 12 and first != second)


def _is_future(value: str, today: date) -> bool:
    """Tell whether a date lies after tomorrow: somewhere on earth it is tomorrow already."""
    return date.fromisoformat(value[:10]) > today + timedelta(days=1)


def _shown(raw: str) -> str:
    flat = " ".join(raw.split())
    return repr(flat if len(flat) <= 40 else f"{flat[:40]}…")
