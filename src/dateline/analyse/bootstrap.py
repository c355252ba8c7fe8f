"""How far a figure may be off: intervals from reports drawn again and again, and differences of two runs.

The percentile bootstrap over reports (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13): a
report is drawn whole, since what is in one hangs together. Two runs are compared on the same draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from msgspec import Struct

from dateline.analyse.agreement import FIELDS, Agreement

DRAWS: Final = 1000
SEED: Final = 20260101
LEVEL: Final = 95  # per cent of the draws that lie inside an interval

Array = np.ndarray


class Interval(Struct, frozen=True):
    """Where 95 % of the draws lie."""

    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        """Whether a difference of this interval is told from none."""
        return self.low > 0 or self.high < 0


def intervals(parts: Sequence[Agreement]) -> dict[str, Interval]:
    """Return the interval of each field's F1 and, as "mean", of their mean."""
    return _bounds(_scores(parts, _draws(len(parts))))


def differences(parts: Sequence[Agreement], others: Sequence[Agreement]) -> dict[str, Interval]:
    """Return the interval of how far each field's F1 lies above that of another run on the same reports.

    Raises ValueError if the runs are not of equally many reports.
    """
    if len(parts) != len(others):
        raise ValueError(f"{len(parts)} and {len(others)} reports cannot be compared one to one")
    draws = _draws(len(parts))
    return _bounds(_scores(parts, draws) - _scores(others, draws))


def _draws(reports: int) -> Array:
    """Return how often each report is in each draw: [draws, reports]."""
    chance = np.random.default_rng(SEED)
    return chance.multinomial(reports, np.full(reports, 1 / reports), size=DRAWS) if reports else np.zeros((DRAWS, 0))


def _scores(parts: Sequence[Agreement], draws: Array) -> Array:
    """Return F1 by draw, for each of FIELDS and then their mean over the fields that occur: [draws, fields + 1]."""
    counts = [[(c.right, c.false, c.missed) for c in (part.counts[field] for field in FIELDS)] for part in parts]
    right, false, missed = np.moveaxis(
        np.tensordot(draws, np.array(counts, dtype=float).reshape(len(parts), len(FIELDS), 3), axes=(1, 0)), 2, 0
    )
    total = 2 * right + false + missed
    f1 = np.divide(2 * right, total, out=np.zeros_like(total), where=total > 0)
    occurring = np.maximum((total > 0).sum(1), 1)
    return np.concatenate([f1, (f1.sum(1) / occurring)[:, None]], axis=1)


def _bounds(scores: Array) -> dict[str, Interval]:
    beyond = (100 - LEVEL) / 2
    low, high = np.percentile(scores, (beyond, 100 - beyond), axis=0)
    return {name: Interval(float(a), float(b)) for name, a, b in zip((*FIELDS, "mean"), low, high, strict=True)}
