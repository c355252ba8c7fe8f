"""`dateline reports`: the reports in the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from cyclopts import Parameter

from dateline.cli import OK
from dateline.cli.options import STORE, Db
from dateline.cli.program import program
from dateline.cli.stores import open_for_reading
from dateline.cli.terminal import complain, console, one_line, write_line
from dateline.model.report import Report

Format = Literal["table", "jsonl"]
SHORT = 8  # characters of an id


def reports(
    *,
    db: Db = STORE,
    since: Annotated[date | None, Parameter(help="Published on or after this day (UTC).")] = None,
    until: Annotated[date | None, Parameter(help="Published on or before this day (UTC).")] = None,
    publisher: Annotated[str | None, Parameter(help="Of this publisher, as its name is stored.")] = None,
    form: Annotated[Format, Parameter(name="--format", help="table for people; jsonl for the records.")] = "table",
) -> int:
    """List the reports in the store."""
    with open_for_reading(db) as store:
        found = store.reports(since, until, publisher)
        if form == "jsonl":
            for report in found:
                write_line(report)
        elif not _print(found):
            complain(f"{db} holds no such report; read some into it: {program()} ingest PATH… --db {db}")
    return OK


def _print(found: Iterable[Report]) -> int:
    """Print a table of reports; return how many there are."""
    from rich import box  # noqa: PLC0415 - records need no rich
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    out = console()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True, header_style="bold", width=out.width)
    table.add_column("id", width=SHORT, style="cyan")
    table.add_column("published", width=10)
    table.add_column("publisher", ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column("title", ratio=4, no_wrap=True, overflow="ellipsis")
    table.add_column("news", width=4, justify="right")
    table.add_column("all", width=4, justify="right")
    for report in found:
        news = sum(event.status == "occurred" for event in report.events)
        words = (
            report.id[:SHORT],
            (report.published_at or "?")[:10],
            report.publisher or "",
            report.title or _opening(report),
        )
        table.add_row(*(Text(one_line(word)) for word in words), str(news), str(len(report.events)))
    if table.row_count:
        out.print(table)
        out.print(
            Text(
                f"{table.row_count:,} reports; events that are news, and all. One in full: {program()} report ID",
                style="dim",
            )
        )
    return table.row_count


def _opening(report: Report) -> str:
    return report.text[:200]
