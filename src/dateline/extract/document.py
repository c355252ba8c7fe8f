"""A report cut into sentences and tagged words: what every rule of extraction reads."""

from __future__ import annotations

from bisect import bisect_left

from msgspec import Struct

from dateline.model.report import Source
from dateline.model.values import Span


class Token(Struct, frozen=True):
    """One word or mark: its place in the text, its folded form and its part of speech (UPOS)."""

    start: int
    end: int
    text: str
    folded: str
    tag: str
    lemma: str


class Sentence(Struct, frozen=True):
    """Tokens [first, last) of a document, which are characters [start, end) of its text."""

    index: int
    first: int
    last: int
    start: int
    end: int


class Document(Struct, frozen=True):
    """A source with its sentences and tokens; token indices run through the whole document."""

    source: Source
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    def span(self, first: int, last: int) -> Span:
        """Return the words of tokens [first, last)."""
        return self.source.span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """Return the text of tokens [first, last)."""
        return self.source.text[self.tokens[first].start : self.tokens[last - 1].end]

    def tokens_at(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens [first, last) that begin within characters [start, end), one at least."""
        first = bisect_left(self.tokens, start, key=lambda token: token.start)
        return first, max(first + 1, bisect_left(self.tokens, end, key=lambda token: token.start))

    def sentence_of(self, token: int) -> Sentence:
        """Return the sentence that holds a token."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.sentences[middle].first <= token:
                low = middle
            else:
                high = middle - 1
        return self.sentences[low]
