"""The class of each word of a text, as one character: what the patterns of the time grammar match."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.document import Token
from dateline.extract.times.patterns import CODE
from dateline.extract.times.vocabulary import (
    MARKS,
    MONTHS,
    SHORT_WEEKDAYS,
    SHY_MONTHS,
    WEEKDAYS,
    WORD_CLASSES,
)
from dateline.lexicon.words import APOSTROPHES

_WORDS: Final = {word: CODE[name] for name, words in WORD_CLASSES.items() for word in words.split()}
_MARKS: Final = {mark: CODE[name] for mark, name in MARKS.items()}
_CALENDAR: Final = {
    **dict.fromkeys(WEEKDAYS, CODE["full_weekday"]),
    **dict.fromkeys(SHORT_WEEKDAYS, CODE["short_weekday"]),
    **{word: CODE["shy_month" if word in SHY_MONTHS else "sure_month"] for word in MONTHS},
}
_ALWAYS: Final = frozenset(word for word in _CALENDAR if len(word) > 5 and word != "august")
_COLON = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?")
_STOP = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_DOT_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d")
_DAY_YEAR = re.compile(r"\d{1,2},(?:19|20)\d\d|\d\d(?:19|20)\d\d")
_CAP, _WORD, _OTHER, _POSSESSIVE = CODE["cap"], CODE["word"], CODE["other"], CODE["possessive"]


def classes(tokens: Sequence[Token], *, cased: bool) -> str:
    """Return one class character for each token; a text that is not cased may write "may" for the month."""
    return "".join([_class(token, cased) for token in tokens])


def _class(token: Token, cased: bool) -> str:
    folded = token.folded
    known = _WORDS.get(folded)
    if known is not None:
        return _POSSESSIVE if folded == "s" and token.text[0] in APOSTROPHES else known
    first = token.text[0]
    if folded in _CALENDAR:
        return _CALENDAR[folded] if first.isupper() or not cased or folded in _ALWAYS else _WORD
    if first.isdigit():
        return CODE[_figure(token.text)]
    if first.isalpha():
        return _CAP if first.isupper() else _WORD
    return _MARKS.get(token.text, _OTHER)


def _figure(text: str) -> str:
    if not text.isascii():
        return "other"
    if text.isdigit():
        return _whole(text)
    if ":" in text:
        return "colon_clock" if _COLON.fullmatch(text) else "n"
    if _STOP.fullmatch(text):
        return "stop_clock"
    if _DOT_DATE.fullmatch(text):
        return "dot_date"
    return "day_year" if _DAY_YEAR.fullmatch(text) else "n"


def _whole(text: str) -> str:
    value = int(text) if len(text) <= 4 else 0
    if len(text) <= 2:
        return "n12" if 1 <= value <= 12 else "n24" if 13 <= value <= 24 else "n31" if 25 <= value <= 31 else "n99"
    if len(text) == 4:
        if 1900 <= value <= 2099:
            return "year"
        return "hhmm_only" if value // 100 <= 24 and value % 100 < 60 else "n"
    if len(text) == 3 and int(text[1:]) < 60:
        return "hmm"
    return "day_year" if _DAY_YEAR.fullmatch(text) else "n"
