"""One training text: its words, and what each head should tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from dateline.extract.analyse import analyse
from dateline.ingest.read import read_text

Range = tuple[int, int]


class Query(Struct):
    """One trigger or cue, and what other words are to it; all ranges are [first, last) over words.

    `asked` are the roles that this text's annotation tells of: for others nothing is learned. Words of `unsure`
    repeat an argument's words and may or may not be it: they teach nothing for their role.
    """

    trigger: list[Range]
    sub_type: str | None = None
    status: str | None = None
    roles: dict[str, list[Range]] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    unsure: dict[str, list[Range]] = field(default_factory=dict)


class Example(Struct):
    """A text cut into words and sentences, with the spans, queries and topic that its annotation tells."""

    source: str
    words: list[str]
    sentences: list[Range]
    spans: dict[str, list[Range]]  # a label that is no key is not annotated in this text
    unsure: dict[str, list[Range]] = field(default_factory=dict)  # words that teach nothing for a label
    queries: list[Query] = field(default_factory=list)
    topic: str | None = None


class Words:
    """A text's words, which knows the words that characters [start, end) touch."""

    def __init__(self, text: str) -> None:
        document = analyse(read_text(text))
        self.text = document.source.text
        self.tokens = document.tokens
        self.words = [token.text for token in document.tokens]
        self.sentences = [(s.first, s.last) for s in document.sentences]
        self.by_start = {token.start: i for i, token in enumerate(document.tokens)}
        self._at = [-1] * (len(self.text) + 1)
        for i, token in enumerate(document.tokens):
            for c in range(token.start, token.end):
                self._at[c] = i

    def range(self, start: int, end: int) -> Range | None:
        """Return the words that characters [start, end) touch, or None where they touch none."""
        touched = [i for i in self._at[start:end] if i >= 0]
        return (touched[0], touched[-1] + 1) if touched else None

    def ranges(self, spans: Iterable[Range]) -> list[Range]:
        """Return the words of each span of characters, each once, in order."""
        return sorted({found for start, end in spans if (found := self.range(start, end)) is not None})

    def repeats(self, ranges: Iterable[Range]) -> list[Range]:
        """Return every other place where the words of a range stand."""
        folded = [token.folded for token in self.tokens]
        given = set(ranges)
        found: set[Range] = set()
        for first, last in given:
            wanted = folded[first:last]
            if wanted and len(wanted) <= 8:
                size = len(wanted)
                found |= {(i, i + size) for i in range(len(folded) - size + 1) if folded[i : i + size] == wanted}
        return sorted(found - given)


def spans_of(values: Iterable[Mapping[str, object]]) -> Iterable[Range]:
    """Yield the character ranges of the evidence of values of the contract."""
    for value in values:
        for span in value["evidence"]:  # type: ignore[attr-defined]
            yield span["start"], span["end"]
