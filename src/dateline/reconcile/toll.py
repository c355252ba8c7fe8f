"""Counts united: a source's later word replaces its own earlier one, between sources a range, never an average."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from dateline.link.counts import agree, bounds
from dateline.model.codes import Hedge
from dateline.model.incident import Disagreement
from dateline.model.values import Casualty, Quantity, Weapon
from dateline.reconcile.disagreement import Said, disagreement
from dateline.reconcile.party import strongest
from dateline.reconcile.voice import Voice, cited, commonest, name_key, names, united

PEOPLE = frozenset({"", "people", "person", "persons"})


class Row(NamedTuple):
    """One row of one report's toll and whose count it is."""

    casualty: Casualty
    voice: Voice
    source: str


def casualties(told: Sequence[Voice]) -> tuple[tuple[Casualty, ...], tuple[Disagreement, ...]]:
    """Return one row for each kind of harm and group of people, and the counts that exclude each other."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for voice in told:
        for row in voice.event.casualties:
            groups.setdefault((row.kind, _group(row)), []).append(Row(row, voice, _source(row, voice)))
    kept = {key: list(latest(rows)) for key, rows in groups.items()}
    merged = tuple(_merged(kept[key]) for key in sorted(kept))
    return merged, tuple(chain.from_iterable(_disagreements(key, kept[key]) for key in sorted(kept)))


def _group(row: Casualty) -> str:
    name = name_key(row.group)
    return row.group_id or ("people" if name in PEOPLE else name)


def _source(row: Casualty, voice: Voice) -> str:
    speakers = sorted({name_key(name) for name in row.according_to})
    return f"says {' and '.join(speakers)}" if speakers else f"in {voice.outlet}"


def latest(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows that their own source has not replaced; what has no date is never replaced nor replaces."""
    found = list(rows)
    newest: dict[str, datetime] = {}
    for row in found:
        if row.voice.at is not None:
            newest[row.source] = max(row.voice.at, newest.get(row.source, row.voice.at))
    for row in found:
        if row.voice.at is None or row.voice.at == newest[row.source]:
            yield row


def _merged(rows: Sequence[Row]) -> Casualty:
    counted = [row for row in rows if row.casualty.certainty != "denied"] or rows
    given = [row.casualty for row in counted]
    return Casualty(
        kind=given[0].kind,
        group=commonest([row.group for row in given]),
        group_id=min((row.group_id for row in given if row.group_id is not None), default=None),
        quantity=reconciled([row.quantity for row in given]),
        certainty=strongest(row.certainty for row in given),
        according_to=names(chain.from_iterable(row.according_to for row in given)),
        evidence=united(cited(row.casualty.evidence, row.voice) for row in counted),
        subset=all(row.subset for row in given),
    )


def _disagreements(key: tuple[str, str], rows: Sequence[Row]) -> Iterator[Disagreement]:
    given = [row.casualty.quantity for row in rows]
    if any(not agree(a, b) for i, a in enumerate(given) for b in given[:i]):
        said = (Said(row.casualty.quantity, row.voice, row.casualty.according_to) for row in rows)
        yield disagreement(f"casualties.{key[0]}.{key[1]}", said)


def reconciled(given: Sequence[Quantity]) -> Quantity:
    """Return what several counts of one thing span.

    One count, however often given, stays as it is hedged. Else min and max are the least and the most
    said; an open count ("at least 9") leaves max open unless another reaches it.
    """
    if len({(q.min, q.max, q.best, q.hedge) for q in given}) == 1:
        return min(given, key=lambda q: q.text)
    text = "; ".join(sorted({q.text for q in given if q.text}))
    limits = [bounds(q) for q in given]
    lows = [low for low, _ in limits if low is not None]
    highs = [high for _, high in limits if high is not None]
    least, most = min(lows, default=None), max(highs, default=None)
    open_from = max((low for low, high in limits if high is None and low is not None), default=None)
    if most is not None and open_from is not None and open_from > most:
        most = None
    return Quantity(least, most, *_hedged(given, least, most), text)


def _hedged(given: Sequence[Quantity], least: int | None, most: int | None) -> tuple[int | None, Hedge]:
    if least is None and most is None:
        return None, "vague"
    if most is None:
        return None, "at_least"
    if least is None:
        return None, "at_most"
    if least == most and all(q.hedge in {"exact", "none", "about"} for q in given):
        return least, "about" if any(q.hedge == "about" for q in given) else "exact"
    return None, "range"


def weapons(told: Sequence[Voice]) -> tuple[Weapon, ...]:
    """Return the means used, each type once; "missile" gives way where somebody says which."""
    found: dict[str, list[tuple[Voice, Weapon]]] = {}
    for voice in told:
        for weapon in voice.event.weapons:
            found.setdefault(weapon.type, []).append((voice, weapon))
    if len(found) > 1:
        found.pop("unknown", None)
    if {"ballistic_missile", "cruise_missile"} & found.keys():
        found.pop("missile", None)
    return tuple(_weapon(found[key]) for key in sorted(found))


def _weapon(rows: Sequence[tuple[Voice, Weapon]]) -> Weapon:
    counts = [weapon.quantity for _, weapon in rows if weapon.quantity is not None]
    return Weapon(
        type=rows[0][1].type,
        quantity=reconciled(counts) if counts else None,
        evidence=united(cited(weapon.evidence, voice) for voice, weapon in rows),
    )
