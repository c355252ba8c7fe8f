"""Words that tell who says what: verbs and phrases of saying, and the channels that words go through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct, field

from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon
from dateline.lexicon.words import phrase_key

CueClass = Literal["say", "claim", "deny", "blame", "threaten", "announce", "report", "warn", "question", "believe"]
Complement = Literal["clause", "object", "infinitive", "of", "as", "quote"]


class CueVerb(Struct, frozen=True, kw_only=True):
    """A verb of saying: its base form, the particles after it, what it says and how it takes its content."""

    words: tuple[str, ...]  # folded: base form, then particles
    cue_class: CueClass
    takes: frozenset[Complement]
    after: bool  # may follow its content
    hearer: bool  # may name who hears before the content
    strength: int  # 3 says by itself; 2 with its object; 1 only with a clause, a quotation or a speaker who is one


class CuePhrase(Struct, frozen=True, kw_only=True):
    """A phrase that its speaker follows: "according to"."""

    phrase: str
    cue_class: CueClass


class CueLexicon(Struct, frozen=True):
    """Verbs by base form, the ones with most particles first; phrases; channels by their phrases."""

    verbs: Mapping[str, tuple[CueVerb, ...]]
    phrases: PhraseIndex[CuePhrase]
    channels: PhraseIndex[str]

    def verb(self, lemma: str, following: Sequence[str]) -> tuple[CueVerb, ...]:
        """Return the verbs that a base form and the folded words after it make, longest first."""
        known = self.verbs.get(lemma, ())
        return tuple(v for v in known if tuple(following[: len(v.words) - 1]) == v.words[1:])


class _Verbs(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    cue_class: CueClass = field(name="class")
    takes: tuple[Complement, ...]
    verbs: tuple[str, ...]
    after: bool = False
    hearer: bool = False
    strength: int = 3
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class _Phrases(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    cue_class: CueClass = field(name="class")
    phrases: tuple[str, ...]
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class _Channel(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    channel: str
    phrases: tuple[str, ...]
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class _Layout(Head, frozen=True, kw_only=True, forbid_unknown_fields=True):
    verb: tuple[_Verbs, ...]
    phrase: tuple[_Phrases, ...]
    channel: tuple[_Channel, ...]


@cache
def load_cues(language: str = "en") -> CueLexicon:
    """Read a language's words of saying; LexiconError if the file cannot be used."""
    layout = read_lexicon("cues", _Layout, language)
    verbs: dict[str, list[CueVerb]] = {}
    for entry in layout.verb:
        for written in entry.verbs:
            words = phrase_key(written)
            verbs.setdefault(words[0], []).append(_verb(entry, words))
    by_length = {
        base: tuple(sorted(same, key=lambda v: (-len(v.words), -len(v.takes)))) for base, same in verbs.items()
    }
    return CueLexicon(
        verbs=by_length,
        phrases=PhraseIndex(
            (phrase, CuePhrase(phrase=phrase, cue_class=entry.cue_class))
            for entry in layout.phrase
            for phrase in entry.phrases
        ),
        channels=PhraseIndex((phrase, entry.channel) for entry in layout.channel for phrase in entry.phrases),
    )


def _verb(entry: _Verbs, words: tuple[str, ...]) -> CueVerb:
    return CueVerb(
        words=words,
        cue_class=entry.cue_class,
        takes=frozenset(entry.takes),
        after=entry.after,
        hearer=entry.hearer,
        strength=entry.strength,
    )
