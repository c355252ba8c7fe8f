"""Fit confidence on development reports: `python -m training.calibrate --data DIR`.

Reads the development parts of this project's corpus and of the real reports, judges every value by gold, and fits
for each kind of value and reader the intercept and slope that make its score a probability (Platt 1999), with his
smoothed targets. Kinds with few values share one fit over all readers. No torch needed; a minute on one core.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import msgspec
import numpy as np

from dateline.analyse.agreement import pair_events
from dateline.analyse.reliability import Judged, calibration_error, judged
from dateline.ingest.read import read_text
from dateline.model.report import Report
from dateline.resolve import confidence
from dateline.resolve.decide import least, verdict
from dateline.resolve.report import read_report
from dateline.resolve.told import FEATURES, load_weights
from training.encoder.sources import own_reports, real_reports

TARGET = Path(__file__).parents[1] / "src/dateline/extract/encoder/weights/calibration.json"
TOLD = TARGET.with_name("told.json")
STEPS = 1000.0  # candidates of one report at most
HELD = 3.0
Array = np.ndarray
FEW = 120  # values under which a kind and reader have no fit of their own


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


def logistic(rows: Array, right: Array, held: float) -> Array:
    """Return intercept and weights of the logistic curve that makes the rows likeliest; `held` keeps weights small."""
    x = np.concatenate([np.ones((len(rows), 1)), rows], axis=1)
    weights = np.zeros(x.shape[1])
    keep = np.full(x.shape[1], held)
    keep[0] = 1e-6
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (right - p) - keep * weights
        weights = weights + np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(keep), slope)
    return weights


def candidates(data: Path, part: str) -> tuple[Array, Array]:
    """Return the features of every event that a part's readings might tell, and whether gold has it."""
    rows: list[list[float]] = []
    right: list[bool] = []
    for record in (*own_reports(part), *real_reports(data, part)):
        gold = msgspec.convert(record, Report, strict=False)
        seen: list[list[float]] = []
        with keeping_all(seen):
            found = read_report(read_text(gold.text, published=gold.published_at), reader="both")
        pairs, _, _ = pair_events(gold.events, found.events)
        paired = {event.id for _, event in pairs}
        by_likelihood = {event.confidence: event.id for event in found.events}
        for number, values in enumerate(seen, 1):
            rows.append(values)
            right.append(by_likelihood.get(number / STEPS) in paired)
    return np.array(rows), np.array(right, dtype=float)


@contextmanager
def keeping_all(seen: list[list[float]]) -> Iterator[None]:
    """Let every candidate through as an event, its number in `seen` standing as its confidence."""

    def number(values: list[float]) -> float:
        seen.append(values)
        return len(seen) / STEPS

    with patch.object(verdict, "probability", number), patch.object(least, "TOLD", 0.0):
        yield


def folded(rows: Array, right: Array) -> Array:
    """Return the log odds of each candidate by a curve fitted on the other nine tenths."""
    odds = np.zeros(len(rows))
    for fold in range(10):
        out = np.arange(len(rows)) % 10 == fold
        weights = logistic(rows[~out], right[~out], HELD)
        odds[out] = weights[0] + rows[out] @ weights[1:]
    return odds


def curve(rows: Array, right: Array) -> Array:
    """Return the weights of the curve, made as much less sure of itself as it is on candidates it was not fitted on."""
    intercept, slope = logistic(folded(rows, right)[:, None], right, 1e-6)
    weights: Array = logistic(rows, right, HELD) * slope
    weights[0] += intercept
    return weights


def best_f1(odds: Array, right: Array) -> float:
    """Return the best F1 over thresholds."""
    likely = 1 / (1 + np.exp(-odds))
    return max(
        float(2 * (right * (likely >= t)).sum() / (right.sum() + (likely >= t).sum()))
        for t in np.arange(0.2, 0.7, 0.05)
    )


def judgements(data: Path, part: str) -> list[Judged]:
    """Return every value read in a part of both corpora, judged."""
    found: list[Judged] = []
    for record in (*own_reports(part), *real_reports(data, part)):
        gold = msgspec.convert(record, Report, strict=False)
        found += judged(gold, read_report(read_text(gold.text, published=gold.published_at), reader="both"))
    return found


def main() -> None:
    """Fit, write and tell the error before and after, on the development part and on the test part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public corpora")
    asked = parser.parse_args()
    rows, right = candidates(asked.data, "dev")
    best = best_f1(folded(rows, right), right)
    print(f"{len(rows)} candidates, {right.sum():.0f} events; best F1 in ten folds {best:.3f}")
    weights = curve(rows, right)
    TOLD.write_text(json.dumps([round(float(w), 4) for w in weights], indent=1) + "\n", encoding="utf-8")
    load_weights.cache_clear()
    for name, weight in zip(FEATURES, weights[1:], strict=True):
        print(f"  {weight:+.2f} {name}")
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
