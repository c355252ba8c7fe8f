"""Other counts that are no event's toll: people rescued, besieged or marching, things destroyed or seized."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.nominals import Nominal
from dateline.extract.tallies.counted import Counted, counted
from dateline.extract.tallies.tally import Page, Tally, make
from dateline.extract.tallies.wording import what
from dateline.lexicon.tally_words import load_tally_words

LEAST_PEOPLE = 20
LEAST_SEIZED = 2
LEAST_WRECKED = 5  # fewer things destroyed are the damage of one event
BESET = frozenset("besieged trapped stranded stuck".split())
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
    if (
        one.nominal.thing
        or one.nominal.weapon is not None
        or one.nominal.trigger is not None
        or one.size < LEAST_PEOPLE
    ):
        return None
    words = load_tally_words()
    if not _human(one.nominal):
        return None
    state = _state(page, one)
    if state is not None:
        return state
    for said in one.said[-1:]:
        verb = page.phrases[said.verb]
        if (said.lemma in words["rescue"] and said.role == "undergoes") or said.lemma in words["dwell"]:
            return PAST.get(said.lemma, page.findings.document.tokens[verb.chunk.head].text)
    return None


def _state(page: Page, one: Counted) -> str | None:
    """Return what besets people whom no verb tells of: "250,000 besieged residents", "left 3,000 trapped"."""
    inside = [w for w in page.phrases[one.at].words if w in BESET]
    if inside:
        return ""
    following = page.phrases[one.at + 1 : one.at + 2]
    if following and following[0].words[-1] in BESET:
        return following[0].words[-1]
    before = [w for p in page.phrases[max(0, one.at - 2) : one.at] for w in p.words]
    return "living there" if before[-2:] == ["home", "to"] else None


def _human(nominal: Nominal) -> bool:
    """Tell whether people are counted: by a noun for them, or by a bare number."""
    bare = nominal.named is None and nominal.quantity is not None and nominal.quantity.last >= nominal.last
    named = nominal.named
    people = nominal.quantity is not None and any(
        m.country_word == "demonym" and m.last > nominal.head for m in nominal.modifiers
    )
    return bare or people or (named is not None and named.kind in {"group", "force"})


def _things(page: Page, one: Counted) -> str | None:
    words = load_tally_words()
    nominal = one.nominal
    arms = nominal.weapon is not None
    if not (nominal.thing or arms or _place(page, one)) or (one.quantity.hedge == "vague" and one.size < LEAST_WRECKED):
        return None
    if one.meets(words["wreck"], "undergoes") and one.size >= LEAST_WRECKED:
        return "destroyed or hit"
    if one.size >= LEAST_SEIZED and (one.meets(words["seize"], "undergoes") or _control(page, one)):
        return "seized"
    return None


def _control(page: Page, one: Counted) -> bool:
    """Tell whether "control of" stands before what is counted."""
    before = page.phrases[max(0, one.at - 3) : one.at]
    return (
        len(before) == 3
        and before[1].lemma == "control"
        and before[2].words == ("of",)
        and before[0].lemma in {"seize", "take", "gain", "retake", "wrest"}
    )


def _place(page: Page, one: Counted) -> bool:
    return page.phrases[one.at].lemma in {
        "target",
        "position",
        "cache",
        "depot",
        "post",
        "tunnel",
        "site",
        "firearm",
        "rifle",
        "pistol",
        "round",
        "kilometre",
        "village",
        "tanker",
        "stronghold",
        "strongpoint",
        "vehicle",
    }
