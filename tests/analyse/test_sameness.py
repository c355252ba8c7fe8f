"""Sameness: when two values of two readings say the same."""

import pytest

from dateline.analyse.sameness import (
    overlap,
    same_count,
    same_day,
    same_figure,
    same_party,
    same_place,
    same_quantity,
    same_row,
    same_stance,
)
from dateline.model.codes import CasualtyKind, FigureKind, Hedge
from dateline.model.report import Figure
from dateline.model.values import Casualty, Party, Place, Quantity, Responsibility, Span, Time


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


def a_figure(kind: FigureKind, best: int) -> Figure:
    return Figure(
        kind=kind,
        what="words",
        quantity=a_count(best),
        perpetrators=(),
        targets=(),
        weapons=(),
        places=(),
        since=None,
        until=None,
        speaker=None,
        evidence=(a_span(0, 5),),
    )


def test_figures_agree_by_kind_and_count() -> None:
    assert same_figure(a_figure("attack_tally", 140), a_figure("attack_tally", 140))
    assert not same_figure(a_figure("attack_tally", 140), a_figure("attack_tally", 141))
    assert not same_figure(a_figure("attack_tally", 140), a_figure("other", 140))
