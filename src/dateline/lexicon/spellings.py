"""The consonants that the Latin spellings of one Arabic or Persian name share ("Talbeesah", "Talbīsah")."""

import re

ARTICLES = frozenset("al el ad ar as ash at az an ed er es esh et ez en il ul".split())
COUNTRIES = frozenset("AE AF BH DJ DZ EG EH ER IL IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SO SS SY TD TN YE".split())
_ALIKE = (
    (re.compile("tch|ch|sh"), "S"),
    (re.compile("kh"), "x"),
    (re.compile("gh"), "g"),
    (re.compile("dh"), "d"),
    (re.compile("th"), "t"),
    (re.compile("ph"), "f"),
    (re.compile("q|c"), "k"),
    (re.compile("z|ss?"), "s"),
    (re.compile("[aeiouyw]|h$|(?<=.)h(?=.)"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def skeleton(key: str) -> str:
    """Return the consonants of a folded name, articles and vowels dropped and like letters made one; may be empty."""
    words = [word for word in key.split(" ") if word not in ARTICLES]
    return " ".join(filter(None, map(_bones, words)))


def _bones(word: str) -> str:
    for pattern, letters in _ALIKE:
        word = pattern.sub(letters, word)
    return word
