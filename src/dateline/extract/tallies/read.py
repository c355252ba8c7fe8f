"""The figures of one sentence, and whether it counts rather than tells."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.encoder.reading import Reading
from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.tallies.attacks import attack_tallies
from dateline.extract.tallies.displaced import displacements
from dateline.extract.tallies.forces import force_levels
from dateline.extract.tallies.harmed import covers, harm_tallies
from dateline.extract.tallies.marked import REFUTED, likeliest, marked
from dateline.extract.tallies.other import other_counts
from dateline.extract.tallies.scopes import scope
from dateline.extract.tallies.tally import Page, Tally


def tallies(findings: Findings, told: Told) -> Iterator[Tally]:
    """Yield the figures of one sentence, each count once, in text order."""
    page = Page(findings, told, scope(findings, told))
    found: dict[int, Tally] = {}
    for rules in (harm_tallies, displacements, attack_tallies, force_levels, other_counts):
        for tally in rules(page):
            found.setdefault(tally.at, tally)
    reading = findings.reading
    if reading is not None:
        found = {at: t for at, t in found.items() if _borne_out(page, reading, t)}
        taken = {token for tally in found.values() for token in _counting(page, tally)}
        for tally in marked(page, reading, taken):
            found.setdefault(tally.at, tally)
    for at in sorted(found):
        yield found[at]


def _counting(page: Page, tally: Tally) -> range:
    """Return the tokens of a figure's number."""
    number = next(
        (q for q in page.findings.quantities if q.first <= tally.at < q.last or tally.at <= q.first < tally.at + 4),
        None,
    )
    return range(tally.at, tally.at + 1) if number is None else range(number.first, number.last)


def _borne_out(page: Page, reading: Reading, tally: Tally) -> bool:
    """Tell whether the encoder does not rule a figure out."""
    tokens = _counting(page, tally)
    return likeliest(reading, tokens.start, tokens.stop)[0] >= REFUTED


def is_tally(findings: Findings, told: Told) -> bool:
    """Tell whether a sentence counts harm over a period or a whole war, so that it tells of no one event."""
    return covers(Page(findings, told, scope(findings, told)))
