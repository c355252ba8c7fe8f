"""Other spellings of a name, made by rule: words that stand for one another in transliterated names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from dateline.lexicon.words import fold, word_spans

Spellings = Mapping[str, tuple[str, ...]]  # a folded word to the words that may stand in its place

MOST = 16  # spellings made of one name, those with the fewest changed words first
ARTICLES = ("al", "el")
SUN_LETTERS = ("sh", "s", "t", "d", "n", "r", "z")  # the article takes the sound of these: "ash-Sham"
_APART = re.compile(r"['’]s\b| the\b")


def spelling_table(groups: Iterable[str]) -> Spellings:
    """Return the table of words that are spellings of one another; each group is words with spaces between."""
    table: dict[str, tuple[str, ...]] = {}
    for group in (*groups, " ".join(ARTICLES)):
        words = group.split()
        for word in words:
            others = tuple(other for other in words if other != word)
            table[fold(word)] = tuple(dict.fromkeys((*table.get(fold(word), ()), *others)))
    return table


def respelled(name: str, spellings: Spellings) -> tuple[str, ...]:
    """Return at most 16 other spellings of a name; capitals and the marks between its words are kept."""
    spans = list(word_spans(name))
    words_folded = [fold(name[start:end]) for start, end in spans]
    open_words = [(i, others) for i in range(len(spans)) if (others := _others(words_folded, i, spellings))]
    plain = _APART.sub(lambda match: "s" if "s" in match.group() else "", name)
    made: dict[str, None] = {} if plain == name else {plain: None}
    for size in range(1, len(open_words) + 1):
        for chosen in combinations(open_words, size):
            for words in product(*(others for _, others in chosen)):
                spelling = _replaced(name, spans, dict(zip((i for i, _ in chosen), words, strict=True)))
                made[spelling] = None
                if len(made) == MOST:
                    return tuple(made)
    return tuple(made)


def _others(words: Sequence[str], at: int, spellings: Spellings) -> tuple[str, ...]:
    others = spellings.get(words[at], ())
    if words[at] in ARTICLES:
        following = next((word for word in words[at + 1 :] if word[:1].isalpha()), "")
        sound = next((letters for letters in SUN_LETTERS if following.startswith(letters)), None)
        return others if sound is None else (f"a{sound}", *others)
    return others


def _replaced(name: str, spans: Sequence[tuple[int, int]], words: Mapping[int, str]) -> str:
    parts, at = [], 0
    for index, (start, end) in enumerate(spans):
        word = name[start:end]
        new = words.get(index, word)
        if index in words and word.isupper() and len(word) > 1:
            new = new.upper()
        elif index in words and word[:1].isupper():
            new = new[:1].upper() + new[1:]
        parts += [name[at:start], new]
        at = end
    return "".join((*parts, name[at:]))
