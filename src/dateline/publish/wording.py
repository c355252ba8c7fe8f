"""The contract's values in short words: a count with its hedge, a place with its precision, a time, a party."""

from __future__ import annotations

from typing import Final

from dateline.lexicon.countries import load_countries
from dateline.model.codes import CasualtyKind, Certainty, CorroborationLevel, Stance, WeaponType
from dateline.model.incident import Corroboration
from dateline.model.values import Casualty, Outcome, Party, Place, Quantity, Responsibility, Time, Weapon

MARKS: Final[dict[Certainty, str]] = {
    "asserted": "",
    "claimed": " (claims it)",
    "alleged": " (alleged)",
    "suspected": " (suspected)",
    "denied": " (denies it)",
}
HARMS: Final[dict[CasualtyKind, str]] = {
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "abducted": "abducted",
    "detained": "detained",
    "under_evaluation": "under evaluation",
}
MEANS: Final[dict[WeaponType, str]] = {
    "ied": "IED",
    "suicide_vest": "suicide vest",
    "ballistic_missile": "ballistic missile",
    "cruise_missile": "cruise missile",
    "small_arms": "small arms",
    "car_bomb": "car bomb",
    "tear_gas": "tear gas",
    "other": "other weapon",
    "unknown": "weapon not told",
}
STANCES: Final[dict[Stance, str]] = {"claims": "claims it", "denies": "denies it", "blames": "blames"}
LEVELS: Final[dict[CorroborationLevel, str]] = {
    "single_source": "single source",
    "corroborated": "corroborated",
    "contested": "contested",
}
ROUND = frozenset({"dozens", "scores", "hundreds", "thousands", "tens of thousands", "hundreds of thousands"})
SHORT = 21  # characters of the text's own words ("dozens", "a number of") that stand for a vague count


def count_words(quantity: Quantity) -> str:
    """Return a count with its hedge: "12", "≥ 12", "about 40", "10–14", "dozens", "no"."""
    low, high, best = quantity.min, quantity.max, quantity.best
    match quantity.hedge:
        case "none":
            return "no"
        case "exact" if best is not None:
            return f"{best:,}"
        case "about" if best is not None:
            return f"about {best:,}"
        case "at_most" if high is not None:
            return f"≤ {high:,}"
        case "vague":
            return _vague(quantity)
    if low is not None and high is not None:
        return f"{low:,}–{high:,}" if low != high else f"{low:,}"
    if low is not None:
        return f"≥ {low:,}"
    return f"≤ {high:,}" if high is not None else "some"


def _vague(quantity: Quantity) -> str:
    words = quantity.text.strip().lower()
    if (quantity.min or 0) > 2:
        return words if 0 < len(words) <= SHORT and words.replace(" ", "").isalpha() else f"≥ {quantity.min:,}"
    return words if words in {"several", "many", "a few", "multiple"} else "some"


def casualty_words(row: Casualty) -> str:
    """Return one row of a toll: "≥ 1 Iraqi service member injured", "possibly some US personnel injured"."""
    doubt = {"suspected": "possibly ", "alleged": "allegedly ", "denied": "denied: "}.get(row.certainty, "")
    part = "of them " if row.subset else ""
    count = count_words(row.quantity)
    of = "of " if count in ROUND else ""
    return f"{doubt}{part}{count} {of}{row.group} {HARMS[row.kind]}"


def party_words(party: Party) -> str:
    """Return a party's name with how sure it is: "Islamic Resistance in Iraq (claims it)"."""
    return f"{party.name}{MARKS[party.certainty]}"


def actors_words(perpetrators: tuple[Party, ...], targets: tuple[Party, ...]) -> str:
    """Return who acted on whom: "A, B (alleged) → C"; what nobody tells is a question mark."""
    who, whom = (", ".join(map(party_words, side)) for side in (perpetrators, targets))
    return f"{who or '?'} → {whom or '?'}" if who or whom else "not told"


def weapon_words(weapon: Weapon) -> str:
    """Return a means with how many: "ballistic missile (several)"."""
    name = MEANS.get(weapon.type, weapon.type)
    return name if weapon.quantity is None else f"{name} ({count_words(weapon.quantity)})"


def place_words(place: Place | None, *, full: bool = False) -> str:
    """Return a place with its precision: "Erbil, IQ", "near Erbil, IQ", "somewhere in Anbar, IQ"."""
    if place is None:
        return "place not told"
    name = place.facility or place.name
    prefix = {1: "", 2: "near ", 3: "somewhere in "}[place.geo_precision]
    region = place.admin1 if full and place.admin1 and place.admin1 not in name else None
    parts = (name, region, None if _is_country(place) else place.country)
    return prefix + ", ".join(part for part in parts if part)


def _is_country(place: Place) -> bool:
    if place.geo_precision != 3 or place.country is None or place.admin1 is not None:
        return False
    country = load_countries().by_code.get(place.country)
    return country is not None and country.name == place.name


def time_words(time: Time) -> str:
    """Return a time no finer than it is known: "2024-01-20 18:30", "2024-01-20 18–22h", "by 2024-01-21"."""
    start, end = time.start, time.end
    if start is None:
        return "date not told"
    if time.basis == "publication":
        return f"by {(end or start)[:10]}"
    match time.precision:
        case "minute":
            return start[:16].replace("T", " ")
        case "hour":
            return f"{start[:10]} {start[11:13]}h"
        case "part_of_day" if end is not None and "T" in start:
            return f"{start[:10]} {start[11:13]}–{end[11:13]}h"
        case "month" | "year":
            return start if end in {None, start} else f"{start} to {end}"
    first, last = start[:10], (end or start)[:10]
    return first if first == last else f"{first} to {last}"


def outcome_words(outcome: Outcome) -> str:
    """Return what became of the weapons: "most intercepted, some hit; a hangar was damaged"."""
    shares = ((outcome.intercepted, "intercepted"), (outcome.impacted, "hit"))
    told = ", ".join(f"{share} {word}" for share, word in shares if share is not None)
    return "; ".join(part for part in (told, outcome.damage) if part)


def responsibility_words(row: Responsibility) -> str:
    """Return a stance on who did it: "Hamas denies it (telegram)", "Israel blames Hezbollah"."""
    about = f" {row.object.name}" if row.object is not None else ""
    through = f" ({row.channel})" if row.channel else ""
    return f"{row.speaker.name} {STANCES[row.stance]}{about}{through}"


def sources_words(corroboration: Corroboration) -> str:
    """Return how many tell of it: "3 reports, 2 publishers"."""
    reports = "1 report" if corroboration.reports == 1 else f"{corroboration.reports} reports"
    if corroboration.publishers == 0:
        return reports
    publishers = "1 publisher" if corroboration.publishers == 1 else f"{corroboration.publishers} publishers"
    return f"{reports}, {publishers}"


def corroboration_words(corroboration: Corroboration) -> str:
    """Return the level with the number of voices that do not copy one another: "corroborated by 2"."""
    level, sources = LEVELS[corroboration.level], corroboration.independent_sources
    return f"{level} by {sources}" if corroboration.level == "corroborated" else level
