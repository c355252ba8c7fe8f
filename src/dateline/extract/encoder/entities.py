"""Names and other mentions that the encoder finds, whether a lexicon has them or not."""

from __future__ import annotations

from msgspec import Struct

from dateline.extract.encoder.labels import ENTITIES
from dateline.extract.encoder.reading import Reading

LEAST = 0.45  # probability from which a word is part of a mention


class Entity(Struct, frozen=True):
    """Tokens [first, last) that name something of a kind, one of ENTITIES, and how surely."""

    label: str
    first: int
    last: int
    score: float


def entities(reading: Reading, least: float = LEAST) -> list[Entity]:
    """Return the mentions of a report in text order; those of two kinds may overlap."""
    found = [
        Entity(label, run.first, run.last, run.score) for label in ENTITIES for run in reading.tagged(label, least)
    ]
    return sorted(found, key=lambda e: (e.first, e.last))
