"""`dateline report`: one report of the store with its finds marked."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from dateline.cli import OK
from dateline.cli.options import STORE, Db
from dateline.cli.stores import find_report, open_for_reading
from dateline.cli.terminal import console, write_line

Format = Literal["text", "jsonl"]


def report(
    report: Annotated[str, Parameter(help="Id of a report, or enough of its beginning.")],
    /,
    *,
    db: Db = STORE,
    form: Annotated[Format, Parameter(name="--format", help="text for people; jsonl for the record.")] = "text",
) -> int:
    """Show a report of the store with what was found in it marked."""
    with open_for_reading(db) as store:
        found = find_report(store, report)
    if form == "jsonl":
        write_line(found)
    else:
        from dateline.cli.render_report import print_report  # noqa: PLC0415

        print_report(found, console())
    return OK
