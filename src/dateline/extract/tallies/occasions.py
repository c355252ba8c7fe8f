"""How often something was done: "89 times", "at least 15 times", "on several occasions"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.document import Document, Sentence
from dateline.extract.numbers import TENS, UNITS
from dateline.extract.quantities import hedged
from dateline.lexicon.hedges import load_hedges
from dateline.lexicon.tally_words import load_tally_words
from dateline.model.values import Quantity

NUMBERS = {word: number for number, word in enumerate(UNITS)} | TENS | {"twice": 2, "thrice": 3}
VAGUE = {
    "several": 2,
    "many": 2,
    "multiple": 2,
    "numerous": 2,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
}
COMPARING = frozenset("as more the larger higher bigger less greater its their this a stronger faster".split())


def occasions(document: Document, sentence: Sentence) -> Iterator[tuple[int, int, Quantity]]:
    """Yield the tokens [first, last) that say how often, and the quantity."""
    words = load_tally_words()["occasions"]
    for at in range(sentence.first + 1, sentence.last):
        token = document.tokens[at]
        plural = token.folded.endswith("s") and token.lemma in words
        following = document.tokens[at + 1].folded if at + 1 < sentence.last else ""
        if not plural or following in COMPARING:
            continue
        first = at - 1
        of = document.tokens[first].folded == "of" and first > sentence.first
        first -= of
        folded = document.tokens[first].folded
        if folded in VAGUE:
            yield first, at + 1, hedged(VAGUE[folded], "vague", document.words(first, at + 1))
        elif not of and (number := _number(folded)) is not None:
            yield _hedged(document, sentence, first, at, number)


def _number(folded: str) -> int | None:
    digits = folded.replace(",", "")
    return int(digits) if digits.isdigit() else NUMBERS.get(folded)


def _hedged(document: Document, sentence: Sentence, first: int, last: int, number: int) -> tuple[int, int, Quantity]:
    for start in range(max(sentence.first, first - 4), first):
        for hit in load_hedges().before.find([t.folded for t in document.tokens[start:first]]):
            if hit.first == 0 and hit.last == first - start:
                hedge = hit.entries[0]
                return start, last + 1, hedged(number + hedge.step, hedge.hedge, document.words(start, last + 1))
    return first, last + 1, hedged(number, "exact", document.words(first, last + 1))
