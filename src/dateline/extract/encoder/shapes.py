"""How a word is written: the encoder's word pieces are lower case, so it is told the case of each word beside them."""

from typing import Final

SHAPES: Final = ("none", "lower", "title", "upper", "mixed", "digits", "mark")


def shape(word: str) -> int:
    """Return the index in SHAPES of a word's shape; 0 is kept for what is no word."""
    if not any(c.isalnum() for c in word):
        return 6
    if not any(c.isalpha() for c in word):
        return 5
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[:1].isupper() and word[1:].islower() else 4
