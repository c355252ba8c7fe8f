"""`dateline extract`: report records on standard output, from files alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from dateline.cli import OK, UNREADABLE
from dateline.cli.options import Paths, Published, Workers, check_input
from dateline.cli.terminal import complain, console, write_line
from dateline.errors import UnreadableError
from dateline.model.report import Report

Format = Literal["jsonl", "table", "text"]


def extract(
    *paths: Paths,
    published: Published = None,
    format: Format = "jsonl",
    workers: Workers = None,  # noqa: A002
) -> int:
    """Say what reports tell: who did what to whom, where and when, by whose word.

    Args:
        format: jsonl gives one record a line; table one event a line; text the report with its finds marked.
    """
    check_input(paths, published, workers, "extract")
    from dateline.pipeline import extract_all  # noqa: PLC0415 - help and wrong usage need no lexicons

    show = _printer(format)
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
