"""The reports behind an incident, for citing: who published them when, and which are copies of one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.link.copies import Shingles, is_copy, shingles
from dateline.model.incident import ReportLink
from dateline.store import Store

SHORT = 8  # characters of a report's id


def cited_as(report: ReportLink) -> str:
    """Return how a report is cited: "Rudaw, 2024-01-21", or by its id where nobody is named."""
    name = report.publisher or f"report {report.id[:SHORT]}"
    return f"{name}, {report.published_at[:10]}" if report.published_at else name


def citations(reports: Iterable[ReportLink]) -> dict[str, str]:
    """Return how each report is cited, by id."""
    return {report.id: cited_as(report) for report in reports}


def copy_groups(store: Store, reports: Sequence[ReportLink]) -> list[list[ReportLink]]:
    """Return the reports in groups that carry one text, each group and its members in the order given."""
    groups: list[tuple[list[Shingles], list[ReportLink]]] = []
    for link in reports:
        found = store.report(link.id)
        runs = shingles(found.text) if found is not None else frozenset()
        home = next((group for group in groups if any(is_copy(runs, other) for other in group[0])), None)
        if home is None:
            groups.append(([runs], [link]))
        else:
            home[0].append(runs)
            home[1].append(link)
    return [links for _, links in groups]
