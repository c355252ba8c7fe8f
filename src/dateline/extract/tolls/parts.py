"""Rows that are part of another: "including three children", "four of them women", "two of the dead were medics"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.extract.arguments import ref
from dateline.extract.clauses import coordinated, objects, subjects
from dateline.extract.document import Document
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.tolls.toll import Toll, is_nation, toll
from dateline.model.codes import CasualtyKind
from dateline.model.values import Quantity

REACH = 12  # phrases after a row in which a part of it can stand
GRAVELY = frozenset("critically seriously severely gravely badly".split())
CONDITIONS = frozenset("condition state care".split())
THOSE: dict[str, CasualtyKind] = {
    "dead": "killed",
    "killed": "killed",
    "executed": "killed",
    "slain": "killed",
    "victims": "killed",
    "fatalities": "killed",
    "deaths": "killed",
    "wounded": "injured",
    "injured": "injured",
    "hurt": "injured",
    "missing": "missing",
    "abducted": "abducted",
    "kidnapped": "abducted",
    "captives": "abducted",
    "hostages": "abducted",
    "arrested": "detained",
    "detained": "detained",
}


def parts(document: Document, phrases: Sequence[Phrase], whole: Nominal, kind: CasualtyKind) -> Iterator[Toll]:
    """Yield the rows that are part of the row of a noun phrase."""
    start = next(i for i, p in enumerate(phrases) if p.nominal is whole)
    for at in range(start + 1, min(len(phrases), start + REACH)):
        if kind == "injured" and _is_grave(phrases, at):
            count = phrases[at].nominal
            row = toll(document, count, kind, None, phrases) if count is not None else None
            if row is not None:
                yield replace(row, subset=True)
            return
        if _is_of_them(phrases[at]):
            yield from _some_of_them(phrases, at, kind)
            return
        nominal = phrases[at].nominal
        if nominal is not None and _is_among_them(phrases, at):
            yield from _subsets(document, (nominal,), kind)
            return
        first = _listed(phrases, at)
        if first is not None:
            for nominal in coordinated(phrases, first, _verb_after(phrases, start, first)):
                row = toll(document, nominal, kind, None, phrases)
                if row is not None and row.group is not None:
                    yield replace(row, subset=True)
            return


def _is_grave(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether a phrase counts those hurt worst: "three critically", "four of them in a critical condition"."""
    count, after = phrases[at].nominal, phrases[at + 1 : at + 3]
    if count is None or count.quantity is None or count.party or not after:
        return False
    bare = count.quantity.last >= count.last or _is_of_them(phrases[at])
    lying = after[0].words == ("in",) and len(after) == 2 and bool(CONDITIONS & set(after[1].words))
    return bare and (lying or (after[0].kind == "ADV" and after[0].words[-1] in GRAVELY))


def _verb_after(phrases: Sequence[Phrase], start: int, first: int) -> int | None:
    """Return the verb that a whole and the list of its parts are both before: "six, including a boy, were killed"."""
    if any(p.kind == "VP" and p.chunk.finite for p in phrases[start:first]):
        return None
    return next((at for at in range(first, len(phrases)) if phrases[at].kind == "VP"), None)


def parts_of_the_harmed(document: Document, phrases: Sequence[Phrase]) -> Iterator[Toll]:
    """Yield rows that a sentence tells of those harmed before: "the dead included", "two were among the wounded"."""
    for at, phrase in enumerate(phrases):
        if phrase.kind != "VP" or phrase.chunk.negated:
            continue
        inverted = phrase.lemma == "be" and at > 1 and phrases[at - 2].words in {("among",), ("amongst",)}
        if phrase.lemma == "include" or inverted:
            yield from _subsets(document, objects(phrases, at, phrase.chunk.last), _those(phrases, at - 1))
        elif phrase.lemma == "be":
            among = at + 1 < len(phrases) and phrases[at + 1].words in {("among",), ("amongst",)}
            kind = _those(phrases, at + 3) or _those(phrases, at + 2) or _counted(phrases, at + 2) if among else None
            yield from _subsets(document, subjects(phrases, at), kind)
            yield from _of_those(document, phrases, at)


def is_of_those(words: Sequence[str]) -> bool:
    """Tell whether a noun phrase counts some of those harmed: "three of the dead"."""
    if {"number", "count"} & set(words):
        return False
    return "of" in words and len(words) - words.index("of") > 1 and words[-1] in THOSE


def _listed(phrases: Sequence[Phrase], at: int) -> int | None:
    """Return where the list begins that "including" or "among them" opens at an index."""
    words = phrases[at].words
    following = phrases[at + 1].words if at + 1 < len(phrases) else ()
    if not (words[0] == "including" or words[:2] == ("among", "them") or (words[0], following) == ("among", ("them",))):
        return None
    for index in range(at + 1, len(phrases)):
        if phrases[index].nominal is not None and phrases[index].words != ("them",):
            return index
    return None


def _is_among_them(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether "among them" follows a noun phrase: "two gang members among them"."""
    return [p.words for p in phrases[at + 1 : at + 3]] == [("among",), ("them",)]


def _is_of_them(phrase: Phrase) -> bool:
    counted = phrase.nominal is not None and phrase.nominal.quantity is not None
    return counted and phrase.words[-2:] in {("of", "them"), ("of", "whom"), ("of", "these")}


def _some_of_them(phrases: Sequence[Phrase], at: int, kind: CasualtyKind) -> Iterator[Toll]:
    """Yield the row of "four of them children", "two of whom were medics"."""
    following = at + 1
    if following < len(phrases) and phrases[following].lemma == "be":
        following += 1
    group = phrases[following].nominal if following < len(phrases) else None
    count = phrases[at].nominal
    if group is not None and count is not None and group.party and count.quantity is not None:
        yield _part(count, count.quantity.quantity, group, kind)
        yield from _other_part(phrases, following + 1, kind)


def _those(phrases: Sequence[Phrase], at: int) -> CasualtyKind | None:
    """Return the harm done to those whom a phrase names: "the dead", "those killed"."""
    if not 0 <= at < len(phrases):
        return None
    words = phrases[at].words
    the = words[0] in {"the", "those"} or (at > 0 and phrases[at - 1].words[-1] == "those")
    return THOSE.get(words[-1]) if the else None


def _counted(phrases: Sequence[Phrase], at: int) -> CasualtyKind | None:
    """Return the harm done to the people in "among eight people killed"."""
    if at + 1 >= len(phrases) or (nominal := phrases[at].nominal) is None or nominal.quantity is None:
        return None
    return THOSE.get(phrases[at + 1].words[0]) if len(phrases[at + 1].words) == 1 else None


def _subsets(document: Document, nominals: Sequence[Nominal], kind: CasualtyKind | None) -> Iterator[Toll]:
    for nominal in nominals if kind is not None else ():
        row = toll(document, nominal, kind, None) if kind is not None else None
        if row is not None and row.group is not None:
            yield replace(row, subset=True)


def _of_those(document: Document, phrases: Sequence[Phrase], verb: int) -> Iterator[Toll]:
    """Yield the row of "three of the dead were children", "two of those killed were medics"."""
    whole = verb - 1 if verb and phrases[verb - 1].kind == "NP" else verb - 2
    apart = verb > 2 and phrases[verb - 2].words == ("of",)
    whole = verb - 3 if apart else whole
    if whole < 0 or verb + 1 >= len(phrases):
        return
    count, group = phrases[whole].nominal, phrases[verb + 1].nominal
    kind = THOSE.get(phrases[verb - 1].words[-1])
    counted = count is not None and count.quantity is not None and (apart or "of" in phrases[whole].words)
    if count is None or count.quantity is None or group is None or kind is None:
        return
    if counted and (group.party or is_nation(document, group)) and group.quantity is None:
        yield _part(count, count.quantity.quantity, group, kind)
        yield from _other_part(phrases, verb + 2, kind)


def _other_part(phrases: Sequence[Phrase], joint: int, kind: CasualtyKind) -> Iterator[Toll]:
    """Yield the row of "and ten are civilians", "and ten civilians" after "three of the dead were medics"."""
    while joint < len(phrases) and (phrases[joint].kind == "CONJ" or phrases[joint].words == (",",)):
        joint += 1
    count = phrases[joint].nominal if joint < len(phrases) else None
    if count is None or count.quantity is None:
        return
    bare = count.quantity.last >= count.last
    described = bare and joint + 2 < len(phrases) and phrases[joint + 1].lemma == "be"
    group = phrases[joint + 2].nominal if described else None if bare else count
    if group is not None and group.party and (group is count or group.quantity is None):
        yield _part(count, count.quantity.quantity, group, kind)


def _part(count: Nominal, quantity: Quantity, group: Nominal, kind: CasualtyKind) -> Toll:
    return Toll(kind=kind, quantity=quantity, group=ref(group), first=count.first, last=group.last, subset=True)
