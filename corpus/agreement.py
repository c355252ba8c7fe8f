"""How far two annotators of this project's reports agree: `python -m corpus.agreement`.

`second/` holds reports annotated a second time from their texts alone. Figures are F1 of one annotation against the
other, by the same measure that readings are held to.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from corpus.records import load
from dateline.analyse.agreement import FIELDS, Agreement, agreement, mean_f1, total
from dateline.analyse.bootstrap import intervals
from dateline.model.report import Report

FOLDER = Path(__file__).parent
PARTS = ("golden", "train", "dev", "test")


def twice() -> list[tuple[Report, Report]]:
    """Return the reports that were annotated twice: the first annotation and the second."""
    return [
        (_report(first), _report(second))
        for second in sorted((FOLDER / "second").glob("*.toml"))
        for part in PARTS
        if (first := FOLDER / part / second.name).exists()
    ]


def compared() -> list[Agreement]:
    """Return how far each pair agrees."""
    return [agreement(first, second) for first, second in twice()]


def _report(path: Path) -> Report:
    return msgspec.convert(load(path), Report, strict=False)


def main() -> int:
    """Print the agreement by field."""
    parts = compared()
    counts, sure = total(parts), intervals(parts)
    print(f"{len(parts)} reports annotated twice\n\n| field | F1 | 95 % |\n|---|---|---|")
    for field in FIELDS:
        print(
            f"| {field.replace('_', ' ')} | {counts[field].f1:.2f} | {sure[field].low:.2f} to {sure[field].high:.2f} |"
        )
    print(f"| **mean** | **{mean_f1(counts):.2f}** | {sure['mean'].low:.2f} to {sure['mean'].high:.2f} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
