"""Sentences of a Universal Dependencies treebank, cut into the words that Dateline cuts."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.lexicon.words import word_spans


class TaggedSentence(NamedTuple):
    """The words of one sentence, their parts of speech (UPOS) and finer tags (Penn Treebank)."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    fine: tuple[str, ...]


class _Gold(NamedTuple):
    start: int
    end: int
    tag: str
    fine: str


def read_sentences(file: Path) -> Iterator[TaggedSentence]:
    """Yield the sentences of a CoNLL-U file whose words can all be found in their text."""
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        text = next((line[9:] for line in block.split("\n") if line.startswith("# text = ")), "")
        gold = _located(text, [line.split("\t") for line in block.split("\n") if line[:1].isdigit()])
        if gold:
            yield _own_words(text, gold)


def _located(text: str, rows: list[list[str]]) -> list[_Gold]:
    found: list[_Gold] = []
    at = 0
    for row in rows:
        if not row[0].isdigit():
            continue
        start = text.find(row[1], at)
        if start < 0:
            return []
        at = start + len(row[1])
        found.append(_Gold(start, at, row[3], row[4]))
    return found


def _own_words(text: str, gold: list[_Gold]) -> TaggedSentence:
    words, tags, fine = [], [], []
    first = 0
    for start, end in word_spans(text):
        while first + 1 < len(gold) and gold[first].end <= start:
            first += 1
        word = text[start:end]
        best = max(gold[first : first + 4], key=lambda g: min(g.end, end) - max(g.start, start))
        is_mark_inside = (
            not any(map(str.isalnum, word)) and best.tag not in ("SYM", "PUNCT") and best.end - best.start > 1
        )
        words.append(word)
        tags.append("PUNCT" if is_mark_inside else best.tag)
        fine.append("," if is_mark_inside else best.fine)
    return TaggedSentence(tuple(words), tuple(tags), tuple(fine))
