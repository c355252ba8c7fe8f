"""Intervals of figures: they hold the figure, shrink with more reports, and tell two unlike runs apart."""

import pytest

from dateline.analyse.agreement import FIELDS, Agreement, Count
from dateline.analyse.bootstrap import Interval, differences, intervals


def part(right: int, false: int, missed: int) -> Agreement:
    counts = dict.fromkeys(FIELDS, Count()) | {"event": Count(right, false, missed)}
    return Agreement(counts, ())


def test_an_interval_holds_its_figure_and_is_the_same_each_time() -> None:
    parts = [part(3, 1, 1), part(1, 2, 0), part(4, 0, 2), part(0, 1, 1)]
    found = intervals(parts)
    assert found["event"].low <= 16 / 25 <= found["event"].high
    assert found["mean"] == found["event"]  # the only field that occurs
    assert intervals(parts) == found


def test_more_reports_make_it_narrower() -> None:
    few, many = intervals([part(3, 1, 1), part(1, 2, 0)] * 3), intervals([part(3, 1, 1), part(1, 2, 0)] * 60)
    assert many["event"].high - many["event"].low < few["event"].high - few["event"].low


def test_differences_are_paired() -> None:
    good, bad = [part(4, 0, 0)] * 20, [part(1, 3, 3)] * 20
    assert differences(good, bad)["event"].excludes_zero
    assert differences(good, good)["event"] == Interval(0.0, 0.0)
    with pytest.raises(ValueError, match="20 and 1 reports"):
        differences(good, bad[:1])


def test_no_reports_give_no_figures() -> None:
    assert intervals([])["mean"] == Interval(0.0, 0.0)
