"""Events as they come, one line each, in columns that fit the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli.terminal import one_line
from dateline.model.report import Event, Report
from dateline.publish.toll import toll_words
from dateline.publish.wording import actors_words, place_words, time_words


class Column(NamedTuple):
    """A heading and how its width follows from the terminal's."""

    heading: str
    least: int
    share: int  # of what is left


COLUMNS: Final[Sequence[Column]] = (
    Column("report", 8, 0),
    Column("status", 10, 0),
    Column("when", 16, 0),
    Column("where", 10, 3),
    Column("what", 10, 2),
    Column("who → whom", 10, 5),
    Column("toll", 8, 3),
)


class EventTable:
    """A table that grows by a report at a time, its columns fixed by the terminal's width."""

    def __init__(self, out: Console) -> None:
        self._out, self._begun = out, False
        self._widths = _widths(out.width)

    def add(self, report: Report) -> None:
        """Print a line for each event of a report; the first time with headings."""
        if not self._begun:
            self._print([[Text(column.heading, style="bold") for column in COLUMNS]])
            self._begun = True
        self._print([_cells(report, event) for event in report.events])

    def _print(self, rows: list[list[Text]]) -> None:
        if not rows:
            return
        table = Table.grid(padding=(0, 1))
        for width in self._widths:
            table.add_column(width=width, no_wrap=True, overflow="ellipsis")
        for row in rows:
            table.add_row(*row)
        self._out.print(table)


def _widths(width: int) -> list[int]:
    spare = max(width - sum(column.least for column in COLUMNS) - len(COLUMNS), 0)
    shares = sum(column.share for column in COLUMNS)
    return [column.least + spare * column.share // shares for column in COLUMNS]


def _cells(report: Report, event: Event) -> list[Text]:
    style = "" if event.status == "occurred" else "dim"
    words = (
        report.id[:8],
        event.status,
        time_words(event.time),
        place_words(event.place),
        event.sub_event_type,
        actors_words(event.perpetrators, event.targets),
        toll_words(event.casualties),
    )
    return [Text(one_line(word), style=style) for word in words]
