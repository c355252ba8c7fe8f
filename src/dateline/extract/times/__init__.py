"""Time expressions: where a report tells a time, and what the words mean before they are anchored."""

from dateline.extract.times.expressions import (
    Calendar,
    Clock,
    Day,
    Duration,
    Expression,
    Holiday,
    Point,
    Range,
    Recurrent,
    Shift,
    TimeMention,
    Weekday,
    Window,
)
from dateline.extract.times.find import time_expressions

__all__ = [
    "Calendar",
    "Clock",
    "Day",
    "Duration",
    "Expression",
    "Holiday",
    "Point",
    "Range",
    "Recurrent",
    "Shift",
    "TimeMention",
    "Weekday",
    "Window",
    "time_expressions",
]
