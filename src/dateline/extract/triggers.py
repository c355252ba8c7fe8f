"""Words of a report that name an act: verbs and nouns of violence, protest, agreement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from dateline.extract.document import Document, Token
from dateline.lexicon.phrases import Hit
from dateline.lexicon.triggers import TriggerClass, load_triggers

VERBAL = frozenset(("VERB", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "X"))


class Trigger(Struct, frozen=True):
    """An act named at tokens [first, last), as a verb or as a noun, and the classes that it may be of."""

    first: int
    last: int
    form: Literal["verb", "noun"]
    classes: tuple[TriggerClass, ...]

    @property
    def head(self) -> int:
        """The token that the phrases of the sentence turn on: the verb itself, or the last noun."""
        return self.first if self.form == "verb" else self.last - 1


def triggers(document: Document) -> tuple[Trigger, ...]:
    """Return the acts that a report's words name, in text order, none overlapping."""
    lexicon = load_triggers()
    lemmas = [token.lemma for token in document.tokens]
    found = [
        *_hits(document, lexicon.verbs.find(lemmas), "verb"),
        *_hits(document, lexicon.nouns.find(lemmas), "noun"),
    ]
    taken: set[int] = set()
    kept = []
    for trigger in sorted(found, key=lambda t: (t.first - t.last, t.first)):
        words = range(trigger.first, trigger.last)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(trigger)
    return tuple(sorted(kept, key=lambda t: t.first))


def _hits(document: Document, hits: Iterator[Hit[TriggerClass]], form: Literal["verb", "noun"]) -> Iterator[Trigger]:
    tokens = document.tokens
    for hit in hits:
        head = hit.first if form == "verb" else hit.last - 1
        tag = tokens[head].tag
        around = (
            [t.folded for t in tokens[max(0, hit.first - 4) : hit.first]],
            [t.folded for t in tokens[hit.last : hit.last + 4]],
        )
        if not load_triggers().allowed(tokens[head].lemma, *around):
            continue
        if (form == "verb" and (tag in VERBAL or hit.last - hit.first > 1 or _participle(document, head))) or (
            form == "noun" and (tag in NOMINAL or (hit.last - hit.first > 1 and _noun_form(tokens[head])))
        ):
            yield Trigger(hit.first, hit.last, form, hit.entries)


def _noun_form(token: Token) -> bool:
    return token.folded in {token.lemma, token.lemma + "s", token.lemma + "es"}


def _participle(document: Document, at: int) -> bool:
    """Tell whether an adjective is the participle of a passive: "were wounded", "26 killed"."""
    token = document.tokens[at]
    return token.tag == "ADJ" and token.folded.endswith(("ed", "en", "shot", "ung"))
