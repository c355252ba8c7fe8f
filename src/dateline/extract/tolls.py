"""Rows of a toll in one sentence: how many of whom were killed, injured, abducted, detained or are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.extract.arguments import PartyRef, ref
from dateline.extract.clauses import coordinated, objects, obliques, subjects
from dateline.extract.document import Document
from dateline.extract.nominals import Nominal, Phrase, count_of
from dateline.extract.quantities import hedged
from dateline.extract.triggers import Trigger
from dateline.model.codes import CasualtyKind
from dateline.model.values import Quantity

STATES: dict[str, CasualtyKind] = {
    "dead": "killed",
    "death": "killed",
    "fatality": "killed",
    "corpse": "killed",
    "wounded": "injured",
    "injured": "injured",
    "hurt": "injured",
    "injury": "injured",
    "missing": "missing",
    "unaccounted": "missing",
    "hospitalised": "injured",
    "hospitalized": "injured",
}
PARTS = frozenset(("including", "among", "of", "amongst", "mostly"))
SUSPECTING = frozenset("possibly likely probably believed feared presumed suspected reportedly apparently".split())
NOBODY = frozenset(("no", "nobody", "none", "zero", "without"))
HARMLESS = frozenset("casualty injury death fatality victim".split())
RISING = frozenset("rise climb reach stand increase jump go put bring number total rose exceed surpass pass".split())
OTHERS = frozenset(("others", "other", "another", "more"))


class Toll(Struct, frozen=True, kw_only=True):
    """One row: tokens [first, last) tell it; `group` is None where the noun was left out."""

    kind: CasualtyKind
    quantity: Quantity
    group: PartyRef | None
    first: int
    last: int
    subset: bool = False
    suspected: bool = False
    cause: int | None = None  # first token of the trigger that brought the harm, where the sentence tells
    verb: int | None = None  # index of the phrase that tells the harm
    condition: tuple[int, int] | None = None  # tokens of what they suffer from


def harm_rows(
    document: Document, phrases: Sequence[Phrase], at: int, trigger: Trigger, kind: CasualtyKind
) -> Iterator[Toll]:
    """Yield the rows that a verb of harm tells: its objects, or its subject if passive or without object."""
    chunk = phrases[at].chunk
    if chunk.negated or chunk.modal in {"would", "could", "might", "may", "can", "should"}:
        return
    for nominal in victims(phrases, at, trigger):
        row = _row(document, nominal, kind, at)
        if row is not None:
            yield row
            yield from _parts(document, phrases, nominal, kind)


def victims(phrases: Sequence[Phrase], at: int, trigger: Trigger) -> tuple[Nominal, ...]:
    """Return the noun phrases that a verb of harm says were harmed."""
    chunk = phrases[at].chunk
    intransitive = any(entry.intransitive for entry in trigger.classes)
    if chunk.voice == "passive" or intransitive:
        return subjects(phrases, at)
    direct = objects(phrases, at, trigger.last)
    if direct:
        return direct
    following = phrases[at + 1 : at + 3]
    if len(following) == 2 and following[0].kind == "CONJ" and following[1].kind == "VP":
        return objects(phrases, at + 2, following[1].chunk.last)
    return subjects(phrases, at) if chunk.participle or _elided(phrases, at) else ()


def _elided(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether a verb without object stands for a passive: "two were killed and dozens hurt"."""
    before = [p for p in phrases[max(0, at - 3) : at] if p.nominal is not None]
    counted = bool(before) and before[-1].nominal is not None and before[-1].nominal.quantity is not None
    return counted and phrases[at].chunk.tense != "present" and len(phrases[at].words) == 1


def state_rows(document: Document, phrases: Sequence[Phrase]) -> Iterator[Toll]:
    """Yield the rows that adjectives and nouns tell: "left 12 dead", "five wounded", "the toll rose to 40"."""
    for at, phrase in enumerate(phrases):
        nominal = phrase.nominal
        if nominal is None:
            continue
        yield from _states(document, phrases, at, nominal)
        if nominal.quantity is not None and _in_hospital(phrases, at):
            row = _row(document, nominal, "injured", None)
            if row is not None:
                yield row
        if phrase.lemma == "toll" or _counts_dead(phrase.words):
            yield from _risen(document, phrases, at)


def no_casualties(document: Document, phrases: Sequence[Phrase]) -> tuple[Toll, ...]:
    """Return two rows of nobody where a sentence says that nobody was harmed, else none."""
    for phrase in phrases:
        nominal = phrase.nominal
        if nominal is None:
            continue
        before = phrases[max(0, phrases.index(phrase) - 1)]
        harmless = phrase.lemma in HARMLESS and (phrase.words[0] == "no" or before.words[-1:] == ("without",))
        if harmless:
            return _nobody(document, nominal, _spared(phrase.words))
    return _nobody_harmed(document, phrases)


def _in_hospital(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether people are said to be in care: "57 are in hospital", "nine were taken to hospital"."""
    following = phrases[at + 1 : at + 4]
    moved = bool(following) and following[0].kind == "VP" and following[0].lemma in {"be", "take", "rush", "remain", "bring", "treat"}
    return moved and any({"hospital", "hospitals", "clinic", "intensive"} & set(p.words) for p in following)


def _counts_dead(words: Sequence[str]) -> bool:
    return bool({"number", "count"} & set(words) and {"dead", "deaths", "killed", "fatalities", "victims"} & set(words))


def _spared(words: Iterable[str]) -> tuple[CasualtyKind, ...]:
    words = frozenset(words)
    if words & {"casualty", "casualties", "victims"} or {"deaths", "injuries"} <= words:
        return ("killed", "injured")
    return ("killed",) if words & {"deaths", "fatalities", "death", "fatality"} else ("injured",)


def _nobody_harmed(document: Document, phrases: Sequence[Phrase]) -> tuple[Toll, ...]:
    for at, phrase in enumerate(phrases[:-1]):
        nominal = phrase.nominal
        nobody = nominal is not None and phrase.words[0] in {"no", "nobody", "none"}
        if nobody and nominal is not None and (nominal.party or phrase.words[-1] in {"one", "nobody", "none"}):
            verb = next((p for p in phrases[at + 1 : at + 4] if p.kind == "VP"), None)
            if verb is not None and verb.lemma in {"hurt", "injure", "wound", "harm"}:
                return _nobody(document, nominal, ("injured",))
            if verb is not None and verb.lemma in {"kill", "die"}:
                return _nobody(document, nominal, ("killed",))
    return ()


def _nobody(document: Document, nominal: Nominal, kinds: tuple[CasualtyKind, ...]) -> tuple[Toll, ...]:
    words = document.words(nominal.first, nominal.last)
    quantity = Quantity(0, 0, 0, "none", words)
    return tuple(Toll(kind=k, quantity=quantity, group=None, first=nominal.first, last=nominal.last) for k in kinds)


def _row(document: Document, nominal: Nominal, kind: CasualtyKind, verb: int | None) -> Toll | None:
    if nominal.time or nominal.weapon is not None or nominal.thing or nominal.trigger is not None:
        return None
    quantity = count_of(document, nominal) or _the_one(document, nominal)
    if quantity is None or quantity.hedge == "none":
        return None
    bare = nominal.quantity is not None and nominal.quantity.last >= nominal.last
    group = ref(nominal) if nominal.party and not bare else None
    others = bool({t.folded for t in document.tokens[nominal.first : nominal.last]} & OTHERS)
    if group is None and not (bare or others):
        return None
    return Toll(
        kind=kind,
        quantity=quantity,
        group=group,
        first=nominal.first,
        last=nominal.last,
        suspected=_suspected(document, nominal),
        verb=verb,
    )


def _the_one(document: Document, nominal: Nominal) -> Quantity | None:
    """Return exactly one for a definite person: "the driver", "his brother"."""
    group = nominal.named.group if nominal.named is not None else None
    if group is None or nominal.quantity is not None or not nominal.definite:
        return None
    single = document.tokens[nominal.head].folded == (group.singular or "").split(" ")[-1]
    return hedged(1, "exact", document.words(nominal.first, nominal.last)) if single else None


def _suspected(document: Document, nominal: Nominal) -> bool:
    near = document.tokens[max(0, nominal.first - 2) : nominal.head]
    return any(token.folded in SUSPECTING for token in near)


def _parts(document: Document, phrases: Sequence[Phrase], whole: Nominal, kind: CasualtyKind) -> Iterator[Toll]:
    """Yield the rows that are part of another: "including three children", "among them two medics"."""
    start = next(i for i, p in enumerate(phrases) if p.nominal is whole)
    for at in range(start + 1, min(len(phrases), start + 12)):
        phrase = phrases[at]
        opening = phrase.words[0]
        told_on = phrase.kind == "VP" and phrase.chunk.finite and phrase.lemma not in {"include", "be"}
        if told_on and opening != "including":
            continue
        if (
            opening == "including"
            or phrase.words[:2] == ("among", "them")
            or (opening == "among" and at + 1 < len(phrases) and phrases[at + 1].words == ("them",))
        ):
            following = at + 1
            while following < len(phrases) and (
                phrases[following].nominal is None or phrases[following].words == ("them",)
            ):
                following += 1
            if following < len(phrases):
                for nominal in coordinated(phrases, following):
                    row = _row(document, nominal, kind, None)
                    if row is not None and row.group is not None:
                        yield _subset(row)
            return
        if phrase.nominal is not None and phrase.nominal.quantity is not None and _of_them(phrases, at):
            following = at + 3
            if following < len(phrases) and phrases[following].nominal is not None and phrases[following].nominal.party:  # type: ignore[union-attr]
                group = phrases[following].nominal
                assert group is not None  # noqa: S101
                yield Toll(
                    kind=kind,
                    quantity=phrase.nominal.quantity.quantity,
                    group=ref(group),
                    first=phrase.nominal.first,
                    last=group.last,
                    subset=True,
                )
            return


def _of_them(phrases: Sequence[Phrase], at: int) -> bool:
    return phrases[at + 1 : at + 3] != [] and [p.words for p in phrases[at + 1 : at + 3]] == [("of",), ("them",)]


def _subset(row: Toll) -> Toll:
    return Toll(
        kind=row.kind,
        quantity=row.quantity,
        group=row.group,
        first=row.first,
        last=row.last,
        subset=True,
        suspected=row.suspected,
    )


def _states(document: Document, phrases: Sequence[Phrase], at: int, nominal: Nominal) -> Iterator[Toll]:
    """Yield rows for a noun phrase whose head or following word tells a state of harm."""
    if nominal.quantity is None and not nominal.singular:
        return
    head = document.tokens[nominal.head]
    kind = STATES.get(head.folded) or STATES.get(head.lemma)
    if kind is not None and nominal.quantity is not None:
        quantity = nominal.quantity.quantity
        if quantity.hedge != "none":
            yield Toll(
                kind=kind, quantity=quantity, group=_inner_group(nominal), first=nominal.first, last=nominal.last
            )
        return
    following = phrases[at + 1] if at + 1 < len(phrases) else None
    if following is None or not (nominal.party or (nominal.quantity is not None and nominal.named is None)):
        return
    state = STATES.get(following.words[0]) if following.kind in {"NP", "OTHER", "ADV"} else None
    if state is not None and len(following.words) == 1:
        row = _row(document, nominal, state, None)
        if row is not None:
            yield row


def _inner_group(nominal: Nominal) -> PartyRef | None:
    """Return the people in "three soldiers dead"."""
    groups = [m for m in nominal.modifiers if m.kind in {"group", "force"}]
    if not groups or nominal.quantity is None:
        return None
    first = max(nominal.quantity.last, nominal.first)
    return PartyRef(first, groups[-1].last, groups[-1], nominal.country) if first < groups[-1].last else None


def _risen(document: Document, phrases: Sequence[Phrase], toll: int) -> Iterator[Toll]:
    """Yield the count in "the death toll rose to at least 40"; not the one it rose from."""
    kind: CasualtyKind = "killed"
    for oblique in obliques(phrases, toll):
        if oblique.preposition in {"of", "to", "at"} and any(n.quantity is not None for n in oblique.nominals):
            yield from _counted(document, oblique.nominals, kind)
            return
    for at in range(toll + 1, min(len(phrases), toll + 6)):
        if phrases[at].kind == "VP" and phrases[at].lemma in RISING:
            direct = objects(phrases, at, phrases[at].chunk.last)
            rows = tuple(_counted(document, direct, kind))
            if rows:
                yield from rows
                return
            for oblique in obliques(phrases, at):
                if oblique.preposition in {"to", "at", "past", "above", "by"} and oblique.nominals:
                    yield from _counted(document, oblique.nominals, kind)
                    return


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


def evaluated(document: Document, phrases: Sequence[Phrase]) -> Iterator[Toll]:
    """Yield the rows of people who are being examined: "undergoing evaluation for brain injuries"."""
    for at, phrase in enumerate(phrases):
        looks = phrase.lemma in {"evaluate", "screen", "examine", "assess"} and phrase.chunk.voice == "passive"
        undergoes = phrase.lemma == "undergo" and any(
            "evaluation" in p.words or "screening" in p.words or "tests" in p.words for p in phrases[at + 1 : at + 3]
        )
        if phrase.kind == "VP" and (looks or undergoes):
            for nominal in subjects(phrases, at):
                row = _row(document, nominal, "under_evaluation", at)
                if row is not None:
                    yield replace(row, condition=_condition(phrases, at))


def _condition(phrases: Sequence[Phrase], at: int) -> tuple[int, int] | None:
    """Return the tokens of what somebody is examined for."""
    for index in range(at + 1, min(len(phrases) - 1, at + 4)):
        if phrases[index].words == ("for",) and phrases[index + 1].nominal is not None:
            return phrases[index + 1].chunk.first, phrases[index + 1].chunk.last
    return None
