"""How long `dateline extract` takes on one report, as a process from start to end: `python -m bench.cold_start`.

Each run is a new process; the files that it reads are in the system's cache after the first, which counts too.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.extract_speed import generated, pieces


def measure(runs: int, words: int, seed: int) -> dict[str, object]:
    """Return the median, least and greatest number of seconds of so many runs on one generated report."""
    [report] = generated(pieces(), 1, words, seed)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "one.txt"
        file.write_text(report["text"], encoding="utf-8")
        took_s = [seconds(file, report["published_at"]) for _ in range(runs)]
    return {
        "runs": runs,
        "words": len(report["text"].split()),
        "corpus_sha256": sha256(report["text"].encode()).hexdigest(),
        "median_s": round(median(took_s), 3),
        "min_s": round(min(took_s), 3),
        "max_s": round(max(took_s), 3),
    }


def seconds(file: Path, published: str) -> float:
    """Return how long the command took on a file; CalledProcessError if it failed."""
    command = [sys.executable, "-m", "dateline", "extract", str(file), "--published", published[:10]]
    begun = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begun


def main(argv: Sequence[str] | None = None) -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(prog="bench.cold_start", description="Measure one report, from a cold start.")
    parser.add_argument("--runs", type=int, default=9, help="how many processes to time, one after another")
    parser.add_argument("--words", type=int, default=400, help="least number of words of the report")
    parser.add_argument("--seed", type=int, default=1, help="of the generated report")
    asked = parser.parse_args(argv)
    json.dump(measure(asked.runs, asked.words, asked.seed), sys.stdout)
    print()


if __name__ == "__main__":
    main()
