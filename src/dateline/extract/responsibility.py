"""Who claims an act, denies it, or blames another for it, as single clauses tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.extract.arguments import PartyRef, ref
from dateline.extract.clauses import objects, obliques, subjects
from dateline.extract.frame import Told
from dateline.extract.nominals import Nominal, Phrase
from dateline.model.codes import Stance

OWNED = frozenset(("responsibility", "credit"))
DENIED = frozenset(
    """
    responsibility involvement role part strike bombing killing shelling raid charge fire bomb kill shell claim carry
    target attack be have conduct accusation allegation it this that anything
    """.split()
)
BLAMING = frozenset(("blame", "accuse"))


class Claim(Struct, frozen=True, kw_only=True):
    """A stance that tokens [first, last) tell; `blamed` is who is accused, `act` the trigger that it speaks of."""

    stance: Stance
    speaker: PartyRef
    speaker_nominal: Nominal
    blamed: PartyRef | None
    first: int
    last: int
    cue: int
    act: int | None
    sentence: int


def claims(told: Told) -> Iterator[Claim]:
    """Yield the stances on responsibility in one sentence."""
    for at, phrase in enumerate(told.phrases):
        if phrase.kind != "VP" or phrase.chunk.negated:
            continue
        if (
            (phrase.lemma in {"claim", "take", "accept", "assume"} and _object_is(told.phrases, at, OWNED))
            or (phrase.lemma == "claim" and _claims_act(told, at))
            or phrase.lemma == "boast"
        ):
            yield from _claim(told, at, "claims", None)
        elif phrase.lemma == "deny" and _object_is(told.phrases, at, DENIED):
            yield from _claim(told, at, "denies", None)
        elif phrase.lemma in BLAMING:
            yield from _blame(told, at)


def _act_of(told: Told, at: int) -> int | None:
    """Return the act that a stance itself names, before the clause goes on: "responsibility for the bombing"."""
    phrases = told.phrases
    end = next((i for i in range(at + 1, len(phrases)) if phrases[i].kind in {"CONJ", "COMP"}), len(phrases))
    last = phrases[end - 1].chunk.last
    return next((f.first for f in told.frames if phrases[at].chunk.first < f.first < last), None)


def _claims_act(told: Told, at: int) -> bool:
    """Tell whether an act itself is the object: "claimed the bombing"."""
    chunk = told.phrases[at].chunk
    if chunk.voice == "passive":
        return any(n.trigger is not None for n in subjects(told.phrases, at))
    return any(n.trigger is not None for n in objects(told.phrases, at, chunk.last)[:1])


def _claim(told: Told, at: int, stance: Stance, blamed: Nominal | None) -> Iterator[Claim]:
    phrases = told.phrases
    passive = phrases[at].chunk.voice == "passive"
    speakers = _by(phrases, at) if passive else subjects(phrases, at)
    for speaker in speakers[:1]:
        if speaker.named is None and speaker.pronoun is None and not speaker.definite:
            continue
        last = min(told.sentence.last, max(phrases[at].chunk.last, _reach(phrases, at)))
        first = min(speaker.first, phrases[at].chunk.first)
        yield Claim(
            stance=stance,
            speaker=ref(speaker),
            speaker_nominal=speaker,
            blamed=ref(blamed) if blamed is not None else None,
            first=first,
            last=last,
            cue=phrases[at].chunk.head,
            act=_act_of(told, at),
            sentence=told.sentence.index,
        )


def _blame(told: Told, at: int) -> Iterator[Claim]:
    phrases = told.phrases
    if phrases[at].chunk.voice == "passive":
        return
    direct = objects(phrases, at, phrases[at].chunk.last)
    on = [n for o in obliques(phrases, at) if o.preposition == "on" for n in o.nominals]
    blamed = next((n for n in (*on, *direct) if n.party), None)
    if blamed is not None:
        yield from _claim(told, at, "blames", blamed)


def _by(phrases: Sequence[Phrase], at: int) -> tuple[Nominal, ...]:
    return next((o.nominals for o in obliques(phrases, at) if o.preposition == "by"), ())


def _object_is(phrases: Sequence[Phrase], at: int, wanted: frozenset[str]) -> bool:
    return any(p.lemma in wanted for p in phrases[at + 1 : at + 4]) or (
        phrases[at].chunk.voice == "passive" and any(p.lemma in wanted for p in phrases[max(0, at - 4) : at])
    )


def _reach(phrases: Sequence[Phrase], at: int) -> int:
    """Return where the clause of a stance ends: at the next stop, or where a new clause begins."""
    for phrase in phrases[at + 1 :]:
        if phrase.kind == "PUNCT" and phrase.words[0] in {";", ".", "”", '"'}:
            return phrase.chunk.first
    return phrases[-1].chunk.last
