"""Time expressions in a document, left to right, none overlapping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract.document import Document
from dateline.extract.times import calendar, clocks, feasts, periods, relative, spans
from dateline.extract.times.classes import classes
from dateline.extract.times.context import Place, credible
from dateline.extract.times.expressions import Expression, Point, Recurrent, TimeMention, Weekday
from dateline.extract.times.join import Piece, join
from dateline.extract.times.patterns import CODE, Modifier, Reading, Rule
from dateline.extract.times.usage import attributive, hedged, relation

RULES: Final[tuple[Rule, ...]] = (
    calendar.RULES + periods.RULES + relative.RULES + clocks.RULES + spans.RULES + feasts.RULES
)
_RULES_FROM: Final[dict[str, tuple[tuple[int, Rule], ...]]] = {
    code: tuple((-number, rule) for number, rule in enumerate(RULES) if code in rule.pattern.starts)
    for code in CODE.values()
}
_STARTS: Final = re.compile(f"[{''.join(code for code, rules in _RULES_FROM.items() if rules)}]")


def time_expressions(document: Document) -> tuple[TimeMention, ...]:
    """Return every time expression of a document with what it means, unanchored, in text order."""
    cased = document.source.text != document.source.text.lower()
    found: list[TimeMention] = []
    for first, last in stretches(document):
        tokens = document.tokens[first:last]
        codes = classes(tokens, cased=cased)
        pieces = list(_pieces(document, codes, first))
        for piece in join(pieces, codes):
            mention = _mention(document, codes, first, piece)
            if mention is not None:
                found.append(mention)
    return tuple(found)


def stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the token ranges that an expression may not leave: paragraphs of whole sentences."""
    first = 0
    for sentence in document.sentences:
        following = document.tokens[sentence.last].start if sentence.last < len(document.tokens) else None
        if following is None or "\n" in document.source.text[document.tokens[sentence.last - 1].end : following]:
            yield first, sentence.last
            first = sentence.last
    if first < len(document.tokens):
        yield first, len(document.tokens)


def _pieces(document: Document, codes: str, offset: int) -> Iterator[Piece]:
    at = 0
    while (start := _STARTS.search(codes, at)) is not None:
        piece = _longest(document, codes, offset, start.start())
        if piece is None:
            at = start.end()
        else:
            yield piece
            at = piece.last


def _longest(document: Document, codes: str, offset: int, at: int) -> Piece | None:
    """Return the longest reading at a word; of two as long, that of the earlier rule."""
    matches = [
        (match.end(), number, match, rule)
        for number, rule in _RULES_FROM[codes[at]]
        if (match := rule.pattern.regex.match(codes, at)) is not None and match.end() > at
    ]
    for end, _, match, rule in sorted(matches, key=lambda found: found[:2], reverse=True):
        meaning = rule.build(Reading(document.tokens, offset, match, rule.pattern.labels))
        if meaning is not None:
            return Piece(at, end, meaning)
    return None


def _mention(document: Document, codes: str, offset: int, piece: Piece) -> TimeMention | None:
    if isinstance(piece.meaning, Modifier):
        return None
    place = Place(document.tokens, codes, offset, piece.first, piece.last)
    expression: Expression = piece.meaning
    if not credible(expression, place):
        return None
    first, hedge = hedged(expression, place)
    wider = place._replace(first=first)
    before_noun = attributive(expression, place)
    return TimeMention(
        first=offset + first,
        last=offset + piece.last,
        expression=_habit(expression, place, before_noun=before_noun),
        relation=relation(wider),
        attributive=before_noun,
        hedge=hedge,
    )


def _habit(expression: Expression, place: Place, *, before_noun: bool) -> Expression:
    """Return "on Fridays" as what recurs."""
    match expression:
        case Point(day=Weekday(which=None, week_shift=None, weekday=weekday), part=part, clock=None):
            plural = place.token(place.last - 1).folded.endswith("s") and not before_noun
            if plural and place.word_before() == "on":
                return Recurrent(unit="week", weekday=weekday, part=part)
    return expression
