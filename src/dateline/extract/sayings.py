"""Clauses of saying in one sentence: the cue, who speaks, and where what is said begins or ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from dateline.extract.clauses import subjects
from dateline.extract.document import Document
from dateline.extract.findings import Findings
from dateline.extract.frames import Told
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.speakers import likeness
from dateline.lexicon.cues import CueVerb, load_cues

WHO = frozenset(("who", "which", "that"))
OF = frozenset(("of", "for", "at", "in", "from", "with", "near", "on", "to", "inside", "close to", "familiar"))
ADJUNCT = frozenset(
    """
    to in on at by via through from during over before after earlier late early following under within with outside
    """.split()
)
OPEN_QUOTES, CLOSE_QUOTES = frozenset("“«„\"‘'"), frozenset("”»\"’'")
SOURCE_PHRASES = frozenset(("according to", "as per", "in the words of", "citing", "quoting"))
SUBORDINATORS = frozenset("since when if because what which whom where before until although though that whose".split())
DIDNT = frozenset("didnt couldnt cannot doesnt dont wouldnt hasnt havent".split())
COUNTING = frozenset(("put", "give", "raise", "revise"))
TOLL_WORDS = frozenset(
    "toll tolls figure figures number numbers count estimate estimates tally total casualties dead".split()
)
UNREAL = frozenset("would could should might may must cannot".split())

Shape = Literal["before", "after", "shared", "by", "phrase"]


class Saying(Struct, frozen=True, kw_only=True):
    """A cue at tokens [cue_first, cue_last) with its speaker's tokens and the tokens around it that belong to it.

    `shape` tells where the content is: `before` the speaker ("..., X said"), `after` the cue, `shared` after
    a cue that has its speaker from the one before ("adding that"), `phrase` for "according to X".
    `content` are the tokens of the content as far as the sentence holds it; [clause_first, clause_last) all
    that tells who speaks, when, how.
    """

    cue_first: int
    cue_last: int
    cue_class: str
    shape: Shape
    speaker: tuple[int, int, int] | None  # first, last, end of its first noun phrase
    content: tuple[int, int]
    clause_first: int
    clause_last: int


def sayings(findings: Findings, told: Told, quoted: frozenset[int]) -> tuple[Saying, ...]:
    """Return the clauses of saying of a sentence, left to right; `quoted` are tokens inside quotations."""
    return tuple(_Reader(findings, told, quoted).read())


class _Reader:
    """One sentence under reading: its phrases, and from which token on nothing is taken yet."""

    def __init__(self, findings: Findings, told: Told, quoted: frozenset[int]) -> None:
        self.document: Document = findings.document
        self.findings = findings
        self.phrases: Sequence[Phrase] = told.phrases
        self.sentence = told.sentence
        self.quoted = quoted
        self.floor = told.sentence.first
        self.opening = told.sentence.first
        self.spoken = False

    @cached_property
    def titles(self) -> list[object]:
        """Titles of this sentence."""
        return [
            m
            for m in self.findings.mentions
            if m.kind == "title" and self.sentence.first <= m.first and m.last <= self.sentence.last
        ]

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
                yield found
            at += 1
        if not self.spoken:
            yield from self._headline()

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
            ):
                if self.phrases[at].words[0] == ":" and any(p.kind == "VP" for p in after):
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
        return nominal is not None and len(phrase.words) <= 6 and nominal.pronoun is None and self._fit(nominal) >= 2

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

    def _at(self, at: int) -> Saying | None:
        phrase = self.phrases[at]
        if phrase.chunk.head in self.quoted or (phrase.chunk.first < self.floor and self.spoken and phrase.kind != "VP"):
            return None
        joined = " ".join(phrase.words)
        if joined in SOURCE_PHRASES:
            return self._phrase(at, "report" if joined in {"citing", "quoting"} else "say")
        verb = self._verb(at)
        return self._verbal(at, verb) if verb is not None else None

    def _verb(self, at: int) -> CueVerb | None:
        phrase = self.phrases[at]
        head = self.document.tokens[phrase.chunk.head]
        if phrase.kind != "VP" and not (head.folded in {"said", "says", "told"} and phrase.kind in {"OTHER", "NP"}):
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
        lemma = head.lemma if phrase.kind == "VP" else {"said": "say", "says": "say", "told": "tell"}[head.folded]
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
        after = self._after(at, verb, cue_last)
        if after is not None:
            start, end = after
            if not self._strong(verb, before, start):
                return None
            return self._saying(
                chunk.head, cue_last, verb, "after", (first, last, head_end), (start, end), clause_first, start
            )
        if not verb.after or not self._has_clause(clause_first) or self._subordinate(clause_first):
            return None
        k, _ = self._adjuncts(at, verb)
        if k < len(self.phrases) and self.phrases[k].kind == "VP" and self.phrases[k].chunk.finite:
            return None
        return self._saying(
            chunk.head,
            cue_last,
            verb,
            "before",
            (first, last, head_end),
            (self.opening, clause_first),
            clause_first,
            self._adjuncts(at, verb)[1],
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
        cue_first: int,
        cue_last: int,
        verb: CueVerb,
        shape: Shape,
        speaker: tuple[int, int, int] | None,
        content: tuple[int, int],
        first: int,
        last: int,
    ) -> Saying:
        return Saying(
            cue_first=cue_first,
            cue_last=min(cue_last, self.sentence.last),
            cue_class=verb.cue_class,
            shape=shape,
            speaker=speaker,
            content=content,
            clause_first=first,
            clause_last=last,
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
            chunk.head, chunk.last, verb, "before", speaker, (self.opening, chunk.first), chunk.first, last
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
                content = self._after(index, load_cues().verbs["say"][0], cue_last)
                if content is not None:
                    return self._saying(chunk.head, cue_last, verb, "after", before[:3], content, before[3], content[0])
                if self._has_clause(before[3]):
                    own = (self.opening, before[3])
                    return self._saying(chunk.head, cue_last, verb, "before", before[:3], own, before[3], cue_last)
        return None

    def _shared(self, at: int, verb: CueVerb, cue_last: int) -> Saying | None:
        """Read a cue without a subject of its own: "adding that", "and said"."""
        chunk = self.phrases[at].chunk
        if verb.cue_class == "believe" or (verb.strength == 1 and chunk.participle and not self.spoken):
            return None
        after = self._after(at, verb, cue_last)
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
        return self._saying(chunk.head, cue_last, verb, "shared", speaker, after, first, after[0])

    def _fit(self, nominal: Nominal) -> int:
        return likeness(self.document, nominal, self.titles)  # type: ignore[arg-type]

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
        """Return the index of the noun phrase that heads "a source at the hospital in Homs", ending at `at`, or None."""
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
            chunk.head,
            chunk.head + 1,
            verb,
            "before",
            (first, last, self.phrases[at + 1].chunk.last),
            (self.opening, chunk.first),
            chunk.first,
            last,
        )

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
            if (phrase.kind == "PREP" and " ".join(phrase.words) in OF and phrase.words[0] not in {"on"}) or (phrase.kind == "CONJ" and self._fit(following.nominal) >= 2 and not self._finite_follows(k + 2)) or (
                appositive
                and phrase.words == (",",)
                and self._fit(following.nominal) >= 3
                and not self._finite_follows(k + 2)
            ):
                k += 2
            else:
                break
        return k

    def _adjuncts(self, at: int, verb: CueVerb) -> tuple[int, int]:
        """Return the phrase and token after what a cue takes with it: hearer, time, channel, place."""
        k = at + 1
        while k < len(self.phrases) and self.phrases[k].chunk.last <= self.phrases[at].chunk.head + len(verb.words):
            k += 1
        if verb.hearer and k < len(self.phrases) and self.phrases[k].nominal is not None:
            k = (
                self._grown(k, len(self.phrases))
                if self.phrases[k + 1 : k + 2] and self.phrases[k + 1].words[0] in {"in", "at", "of"}
                else k + 1
            )
        while k < len(self.phrases):
            phrase = self.phrases[k]
            following = self.phrases[k + 1].nominal if k + 1 < len(self.phrases) else None
            if phrase.kind == "ADV" or (phrase.nominal is not None and phrase.nominal.time):
                k += 1
            elif phrase.kind == "PREP" and following is not None and " ".join(phrase.words) in ADJUNCT:
                k = self._grown(k + 1, len(self.phrases))
                k = self._published(k)
            else:
                break
        k = max(k, at + 1)
        last = self.phrases[k - 1].chunk.last
        return k, max(last, self.phrases[at].chunk.last)

    def _published(self, at: int) -> int:
        """Return the index after "published on Telegram", "issued by the ministry"."""
        if (
            at < len(self.phrases)
            and self.phrases[at].chunk.participle
            and self.phrases[at].lemma
            in {
                "publish",
                "issue",
                "release",
                "post",
                "carry",
                "circulate",
                "send",
                "distribute",
            }
        ):
            at += 1
            while (
                at + 1 < len(self.phrases)
                and self.phrases[at].kind == "PREP"
                and self.phrases[at + 1].nominal is not None
            ):
                at += 2
        return at

    def _after(self, at: int, verb: CueVerb, cue_last: int) -> tuple[int, int] | None:
        """Return the tokens of a content that follows a cue, or None if none does."""
        k, token = self._adjuncts(at, verb)
        end = self.sentence.last
        k = self._skip_commas(k)
        if k >= len(self.phrases):
            return None
        phrase = self.phrases[k]
        first = phrase.chunk.first
        text = self.document.tokens[first].text
        if phrase.kind == "COMP":
            if phrase.words == ("that",) and {"clause", "object"} & verb.takes:
                return (phrase.chunk.last, end) if phrase.chunk.last < end else None
            if (
                phrase.words[0] in {"how", "whether", "what", "why", "if", "where"}
                and {"clause", "object"} & verb.takes
            ):
                return first, end
            return None
        if text == ":" and first + 1 < end:
            return first + 1, end
        if text in OPEN_QUOTES and (first in self.quoted or first + 1 in self.quoted):
            return first, end
        if first in self.quoted:
            return first, end
        if self.phrases[k - 1].words == (",",):
            return None
        if phrase.kind == "VP" and phrase.chunk.infinitive and "infinitive" in verb.takes:
            return first, end
        if phrase.nominal is not None or phrase.kind in {"PREP", "ADV", "OTHER"}:
            return self._bare(at, k, verb)
        return None

    def _skip_commas(self, k: int) -> int:
        if k + 1 < len(self.phrases) and self.phrases[k].words == (",",):
            following = self.phrases[k + 1]
            if (
                self.document.tokens[following.chunk.first].text in OPEN_QUOTES
                or following.chunk.first in self.quoted
                or following.words == ("that",)
            ):
                return k + 1
        return k

    def _bare(self, at: int, k: int, verb: CueVerb) -> tuple[int, int] | None:
        """Return a content without "that": a clause, or the object of a verb that takes one."""
        end = self.sentence.last
        first = self.phrases[k].chunk.first
        clause = self._clause_follows(k)
        if clause and "clause" in verb.takes:
            return first, end
        own = self._own_object(at, verb)
        if verb.words == ("claim",) and own is not None and not self._claimable(k):
            return None
        if verb.words[0] in COUNTING and not self._counts(k, end):
            return None
        if (
            own is not None
            and {"object", "of", "as"} & verb.takes
            and not (verb.words[0] in {"say", "tell", "write"} and len(verb.words) == 1)
        ):
            return own, end
        return None

    def _claimable(self, k: int) -> bool:
        """Tell whether an object is an act that one can claim, not "20 lives"."""
        nominal = self.phrases[k].nominal
        return nominal is not None and nominal.trigger is not None

    def _counts(self, k: int, end: int) -> bool:
        """Tell whether a count is what is given: "put the toll at 12"."""
        return any(t.folded in TOLL_WORDS for t in self.document.tokens[self.phrases[k].chunk.first : end][:8])

    def _own_object(self, at: int, verb: CueVerb) -> int | None:
        k = at + 1
        reach = self.phrases[at].chunk.head + len(verb.words)
        while k < len(self.phrases) and self.phrases[k].chunk.last <= reach and len(verb.words) > 1:
            k += 1
        while k < len(self.phrases) and self.phrases[k].kind == "ADV":
            k += 1
        if k >= len(self.phrases):
            return None
        if verb.words[-1] in {"responsibility", "credit"}:
            return self.phrases[at].chunk.head + len(verb.words) - 1
        nominal = self.phrases[k].nominal
        if nominal is not None and not nominal.time:
            return self.phrases[k].chunk.first
        return (
            self.phrases[k].chunk.first if self.phrases[k].kind == "VP" and self.phrases[k].chunk.participle else None
        )

    def _clause_follows(self, k: int) -> bool:
        """Tell whether a subject and its finite verb follow."""
        has_subject = False
        for phrase in self.phrases[k : k + 14]:
            if phrase.kind == "VP" and phrase.chunk.finite:
                return has_subject
            if phrase.nominal is not None:
                has_subject = True
            elif phrase.kind == "COMP" and not has_subject:
                return True
            elif phrase.words[0] in {";", "."}:
                return False
        return False
