"""Times of a report as intervals of the calendar and the clock."""

from dateline.resolve.times.resolve import no_time, resolve_period, resolve_time, resolve_times

__all__ = ["no_time", "resolve_period", "resolve_time", "resolve_times"]
