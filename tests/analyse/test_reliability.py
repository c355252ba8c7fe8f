"""Confidence judged by gold: what is right, in which bin, and how far confidence is off."""

from msgspec.structs import replace

from dateline.analyse.reliability import Judged, bins, calibration_error, judged
from dateline.model.report import Report
from dateline.pipeline import extract

TEXT = "Gunmen ambushed an army convoy near Ansongo in Mali on Thursday, killing seven soldiers.\n"


def report() -> Report:
    return extract(TEXT, published="2025-02-07")


def test_a_reading_is_right_of_itself() -> None:
    found = report()
    values = list(judged(found, found))
    assert {"event", "status", "sub_type"} <= {one.kind for one in values}
    assert all(one.right and 0 < one.confidence < 1 for one in values)


def test_what_gold_does_not_tell_is_wrong() -> None:
    found = report()
    assert not any(one.right for one in judged(replace(found, events=()), found))


def test_bins_and_error() -> None:
    values = [Judged("event", "both", 0.85, right=True)] * 8 + [Judged("event", "both", 0.85, right=False)] * 2
    values += [Judged("event", "rules", 0.2, right=False)] * 10
    low, high = bins(values)
    assert (low.values, low.right, high.values, high.right) == (10, 0.0, 10, 0.8)
    assert abs(calibration_error(values) - (0.5 * 0.2 + 0.5 * 0.05)) < 1e-9
    assert calibration_error([]) == 0.0
