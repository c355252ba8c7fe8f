"""A source cut into sentences of tagged words: the first step of extraction."""

from dateline.extract.document import Document, Token
from dateline.extract.lemmas import lemma
from dateline.extract.sentences import sentences
from dateline.extract.tagger import load_tagger
from dateline.lexicon.words import fold, word_spans
from dateline.model.report import Source


def analyse(source: Source) -> Document:
    """Return the source with its words, sentences, parts of speech (UPOS) and lemmas."""
    text = source.text
    spans = list(word_spans(text))
    found = sentences(text, spans)
    words = [text[start:end] for start, end in spans]
    tagger = load_tagger()
    tags = [tag for sentence in found for tag in tagger.tags(words[sentence.first : sentence.last])]
    tokens = tuple(map(_token, spans, words, tags))
    return Document(source, tokens, found)


def _token(span: tuple[int, int], word: str, tag: str) -> Token:
    folded = fold(word)
    return Token(span[0], span[1], word, folded, tag, lemma(folded, tag))
