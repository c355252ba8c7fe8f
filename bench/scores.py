"""Precision, recall and F1, and how a benchmark tells its figures."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence


def scores_of(counts: Sequence[int]) -> dict[str, float]:
    """Return F1, precision and recall, to four digits, of how many were right, found and in gold."""
    right, found, gold = counts
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    f1 = 2 * right / (found + gold) if found + gold else 0.0
    return {"f1": round(f1, 4), "precision": round(precision, 4), "recall": round(recall, 4)}


def tell(scores: Mapping[str, object], *, as_json: bool) -> None:
    """Print figures: a line each, or as one JSON object."""
    print(json.dumps(scores) if as_json else "\n".join(f"{key} {value}" for key, value in scores.items()))
