"""Words cut into the encoder's word pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import groupby

from tokenizers import Tokenizer

from dateline.extract.encoder.shapes import shape

BEGIN, END = 101, 102
"""[CLS] and [SEP]: the pieces that stand before and after a text."""
UNKNOWN = 100  # [UNK]: what a word of characters that the vocabulary lacks becomes
MOST = 12  # pieces of one word that are read; a longer one is no word of news


@lru_cache(maxsize=1)
def load_tokenizer() -> Tokenizer:
    """Return the tokenizer that the weights were trained with."""
    file = files("dateline.extract.encoder") / "weights" / "tokenizer.json"
    tokenizer = Tokenizer.from_str(file.read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def numbered(
    chosen: Iterable[int], words: Sequence[str], cut: Sequence[Sequence[int]]
) -> tuple[list[int], list[int], list[int]]:
    """Return pieces, shapes and each word's first piece for chosen words: what the network is given.

    `cut` are the pieces of each of `words`; marks stand before and after the text.
    """
    ids, shapes, firsts = [BEGIN], [0], []
    for word in chosen:
        firsts.append(len(ids))
        ids += cut[word]
        shapes += [shape(words[word])] * len(cut[word])
    return [*ids, END], [*shapes, 0], firsts


def pieces(words: Sequence[str]) -> list[list[int]]:
    """Return the piece ids of each word, one at least."""
    found: list[list[int]] = [[UNKNOWN] for _ in words]
    encoding = load_tokenizer().encode(list(words), is_pretokenized=True, add_special_tokens=False)
    paired = zip(encoding.word_ids, encoding.ids, strict=True)
    for at, group in groupby(paired, key=lambda pair: pair[0]):
        if at is not None:
            found[at] = [piece for _, piece in group][:MOST]
    return found
