"""Other counts that are no event's toll: people rescued, besieged or marching, things destroyed or seized."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.nominals import Nominal
from dateline.extract.tallies.counted import Counted, counted
from dateline.extract.tallies.tally import Page, Tally, make
from dateline.extract.tallies.wording import what
from dateline.lexicon.tally_words import load_tally_words

LEAST_PEOPLE = 20
LEAST_THINGS = 2
PAST = {"live": "living there", "reside": "living there", "treat": "treated", "free": "freed", "flee": "who fled"}


def other_counts(page: Page) -> Iterator[Tally]:
    """Yield the other counts of one sentence."""
    harmed = {row.first for frame in page.told.frames for row in frame.tolls} | {row.first for row in page.told.tolls}
    for one in counted(page.phrases):
        if one.nominal.first in harmed:
            continue
        became = _people(page, one) or _things(page, one)
        if became is not None:
            yield make(page, "other", what(page, one.nominal, became), one.quantity, one.nominal)


def _people(page: Page, one: Counted) -> str | None:
    if one.nominal.thing or one.nominal.weapon is not None or one.nominal.trigger is not None or one.size < LEAST_PEOPLE:
        return None
    words = load_tally_words()
    if not _human(one.nominal):
        return None
    for said in one.said:
        verb = page.phrases[said.verb]
        if said.lemma in words["rescue"] and said.role == "undergoes" or said.lemma in words["dwell"]:
            return PAST.get(said.lemma, page.findings.document.tokens[verb.chunk.head].text)
    return None


def _human(nominal: Nominal) -> bool:
    """Tell whether people are counted: by a noun for them, or by a bare number."""
    bare = nominal.named is None and nominal.quantity is not None and nominal.quantity.last >= nominal.last
    return bare or (nominal.named is not None and nominal.named.kind in {"group", "force"})


def _things(page: Page, one: Counted) -> str | None:
    words = load_tally_words()
    nominal = one.nominal
    arms = nominal.weapon is not None
    if not (nominal.thing or arms or _place(page, one)) or one.size < LEAST_THINGS:
        return None
    if one.meets(words["wreck"], "undergoes"):
        return "destroyed or hit"
    if one.meets(words["seize"], "undergoes"):
        return "seized"
    return None


def _place(page: Page, one: Counted) -> bool:
    return page.phrases[one.at].lemma in {"target", "position", "cache", "depot", "post", "tunnel", "site", "firearm", "rifle", "pistol", "round", "kilometre", "village", "tanker", "stronghold", "strongpoint", "vehicle"}
