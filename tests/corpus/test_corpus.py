"""The reports written for this project: enough of every sort, dealt into parts, annotated twice, and real ones apart."""

import json
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from corpus.agreement import compared, twice
from corpus.records import load_all
from corpus.standoff import FOLDER, joined, load
from dateline.analyse.agreement import mean_f1, total
from dateline.model.codes import EVENT_TYPE
from dateline.model.report import Report

ROOT = Path(__file__).parents[2]
PARTS = ("golden", "train", "dev", "test")
DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    return [record for part in PARTS for record in load_all(ROOT / "corpus" / part)]


def test_there_are_two_hundred_reports_of_every_sort(records: list[dict[str, Any]]) -> None:
    assert len(records) >= 200
    subs = [event["sub_event_type"] for record in records for event in record["events"]]
    assert {sub for sub in EVENT_TYPE if subs.count(sub) < 5} == set()
    countries = {e["place"]["country"] for r in records for e in r["events"] if e["place"]} - {None}
    assert len(countries) >= 40
    assert {e["status"] for r in records for e in r["events"]} >= {"threatened", "planned", "denied", "background"}
    assert sum(not record["events"] for record in records) >= len(records) * 0.12


def test_no_report_stands_in_two_parts(records: list[dict[str, Any]]) -> None:
    assert len({record["text"] for record in records}) == len(records)
    assert len({record["id"] for record in records}) == len(records)


def test_thirty_reports_were_annotated_twice_from_the_same_text() -> None:
    pairs = twice()
    assert len(pairs) >= 30
    for first, second in pairs:
        assert first.text == second.text, first.id
    assert mean_f1(total(compared())) > 0.85


def test_second_annotations_are_of_the_text_alone() -> None:
    for file in (ROOT / "corpus" / "second").glob("*.toml"):
        assert tomllib.loads(file.read_text(encoding="utf-8"))["about"] == "second annotation"


def test_stand_off_records_hold_no_words_of_the_text() -> None:
    for name in ("fa_kes", "re3d"):
        for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            assert '"quote"' not in line
            assert "text" not in record
            assert record["title"] is None
            assert len(record["text_sha256"]) == 64


def test_a_stand_off_record_is_joined_with_its_text() -> None:
    record = {
        "text_sha256": "0" * 64,
        "statements": [{"cue": [3, 7], "content": {"start": 0, "end": 2}, "said_at": {"text": None}}],
    }
    assert joined(record, "No, said he") == {
        "text_sha256": "0" * 64,
        "text": "No, said he",
        "statements": [
            {"cue": " sai", "content": {"start": 0, "end": 2, "quote": "No"}, "said_at": {"text": ""}},
        ],
    }


@pytest.mark.skipif(not (DATA / "fa_kes").is_dir(), reason="the public data does not lie beside this checkout")
def test_real_reports_join_into_records_of_the_contract() -> None:
    found = list(load(DATA))
    assert len(found) == 529
    for record in found:
        msgspec.convert(record, Report, strict=False)
    changes = map(json.loads, (FOLDER / "changes.jsonl").read_text(encoding="utf-8").splitlines())
    assert {change["report"] for change in changes} <= {record["id"] for record in found}


def test_no_incident_of_the_test_part_is_told_in_another() -> None:
    """One day and one place stand for an incident; months and years are too wide to tell."""
    told: dict[tuple[str, str, str], set[str]] = {}
    for part in PARTS:
        for record in load_all(ROOT / "corpus" / part):
            for event in record["events"]:
                place, time = event["place"], event["time"]
                if place and time["start"] and time["precision"] in {"minute", "hour", "part_of_day", "day"}:
                    name = place["name"].split(",")[0].casefold()
                    told.setdefault((place["country"], time["start"][:10], name), set()).add(part)
    assert {key: parts for key, parts in told.items() if "test" in parts and len(parts) > 1} == {}
