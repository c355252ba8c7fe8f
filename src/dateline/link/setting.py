"""Clues from the setting: when, where and what kind of act."""

from collections.abc import Iterator

from dateline.link.clue import Clue
from dateline.link.when import FINENESS, days, days_apart, hours_apart
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
KINDRED = (BLASTS, ASSAULTS, CROWDS, GAINS, frozenset({*BLASTS, "Attack", "Armed clash"}))


def time_clue(a: Time, b: Time) -> Iterator[Clue]:
    """Yield what two times say: one hour, one day, days apart; nothing where one is unknown."""
    hours, one, other = hours_apart(a, b), days(a), days(b)
    if hours is None or one is None or other is None:
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
        yield Clue(1.5, "same day")
    else:
        yield Clue(-1.0 if apart == 1 else -4.0, "a day apart" if apart == 1 else f"{apart} days apart")


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
        yield Clue(1.0, f"both {a.sub_event_type}")
    elif any({a.sub_event_type, b.sub_event_type} <= kindred for kindred in KINDRED):
        yield Clue(0.2, f"{a.sub_event_type}, {b.sub_event_type}")
    elif a.event_type == b.event_type:
        yield Clue(-0.5, f"{a.sub_event_type}, {b.sub_event_type}")
    else:
        yield Clue(-3.0, f"{a.sub_event_type}, not {b.sub_event_type}")
