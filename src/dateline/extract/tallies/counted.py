"""What a sentence says of the people and things that it counts: the verb that they are subject or object of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from dateline.extract.clauses import RELATIVE, SAYING
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.quantities import hedged
from dateline.lexicon.words import HYPHENS
from dateline.model.values import Quantity

Role = Literal["does", "undergoes"]
RAISING = frozenset(
    """
    report believe estimate begin manage try have be continue start think know force feel allow seem appear expect set
    need attempt make order compel say
    """.split()
)
OPENING = frozenset(
    "see leave force drive push cause make compel prompt have help allow oblige send get enable".split()
)
PARTS = frozenset(("including", "among", "comprising", "include"))
CARRIED = frozenset(("at_least", "about", "at_most"))


class Said(Struct, frozen=True):
    """The verb at index `verb` of a sentence's phrases, and whether the counted do it or undergo it."""

    verb: int
    lemma: str
    role: Role


class Counted(Struct, frozen=True, kw_only=True):
    """A noun phrase with a number, at index `at` of a sentence's phrases, and the verbs said of it."""

    at: int
    nominal: Nominal
    quantity: Quantity
    said: tuple[Said, ...]
    subset: bool = False

    @property
    def size(self) -> int:
        """The number itself, as far as it is told."""
        return size(self.quantity)

    def meets(self, lemmas: frozenset[str], role: Role) -> bool:
        """Tell whether one of the verbs is among some, in a role."""
        return any(one.lemma in lemmas and one.role == role for one in self.said)


def size(quantity: Quantity) -> int:
    """Return the number of a quantity whatever its hedge, 0 where there is none."""
    return quantity.best or quantity.min or quantity.max or 0


def counted(phrases: Sequence[Phrase]) -> Iterator[Counted]:
    """Yield the counted noun phrases of a sentence, left to right; a hedge carries over a coordination."""
    known: dict[int, Counted] = {}
    for at, phrase in enumerate(phrases):
        nominal = phrase.nominal
        if nominal is None or nominal.quantity is None or nominal.time or nominal.quantity.quantity.hedge == "none":
            continue
        quantity = nominal.quantity.quantity
        whole = _whole(phrases, at, known)
        before = _joined(phrases, at, known)
        said = _around(phrases, at)
        if whole is None and at and at - 1 in known and known[at - 1].subset and not said:
            whole = at - 1
        if whole is not None:
            said = known[whole].said or said
        elif before is not None and (not said or _shares(at, said)):
            said = said or known[before].said
            if quantity.hedge == "exact" and known[before].quantity.hedge in CARRIED and not _renewed(phrase):
                quantity = hedged(size(quantity), known[before].quantity.hedge, quantity.text)
        known[at] = Counted(at=at, nominal=nominal, quantity=quantity, said=said, subset=whole is not None)
        yield known[at]


def _renewed(phrase: Phrase) -> bool:
    return phrase.words[0] in {"another", "a", "an", "one", "the", "further"}


def _shares(at: int, said: Sequence[Said]) -> bool:
    """Tell whether the verb of a coordinated phrase stands after both: "37 soldiers and 12 rebels were killed"."""
    return all(one.verb > at and one.lemma not in {"say", "tell"} for one in said)


def _joined(phrases: Sequence[Phrase], at: int, known: dict[int, Counted]) -> int | None:
    """Return the counted phrase that a conjunction or comma joins to the one at an index."""
    joint = at - 1
    while joint >= 0 and (phrases[joint].kind == "CONJ" or phrases[joint].words == (",",)):
        joint -= 1
    if joint == at - 1:
        return None
    while (
        joint >= 1 and joint not in known and phrases[joint].nominal is not None and phrases[joint - 1].kind == "PREP"
    ):
        joint -= 2
    return joint if joint in known else None


def _whole(phrases: Sequence[Phrase], at: int, known: dict[int, Counted]) -> int | None:
    """Return the counted phrase of which the one at an index is a part: "including 33 children"."""
    before = phrases[max(0, at - 3) : at]
    words = [word for phrase in before for word in phrase.words]
    part = bool(PARTS.intersection(words[-2:])) and words[-1:] != ["and"]
    if part and known:
        return max(known)
    joined = _joined(phrases, at, known)
    return joined if joined is not None and known[joined].subset and not _own_verb(phrases, at) else None


def _own_verb(phrases: Sequence[Phrase], at: int) -> bool:
    return at + 1 < len(phrases) and phrases[at + 1].kind == "VP" and phrases[at + 1].chunk.finite


def _around(phrases: Sequence[Phrase], at: int) -> tuple[Said, ...]:
    """Return what is said of a noun phrase: by the verb before that governs it, else by the verbs after it."""
    governor = _governor(phrases, at)
    if governor is None:
        return tuple(_after(phrases, at))
    lemma = phrases[governor].lemma
    own = Said(governor, lemma, "undergoes")
    return (own, *_after(phrases, at)) if lemma in OPENING else (own,)


def _governor(phrases: Sequence[Phrase], at: int) -> int | None:
    """Return the verb that a noun phrase is the object of."""
    before = at - 1
    while before >= 0 and phrases[before].kind == "ADV":
        before -= 1
    if before < 0 or phrases[before].kind != "VP":
        return None
    verb = phrases[before]
    passive = verb.chunk.voice == "passive" and verb.chunk.finite
    if verb.lemma in SAYING - {"claim"} or verb.lemma in {"be", "include"} or passive:
        return None
    return before


def _after(phrases: Sequence[Phrase], at: int) -> Iterator[Said]:
    """Yield the verbs that a noun phrase is the subject of, that of its relative clause first."""
    index, inserted = at + 1, 0
    while index < len(phrases):
        phrase = phrases[index]
        if phrase.kind == "VP":
            if phrase.words[0] == "including":
                index += 2
                continue
            said, index = _settled(phrases, index)
            yield said
            if said.lemma in SAYING or not inserted:
                return
            inserted = 0
            continue
        if phrase.kind == "COMP":
            if phrase.words[-1] not in RELATIVE or index > at + 3:
                return
            inserted = 1
        elif (
            (phrase.kind == "PUNCT" and not _passes(phrases, index))
            or (phrase.nominal is not None and not _belongs(phrases, index))
            or (phrase.kind == "CONJ" and (index + 1 >= len(phrases) or phrases[index + 1].kind == "VP"))
        ):
            return
        index += 1


def _passes(phrases: Sequence[Phrase], index: int) -> bool:
    """Tell whether a mark only sets words apart between a subject and its verb: a dash, a comma before a part."""
    words = phrases[index].words
    if words[0] in HYPHENS or words[0] in {"–", "—"}:
        return True
    following = phrases[index + 1 : index + 2]
    opens = bool(following) and (following[0].kind == "PREP" or following[0].words[0] in {"including", "who", "which"})
    closes = (
        bool(following)
        and following[0].kind == "VP"
        and any(
            p.words[0] in {"including", "among", "who", "which", "mostly", "most"}
            for p in phrases[max(0, index - 6) : index]
        )
    )
    return words[0] == "," and (opens or closes)


def _belongs(phrases: Sequence[Phrase], index: int) -> bool:
    """Tell whether a noun phrase after the subject is part of it: governed, joined, or a time."""
    before = phrases[index - 1]
    nominal = phrases[index].nominal
    governed = (
        before.kind in {"PREP", "CONJ", "COMP"}
        or before.words[0] in {"including", "them", ","}
        or before.words[0] in HYPHENS
    )
    return governed or before.words[-1:] == ("them",) or (nominal is not None and nominal.time)


def _settled(phrases: Sequence[Phrase], index: int) -> tuple[Said, int]:
    """Return what a verb says of its subject, past "are reported to have", and the index after it."""
    at = index
    while phrases[at].lemma in RAISING and at + 1 < len(phrases):
        following = at + 1
        while following < len(phrases) and (phrases[following].words == ("to",) or phrases[following].kind == "ADV"):
            following += 1
        if following >= len(phrases) or phrases[following].kind != "VP":
            break
        linked = following > at + 1 or phrases[following].chunk.infinitive or phrases[following].chunk.participle
        if not linked:
            break
        at = following
    verb = phrases[at]
    elided = verb.chunk.voice == "active" and verb.chunk.tense == "past" and not _has_object(phrases, at)
    passive = verb.chunk.voice == "passive" or elided
    return Said(at, verb.lemma, "undergoes" if passive else "does"), at + 1


def _has_object(phrases: Sequence[Phrase], verb: int) -> bool:
    following = phrases[verb + 1 : verb + 2]
    return bool(following) and following[0].nominal is not None and not following[0].nominal.time
