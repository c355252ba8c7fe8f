"""An index of phrases: which entries of a lexicon stand at which words of a text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from dateline.lexicon.words import is_key, phrase_key

Entry = TypeVar("Entry")


class Hit(NamedTuple, Generic[Entry]):
    """An entry found at words [first, last) of a text."""

    first: int
    last: int
    entries: tuple[Entry, ...]


class PhraseIndex(Generic[Entry]):
    """Phrases to entries; the longest phrase at a word wins, and a phrase may stand for several entries."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        self._entries: dict[tuple[str, ...], tuple[Entry, ...]] = {}
        self._longest: dict[str, int] = {}  # first word -> longest phrase that begins with it, in words
        for phrase, entry in phrases:
            key = phrase_key(phrase)
            if not key:
                continue
            known = self._entries.get(key, ())
            if entry not in known:
                self._entries[key] = (*known, entry)
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, phrase: str) -> tuple[Entry, ...]:
        """Return the entries of exactly this phrase, or none."""
        return self._entries.get(phrase_key(phrase), ())

    def find(self, folded: Sequence[str]) -> Iterator[Hit[Entry]]:
        """Yield the longest phrases in a text's folded words, left to right, none overlapping."""
        places = [i for i, word in enumerate(folded) if is_key(word)]
        words = [folded[i] for i in places]
        at = 0
        while at < len(words):
            longest = min(self._longest.get(words[at], 0), len(words) - at)
            for length in range(longest, 0, -1):
                entries = self._entries.get(tuple(words[at : at + length]))
                if entries:
                    yield Hit(places[at], places[at + length - 1] + 1, entries)
                    at += length
                    break
            else:
                at += 1
