"""What the commands' options have in common: their types, and checks with words for people."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dateline.cli import UsageError

STORE = "dateline.db"

Paths = Annotated[
    str,
    Parameter(help="Files, folders, or - for standard input; formats are known by content.", allow_leading_hyphen=True),
]
Published = Annotated[
    str | None, Parameter(help="Date of reports that carry none: 2024-01-21 or 2024-01-21T18:30:00+03:00.")
]
Workers = Annotated[
    int | None,
    Parameter(help="Processes to read with; by default one for each core. 1 prints each report as it comes."),
]
Db = Annotated[
    str,
    Parameter(
        env_var="DATELINE_DB",
        help="The store: a SQLite file or a database address (postgresql+psycopg://…).",
    ),
]


def check_input(paths: tuple[str, ...], published: str | None, workers: int | None, what: str) -> None:
    """Raise UsageError for what no input can make right: no path, no date, no process."""
    from dateline.ingest.dates import is_stated_date  # noqa: PLC0415

    if not paths:
        raise UsageError(f"nothing to {what}: name at least one file or folder, or - for standard input")
    if any(path.startswith("-") and path != "-" for path in paths):
        unknown = next(path for path in paths if path.startswith("-") and path != "-")
        raise UsageError(f"unknown option {unknown}; a file of that name is ./{unknown}")
    if published is not None and not is_stated_date(published):
        raise UsageError(f"--published {published}: not a date; write 2024-01-21 or 2024-01-21T18:30:00+03:00")
    if workers is not None and workers < 1:
        raise UsageError(f"--workers {workers}: at least one process is needed")
