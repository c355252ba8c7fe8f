"""Look-ups in sentences as extraction makes them: the form, and the folded words around it."""

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.words import fold, word_spans

Entry = TypeVar("Entry")


class Found(NamedTuple):
    """Words of a sentence at which an index has a phrase."""

    surface: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def found(index: PhraseIndex[Entry], sentence: str) -> Iterator[tuple[Found, tuple[Entry, ...]]]:
    """Yield each phrase of the index in a sentence with its entries, in order."""
    spans = list(word_spans(sentence))
    folded = [fold(sentence[start:end]) for start, end in spans]
    for hit in index.find(folded):
        surface = sentence[spans[hit.first][0] : spans[hit.last - 1][1]]
        yield Found(surface, tuple(folded[: hit.first]), tuple(folded[hit.last :])), hit.entries
