"""`dateline incidents`: the incidents in the store as a table, as records, as CSV."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from cyclopts import Parameter

from dateline.cli import OK, UsageError
from dateline.cli.options import STORE, Db
from dateline.cli.program import program
from dateline.cli.stores import open_for_reading
from dateline.cli.terminal import complain, console, write_line
from dateline.lexicon.countries import load_countries
from dateline.lexicon.words import phrase_key
from dateline.model.codes import SUB_EVENT_TYPES
from dateline.model.incident import Incident
from dateline.store import Filter, Store

Format = Literal["table", "jsonl", "csv"]
Since = Annotated[date | None, Parameter(help="Incidents that may have been on or after this day (2024-01-21).")]
Until = Annotated[date | None, Parameter(help="Incidents that may have been on or before this day.")]


Country = Annotated[str | None, Parameter(help="Country: ISO code (IQ) or name (Iraq).")]
Actor = Annotated[str | None, Parameter(help="Who acted or was hit: words of a name, or an actor id.")]
Kind = Annotated[
    str | None, Parameter(name="--type", help="Event type or sub-event type of ACLED, or words of it (shelling).")
]
Words = Annotated[str | None, Parameter(help="Words that the quoted evidence or the names hold.")]
Form = Annotated[
    Format, Parameter(name="--format", help="table for people; jsonl for the records; csv for spreadsheets.")
]


def incidents(
    *,
    db: Db = STORE,
    since: Since = None,
    until: Until = None,
    country: Country = None,
    actor: Actor = None,
    kind: Kind = None,
    text: Words = None,
    form: Form = "table",
) -> int:
    """List incidents: when, where, what, who, the toll, how well sourced."""
    kinds = None if kind is None else frozenset(types_of(kind))
    code = None if country is None else country_code(country)
    wish = Filter(since=since, until=until, country=code, actor=actor, text=text)
    with open_for_reading(db) as store:
        found = (
            incident
            for incident in store.incidents(wish)
            if kinds is None or not kinds.isdisjoint({incident.event_type, incident.sub_event_type})
        )
        if form == "table":
            _print(found, store, db)
        else:
            _write(found, form)
    return OK


def _write(found: Iterable[Incident], form: Format) -> None:
    if form == "jsonl":
        for incident in found:
            write_line(incident)
        return
    from dateline.publish.incidents_csv import write_incidents  # noqa: PLC0415 - other formats need none of it

    output = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=True)
    try:
        write_incidents(found, output)
    finally:
        output.detach()


def _print(found: Iterable[Incident], store: Store, db: str) -> None:
    from dateline.cli.render_incidents import print_incidents  # noqa: PLC0415

    if listed := list(found):
        print_incidents(listed, console())
    elif next(store.incidents(), None) is None:
        complain(f"{db} holds no incidents yet; read reports into it: {program()} ingest PATH… --db {db}")
    else:
        complain("no incident matches; leave out an option to see more")


def types_of(words: str) -> list[str]:
    """Return the event type that words name, or else every sub-event type that they occur in.

    Raises UsageError, with the types there are, for words that name none.
    """
    wanted = phrase_key(words)
    mains: list[str] = list(SUB_EVENT_TYPES)
    subs: list[str] = [sub for group in SUB_EVENT_TYPES.values() for sub in group]
    within = [name for name in (*mains, *subs) if wanted and set(wanted) <= set(phrase_key(name))]
    found = (
        [name for name in within if phrase_key(name) == wanted] or [name for name in within if name in mains] or within
    )
    if not found:
        known = "; ".join(f"{main} ({', '.join(group)})" for main, group in SUB_EVENT_TYPES.items())
        raise UsageError(f"--type {words}: no such type; there are {known}")
    return found


def country_code(words: str) -> str:
    """Return the ISO code of a country given by code or name. Raises UsageError where it is neither."""
    countries = load_countries()
    if words.upper() in countries.by_code:
        return words.upper()
    wanted = phrase_key(words)
    for country in countries.by_code.values():
        if wanted in {phrase_key(name) for name in (country.name, *country.aliases)}:
            return country.code
    raise UsageError(f"--country {words}: neither an ISO 3166-1 code nor the name of a country")
