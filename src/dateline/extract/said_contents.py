"""Contents that follow a verb of saying: a clause, a quotation, or the object of a verb that takes one."""

from __future__ import annotations

from dateline.extract.speaker_phrases import SpeakerPhrases
from dateline.lexicon.cues import CueVerb

ADJUNCT = frozenset(
    """
    to in on at by via through from during over before after earlier late early following under within with outside
    """.split()
)
OPEN_QUOTES = frozenset("“«„\"‘'")
COUNTING = frozenset(("put", "give", "raise", "revise"))
TOLL_WORDS = frozenset(
    "toll tolls figure figures number numbers count estimate estimates tally total casualties dead".split()
)
WHETHER = frozenset(("how", "whether", "what", "why", "if", "where"))


class ContentPhrases(SpeakerPhrases):
    """A sentence's phrases read for what is said after a cue, past its hearer, time and channel."""

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

    def _after(self, at: int, verb: CueVerb) -> tuple[int, int] | None:
        """Return the tokens of a content that follows a cue, or None if none does."""
        k, _ = self._adjuncts(at, verb)
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
            if phrase.words[0] in WHETHER and {"clause", "object"} & verb.takes:
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
        if phrase.kind == "VP" and phrase.chunk.participle and {"object", "infinitive"} <= verb.takes and k == at + 1:
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
