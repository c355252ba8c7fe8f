"""Where an act happened, measured on event_location.

Run `python -m bench.event_location --data DIR [--split test] [--json]`.

DIR holds `items.jsonl`: sentences with a verb and the words that tell where it happened, if any (Halterman). Measured
is a tenth of the sentences, which training leaves out; `--split all` measures every one. Precision and recall are
over words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.readers import add_reader
from bench.scores import tell
from dateline.extract.analyse import analyse
from dateline.extract.document import Document
from dateline.extract.encoder.reading import Reading
from dateline.extract.findings import Findings
from dateline.extract.frames import told
from dateline.ingest.read import read_text
from dateline.resolve.report import Reader
from dateline.resolve.setting import choose_place
from training.encoder.sources import EVENT_LOCATION_PARTS, held_out

RULED = 0.1  # what a word gains that the rules choose too
LEAST = 0.5  # probability from which a word tells the place


def main(argv: Sequence[str] | None = None) -> int:
    """Print precision, recall and F1 over words."""
    parser = argparse.ArgumentParser(prog="bench.event_location", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder with items.jsonl")
    parser.add_argument("--split", choices=("test", "all"), default="test")
    parser.add_argument("--json", action="store_true")
    add_reader(parser)
    asked = parser.parse_args(argv)
    file = asked.data / "items.jsonl"
    if not file.is_file():
        print(f"{file} is not there; skipped", file=sys.stderr)
        return 0
    scores = measure(file, whole=asked.split == "all", reader=asked.reader)
    tell(scores, as_json=asked.json)
    return 0


def measure(file: Path, *, whole: bool, reader: Reader = "both") -> dict[str, object]:
    """Return the scores of one file."""
    right = found = gold = sentences = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        verb = next((s for s in row["spans"] if s["label"] == "VERB"), None)
        if verb is None or not (whole or held_out(row["text"], EVENT_LOCATION_PARTS)):
            continue
        sentences += 1
        document = analyse(read_text(row["text"]))
        wanted = {
            i
            for i, token in enumerate(document.tokens)
            for s in row["spans"]
            if s["label"] == "LOCATION" and s["start"] < token.end and token.start < s["end"]
        }
        act = [i for i, t in enumerate(document.tokens) if verb["start"] < t.end and t.start < verb["end"]]
        where = _told(document, act, reader) if act else set()
        right, found, gold = right + len(where & wanted), found + len(where), gold + len(wanted)
    return {
        "precision": round(right / max(found, 1), 4),
        "recall": round(right / max(gold, 1), 4),
        "f1": round(2 * right / max(found + gold, 1), 4),
        "sentences": sentences,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    }


def _told(document: Document, act: Sequence[int], reader: Reader) -> set[int]:
    """Return the words that tell where the act of words `act` happened."""
    score = np.zeros(len(document.tokens))
    if reader != "rules":
        score += Reading(document).ask(act[0], act[-1] + 1).role("site")
    if reader != "encoder":
        score[_ruled(document, act)] += 1.0 if reader == "rules" else RULED
    return {i for i in range(len(document.tokens)) if score[i] >= LEAST}


def _ruled(document: Document, act: Sequence[int]) -> list[int]:
    findings = Findings(document, encoder=False)
    sentence = document.sentence_of(act[0])
    read = told(findings, sentence)
    frame = next((f for f in read.frames if f.first <= act[0] < f.trigger.last), None)
    ranks = {i: 1 for i, place in enumerate(findings.toponyms) if not place.metonym and not place.in_filing_line}
    choice = choose_place(read, frame, findings.toponyms, ranks) if frame is not None else None
    if choice is None:
        return []
    place = findings.toponyms[choice.index]
    return list(range(place.first, place.last))


if __name__ == "__main__":
    raise SystemExit(main())
