"""Noun phrases that speak: the subject before a verb of saying, or the speaker after its cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from dateline.extract.chunks import Chunk
from dateline.extract.document import Document
from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.mentions import Mention
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.speakers import likeness

WHO = frozenset(("who", "which", "that"))
OF = frozenset(("of", "for", "at", "in", "from", "with", "near", "on", "to", "inside", "close to", "familiar"))


SAID = {"said": "say", "says": "say", "told": "tell"}


class SpeakerPhrases:
    """A sentence's phrases read for who speaks; `floor` is the token from which on nothing is taken yet."""

    def __init__(self, findings: Findings, told: Told, quoted: frozenset[int]) -> None:
        self.document: Document = findings.document
        self.findings = findings
        self.phrases: Sequence[Phrase] = tuple(_with_verbs(self.document, told.phrases))
        self.sentence = told.sentence
        self.quoted = quoted
        self.floor = told.sentence.first
        self.opening = told.sentence.first
        self.spoken = False
        self.cued = told.sentence.first

    @cached_property
    def titles(self) -> list[Mention]:
        """Titles of this sentence."""
        return [
            m
            for m in self.findings.mentions
            if m.kind == "title" and self.sentence.first <= m.first and m.last <= self.sentence.last
        ]

    def _fit(self, nominal: Nominal) -> int:
        return likeness(self.document, nominal, self.titles)

    def _subject(self, at: int) -> tuple[int, int, int, int] | None:
        """Return first, last and head end of the subject just before a verb, and where its clause begins."""
        j = at - 1
        while j >= 0 and (self.phrases[j].kind == "ADV" or self._is_time(j)):
            j -= 1
        if j < 0 or self.phrases[j].chunk.first < self.floor:
            return None
        phrase = self.phrases[j]
        if (phrase.words[-1] in WHO and phrase.nominal is None) or phrase.words in {("who",), ("which",)}:
            j -= 1
            while j >= 0 and self.phrases[j].kind == "PUNCT":
                j -= 1
            return self._group(j, j, free=False) if j >= 0 and self.phrases[j].nominal is not None else None
        if phrase.words == (",",):
            return self._past_parenthesis(j)
        if phrase.words == (")",):
            opening = next((k for k in range(j - 1, -1, -1) if self.phrases[k].words == ("(",)), None)
            if opening is None or opening == 0 or self.phrases[opening - 1].nominal is None:
                return None
            return self._group(opening - 1, j)
        if phrase.nominal is None:
            return None
        return self._group(j, j)

    def _is_time(self, at: int) -> bool:
        nominal = self.phrases[at].nominal
        if nominal is not None:
            return nominal.time
        following = self.phrases[at + 1].nominal if at + 1 < len(self.phrases) else None
        return self.phrases[at].kind == "PREP" and following is not None and following.time

    def _past_parenthesis(self, comma: int) -> tuple[int, int, int, int] | None:
        """Return the subject before ", a spokesman for Y," or ", speaking in Z,"."""
        for opening in range(comma - 1, max(-1, comma - 24), -1):
            phrase = self.phrases[opening]
            if phrase.chunk.first < self.floor or phrase.chunk.first in self.quoted:
                return None
            if phrase.words != (",",) or opening == 0:
                continue
            before, following = self.phrases[opening - 1], self.phrases[opening + 1]
            fits = before.nominal is not None and not before.nominal.time and self._fit(before.nominal) >= 1
            if not fits or not self._begins_parenthesis(following):
                continue
            return self._group(opening - 1, comma - 1)
        return None

    def _begins_parenthesis(self, phrase: Phrase) -> bool:
        if phrase.nominal is not None:
            return True
        return phrase.kind in {"VP", "COMP", "PREP", "ADV"} and not phrase.chunk.finite

    def _group(self, head: int, end: int, *, free: bool = True) -> tuple[int, int, int, int] | None:
        """Return a speaker whose last noun phrase before any parenthesis is at `head`, grown to the left."""
        nominal = self.phrases[head].nominal
        if nominal is None or nominal.time:
            return None
        first = head
        while first >= 2:
            before, link = self.phrases[first - 2].nominal, self.phrases[first - 1]
            if before is None or before.time or self.phrases[first - 2].chunk.first < self.floor:
                break
            if link.kind == "CONJ" and min(self._fit(before), self._fit(self.phrases[first].nominal or nominal)) >= 2:
                first -= 2
            elif link.kind == "PREP" and (chain := self._chain(first)) is not None:
                first = chain
            else:
                break
        first = self._over_relative(first)
        head_end = self.phrases[first].chunk.last
        if free and self._governed(first):
            return None
        return self.phrases[first].chunk.first, self.phrases[end].chunk.last, head_end, self.phrases[first].chunk.first

    def _chain(self, at: int) -> int | None:
        """Return the index of the noun phrase that heads "a source at the hospital in Homs", or None."""
        for _ in range(4):
            if at < 2 or self.phrases[at - 1].kind != "PREP" or " ".join(self.phrases[at - 1].words) not in OF:
                return None
            at -= 2
            nominal = self.phrases[at].nominal
            if nominal is None or nominal.time or self.phrases[at].chunk.first < self.floor:
                return None
            if not self._governed(at) or self._fit(nominal) >= 3:
                return at if self._fit(nominal) >= 2 and nominal.pronoun is None else None
        return None

    def _over_relative(self, first: int) -> int:
        """Return where the speaker of "X who leads Y said" begins."""
        for k in range(first - 1, max(0, first - 12), -1):
            phrase = self.phrases[k]
            if phrase.words in {("who",), ("which",)} and k > 0 and self.phrases[k - 1].nominal is not None:
                return k - 1
            if phrase.kind not in {"VP", "PREP", "ADV"} and phrase.nominal is None:
                break
        return first

    def _governed(self, at: int) -> bool:
        """Tell whether a preposition stands before a noun phrase, which can then be no subject."""
        return at > 0 and self.phrases[at - 1].kind == "PREP" and self.phrases[at - 1].chunk.first >= self.floor

    def _finite_follows(self, at: int) -> bool:
        for phrase in self.phrases[at:]:
            if phrase.kind == "VP":
                return phrase.chunk.finite
            if phrase.kind in {"PUNCT", "COMP"}:
                return False
        return False

    def _grown(self, at: int, end: int, *, appositive: bool = False) -> int:
        """Return the index after a speaker that begins at a phrase: with "of Y", "and Z" and ", a spokesman for W"."""
        k = at + 1
        while k + 1 < end:
            phrase, following = self.phrases[k], self.phrases[k + 1]
            if following.nominal is None or following.nominal.time:
                break
            link = " ".join(phrase.words)
            fit = self._fit(following.nominal)
            joined = (phrase.kind == "CONJ" and fit >= 2) or (appositive and link == "," and fit >= 3)
            if (phrase.kind == "PREP" and link in OF and link != "on") or (joined and not self._finite_follows(k + 2)):
                k += 2
            else:
                break
        return k


def _with_verbs(document: Document, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yield phrases, a noun phrase that swallowed "said" or "told" cut in three: "a medic told Reuters"."""
    for phrase in phrases:
        chunk, nominal = phrase.chunk, phrase.nominal
        at = next((t for t in range(chunk.first, chunk.last) if document.tokens[t].folded in SAID), None)
        if nominal is None or at is None:
            yield phrase
            continue
        if at > chunk.first:
            yield _part(document, nominal, chunk.first, at)
        said = Chunk("VP", at, at + 1, at, tense="past", finite=True)
        yield Phrase(said, (document.tokens[at].folded,), SAID[document.tokens[at].folded])
        if at + 1 < chunk.last:
            yield _part(document, nominal, at + 1, chunk.last)


def _part(document: Document, nominal: Nominal, first: int, last: int) -> Phrase:
    mentions = [m for m in (nominal.named, *nominal.modifiers) if m is not None]
    part = Nominal(
        first=first,
        last=last,
        head=last - 1,
        named=next((m for m in mentions if first <= m.first and m.last == last), None),
        quantity=nominal.quantity if last == nominal.last else None,
    )
    words = tuple(token.folded for token in document.tokens[first:last])
    return Phrase(Chunk("NP", first, last, last - 1), words, document.tokens[last - 1].lemma, part)
