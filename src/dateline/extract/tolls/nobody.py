"""Rows of nobody: "no casualties were reported", "no one was hurt", "without causing injuries"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.extract.document import Document
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.tolls.toll import Toll
from dateline.model.codes import CasualtyKind
from dateline.model.values import Quantity

HARMLESS = frozenset("casualty injury death fatality victim".split())
CAUSING = frozenset("cause suffer inflict result be claim lead have".split())
NOBODY = frozenset(("no", "nobody", "none"))


def no_casualties(document: Document, phrases: Sequence[Phrase]) -> tuple[Toll, ...]:
    """Return a row of nobody for each kind of harm that a sentence says nobody suffered."""
    for at, phrase in enumerate(phrases):
        nominal = phrase.nominal
        if nominal is not None and phrase.lemma in HARMLESS and _is_denied(phrases, at):
            joined = phrases[at + 2].words if at + 2 < len(phrases) and phrases[at + 1].kind == "CONJ" else ()
            return _nobody(document, nominal, _spared((*phrase.words, *joined)))
    return _nobody_harmed(document, phrases)


def _is_denied(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether there was none of what a noun phrase names: "no deaths", "did not cause any injuries"."""
    words, before = phrases[at].words, phrases[at - 1] if at else None
    if words[0] == "no" or before is None:
        return words[0] == "no"
    if before.words[-1] == "without" or (at > 1 and phrases[at - 2].words[-1] == "without" and before.kind == "VP"):
        return True
    return before.kind == "VP" and before.chunk.negated and before.lemma in CAUSING


def _spared(told: Iterable[str]) -> tuple[CasualtyKind, ...]:
    words = frozenset(told)
    dead = bool(words & {"deaths", "fatalities", "death", "fatality"})
    hurt = bool(words & {"injuries", "injury"})
    if words & {"casualty", "casualties", "victims"} or dead == hurt:
        return ("killed", "injured")
    return ("killed",) if dead else ("injured",)


def _nobody_harmed(document: Document, phrases: Sequence[Phrase]) -> tuple[Toll, ...]:
    for at, phrase in enumerate(phrases[:-1]):
        nominal = phrase.nominal
        if nominal is None or phrase.words[0] not in NOBODY:
            continue
        if nominal.party or phrase.words[-1] in {"one", "nobody", "none"} or phrase.words == ("none", "of", "them"):
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
