"""Reports in, incidents out: what is added, linked, revised, remembered and found again."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec import json

from dateline.errors import StoreError
from dateline.model.incident import Incident
from dateline.model.report import Event, Report
from dateline.store import Added, Filter, Store, open_store
from dateline.store.area import nodes
from tests.store.factories import (
    AT,
    a_casualty,
    a_party,
    a_place,
    a_report,
    a_time,
    a_weapon,
    an_event,
)

BASE = a_place("Asad", facility="Asad Airbase", precision=1)
WIRE = (
    "Sirens sounded across the base shortly after dusk and soldiers were told to stay in their bunkers "
    "until the all clear was given, according to people who live beside the runway and heard the blasts."
)


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with open_store("sqlite://" if request.param == "memory" else str(tmp_path / "x.db")) as opened:
        yield opened


def strike(count: int = 1, event_id: str = "e1", **more: object) -> Event:
    return an_event(
        event_id,
        time=a_time("2024-01-20T18:30:00+03:00", "minute"),
        place=BASE,
        perpetrators=[a_party("Islamic Resistance", "iri")],
        weapons=[a_weapon("rocket")],
        casualties=[a_casualty(count, "injured")],
        **more,  # type: ignore[arg-type]
    )


def only(store: Store) -> Incident:
    [incident] = store.incidents()
    return incident


def test_a_first_report_makes_an_incident(store: Store) -> None:
    added = store.add(a_report(strike()), AT)
    incident = only(store)
    assert added == Added(new=True, created=(incident.id,))
    assert (incident.revision, incident.first_reported_at, incident.last_updated_at) == (
        1,
        "2024-01-21",
        AT.isoformat(),
    )


def test_a_report_added_twice_is_added_once(store: Store) -> None:
    report = a_report(strike())
    store.add(report, AT)
    before = only(store)
    assert store.add(report, AT + timedelta(1)) == Added(new=False)
    assert only(store) == before
    assert list(store.reports()) == [report]


def test_a_second_outlet_links_and_revises(store: Store) -> None:
    [incident_id] = store.add(a_report(strike()), AT).created
    added = store.add(a_report(strike(2), publisher="Courier", text="Our own words."), AT)
    assert added == Added(new=True, linked=(incident_id,), revised=(incident_id,))
    incident = only(store)
    assert incident.corroboration.level == "corroborated"
    assert (incident.casualties[0].quantity.min, incident.casualties[0].quantity.max) == (1, 2)


def test_copies_of_a_wire_are_one_source(store: Store) -> None:
    for publisher, text in (("Gazette", WIRE), ("Courier", f"SIRENS AT BASE. {WIRE}"), ("Herald", WIRE.upper())):
        store.add(a_report(strike(), publisher=publisher, text=text), AT)
    assert only(store).corroboration.reports == 3
    assert only(store).corroboration.independent_sources == 1


def test_a_report_that_joins_two_groups_of_copies_revises_what_rests_on_them(store: Store) -> None:
    half, rest = " ".join(WIRE.split()[:17]), " ".join(WIRE.split()[17:])
    store.add(a_report(strike(), publisher="Gazette", text=half), AT)
    store.add(a_report(strike(), publisher="Courier", text=rest), AT)
    assert only(store).corroboration.independent_sources == 2
    store.add(a_report(publisher="Wire", text=f"{half} {rest}\n" + _quotes_of(strike())), AT)
    assert only(store).corroboration.independent_sources == 1
    assert only(store).revision == 3


def _quotes_of(event: Event) -> str:
    return a_report(event, text="").text.strip()


def test_a_report_without_events_is_kept(store: Store) -> None:
    report = a_report()
    assert store.add(report, AT) == Added(new=True)
    assert store.report(report.id) == report


def test_undated_copies_of_an_undated_report_are_one_incident(store: Store) -> None:
    event = an_event(
        time=a_time(None, "unknown"),
        says="Rockets struck the depot behind the old market and set the grain store alight",
    )
    for publisher in ("Gazette", "Courier"):
        store.add(a_report(event, publisher=publisher, published=None), AT)
    assert only(store).corroboration.reports == 2


def test_recollections_wait_for_the_news_and_join_it(store: Store) -> None:
    recalled = a_report(strike(status="background"), publisher="Weekly", published="2024-01-25")
    assert store.add(recalled, AT) == Added(new=True)
    assert list(store.incidents()) == []
    store.add(a_report(strike(), text="The news itself."), AT)
    incident = only(store)
    assert [link.id for link in incident.reports][1] == recalled.id
    assert incident.corroboration.reports == 1


def test_a_recollection_moves_to_the_likelier_incident(store: Store) -> None:
    vague = an_event(place=a_place("Asad"), weapons=[a_weapon("rocket")], perpetrators=[a_party("IR", "iri")])
    store.add(a_report(vague, publisher="Weekly", text="First of all."), AT)
    recalled = a_report(strike(3, status="background"), publisher="Herald", text="As we wrote.")
    [first] = store.add(recalled, AT).linked
    other = a_report(
        strike(3), an_event("e2", time=a_time("2024-01-20T04:00:00+03:00", "minute"), place=a_place("Asad")),
        publisher="Courier", text="Much later.",
    )  # fmt: skip
    store.add(other, AT)
    homes = {link.id: i.id for i in store.incidents() for link in i.reports if link.id == recalled.id}
    assert len(homes) == 1
    assert len(list(store.incidents())) == 2
    assert store.incident(first) is not None


def test_two_incidents_merge_when_a_report_ties_them_and_the_older_id_stays(store: Store) -> None:
    place, day = a_place("Harran"), a_time("2024-01-20")
    left = an_event(time=day, place=place, sub_type="Attack", casualties=[a_casualty(7)])
    right = an_event(time=day, place=place, sub_type="Attack", targets=[a_party("Dana Brook", kind="civilians")])
    [newer] = store.add(a_report(right, publisher="Courier", published="2024-01-22", text="One."), AT).created
    [older] = store.add(a_report(left, publisher="Gazette", text="Two."), AT).created
    both = an_event(
        time=day, place=place, sub_type="Attack", casualties=[a_casualty(7)],
        targets=[a_party("Dana Brook", kind="civilians")],
    )  # fmt: skip
    added = store.add(a_report(both, publisher="Herald", published="2024-01-23", text="Three."), AT)
    assert only(store).id == older
    assert added.revised == (older,)
    merged = store.incident(newer)
    assert merged is not None
    assert merged.id == older
    assert store.incident(newer, as_of=AT) == merged


def test_incidents_can_be_asked_as_they_stood(store: Store) -> None:
    [incident_id] = store.add(a_report(strike()), AT).created
    store.add(a_report(strike(2), publisher="Courier", text="Our own words."), AT + timedelta(2))
    then = store.incident(incident_id, as_of=AT + timedelta(1))
    assert then is not None
    assert (then.revision, then.corroboration.reports) == (1, 1)
    assert store.incident(incident_id, as_of=AT - timedelta(1)) is None


def test_revisions_name_what_made_them(store: Store) -> None:
    first, second = a_report(strike()), a_report(strike(2), publisher="Courier", text="Our own words.")
    [incident_id] = store.add(first, AT).created
    store.add(second, AT)
    store.review(incident_id, "confirm", by="Noor", at=AT)
    found = list(store.revisions(incident_id))
    assert [(r.number, r.report, r.act) for r in found] == [(1, first.id, None), (2, second.id, None), (3, None, 1)]
    assert found[2].incident == store.incident(incident_id)


def test_events_of_an_incident_by_date_of_report(store: Store) -> None:
    late = a_report(strike(2), publisher="Courier", published="2024-01-23", text="Our own words.")
    early = a_report(strike())
    store.add(late, AT)
    [incident_id] = store.add(early, AT).linked
    assert list(store.events_of(incident_id)) == [(early.id, early.events[0]), (late.id, late.events[0])]


def test_ids_may_be_cut_short(store: Store) -> None:
    report = a_report(strike())
    [incident_id] = store.add(report, AT).created
    assert store.incident(incident_id[:8]) == store.incident(incident_id) is not None
    assert store.report(report.id[:9]) == report
    for name in ("", "zzz", "100%", "_nc"):
        assert store.incident(name) is None
        assert store.report(name) is None


def test_a_beginning_shared_by_several_is_none(store: Store) -> None:
    for place in ("Kut", "Harran"):
        store.add(a_report(an_event(place=a_place(place, at=None, country=None)), publisher=place, text=place), AT)
    assert len(list(store.incidents())) == 2
    assert store.incident("inc-") is None
    with pytest.raises(StoreError, match="or more than one"):
        list(store.revisions("inc-"))


FAR = a_place("Kut", at=(32.5, 45.8))
FIRST = a_report(strike(), text="Rockets over Anbar.")
SECOND = a_report(
    an_event(
        sub_type="Armed clash",
        time=a_time("2024-03-02"),
        place=a_place("Raqqa", country="SY", at=(35.9, 39.0)),
        targets=[a_party("Tribal Fighters of the River", kind="identity_militia")],
        casualties=[a_casualty(3, group="soldiers’ families")],
    ),
    publisher="Courier",
    published="2024-03-03",
    text="Clashes.",
)
THIRD = a_report(an_event(time=a_time(None, "unknown"), place=FAR), publisher="Herald", published=None, text="No date.")
FILTERS = [
    (Filter(), "123"),
    (Filter(since=date(2024, 2, 1)), "2"),
    (Filter(since=date(2024, 1, 20), until=date(2024, 1, 20)), "1"),
    (Filter(until=date(2024, 1, 19)), ""),
    (Filter(country="sy"), "2"),
    (Filter(actor="iri"), "1"),
    (Filter(actor="islamic resistance"), "1"),
    (Filter(actor="fighters river"), "2"),
    (Filter(actor="100%"), ""),
    (Filter(type="Armed clash"), "2"),
    (Filter(type="Explosions/Remote violence"), "13"),
    (Filter(text="AIRBASE"), "1"),
    (Filter(text="soldiers' families"), "2"),
    (Filter(text="asad rocket"), "1"),
    (Filter(text="asad clash"), ""),
    (Filter(text='") OR "a" NEAR('), ""),
    (Filter(text="…"), ""),
    (Filter(country="IQ", actor="iri", type="Shelling/artillery/missile attack", text="asad"), "1"),
]


@pytest.mark.parametrize(("wish", "found"), FILTERS)
def test_filters(store: Store, wish: Filter, found: str) -> None:
    numbers = {store.add(report, AT).created[0]: str(n) for n, report in enumerate((FIRST, SECOND, THIRD), 1)}
    assert "".join(numbers[incident.id] for incident in store.incidents(wish)) == found


def test_reports_by_date_and_publisher(store: Store) -> None:
    for report in (THIRD, SECOND, FIRST):
        store.add(report, AT)
    assert list(store.reports()) == [FIRST, SECOND, THIRD]
    assert list(store.reports(since=date(2024, 3, 3), until=date(2024, 3, 3))) == [SECOND]
    assert list(store.reports(until=date(2024, 3, 2))) == [FIRST]
    assert list(store.reports(publisher="Herald")) == [THIRD]


def test_a_batch_is_kept_whole_or_not_at_all(store: Store) -> None:
    def broken() -> Iterator[Report]:
        yield FIRST
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.add_all(broken(), AT)
    assert list(store.reports()) == []
    assert [added.new for added in store.add_all([FIRST, SECOND, FIRST], AT)] == [True, True, False]


def test_a_moment_needs_its_offset(store: Store) -> None:
    with pytest.raises(ValueError, match="offset"):
        store.add(FIRST, datetime(2024, 1, 1))  # noqa: DTZ001 - the naive moment is what is tested
    assert list(store.reports()) == []


def test_records_are_the_contracts(store: Store) -> None:
    store.add(FIRST, AT)
    record = json.decode(json.encode(only(store)))
    assert record["schema"] == "dateline.incident/1"
    assert record["casualties"][0]["evidence"][0]["report"] == FIRST.id


def test_nodes_of_nothing(store: Store) -> None:
    with store._reading() as connection:  # noqa: SLF001
        assert nodes(connection, ()) == {}
