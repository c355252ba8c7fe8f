"""Headlines that tell who speaks by a mark alone: "Army: truce broken", "12 killed - ministry"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.nominals import Phrase
from dateline.extract.said_contents import ContentPhrases
from dateline.extract.saying import Saying, Shape


class HeadlinePhrases(ContentPhrases):
    """A sentence's phrases read as a headline."""

    def _headline(self) -> Iterator[Saying]:
        """Yield what a headline says: "Army: truce broken", "Truce broken: army", "12 killed - ministry"."""
        marks = [k for k, p in enumerate(self.phrases) if p.words[0] in {":", "-", "–", "—"} and p.kind == "PUNCT"]
        stopped = self.document.tokens[self.sentence.last - 1].text in {".", "!", "?"}
        for at in marks:
            before, after = self.phrases[:at], self.phrases[at + 1 :]
            mark = self.phrases[at].chunk
            if (
                len(before) == 1
                and mark.first < self.sentence.last - 1
                and before[0].words[0] != ":"
                and self._names(before[0])
                and self.phrases[at].words[0] == ":"
                and any(p.kind == "VP" for p in after)
            ):
                yield self._told_by(before[0], mark.first, (mark.last, self.sentence.last), "after")
                return
            if (
                len(after) == 1
                and not stopped
                and self._names(after[0])
                and len(before) > 1
                and self._spaced(mark.first)
            ):
                yield self._told_by(after[0], mark.first, (self.sentence.first, mark.first), "before")
                return

    def _names(self, phrase: Phrase) -> bool:
        nominal = phrase.nominal
        if nominal is None or len(phrase.words) > 6 or nominal.pronoun is not None:
            return False
        return self._fit(nominal) >= 3 or (nominal.named is not None and self._fit(nominal) >= 2)

    def _spaced(self, token: int) -> bool:
        text, start = self.document.source.text, self.document.tokens[token].start
        return text[start] == ":" or text[start - 1 : start] == " "

    def _told_by(self, phrase: Phrase, mark: int, content: tuple[int, int], shape: Shape) -> Saying:
        chunk = phrase.chunk
        return Saying(
            cue_first=mark,
            cue_last=mark + 1,
            cue_class="say",
            shape=shape,
            speaker=(chunk.first, chunk.last, chunk.last),
            content=content,
            clause_first=min(chunk.first, mark),
            clause_last=max(chunk.last, mark + 1),
        )
