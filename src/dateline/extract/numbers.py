"""Numbers in a report that count something, in digits or in words: not dates, ages, measures, money or names.

`taken` tokens (of dates and clock times) take no part.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from dateline.extract.document import Token
from dateline.lexicon.words import HYPHENS

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "k": 1_000, "m": 1_000_000}
SMALL = {word: number for number, word in enumerate(UNITS)} | TENS
DOZEN = 12
DASHES = (*HYPHENS, "–")
MEASURES = frozenset(
    """
    km kilometre kilometer kilometres kilometers mile miles metre meter metres meters m mm cm ft feet foot inch
    inches kg kilogram kilograms kilo kilos ton tons tonne tonnes litre litres percent % ‰ year years month months
    day days week weeks hour hours minute minutes second seconds decade decades century centuries am pm a.m. p.m.
    gmt utc dollar dollars euro euros pound pounds lira dinar rupee rupees degrees degree knots mph kph acres acre
    hectare hectares barrel barrels cent cents millimetre millimeter calibre caliber st nd rd th bn pc pct times
    point points naira shekel shekels rial rials hryvnia peso pesos yuan afghani shilling shillings clock
    sqm     half halves third thirds quarter quarters fifth fifths tenth tenths
    """.split()
)
SHAPED = frozenset(
    ("square", "cubic", "nautical", "us", "per", "o")
)  # before a measure: "30 square kilometres", "30 per cent"
NAMED_NUMBER = frozenset(
    """
    no nos number unit brigade division battalion regiment route highway flight resolution article section chapter
    phase group g room block area page tower camp base july june april may march january february august
    september october november december article title grade m mi su mig f b c tu an il kh rpg ak rs usd eur
    channel level stage zone district precinct ward gate line platform operation category class magnitude formula
    """.split()
)
NAMING = frozenset("aged age ages resolution flight article section route magnitude chapter".split())
PARTS = frozenset(
    "strong member members man men person people woman vehicle truck car ship boat soldier odd plus".split()
)
PEOPLE = frozenset("man woman boy girl wife husband son daughter".split())
NO_COUNT = frozenset((("no", "one"), ("any", "one"), ("each", "one"), ("this", "one"), ("ground", "zero")))
RISING = frozenset("rise rose climb increase jump go grow mount soar revise update raise".split())
MONEY = frozenset("$€£¥₹₦₽₺")
OLDEST = 110  # a lone number after a name is an age up to this
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")


class Number(Struct, frozen=True):
    """A number at tokens [first, last); `loose` where its words themselves round it ("half a dozen")."""

    first: int
    last: int
    value: int
    loose: bool = False


def numbers(tokens: Sequence[Token], taken: Collection[int] = ()) -> dict[int, Number]:
    """Return the numbers that count something, by their first token."""
    found = {number.first: number for number in _counting(tokens, taken)}
    return {at: number for at, number in found.items() if not _risen_from(tokens, number, found)}


def folded_at(tokens: Sequence[Token], at: int) -> str:
    """Return the folded word at an index, empty outside the text."""
    return tokens[at].folded if 0 <= at < len(tokens) else ""


def _counting(tokens: Sequence[Token], taken: Collection[int]) -> Iterator[Number]:
    at, aged = 0, -1
    while at < len(tokens):
        number = None if at in taken else _number_at(tokens, at)
        if number is None:
            at += 1
            continue
        free = not any(i in taken for i in range(at, number.last))
        if _is_age_or_title(tokens, number) or (
            aged == at - 1 and folded_at(tokens, aged) in {"and", "to", "or", *DASHES}
        ):
            aged = number.last
        elif free and not _is_named_or_measure(tokens, number, taken):
            yield number
        at = number.last


def _risen_from(tokens: Sequence[Token], number: Number, found: Mapping[int, Number]) -> bool:
    """Tell whether a number is only where a count began: the 11 of "climbed from 11 to 37"."""
    if folded_at(tokens, number.first - 1) != "from" or number.last + 1 not in found:
        return False
    near = tokens[max(0, number.first - 4) : number.first]
    return folded_at(tokens, number.last) == "to" and any(t.lemma in RISING for t in near)


def _number_at(tokens: Sequence[Token], at: int) -> Number | None:
    token = tokens[at]
    if token.text[0].isdigit():
        return _digits(tokens, at)
    after = folded_at(tokens, at + 1)
    if token.folded == "half" and after == "a":
        return _half(tokens, at)
    if token.folded in {"a", "one"} and after in {"dozen", "hundred", "thousand", "million"}:
        scale = DOZEN if after == "dozen" else SCALES[after]
        return _words(tokens, at + 2, scale, at)
    if token.folded == "a" and after == "pair" and folded_at(tokens, at + 2) == "of":
        return Number(at, at + 2, 2)
    if token.folded in SMALL and (folded_at(tokens, at - 1), token.folded) not in NO_COUNT:
        return _and_a_half(tokens, _words(tokens, at, 0, at))
    return None


def _and_a_half(tokens: Sequence[Token], number: Number) -> Number | None:
    """Return "two and a half million" for "two", and nothing for "two and a half hours"."""
    words = tuple(folded_at(tokens, number.last + i) for i in range(4))
    if words[:3] != ("and", "a", "half"):
        return number
    scale = SCALES.get(words[3])
    return Number(number.first, number.last + 4, number.value * scale + scale // 2) if scale else None


def _half(tokens: Sequence[Token], at: int) -> Number | None:
    scale = folded_at(tokens, at + 2)
    whole = DOZEN if scale == "dozen" else SCALES.get(scale, 0)
    return Number(at, at + 3, whole // 2, loose=True) if whole else None


def _digits(tokens: Sequence[Token], at: int) -> Number | None:
    text = tokens[at].text
    if not _DIGITS.fullmatch(text):
        return None
    scale = SCALES.get(folded_at(tokens, at + 1), 1)
    if scale == 1 and "." in text:
        return None
    if folded_at(tokens, at + 1) == "dozen":
        return Number(at, at + 2, int(text.replace(",", "")) * DOZEN)
    value = round(float(text.replace(",", "")) * scale)
    return Number(at, at + (2 if scale > 1 else 1), value)


def _words(tokens: Sequence[Token], at: int, total: int, first: int) -> Number:
    """Read number words from `at`: "two hundred and thirty-four", "twenty-one", "two dozen"."""
    whole, current, begun = 0, total, first
    while at < len(tokens):
        word = tokens[at].folded
        if word in SMALL:
            current += SMALL[word]
        elif word in SCALES and current and word not in {"k", "m"}:
            current *= SCALES[word]
        elif word == "dozen" and current:
            return Number(first, at + 1, (whole + current) * DOZEN)
        elif word in {"and", *HYPHENS} and at > begun and _continues(tokens, at, word):
            at += 1
            continue
        else:
            break
        if current >= SCALES["thousand"]:
            whole, current = whole + current, 0
        at += 1
    return Number(first, at, whole + current)


def _continues(tokens: Sequence[Token], at: int, joint: str) -> bool:
    before, after = tokens[at - 1].folded, folded_at(tokens, at + 1)
    if joint == "and":
        return before in SCALES and after in SMALL
    return before in TENS and after in UNITS


def _is_named_or_measure(tokens: Sequence[Token], number: Number, taken: Collection[int]) -> bool:
    before = folded_at(tokens, number.first - 1) if number.first - 1 not in taken else ""
    after, second = folded_at(tokens, number.last), folded_at(tokens, number.last + 1)
    if (after in MEASURES and not (after == "second" and second)) or (after in SHAPED and second in MEASURES):
        return True
    if _is_glued(tokens, number.last):
        if after in DASHES:
            return _is_compound(tokens, number)
        if after[:1].isalpha():
            return True  # 107mm, 5th, 20s
    return _is_name(tokens, number, before)


def _is_glued(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether no space stands before a token."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def _is_compound(tokens: Sequence[Token], number: Number) -> bool:
    """Tell whether a hyphen makes a number a part of a word or of a score: "5-year-old", "one-way", "3-0"."""
    second = folded_at(tokens, number.last + 1)
    if not second[:1].isalnum() or not _is_glued(tokens, number.last + 1):
        return False
    if second[:1].isdigit():
        return second.isdigit() and int(second) <= number.value
    return second not in PARTS and second not in SMALL and second not in SCALES


def _is_name(tokens: Sequence[Token], number: Number, before: str) -> bool:
    """Tell whether the word before a number makes it a name or a sum: "F-16", "MH17", "Tower 22", "$50"."""
    if not before:
        return False
    named = tokens[number.first - 1].text
    glued = _is_glued(tokens, number.first)
    if named in MONEY or (before == "." and tokens[number.first - 2].text == "No"):
        return True
    if before in DASHES and glued:
        earlier = folded_at(tokens, number.first - 2)
        return earlier[:1].isalpha() or (earlier.isdigit() and int(earlier) >= number.value)
    if glued and named[-1:].isalpha() and tokens[number.first].text[0].isdigit():
        return True
    return before in NAMED_NUMBER and named[:1].isupper()


def _is_age_or_title(tokens: Sequence[Token], number: Number) -> bool:
    """Tell whether a number is an age or a number in a name: "aged 12", "Ahmed, 34, was", "He was 17."."""
    before, after = folded_at(tokens, number.first - 1), folded_at(tokens, number.last)
    if before in NAMING or (before in {"between", "just", "only"} and folded_at(tokens, number.first - 2) in NAMING):
        return True
    if number.value > OLDEST or number.first < 2:
        return False
    person = tokens[number.first - 2]
    if before == ",":
        told = person.tag == "PROPN" or person.folded in PEOPLE
        return told and after == ","
    return person.folded in {"he", "she"} and before in {"was", "is"} and after in {".", "and", "when", ""}
