"""Numbers in a report with their hedges: how many, and how surely.

Dates, clock times, ages, measures, money and ordinals are no counts. The rules are the contract's
conventions for quantities ("more than 12" is at least 13, "dozens" at least 24).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from dateline.extract.document import Document, Token
from dateline.extract.numbers import DASHES, Number, folded_at, numbers
from dateline.lexicon.hedges import HedgeLexicon, HedgePhrases, load_hedges
from dateline.model.codes import Hedge
from dateline.model.values import Quantity

NOT_TOLD = frozenset(("how", "so", "too", "as", "that"))  # before "many": a question or a comparison


class QuantityMention(Struct, frozen=True):
    """A quantity at tokens [first, last); `number_first` is where the number itself begins."""

    first: int
    last: int
    number_first: int
    quantity: Quantity


def quantities(document: Document, taken: Collection[int] = ()) -> tuple[QuantityMention, ...]:
    """Return the counts of a report in text order; tokens in `taken` (dates, say) take no part."""
    lexicon = load_hedges()
    counted = numbers(document.tokens, taken)
    found = dict(_vague(document, lexicon, taken))
    at = 0
    while at < len(document.tokens):
        if at in counted:
            mention = _hedged(document, counted[at], counted, lexicon)
            found = {k: v for k, v in found.items() if v.last <= mention.first or v.first >= mention.last}
            found[mention.first] = mention
            at = mention.last
        else:
            at += 1
    return tuple(found[first] for first in sorted(found))


def _hedged(
    document: Document, number: Number, counted: Mapping[int, Number], lexicon: HedgeLexicon
) -> QuantityMention:
    tokens = document.tokens
    other = _range_end(tokens, number, counted)
    if other is not None:
        first = number.first - 1 if folded_at(tokens, number.first - 1) in {"between", "from"} else number.first
        low, high = sorted((number.value, other.value))
        words = document.words(first, other.last)
        return QuantityMention(first, other.last, number.first, Quantity(low, high, None, "range", words))
    first, hedge = _before(tokens, number.first, lexicon)
    last = number.last
    if hedge is None:
        last, hedge = _after(tokens, number.last, lexicon)
    words = document.words(first, last)
    if hedge is None:
        return QuantityMention(first, last, number.first, _exact(number, words))
    return QuantityMention(first, last, number.first, hedged(number.value + hedge.step, hedge.hedge, words))


def _exact(number: Number, words: str) -> Quantity:
    if number.loose:
        return hedged(number.value, "about", words)
    return hedged(number.value, "none" if number.value == 0 else "exact", words)


def hedged(value: int, hedge: Hedge, words: str) -> Quantity:
    """Return a quantity as the contract bounds it under a hedge; `best` is set for `exact` and `about`."""
    value = max(value, 0)
    match hedge:
        case "exact":
            return Quantity(value, value, value, hedge, words)
        case "none":
            return Quantity(0, 0, 0, hedge, words)
        case "at_least":
            return Quantity(value, None, None, hedge, words)
        case "at_most":
            return Quantity(None, value, None, hedge, words)
        case "about":
            return Quantity(None, None, value, hedge, words)
        case _:
            return Quantity(value, None, None, "vague", words)


def _before(tokens: tuple[Token, ...], number_first: int, lexicon: HedgeLexicon) -> tuple[int, HedgePhrases | None]:
    """Return where the hedge before a number begins, and the hedge; "the" and "other" may stand between."""
    last = number_first
    while folded_at(tokens, last - 1) in {"the", "a", "another", "other", "total", "of"} and last - 1 >= 0:
        last -= 1
    for end in dict.fromkeys((number_first, last)):
        for first in range(max(0, end - 4), end):
            hits = list(lexicon.before.find([t.folded for t in tokens[first:end]]))
            if hits and hits[0].first == 0 and hits[0].last == end - first:
                return first, hits[0].entries[0]
    return number_first, None


def _after(tokens: tuple[Token, ...], number_last: int, lexicon: HedgeLexicon) -> tuple[int, HedgePhrases | None]:
    window = [t.folded for t in tokens[number_last : number_last + 3]]
    for hit in lexicon.after.find(window):
        if hit.first == 0 or (hit.first == 1 and window[0] in DASHES):
            return number_last + hit.last, hit.entries[0]
    if window[:1] == ["+"]:
        return number_last + 1, lexicon.after.get("or more")[0]
    return number_last, None


def _range_end(tokens: tuple[Token, ...], number: Number, counted: Mapping[int, Number]) -> Number | None:
    joint, before = folded_at(tokens, number.last), folded_at(tokens, number.first - 1)
    other = counted.get(number.last + 1)
    if other is None:
        return None
    if joint == "and":
        return other if before == "between" else None
    return other if joint in {"to", "or", *DASHES} and number.value < other.value else None


def _vague(document: Document, lexicon: HedgeLexicon, taken: Collection[int]) -> Iterator[tuple[int, QuantityMention]]:
    folded = [token.folded for token in document.tokens]
    for hit in lexicon.vague.find(folded):
        if any(i in taken for i in range(hit.first, hit.last)):
            continue
        if folded[hit.first] == "some" and folded[hit.last : hit.last + 1] == ["of"]:
            continue
        if folded[hit.first] == "many" and hit.first and folded[hit.first - 1] in NOT_TOLD:
            continue
        bare = folded[hit.last - 1] == "of" and folded[hit.first] not in {"a", "an"}
        first, hedge = _before(document.tokens, hit.first, lexicon)
        if hedge is None or hedge.hedge not in {"at_least", "about"}:
            first = hit.first
        words = document.words(first, hit.last - bare)
        quantity = Quantity(hit.entries[0].least, None, None, "vague", words)
        yield first, QuantityMention(first, hit.last, hit.first, quantity)
