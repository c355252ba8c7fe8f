"""How likely a tie is an event that the report tells: one logistic curve over what encoder and rules say of it."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np

from dateline.extract.encoder.labels import SUB_TYPES
from dateline.extract.encoder.reading import Reading
from dateline.extract.encoder.session import Array
from dateline.resolve.ties import Tie

FEATURES = (
    "surest trigger",
    "other triggers",
    "found by rules",
    "acts of the rules",
    "acts of the rules that tell more than harm",
    "sub-event type",
    "passage tells an event",
    "words of the trigger",
    "opens the report",
    "told in the passage of a surer event",
    "has a place",
    "has someone harmed or acting",
    "an act of the rules has time and place",
    "an act of the rules has somebody on each side",
)
"""What is weighed, in the order of the weights; the first weight is the curve's intercept."""


def features(reading: Reading, tie: Tie, all_ties: Sequence[Tie]) -> list[float]:
    """Return the numbers of FEATURES for a tie of a report."""
    main = tie.asked[0]
    others = 1 - float(np.prod([1 - one.trigger for one in tie.asked[1:4]]))
    surer = [t for t in all_ties if t is not tie and t.asked[0].trigger > main.trigger]
    return [
        _odds(main.trigger),
        others,
        float(bool(tie.acts)),
        math.log1p(len(tie.acts)),
        float(any(not act.frame.harm_only and act.frame.kind.strength > 0 for act in tie.acts)),
        float(tie.sub_types().max()),
        _odds(float(reading.topics[: len(SUB_TYPES)].sum())),
        math.log1p(main.last - main.first),
        float(reading.document.sentence_of(main.first).index <= 1),
        max((t.score_evidence(main.first, main.last) for t in surer), default=0.0),
        float(tie.role("place").max()),
        max(float(tie.role(role).max()) for role in ("perpetrator", "target", "killed", "injured")),
        float(any(act.time is not None and act.place is not None for act in tie.acts)),
        float(any(act.frame.perpetrators and act.frame.targets for act in tie.acts)),
    ]


@lru_cache(maxsize=1)
def load_weights() -> Array:
    """Return the intercept and the weight of each feature; training/calibrate.py fits them on development reports."""
    file = files("dateline.extract.encoder") / "weights" / "told.json"
    return np.array(json.loads(file.read_text(encoding="utf-8")))


def probability(values: Sequence[float]) -> float:
    """Return the probability of an event, 0.01 to 0.99, from its features."""
    weights = load_weights()
    odds = float(weights[0] + weights[1:] @ np.array(values))
    return round(min(max(1 / (1 + math.exp(-odds)), 0.01), 0.99), 3)


def _odds(score: float) -> float:
    held = min(max(score, 0.005), 0.995)
    return math.log(held / (1 - held))
