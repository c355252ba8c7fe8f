"""`dateline extract`: report records on standard output, from files alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from cyclopts import Parameter

from dateline.cli import OK, UNREADABLE
from dateline.cli.options import Paths, Published, Workers, check_input
from dateline.cli.terminal import complain, console, write_line
from dateline.errors import UnreadableError
from dateline.model.report import Report

Format = Literal["jsonl", "table", "text"]
Form = Annotated[
    Format,
    Parameter(
        name="--format",
        help="jsonl: one record a line; table: one event a line; text: the report with its finds marked.",
    ),
]


def extract(*paths: Paths, published: Published = None, form: Form = "jsonl", workers: Workers = None) -> int:
    """Print what reports tell, as they are read; an input that cannot be read is named on standard error."""
    check_input(paths, published, workers, "extract")
    from dateline.pipeline import extract_all  # noqa: PLC0415 - help and wrong usage need no lexicons

    show = _printer(form)
    status = OK
    for outcome in extract_all(paths, published=published, workers=workers):
        if isinstance(outcome, UnreadableError):
            complain(outcome)
            status = UNREADABLE
        else:
            show(outcome)
    return status


def _printer(form: Format) -> Callable[[Report], None]:
    if form == "jsonl":
        return write_line
    out = console()
    if form == "text":
        from dateline.cli.render_report import print_report  # noqa: PLC0415

        return lambda report: print_report(report, out)
    from dateline.cli.render_events import EventTable  # noqa: PLC0415

    return EventTable(out).add
