"""`dateline evaluate`: figures against gold, differences with their sentences."""

import json
from pathlib import Path

import pytest
from msgspec import json as records
from msgspec.structs import replace

from dateline.cli import OK, UNREADABLE, run
from dateline.cli.evaluation import evaluation
from dateline.model.report import Report
from dateline.pipeline import extract
from tests.cli.running import NEWS, OTHER

CALM = "The library will open an hour later this week, the council said on Monday.\n"


def written(path: Path, *reports: Report) -> str:
    path.write_bytes(b"".join(records.encode(report) + b"\n" for report in reports))
    return str(path)


@pytest.fixture
def found() -> list[Report]:
    return [extract(NEWS, published="2021-05-04"), extract(OTHER), extract(CALM)]


def test_its_own_records_are_all_right(tmp_path: Path, found: list[Report], capfd: pytest.CaptureFixture[str]) -> None:
    gold = written(tmp_path / "gold.jsonl", *found)
    assert run(["evaluate", gold]) == OK
    out = capfd.readouterr().out
    assert "mean F1 1.000 over 3 reports" in out
    assert "0 false events in the 1 reports" in out


def test_figures_for_programs_and_differences_with_sentences(
    tmp_path: Path, found: list[Report], capfd: pytest.CaptureFixture[str]
) -> None:
    gold = written(tmp_path / "gold.jsonl", *found)
    blank = replace(found[0], events=())
    reports = written(tmp_path / "run.jsonl", blank, *found[1:])
    assert run(["evaluate", gold, "--reports", reports, "--format", "json", "--errors", "place"]) == OK
    result = json.loads(capfd.readouterr().out)
    assert result["reports"] == 3
    assert result["fields"]["event"]["missed"] == len(found[0].events)
    [error] = [error for error in result["errors"] if error["gold"] == "Kabul"]
    assert "Kabul" in error["words"]
    assert run(["evaluate", gold, "--reports", reports, "--errors", "all"]) == OK
    out = capfd.readouterr().out
    assert "gold: Kabul  found: nothing" in out


def test_a_report_missing_from_the_run_counts_as_empty_and_is_named(
    tmp_path: Path, found: list[Report], capfd: pytest.CaptureFixture[str]
) -> None:
    gold = written(tmp_path / "gold.jsonl", *found)
    reports = written(tmp_path / "run.jsonl", found[0])
    assert run(["evaluate", gold, "--reports", reports]) == UNREADABLE
    out, err = capfd.readouterr()
    assert err.count("counted as empty") == 2
    assert "over 3 reports" in out


def test_news_where_gold_has_none_is_counted(found: list[Report]) -> None:
    silent = replace(found[0], events=(), figures=(), statements=())
    result = evaluation([(silent, found[0])])
    assert (result.eventless, result.false_events) == (1, sum(e.status == "occurred" for e in found[0].events))


def test_lines_that_are_no_record_are_named_and_skipped(
    tmp_path: Path, found: list[Report], capfd: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(records.encode(found[0]) + b'\n\n{"text": 1}\n')
    assert run(["evaluate", str(gold)]) == UNREADABLE
    out, err = capfd.readouterr()
    assert f"{gold}:3: no report record" in err
    assert "over 1 reports" in out


@pytest.mark.parametrize("data", [b"", b"no record\n"])
def test_gold_without_a_record_is_an_error(tmp_path: Path, data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(data)
    assert run(["evaluate", str(gold)]) == UNREADABLE
    assert run(["evaluate", str(tmp_path / "absent")]) == UNREADABLE
    assert capfd.readouterr().err.count("\n") == 2


def test_an_empty_text_in_gold_is_named(tmp_path: Path, found: list[Report], capfd: pytest.CaptureFixture[str]) -> None:
    gold = written(tmp_path / "gold.jsonl", found[2], replace(found[2], id="void", text=" "))
    assert run(["evaluate", gold]) == UNREADABLE
    assert "gold report void: the text is empty" in capfd.readouterr().err
