"""Pairs of tellings that are one incident, that are two, and that a person has to judge."""

import pytest
from hypothesis import given

from dateline.link.score import Decision, judge, told_twice
from dateline.link.setting import time_clue, type_clue
from dateline.model.codes import SubEventType
from dateline.model.report import Event
from dateline.model.values import Place, Time
from tests.store.factories import (
    a_casualty,
    a_party,
    a_place,
    a_time,
    a_weapon,
    an_event,
    at_least,
    told,
)
from tests.store.strategies import events

BASE = a_place("Asad", facility="Asad Airbase", precision=1, gazetteer_id="b1")
HOUR = a_time("2024-01-20T18:30:00+03:00", "minute")
MILITIA = a_party("Islamic Resistance", "iri")
STRIKE = an_event(
    time=HOUR, place=BASE, perpetrators=[MILITIA], weapons=[a_weapon()], casualties=[a_casualty(1, "injured")]
)
CLASH = an_event(
    sub_type="Armed clash",
    place=a_place("Harran"),
    perpetrators=[a_party("gunmen", kind="unknown")],
    targets=[a_party("Harran police", kind="state_forces")],
    casualties=[a_casualty(4)],
)


def untold(published: str) -> Time:
    return a_time(None, "unknown", "publication", end=published)


TAKEN = an_event(
    sub_type="Abduction/forced disappearance",
    casualties=[a_casualty(9, "abducted")],
    says="Riders took nine women who were working outside Harran on Saturday",
)
SEA = a_place("Inland Sea", country=None, precision=3)
NAVY = a_party("Free Navy", "fn")
AT_SEA = an_event(sub_type="Attack", place=SEA, perpetrators=[NAVY], says="Two boats fired on the tanker Marigold")
VICTIM = a_party("Dana Brook", kind="civilians")

PAIRS: list[tuple[str, Event, Event, Decision]] = [
    ("one base, one hour, another toll", STRIKE, an_event(
        time=HOUR, place=BASE, weapons=[a_weapon()], casualties=[a_casualty(2, "injured")]), "same"),
    ("one base, another hour", STRIKE, an_event(
        time=a_time("2024-01-20T06:00:00+03:00", "minute"), place=BASE, weapons=[a_weapon("drone")]), "different"),
    ("one base, hour not told", STRIKE, an_event(place=BASE, weapons=[a_weapon()]), "same"),
    ("another base nearby", STRIKE, an_event(
        place=a_place("Victoria", facility="Camp Victoria", at=(33.05, 43.0), precision=1)), "different"),
    ("one town, one day, one toll", CLASH, an_event(
        sub_type="Attack", targets=[a_party("police in Harran", kind="state_forces")],
        casualties=[a_casualty(4)]), "same"),
    ("one town, one day, a wholly other toll", CLASH, an_event(
        sub_type="Armed clash", casualties=[a_casualty(40)], perpetrators=[a_party("The Third Corps", "tc")],
        targets=[a_party("Lions of Harran", "lh")]), "different"),
    ("a protest is no shelling", STRIKE, an_event(sub_type="Peaceful protest", place=BASE, time=HOUR), "unsure"),
    ("one victim's name", an_event(sub_type="Attack", targets=[VICTIM], placeless=True), an_event(
        sub_type="Attack", targets=[VICTIM], casualties=[a_casualty(1)]), "same"),
    ("one victim's name, one town", an_event(sub_type="Attack", targets=[VICTIM]), an_event(
        sub_type="Attack", targets=[VICTIM], casualties=[a_casualty(1)]), "same"),
    ("only country and day", an_event(place=a_place("Iraq", precision=3)), an_event(
        place=a_place("Kut", at=(32.5, 45.8))), "different"),
    ("one town, a day that fits", TAKEN, an_event(
        sub_type="Abduction/forced disappearance", time=untold("2024-01-25"), casualties=[a_casualty(9, "abducted")],
        says="Nine women were taken from the fields outside Harran, their families said"), "same"),
    ("one town, news of a month later", TAKEN, an_event(
        sub_type="Abduction/forced disappearance", time=untold("2024-02-25"), casualties=[a_casualty(9, "abducted")]),
     "different"),
    ("one town, news of the day before", TAKEN, an_event(
        sub_type="Abduction/forced disappearance", time=untold("2024-01-12"), casualties=[a_casualty(9, "abducted")]),
     "different"),
    ("crowds of one day and town", an_event(sub_type="Peaceful protest"), an_event(sub_type="Violent demonstration"),
     "same"),
    ("crowds of one day, another town", an_event(sub_type="Peaceful protest"), an_event(
        sub_type="Violent demonstration", place=a_place("Kut", at=(33.3, 43.0))), "different"),
    ("one ship, one sea, one day", AT_SEA, an_event(
        sub_type="Armed clash", place=SEA, perpetrators=[NAVY], says="Sailors left the tanker Marigold on rafts"),
     "same"),
    ("another ship on one sea and day", AT_SEA, an_event(
        sub_type="Armed clash", place=SEA, perpetrators=[NAVY], says="Sailors left the tanker Larkspur on rafts"),
     "unsure"),
    ("another country", STRIKE, an_event(time=HOUR, place=a_place("Asad", country="SY")), "different"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "decision"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS])
def test_decisions(one: Event, other: Event, decision: Decision) -> None:
    judgement = judge(told("a", one), told("b", other))
    assert judgement.decision == decision, judgement


def test_reasons_are_for_people() -> None:
    other = an_event(time=HOUR, place=BASE, weapons=[a_weapon()], casualties=[a_casualty(2, "injured")])
    reasons = judge(told("a", STRIKE), told("b", other)).reasons
    assert reasons[:2] == ("same facility: Asad Airbase", "same hour")
    assert "same weapon: rocket" in reasons
    assert "toll differs: 1 and 2 injured" in reasons


def test_affiliates_are_one_party() -> None:
    one = an_event(perpetrators=[a_party("Islamic Resistance", "iri")])
    other = an_event(perpetrators=[a_party("Kataib Hezbollah", "kh")])
    apart, together = (judge(told("a", one), told("b", other), affiliated) for affiliated in (
        lambda a, b: a == b, lambda a, b: {a, b} == {"iri", "kh"}))  # fmt: skip
    assert together.score > apart.score


@given(events(), events())
def test_the_order_of_the_two_does_not_matter(one: Event, other: Event) -> None:
    a, b = told("a", one), told("b", other)
    assert judge(a, b) == judge(b, a)
    assert 0 <= judge(a, b).score <= 1


TWICE = [
    ("nothing keeps them apart", an_event("e2"), True),
    ("another place", an_event("e2", place=a_place("Kirkuk")), False),
    ("another day", an_event("e2", time=a_time("2024-01-19")), False),
    ("another type", an_event("e2", sub_type="Suicide bomb"), False),
    ("another toll", an_event("e2", casualties=[a_casualty(9)]), False),
    ("no place told", an_event("e2", placeless=True), False),
]


@pytest.mark.parametrize(("other", "one_event"), [t[1:] for t in TWICE], ids=[t[0] for t in TWICE])
def test_one_report_may_say_the_same_thing_twice(other: Event, one_event: bool) -> None:
    first = an_event(casualties=[a_casualty(1)])
    assert told_twice(told("a", first), told("a", other)) is one_event


def test_undated_events_of_one_report_stay_apart() -> None:
    undated = an_event(time=a_time(None, "unknown"))
    assert not told_twice(told("a", undated), told("a", undated))


PASSAGE = "Mortar rounds fell on the vegetable market near the northern bridge shortly before evening prayers"
WORDING = [
    ("the same", PASSAGE, "same words"),
    ("two words changed", PASSAGE.replace("vegetable", "cattle").replace("evening", "noon"), "much the same words"),
    (
        "a few in common",
        "Officials counted mortar rounds at a market beside the northern railway station today",
        "some of the same words",
    ),
    ("none in common", "Fighters withdrew towards hills overlooking several abandoned villages", "other words"),
]


@pytest.mark.parametrize(("wording", "reason"), [w[1:] for w in WORDING], ids=[w[0] for w in WORDING])
def test_wording_counts(wording: str, reason: str) -> None:
    judgement = judge(told("a", an_event(says=PASSAGE)), told("b", an_event(says=wording)))
    assert reason in judgement.reasons


DETAILS = [
    (
        a_place(admin1="Anbar", at=None, precision=3),
        a_place("West", admin1="Al Anbar", at=None, precision=3),
        "same region",
    ),
    (
        a_place(admin1="Anbar", at=None, precision=3),
        a_place("West", admin1="Basra", at=None, precision=3),
        "Anbar and Basra",
    ),
    (a_place(gazetteer_id="1"), a_place("Harran al-Jadida", gazetteer_id="2", at=(33.3, 43.0)), "33 km apart"),
    (a_place(gazetteer_id="1"), a_place("Old Harran", gazetteer_id="2", at=(33.01, 43.0)), "same place"),
]


@pytest.mark.parametrize(("one", "other", "reason"), DETAILS)
def test_places_give_reasons(one: Place, other: Place, reason: str) -> None:
    reasons = judge(told("a", an_event(place=one)), told("b", an_event(place=other))).reasons
    assert any(found.startswith(reason) for found in reasons)


def test_another_weapon_and_another_type_speak_against() -> None:
    one, other = an_event(weapons=[a_weapon("rocket")]), an_event(weapons=[a_weapon("bladed")], sub_type="Grenade")
    alike = an_event(weapons=[a_weapon("ballistic_missile")])
    assert "another weapon" in judge(told("a", one), told("b", other)).reasons
    assert "weapons of one kind" in judge(told("a", one), told("b", alike)).reasons


def test_a_toll_may_be_open_or_larger_and_still_hold() -> None:
    one, open_count = an_event(casualties=[a_casualty(5)]), an_event(casualties=[a_casualty(at_least(3))])
    both = an_event(casualties=[a_casualty(5), a_casualty(2, group="children", subset=True)])
    reasons = judge(told("a", one), told("b", open_count)).reasons
    assert "tolls can both hold: 5 and at least 3 killed" in reasons
    assert "same toll: 5 killed" in judge(told("a", one), told("b", both)).reasons


TIMES = [
    (a_time(), "no date told, but published within a week"),
    (a_time("2024-01", "month"), "times overlap"),
    (a_time("2024-01-10"), "no date told, but published 7 days beyond a week"),
    (untold("2024-01-25"), "published on one day, the day not told"),
    (untold("2024-01-24"), "published a day apart"),
    (untold("2024-01-20"), "published 5 days apart"),
]


@pytest.mark.parametrize(("time", "reason"), TIMES)
def test_a_day_that_one_report_leaves_untold_is_weighed(time: Time, reason: str) -> None:
    assert [clue.detail for clue in time_clue(untold("2024-01-25"), time)] == [reason]
    assert list(time_clue(time, untold("2024-01-25"))) == list(time_clue(untold("2024-01-25"), time))


def test_a_told_day_says_more_than_one_that_fits() -> None:
    (told_day,), (fits,) = time_clue(a_time(), a_time()), time_clue(a_time(), untold("2024-01-21"))
    assert told_day.points > fits.points > 0


TYPES: list[tuple[SubEventType, SubEventType, float]] = [
    ("Attack", "Attack", 1.0),
    ("Attack", "Armed clash", 0.2),
    ("Government regains territory", "Air/drone strike", -0.3),
    ("Peaceful protest", "Violent demonstration", 1.1),
    ("Arrests", "Agreement", -0.5),
    ("Peaceful protest", "Air/drone strike", -3.0),
]


@pytest.mark.parametrize(("one", "other", "points"), TYPES)
def test_types_of_one_family_weigh_little_against(one: SubEventType, other: SubEventType, points: float) -> None:
    (clue,) = type_clue(an_event(sub_type=one), an_event(sub_type=other))
    assert clue.points == points
