"""Counts as intervals: what a hedged quantity allows, and a telling's toll."""

from collections.abc import Iterable

from dateline.model.codes import CasualtyKind
from dateline.model.values import Casualty, Quantity

ABOUT = 0.15  # "about 100" is held to mean 85 to 115 where two counts are compared


def bounds(quantity: Quantity) -> tuple[int | None, int | None]:
    """Return the least and the most that a quantity says, None where it leaves that open."""
    low = quantity.min if quantity.min is not None else quantity.best
    high = quantity.max if quantity.max is not None else quantity.best
    return low, high


def agree(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities can both be right; "about" allows 15 % either way."""
    (low_a, high_a), (low_b, high_b) = _allowed(a), _allowed(b)
    return max(low_a, low_b) <= min(high_a, high_b)


def _allowed(quantity: Quantity) -> tuple[float, float]:
    low, high = bounds(quantity)
    slack = ABOUT if quantity.hedge == "about" else 0.0
    least = 0.0 if low is None else low * (1 - slack)
    return least, float("inf") if high is None else high * (1 + slack)


def toll(casualties: Iterable[Casualty]) -> dict[CasualtyKind, Quantity]:
    """Return the largest count of each kind of harm, parts of other rows left out."""
    largest: dict[CasualtyKind, Quantity] = {}
    for row in casualties:
        if row.subset or row.certainty == "denied":
            continue
        known = largest.get(row.kind)
        if known is None or _size(row.quantity) > _size(known):
            largest[row.kind] = row.quantity
    return largest


def _size(quantity: Quantity) -> tuple[int, str]:
    low, high = bounds(quantity)
    return (low if low is not None else high if high is not None else -1, quantity.text)
