"""Numbers in a report with their hedges: how many, and how surely.

Dates, clock times, ages, measures, money and ordinals are no counts. The rules are the contract's
conventions for quantities ("more than 12" is at least 13, "dozens" at least 24).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from dateline.extract.document import Document, Token
from dateline.lexicon.hedges import HedgeLexicon, HedgePhrases, load_hedges
from dateline.lexicon.words import HYPHENS
from dateline.model.codes import Hedge
from dateline.model.values import Quantity

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "k": 1_000, "m": 1_000_000}
SMALL = {word: number for number, word in enumerate(UNITS)} | TENS
MEASURES = frozenset(
    """
    km kilometre kilometer kilometres kilometers mile miles metre meter metres meters m mm cm ft feet foot inch
    inches kg kilogram kilograms kilo kilos ton tons tonne tonnes litre litres percent % ‰ year years month months
    day days week weeks hour hours minute minutes second seconds decade decades century centuries am pm a.m. p.m.
    gmt utc dollar dollars euro euros pound pounds lira dinar rupee rupees degrees degree knots mph kph acres acre
    hectare hectares barrel barrels cent cents millimetre millimeter calibre caliber st nd rd th bn pc pct times
    point points
    """.split()
)
NAMED_NUMBER = frozenset(
    """
    no nos number unit brigade division battalion regiment route highway flight resolution article section chapter
    phase group g room block area page tower camp base july june april may march january february august
    september october november december article title grade m mi su mig f b c tu an il kh rpg ak
    """.split()
)
RISING = frozenset("rise climb increase jump go grow mount soar revise update raise".split())
MONEY = frozenset("$€£¥₹₦₽₺")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")


class QuantityMention(Struct, frozen=True):
    """A quantity at tokens [first, last); `number_first` is where the number itself begins."""

    first: int
    last: int
    number_first: int
    quantity: Quantity


class _Number(Struct, frozen=True):
    first: int
    last: int
    value: int


def quantities(document: Document, taken: Collection[int] = ()) -> tuple[QuantityMention, ...]:
    """Return the counts of a report in text order; tokens in `taken` (dates, say) take no part."""
    lexicon = load_hedges()
    numbers = {number.first: number for number in _numbers(document, taken)}
    numbers = {at: n for at, n in numbers.items() if not _risen_from(document.tokens, n, numbers)}
    found = dict(_vague(document, lexicon, taken))
    at = 0
    while at < len(document.tokens):
        if at in numbers:
            mention = _hedged(document, numbers[at], numbers, lexicon)
            found = {k: v for k, v in found.items() if v.last <= mention.first or v.first >= mention.last}
            found[mention.first] = mention
            at = mention.last
        else:
            at += 1
    return tuple(found[first] for first in sorted(found))


def _risen_from(tokens: tuple[Token, ...], number: _Number, numbers: Mapping[int, _Number]) -> bool:
    """Tell whether a number is only where a count began: the 11 of "climbed from 11 to 37"."""
    if _fold(tokens, number.first - 1) != "from" or number.last + 1 not in numbers:
        return False
    return _fold(tokens, number.last) == "to" and any(t.lemma in RISING for t in tokens[max(0, number.first - 4) : number.first])


def _numbers(document: Document, taken: Collection[int]) -> Iterator[_Number]:
    tokens = document.tokens
    at = 0
    while at < len(tokens):
        number = None if at in taken else _number_at(tokens, at)
        if number is None:
            at += 1
            continue
        if not _is_named_or_measure(tokens, number, taken) and not any(i in taken for i in range(at, number.last)):
            yield number
        at = number.last


def _number_at(tokens: tuple[Token, ...], at: int) -> _Number | None:
    token = tokens[at]
    if token.text[0].isdigit():
        return _digits(tokens, at)
    if token.folded == "half" and _fold(tokens, at + 1) == "a" and _fold(tokens, at + 2) == "dozen":
        return _Number(at, at + 3, 6)
    if token.folded in {"a", "one"} and _fold(tokens, at + 1) in {"dozen", "hundred", "thousand", "million"}:
        if _fold(tokens, at + 2) == "or":
            return None
        scale = 12 if _fold(tokens, at + 1) == "dozen" else SCALES[_fold(tokens, at + 1)]
        return _words(tokens, at + 2, scale, at)
    if token.folded in SMALL:
        return _words(tokens, at, 0, at)
    return None


def _digits(tokens: tuple[Token, ...], at: int) -> _Number | None:
    text = tokens[at].text
    if not _DIGITS.fullmatch(text):
        return None
    scale = SCALES.get(_fold(tokens, at + 1), 1)
    if scale == 1 and "." in text:
        return None
    if _fold(tokens, at + 1) == "dozen":
        return _Number(at, at + 2, int(text) * 12)
    value = round(float(text.replace(",", "")) * scale)
    return _Number(at, at + (2 if scale > 1 else 1), value)


def _words(tokens: tuple[Token, ...], at: int, total: int, first: int) -> _Number:
    """Read number words from `at`: "two hundred and thirty-four", "twenty-one", "two dozen"."""
    current, begun = total, at
    while at < len(tokens):
        word = tokens[at].folded
        if word in TENS:
            current += TENS[word]
        elif word in SMALL:
            current += SMALL[word]
        elif word in SCALES and current and word not in {"k", "m"}:
            current *= SCALES[word]
        elif word == "dozen" and current:
            return _Number(first, at + 1, current * 12)
        elif word in {"and", *HYPHENS} and at > begun and _continues(tokens, at, word):
            pass
        else:
            break
        at += 1
    return _Number(first, at, current)


def _continues(tokens: tuple[Token, ...], at: int, joint: str) -> bool:
    before, after = tokens[at - 1].folded, _fold(tokens, at + 1)
    if joint == "and":
        return before in SCALES and after in SMALL
    return before in TENS and after in UNITS


def _is_named_or_measure(tokens: tuple[Token, ...], number: _Number, taken: Collection[int]) -> bool:
    before = _fold(tokens, number.first - 1) if number.first - 1 not in taken else ""
    after = _fold(tokens, number.last)
    second = _fold(tokens, number.last + 1)
    glued = number.last < len(tokens) and tokens[number.last].start == tokens[number.last - 1].end
    if after in MEASURES and not (after == "second" and second):
        return True
    if after in HYPHENS and glued and second in MEASURES:
        return True  # 5-year-old
    if glued and after and after[0].isalpha():
        return True  # 107mm, 5th, 20s
    if tokens[number.first - 1].text in MONEY if number.first else False:
        return True
    if before in HYPHENS and number.first >= 2 and tokens[number.first - 1].end == tokens[number.first].start:
        return _fold(tokens, number.first - 2)[:1].isalpha()  # F-16, Covid-19
    named = before in NAMED_NUMBER and tokens[number.first - 1].text[:1].isupper()
    return named or before in {"aged", "age", "resolution", "flight", "article", "section", "route"}


def _fold(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].folded if 0 <= at < len(tokens) else ""


def _hedged(
    document: Document, number: _Number, numbers: dict[int, _Number], lexicon: HedgeLexicon
) -> QuantityMention:
    tokens = document.tokens
    other = _range_end(tokens, number, numbers)
    if other is not None:
        first = number.first - 1 if _fold(tokens, number.first - 1) in {"between", "from"} else number.first
        low, high = sorted((number.value, other.value))
        words = document.words(first, other.last)
        return QuantityMention(first, other.last, number.first, Quantity(low, high, None, "range", words))
    first, hedge = _before(tokens, number.first, lexicon)
    last = number.last
    if hedge is None:
        last, hedge = _after(tokens, number.last, lexicon)
    words = document.words(first, last)
    if hedge is None:
        return QuantityMention(first, last, number.first, _exact(number, words, tokens))
    return QuantityMention(first, last, number.first, hedged(number.value + hedge.step, hedge.hedge, words))


def _exact(number: _Number, words: str, tokens: tuple[Token, ...]) -> Quantity:
    if tokens[number.first].folded == "half":
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


def _before(
    tokens: tuple[Token, ...], number_first: int, lexicon: HedgeLexicon
) -> tuple[int, HedgePhrases | None]:
    """Return where the hedge before a number begins, and the hedge; "the" and "other" may stand between."""
    last = number_first
    while _fold(tokens, last - 1) in {"the", "a", "another", "other", "total", "of"} and last - 1 >= 0:
        last -= 1
    for end in {number_first, last}:
        for first in range(max(0, end - 4), end):
            hits = list(lexicon.before.find([t.folded for t in tokens[first:end]]))
            if hits and hits[0].first == 0 and hits[0].last == end - first:
                return first, hits[0].entries[0]
    return number_first, None


def _after(
    tokens: tuple[Token, ...], number_last: int, lexicon: HedgeLexicon
) -> tuple[int, HedgePhrases | None]:
    window = [t.folded for t in tokens[number_last : number_last + 3]]
    for hit in lexicon.after.find(window):
        if hit.first == 0:
            return number_last + hit.last, hit.entries[0]
    if window[:1] == ["+"]:
        return number_last + 1, lexicon.after.get("or more")[0]
    return number_last, None


def _range_end(tokens: tuple[Token, ...], number: _Number, numbers: dict[int, _Number]) -> _Number | None:
    joint, before = _fold(tokens, number.last), _fold(tokens, number.first - 1)
    other = numbers.get(number.last + 1)
    if other is None:
        return None
    if joint == "and":
        return other if before == "between" else None
    dashed = joint in HYPHENS or joint == "–"
    return other if (joint in {"to", "or"} or dashed) and number.value < other.value else None


def _vague(
    document: Document, lexicon: HedgeLexicon, taken: Collection[int]
) -> Iterator[tuple[int, QuantityMention]]:
    folded = [token.folded for token in document.tokens]
    for hit in lexicon.vague.find(folded):
        if any(i in taken for i in range(hit.first, hit.last)):
            continue
        if folded[hit.first] == "some" and folded[hit.last : hit.last + 1] == ["of"]:
            continue
        bare = folded[hit.last - 1] == "of" and folded[hit.first] not in {"a", "an"}
        words = document.words(hit.first, hit.last - bare)
        first, hedge = _before(document.tokens, hit.first, lexicon)
        if hedge is not None and hedge.hedge in {"at_least", "about"} and first < hit.first:
            words = document.words(first, hit.last)
        quantity = Quantity(hit.entries[0].least, None, None, "vague", words)
        yield hit.first, QuantityMention(hit.first, hit.last, hit.first, quantity)
