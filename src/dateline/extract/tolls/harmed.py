"""Rows that verbs of harm tell: "killed 12 people", "were wounded", "12 were killed and 30 hurt"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.clauses import objects, subjects
from dateline.extract.document import Document
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.tolls.parts import parts
from dateline.extract.tolls.toll import STATES, Toll, toll
from dateline.extract.triggers import Trigger
from dateline.model.codes import CasualtyKind

OPENING = frozenset((("killed",), ("injured",), ("wounded",), ("hurt",), ("dead",), ("missing",), ("among",)))
HARMED = frozenset((("killed",), ("injured",), ("wounded",), ("hurt",), ("dead",), ("missing",)))
MODALS = frozenset(("would", "could", "might", "may", "can", "should"))


def harm_rows(
    document: Document, phrases: Sequence[Phrase], at: int, trigger: Trigger, kind: CasualtyKind
) -> Iterator[Toll]:
    """Yield the rows that a verb of harm tells: its objects, or its subject if passive or without object."""
    chunk = phrases[at].chunk
    if chunk.negated or chunk.modal in MODALS:
        return
    for nominal in victims(phrases, at, trigger):
        row = toll(document, nominal, kind, at, phrases)
        if row is not None:
            yield row
            yield from parts(document, phrases, nominal, kind)


def victims(phrases: Sequence[Phrase], at: int, trigger: Trigger) -> tuple[Nominal, ...]:
    """Return the noun phrases that a verb of harm says were harmed."""
    chunk = phrases[at].chunk
    intransitive = any(entry.intransitive for entry in trigger.classes)
    if chunk.voice == "passive" or intransitive:
        return _without_states(phrases, at) if chunk.participle else _counted(phrases, at)
    direct = objects(phrases, at, trigger.last)
    if direct:
        return _headlined(phrases, at) if _is_headline(phrases, at) else direct
    following = phrases[at + 1 : at + 3]
    if len(following) == 2 and following[0].kind == "CONJ" and following[1].kind == "VP":
        return objects(phrases, at + 2, following[1].chunk.last)
    if _is_elided(phrases, at):
        return _headlined(phrases, at) or _without_states(phrases, at)
    return _without_states(phrases, at) if chunk.participle else ()


def _counted(phrases: Sequence[Phrase], at: int) -> tuple[Nominal, ...]:
    """Return the subject of a passive; where it counts nobody, the count nearest before the verb.

    A headline without its full stop runs into the sentence after it: "Blast kills six At least 45 were killed".
    """
    found = subjects(phrases, at)
    if not found or any(n.quantity is not None or n.party or n.proper for n in found):
        return found
    index = at - 1
    while index > 0 and (phrases[index].kind == "ADV" or phrases[index - 1].words[0] in {"including", "them"}):
        index -= 1 if phrases[index].kind == "ADV" else 2
    nominal = phrases[index].nominal if index >= 0 else None
    return (nominal,) if nominal is not None and nominal.quantity is not None else found


def _is_headline(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether what follows a verb is harmed by a verb of its own: "8 killed, 25 injured" without the comma."""
    after = phrases[at + 1 : at + 3]
    own = len(after) == 2 and after[1].words in HARMED
    return len(phrases[at].words) == 1 and bool(_headlined(phrases, at)) and (own or after[0].words[-1:] in HARMED)


def _headlined(phrases: Sequence[Phrase], at: int) -> tuple[Nominal, ...]:
    """Return the count that a headline's bare participle directly follows."""
    before = phrases[at - 1].nominal if at else None
    if before is None or before.quantity is None:
        return ()
    left = phrases[at - 2] if at > 1 else None
    opens = left is None or left.kind in {"PUNCT", "CONJ"} or left.words in OPENING or left.lemma == "leave"
    return (before,) if opens else ()


def _without_states(phrases: Sequence[Phrase], at: int) -> tuple[Nominal, ...]:
    """Return the subject of a participle, but not what another word says of others: "two dead, several wounded"."""
    states = {p.nominal.first for p in phrases if p.nominal is not None and p.words[-1] in STATES}
    found = tuple(n for n in subjects(phrases, at) if n.first not in states)
    before = phrases[at - 1].nominal if at else None
    return found or ((before,) if before is not None and before.first not in states else ())


def _is_elided(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether a verb without object stands for a passive: "two were killed and dozens hurt"."""
    before = [p for p in phrases[max(0, at - 3) : at] if p.nominal is not None]
    counted = bool(before) and before[-1].nominal is not None and before[-1].nominal.quantity is not None
    return counted and phrases[at].chunk.tense != "present" and len(phrases[at].words) == 1
