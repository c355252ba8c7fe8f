"""One row of a toll, and how many people a noun phrase speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dateline.extract.arguments import PartyRef, ref
from dateline.extract.document import Document
from dateline.extract.nominals import Nominal, Phrase, count_of
from dateline.extract.quantities import hedged
from dateline.model.codes import CasualtyKind
from dateline.model.values import Quantity

STATES: dict[str, CasualtyKind] = {
    "dead": "killed",
    "death": "killed",
    "fatality": "killed",
    "martyr": "killed",
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
SUSPECTING = frozenset("possibly likely probably believed feared presumed suspected reportedly apparently".split())
PRONOUNS = frozenset((("them",), ("whom",), ("these",), ("us",)))
OTHERS = frozenset(("others", "other", "another", "more"))
ONE_OF_FORCE = frozenset(
    """
    soldier sailor marine officer policeman policewoman guard agent trooper paratrooper gendarme constable airman
    warder warden jailer operator serviceman servicewoman militiaman guardsman
    """.split()
)
TWOSOMES = frozenset(("couple", "pair", "duo"))
HOUSEHOLDS = frozenset(("family", "household", "crew", "team", "unit", "patrol", "group", "gang", "squad"))


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


def toll(
    document: Document, nominal: Nominal, kind: CasualtyKind, verb: int | None, phrases: Sequence[Phrase] = ()
) -> Toll | None:
    """Return the row that a noun phrase makes as what is harmed, or None if it counts no people.

    `verb` is the index in `phrases` of what tells the harm.
    """
    if nominal.time or nominal.weapon is not None or nominal.thing or nominal.trigger is not None:
        return None
    if STATES.get(document.tokens[nominal.head].lemma, kind) != kind:
        return None
    quantity = how_many(document, nominal, phrases)
    if quantity is None or quantity.hedge == "none":
        return None
    bare = nominal.quantity is not None and _is_bare(document, nominal, nominal.quantity.last)
    people = nominal.party or nominal.proper or is_nation(document, nominal)
    group = ref(nominal) if people and not bare else None
    others = bool({t.folded for t in document.tokens[nominal.first : nominal.last]} & OTHERS)
    if group is None and not (bare or others):
        return None
    doubted = verb is not None and _is_doubted(phrases, verb)
    return Toll(
        kind=kind,
        quantity=quantity,
        group=group,
        first=nominal.first,
        last=nominal.last,
        suspected=doubted or _is_suspected(document, nominal),
        verb=verb,
    )


def _is_doubted(phrases: Sequence[Phrase], verb: int) -> bool:
    """Tell whether the verb of harm, or one that governs it, says that it is only believed."""
    near = [p for p in phrases[max(0, verb - 1) : verb + 1] if p.kind == "VP"]
    return any(SUSPECTING.intersection(p.words) for p in near)


def _is_bare(document: Document, nominal: Nominal, counted: int) -> bool:
    """Tell whether a noun phrase names nobody beside its count: "12", "four of them"."""
    rest = tuple(t.folded for t in document.tokens[counted : nominal.last])
    return not rest or (rest[0] == "of" and rest[1:] in PRONOUNS)


def how_many(document: Document, nominal: Nominal, phrases: Sequence[Phrase] = ()) -> Quantity | None:
    """Return how many people a noun phrase speaks of, or None if it does not say; `phrases` are its sentence's."""
    words = document.words(nominal.first, nominal.last)
    head = document.tokens[nominal.head]
    if nominal.quantity is not None:
        return nominal.quantity.quantity
    if head.lemma in HOUSEHOLDS:
        return _strength(phrases, nominal)
    if head.lemma in TWOSOMES or (document.tokens[nominal.first].folded == "both" and nominal.party):
        return hedged(2, "exact", words)
    headline = bool(phrases) and phrases[-1].kind != "PUNCT"
    if nominal.proper or nominal.pronoun == "another" or _is_one(document, nominal, headline=headline):
        return hedged(1, "exact", words)
    return count_of(document, nominal)


def _strength(phrases: Sequence[Phrase], nominal: Nominal) -> Quantity | None:
    """Return the five of "a family of five"."""
    at = next((i for i, p in enumerate(phrases) if p.nominal is nominal), len(phrases))
    following = phrases[at + 1 : at + 3]
    if len(following) < 2 or following[0].words != ("of",) or following[1].nominal is None:
        return None
    quantity = following[1].nominal.quantity
    return quantity.quantity if quantity is not None and quantity.last >= following[1].chunk.last else None


def _is_one(document: Document, nominal: Nominal, *, headline: bool) -> bool:
    """Tell whether a noun phrase speaks of one person: "a soldier", "the driver", "a Palestinian", "kills soldier"."""
    named, head = nominal.named, document.tokens[nominal.head]
    opening = document.tokens[nominal.first]
    indefinite = opening.folded in {"a", "an"}
    if not (indefinite or nominal.definite or (headline and opening.tag not in {"DET", "PRON", "NUM"})):
        return False
    if named is not None and named.force is not None:
        return head.folded in ONE_OF_FORCE
    if named is not None and named.group is not None:
        return head.folded == (named.group.singular or "").split(" ")[-1]
    return indefinite and head.folded == head.lemma and is_nation(document, nominal)


def is_nation(document: Document, nominal: Nominal) -> bool:
    """Tell whether a noun phrase names people by their nation alone: "two Palestinians"."""
    nations = [m for m in nominal.modifiers if m.country_word == "demonym" and m.first <= nominal.head < m.last]
    return nominal.named is None and bool(nations) and document.tokens[nominal.head].text[:1].isupper()


def _is_suspected(document: Document, nominal: Nominal) -> bool:
    near = document.tokens[max(0, nominal.first - 2) : nominal.head]
    return any(token.folded in SUSPECTING for token in near)
