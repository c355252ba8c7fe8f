"""Acts brought together: times that meet, places apart, and which frames tell of one event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.values import Place, Time
from dateline.resolve.acts import Act, affinity, cluster, name_key, places_apart, times_meet
from tests.texts import frames_of, read


def a_time(start: str, end: str | None = None) -> Time:
    return Time(start, end, "day", None, "explicit", start)


def a_place(
    name: str,
    lat: float | None,
    lon: float | None,
    *,
    country: str = "IQ",
    admin1: str | None = None,
    precise: bool = True,
) -> Place:
    return Place(
        name=name,
        facility=None,
        admin1=admin1,
        country=country,
        lat=lat,
        lon=lon,
        geo_precision=1 if precise else 3,
        gazetteer_id=None,
        evidence=(),
    )


MOSUL = a_place("Mosul", 36.34, 43.13, admin1="Nineveh")
TAL_AFAR = a_place("Tal Afar", 36.38, 42.45, admin1="Nineveh")
HAMMAM = a_place("Hammam al-Alil", 36.16, 43.26, admin1="Nineveh")
BASRA = a_place("Basra", 30.51, 47.78, admin1="Basra")
NINEVEH = a_place("Nineveh", 36.0, 42.5, admin1="Nineveh", precise=False)
ANBAR = a_place("Anbar", 32.9, 41.6, admin1="Anbar", precise=False)
IRAQ = a_place("Iraq", 33.0, 44.0, precise=False)
RAQQA = a_place("Raqqa", 35.95, 39.01, country="SY")
NOWHERE = a_place("Tal Something", None, None)

TIMES = [
    # one, other, whether they can be the same
    ("2024-03-10", "2024-03-10", True),
    ("2024-03-10", "2024-03-11", False),
    ("2024-03-10T18:30:00+03:00", "2024-03-10", True),
    ("2024-03", "2024-03-10", True),
    ("2024-03", "2024-04-01", False),
    ("2024", "2024-03-10", True),
    ("2024", "2023-12", False),
]


@pytest.mark.parametrize(("one", "other", "meet"), TIMES)
def test_times_meet_where_their_days_overlap(one: str, other: str, meet: bool) -> None:
    assert times_meet(a_time(one), a_time(other)) is meet
    assert times_meet(a_time(other), a_time(one)) is meet


def test_a_stretch_of_days_meets_each_of_them() -> None:
    week = a_time("2024-03-04", "2024-03-10")
    assert [times_meet(week, a_time(f"2024-03-{day:02}")) for day in (3, 4, 10, 11)] == [False, True, True, False]


PLACES = [
    # one, other, whether they cannot be one
    (MOSUL, MOSUL, False),
    (MOSUL, BASRA, True),
    (MOSUL, TAL_AFAR, True),
    (MOSUL, HAMMAM, False),
    (MOSUL, RAQQA, True),
    (MOSUL, IRAQ, False),
    (MOSUL, NINEVEH, False),
    (MOSUL, ANBAR, True),
    (NINEVEH, ANBAR, True),
    (MOSUL, NOWHERE, False),
]


@pytest.mark.parametrize(("one", "other", "apart"), PLACES, ids=lambda p: getattr(p, "name", p))
def test_places_are_apart_by_country_region_or_distance(one: Place, other: Place, apart: bool) -> None:
    assert places_apart(one, other) is apart
    assert places_apart(other, one) is apart


def acts(text: str, **places: Place) -> list[Act]:
    """Return the acts of a text, those whose trigger is named by a keyword at that place."""
    findings, told = read(text)
    document = findings.document
    return [
        Act(
            frame=frame,
            time=None,
            place=places.get(document.tokens[frame.first].folded),
            weapons=frozenset(w.mention.weapon.type for w in frame.weapons if w.mention.weapon is not None),
            actors=frozenset(name_key(document, ref) for ref in frame.perpetrators),
            targets=frozenset(name_key(document, ref) for ref in frame.targets),
            killed=next((t.quantity.best for t in frame.tolls if t.kind == "killed"), None),
        )
        for one in told
        for frame in one.frames
    ]


def grouped(text: str, **places: Place) -> list[list[str]]:
    """Return the triggers of a text by event."""
    document = read(text)[0].document
    words = document.words
    return [[words(a.frame.first, a.frame.trigger.last) for a in group] for group in cluster(acts(text, **places))]


EVENTS: list[tuple[str, dict[str, Place], list[list[str]]]] = [
    # text, places of triggers, triggers by event
    ("A blast killed 12 people.", {}, [["blast", "killed"]]),
    ("Gunmen attacked a bus. The attack killed 12 people.", {}, [["attacked", "attack", "killed"]]),
    ("Gunmen attacked a bus, killing 12 people.", {}, [["attacked", "killing"]]),
    (
        "Gunmen attacked a bus. Police arrested three suspects.",
        {},
        [["attacked"], ["arrested"]],
    ),
    (
        "Gunmen attacked a bus. Rebels shelled a school.",
        {"attacked": MOSUL, "shelled": BASRA},
        [["attacked"], ["shelled"]],
    ),
    (
        "Protesters marched on Friday. Troops captured the town of Masisi.",
        {},
        [["marched"], ["captured"]],
    ),
]


@pytest.mark.parametrize(("text", "places", "events"), EVENTS)
def test_frames_of_one_act_are_one_event(text: str, places: dict[str, Place], events: list[list[str]]) -> None:
    assert grouped(text, **places) == events


AGAINST = [
    # what speaks against one event: a second text's act against the first's
    ("Gunmen attacked a bus.", "Gunmen could attack a bus."),
    ("Gunmen attacked a bus.", "Police arrested three suspects."),
    ("Hamas attacked a base.", "Boko Haram attacked a base."),
    ("A suicide bomber struck a mosque.", "Warplanes bombed a mosque."),
]


@pytest.mark.parametrize(("first", "second"), AGAINST)
def test_an_act_that_something_speaks_against_does_not_fit(first: str, second: str) -> None:
    one, other = acts(f"{first} {second}")[0], acts(f"{first} {second}")[-1]
    assert affinity(other, [one], recency=0) == 0.0


def test_conflicting_times_or_places_keep_acts_apart() -> None:
    one, other = acts("Gunmen attacked a bus. The attack killed 12 people.")[:2]
    day = {"time": a_time("2024-03-10")}, {"time": a_time("2024-03-12")}
    spot = {"place": MOSUL}, {"place": BASRA}
    for mine, theirs in (day, spot):
        first = Act(frame=one.frame, **({"time": None, "place": None} | mine))
        second = Act(frame=other.frame, **({"time": None, "place": None} | theirs))
        assert affinity(second, [first], recency=0) == 0.0


SENTENCES = [
    "Gunmen attacked a bus in Mosul.",
    "The attack killed 12 people.",
    "Police arrested three suspects.",
    "Rebels shelled a school.",
    "Twelve people were wounded.",
    "Protesters marched through the city.",
    "Iran could attack a base.",
]


@given(st.lists(st.sampled_from(SENTENCES), max_size=8))
def test_every_act_is_in_one_event_and_order_is_kept(sentences: list[str]) -> None:
    told = acts(" ".join(sentences))
    groups = cluster(told)
    assert sorted(id(act) for group in groups for act in group) == sorted(map(id, told))
    assert all(group for group in groups)
    starts = [group[0].frame.first for group in groups]
    assert starts == sorted(starts)
    assert all([a.frame.first for a in group] == sorted(a.frame.first for a in group) for group in groups)


def test_no_acts_are_no_events() -> None:
    assert cluster([]) == []
    assert frames_of("The market reopened.") == []
