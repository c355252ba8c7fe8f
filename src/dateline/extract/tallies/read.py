"""The figures of one sentence, and whether it counts rather than tells."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.tallies.attacks import attack_tallies
from dateline.extract.tallies.displaced import displacements
from dateline.extract.tallies.forces import force_levels
from dateline.extract.tallies.harmed import covers, harm_tallies
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
    for at in sorted(found):
        yield found[at]


def is_tally(findings: Findings, told: Told) -> bool:
    """Tell whether a sentence counts harm over a period or a whole war, so that it tells of no one event."""
    return covers(Page(findings, told, scope(findings, told)))
