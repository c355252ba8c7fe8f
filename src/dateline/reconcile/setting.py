"""The type, time and place of an incident: precision wins over vagueness, most voices over few."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from msgspec.structs import replace

from dateline.link.when import FINENESS, days, days_apart, hours_apart
from dateline.link.where import REACH_KM, apart_km, same_name
from dateline.model.codes import EVENT_TYPE, SubEventType, TimeBasis
from dateline.model.incident import Disagreement
from dateline.model.values import Place, Time
from dateline.reconcile.disagreement import Said, disagreement
from dateline.reconcile.voice import Voice, cited, support, united

BASIS: Final[dict[TimeBasis, int]] = {"explicit": 0, "weekday": 1, "relative": 2, "publication": 3}
UNSPECIFIC: Final[tuple[SubEventType, ...]] = ("Other", "Attack", "Armed clash", "Disrupted weapons use")
CLOCK_SLACK_H = 2.0  # reported hours may differ by this much and mean one

Value = TypeVar("Value")


def choose_type(told: Sequence[Voice]) -> tuple[SubEventType, Iterator[Disagreement]]:
    """Return the type that most independent voices give, the more specific among equals."""
    backing: dict[SubEventType, list[Voice]] = {}
    for voice in told:
        backing.setdefault(voice.event.sub_event_type, []).append(voice)
    kept = min(backing, key=lambda sub: (-support(backing[sub]), sub in UNSPECIFIC, sub))
    return kept, _type_disagreements(told, backing)


def _type_disagreements(told: Sequence[Voice], backing: Iterable[SubEventType]) -> Iterator[Disagreement]:
    if len({EVENT_TYPE[sub] for sub in backing}) > 1:
        yield disagreement("event_type", (Said(v.event.event_type, v) for v in told))
    if len(set(backing)) > 1:
        yield disagreement("sub_event_type", (Said(v.event.sub_event_type, v) for v in told))


def choose_time(told: Sequence[Voice]) -> tuple[Time, Iterator[Disagreement]]:
    """Return the finest time that at least half of the voices allow, and which times exclude each other."""
    known = [voice for voice in told if voice.event.time.start is not None]
    if not known:
        return min((v.event.time for v in told), key=_time_rank), iter(())
    kept = _choose(known, lambda v: v.event.time, same_time, _time_rank)
    firm = [Said(v.event.time, v) for v in known if v.event.time.basis != "publication"]
    return kept, _conflicts("time", firm, same_time)


def _time_rank(time: Time) -> tuple[bool, int, int, str, str, str]:
    bounded_only = time.basis == "publication"
    return bounded_only, FINENESS[time.precision], BASIS[time.basis], time.start or "", time.end or "", time.text


def same_time(a: Time, b: Time) -> bool:
    """Tell whether two times can both be right."""
    one, other, hours = days(a), days(b), hours_apart(a, b)
    if one is None or other is None or hours is None:
        return True
    by_clock = max(FINENESS[a.precision], FINENESS[b.precision]) <= FINENESS["part_of_day"]
    return hours <= CLOCK_SLACK_H if by_clock else days_apart(one, other) == 0


def choose_place(told: Sequence[Voice]) -> tuple[Place | None, Iterator[Disagreement]]:
    """Return the most precise place that at least half of the voices allow, with the words of all who give it."""
    known = [(voice, voice.event.place) for voice in told if voice.event.place is not None]
    if not known:
        return None, iter(())
    places = {voice.told.key: place for voice, place in known}
    kept = _choose([v for v, _ in known], lambda v: places[v.told.key], same_place, _place_rank)
    evidence = united(cited(p.evidence, v) for v, p in known if _naming(p) == _naming(kept))
    said = [Said(place, voice) for voice, place in known]
    return replace(kept, evidence=evidence), _place_conflicts(said)


def _place_conflicts(said: Sequence[Said]) -> Iterator[Disagreement]:
    if _conflicting(said, same_place):
        cited_said = (Said(replace(s.value, evidence=cited(s.value.evidence, s.voice)), s.voice) for s in said)
        yield disagreement("place", cited_said)


def _naming(place: Place) -> tuple[object, ...]:
    return place.gazetteer_id or place.name, place.facility, place.geo_precision


def _place_rank(place: Place) -> tuple[int, bool, bool, str, str, str]:
    return (
        place.geo_precision,
        place.facility is None,
        place.lat is None,
        place.gazetteer_id or "",
        place.facility or "",
        place.name,
    )


def same_place(a: Place, b: Place) -> bool:
    """Tell whether two places can both be right, each being as exact as it says."""
    if a.country is not None and b.country is not None and a.country != b.country:
        return False
    distance = apart_km(a, b)
    if distance is not None:
        return distance <= REACH_KM[a.geo_precision] + REACH_KM[b.geo_precision]
    return max(a.geo_precision, b.geo_precision) == 3 or same_name(a.name, b.name)


def _choose(
    told: Sequence[Voice],
    value: Callable[[Voice], Value],
    fits: Callable[[Value, Value], bool],
    rank: Callable[[Value], object],
) -> Value:
    """Return the best-ranked value that half of the voices allow, or else the one that most allow."""
    whole = support(told)
    candidates = sorted({value(voice) for voice in told}, key=rank)  # type: ignore[arg-type]
    backing = [support(v for v in told if fits(candidate, value(v))) for candidate in candidates]
    for candidate, allowed in zip(candidates, backing, strict=True):
        if 2 * allowed >= whole:
            return candidate
    return candidates[backing.index(max(backing))]


def _conflicting(said: Sequence[Said], fits: Callable[[Value, Value], bool]) -> bool:
    values = list({one.value: None for one in said})
    return any(not fits(a, b) for i, a in enumerate(values) for b in values[:i])


def _conflicts(field: str, said: Sequence[Said], fits: Callable[[Value, Value], bool]) -> Iterator[Disagreement]:
    if _conflicting(said, fits):
        yield disagreement(field, said)
