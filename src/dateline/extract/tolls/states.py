"""Rows that adjectives and nouns tell: "left 12 dead", "five wounded", "are missing", "the toll rose to 40"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dateline.extract.arguments import PartyRef, ref
from dateline.extract.clauses import objects, obliques, subjects
from dateline.extract.document import Document
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.quantities import hedged
from dateline.extract.tolls.parts import THOSE, is_of_those, parts, parts_of_the_harmed
from dateline.extract.tolls.toll import STATES, Toll, toll
from dateline.model.codes import CasualtyKind

RISING = frozenset("rise climb reach stand increase jump go put bring number total rose exceed surpass pass".split())
SAID_TO_BE = frozenset(
    "be remain go report confirm declare pronounce find believe fear presume leave list feel".split()
)
TAKING = frozenset(("claim", "take", "cost"))
FAR = 12  # phrases from what counts the harmed to the verb that tells how far it rose
LIVES = frozenset((("their", "lives"), ("his", "life"), ("her", "life")))
BODIES = frozenset(("body", "corpse"))
RECOVERING = frozenset("recover pull retrieve find bring count take discover dig remove".split())
FINDING = frozenset(("find", "locate"))
CARED_FOR = frozenset("be take rush remain bring treat".split())
CARE = frozenset(("hospital", "hospitals", "clinic", "intensive"))


def state_rows(document: Document, phrases: Sequence[Phrase]) -> Iterator[Toll]:
    """Yield the rows that no verb of harm tells, in text order but for those that are parts of others."""
    for at, phrase in enumerate(phrases):
        if phrase.kind == "VP":
            yield from _predicated(document, phrases, at)
            yield from _lives(document, phrases, at)
            yield from _lost(document, phrases, at)
            yield from _unfound(document, phrases, at)
            yield from _put(document, phrases, at)
        nominal = phrase.nominal
        if nominal is None or is_of_those(phrase.words):
            continue
        yield from _states(document, phrases, at, nominal)
        if nominal.quantity is not None and _in_hospital(phrases, at):
            yield from _rows(document, phrases, (nominal,), "injured", None)
        kind = "killed" if phrase.lemma == "toll" else _counted_harm(phrases, at)
        if kind is not None:
            yield from _risen(document, phrases, at, kind)
    yield from parts_of_the_harmed(document, phrases)


def _rows(
    document: Document, phrases: Sequence[Phrase], nominals: Iterable[Nominal], kind: CasualtyKind, verb: int | None
) -> Iterator[Toll]:
    for nominal in nominals:
        row = toll(document, nominal, kind, verb, phrases)
        if row is not None:
            yield row


def _predicated(document: Document, phrases: Sequence[Phrase], at: int) -> Iterator[Toll]:
    """Yield the rows of "three people are missing", "22 were confirmed dead", "two were hospitalised"."""
    phrase = phrases[at]
    if phrase.chunk.negated or phrase.chunk.modal is not None:
        return
    after = at + 2 if at + 1 < len(phrases) and phrases[at + 1].kind == "ADV" else at + 1
    following = phrases[after].words if after < len(phrases) else ()
    kind = STATES.get(following[0]) if len(following) == 1 and phrase.lemma in SAID_TO_BE else None
    if phrase.lemma in {"hospitalise", "hospitalize"} and phrase.chunk.voice == "passive":
        kind = "injured"
    if kind is not None and not (phrase.lemma in {"leave", "find"} and phrase.chunk.voice == "active"):
        for nominal in subjects(phrases, at):
            yield from _rows(document, phrases, (nominal,), kind, at)
            yield from parts(document, phrases, nominal, kind)


def _lives(document: Document, phrases: Sequence[Phrase], at: int) -> Iterator[Toll]:
    """Yield the rows of "claimed 12 lives", "took the lives of 12 people"."""
    taken = at + 1
    if phrases[at].lemma not in TAKING or taken >= len(phrases) or phrases[taken].lemma != "life":
        return
    nominal = phrases[taken].nominal
    if nominal is not None and nominal.quantity is not None:
        yield _counting(nominal, "killed")
        return
    for oblique in obliques(phrases, taken)[:1]:
        if oblique.preposition == "of":
            yield from _rows(document, phrases, oblique.nominals, "killed", at)


def _lost(document: Document, phrases: Sequence[Phrase], at: int) -> Iterator[Toll]:
    """Yield the rows of "lost 15 fighters", "50 people lost their lives", "100 others sustained injuries"."""
    lost = phrases[at + 1] if at + 1 < len(phrases) else None
    if lost is None or lost.nominal is None or phrases[at].chunk.voice != "active":
        return
    lives = phrases[at].lemma == "lose" and lost.words in LIVES
    hurts = phrases[at].lemma in {"sustain", "suffer"} and lost.lemma in {"injury", "wound", "burn"}
    if (lives or hurts) and not phrases[at].chunk.negated:
        for nominal in subjects(phrases, at):
            if nominal.quantity is not None:
                yield from _rows(document, phrases, (nominal,), "killed" if lives else "injured", at)
                yield from parts(document, phrases, nominal, "killed" if lives else "injured")
    elif phrases[at].lemma == "lose" and lost.nominal.party and lost.nominal.quantity is not None:
        yield from _rows(document, phrases, objects(phrases, at, phrases[at].chunk.last), "killed", at)


def _unfound(document: Document, phrases: Sequence[Phrase], at: int) -> Iterator[Toll]:
    """Yield the rows of "three have not been found" and of "12 bodies were recovered"."""
    phrase = phrases[at]
    if phrase.chunk.voice != "passive":
        return
    for nominal in subjects(phrases, at):
        body = document.tokens[nominal.head].lemma in BODIES and nominal.quantity is not None
        if body and phrase.lemma in RECOVERING and not phrase.chunk.negated:
            yield _counting(nominal, "killed")
        elif not body and nominal.quantity is not None and phrase.lemma in FINDING and phrase.chunk.negated:
            yield from _rows(document, phrases, (nominal,), "missing", at)


def _put(document: Document, phrases: Sequence[Phrase], at: int) -> Iterator[Toll]:
    """Yield the count in "put the dead at 93", "gave the number of wounded as 40"."""
    if phrases[at].lemma not in {"put", "give"}:
        return
    ends = (i for i in range(at + 2, min(len(phrases) - 1, at + 6)) if phrases[i].words in {("at",), ("as",)})
    end = next(ends, at)
    kinds = (THOSE[word] for p in phrases[at + 1 : end] for word in p.words if word in THOSE)
    kind, nominal = next(kinds, None), phrases[end + 1].nominal if end > at else None
    if kind is not None and nominal is not None and nominal.quantity is not None:
        yield _counting(nominal, kind)
        yield from parts(document, phrases, nominal, kind)


def _counting(nominal: Nominal, kind: CasualtyKind) -> Toll:
    assert nominal.quantity is not None  # noqa: S101 - asked by the callers
    return Toll(kind=kind, quantity=nominal.quantity.quantity, group=None, first=nominal.first, last=nominal.last)


def _states(document: Document, phrases: Sequence[Phrase], at: int, nominal: Nominal) -> Iterator[Toll]:
    """Yield rows for a noun phrase whose head or following word tells a state of harm."""
    head = document.tokens[nominal.head]
    kind = STATES.get(head.folded) or STATES.get(head.lemma)
    if kind is not None and nominal.quantity is not None:
        quantity = nominal.quantity.quantity
        if quantity.hedge != "none":
            yield Toll(
                kind=kind, quantity=quantity, group=_inner_group(nominal), first=nominal.first, last=nominal.last
            )
        return
    following = _after_list(phrases, at)
    if following is None or not (nominal.party or (nominal.quantity is not None and nominal.named is None)):
        return
    state = STATES.get(following.words[0]) if following.kind in {"NP", "OTHER", "ADV"} else None
    if state is not None and len(following.words) == 1:
        for row in _rows(document, phrases, (nominal,), state, None):
            yield row
            yield from parts(document, phrases, nominal, state)


def _after_list(phrases: Sequence[Phrase], at: int) -> Phrase | None:
    """Return the phrase after a noun phrase and those joined to it: "five soldiers and nine militants dead"."""
    if at + 2 < len(phrases) and phrases[at + 1].kind == "CONJ" and phrases[at].nominal is not None:
        at += 2
    return phrases[at + 1] if at + 1 < len(phrases) else None


def _inner_group(nominal: Nominal) -> PartyRef | None:
    """Return the people in "three soldiers dead"."""
    groups = [m for m in nominal.modifiers if m.kind in {"group", "force"} and m.last <= nominal.head]
    if not groups or nominal.quantity is None:
        return None
    first = max(nominal.quantity.last, nominal.first)
    return PartyRef(first, groups[-1].last, groups[-1], nominal.country) if first < groups[-1].last else None


def _in_hospital(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether people are said to be in care: "57 are in hospital", "nine were taken to hospital"."""
    following = phrases[at + 1 : at + 4]
    moved = bool(following) and following[0].kind == "VP" and following[0].lemma in CARED_FOR
    return moved and any(CARE & set(p.words) for p in following)


def _counted_harm(phrases: Sequence[Phrase], at: int) -> CasualtyKind | None:
    """Return what "the number of dead" or "the number of people killed" counts, or None for another number."""
    words = phrases[at].words
    if not {"number", "count"} & set(words):
        return None
    following = phrases[at + 1] if at + 1 < len(phrases) else None
    told = (*words, *(following.words if following is not None and following.chunk.participle else ()))
    return next((THOSE[word] for word in told if word in THOSE), None)


def _risen(document: Document, phrases: Sequence[Phrase], counted: int, kind: CasualtyKind) -> Iterator[Toll]:
    """Yield the count in "the death toll rose to at least 40"; not the one it rose from."""
    for oblique in obliques(phrases, counted):
        if oblique.preposition in {"of", "to", "at"} and any(n.quantity is not None for n in oblique.nominals):
            yield from _counted(document, oblique.nominals, kind)
            return
    for at in range(counted + 1, min(len(phrases), counted + FAR)):
        if phrases[at].kind == "VP" and phrases[at].lemma in RISING:
            direct = objects(phrases, at, phrases[at].chunk.last)
            rows = tuple(_counted(document, direct, kind))
            if rows:
                yield from rows
                yield from parts(document, phrases, direct[-1], kind)
                return
            for oblique in obliques(phrases, at):
                if oblique.preposition in {"to", "at", "past", "above", "by", "from"} and oblique.nominals:
                    yield from (_latest(document, row) for row in _counted(document, oblique.nominals, kind))
                    for nominal in oblique.nominals[-1:]:
                        yield from parts(document, phrases, nominal, kind)
                    return


def _latest(document: Document, row: Toll) -> Toll:
    """Return a row with the last number of what a toll rose through: the 37 of "from 11 to 37"."""
    risen = document.tokens[row.first - 1].folded == "from" and row.quantity.hedge == "range"
    if not risen or row.quantity.max is None:
        return row
    return replace(row, quantity=hedged(row.quantity.max, "exact", document.words(row.last - 1, row.last)))


def _counted(document: Document, nominals: Iterable[Nominal], kind: CasualtyKind) -> Iterator[Toll]:
    for nominal in nominals:
        if nominal.quantity is not None:
            state = STATES.get(document.tokens[nominal.head].folded, kind)
            kind = state if nominal.quantity.last < nominal.last else kind
            bare = nominal.quantity.last >= nominal.last or not nominal.party
            group = None if bare else ref(nominal)
            yield Toll(
                kind=kind, quantity=nominal.quantity.quantity, group=group, first=nominal.first, last=nominal.last
            )
