"""Incidents from ties: what one report tells apart stays apart, a person's word holds, order is nothing."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.batch import _near, _worded_alike, link_events
from dateline.link.cluster import Pair, Ties, clusters, contradiction, home, pair
from dateline.link.told import Told, told_by
from dateline.model.report import Report
from tests.store.factories import a_casualty, a_place, a_time, an_event, told
from tests.store.strategies import reports

KEYS = ["a/1", "a/2", "b/1", "b/2", "c/1"]
REPORTS = {key: key[0] for key in KEYS}

CASES: list[tuple[str, dict[Pair, float], Ties, list[tuple[str, ...]]]] = [
    ("two of a kind", {("a/1", "b/1"): 0.9}, Ties({}), [("a/1", "b/1"), ("a/2",), ("b/2",), ("c/1",)]),
    ("each to its like", {("a/1", "b/1"): 0.9, ("a/1", "b/2"): 0.8, ("a/2", "b/2"): 0.85}, Ties({}),
     [("a/1", "b/1"), ("a/2", "b/2"), ("c/1",)]),
    ("told apart, so not through a third", {("a/1", "c/1"): 0.9, ("a/2", "c/1"): 0.8}, Ties({}),
     [("a/1", "c/1"), ("a/2",), ("b/1",), ("b/2",)]),
    ("told twice", {("a/1", "a/2"): 1.0}, Ties({}), [("a/1", "a/2"), ("b/1",), ("b/2",), ("c/1",)]),
    ("unsure is not enough", {("a/1", "b/1"): 0.6}, Ties({}), [(key,) for key in KEYS]),
    ("one pair does not chain two incidents",
     {("a/1", "b/1"): 0.99, ("b/1", "c/1"): 0.75}, Ties({}), [("a/1", "b/1"), ("a/2",), ("b/2",), ("c/1",)]),
    ("a person joins what a report tells apart", {}, Ties({}, {("a/1", "a/2")}),
     [("a/1", "a/2"), ("b/1",), ("b/2",), ("c/1",)]),
    ("a person parts", {("a/1", "b/1"): 0.99, ("b/1", "c/1"): 0.9, ("a/1", "c/1"): 0.9},
     Ties({}, frozenset(), {("a/1", "b/1")}), [("a/1", "c/1"), ("a/2",), ("b/1",), ("b/2",)]),
]  # fmt: skip


@pytest.mark.parametrize(("scores", "said", "incidents"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_clusters(scores: dict[Pair, float], said: Ties, incidents: list[tuple[str, ...]]) -> None:
    assert clusters(REPORTS, said._replace(scores=scores)) == incidents


PAIRS = st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda p: p[0] != p[1]).map(lambda p: pair(*p))


@given(st.dictionaries(PAIRS, st.floats(0, 1)), st.sets(PAIRS, max_size=2), st.sets(PAIRS, max_size=2), st.randoms())
def test_laws(scores: dict[Pair, float], same: set[Pair], apart: set[Pair], random: object) -> None:
    ties = Ties(scores, same, apart - same)
    if contradiction(ties) is not None:
        return
    found = clusters(REPORTS, ties)
    assert sorted(chain.from_iterable(found)) == KEYS
    of = {key: members for members in found for key in members}
    assert all(of[one] == of[other] for one, other in ties.together)
    assert all(of[one] != of[other] for one, other in ties.apart)
    backwards = Ties(dict(reversed(scores.items())), same, ties.apart)
    assert clusters(dict(reversed(REPORTS.items())), backwards) == found


def test_a_contradiction_is_found_through_others() -> None:
    ties = Ties({}, {("a/1", "b/1"), ("b/1", "c/1")}, {("a/1", "c/1")})
    assert contradiction(ties) == ("a/1", "c/1")
    assert contradiction(Ties({}, ties.together, {("a/2", "c/1")})) is None


HOMES = {"one": {"a/1": "a"}, "two": {"b/1": "b"}}
RECALLED: list[tuple[str, Ties, str | None]] = [
    ("the likelier", Ties({("a/1", "c/1"): 0.8, ("b/1", "c/1"): 0.9}), "two"),
    ("none likely", Ties({("a/1", "c/1"): 0.5}), None),
    ("a person said which", Ties({("a/1", "c/1"): 0.8, ("b/1", "c/1"): 0.9}, {("a/1", "c/1")}), "one"),
    ("a person said not", Ties({("a/1", "c/1"): 0.8, ("b/1", "c/1"): 0.9}, frozenset(), {("b/1", "c/1")}), "one"),
]


@pytest.mark.parametrize(("ties", "incident"), [r[1:] for r in RECALLED], ids=[r[0] for r in RECALLED])
def test_a_recollection_finds_its_home(ties: Ties, incident: str | None) -> None:
    assert home("c/1", "c", HOMES, ties) == incident


def test_a_recollection_is_not_of_its_own_reports_news() -> None:
    incidents = {"one": {"a/1": "a", "c/2": "c"}}
    assert home("c/1", "c", incidents, Ties({("a/1", "c/1"): 0.9})) is None
    assert home("c/1", "c", incidents, Ties({("a/1", "c/1"): 0.9, ("c/1", "c/2"): 1.0})) == "one"


def two_attacks(report: str) -> list[Told]:
    base = a_place("Asad", facility="Asad Airbase", precision=1)
    morning, evening = (a_time(f"2024-01-20T{hour}:00:00", "hour") for hour in ("06", "18"))
    return [
        told(report, an_event("e1", time=morning, place=base, casualties=[a_casualty(0)])),
        told(report, an_event("e2", time=evening, place=base, casualties=[a_casualty(3)])),
    ]


def test_two_attacks_on_one_base_on_one_day_stay_two() -> None:
    found = link_events([*two_attacks("a"), *two_attacks("b"), *two_attacks("c")])
    assert found == [("a/e1", "b/e1", "c/e1"), ("a/e2", "b/e2", "c/e2")]


def test_recollections_found_no_incident_and_join_the_news() -> None:
    recalled = told("b", an_event(status="background", placeless=False, casualties=[a_casualty(3)]))
    news = told("a", an_event(casualties=[a_casualty(3)]))
    assert link_events([recalled]) == []
    assert link_events([recalled, news]) == [("a/e1", "b/e1")]


def test_threats_and_plans_are_in_no_incident() -> None:
    assert link_events([told("a", an_event(status=s)) for s in ("threatened", "planned")]) == []


@given(st.lists(reports(), max_size=5, unique_by=lambda r: r.id), st.randoms(use_true_random=False))
def test_the_order_of_tellings_does_not_matter(arrived: list[Report], random: object) -> None:
    tellings = [one for report in arrived for one in told_by(report)]
    assert link_events(tellings) == link_events(reversed(tellings))


def test_the_very_words_make_candidates_of_tellings_far_apart_in_time() -> None:
    words = "Mortar rounds fell on the vegetable market near the northern bridge shortly before evening prayers"
    first, second = told("a", an_event(says=words)), told("b", an_event(says=words, time=a_time("2024-01-23")))
    assert [one.key for one, _ in _worded_alike([first, second])] == ["b/e1"]
    assert list(_near([first, second])) == []
