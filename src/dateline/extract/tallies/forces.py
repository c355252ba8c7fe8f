"""Force levels: how many troops or fighters stand somewhere, serve or fight for somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.arguments import ref
from dateline.extract.clauses import obliques
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.quantities import hedged
from dateline.extract.tallies.counted import size
from dateline.extract.tallies.tally import Page, Tally, make
from dateline.extract.tallies.wording import noun
from dateline.lexicon.tally_words import load_tally_words
from dateline.model.values import Quantity

LEAST_FORCE = 20  # fewer soldiers than this are people, not a force level
UNITS = frozenset("force army contingent garrison mission militia strength number".split())


def force_levels(page: Page) -> Iterator[Tally]:
    """Yield the force levels of one sentence; a hedge carries over an elided noun ("and 900 in Syria")."""
    harmed = {row.first for frame in page.told.frames for row in frame.tolls} | {row.first for row in page.told.tolls}
    carried: tuple[Quantity, Nominal] | None = None
    for at, phrase in enumerate(page.phrases):
        nominal = phrase.nominal
        if nominal is None or nominal.quantity is None or nominal.first in harmed or nominal.time:
            continue
        quantity = nominal.quantity.quantity
        bare = nominal.named is None and nominal.quantity.last >= nominal.last
        if carried is not None and bare and _placed(page.phrases, at):
            whole, force = carried
            if quantity.hedge == "exact" and whole.hedge in {"about", "at_least", "at_most"}:
                quantity = hedged(size(quantity), whole.hedge, quantity.text)
            yield _level(page, at, nominal, quantity, force)
        elif size(quantity) >= LEAST_FORCE and _force(nominal) and _posted(page.phrases, at):
            carried = quantity, nominal
            yield _level(page, at, nominal, quantity, nominal)
        elif bare and size(quantity) >= LEAST_FORCE and _numbered(page.phrases, at):
            yield _level(page, at, nominal, quantity, nominal)


def _level(page: Page, at: int, nominal: Nominal, quantity: Quantity, force: Nominal) -> Tally:
    whose = (ref(force),) if force.party else ()
    words = noun(page.findings.document, force, "fighters")
    return make(page, "force_level", words, quantity, nominal, near=at, perpetrators=whose)


def _force(nominal: Nominal) -> bool:
    named = nominal.named
    if named is None:
        return False
    return named.kind == "force" or (named.group is not None and named.group.role in {"security", "combatant"})


def _posted(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether the verb after or before a force says that it stands, serves or fights somewhere."""
    posted = load_tally_words()["posted"]
    verb = next((p for p in phrases[at + 1 :] if p.kind == "VP"), None)
    before = phrases[at - 1] if at else None
    if before is not None and before.kind == "VP" and not before.words[0].endswith("ing"):
        return before.lemma in posted - {"be", "lead", "fight"}
    if verb is None or not verb.chunk.finite:
        return verb is not None and verb.lemma in {"station", "deploy", "base", "mass"}
    after = phrases[phrases.index(verb) + 1 : phrases.index(verb) + 2]
    located = bool(after) and after[0].kind in {"PREP", "ADV", "VP"}
    return (
        verb.lemma in posted and (verb.lemma != "be" or located) and verb.chunk.voice != "passive"
    ) or verb.lemma in {"deploy", "station", "base"}


def _placed(phrases: Sequence[Phrase], at: int) -> bool:
    return any(o.preposition == "in" for o in obliques(phrases, at)[:1])


def _numbered(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether a bare number is a force's: "put the number of his fighters at", "a force of", "numbering"."""
    if at < 2 or phrases[at - 1].kind != "PREP":
        return bool(at) and phrases[at - 1].lemma == "number" and phrases[at - 1].kind == "VP"
    before = phrases[at - 2]
    numbered = "number" in before.words and phrases[at - 1].words == ("at",)
    return before.nominal is not None and numbered and _force(before.nominal)
