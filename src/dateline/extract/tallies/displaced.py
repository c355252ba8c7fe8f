"""Displacement: people who fled, were driven from their homes, or live as refugees."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.nominals import Nominal
from dateline.extract.tallies.counted import Counted, Said, counted
from dateline.extract.tallies.tally import Page, Tally, make
from dateline.extract.tallies.wording import what
from dateline.lexicon.tally_words import load_tally_words

LEAST_DISPLACED = 20  # fewer who flee are suspects or a family
DRIVEN = frozenset("force drive push chase leave abandon take move cross seek find".split())
HOMES = frozenset("home homes house houses refuge shelter road lake safety border".split())
STATES = frozenset("displaced uprooted homeless".split())
HOSTING = frozenset("host house shelter register have".split())


def displacements(page: Page) -> Iterator[Tally]:
    """Yield the counts of people displaced in one sentence."""
    for one in counted(page.phrases):
        became = _became(page, one)
        if became is not None and one.size >= LEAST_DISPLACED and _people(one.nominal):
            yield make(page, "displacement", what(page, one.nominal, became), one.quantity, one.nominal)


def _people(nominal: Nominal) -> bool:
    """Tell whether civilians or people unsaid are counted, not fighters or things."""
    if nominal.thing or nominal.weapon is not None or nominal.trigger is not None:
        return False
    group = nominal.named.group if nominal.named is not None else None
    return group is None or group.role not in {"combatant", "armed_unknown", "security"}


def _became(page: Page, one: Counted) -> str | None:
    words = load_tally_words()
    phrase = page.phrases[one.at]
    if one.meets(words["displace"], "undergoes"):
        return "displaced"
    if any(said.lemma in words["flee"] for said in one.said):
        return "who fled"
    if any(
        s.lemma == "move" and page.phrases[s.verb + 1 : s.verb + 2] and page.phrases[s.verb + 1].words == ("on",)
        for s in one.said
    ):
        return "who moved on"
    if any(_left(page, s) for s in one.said):
        return "who left"
    if STATES & set(phrase.words) or (phrase.lemma in words["uprooted"] and any(s.lemma in HOSTING for s in one.said)):
        harmed = {row.first for frame in page.told.frames for row in frame.tolls}
        return None if one.nominal.first in harmed else ""
    driven = [s for s in one.said if s.lemma in DRIVEN]
    if driven and _from_home(page, driven[-1].verb):
        return "driven from their homes"
    return None


def _left(page: Page, said: Said) -> bool:
    """Tell whether people are told to leave a settlement or ground: "18,000 civilians left the eastern districts"."""
    if said.lemma != "leave" or said.role != "does":
        return False
    left = page.phrases[said.verb + 1 : said.verb + 2]
    place = left[0].nominal if left else None
    return place is not None and (place.ground or place.toponym is not None)


def _from_home(page: Page, verb: int) -> bool:
    """Tell whether home, refuge or the road stands soon after a verb: "forced from their homes"."""
    after = page.phrases[verb + 1 : verb + 5]
    return any(HOMES & set(p.words) and "home" not in p.words[:1] for p in after if p.nominal is not None)
