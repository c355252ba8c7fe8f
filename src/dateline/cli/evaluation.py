"""Records read and paired for measuring: gold beside what was found in the same text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, json
from msgspec.structs import replace

from dateline.analyse.agreement import Agreement, Count, Miss, agreement, mean_f1, total
from dateline.analyse.bootstrap import differences, intervals
from dateline.cli.progress import Meter
from dateline.errors import UnreadableError
from dateline.ingest.read import read_text
from dateline.model.report import Report, Source
from dateline.pipeline import extract_sources

Pair = tuple[Report, Report]  # gold, found


class Difference(Struct, frozen=True):
    """One difference and the report that it is in."""

    report: str
    miss: Miss


class Evaluation(Struct, frozen=True):
    """How far readings agree with gold: counts by field, what differs, and false news."""

    reports: int
    counts: dict[str, Count]
    mean_f1: float
    eventless: int  # reports in which gold has no event that is news
    false_events: int  # events found as news in those
    differences: tuple[Difference, ...]
    parts: tuple[Agreement, ...]  # by report, in the order of gold

    def in_field(self, field: str | None) -> tuple[Difference, ...]:
        """Return the differences in one field, in all, or none."""
        return tuple(d for d in self.differences if field in {"all", d.miss.field})

    def as_json(self, errors: str | None, against: Evaluation | None = None) -> dict[str, Any]:
        """Return it for programs, with the differences asked for and, beside another run's, how far it is above it."""
        sure = intervals(self.parts)
        fields: dict[str, dict[str, Any]] = {
            name: {
                "precision": round(count.precision, 4),
                "recall": round(count.recall, 4),
                "f1": round(count.f1, 4),
                "right": count.right,
                "false": count.false,
                "missed": count.missed,
                "interval": [round(sure[name].low, 4), round(sure[name].high, 4)],
            }
            for name, count in self.counts.items()
        }
        found: dict[str, Any] = {
            "reports": self.reports,
            "mean_f1": round(self.mean_f1, 4),
            "mean_f1_interval": [round(sure["mean"].low, 4), round(sure["mean"].high, 4)],
            "fields": fields,
            "reports_without_events": self.eventless,
            "false_events_there": self.false_events,
        }
        if against is not None:
            apart = differences(self.parts, against.parts)
            above = {name: count.f1 - against.counts[name].f1 for name, count in self.counts.items()}
            above["mean"] = self.mean_f1 - against.mean_f1
            found["above"] = {
                name: {"f1": round(value, 4), "interval": [round(apart[name].low, 4), round(apart[name].high, 4)]}
                for name, value in above.items()
            }
        if errors is not None:
            found["errors"] = [{"report": d.report, **msgspec.to_builtins(d.miss)} for d in self.in_field(errors)]
        return found


def evaluation(pairs: Iterable[Pair]) -> Evaluation:
    """Compare every reading with its gold and add up."""
    compared: list[Agreement] = []
    found_apart: list[Difference] = []
    eventless = false_events = 0
    for gold, found in pairs:
        result = agreement(gold, found)
        compared.append(result)
        found_apart += [Difference(gold.id, miss) for miss in result.misses]
        if not _news(gold):
            eventless += 1
            false_events += _news(found)
    counts = total(compared)
    return Evaluation(
        len(compared), counts, mean_f1(counts), eventless, false_events, tuple(found_apart), tuple(compared)
    )


def read_records(path: str) -> tuple[list[Report], list[UnreadableError]]:
    """Return the report records of a JSON Lines file, and what in it is none."""
    records: list[Report] = []
    faults: list[UnreadableError] = []
    decoder = json.Decoder(Report)
    try:
        with Path(path).open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.isspace():
                    continue
                try:
                    records.append(decoder.decode(line))
                except msgspec.DecodeError as error:
                    faults.append(UnreadableError(path, number, f"no report record ({error}); see the contract"))
    except OSError as error:
        faults.append(UnreadableError(path, None, f"cannot be read ({error.strerror})"))
    return records, faults


def pair_by_extraction(gold: list[Report], workers: int | None) -> tuple[list[Pair], list[UnreadableError]]:
    """Return gold beside what extraction finds in its text now, given what was known when it was annotated."""
    found: list[Pair] = []
    faults: list[UnreadableError] = []
    with Meter(len(gold)) as meter:
        outcomes = extract_sources(map(_source, gold), workers=workers)
        for record, outcome in zip(gold, outcomes, strict=True):
            if isinstance(outcome, Report):
                found.append((record, outcome))
            else:
                faults.append(outcome)
                found.append((record, _empty(record)))
            meter.step()
    return found, faults


def pair_by_text(gold: list[Report], path: str) -> tuple[list[Pair], list[UnreadableError]]:
    """Return gold beside the record of the same text in a file; one that is missing counts as empty."""
    records, faults = read_records(path)
    by_text = {record.text: record for record in records}
    missing = [record for record in gold if record.text not in by_text]
    faults += [
        UnreadableError(path, None, f"no record has the text of gold's report {r.id}; counted as empty")
        for r in missing
    ]
    return [(record, by_text.get(record.text, _empty(record))) for record in gold], faults


def _source(gold: Report) -> Source | UnreadableError:
    """Return the text of gold to read again; a publication date that was inferred has to be inferred again."""
    published = None if gold.published_basis == "inferred" else gold.published_at
    try:
        return read_text(
            gold.text,
            published=published,
            uri=gold.uri,
            title=gold.title,
            publisher=gold.publisher,
            language=gold.language,
        )
    except UnreadableError as error:
        return UnreadableError(f"gold report {gold.id}", None, error.reason)


def _empty(report: Report) -> Report:
    return replace(report, events=(), figures=(), statements=())


def _news(report: Report) -> int:
    return sum(event.status == "occurred" for event in report.events)
