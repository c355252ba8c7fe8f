"""`dateline tour`: what to try next, with ids that the store holds."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.cli import OK
from dateline.cli.options import STORE, Db
from dateline.cli.program import program
from dateline.cli.stores import SHORT, bare, open_for_reading
from dateline.cli.terminal import console, one_line
from dateline.model.incident import Incident
from dateline.store import Store

Step = tuple[str, str]  # command, what it does


def tour(*, db: Db = STORE) -> int:
    """Print the commands to try next, with ids from the store."""
    from rich.text import Text  # noqa: PLC0415 - help needs no rich

    with open_for_reading(db) as store:
        steps = list(_steps(store, "" if db == STORE else f" --db {db}"))
    out = console()
    out.print(Text("To try next:", style="bold"))
    width = max(len(command) for command, _ in steps)
    for command, purpose in steps:
        line = Text(f"  {one_line(command):{width}}", style="cyan")
        out.print(line.append(f"  {purpose}", style="dim"), soft_wrap=True)
    return OK


def _steps(store: Store, db: str) -> Iterator[Step]:
    told, name = most_telling(store.incidents()), program()
    if told is None:
        yield f"{name} ingest PATH…{db}", "read reports: files, folders, feeds, web addresses"
        return
    yield f"{name} show {bare(told.id)[:SHORT]}{db}", "one incident: every value with the words that prove it"
    yield f"{name} report {told.reports[0].id[:SHORT]}{db}", "one of its reports, what was found marked in the text"
    if told.place is not None and told.place.country is not None:
        yield f"{name} incidents --country {told.place.country}{db}", "incidents of one country"
    yield f"{name} incidents --format csv{db} > incidents.csv", "for a spreadsheet"
    yield f"{name} ingest PATH…{db}", "your own reports: files, folders, feeds, web addresses"
    yield f"{name} extract report.txt --format text", "what one report tells, without a store"
    yield f"{name} --help", "all commands"


def most_telling(incidents: Iterator[Incident]) -> Incident | None:
    """Return the incident that most reports tell of, most is disputed on and most is known of; or None."""
    return max(
        incidents,
        key=lambda i: (len(i.reports), len(i.disagreements), len(i.casualties) + len(i.perpetrators), i.id),
        default=None,
    )
