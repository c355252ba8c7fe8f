"""Documents of untagged words for tests that need no syntax."""

from dateline.extract.document import Document, Sentence, Token
from dateline.lexicon.words import fold, word_spans
from dateline.model.report import Source


def plain(text: str, published: str | None = None) -> Document:
    """Return a text as a document: one sentence a line, every word tagged X."""
    source = Source(
        id="0",
        uri=None,
        publisher=None,
        title=None,
        published_at=published,
        published_basis="metadata" if published else None,
        language="en",
        text=text,
    )
    words = [(start, end, text[start:end]) for start, end in word_spans(text)]
    tokens = tuple(Token(start, end, word, fold(word), "X", fold(word)) for start, end, word in words)
    sentences: list[Sentence] = []
    first = 0
    for i, token in enumerate(tokens):
        if i + 1 == len(tokens) or "\n" in text[token.end : tokens[i + 1].start]:
            sentences.append(Sentence(len(sentences), first, i + 1, tokens[first].start, token.end))
            first = i + 1
    return Document(source, tokens, tuple(sentences))
