"""Entities measured on re3d: `python -m bench.re3d --data DIR [--split test] [--json]`.

DIR holds folders with `documents.jsonl` and `entities.jsonl`. Measured is a fifth of the documents, which training
leaves out (with all of the folder whose licence allows no training); `--split all` measures every document. An
entity is right where type and words agree; gold of confidence 0 neither counts nor is counted against.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.readers import READERS
from bench.scores import scores_of, tell
from dateline.extract.analyse import analyse
from dateline.extract.document import Document
from dateline.extract.encoder.entities import Entity, entities
from dateline.extract.encoder.labels import ENTITIES
from dateline.extract.encoder.reading import Reading
from dateline.extract.findings import Findings
from dateline.ingest.read import read_text
from training.encoder.sources import RE3D_PARTS, UNLICENSED, held_out

Told = tuple[str, int, int]  # type, characters [start, end)
BORNE_OUT = 0.2  # probability from which an entity of the rules alone is given
RULED = {
    "actor": "Organisation",
    "organisation": "Organisation",
    "force": "Organisation",
    "weapon": "Weapon",
    "country": "Location",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Print precision, recall and F1 of entities by exact span: both readers together, and each alone."""
    parser = argparse.ArgumentParser(prog="bench.re3d", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder of folders with documents.jsonl")
    parser.add_argument("--split", choices=("test", "all"), default="test")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(argv)
    if not any(asked.data.glob("*/documents.jsonl")):
        print(f"{asked.data}: no documents of re3d here; skipped", file=sys.stderr)
        return 0
    scores = measure(asked.data, whole=asked.split == "all")
    tell(scores, as_json=asked.json)
    return 0


def measure(data: Path, *, whole: bool) -> dict[str, object]:
    """Return the scores over the documents of a folder."""
    counts: dict[str, dict[str, list[int]]] = {r: {label: [0, 0, 0] for label in ENTITIES} for r in READERS}
    digest = hashlib.sha256()
    documents = 0
    for text, gold, unsure in corpus(data, whole=whole):
        documents += 1
        digest.update(text.encode())
        document = analyse(read_text(text))
        reading = Reading(document)
        by_rules = _ruled(document)
        told = {"rules": _chars(document, by_rules), "encoder": _chars(document, entities(reading))}
        told["both"] = _chars(document, _both(reading, by_rules))
        for reader, found in told.items():
            kept = found - (unsure - gold)
            for label in ENTITIES:
                mine = {e for e in kept if e[0] == label}
                theirs = {e for e in gold if e[0] == label}
                added = (len(mine & theirs), len(mine), len(theirs))
                counts[reader][label] = [a + b for a, b in zip(counts[reader][label], added, strict=True)]
    totals = {reader: [sum(c) for c in zip(*by.values(), strict=True)] for reader, by in counts.items()}
    return {
        **scores_of(totals["both"]),
        "rules": scores_of(totals["rules"]),
        "encoder": scores_of(totals["encoder"]),
        "types": {label: scores_of(count)["f1"] for label, count in counts["both"].items()},
        "documents": documents,
        "corpus_sha256": digest.hexdigest(),
    }


def corpus(data: Path, *, whole: bool) -> Iterator[tuple[str, set[Told], set[Told]]]:
    """Yield the text of each document with its sure and its unsure entities."""
    for folder in sorted(path.parent for path in data.glob("*/documents.jsonl")):
        rows: dict[str, list[Mapping[str, object]]] = {}
        for line in (folder / "entities.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows.setdefault(row["documentId"], []).append(row)
        for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if whole or folder.name == UNLICENSED or held_out(row["_id"], RE3D_PARTS):
                sure: set[Told] = set()
                unsure: set[Told] = set()
                for entity in rows.get(row["_id"], []):
                    made = (str(entity["type"]), int(str(entity["begin"])), int(str(entity["end"])))
                    (sure if float(str(entity["confidence"])) > 0 else unsure).add(made)
                yield row["text"], sure, unsure


def _both(reading: Reading, by_rules: Sequence[Entity]) -> list[Entity]:
    """Return the encoder's entities, and those of the rules that it leaves free and does not rule out."""
    found = entities(reading)
    for one in by_rules:
        likely = float(reading.inside(one.label)[one.first : one.last].mean())
        if likely >= BORNE_OUT and not any(e.first < one.last and one.first < e.last for e in found):
            found.append(one)
    return found


def _ruled(document: Document) -> list[Entity]:
    findings = Findings(document, encoder=False)
    spans = [(RULED[m.kind], m.first, m.last) for m in findings.mentions if m.kind in RULED]
    spans += [("Location", t.first, t.last) for t in findings.toponyms]
    spans += [("Temporal", t.first, t.last) for t in findings.times]
    spans += [("Quantity", q.first, q.last) for q in findings.quantities]
    return [Entity(label, first, last, 1.0) for label, first, last in spans]


def _chars(document: Document, found: Sequence[Entity]) -> set[Told]:
    return {(e.label, document.tokens[e.first].start, document.tokens[e.last - 1].end) for e in found}


if __name__ == "__main__":
    raise SystemExit(main())
