"""Words of a text with their offsets, and the folded form that spellings of one word share.

Texts and lexicon phrases are cut by the same rule, so a phrase is found wherever its words stand.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

ABBREVIATIONS = frozenset(
    (
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun mr "
        "mrs ms dr prof st rev hon gov sen rep amb pres gen maj col lt capt cpt cmdr cdr adm brig sgt "
        "cpl pvt pfc spc spec ssgt msgt supt insp det nos vol fig vs approx est dept govt natl intl inc "
        "ltd corp co jr sr mt ft"
    ).split()
)

_WORD = re.compile(
    r"""
    (?P<initials>(?:[^\W\d_]\.){2,})                     # U.S.  a.m.
  | (?P<number>\d+(?:[.,:]\d+)*)                          # 2,500  6:30  3.5
  | (?P<word>[^\W\d_]+(?:['’ʼ`´‘][^\W\d_]+)*)             # Sana'a  don't
  | (?P<mark>\.{2,}|--+|[^\w\s]|_)                        # punctuation
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
APOSTROPHES = "'’ʼ`´‘"
HYPHENS = "-‐‑‒"
_DROP = str.maketrans("", "", APOSTROPHES)


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of each word and mark, in text order.

    Hyphenated words are cut at the hyphen, possessive and negative endings are words of their own,
    and the full stop of an abbreviation ("Gen.", "p.m.") belongs to it.
    """
    taken = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start < taken:
            continue
        if match.lastgroup == "word":
            clitic = _CLITIC.search(match.group())
            if clitic and clitic.start() > 0:
                yield start, start + clitic.start()
                yield start + clitic.start(), end
                continue
            if text[end : end + 1] == "." and match.group().lower() in ABBREVIATIONS:
                end = taken = end + 1
        yield start, end


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return the word without case, diacritics, apostrophes or abbreviating stops ("Ḥamā's" -> "hamas")."""
    if word.isascii():
        plain = word.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", word.replace("ı", "i"))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    plain = plain.translate(_DROP)
    return plain.replace(".", "") if plain[-1:] == "." and len(plain) > 1 else plain


def phrase_key(phrase: str) -> tuple[str, ...]:
    """Return the folded words of a phrase, hyphens and apostrophes dropped: how a PhraseIndex knows it."""
    keys = (fold(phrase[start:end]) for start, end in word_spans(phrase))
    return tuple(key for key in keys if is_key(key))


def is_key(folded: str) -> bool:
    """Tell whether a folded word takes part in phrase look-ups: hyphens and lone apostrophes do not."""
    return folded != "" and folded not in HYPHENS
