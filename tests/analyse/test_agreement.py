"""Agreement: events paired, fields counted, and what two readings share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.analyse.agreement import FIELDS, Count, agreement, likeness, mean_f1, pair_events, total
from dateline.model.codes import Hedge
from dateline.model.report import Event, Report
from dateline.model.values import Quantity
from tests.texts import a_report

TEXT = (
    "Gunmen attacked a bus in Kano on Saturday, killing 12 people, police said. Boko Haram claimed responsibility for "
    "the attack. On Friday an air strike on the village of Toumba killed nine militants, the army said. About 140 "
    "attacks have been recorded since January."
)
OTHER = "Police arrested three suspects in Lagos on Sunday. Protesters marched through Abuja on Saturday."


def a_count(best: int | None, hedge: Hedge = "exact", least: int | None = None) -> Quantity:
    return Quantity(best if least is None else least, best, best, hedge, "words")


COUNTS = [
    # count, precision, recall, F1
    (Count(), 0.0, 0.0, 0.0),
    (Count(right=3), 1.0, 1.0, 1.0),
    (Count(right=1, false=1), 0.5, 1.0, 2 / 3),
    (Count(right=1, missed=3), 1.0, 0.25, 0.4),
    (Count(false=2, missed=2), 0.0, 0.0, 0.0),
]


@pytest.mark.parametrize(("count", "precision", "recall", "f1"), COUNTS)
def test_a_count_has_its_shares(count: Count, precision: float, recall: float, f1: float) -> None:
    assert (count.precision, count.recall, count.f1) == pytest.approx((precision, recall, f1))


@pytest.fixture(scope="module")
def report() -> Report:
    return a_report(TEXT)


@pytest.fixture
def events(report: Report) -> tuple[Event, ...]:
    assert len(report.events) == 2
    return report.events


def test_a_reading_agrees_with_itself(report: Report) -> None:
    found = agreement(report, report)
    assert found.misses == ()
    assert {field: (c.false, c.missed) for field, c in found.counts.items()} == dict.fromkeys(FIELDS, (0, 0))
    assert mean_f1(found.counts) == 1.0


def test_nothing_found_is_all_missed(report: Report) -> None:
    empty = replace(report, events=(), figures=(), statements=())
    found = agreement(report, empty)
    assert all(count.right == count.false == 0 for count in found.counts.values())
    assert found.counts["event"].missed == len(report.events)
    swapped = agreement(empty, report)
    assert {f: c.false for f, c in swapped.counts.items()} == {f: c.missed for f, c in found.counts.items()}


def test_events_are_paired_one_to_one_by_their_words(events: tuple[Event, ...]) -> None:
    pairs, left, right = pair_events(events, tuple(reversed(events)))
    assert [(a.id, b.id) for a, b in pairs] == [(e.id, e.id) for e in events]
    assert (left, right) == ([], [])
    pairs, left, right = pair_events(events, events[:1])
    assert ([a.id for a, _ in pairs], [e.id for e in left], right) == (["e1"], ["e2"], [])


def test_events_that_share_no_words_are_not_alike(events: tuple[Event, ...]) -> None:
    assert likeness(events[0], events[0]) > likeness(events[0], events[1])
    assert likeness(events[0], events[1]) == 0.0


def test_a_wrong_field_is_missed_and_false_at_once(report: Report) -> None:
    first = report.events[0]
    wrong = replace(report, events=(replace(first, status="background"), *report.events[1:]))
    found = agreement(report, wrong)
    assert found.counts["status"] == Count(right=1, false=1, missed=1)
    assert [(m.field, m.gold, m.found) for m in found.misses] == [("status", "occurred", "background")]


def test_a_lost_row_is_missed(report: Report) -> None:
    bare = replace(report, events=tuple(replace(event, casualties=()) for event in report.events))
    found = agreement(report, bare)
    rows = sum(len(event.casualties) for event in report.events)
    assert rows > 0
    assert found.counts["casualty"] == Count(missed=rows)
    assert found.counts["event"].missed == 0


def test_figures_agree_by_kind_and_count(report: Report) -> None:
    [figure] = report.figures
    other = replace(report, figures=(replace(figure, quantity=a_count(7)),))
    assert agreement(report, other).counts["figure"] == Count(false=1, missed=1)


def test_counts_of_many_reports_add_up(report: Report) -> None:
    one, other = agreement(report, report), agreement(a_report(OTHER), a_report(OTHER))
    counts = total([one, other])
    assert all(counts[f] == one.counts[f] + other.counts[f] for f in FIELDS)
    assert total([]) == dict.fromkeys(FIELDS, Count())


def test_the_mean_leaves_out_fields_that_do_not_occur() -> None:
    assert mean_f1({"event": Count(right=1), "figure": Count()}) == 1.0
    assert mean_f1({}) == 0.0


@given(*[st.integers(min_value=0, max_value=50)] * 3)
def test_f1_lies_between_precision_and_recall(right: int, false: int, missed: int) -> None:
    count = Count(right, false, missed)
    low, high = sorted((count.precision, count.recall))
    assert low - 1e-9 <= count.f1 <= high + 1e-9
