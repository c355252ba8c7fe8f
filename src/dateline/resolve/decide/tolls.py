"""Which rows of the toll belong to which event, and rows that only the encoder marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec.structs import replace

from dateline.extract.encoder.labels import TOLLS
from dateline.extract.encoder.reading import Run, runs
from dateline.extract.encoder.session import Array
from dateline.extract.tolls import Toll
from dateline.extract.tolls.toll import toll
from dateline.model.codes import CasualtyKind
from dateline.model.values import Casualty
from dateline.resolve import casualties as rows
from dateline.resolve.confidence import confidence
from dateline.resolve.decide import least
from dateline.resolve.decide.case import Case, Page, read_by
from dateline.resolve.ties import Tie


def deal(page: Page, found: Sequence[Tie]) -> None:
    """Give each row of a toll to the event that the encoder counts it to, and those that no rule has."""
    if not found:
        return
    roles = [np.array([tie.role(kind) for kind in TOLLS]) for tie in found]
    given = [(row, at, *_likeliest(roles, row)) for at, tie in enumerate(found) for row in tie.rows]
    for tie in found:
        tie.rows = []
    seen: set[int] = set()
    for row, ruled, score, marked in given:
        found[marked if score >= least.COUNTED else ruled].rows.append(row)
        seen.update(range(row.first, row.last))
    for role, tie in zip(roles, found, strict=True):
        tie.rows += _unforeseen(page, role, seen)


def casualties(case: Case, home: str | None) -> tuple[Casualty, ...]:
    """Return the rows of an event's toll."""
    document, tie = case.page.document, case.tie
    made = rows.casualties(document, [rows.sourced(document, row, case.page.setting) for row in tie.rows], home)
    told = [document.tokens_at(row.evidence[0].start, row.evidence[0].end) for row in made]
    return tuple(_sure(row, tie, first, last) for row, (first, last) in zip(made, told, strict=True))


def _sure(row: Casualty, tie: Tie, first: int, last: int) -> Casualty:
    score = float(tie.role(row.kind)[first:last].max())
    by = read_by(ruled=True, marked=score >= least.COUNTED)
    return replace(row, confidence=confidence("casualty", by, score), read_by=by)


def _likeliest(roles: Sequence[Array], row: Toll) -> tuple[float, int]:
    """Return how surely the encoder counts a row to an event, and to which."""
    scores = [float(role[:, row.first : row.last].max()) for role in roles]
    best = int(np.argmax(scores))
    return scores[best], best


def _unforeseen(page: Page, role: Array, seen: set[int]) -> Iterator[Toll]:
    """Yield the rows that the encoder marks where no rule found one; `seen` grows by their tokens."""
    for kind, marks in zip(TOLLS, role, strict=True):
        for run in runs(marks, least.COUNTED_ALONE):
            row = None if seen.intersection(range(run.first, run.last)) else _row(page, run, kind)
            if row is not None:
                seen.update(range(row.first, row.last))
                yield row


def _row(page: Page, run: Run, kind: CasualtyKind) -> Toll | None:
    nominal = page.nominal_at(run)
    row = toll(page.document, nominal, kind, None) if nominal is not None else None
    if row is not None:
        return row
    number = next((q for q in page.findings.quantities if q.first < run.last and run.first < q.last), None)
    if number is None:
        return None
    return Toll(kind=kind, quantity=number.quantity, group=None, first=number.first, last=number.last)
