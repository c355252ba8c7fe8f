"""The language of a whole text: English by its function words, all else by a classifier that may abstain."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNKNOWN: Final = "und"
_SAMPLE: Final = 20_000  # characters; more changes no answer
_ENGLISH_SHARE: Final = 0.12  # of function words below; English news has 0.2 to 0.35, other languages under 0.06
_LONG: Final = 200  # letters from which the classifier is trusted on running text
_SURE, _SURE_OF_SHORT, _POSSIBLE = 0.6, 0.9, 0.1

_ENGLISH = frozenset(
    (
        "the of and to that said with by from were which their has been it after this who had they its but he his "
        "will at for was on as are have an not killed"
    ).split()
)
_LANGUAGES: Final = (
    "af am ar az be bg bn bs ca cs da de el en es et fa fi fr gu ha he hi hr hu hy id ig it ja ka kk km kn ko ku ky "
    "lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te tg th tl tr uk ur uz vi "
    "xh yo zh zu"
).split()
_NAMED: Final = {"eng": "en", "english": "en"}
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]+)*")


def language_code(tag: str) -> str | None:
    """Return the ISO 639-1 code of a language tag ("en-GB" -> "en"), or None if it has none."""
    tag = tag.strip()
    match = _TAG.fullmatch(tag)
    return match[1].lower() if match else _NAMED.get(tag.lower())


def language_of(text: str, hint: str | None = None) -> str:
    """Return the ISO 639-1 code of a text's language, or "und" where it cannot be told.

    A list of names or a bare headline has too little grammar for a classifier: there a publisher's `hint`
    decides, and without one "en" is said only if it is among the likely languages.
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if not words:
        return UNKNOWN
    letters = "".join(words)
    is_latin = letters.isascii() or sum(1 for c in letters if c < "\u0250" or "\u1e00" <= c < "\u1f00") * 2 > len(
        letters
    )
    function_words = [word for word in words if word in _ENGLISH]
    if is_latin and len(set(function_words)) > 1 and len(function_words) >= _ENGLISH_SHARE * len(words):
        return "en"
    ranks = _identifier().rank(sample)
    best, probability = ranks[0]
    if not is_latin or probability >= (_SURE if len(letters) >= _LONG else _SURE_OF_SHORT):
        return str(best)
    if hint is not None:
        return hint
    if len(letters) >= _LONG and not letters.isascii():
        return str(best)
    could_be_english = best == "en" or (letters.isascii() and dict(ranks)["en"] >= _POSSIBLE)
    return "en" if could_be_english else UNKNOWN


@cache
def _identifier() -> LanguageIdentifier:
    """Load the classifier, which takes most of a second, only once a text needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    return identifier
