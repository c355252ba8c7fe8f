"""Incidents as CSV: one row each, typed, safe."""

import csv
import io

from dateline.model.incident import Incident
from dateline.publish.incidents_csv import HEADER, write_incidents
from dateline.store import open_store
from tests.store.factories import AT, a_casualty, a_party, a_place, a_report, a_time, an_event, at_least

EVIL = "=cmd|' /C calc'!A0"


def incident() -> Incident:
    event = an_event(
        time=a_time("2024-01-20"),
        place=a_place("-Harran", at=(-33.5, 43.0)),
        perpetrators=[a_party(EVIL, certainty="claimed"), a_party("Red", "red")],
        casualties=[a_casualty(at_least(12)), a_casualty(4, "injured", "guards")],
    )
    with open_store("sqlite://") as store:
        store.add(a_report(event, publisher="@Gazette"), AT)
        [found] = store.incidents()
    return found


def rows(*incidents: Incident) -> list[dict[str, str]]:
    output = io.StringIO()
    write_incidents(incidents, output)
    return list(csv.DictReader(io.StringIO(output.getvalue())))


def test_a_row_holds_bounds_hedges_and_sources() -> None:
    [row] = rows(incident())
    assert (row["killed_min"], row["killed_max"], row["killed_hedge"], row["killed_words"]) == (
        "12",
        "",
        "at_least",
        "≥ 12",
    )
    assert (row["injured_best"], row["injured_hedge"]) == ("4", "exact")
    assert row["time_start"] == "2024-01-20"
    assert row["toll_by_group"] == "4 guards injured | ≥ 12 people killed"
    assert row["corroboration"] == "single_source"
    assert row["perpetrator_ids"].count("|") == row["perpetrators"].count(" | ")


def test_numbers_stay_numbers_and_formulas_become_text() -> None:
    [row] = rows(incident())
    assert float(row["latitude"]) == -33.5
    assert row["place"] == "'-Harran"
    assert row["sources"] == "'@Gazette"
    assert not any(value.startswith(("=", "+", "@", "\t")) for value in row.values())


def test_no_incident_gives_the_header_alone() -> None:
    output = io.StringIO()
    write_incidents((), output)
    assert next(csv.reader(io.StringIO(output.getvalue()))) == list(HEADER)


def test_what_nobody_tells_is_empty() -> None:
    with open_store("sqlite://") as store:
        store.add(a_report(an_event(placeless=True)), AT)
        [row] = rows(*store.incidents())
    assert (row["place"], row["latitude"], row["killed_min"], row["outcome"]) == ("", "", "", "")
