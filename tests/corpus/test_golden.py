"""Golden reports: none reads worse than the floor, and every record keeps the contract's laws."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from corpus.floor import FLOOR, compared, digest, fallen, figures, reading, reports
from dateline.analyse.agreement import Agreement, total
from dateline.model.report import Report

GOLD = dict(reports())
SCHEMA = Path(__file__).parents[3] / "shared" / "contract" / "interchange.schema.json"
EVENTLESS = sorted(name for name, gold in GOLD.items() if not gold.events)


@pytest.fixture(scope="module")
def agreements() -> dict[str, Agreement]:
    return compared()


def test_there_are_forty_golden_reports_and_one_real_one() -> None:
    assert len(GOLD) >= 40
    assert len({event.event_type for gold in GOLD.values() for event in gold.events}) == 6


def test_no_field_falls_below_its_floor(agreements: dict[str, Agreement]) -> None:
    floor = json.loads(FLOOR.read_text(encoding="utf-8"))
    assert floor["sha256"] == digest(), "the golden reports changed: python -m corpus.floor --write"
    assert fallen(figures(total(agreements.values())), floor["floor"]) == {}


def spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"start", "end", "quote"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from spans(inner)


@pytest.mark.parametrize("name", GOLD)
def test_every_span_quotes_its_text(name: str) -> None:
    record = msgspec.to_builtins(reading(GOLD[name]))
    for span in spans(record):
        assert record["text"][span["start"] : span["end"]] == span["quote"]


@pytest.mark.skipif(not SCHEMA.exists(), reason="the contract does not lie beside this checkout")
@pytest.mark.parametrize("name", GOLD)
def test_every_record_keeps_the_contract(name: str) -> None:
    record = json.loads(msgspec.json.encode(reading(GOLD[name])))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(record)


@pytest.mark.parametrize("name", GOLD)
def test_reading_twice_changes_nothing(name: str) -> None:
    first: Report = reading(GOLD[name])
    assert reading(GOLD[name]) == first
