"""How fast reports are read, on one process and on two: `python -m bench.extract_speed [--reports 1000] [--words 400]`.

Reports are made of the paragraphs of this project's own golden and sample reports, put together anew until each has
the words that were asked for. Two runs of one size, seed and `corpus_sha256` measure the same thing. Each way is
measured in a fresh process, so that loading counts and neither way's memory is the other's.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from corpus.records import load_all
from dateline.ingest.read import read_all
from dateline.lexicon.words import word_spans
from dateline.model.report import Report, Source
from dateline.pipeline import extract_all

HERE = Path(__file__).parents[1]
DAY = "2025-02-02"  # of texts that tell no date of publication
WAYS = (2, 1)  # numbers of processes


class Piece(NamedTuple):
    """One report of the corpus, to be cut up: its day of publication and its paragraphs."""

    published: str
    paragraphs: tuple[str, ...]


def pieces() -> list[Piece]:
    """Return the project's own reports in English, golden ones first."""
    golden = [
        (record["published_at"], record["text"], record["language"]) for record in load_all(HERE / "corpus/golden")
    ]
    samples = read_all([str(HERE / "samples")])
    read = [(one.published_at, one.text, one.language) for one in samples if isinstance(one, Source)]
    return [Piece(day or DAY, _paragraphs(text)) for day, text, language in (*golden, *read) if language == "en"]


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def generated(known: Sequence[Piece], reports: int, words: int, seed: int) -> Iterator[dict[str, str]]:
    """Yield reports as JSON Lines has them: paragraphs of one text after another's until there are words enough."""
    random = Random(seed)  # noqa: S311 - the same reports in every run
    for number in range(reports):
        first = random.choice(known)
        paragraphs: list[str] = []
        waiting = list(first.paragraphs)
        while sum(len(paragraph.split()) for paragraph in paragraphs) < words:
            paragraphs.append(waiting.pop(0))
            waiting = waiting or list(random.choice(known).paragraphs)
        uri = f"https://example.org/{number}"
        yield {"uri": uri, "published_at": first.published, "text": "\n\n".join(paragraphs)}


class Run(NamedTuple):
    """What reading a file of reports took, and what came of it."""

    seconds: float
    cpu_s: float
    reports: int
    events: int
    failed: int
    own_mib: int
    largest_worker_mib: int


def read_file(path: str, workers: int) -> Run:
    """Read a file of reports with so many processes; the one that asks is one of them where there is only one."""
    begun = perf_counter()
    reports = events = failed = 0
    for outcome in extract_all([path], workers=workers):
        if isinstance(outcome, Report):
            reports += 1
            events += len(outcome.events)
        else:
            failed += 1
    seconds = perf_counter() - begun
    own, workers_used = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    cpu_s = sum(used.ru_utime + used.ru_stime for used in (own, workers_used))
    return Run(seconds, cpu_s, reports, events, failed, own.ru_maxrss // 1024, workers_used.ru_maxrss // 1024)


def measure(reports: int, words: int, seed: int) -> dict[str, object]:
    """Return the size and digest of the reports read, and the speed and memory of each way of reading them.

    `cpu_s` is the time that cores worked, which a busy machine changes less. `peak_memory_mib` adds up the process
    and its workers at their largest: what they share counts for each of them.
    """
    made = list(generated(pieces(), reports, words, seed))
    lines = "".join(json.dumps(report) + "\n" for report in made)
    tokens = sum(1 for report in made for _ in word_spans(report["text"]))
    size = {"reports": reports, "words": sum(len(r["text"].split()) for r in made), "tokens": tokens, "seed": seed}
    found: dict[str, object] = {**size, "corpus_sha256": sha256(lines.encode()).hexdigest()}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        file.write_text(lines, encoding="utf-8")
        for workers in WAYS:
            found[f"processes_{workers}"] = _figures(_alone(str(file), workers), workers, tokens)
    return found


def _alone(path: str, workers: int) -> Run:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        return fresh.submit(read_file, path, workers).result()


def _figures(run: Run, workers: int, tokens: int) -> dict[str, float]:
    return {
        "seconds": round(run.seconds, 2),
        "cpu_s": round(run.cpu_s, 2),
        "reports_per_s": round(run.reports / run.seconds, 1),
        "tokens_per_s": round(tokens / run.seconds),
        "peak_memory_mib": run.own_mib + (workers * run.largest_worker_mib if workers > 1 else 0),
        "largest_process_mib": max(run.own_mib, run.largest_worker_mib),
        "events": run.events,
        "failed": run.failed,
    }


def main(argv: Sequence[str] | None = None) -> None:
    """Print the figures line by line unless --json is given, then as one JSON object."""
    parser = argparse.ArgumentParser(prog="bench.extract_speed", description="Measure how fast reports are read.")
    parser.add_argument("--reports", type=int, default=1000, help="how many to read")
    parser.add_argument("--words", type=int, default=400, help="least number of words of each")
    parser.add_argument("--seed", type=int, default=1, help="of the generated reports")
    parser.add_argument("--json", action="store_true", help="the JSON object alone")
    asked = parser.parse_args(argv)
    found = measure(asked.reports, asked.words, asked.seed)
    if not asked.json:
        for key, value in found.items():
            print(f"{key:16} {value}")
    json.dump(found, sys.stdout)
    print()


if __name__ == "__main__":
    main()
