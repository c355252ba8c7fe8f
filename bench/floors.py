"""Every quality figure against its floor: `python -m bench.floors --data DIR [--write | --lower REASON]`.

Measures the corpora that lie in DIR, and this project's own, and compares with `floors.json`. A figure that falls
below its floor fails, as does one of a corpus that changed. `--write` raises floors to today's figures; a floor falls
only with `--lower REASON`, and the reason stays in the file. `--table` prints rules, encoder and both side by side.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from bench import case2021, event_location, muc4, polnear, re3d
from bench.readers import READERS
from corpus.floor import fallen as fallen_below
from corpus.records import load_all
from dateline.analyse.agreement import Agreement, agreement, mean_f1, total
from dateline.analyse.reliability import Judged, calibration_error, judged
from dateline.ingest.read import read_text
from dateline.model.report import Report
from dateline.resolve.report import Reader, read_report
from training.encoder.sources import real_reports

FILE = Path(__file__).with_name("floors.json")
CORPUS = Path(__file__).parents[1] / "corpus"
SLACK = 0.0015
Figures = dict[str, float]


def own_test(data: Path, reader: Reader) -> tuple[Figures, str]:  # noqa: ARG001 - all measures are called alike
    """Return figures and digest of the test part of this project's reports."""
    return _records(list(load_all(CORPUS / "test")), reader)


def real_test(data: Path, reader: Reader) -> tuple[Figures, str]:
    """Return figures and digest of the real reports that training never saw."""
    return _records(list(real_reports(data, "test")), reader)


def _records(records: list[dict[str, Any]], reader: Reader) -> tuple[Figures, str]:
    parts: list[Agreement] = []
    sure: list[Judged] = []
    empty = false = 0
    for record in records:
        gold = msgspec.convert(record, Report, strict=False)
        found = read_report(read_text(gold.text, published=gold.published_at), reader=reader)
        parts.append(agreement(gold, found))
        sure += judged(gold, found)
        if not gold.events:
            empty += 1
            false += bool(found.events)
    counts = total(parts)
    figures = {field: round(count.f1, 3) for field, count in counts.items()}
    figures |= {"mean": round(mean_f1(counts), 3), "empty_without_event": round(1 - false / max(empty, 1), 3)}
    if sure:
        figures["calibration"] = round(1 - calibration_error(sure), 3)
    digest = hashlib.sha256("".join(r["text"] for r in records).encode()).hexdigest()
    return figures, digest


def _muc4(data: Path, reader: Reader) -> tuple[Figures, str]:
    return _plain(muc4.measure(data / "muc4/grit_processed/dev.json", reader), "sha256", ("f1", "precision", "recall"))


def _case2021(data: Path, reader: Reader) -> tuple[Figures, str]:
    scores = case2021.measure(data / "case2021_task2/snippets.tsv", reader)
    return _plain(scores, "sha256", ("weighted_f1_25", "weighted_f1_30"))


def _polnear(data: Path, reader: Reader) -> tuple[Figures, str]:
    return _plain(polnear.measure(data / "polnear/dev", reader), "corpus_sha256", ("source_f1", "cue_f1", "content_f1"))


def _re3d(data: Path, reader: Reader) -> tuple[Figures, str]:
    scores = re3d.measure(data / "re3d", whole=False)
    chosen: Any = scores if reader == "both" else scores[reader]
    return {"f1": chosen["f1"]}, str(scores["corpus_sha256"])


def _event_location(data: Path, reader: Reader) -> tuple[Figures, str]:
    scores = event_location.measure(data / "event_location/items.jsonl", whole=False, reader=reader)
    return _plain(scores, "sha256", ("precision", "recall"))


def _plain(scores: Mapping[str, Any], digest: str, keys: tuple[str, ...]) -> tuple[Figures, str]:
    return {key: round(scores[key], 3) for key in keys}, str(scores[digest])


MEASURES: dict[str, tuple[str | None, Callable[[Path, Reader], tuple[Figures, str]]]] = {
    "own reports, test": (None, own_test),
    "real reports, test": ("fa_kes", real_test),
    "MUC-4 dev": ("muc4", _muc4),
    "CASE 2021 task 2": ("case2021_task2", _case2021),
    "PolNeAR dev": ("polnear", _polnear),
    "re3d, a fifth": ("re3d", _re3d),
    "event_location, a tenth": ("event_location", _event_location),
}
"""What is measured, and the folder of public data that it needs."""


def measured(data: Path, reader: Reader = "both") -> Iterator[tuple[str, Figures, str]]:
    """Yield name, figures and digest of every corpus that is there."""
    for name, (folder, measure) in MEASURES.items():
        if folder is None or (data / folder).is_dir():
            yield name, *measure(data, reader)


def fallen(now: Figures, floor: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Return the figures that lie below their floor: (floor, now)."""
    return fallen_below(now, floor, SLACK)


def load_floors() -> dict[str, Any]:
    """Return the floors, or an empty table before there are any."""
    if not FILE.exists():
        return {"floors": {}, "lowered": []}
    return json.loads(FILE.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def table(data: Path) -> Iterator[str]:
    """Yield a Markdown table of every figure by rules alone, encoder alone and both."""
    found = {reader: {name: figures for name, figures, _ in measured(data, reader)} for reader in READERS}
    yield "| corpus | figure | rules | encoder | both |"
    yield "|---|---|---|---|---|"
    for name, figures in found["both"].items():
        for key in figures:
            row = [found[reader][name].get(key) for reader in READERS]
            yield f"| {name} | {key} | " + " | ".join("–" if v is None else f"{v:.3f}" for v in row) + " |"


def main() -> int:
    """Compare, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public corpora")
    parser.add_argument("--write", action="store_true", help="raise the floors to today's figures")
    parser.add_argument("--lower", metavar="REASON", help="write the floors even where a figure falls")
    parser.add_argument("--table", action="store_true", help="print rules, encoder and both, and compare nothing")
    asked = parser.parse_args()
    if asked.table:
        print(*table(asked.data), sep="\n")
        return 0
    known = load_floors()
    worse: dict[str, Any] = {}
    for name, figures, digest in measured(asked.data):
        floor = known["floors"].get(name, {})
        print(name, json.dumps(figures))
        if floor and floor["sha256"] == digest:
            worse |= {name: below} if (below := fallen(figures, floor["figures"])) else {}
        if asked.write or asked.lower:
            known["floors"][name] = {"sha256": digest, "figures": figures}
    if worse and not asked.lower:
        print("below the floor:", json.dumps(worse))
        return 1
    if asked.lower and worse:
        known["lowered"].append({"figures": worse, "reason": asked.lower})
    if asked.write or asked.lower:
        FILE.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
