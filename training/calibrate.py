"""Fit confidence on development reports: `python -m training.calibrate --data DIR`.

Reads the development parts of this project's corpus and of the real reports, judges every value by gold, and fits
for each kind of value and reader the intercept and slope that make its score a probability (Platt 1999), with his
smoothed targets. Kinds with few values share one fit over all readers. No torch needed; a minute on one core.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from dateline.analyse.reliability import Judged, calibration_error, judged
from dateline.ingest.read import read_text
from dateline.model.report import Report
from dateline.resolve import confidence
from dateline.resolve.report import read_report
from training.encoder.sources import own_reports, real_reports

TARGET = Path(__file__).parents[1] / "src/dateline/extract/encoder/weights/calibration.json"
FEW = 40  # values under which a kind and reader have no fit of their own


def fit(values: Sequence[Judged]) -> tuple[float, float]:
    """Return intercept and slope of the logistic curve over log odds that makes the values likeliest."""
    score = np.clip([one.confidence for one in values], 0.005, 0.995)
    odds = np.log(score / (1 - score))
    right = np.array([one.right for one in values])
    positive, negative = right.sum(), (~right).sum()
    wanted = np.where(right, (positive + 1) / (positive + 2), 1 / (negative + 2))
    x = np.stack([np.ones_like(odds), odds], axis=1)
    weights = np.array([0.0, 0.5])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (wanted - p) - np.array([0.0, 0.1]) * (weights - 0.5)
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag([1e-6, 0.1])
        weights = weights + np.linalg.solve(curve, slope)
    return round(float(weights[0]), 4), round(max(float(weights[1]), 0.0), 4)


def judgements(data: Path, part: str) -> list[Judged]:
    """Return every value read in a part of both corpora, judged."""
    found: list[Judged] = []
    for record in (*own_reports(part), *real_reports(data, part)):
        gold = msgspec.convert(record, Report, strict=False)
        found += judged(gold, read_report(read_text(gold.text, published=gold.published_at)))
    return found


def main() -> None:
    """Fit, write and tell the error before and after, on the development part and on the test part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public corpora")
    asked = parser.parse_args()
    TARGET.write_text("{}\n", encoding="utf-8")
    confidence.load_calibration.cache_clear()
    values = judgements(asked.data, "dev")
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in values:
        groups[f"{one.kind} {one.by}"].append(one)
        groups[one.kind].append(one)
    fitted = {}
    for kind in confidence.KINDS:
        for by in ("rules", "encoder", "both"):
            own = groups[f"{kind} {by}"]
            fitted[f"{kind} {by}"] = fit(own if len(own) >= FEW else groups[kind])
    TARGET.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")
    confidence.load_calibration.cache_clear()
    print(f"before, dev: {calibration_error(values):.3f}")
    for part in ("dev", "test"):
        print(f"after, {part}: {calibration_error(judgements(asked.data, part)):.3f}")


if __name__ == "__main__":
    main()
