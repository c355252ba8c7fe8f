"""Values that cannot all be right, kept side by side with who gives them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from msgspec import json, to_builtins
from msgspec.structs import replace

from dateline.model.incident import Disagreement, Reading
from dateline.model.values import Place
from dateline.reconcile.voice import Voice, names, united

INCIDENTAL = frozenset({"text", "evidence", "basis"})


class Said(NamedTuple):
    """One value, by which voice and on whose word."""

    value: Any  # the field's own type
    voice: Voice
    according_to: tuple[str, ...] = ()


def disagreement(field: str, said: Iterable[Said]) -> Disagreement:
    """Return the values of a field, equal ones as one reading, in a fixed order.

    Values are equal that differ only in wording, in the words they rest on or in how they were inferred.
    """
    readings: dict[bytes, list[Said]] = {}
    for one in said:
        readings.setdefault(_key(one.value), []).append(one)
    return Disagreement(field=field, values=tuple(_reading(readings[key]) for key in sorted(readings)))


def _key(value: Any) -> bytes:
    plain = to_builtins(value)
    if isinstance(plain, dict):
        plain = {name: part for name, part in plain.items() if name not in INCIDENTAL}
    return json.encode(plain, order="deterministic")


def _reading(same: list[Said]) -> Reading:
    value = min((one.value for one in same), key=lambda v: json.encode(v, order="deterministic"))
    if isinstance(value, Place):
        value = replace(value, evidence=united(one.value.evidence for one in same))
    return Reading(
        value=to_builtins(value),
        reports=tuple(sorted({one.voice.told.report for one in same})),
        according_to=names(name for one in same for name in one.according_to),
    )
