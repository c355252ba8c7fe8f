"""Incidents as CSV: one row each, counts with their bounds and hedge, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from typing import Final, Protocol

from dateline.model.codes import CasualtyKind
from dateline.model.incident import Incident
from dateline.publish.cells import Cell, cell
from dateline.publish.toll import harms
from dateline.publish.wording import (
    casualty_words,
    count_words,
    outcome_words,
    party_words,
    responsibility_words,
    weapon_words,
)

JOINT = " | "
COUNTED: Final[tuple[CasualtyKind, ...]] = ("killed", "injured")


class Output(Protocol):
    """Where text is written to."""

    def write(self, text: str, /) -> object:
        """Take some text."""


def write_incidents(incidents: Iterable[Incident], output: Output) -> None:
    """Write a header and a row for each incident, in their order (RFC 4180, lines ended by LF)."""
    writer = csv.writer(output, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(HEADER)
    for incident in incidents:
        writer.writerow([cell(read(incident)) for read in COLUMNS.values()])


def _joined(parts: Iterable[str]) -> str:
    return JOINT.join(parts)


def _place(key: str) -> Callable[[Incident], Cell]:
    return lambda incident: None if incident.place is None else getattr(incident.place, key)


def _harm(kind: CasualtyKind, key: str) -> Callable[[Incident], Cell]:
    def read(incident: Incident) -> Cell:
        found = next((harm for harm in harms(incident.casualties) if harm.kind == kind), None)
        return None if found is None else getattr(found.quantity, key)

    return read


def _harm_words(kind: CasualtyKind) -> Callable[[Incident], Cell]:
    def read(incident: Incident) -> Cell:
        found = next((harm for harm in harms(incident.casualties) if harm.kind == kind), None)
        return None if found is None else count_words(found.quantity)

    return read


COLUMNS: Final[dict[str, Callable[[Incident], Cell]]] = {
    "incident_id": lambda i: i.id,
    "revision": lambda i: i.revision,
    "event_type": lambda i: i.event_type,
    "sub_event_type": lambda i: i.sub_event_type,
    "time_start": lambda i: i.time.start,
    "time_end": lambda i: i.time.end,
    "time_precision": lambda i: i.time.precision,
    "time_basis": lambda i: i.time.basis,
    "timezone": lambda i: i.time.timezone,
    "place": _place("name"),
    "facility": _place("facility"),
    "admin1": _place("admin1"),
    "country": _place("country"),
    "latitude": _place("lat"),
    "longitude": _place("lon"),
    "geo_precision": _place("geo_precision"),
    "perpetrators": lambda i: _joined(map(party_words, i.perpetrators)),
    "perpetrator_ids": lambda i: _joined(party.actor_id or "?" for party in i.perpetrators),
    "targets": lambda i: _joined(map(party_words, i.targets)),
    "target_ids": lambda i: _joined(party.actor_id or "?" for party in i.targets),
    "weapons": lambda i: _joined(map(weapon_words, i.weapons)),
    **{f"{kind}_{key}": _harm(kind, key) for kind in COUNTED for key in ("min", "max", "best", "hedge")},
    **{f"{kind}_words": _harm_words(kind) for kind in COUNTED},
    "toll_by_group": lambda i: _joined(map(casualty_words, i.casualties)),
    "outcome": lambda i: None if i.outcome is None else outcome_words(i.outcome),
    "responsibility": lambda i: _joined(map(responsibility_words, i.responsibility)),
    "corroboration": lambda i: i.corroboration.level,
    "reports": lambda i: i.corroboration.reports,
    "publishers": lambda i: i.corroboration.publishers,
    "independent_sources": lambda i: i.corroboration.independent_sources,
    "disagreements": lambda i: _joined(found.field for found in i.disagreements),
    "sources": lambda i: _joined(report.uri or report.publisher or report.id for report in i.reports),
    "report_ids": lambda i: _joined(report.id for report in i.reports),
    "first_reported_at": lambda i: i.first_reported_at,
    "last_updated_at": lambda i: i.last_updated_at,
    "review": lambda i: i.review.status,
}
HEADER: Final[Sequence[str]] = tuple(COLUMNS)
