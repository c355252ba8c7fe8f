"""Stores for the commands that read one: two outlets that differ, a copy, a telling without a place."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from dateline.model.incident import Incident
from dateline.model.report import Report
from dateline.model.values import Outcome
from dateline.store import open_store
from tests.store.factories import (
    AT,
    a_casualty,
    a_party,
    a_place,
    a_report,
    a_time,
    a_weapon,
    a_word,
    an_event,
    at_least,
)

BASE = a_place("Asad", facility="Asad Airbase", precision=1, admin1="Anbar", gazetteer_id="g:1")
WIRE = (
    "Sirens sounded across the base shortly after dusk and soldiers were told to stay in their bunkers "
    "until the all clear was given, according to people who live beside the runway and heard the blasts."
)
SEEN = "Villagers counted the flashes from their roofs and later walked to the fence, where they were turned away."


def strike(killed: int, publisher: str, published: str, text: str, says: tuple[str, ...] = ()) -> Report:
    """Return a report of one strike whose toll differs from outlet to outlet."""
    group = a_party("Islamic Resistance", "iri", certainty="claimed", says=["Islamic Resistance"])
    event = an_event(
        time=a_time("2024-01-20T18:30:00+03:00", "minute"),
        place=BASE,
        perpetrators=[group],
        targets=[a_party("garrison", kind="state_forces")],
        weapons=[a_weapon("rocket", 5)],
        casualties=[a_casualty(killed, says=says), a_casualty(at_least(4), "injured")],
        responsibility=[a_word(a_party("Islamic Resistance", "iri"), "claims")],
        says=f"A strike on {published} hit the base.",
    )
    report = a_report(event, publisher=publisher, published=published, text=text)
    [placed] = report.events
    outcome = Outcome(intercepted="most", impacted="some", damage=None, evidence=placed.evidence)
    return replace(report, events=(replace(placed, outcome=outcome),))


def stock(path: Path) -> list[Incident]:
    """Make a store of four reports and return its incidents."""
    reports = [
        strike(3, "Gazette", "2024-01-21", WIRE, ("the ministry",)),
        strike(3, "Gazette Mirror", "2024-01-21", f"{WIRE} Reprinted."),
        strike(5, "Courier", "2024-01-22", SEEN, ("hospital staff",)),
        a_report(
            an_event(sub_type="Attack", placeless=True, time=a_time(None, "unknown"), says="Gunmen opened fire."),
            publisher=None,
            published=None,
            text="Nothing more was known.",
        ),
    ]
    with open_store(str(path)) as store:
        for number, report in enumerate(reports):
            store.add(report, AT + timedelta(hours=number))
        return list(store.incidents())
