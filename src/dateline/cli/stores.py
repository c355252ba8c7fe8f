"""Opening the store that a command names, with what to do where there is none."""

from __future__ import annotations

from dateline.cli.program import program
from dateline.cli.terminal import one_line
from dateline.errors import DatelineError, StoreError
from dateline.model.incident import Incident
from dateline.model.report import Report
from dateline.pipeline import affiliated
from dateline.store import Store, open_store
from dateline.store.engine import ABSENT
from dateline.store.membership import incident_id

PREFIX = incident_id("").partition("-")[0] + "-"  # of incidents' ids; people need not type it
SHORT = 8  # characters of an id that tell it from others as a rule


class NothingFoundError(DatelineError):
    """The store holds nothing of the name that was asked for."""


def open_for_reading(db: str) -> Store:
    """Return the store at a path or address. Raises StoreError, with what to do, where there is none."""
    try:
        return open_store(db, affiliated, create=False)
    except StoreError as error:
        if error.reason == ABSENT:
            raise StoreError(
                error.url, f"there is no store here yet; make one: {program()} ingest PATH… --db {db}"
            ) from error
        raise


def open_for_adding(db: str) -> Store:
    """Return the store at a path or address, made where there is none."""
    return open_store(db, affiliated)


def find_incident(store: Store, name: str) -> Incident:
    """Return the one incident whose id begins so, with or without its prefix, or raise NothingFoundError."""
    found = store.incident(name) or store.incident(f"{PREFIX}{name}")
    if found is None:
        raise NothingFoundError(
            f"no incident, or more than one, has an id that begins with {one_line(name)}; see: {program()} incidents"
        )
    return found


def find_report(store: Store, name: str) -> Report:
    """Return the one report whose id begins so, or raise NothingFoundError."""
    found = store.report(name)
    if found is None:
        raise NothingFoundError(
            f"no report, or more than one, has an id that begins with {one_line(name)}; see: {program()} reports"
        )
    return found


def bare(incident: str) -> str:
    """Return an incident's id without its prefix."""
    return incident.removeprefix(PREFIX)
