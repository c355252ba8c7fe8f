"""Moments as the store keeps them: UTC, of one length, so that text sorts as time does."""

from datetime import UTC, datetime

from dateline.link.when import published


def stamp(at: datetime) -> str:
    """Return an aware moment as sortable text; raises ValueError for a naive one."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its offset from UTC")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def order_of(published_at: str | None) -> str | None:
    """Return when a report was published as sortable text, or None."""
    moment = published(published_at)
    return None if moment is None else stamp(moment)
