"""Zones of local time by the names that reports give them."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from dateline.lexicon.times import load_times
from dateline.lexicon.words import fold

_OFFSET: Final = re.compile(r"(?:gmt|utc)?\s*([+-])(\d{1,2})(?::?(\d{2}))?")
UNIVERSAL: Final = frozenset(("UTC", "Etc/UTC", "GMT"))


def zone_named(name: str | None) -> tzinfo | None:
    """Return the zone that a folded name ("baghdad", "gmt+3", "eastern") or an IANA id stands for, or None."""
    if name is None or name == "local":
        return None
    offset = _OFFSET.fullmatch(name)
    if offset is not None:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes)) if minutes < 24 * 60 else None
    zone = load_times().zones.get(name) or _cities().get(name) or (name if "/" in name or name == "UTC" else None)
    return None if zone is None else _zone(zone)


@cache
def _zone(zone: str) -> tzinfo | None:
    if zone in UNIVERSAL:
        return UTC
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@cache
def _cities() -> dict[str, str]:
    """Return the zones of the IANA database by the city that each is called by."""
    return {
        fold(zone.rsplit("/", 1)[-1].replace("_", " ")): zone
        for zone in sorted(available_timezones())
        if "/" in zone and not zone.startswith(("Etc/", "SystemV/", "US/"))
    }


def zone_name(zone: tzinfo | None) -> str | None:
    """Return the IANA id of a zone, "UTC" for universal time, None for a bare offset."""
    if zone is UTC:
        return "UTC"
    return zone.key if isinstance(zone, ZoneInfo) else None
