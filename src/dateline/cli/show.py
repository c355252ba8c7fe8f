"""`dateline show`: the dossier of one incident."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dateline.cli import OK
from dateline.cli.options import STORE, Db
from dateline.cli.stores import find_incident, open_for_reading
from dateline.cli.terminal import console

Name = Annotated[str, Parameter(help="Id of an incident, or enough of its beginning.")]


def show(incident: Name, /, *, db: Db = STORE) -> int:
    """Show one incident: every value, who says it, in which words, what is disputed, what changed."""
    from dateline.cli import dossier, render_dossier  # noqa: PLC0415 - help needs neither
    from dateline.cli.sources import citations, copy_groups  # noqa: PLC0415

    with open_for_reading(db) as store:
        found = find_incident(store, incident)
        told = list(store.events_of(found.id))
        revisions = list(store.revisions(found.id))
        groups = copy_groups(store, found.reports)
    cited = citations(found.reports)
    out = console()
    render_dossier.print_heading(found, out)
    render_dossier.print_section("", dossier.values(found, told, cited), out, 8)
    render_dossier.print_disputes(dossier.disputes(found.disagreements, cited), out)
    width = max(map(len, cited.values()), default=8)
    render_dossier.print_section("Tolls by report", dossier.tolls(told, cited), out, min(width, 30))
    render_dossier.print_section("Reports", dossier.telling(groups, told, cited), out, 3)
    render_dossier.print_section("Revisions", dossier.history(revisions, cited), out, 3)
    return OK
