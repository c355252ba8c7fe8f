"""The headline of a toll: one count for each kind of harm, and never more than the rows say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.model.codes import CasualtyKind, Certainty
from dateline.model.values import Casualty, Quantity
from dateline.publish.wording import HARMS, count_words

GENERAL = frozenset({"", "people", "person", "persons", "others"})


class Harm(NamedTuple):
    """How many were harmed in one way, over all groups of people."""

    kind: CasualtyKind
    quantity: Quantity
    certainty: Certainty

    @property
    def words(self) -> str:
        """Return it in short words: "≥ 12 killed", "possibly some injured"."""
        doubt = {"suspected": "possibly ", "alleged": "allegedly "}.get(self.certainty, "")
        count = "none" if self.quantity.hedge == "none" else count_words(self.quantity)
        return f"{doubt}{count} {HARMS[self.kind]}"


def harms(rows: Iterable[Casualty]) -> tuple[Harm, ...]:
    """Return one count for each kind of harm, killed first; denied rows and parts of other rows do not count.

    A row for people at large speaks for the kind. Else groups that one report counts on one word are added;
    groups of several reports or speakers may be the same people under two names, so only the largest
    count stands, as the least that were harmed.
    """
    rows = [row for row in rows if not row.subset and row.certainty != "denied"]
    found = []
    for kind in HARMS:
        of_kind = [row for row in rows if row.kind == kind]
        sure = [row for row in of_kind if row.certainty in {"asserted", "claimed"}] or of_kind
        if sure:
            found.append(Harm(kind, _united(sure), sure[0].certainty))
    return tuple(found)


def toll_words(rows: Iterable[Casualty]) -> str:
    """Return a toll in short words: "≥ 12 killed, about 40 injured"; "" where none is told."""
    found = harms(rows)
    if {harm.kind for harm in found if harm.quantity.hedge == "none"} >= {"killed", "injured"} and len(found) == 2:
        return "no casualties"
    return ", ".join(harm.words for harm in found)


def _united(rows: Sequence[Casualty]) -> Quantity:
    general = [row for row in rows if row.group.casefold() in GENERAL]
    if general:
        return max((row.quantity for row in general), key=_floor)
    if len(rows) == 1:
        return rows[0].quantity
    return _sum([row.quantity for row in rows]) if _one_count(rows) else _least([row.quantity for row in rows])


def _one_count(rows: Sequence[Casualty]) -> bool:
    """Tell whether one report counts all these groups on one speaker's word."""
    in_all = set.intersection(*({span.report for span in row.evidence} for row in rows))
    return (
        bool(in_all) and len({row.according_to for row in rows}) == 1 and len({row.group for row in rows}) == len(rows)
    )


def _floor(quantity: Quantity) -> int:
    return quantity.min if quantity.min is not None else quantity.best or 0


def _least(given: Sequence[Quantity]) -> Quantity:
    floor = max(map(_floor, given))
    return Quantity(floor or None, None, None, "at_least" if floor else "vague", "")


def _sum(given: Sequence[Quantity]) -> Quantity:
    bests = [q.best for q in given if q.best is not None]
    if len(bests) == len(given):
        about = any(q.hedge == "about" for q in given)
        total = sum(bests)
        return Quantity(None if about else total, None if about else total, total, "about" if about else "exact", "")
    floor = sum(map(_floor, given))
    highs = [q.max if q.max is not None else q.best for q in given]
    ceilings = [high for high in highs if high is not None]
    if len(ceilings) == len(given):
        return Quantity(floor, sum(ceilings), None, "range", "")
    vague = all(q.hedge == "vague" for q in given)
    return Quantity(floor or None, None, None, "vague" if vague else "at_least", "")
