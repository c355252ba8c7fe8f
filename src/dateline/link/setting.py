"""Clues from the setting: when, where and what kind of act."""

from collections.abc import Iterator

from dateline.link.clue import Clue
from dateline.link.when import FINENESS, NEWS_DAYS, days, days_apart, days_before, hours_apart
from dateline.link.where import REACH_KM, apart_km, same_name
from dateline.model.codes import SubEventType
from dateline.model.report import Event
from dateline.model.values import Place, Time

BLASTS: frozenset[SubEventType] = frozenset(
    {
        "Air/drone strike",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Suicide bomb",
        "Grenade",
        "Chemical weapon",
        "Disrupted weapons use",
    }
)
ASSAULTS: frozenset[SubEventType] = frozenset(
    {"Attack", "Armed clash", "Mob violence", "Abduction/forced disappearance", "Looting/property destruction"}
)
CROWDS: frozenset[SubEventType] = frozenset(
    {
        "Peaceful protest",
        "Protest with intervention",
        "Excessive force against protesters",
        "Violent demonstration",
        "Mob violence",
    }
)
GAINS: frozenset[SubEventType] = frozenset(
    {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"}
)
FORCE: frozenset[SubEventType] = frozenset({*BLASTS, *GAINS, "Attack", "Mob violence"})
KINDRED = (BLASTS, ASSAULTS, CROWDS, GAINS, frozenset({*BLASTS, "Attack", "Armed clash"}))


SAME_DAY, FITS = 1.5, 1.0  # points of one told day, and of one that fits a report which tells none
ONE_CROWD = 1.1  # points of two types of crowd: the unrest of one day and town is told as one, by many names


def time_clue(a: Time, b: Time) -> Iterator[Clue]:
    """Yield what two times say: one hour, one day, days apart; nothing where one is unknown."""
    hours, one, other = hours_apart(a, b), days(a), days(b)
    if hours is None or one is None or other is None:
        yield from _untold_clue(a, b)
        return
    by_clock = max(FINENESS[a.precision], FINENESS[b.precision]) <= FINENESS["part_of_day"]
    bounded_only = "publication" in {a.basis, b.basis}
    apart = days_apart(one, other)
    if max(one[1] - one[0], other[1] - other[0]) > 2:
        yield Clue(0.3, "times overlap") if apart == 0 else Clue(max(-6.0, -1.0 * apart), f"{apart} days apart")
    elif bounded_only:
        yield Clue(0.5, "days agree") if apart == 0 else Clue(max(-6.0, -0.7 * apart), f"{apart} days apart")
    elif by_clock and hours <= 1:
        yield Clue(3.0 if max(FINENESS[a.precision], FINENESS[b.precision]) <= 1 else 2.0, "same hour")
    elif by_clock and hours > 6:
        yield Clue(-4.0, f"{hours:.0f} hours apart")
    elif apart == 0:
        yield Clue(SAME_DAY, "same day")
    else:
        yield Clue(-1.0 if apart == 1 else -4.0, "a day apart" if apart == 1 else f"{apart} days apart")


def _untold_clue(a: Time, b: Time) -> Iterator[Clue]:
    """Yield what a day says beside one that a report does not tell and its publication bounds."""
    before_a, before_b = days_before(a), days_before(b)
    if before_a is not None and before_b is not None:
        apart = abs(before_a[1] - before_b[1])
        told = "published on one day, the day not told" if apart == 0 else f"published {_days(apart)} apart"
        yield Clue(max(-3.0, 0.5 - 0.2 * apart), told)
        return
    one, other = before_a or days(a), before_b or days(b)
    if one is None or other is None or (before_a is None and before_b is None):
        return
    apart = days_apart(one, other) - 1  # a day ends later to the west
    if apart > 0:
        yield Clue(max(-4.0, -0.5 * apart), f"no date told, but published {_days(apart)} beyond a week")
    elif max(one[1] - one[0], other[1] - other[0]) > NEWS_DAYS:
        yield Clue(0.3, "times overlap")
    else:
        yield Clue(FITS, "no date told, but published within a week")


def _days(count: int) -> str:
    return "a day" if count == 1 else f"{count} days"


def place_clue(a: Place | None, b: Place | None) -> Iterator[Clue]:
    """Yield what two places say: one facility, one town, one region, or the distance between them."""
    if a is None or b is None:
        return
    if a.country is not None and b.country is not None and a.country != b.country:
        yield Clue(-6.0, f"{a.country} and {b.country}")
        return
    distance = apart_km(a, b)
    within = REACH_KM[a.geo_precision] + REACH_KM[b.geo_precision]
    if distance is not None and distance > within:
        yield Clue(-6.0, f"{distance:.0f} km apart")
    elif a.facility is not None and b.facility is not None:
        yield _facilities(a, b, a.facility, b.facility)
    elif _same_toponym(a, b):
        yield Clue(2.5 if max(a.geo_precision, b.geo_precision) < 3 else 0.7, f"same place: {a.name}")
    elif distance is not None and max(a.geo_precision, b.geo_precision) < 3:
        yield Clue(2.0, "same place") if distance <= 5 else Clue(1.0 - distance / 25, f"{distance:.0f} km apart")
    elif a.admin1 is not None and b.admin1 is not None:
        same = same_name(a.admin1, b.admin1)
        yield Clue(0.5, f"same region: {a.admin1}") if same else Clue(-1.5, f"{a.admin1} and {b.admin1}")


def _facilities(a: Place, b: Place, one: str, other: str) -> Clue:
    known_as_one = a.gazetteer_id is not None and a.gazetteer_id == b.gazetteer_id
    if (known_as_one and a.geo_precision == b.geo_precision == 1) or same_name(one, other):
        return Clue(4.0, f"same facility: {one}")
    return Clue(-2.0, f"{one} and {other}")


def _same_toponym(a: Place, b: Place) -> bool:
    if a.gazetteer_id is not None and b.gazetteer_id is not None:
        return a.gazetteer_id == b.gazetteer_id
    return same_name(a.name, b.name)


def type_clue(a: Event, b: Event) -> Iterator[Clue]:
    """Yield what two types of act say: the same, ones that outlets confuse, or ones that exclude each other."""
    if a.sub_event_type == b.sub_event_type:
        yield Clue(ONE_CROWD if a.sub_event_type in CROWDS else 1.0, f"both {a.sub_event_type}")
    elif {a.sub_event_type, b.sub_event_type} <= CROWDS:
        yield Clue(ONE_CROWD, f"crowds: {a.sub_event_type}, {b.sub_event_type}")
    elif any({a.sub_event_type, b.sub_event_type} <= kindred for kindred in KINDRED):
        yield Clue(0.2, f"{a.sub_event_type}, {b.sub_event_type}")
    elif {a.sub_event_type, b.sub_event_type} <= FORCE:
        yield Clue(-0.3, f"acts of force: {a.sub_event_type}, {b.sub_event_type}")
    elif a.event_type == b.event_type:
        yield Clue(-0.5, f"{a.sub_event_type}, {b.sub_event_type}")
    else:
        yield Clue(-3.0, f"{a.sub_event_type}, not {b.sub_event_type}")
