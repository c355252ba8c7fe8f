"""One event as one report tells it: what linking compares and reconciling unites."""

from __future__ import annotations

from msgspec import Struct

from dateline.model.report import Event, Report


class Told(Struct, frozen=True):
    """An event with what identifies the report that tells of it; the report's text is not needed."""

    report: str
    uri: str | None
    publisher: str | None
    published_at: str | None
    event: Event

    @property
    def key(self) -> str:
        """Return the name of this telling: report id and event id."""
        return event_key(self.report, self.event.id)


def event_key(report_id: str, event_id: str) -> str:
    """Return how an event of a report is named in links, acts and membership."""
    return f"{report_id}/{event_id}"


def told_by(report: Report) -> tuple[Told, ...]:
    """Return a report's events, each with its report's identity, in the report's order."""
    return tuple(Told(report.id, report.uri, report.publisher, report.published_at, event) for event in report.events)
