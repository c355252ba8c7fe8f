"""The steps joined: order, faults of one report, ingesting whole and again."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

import dateline
from dateline.errors import LexiconError, UnreadableError
from dateline.ingest.read import read_text
from dateline.model.report import Report, Source
from dateline.pipeline import SERIAL, Kept, Known, affiliated, extract, extract_all, extract_sources, ingest
from dateline.resolve.report import read_report
from dateline.store import open_store
from tests.cli.running import NEWS, OTHER

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def test_the_package_extracts_whatever_is_imported_besides() -> None:
    import dateline.extract.document  # noqa: PLC0415

    report = dateline.extract(NEWS, published="2021-05-04", uri="u:1", title="Bomb", publisher="A")
    assert (report.uri, report.title, report.publisher, report.published_at) == ("u:1", "Bomb", "A", "2021-05-04")
    assert report == extract(NEWS, published="2021-05-04", uri="u:1", title="Bomb", publisher="A")
    assert dateline.extract.document.Document is not None  # type: ignore[attr-defined]


def test_the_package_reads_paths(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(NEWS, encoding="utf-8")
    report, error = dateline.extract_all([str(file), str(tmp_path / "b.txt")])
    assert isinstance(report, Report)
    assert isinstance(error, UnreadableError)


def test_a_wrong_date_is_said_at_once() -> None:
    with pytest.raises(UnreadableError):
        extract_all(["-"], published="soon")


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_order_and_what_is_no_source_passes_through(workers: int) -> None:
    sources = [read_text(f"{OTHER}Number {n}.") for n in range(SERIAL + 40)]
    items = [*sources[:30], Known("k"), *sources[30:]]
    outcomes = list(extract_sources(items, workers=workers))
    ids = [outcome.id if isinstance(outcome, Report) else outcome for outcome in outcomes]
    assert ids == [*(s.id for s in sources[:30]), Known("k"), *(s.id for s in sources[30:])]


def test_a_report_that_extraction_fails_on_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(source: Source) -> Report:
        if "village" in source.text:
            raise ZeroDivisionError("odd")
        return read_report(source)

    monkeypatch.setattr("dateline.pipeline.read_report", failing)
    failed, fine = extract_sources([read_text(OTHER, uri="u:1"), read_text(NEWS)])
    assert isinstance(fine, Report)
    assert isinstance(failed, UnreadableError)
    assert str(failed) == "u:1: Dateline failed on it (ZeroDivisionError: odd); please report it"


def test_a_missing_lexicon_stops_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: Source) -> Report:
        raise LexiconError("gazetteer", "is not built yet")

    monkeypatch.setattr("dateline.pipeline.read_report", missing)
    with pytest.raises(LexiconError):
        list(extract_sources([read_text(NEWS)]))


def test_ingesting_adds_each_report_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in (NEWS, OTHER, NEWS)), encoding="utf-8")
    paths = [str(file), str(tmp_path / "none")]
    with open_store("sqlite://", affiliated) as store:
        first, second, again, error = ingest(paths, store, lambda: NOW)
        assert isinstance(first, Kept)
        assert first.added.created
        assert isinstance(second, Kept)
        assert again == Known(first.report.id)
        assert isinstance(error, UnreadableError)
        before = list(store.incidents())
        monkeypatch.setattr("dateline.pipeline.read_report", None)  # what is known is not read again
        assert [type(outcome) for outcome in ingest(paths, store, lambda: NOW)] == [
            Known,
            Known,
            Known,
            UnreadableError,
        ]
        assert list(store.incidents()) == before


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("islamic-resistance-in-iraq", "islamic-resistance-in-iraq", True),
        ("state:IQ:police", "state:IQ:military", True),
        ("state:IQ:police", "state:SY:police", False),
        ("state:MX:military", "mexican-national-guard", True),
        ("state:IQ:military", "mexican-national-guard", False),
        ("state:IQ:military", "islamic-resistance-in-iraq", False),
        ("unheard-of", "unheard-of", True),
        ("unheard-of", "state:IQ:military", False),
    ],
)
def test_actors_that_belong_together(one: str, other: str, *, together: bool) -> None:
    assert affiliated(one, other) is affiliated(other, one) is together
