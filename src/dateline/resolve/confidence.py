"""How sure a value is: the scores of encoder and rules made into probabilities that hold on text not trained on."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

from dateline.model.values import ReadBy

Kind = Literal["status", "sub_type", "time", "place", "perpetrator", "target", "weapon", "casualty"]
KINDS: tuple[Kind, ...] = get_args(Kind)
LEAST, MOST = 0.01, 0.99


@lru_cache(maxsize=1)
def load_calibration() -> Mapping[str, tuple[float, float]]:
    """Return intercept and slope by "kind by": a probability is the logistic of both over a score's log odds.

    Fitted on development reports by training/calibrate.py (Platt 1999, in Advances in Large Margin Classifiers, 61-74).
    """
    file = files("dateline.extract.encoder") / "weights" / "calibration.json"
    return {name: (a, b) for name, (a, b) in json.loads(file.read_text(encoding="utf-8")).items()}


def confidence(kind: Kind, by: ReadBy, score: float) -> float:
    """Return how likely a value is right, 0.01 to 0.99, given its score (0 to 1) and who read it."""
    intercept, slope = load_calibration().get(f"{kind} {by}", (0.0, 1.0))
    held = min(max(score, 0.005), 0.995)
    odds = intercept + slope * math.log(held / (1 - held))
    return round(min(max(1 / (1 + math.exp(-odds)), LEAST), MOST), 3)
