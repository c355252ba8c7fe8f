"""What holds for any reports in any order: one outcome, once, every span in its text, nothing half done."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec import to_builtins

from dateline.link.batch import link_events
from dateline.link.told import event_key, told_by
from dateline.model.incident import Incident
from dateline.model.report import Report
from dateline.store import Filter, Store, open_store
from tests.store.factories import AT, a_casualty, a_place, a_report, a_weapon, an_event
from tests.store.strategies import reports

ARRIVALS = st.lists(reports(), min_size=1, max_size=5, unique_by=lambda report: report.id)
EVERY = Filter(rejected=True)


def content(store: Store) -> list[object]:
    """Return what a store says, ids, revisions and the times of adding apart."""
    found = []
    for incident in store.incidents(EVERY):
        record = to_builtins(incident)
        for name in ("id", "revision", "last_updated_at"):
            del record[name]
        if incident.first_reported_at not in {link.published_at for link in incident.reports}:
            del record["first_reported_at"]
        found.append(record)
    return sorted(found, key=repr)


def filled(arrived: list[Report]) -> Store:
    store = open_store("sqlite://")
    for day, report in enumerate(arrived):
        store.add(report, AT + timedelta(day))
    return store


@settings(max_examples=60, phases=(Phase.explicit, Phase.reuse, Phase.generate), deadline=None)
@given(ARRIVALS.flatmap(lambda arrived: st.tuples(st.just(arrived), st.permutations(arrived))))
def test_the_order_of_arrival_does_not_matter(both: tuple[list[Report], list[Report]]) -> None:
    with filled(both[0]) as one, filled(both[1]) as other:
        assert content(one) == content(other)


@settings(max_examples=30, deadline=None)
@given(ARRIVALS, st.data())
def test_adding_again_changes_nothing(arrived: list[Report], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(arrived), max_size=4))
    with filled(arrived) as store:
        before = list(store.incidents(EVERY))
        assert not any(store.add(report, AT + timedelta(99)).new for report in again)
        assert list(store.incidents(EVERY)) == before


@settings(max_examples=30, deadline=None)
@given(ARRIVALS)
def test_a_store_links_as_linking_at_once_does(arrived: list[Report]) -> None:
    at_once = link_events(told for report in arrived for told in told_by(report))
    with filled(arrived) as store:
        assert sorted(_members(incident) for incident in store.incidents(EVERY)) == at_once


def _members(incident: Incident) -> tuple[str, ...]:
    return tuple(sorted(event_key(link.id, event) for link in incident.reports for event in link.events))


@settings(max_examples=30, deadline=None)
@given(ARRIVALS)
def test_every_span_is_in_its_report_and_every_revision_adds_one(arrived: list[Report]) -> None:
    texts = {report.id: report.text for report in arrived}
    with filled(arrived) as store:
        for incident in store.incidents(EVERY):
            for span in _spans(to_builtins(incident)):
                assert texts[span["report"]][span["start"] : span["end"]] == span["quote"]  # type: ignore[index]
            revisions = list(store.revisions(incident.id))
            assert [r.number for r in revisions] == list(range(1, incident.revision + 1))
            assert revisions[-1].incident == incident


def _spans(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        return [value] if "quote" in value else [s for part in value.values() for s in _spans(part)]
    return [s for part in value for s in _spans(part)] if isinstance(value, list | tuple) else []


def a_strike(count: int, publisher: str) -> Report:
    event = an_event(place=a_place("Harran"), weapons=[a_weapon("mortar")], casualties=[a_casualty(count)])
    return a_report(event, publisher=publisher, text=f"{publisher} has its own words.")


FIRST, SECOND = a_strike(3, "Gazette"), a_strike(4, "Courier")
STEPS = [
    "dateline.store.writer.insert_report",
    "dateline.store.writer.insert_events",
    "dateline.store.writer.link_new",
    "dateline.store.writer.regroup",
    "dateline.store.revise.insert",
    "dateline.store.revise.update",
    "dateline.store.revise.index_words",
]
DIES = """
import os, sys
from importlib import import_module
from tests.store.factories import AT
from tests.store.test_laws import SECOND
from dateline.store import open_store

path, step = sys.argv[1:]
module, _, name = step.rpartition(".")
owner = import_module(module)
does = getattr(owner, name)

def dies(*args, **kwargs):
    does(*args, **kwargs)
    os._exit(9)

store = open_store(path)
setattr(owner, name, dies)
store.add(SECOND, AT)
"""


@pytest.mark.parametrize("step", STEPS)
def test_a_process_that_dies_leaves_all_or_nothing(step: str, tmp_path: Path) -> None:
    path = str(tmp_path / "x.db")
    with open_store(path) as store:
        store.add(FIRST, AT)
        before = list(store.incidents())
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    died = subprocess.run([sys.executable, "-c", DIES, path, step], env=environment, cwd=root, check=False)
    assert died.returncode == 9
    with open_store(path) as store:
        assert list(store.reports()) == [FIRST]
        assert list(store.incidents()) == before
        assert store.add(SECOND, AT).linked == (before[0].id,)


def test_two_programs_may_add_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "x.db")
    with open_store(path) as one, open_store(path) as other:
        one.add(FIRST, AT)
        reading = one.incidents()
        next(reading)
        [linked] = other.add(SECOND, AT).linked
        assert list(reading) == []
        found = one.incident(linked)
    assert found is not None
    assert found.corroboration.reports == 2
