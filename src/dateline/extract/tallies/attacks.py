"""Tallies of attacks: "about 140 attacks since mid-October", "bombed the pipeline 89 times"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.frame import Frame
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.quantities import hedged
from dateline.extract.tallies.counted import size
from dateline.extract.tallies.occasions import occasions
from dateline.extract.tallies.scopes import governs
from dateline.extract.tallies.tally import Page, Tally, make
from dateline.extract.tallies.wording import span, what
from dateline.extract.times.expressions import Calendar, Point
from dateline.lexicon.tally_words import load_tally_words
from dateline.model.values import Quantity

LEAST_ATTACKS = 20  # fewer attacks than this, on no longer span, are told as one event
STRIKING = frozenset("breach violate break attack bomb strike target shell hit raid ambush".split())
FIRED = frozenset("use fire launch drop fall land shoot lob rain".split())
ORDINALS = {
    word: number
    for number, word in enumerate("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 3)
}


def attack_tallies(page: Page) -> Iterator[Tally]:
    """Yield the tallies of attacks in one sentence."""
    for first, last, quantity in occasions(page.findings.document, page.told.sentence):
        yield from _repeated(page, Nominal(first=first, last=last, head=last - 1), quantity)
    for at, phrase in enumerate(page.phrases):
        nominal = phrase.nominal
        if nominal is None or nominal.time:
            continue
        if nominal.quantity is None:
            yield from _ordinal(page, nominal)
        elif _acts(page, phrase, nominal) or _fired(page, at, nominal):
            yield _counted(page, nominal)


def _acts(page: Page, phrase: Phrase, nominal: Nominal) -> bool:
    quantity = nominal.quantity
    if quantity is None or quantity.quantity.hedge == "none":
        return False
    head = page.findings.document.tokens[nominal.head]
    if phrase.lemma in {"death", "casualty", "toll"} or quantity.quantity.best == 1:
        return False
    named = phrase.lemma in load_tally_words()["sorties"] or (nominal.trigger is not None and nominal.named is None)
    if (
        not named
        or quantity.last > nominal.head
        or head.folded == head.lemma
        or (head.lemma in {"operation", "mission", "incident", "launch"} and page.scope is None)
    ):
        return False
    loose = quantity.quantity.hedge == "vague" and size(quantity.quantity) >= 24
    return loose or size(quantity.quantity) >= LEAST_ATTACKS or _spanned(page, nominal) or _year(page)


def _spanned(page: Page, nominal: Nominal) -> bool:
    return page.scope is not None and page.scope.kind != "war" and governs(page.scope, page.told, nominal.first)


def _year(page: Page) -> bool:
    """Tell whether the sentence counts by the year: "135 attacks in 2015"."""
    sentence = page.told.sentence
    points = [t.expression for t in page.findings.times if sentence.first <= t.first < sentence.last]
    days = [p.day for p in points if isinstance(p, Point)]
    return any(
        isinstance(d, Calendar) and d.month is None and d.day is None and (d.year or d.year_shift) is not None
        for d in days
    )


def _fired(page: Page, at: int, nominal: Nominal) -> bool:
    """Tell whether weapons are counted that were fired over a span of time."""
    if nominal.weapon is None or nominal.quantity is None or not _spanned(page, nominal):
        return False
    near = page.phrases[max(0, at - 3) : at + 4]
    return any(p.kind == "VP" and p.lemma in FIRED for p in near)


def _counted(page: Page, nominal: Nominal) -> Tally:
    assert nominal.quantity is not None  # noqa: S101
    frame = _frame(page, nominal)
    kind = frame.kind.weapon if frame is not None else None
    if kind is None and nominal.weapon is not None and nominal.weapon.weapon is not None:
        kind = nominal.weapon.weapon.type
    return make(
        page,
        "attack_tally",
        what(page, nominal, "fired" if nominal.weapon is not None else "", bare="attacks"),
        nominal.quantity.quantity,
        nominal,
        perpetrators=frame.perpetrators if frame is not None else (),
        targets=frame.targets if frame is not None else (),
        weapons=frame.weapons if frame is not None else (),
        implied=kind,
    )


def _frame(page: Page, nominal: Nominal) -> Frame | None:
    return next((f for f in page.told.frames if nominal.first <= f.trigger.head < nominal.last), None)


def _repeated(page: Page, nominal: Nominal, quantity: Quantity) -> Iterator[Tally]:
    """Yield how often an act was done: "bombed the pipeline 89 times", "used poison gas on several occasions"."""
    before = [p for p in page.phrases if p.chunk.first < nominal.first]
    verb = next((p for p in reversed(before) if p.kind == "VP"), None)
    if verb is None:
        return
    frame = next((f for f in page.told.frames if verb.chunk.first <= f.trigger.first < nominal.first), None)
    armed = any(p.nominal is not None and p.nominal.weapon is not None for p in before)
    struck = verb.lemma in STRIKING or (armed and verb.lemma in FIRED)
    if not struck or (verb.lemma == "shoot" and quantity.hedge == "exact"):
        return
    words = " ".join(page.findings.document.words(verb.chunk.head, nominal.first).split()).removesuffix(" on")
    by = frame.perpetrators if frame is not None else ()
    yield make(
        page,
        "attack_tally",
        f"times that they {words} {span(page)}".strip()
        if verb.chunk.voice == "active"
        else f"times {words} {span(page)}".strip(),
        quantity,
        nominal,
        perpetrators=by,
        targets=frame.targets if frame is not None else (),
        weapons=frame.weapons if frame is not None else (),
        implied=frame.kind.weapon if frame is not None else None,
    )


def _ordinal(page: Page, nominal: Nominal) -> Iterator[Tally]:
    """Yield five for "the fifth missile in two days": an ordinal counts, where the span is told."""
    document = page.findings.document
    if not _spanned(page, nominal) or (nominal.trigger is None and nominal.weapon is None):
        return
    for at in range(nominal.first, nominal.head):
        number = ORDINALS.get(document.tokens[at].folded)
        if number is not None:
            quantity = hedged(number, "exact", document.words(nominal.first, at + 1))
            name = document.tokens[nominal.head].text
            yield make(
                page, "attack_tally", f"{name if name.endswith('s') else name + 's'} {span(page)}", quantity, nominal
            )
            return
