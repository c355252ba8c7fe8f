"""Agreement: events paired, fields counted, and what two readings share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.analyse.agreement import (
    FIELDS,
    Count,
    agreement,
    likeness,
    mean_f1,
    overlap,
    pair_events,
    same_count,
    same_day,
    same_figure,
    same_party,
    same_place,
    same_quantity,
    same_row,
    same_stance,
    total,
)
from dateline.model.codes import CasualtyKind, Hedge
from dateline.model.report import Event, Report
from dateline.model.values import Casualty, Party, Place, Quantity, Responsibility, Span, Time
from tests.texts import a_report

TEXT = (
    "Gunmen attacked a bus in Kano on Saturday, killing 12 people, police said. Boko Haram claimed responsibility for "
    "the attack. On Friday an air strike on the village of Toumba killed nine militants, the army said. About 140 "
    "attacks have been recorded since January."
)
OTHER = "Police arrested three suspects in Lagos on Sunday. Protesters marched through Abuja on Saturday."


def a_span(start: int, end: int, quote: str = "words") -> Span:
    return Span(start, end, quote)


def a_count(best: int | None, hedge: Hedge = "exact", least: int | None = None) -> Quantity:
    return Quantity(best if least is None else least, best, best, hedge, "words")


def a_casualty(kind: CasualtyKind, best: int, group: str) -> Casualty:
    return Casualty(
        kind=kind,
        group=group,
        group_id=None,
        quantity=a_count(best),
        certainty="asserted",
        according_to=(),
        evidence=(a_span(0, 5),),
    )


def a_party(name: str, start: int = 0, end: int = 5) -> Party:
    return Party(
        name=name, actor_id=None, kind="unknown", certainty="asserted", according_to=(), evidence=(a_span(start, end),)
    )


def a_place(name: str, lat: float | None, lon: float | None, country: str = "NG", precision: int = 1) -> Place:
    return Place(
        name=name,
        facility=None,
        admin1=None,
        country=country,
        lat=lat,
        lon=lon,
        geo_precision=3 if precision == 3 else 1,
        gazetteer_id=None,
        evidence=(a_span(0, 5),),
    )


def a_time(start: str | None) -> Time:
    return Time(start, None, "day", None, "explicit", "words")


DAYS = [
    ("2024-03-10", "2024-03-10", True),
    ("2024-03-10T18:30:00+03:00", "2024-03-10", True),
    ("2024-03", "2024-03-10", True),
    ("2024-03-10", "2024-03-11", False),
    (None, None, True),
    (None, "2024-03-10", False),
]
PLACES = [
    (a_place("Kano", 12.0, 8.5), a_place("Kano", 12.0, 8.5), True),
    (a_place("Kano", 12.0, 8.5), a_place("Kano State", None, None), True),
    (a_place("Kano", 12.0, 8.5), a_place("Rano", 12.1, 8.6), True),
    (a_place("Kano", 12.0, 8.5), a_place("Lagos", 6.5, 3.4), False),
    (a_place("Kano", 12.0, 8.5), a_place("Kano", 12.0, 8.5, "SD"), False),
    (a_place("Kano", 12.0, 8.5), a_place("Bauchi", None, None), False),
    (a_place("Kano", 12.0, 8.5), a_place("the north", 13.0, 9.0, precision=3), True),
]
PARTIES = [
    (a_party("Boko Haram", 0, 10), a_party("Boko Haram fighters", 20, 40), True),
    (a_party("the army", 0, 8), a_party("Nigerian Army", 50, 60), True),
    (a_party("ISIL", 0, 4), a_party("Islamic State", 50, 63), True),
    (a_party("gunmen", 0, 6), a_party("assailants", 0, 6), True),  # the same words of the text
    (a_party("gunmen", 0, 6), a_party("the army", 50, 58), False),
]
ROWS = [
    (a_casualty("killed", 12, "people"), a_casualty("killed", 12, "civilians"), True),
    (a_casualty("killed", 12, "soldiers"), a_casualty("killed", 12, "Nigerian soldiers"), True),
    (a_casualty("killed", 12, "soldiers"), a_casualty("killed", 12, "rebels"), False),
    (a_casualty("killed", 12, "people"), a_casualty("injured", 12, "people"), False),
    (a_casualty("killed", 12, "people"), a_casualty("killed", 13, "people"), False),
]


@pytest.mark.parametrize(("one", "other", "same"), DAYS)
def test_days_agree_as_far_as_the_vaguer_tells(one: str | None, other: str | None, same: bool) -> None:
    assert same_day(a_time(one), a_time(other)) is same
    assert same_day(a_time(other), a_time(one)) is same


@pytest.mark.parametrize(("one", "other", "same"), PLACES)
def test_places_agree_by_name_or_nearness(one: Place, other: Place, same: bool) -> None:
    assert same_place(one, other) is same
    assert same_place(other, one) is same


@pytest.mark.parametrize(("one", "other", "same"), PARTIES)
def test_parties_agree_by_name_or_words(one: Party, other: Party, same: bool) -> None:
    assert same_party(one, other) is same
    assert same_party(other, one) is same


@pytest.mark.parametrize(("one", "other", "same"), ROWS)
def test_rows_agree_by_kind_count_and_group(one: Casualty, other: Casualty, same: bool) -> None:
    assert same_row(one, other) is same


def test_a_row_with_another_group_still_counts_the_same() -> None:
    assert same_count(a_casualty("killed", 12, "soldiers"), a_casualty("killed", 12, "rebels"))


def test_quantities_agree_under_one_hedge_alone() -> None:
    assert same_quantity(a_count(12), a_count(12))
    assert not same_quantity(a_count(12), a_count(None, "at_least", 12))


def test_stances_agree_by_stance_and_speaker() -> None:
    def stance(name: str, start: int) -> Responsibility:
        speaker = a_party(name, start, start + 5)
        return Responsibility(speaker=speaker, stance="claims", object=None, channel=None, evidence=(a_span(0, 5),))

    assert same_stance(stance("Boko Haram", 0), stance("Boko Haram", 30))
    assert not same_stance(stance("Boko Haram", 0), stance("the army", 30))


OVERLAPS = [((0, 10), (0, 10), 1.0), ((0, 10), (5, 15), 0.5), ((0, 10), (2, 4), 1.0), ((0, 10), (10, 20), 0.0)]


@pytest.mark.parametrize(("one", "other", "share"), OVERLAPS)
def test_overlap_is_of_the_shorter(one: tuple[int, int], other: tuple[int, int], share: float) -> None:
    assert overlap(a_span(*one), a_span(*other)) == pytest.approx(share)
    assert overlap(a_span(*other), a_span(*one)) == pytest.approx(share)


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
    assert same_figure(figure, figure)
    assert not same_figure(figure, replace(figure, quantity=a_count(7)))


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
