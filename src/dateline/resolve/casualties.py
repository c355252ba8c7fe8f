"""The toll of one event in one report: rows by kind and group, said by whom, none of them twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import asdict, replace

from dateline.extract.arguments import PartyRef
from dateline.extract.document import Document
from dateline.extract.quantities import hedged
from dateline.extract.tolls import Toll
from dateline.model.codes import Certainty
from dateline.model.values import Casualty
from dateline.resolve.context import Setting, sources_at
from dateline.resolve.parties import bare_words, identity

PEOPLE = frozenset(
    ("people", "persons", "person", "others", "victims", "individuals", "lives", "casualties", "dead", "bodies")
)


SAID_BEFORE = 8  # tokens before a count in which it is said to have been given earlier
EARLIER = frozenset("earlier previously initially previous initial originally".split())
GIVING = frozenset("say report put give announce state toll figure count estimate tally number".split())
JOINT = 6  # tokens between two counts under one hedge


class Row(Toll, frozen=True, kw_only=True):
    """A toll with who told it and how surely."""

    sources: tuple[str, ...] = ()
    certainty: Certainty = "asserted"


def sourced(document: Document, row: Toll, setting: Setting) -> Row:
    """Return a row of a toll with who says it."""
    sources, kind = sources_at(document, row.first, setting)
    return Row(**asdict(row), sources=sources, certainty="claimed" if kind == "claim" else "asserted")


def casualties(document: Document, rows: Sequence[Row], home: str | None) -> tuple[Casualty, ...]:
    """Return the rows of an event's toll.

    A row that repeats another's kind, group and number adds its words and sources to it. A bare number takes
    the group of the row before it in its sentence; of two counts of one group by one source the first told
    stands, as reports open with the latest.
    """
    made: dict[tuple[str, str], list[Casualty]] = {}
    previous: PartyRef | None = None
    before: Row | None = None
    for told in _current(document, sorted(rows, key=lambda r: r.first)):
        row, before = _hedged_alike(document, before, told), told
        group = row.group or _inherited(document, previous, row)
        previous = row.group or previous
        casualty = _casualty(document, row, group, home)
        known = made.setdefault((row.kind, group_key(casualty.group)), [])
        same = next((i for i, c in enumerate(known) if _repeats(c, casualty)), None)
        if same is not None:
            known[same] = _joined(known[same], casualty)
        elif not any(_supersedes(c, casualty) for c in known):
            known.append(casualty)
    found = [c for rows_ in made.values() for c in rows_]
    return tuple(sorted(_without_headlines(found), key=lambda c: c.evidence[0].start))


def _without_headlines(rows: Sequence[Casualty]) -> Iterator[Casualty]:
    """Yield rows, a bare count of people joined to the row that says who they are: "12" and "12 civilians"."""
    bare = [c for c in rows if group_key(c.group) == "people" and not c.subset]
    dropped = set()
    for row in rows:
        twin = next((b for b in bare if b is not row and b.kind == row.kind and _same_number(b, row)), None)
        if twin is not None and group_key(row.group) != "people" and not row.subset and id(twin) not in dropped:
            dropped.add(id(twin))
    for row in rows:
        if id(row) not in dropped:
            yield row


def _same_number(a: Casualty, b: Casualty) -> bool:
    numbers = [c.quantity.best if c.quantity.best is not None else c.quantity.min for c in (a, b)]
    return numbers[0] is not None and numbers[0] == numbers[1] and a.quantity.hedge != "vague"


def group_key(group: str) -> str:
    """Return what two names of one group share: people in general, or the words without number."""
    folded = group.casefold().removeprefix("the ")
    if folded in PEOPLE or folded.removeprefix("other ") in PEOPLE:
        return "people"
    return folded.removesuffix("s")


def _current(document: Document, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows but for those given "earlier", and counts that a later sentence tells as a bound.

    A headline's "18 killed" is such a count where the report goes on to say "at least 18".
    """
    for at, row in enumerate(rows):
        later = (r for r in rows[at + 1 :] if document.sentence_of(r.first) != document.sentence_of(row.first))
        outdated = is_outdated(document, row) and any(_replaces(document, r, row) for r in rows)
        bound = any(r.kind == row.kind and r.quantity.hedge == "at_least" and _bounds(r, row) for r in later)
        if not outdated and not (bound and row.quantity.hedge == "exact" and not row.subset):
            yield row


def is_outdated(document: Document, row: Toll) -> bool:
    """Tell whether a row is what somebody said before: "had earlier put the dead at 14", "an earlier toll of 14"."""
    sentence = document.sentence_of(row.first)
    before = document.tokens[max(sentence.first, row.first - SAID_BEFORE) : row.first]
    for at, token in enumerate(before):
        if token.folded in EARLIER and any(t.lemma in GIVING for t in before[max(0, at - 1) : at + 4]):
            return not any(t.folded in {",", ";"} for t in before[at:])
    return False


def _replaces(document: Document, other: Row, row: Row) -> bool:
    return other.kind == row.kind and not other.subset and not is_outdated(document, other)


def _bounds(bound: Row, row: Row) -> bool:
    return not bound.subset and row.quantity.best is not None and bound.quantity.min == row.quantity.best


def _hedged_alike(document: Document, before: Row | None, row: Row) -> Row:
    """Return a bare count under the hedge of the count it is joined to: "at least 12 people dead and 30 wounded"."""
    if before is None or row.group is not None or row.quantity.hedge != "exact" or row.quantity.best is None:
        return row
    between = [t.folded for t in document.tokens[before.last : row.first]]
    joined = len(between) <= JOINT and between[-1:] == ["and"] and not {".", ";", ":"} & set(between)
    hedge, words = before.quantity.hedge, document.words(row.first, row.last)
    elided = document.tokens[row.first].tag == "NUM" and row.last - row.first <= 2
    if not (joined and elided and not before.subset and hedge in {"at_least", "about"}):
        return row
    more = before.quantity.text.casefold().startswith(("more than", "over"))
    return replace(row, quantity=hedged(row.quantity.best + more, hedge, words))


def _inherited(document: Document, previous: PartyRef | None, row: Toll) -> PartyRef | None:
    if previous is None:
        return None
    same = document.sentence_of(previous.first) == document.sentence_of(row.first)
    return previous if same and previous.first < row.first else None


def _casualty(document: Document, row: Row, group: PartyRef | None, home: str | None) -> Casualty:
    name, group_id = "people", None
    if group is not None:
        name = bare_words(document, group)
        group_id = identity(document, group, home=home, acting=False)[1]
    return Casualty(
        kind=row.kind,
        group=name,
        group_id=group_id,
        quantity=row.quantity,
        certainty="suspected" if row.suspected else row.certainty,
        according_to=row.sources,
        evidence=(document.span(row.first, row.last),),
        subset=row.subset,
        condition=document.words(*row.condition) if row.condition is not None else None,
    )


def _repeats(a: Casualty, b: Casualty) -> bool:
    mine = (a.quantity.min, a.quantity.max, a.quantity.best)
    theirs = (b.quantity.min, b.quantity.max, b.quantity.best)
    return mine == theirs or _within(a, b) or (a.quantity.hedge == "exact" == b.quantity.hedge and mine == theirs)


def _within(a: Casualty, b: Casualty) -> bool:
    """Tell whether one count only rounds the other: "dozens" beside 27, "at least 12" beside 12."""
    vague = b if b.quantity.hedge == "vague" else a if a.quantity.hedge == "vague" else None
    other = a if vague is b else b
    count = other.quantity.best if other.quantity.best is not None else other.quantity.min
    shared = not a.according_to or not b.according_to or bool(set(a.according_to) & set(b.according_to))
    least = vague.quantity.min if vague is not None else None
    return vague is not None and least is not None and count is not None and count >= least and shared


def _joined(a: Casualty, b: Casualty) -> Casualty:
    exact = a if a.quantity.hedge != "vague" else b
    return Casualty(
        kind=a.kind,
        group=exact.group,
        group_id=exact.group_id,
        quantity=exact.quantity,
        certainty=exact.certainty,
        according_to=tuple(dict.fromkeys((*a.according_to, *b.according_to))),
        evidence=(*exact.evidence, *(b if exact is a else a).evidence),
        subset=a.subset and b.subset,
        condition=a.condition or b.condition,
    )


def _supersedes(earlier: Casualty, later: Casualty) -> bool:
    """Tell whether an earlier row of the report stands in place of a later one by the same source."""
    rivals = bool(earlier.according_to) and bool(later.according_to)
    return not (rivals and not set(earlier.according_to) & set(later.according_to)) and earlier.subset == later.subset
