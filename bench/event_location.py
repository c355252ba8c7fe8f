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

from dateline.extract.analyse import analyse
from dateline.extract.encoder.reading import Reading
from dateline.ingest.read import read_text

LEAST = 0.4  # probability from which a word tells the place


def main(argv: Sequence[str] | None = None) -> int:
    """Print precision, recall and F1 over words."""
    parser = argparse.ArgumentParser(prog="bench.event_location", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder with items.jsonl")
    parser.add_argument("--split", choices=("test", "all"), default="test")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(argv)
    file = asked.data / "items.jsonl"
    if not file.is_file():
        print(f"{file} is not there; skipped", file=sys.stderr)
        return 0
    scores = measure(file, whole=asked.split == "all")
    print(json.dumps(scores) if asked.json else "\n".join(f"{key} {value}" for key, value in scores.items()))
    return 0


def measure(file: Path, *, whole: bool) -> dict[str, object]:
    """Return the scores of one file."""
    right = found = gold = sentences = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        verb = next((s for s in row["spans"] if s["label"] == "VERB"), None)
        if verb is None or not (whole or held_out(row["text"])):
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
        told: set[int] = set()
        if act:
            role = Reading(document).ask(act[0], act[-1] + 1).role("site")
            told = {i for i in range(len(document.tokens)) if role[i] >= LEAST}
        right, found, gold = right + len(told & wanted), found + len(told), gold + len(wanted)
    return {
        "precision": round(right / max(found, 1), 4),
        "recall": round(right / max(gold, 1), 4),
        "f1": round(2 * right / max(found + gold, 1), 4),
        "sentences": sentences,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    }


def held_out(text: str) -> bool:
    """Tell whether training leaves a sentence out: a tenth, chosen by its hash."""
    return int(hashlib.sha256(f"dateline {text}".encode()).hexdigest()[:8], 16) % 10 == 0


if __name__ == "__main__":
    raise SystemExit(main())
