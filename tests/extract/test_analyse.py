"""What every analysed document keeps to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.analyse import analyse
from dateline.extract.document import Document
from dateline.extract.tagger import TAGS
from dateline.lexicon.words import fold, word_spans
from dateline.model.report import Source


def read(text: str) -> Document:
    return analyse(
        Source(
            id="0",
            uri=None,
            publisher=None,
            title=None,
            published_at=None,
            published_basis=None,
            language="en",
            text=text,
        )
    )


def test_a_document_holds_tagged_words_in_sentences() -> None:
    document = read("Maj. Gen. Ryder spoke. Rebels shelled al-Bab.")
    assert [(s.first, s.last) for s in document.sentences] == [(0, 5), (5, 11)]
    assert [(t.text, t.tag, t.lemma) for t in document.tokens[5:]] == [
        ("Rebels", "NOUN", "rebel"),
        ("shelled", "VERB", "shell"),
        ("al", "PROPN", "al"),
        ("-", "PUNCT", "-"),
        ("Bab", "PROPN", "bab"),
        (".", "PUNCT", "."),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b"])
def test_a_text_without_words_gives_an_empty_document(text: str) -> None:
    document = read(text)
    assert len(document.sentences) == min(1, len(document.tokens))


TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from("“ ” . ! U.S. Gen. \n al - J 12 the ’s p.m. (".split(" "))).map(" ".join)
)


@given(TEXTS)
def test_tokens_stand_in_order_and_show_the_text(text: str) -> None:
    document = read(text)
    assert [(t.start, t.end) for t in document.tokens] == list(word_spans(text))
    for token in document.tokens:
        assert token.text == text[token.start : token.end] != ""
        assert token.folded == fold(token.text)
        assert token.tag in TAGS
    assert all(a.end <= b.start for a, b in pairwise(document.tokens))


@given(TEXTS)
def test_sentences_hold_every_token_once(text: str) -> None:
    document = read(text)
    assert [i for s in document.sentences for i in range(s.first, s.last)] == list(range(len(document.tokens)))
    for sentence in document.sentences:
        assert document.span(sentence.first, sentence.last).quote == text[sentence.start : sentence.end]
        assert all(document.sentence_of(i) is sentence for i in range(sentence.first, sentence.last))


@given(TEXTS)
def test_the_same_text_gives_the_same_document(text: str) -> None:
    assert read(text) == read(text)
