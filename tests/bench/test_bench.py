"""Benchmarks: each runs on a tiny input and prints its figures as one JSON object."""

import json
from typing import Any

import pytest

from bench import cold_start, extract_speed, polnear, store_speed


def figures(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    last: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return last


def test_generated_reports_are_long_enough_dated_and_the_same_for_a_seed() -> None:
    known = extract_speed.pieces()
    one, again, other = (list(extract_speed.generated(known, 5, 120, seed)) for seed in (1, 1, 2))
    assert one == again != other
    assert all(len(report["text"].split()) >= 120 and report["published_at"] for report in one)


def test_speed_of_reading_is_told_for_one_process_and_for_two(capsys: pytest.CaptureFixture[str]) -> None:
    extract_speed.main(["--reports", "3", "--words", "40"])
    found = figures(capsys)
    assert found["reports"] == 3
    assert found["words"] >= 120
    for way in ("processes_1", "processes_2"):
        assert found[way]["failed"] == 0
        assert found[way]["reports_per_s"] > 0
        assert found[way]["peak_memory_mib"] >= found[way]["largest_process_mib"] > 0


def test_cold_start_is_told_with_its_spread(capsys: pytest.CaptureFixture[str]) -> None:
    cold_start.main(["--runs", "1", "--words", "40"])
    found = figures(capsys)
    assert found["runs"] == 1
    assert 0 < found["min_s"] <= found["median_s"] <= found["max_s"]


def test_a_store_is_measured_with_few_reports() -> None:
    found = store_speed.measure("sqlite://", reports=6, batch=2, seed=1)
    assert found["reports"] == 6
    assert found["incidents"]


def test_attribution_is_not_measured_without_its_corpus(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert polnear.main(["--data", str(tmp_path)]) == 0
    assert "skipped" in capsys.readouterr().err
