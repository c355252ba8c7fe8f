"""Rows of people who are being examined: "undergoing evaluation for traumatic brain injuries"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.extract.clauses import subjects
from dateline.extract.document import Document
from dateline.extract.nominals import Phrase
from dateline.extract.tolls.toll import Toll, toll

EXAMINING = frozenset(("evaluate", "screen", "examine", "assess"))
EXAMINATIONS = frozenset(("evaluation", "screening", "tests"))


def evaluated(document: Document, phrases: Sequence[Phrase]) -> Iterator[Toll]:
    """Yield the rows of people under evaluation, with what they are examined for."""
    for at, phrase in enumerate(phrases):
        looks = phrase.lemma in EXAMINING and phrase.chunk.voice == "passive"
        undergoes = phrase.lemma == "undergo" and any(EXAMINATIONS & set(p.words) for p in phrases[at + 1 : at + 3])
        if phrase.kind != "VP" or not (looks or undergoes):
            continue
        for nominal in subjects(phrases, at):
            row = toll(document, nominal, "under_evaluation", at, phrases)
            if row is not None:
                yield replace(row, condition=_condition(phrases, at))


def _condition(phrases: Sequence[Phrase], at: int) -> tuple[int, int] | None:
    """Return the tokens of what somebody is examined for."""
    for index in range(at + 1, min(len(phrases) - 1, at + 4)):
        if phrases[index].words == ("for",) and phrases[index + 1].nominal is not None:
            return phrases[index + 1].chunk.first, phrases[index + 1].chunk.last
    return None
