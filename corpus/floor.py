"""How far the golden reports read right: what holds of each, counted by field, against a committed floor.

`python -m corpus.floor` prints the figures and the facts that do not hold; `--write` raises the floor. A floor
falls only with `--lower REASON`, and the reason stays in the file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from corpus.records import load
from dateline.analyse.agreement import FIELDS, Agreement, Count, agreement, mean_f1, total
from dateline.model.report import Report
from dateline.pipeline import extract

FOLDER = Path(__file__).parent / "golden"
FLOOR = FOLDER / "floor.json"
SLACK = 0.0005  # figures are kept to three digits


def reports(folder: Path = FOLDER) -> Iterator[tuple[str, Report]]:
    """Yield the name and gold record of each golden report, by name."""
    for file in sorted(folder.glob("*.toml")):
        yield file.stem, msgspec.convert(load(file), Report, strict=False)


def reading(gold: Report) -> Report:
    """Return what Dateline reads in a golden report's text, given the date that came with it."""
    given = gold.published_at if gold.published_basis in {"given", "metadata"} else None
    return extract(gold.text, published=given)


def compared(folder: Path = FOLDER) -> dict[str, Agreement]:
    """Return the agreement of each golden report with its reading, by name."""
    return {name: agreement(gold, reading(gold)) for name, gold in reports(folder)}


def digest(folder: Path = FOLDER) -> str:
    """Return the SHA-256 of the golden reports: two figures compare only if they measured the same thing."""
    parts = (hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.glob("*.toml")))
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def figures(counts: Mapping[str, Count]) -> dict[str, float]:
    """Return F1 by field and their mean, to three digits."""
    return {field: round(counts[field].f1, 3) for field in FIELDS} | {"mean": round(mean_f1(counts), 3)}


def fallen(
    now: Mapping[str, float], floor: Mapping[str, float], slack: float = SLACK
) -> dict[str, tuple[float, float]]:
    """Return the figures that lie below their floor by more than the slack: (floor, now)."""
    return {key: (least, now.get(key, 0.0)) for key, least in floor.items() if now.get(key, 0.0) < least - slack}


def main() -> int:
    """Print figures and misses; write the floor where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="raise the floor to today's figures")
    parser.add_argument("--lower", metavar="REASON", help="write the floor even where a figure falls")
    parser.add_argument("--misses", metavar="FIELD", help="list what differs in one field")
    asked = parser.parse_args()
    parts = compared()
    now = figures(total(parts.values()))
    known: dict[str, Any] = (
        json.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.exists() else {"floor": {}, "lowered": []}
    )
    for name, part in parts.items():
        for miss in part.misses:
            if miss.field == asked.misses:
                print(f"{name}: gold {miss.gold!r}, found {miss.found!r}: {miss.words[:100]}")
    print(json.dumps(now, indent=1))
    worse = fallen(now, known["floor"]) if known.get("sha256") == digest() else {}
    if worse and not asked.lower:
        print("below the floor:", ", ".join(f"{f} {a} -> {b}" for f, (a, b) in worse.items()))
        return 1
    if asked.write or asked.lower:
        lowered = [*known["lowered"], {"fields": sorted(worse), "reason": asked.lower}] if worse else known["lowered"]
        written = {"sha256": digest(), "reports": len(parts), "floor": now, "lowered": lowered}
        FLOOR.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
