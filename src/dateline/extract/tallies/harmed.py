"""Tallies of the dead and wounded over a war, a period or a campaign; not the toll of one event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.tallies.counted import Counted, counted, size
from dateline.extract.tallies.scopes import governs, perfect
from dateline.extract.tallies.tally import Page, Tally, make
from dateline.extract.tallies.wording import noun, span, what
from dateline.extract.tolls import Toll
from dateline.lexicon.tally_words import load_tally_words
from dateline.model.values import Quantity

Harm = Literal["killed", "injured"]
KILLING = frozenset("kill murder massacre slay execute martyr assassinate behead eliminate lose gun".split())
DYING = frozenset("die perish".split())
WOUNDING = frozenset("wound injure hurt maim".split())
DEATHS = frozenset("death killing murder fatality dead casualty homicide execution".split())
LIVES = frozenset("life death killing murder toll loss".split())
TAKING = frozenset("claim cost take".split())
LEAST_WAR = 10_000  # so many dead are a war's, not an event's
LEAST_VAGUE = 12  # "several", "a number of" are no tally
LEAST_CAMPAIGN = 100  # so many dead are a campaign's where strikes in general have killed them


def harm_tallies(page: Page) -> Iterator[Tally]:
    """Yield the tallies of people harmed in one sentence."""
    general = _general(page)
    for nominal, quantity, harm in _harmed(page):
        if _lasting(page, nominal, quantity, general) and not _slight(quantity):
            yield make(page, "casualty_tally", _what(page, nominal, harm), quantity, nominal)


def covers(page: Page) -> bool:
    """Tell whether the harm that a sentence tells is all of it counted over time, so that it tells no one event."""
    return any(True for _ in harm_tallies(page))


def _slight(quantity: Quantity) -> bool:
    return quantity.hedge == "vague" and (quantity.min or 0) < LEAST_VAGUE


def _lasting(page: Page, nominal: Nominal, quantity: Quantity, general: Phrase | None) -> bool:
    """Tell whether a count runs over more than one event."""
    scope = page.scope
    if size(quantity) >= LEAST_WAR or (
        scope is not None and not scope.brief and scope.kind != "war" and governs(scope, page.told, nominal.first)
    ):
        return True
    if general is not None and general.chunk.first < nominal.first:
        return (
            general.lemma in {"claim", "cost"}
            or size(quantity) >= LEAST_CAMPAIGN
            or (quantity.hedge == "vague" and not _slight(quantity))
        )
    return scope is not None and scope.kind == "war" and size(quantity) >= LEAST_CAMPAIGN and _whole_war(page)


def _whole_war(page: Page) -> bool:
    """Tell whether the sentence counts a war's dead: in the perfect tense, or as the war's own deed."""
    return any(perfect(p) for p in page.phrases)


def _general(page: Page) -> Phrase | None:
    """Return the verb by which acts in general, or a campaign, have done harm: "strikes have killed hundreds"."""
    campaign = load_tally_words()["campaign"]
    for at, phrase in enumerate(page.phrases):
        if not (perfect(phrase) and not {"had"} & set(phrase.words)):
            continue
        if phrase.lemma in KILLING | WOUNDING | TAKING | {"leave"} and phrase.chunk.voice == "active":
            subject = [p for p in page.phrases[max(0, at - 8) : at] if p.nominal is not None]
            if any(_many(page, p) and p.lemma in campaign for p in subject):
                return phrase
    return None


def _many(page: Page, phrase: Phrase) -> bool:
    """Tell whether a noun phrase names acts or fighting in general, not one attack."""
    nominal = phrase.nominal
    if nominal is None:
        return False
    head = page.findings.document.tokens[nominal.head]
    plural = head.folded != head.lemma
    return plural or phrase.lemma in {
        "campaign",
        "offensive",
        "siege",
        "battle",
        "fighting",
        "infighting",
        "bombardment",
        "violence",
    }


def _harmed(page: Page) -> Iterator[tuple[Nominal, Quantity, Harm]]:
    """Yield each count of people killed or injured in a sentence, once, in text order."""
    found: dict[int, tuple[Nominal, Quantity, Harm]] = {}
    for one in counted(page.phrases):
        harm = _harm(page, one)
        if harm is not None:
            found[one.nominal.first] = (one.nominal, one.quantity, harm)
    rows = [row for frame in page.told.frames for row in frame.tolls] + list(page.told.tolls)
    taken = {n.quantity.number_first for n, _, _ in found.values() if n.quantity is not None}
    for row in rows:
        inside = any(row.first <= number < row.last for number in taken)
        if not inside and row.kind in {"killed", "injured"} and row.quantity.hedge != "none" and _numbered(page, row):
            nominal = next(
                (p.nominal for p in page.phrases if p.nominal is not None and p.nominal.first == row.first), None
            )
            nominal = nominal or Nominal(first=row.first, last=row.last, head=row.last - 1)
            found.setdefault(row.first, (nominal, row.quantity, "killed" if row.kind == "killed" else "injured"))
    for first in sorted(found):
        yield found[first]


def _numbered(page: Page, row: Toll) -> bool:
    return any(row.first <= m.number_first < row.last for m in page.findings.quantities)


def _harm(page: Page, one: Counted) -> Harm | None:
    """Return what a count of people says became of them, or None."""
    phrase = page.phrases[one.at]
    if _of_whole(page, one):
        return None
    if one.nominal.weapon is not None or one.nominal.thing:
        return None
    if phrase.lemma in DEATHS and one.nominal.quantity is not None and one.nominal.quantity.last <= one.nominal.head:
        return "killed"
    if one.meets(KILLING, "undergoes") or any(s.lemma in DYING for s in one.said):
        return "killed"
    if one.meets(WOUNDING, "undergoes"):
        return "injured"
    if one.meets(frozenset(("lose",)), "undergoes") and one.nominal.party:
        return "killed"
    if phrase.lemma == "life" and one.meets(TAKING, "undergoes"):
        return "killed"
    return _of_lives(page, one)


def _of_whole(page: Page, one: Counted) -> bool:
    """Tell whether a count is only what another is a part of: "a quarter of a million", "lives ... saved"."""
    words = [w for p in page.phrases[max(0, one.at - 3) : one.at] for w in p.words]
    fraction = bool({"quarter", "half", "third"} & set(words[-2:])) and words[-1:] == ["of"]
    saved = words[-2:] == ["lives", "of"] and bool({"save", "saved", "saving"} & set(words))
    return fraction or saved


def _of_lives(page: Page, one: Counted) -> Harm | None:
    """Return "killed" for "the lives of 400 people", "the deaths of 735 civilians", also joined to another such."""
    at = one.at
    while at >= 2 and page.phrases[at - 1].kind == "CONJ" and page.phrases[at - 2].nominal is not None:
        at -= 2
    before = page.phrases[max(0, at - 2) : at]
    saved = at >= 3 and page.phrases[at - 3].lemma in {"save", "spare", "risk"}
    lives = (
        not saved and len(before) == 2 and before[1].words in {("of",), ("at",), ("to",)} and before[0].lemma in LIVES
    )
    return "killed" if lives and one.quantity.hedge != "none" else None


def _what(page: Page, nominal: Nominal, harm: Harm) -> str:
    document = page.findings.document
    if document.tokens[nominal.head].lemma in {"life", "death", "dead"}:
        return f"people killed {span(page)}".strip()
    if document.tokens[nominal.head].lemma in DEATHS:
        return f"{noun(document, nominal)} {span(page)}".strip()
    return what(page, nominal, "" if document.tokens[nominal.head].lemma in {"wounded", "injured", "killed"} else harm)
