"""Clauses of saying in one sentence: the cue, who speaks, and where what is said begins or ends."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.clauses import subjects
from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.headlines import HeadlinePhrases
from dateline.extract.said_contents import OPEN_QUOTES
from dateline.extract.saying import Saying, Shape
from dateline.extract.speaker_phrases import SAID
from dateline.lexicon.cues import CueVerb, load_cues

CLOSE_QUOTES = frozenset("”»\"’'")
SOURCE_PHRASES = frozenset(("according to", "as per", "in the words of", "citing", "quoting"))
SUBORDINATORS = frozenset("since when if because what which whom where before until although though that whose".split())
DIDNT = frozenset("didnt couldnt cannot doesnt dont wouldnt hasnt havent".split())
UNREAL = frozenset("would could should might may must cannot".split())


def sayings(findings: Findings, told: Told, quoted: frozenset[int]) -> tuple[Saying, ...]:
    """Return the clauses of saying of a sentence, left to right; `quoted` are tokens inside quotations."""
    return tuple(_Reader(findings, told, quoted).read())


class _Reader(HeadlinePhrases):
    """One sentence under reading: its phrases, and from which token on nothing is taken yet."""

    def read(self) -> Iterator[Saying]:
        """Yield the sayings."""
        at = 0
        while at < len(self.phrases):
            found = self._at(at)
            if found is not None:
                self.floor = max(self.floor, found.clause_last)
                if found.shape in {"before", "phrase"}:
                    self.opening = self.floor
                self.spoken = True
                self.cued = found.cue_last
                yield found
            at += 1
        if not self.spoken:
            yield from self._headline()

    def _at(self, at: int) -> Saying | None:
        phrase = self.phrases[at]
        taken = phrase.chunk.first < self.floor and self.spoken and phrase.kind != "VP"
        if taken or phrase.chunk.head in self.quoted or phrase.chunk.head < self.cued:
            return None
        joined = " ".join(phrase.words)
        if joined in SOURCE_PHRASES:
            return self._phrase(at, "report" if joined in {"citing", "quoting"} else "say")
        verb = self._verb(at)
        return self._verbal(at, verb) if verb is not None else None

    def _verb(self, at: int) -> CueVerb | None:
        phrase = self.phrases[at]
        head = self.document.tokens[phrase.chunk.head]
        if phrase.kind != "VP" and not (head.folded in SAID and phrase.kind in {"OTHER", "NP"}):
            return None
        chunk = phrase.chunk
        if (
            chunk.modal in UNREAL
            or set(phrase.words) & DIDNT
            or (chunk.negated and phrase.lemma not in {"deny", "confirm", "rule"})
        ):
            return None
        before = self.phrases[at - 1].words[-1] if at else ""
        if chunk.infinitive and phrase.lemma not in {"say", "add", "tell"}:
            return None
        if before in {"without", "of", "for", "before", "after"} and chunk.participle:
            return None
        following = [t.folded for t in self.document.tokens[chunk.head + 1 : min(self.sentence.last, chunk.head + 4)]]
        lemma = SAID.get(head.folded, head.lemma)
        known = load_cues().verb(lemma, following)
        return known[0] if known else None

    def _phrase(self, at: int, cue_class: str) -> Saying | None:
        """Read "according to X", "citing X": the content is the rest of the sentence on its one side or other."""
        phrase = self.phrases[at]
        if at + 1 >= len(self.phrases) or self.phrases[at + 1].nominal is None:
            return None
        end = self._grown(at + 1, len(self.phrases))
        first, last = self.phrases[at + 1].chunk.first, self.phrases[end - 1].chunk.last
        nominal = self.phrases[at + 1].nominal
        if nominal is None or (self._fit(nominal) < 1 and nominal.trigger is None and nominal.named is None):
            return None
        if nominal.time or nominal.weapon is not None:
            return None
        start = phrase.chunk.first
        opens = start <= self.sentence.first + 1 or (
            end < len(self.phrases) and self.phrases[end].words == (",",) and not self._clause_before(at)
        )
        after = (last, self.sentence.last)
        content = after if opens else (self.opening, start)
        if content[0] >= content[1]:
            return None
        return Saying(
            cue_first=start,
            cue_last=phrase.chunk.last,
            cue_class=cue_class,
            shape="phrase",
            speaker=(first, last, self.phrases[at + 1].chunk.last),
            content=content,
            clause_first=start,
            clause_last=last,
        )

    def _clause_before(self, at: int) -> bool:
        return any(p.kind == "VP" and p.chunk.finite for p in self.phrases[:at])

    def _verbal(self, at: int, verb: CueVerb) -> Saying | None:
        chunk = self.phrases[at].chunk
        cue_last = chunk.head + len(verb.words)
        if self.phrases[at].kind == "VP" and chunk.voice == "passive" and not self._reads_active(at):
            return self._passive(at, verb)
        if "quote" in verb.takes and len(verb.takes) == 1 and not self._beside_quotation(at, cue_last):
            return None
        misread = chunk.participle and self.document.tokens[chunk.head].folded.endswith("ed") and not self.spoken
        if (chunk.participle and not misread) or (at and self.phrases[at - 1].kind == "CONJ" and self.spoken):
            return self._shared(at, verb, cue_last)
        before = self._subject(at)
        inverted = self._inverted(at, verb, before)
        if inverted is not None:
            return inverted
        if before is None:
            return None
        first, last, head_end, clause_first = before
        after = self._after(at, verb)
        if after is not None:
            start, end = after
            if not self._strong(verb, before, start):
                return None
            return self._saying(
                verb,
                "after",
                cue=(chunk.head, cue_last),
                speaker=(first, last, head_end),
                content=(start, end),
                clause=(clause_first, start),
            )
        if not verb.after or not self._has_clause(clause_first) or self._subordinate(clause_first):
            return None
        k, _ = self._adjuncts(at, verb)
        if k < len(self.phrases) and self.phrases[k].kind == "VP" and self.phrases[k].chunk.finite:
            return None
        return self._saying(
            verb,
            "before",
            cue=(chunk.head, cue_last),
            speaker=(first, last, head_end),
            content=(self.opening, clause_first),
            clause=(clause_first, self._adjuncts(at, verb)[1]),
        )

    def _reads_active(self, at: int) -> bool:
        """Tell whether a lone past form read as a participle is a main verb: "A source announced on Monday that"."""
        chunk = self.phrases[at].chunk
        if chunk.last - chunk.first > 1 or not chunk.participle:
            return False
        if at and self.phrases[at - 1].kind == "CONJ" and self.spoken:
            return True
        rest = self.phrases[at + 1 :]
        if rest and rest[0].nominal is not None and at and self.phrases[at - 1].nominal is not None:
            return True
        opens = next((p for p in rest if p.kind in {"VP", "COMP"}), None)
        return opens is not None and opens.kind == "COMP" and opens.words[0] == "that"

    def _beside_quotation(self, at: int, last: int) -> bool:
        """Tell whether a quotation stands before a verb's subject or soon after the verb."""
        first = self.phrases[at].chunk.first
        return any(
            t in self.quoted
            for t in (
                *range(max(self.sentence.first, first - 8), first),
                *range(last, min(last + 3, self.sentence.last)),
            )
        )

    def _saying(
        self,
        verb: CueVerb,
        shape: Shape,
        *,
        cue: tuple[int, int],
        speaker: tuple[int, int, int] | None,
        content: tuple[int, int],
        clause: tuple[int, int],
    ) -> Saying:
        return Saying(
            cue_first=cue[0],
            cue_last=min(cue[1], self.sentence.last),
            cue_class=verb.cue_class,
            shape=shape,
            speaker=speaker,
            content=content,
            clause_first=clause[0],
            clause_last=clause[1],
        )

    def _subordinate(self, first: int) -> bool:
        """Tell whether a word before a subject makes its clause part of another: "what officials said was"."""
        before = self.document.tokens[first - 1].folded if first > self.sentence.first else ""
        return before in SUBORDINATORS

    def _has_clause(self, end: int) -> bool:
        """Tell whether something that can be said stands between what is taken and a token."""
        words = [p for p in self.phrases if self.opening <= p.chunk.first and p.chunk.last <= end and p.kind != "PUNCT"]
        quoted = any(t in self.quoted for t in range(max(self.sentence.first, end - 3), end))
        return quoted or any(p.kind == "VP" for p in words)

    def _strong(self, verb: CueVerb, before: tuple[int, int, int, int], start: int) -> bool:
        """Tell whether a verb that often says nothing does here."""
        if verb.strength >= 2 and verb.cue_class not in {"claim", "report", "believe"}:
            return True
        token = self.document.tokens[start] if start < self.sentence.last else None
        if token is not None and (start in self.quoted or token.text in OPEN_QUOTES):
            return True
        nominal = next((p.nominal for p in self.phrases if p.nominal is not None and p.chunk.last == before[2]), None)
        return nominal is not None and self._fit(nominal) >= 2

    def _passive(self, at: int, verb: CueVerb) -> Saying | None:
        """Read "X was quoted as saying that", and "two blasts were reported by X"."""
        if self.phrases[at].lemma in {"quote", "cite"}:
            return self._quoted_as(at, verb)
        if not self.phrases[at].chunk.finite or verb.cue_class not in {"report", "announce"} or verb.strength < 3:
            return None
        by = at + 1
        if by + 1 >= len(self.phrases) or self.phrases[by].words != ("by",):
            return None
        nominal = self.phrases[by + 1].nominal
        if nominal is None or self._fit(nominal) < 2:
            return None
        end = self._grown(by + 1, len(self.phrases))
        first, last = self.phrases[by + 1].chunk.first, self.phrases[end - 1].chunk.last
        chunk = self.phrases[at].chunk
        if self.opening >= chunk.first:
            return None
        speaker = (first, last, self.phrases[by + 1].chunk.last)
        return self._saying(
            verb,
            "before",
            cue=(chunk.head, chunk.last),
            speaker=speaker,
            content=(self.opening, chunk.first),
            clause=(chunk.first, last),
        )

    def _quoted_as(self, at: int, verb: CueVerb) -> Saying | None:
        before = self._subject(at)
        for index in range(at + 1, min(at + 7, len(self.phrases))):
            if (
                self.phrases[index].kind == "VP"
                and self.phrases[index].lemma in {"say", "tell", "add"}
                and before is not None
            ):
                chunk, cue_last = self.phrases[at].chunk, self.phrases[index].chunk.last
                content = self._after(index, load_cues().verbs["say"][0])
                if content is not None:
                    return self._saying(
                        verb,
                        "after",
                        cue=(chunk.head, cue_last),
                        speaker=before[:3],
                        content=content,
                        clause=(before[3], content[0]),
                    )
                if self._has_clause(before[3]):
                    own = (self.opening, before[3])
                    return self._saying(
                        verb,
                        "before",
                        cue=(chunk.head, cue_last),
                        speaker=before[:3],
                        content=own,
                        clause=(before[3], cue_last),
                    )
        return None

    def _shared(self, at: int, verb: CueVerb, cue_last: int) -> Saying | None:
        """Read a cue without a subject of its own: "adding that", "and said"."""
        chunk = self.phrases[at].chunk
        if verb.cue_class == "believe" or (verb.strength == 1 and chunk.participle and not self.spoken):
            return None
        after = self._after(at, verb)
        if after is None:
            return None
        speaker = None
        if not self.spoken:
            found = self._subject(at) if not chunk.participle else None
            nominal = next(iter(subjects(self.phrases, at)), None)
            if found is not None:
                speaker = found[:3]
            elif nominal is not None and self._fit(nominal) >= 2 and self._clause_follows(self._adjuncts(at, verb)[0]):
                speaker = (nominal.first, nominal.last, nominal.last)
            else:
                return None
        first = chunk.first
        if at and self.phrases[at - 1].kind in {"CONJ", "PUNCT"}:
            first = self.phrases[at - 1].chunk.first
            if at > 1 and self.phrases[at - 1].kind == "CONJ" and self.phrases[at - 2].words == (",",):
                first = self.phrases[at - 2].chunk.first
        return self._saying(
            verb, "shared", cue=(chunk.head, cue_last), speaker=speaker, content=after, clause=(first, after[0])
        )

    def _inverted(self, at: int, verb: CueVerb, before: tuple[int, int, int, int] | None) -> Saying | None:
        """Read "..., said X": the speaker follows its cue, the content stands before."""
        if not verb.after or at == 0 or at + 1 >= len(self.phrases):
            return None
        nominal = self.phrases[at + 1].nominal
        if (
            nominal is None
            or self._fit(nominal) < 1
            or (nominal.pronoun is not None and nominal.pronoun not in {"he", "she"})
        ):
            return None
        if self.phrases[at].chunk.last - self.phrases[at].chunk.first > 1 or not self._has_clause(
            self.phrases[at].chunk.first
        ):
            return None
        mark = self.phrases[at - 1].words[-1]
        closed = mark in CLOSE_QUOTES or mark == ","
        if before is not None and mark not in CLOSE_QUOTES:
            subject = next(
                (p.nominal for p in self.phrases if p.nominal is not None and p.chunk.last == before[2]), None
            )
            if subject is not None and self._fit(subject) >= min(2, self._fit(nominal)):
                return None
        if verb.hearer and not closed:
            return None
        end = self._grown(at + 1, len(self.phrases), appositive=True)
        if not closed and self._finite_follows(end):
            return None
        chunk = self.phrases[at].chunk
        first, last = self.phrases[at + 1].chunk.first, self.phrases[end - 1].chunk.last
        return self._saying(
            verb,
            "before",
            cue=(chunk.head, chunk.head + 1),
            speaker=(first, last, self.phrases[at + 1].chunk.last),
            content=(self.opening, chunk.first),
            clause=(chunk.first, last),
        )
