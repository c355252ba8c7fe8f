"""One figure of a sentence, before places and times are resolved."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dateline.extract.arguments import PartyRef, WeaponRef
from dateline.extract.clauses import obliques
from dateline.extract.findings import Findings, within
from dateline.extract.frame import Told
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.tallies.scopes import Scope
from dateline.extract.times import TimeMention
from dateline.extract.toponyms import Toponym
from dateline.model.codes import FigureKind, WeaponType
from dateline.model.values import Quantity


class Tally(Struct, frozen=True, kw_only=True):
    """A figure at tokens [first, last) and what its sentence says it counts."""

    kind: FigureKind
    what: str
    quantity: Quantity
    at: int  # the token where the count begins
    first: int
    last: int
    sentence: int
    perpetrators: tuple[PartyRef, ...] = ()
    targets: tuple[PartyRef, ...] = ()
    weapons: tuple[WeaponRef, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    implied: WeaponType | None = None  # the weapon that the counted word itself names ("drone attacks")
    since: TimeMention | None = None
    until: TimeMention | None = None


class Page(Struct, frozen=True):
    """What the rules of one sentence read: its findings, its frames and the spans of time it counts over."""

    findings: Findings
    told: Told
    scope: Scope | None

    @property
    def phrases(self) -> Sequence[Phrase]:
        """The sentence's phrases."""
        return self.told.phrases


def make(
    page: Page,
    kind: FigureKind,
    what: str,
    quantity: Quantity,
    nominal: Nominal,
    *,
    perpetrators: tuple[PartyRef, ...] = (),
    targets: tuple[PartyRef, ...] = (),
    weapons: tuple[WeaponRef, ...] = (),
    near: int | None = None,
    implied: WeaponType | None = None,
) -> Tally:
    """Return a tally with the places and the span of time that its sentence gives it.

    `near` is the phrase whose own "in" gives the place, for counts that each have their own.
    """
    sentence, scope = page.told.sentence, page.scope
    return Tally(
        kind=kind,
        what=what,
        quantity=quantity,
        at=nominal.first,
        first=sentence.first,
        last=sentence.last,
        sentence=sentence.index,
        perpetrators=perpetrators,
        targets=targets,
        weapons=weapons,
        toponyms=_places(page, nominal, near),
        implied=implied,
        since=scope.since if scope is not None else None,
        until=scope.until if scope is not None else None,
    )


def _places(page: Page, nominal: Nominal, near: int | None) -> tuple[Toponym, ...]:
    found = within(page.findings.toponyms, page.told.sentence)
    places = [t for t in found if not t.metonym and not t.in_filing_line]
    if near is not None:
        own = [n.head for o in obliques(page.phrases, near)[:1] for n in o.nominals]
        return tuple(t for t in places if any(t.first <= head < t.last for head in own))
    return tuple(t for t in places if _same_clause(page.phrases, nominal, t))


def _same_clause(phrases: Sequence[Phrase], nominal: Nominal, toponym: Toponym) -> bool:
    """Tell whether at most one verb, the figure's own, stands between a figure and a place."""
    low, high = sorted((nominal.first, toponym.first))
    between = [p for p in phrases if low < p.chunk.first < high]
    verbs = [p for p in between if p.kind == "VP" and p.words[0] not in {"said", "say"}]
    beside = any(p.words[0].endswith("ing") and not p.chunk.finite for p in verbs)  # "condemning", "saying"
    return len(verbs) <= 1 and not beside
