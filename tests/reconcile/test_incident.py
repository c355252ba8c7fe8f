"""Many tellings, one incident: each field by its rule, whose word it is, and what contests it."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.link.told import Told, told_by
from dateline.model.codes import CorroborationLevel, Share
from dateline.model.incident import Incident
from dateline.model.report import Report
from dateline.model.values import Outcome
from dateline.reconcile import reconcile, same_content
from tests.store.factories import (
    AT,
    a_casualty,
    a_party,
    a_place,
    a_time,
    a_word,
    an_event,
    nowhere,
    told,
)
from tests.store.strategies import reports


def incident(*tellings: Told, copies: dict[str, str] | None = None) -> Incident:
    return reconcile("inc-1", 1, AT, tellings, copies or {})


def test_the_type_most_sources_give_stands_and_the_rest_is_kept() -> None:
    found = incident(
        told("a", an_event(sub_type="Suicide bomb")),
        told("b", an_event(sub_type="Suicide bomb")),
        told("c", an_event(sub_type="Armed clash")),
    )
    assert (found.event_type, found.sub_event_type) == ("Explosions/Remote violence", "Suicide bomb")
    assert [d.field for d in found.disagreements] == ["event_type", "sub_event_type"]
    assert found.corroboration.level == "contested"


def test_between_as_many_sources_the_more_specific_type_stands() -> None:
    found = incident(told("a", an_event(sub_type="Attack")), told("b", an_event(sub_type="Sexual violence")))
    assert found.sub_event_type == "Sexual violence"
    assert found.corroboration.level == "corroborated"


def test_a_precise_time_wins_over_vague_ones_that_allow_it() -> None:
    hour = a_time("2024-01-20T18:30:00+03:00", "minute")
    vague = [told("a", an_event()), told("b", an_event(time=a_time("2024-01-19", "week", end="2024-01-25")))]
    found = incident(*vague, told("c", an_event(time=hour)), told("d", an_event(time=a_time(None, "unknown"))))
    assert found.time == hour
    assert found.disagreements == ()


def test_times_that_exclude_each_other_are_kept() -> None:
    days = ["2024-01-20", "2024-01-20", "2024-01-22"]
    found = incident(*(told(f"r{i}", an_event(time=a_time(day))) for i, day in enumerate(days)))
    assert found.time.start == "2024-01-20"
    [clash] = found.disagreements
    assert [(v.value["start"], v.reports) for v in clash.values] == [
        ("2024-01-20", ("r0", "r1")),
        ("2024-01-22", ("r2",)),
    ]


def test_a_lone_odd_hour_does_not_win_by_precision() -> None:
    odd = told("c", an_event(time=a_time("2024-01-25T10:00:00", "minute")))
    found = incident(told("a", an_event()), told("b", an_event()), odd)
    assert found.time.start == "2024-01-20"


def test_a_date_of_publication_excludes_nothing() -> None:
    found = incident(told("a", an_event()), told("b", an_event(time=a_time("2024-01-22", basis="publication"))))
    assert (found.time.start, found.disagreements) == ("2024-01-20", ())


def test_without_any_time_it_stays_unknown() -> None:
    assert incident(told("a", an_event(time=a_time(None, "unknown")))).time.start is None


def test_a_precise_place_wins_and_gathers_its_evidence() -> None:
    base = a_place("Asad", facility="Asad Airbase", precision=1)
    found = incident(
        told("a", an_event(place=a_place("Anbar", precision=3, at=(33.0, 42.5)))),
        told("b", an_event(place=base)),
        told("c", an_event(place=base)),
        told("d", an_event(placeless=True)),
    )
    assert found.place is not None
    assert found.place.facility == "Asad Airbase"
    assert [span.report for span in found.place.evidence] == ["b", "c"]
    assert found.disagreements == ()


def test_far_places_disagree() -> None:
    found = incident(told("a", an_event()), told("b", an_event(place=a_place("Kut", at=(32.5, 45.8)))))
    [clash] = found.disagreements
    assert (clash.field, [v.value["name"] for v in clash.values]) == ("place", ["Kut", "Harran"])
    assert clash.values[1].value["evidence"][0]["report"] == "a"


def test_places_without_points_are_compared_by_country_and_name() -> None:
    unmapped = [a_place(name, at=None, country=country) for name, country in (("Harran", "IQ"), ("Harran", "SY"))]
    assert [d.field for d in incident(*_at(unmapped)).disagreements] == ["place"]
    assert incident(*_at([unmapped[0], a_place("al Harran", at=None)])).disagreements == ()


def _at(places: Sequence[object]) -> list[Told]:
    return [told(f"r{i}", an_event(place=place)) for i, place in enumerate(places)]  # type: ignore[arg-type]


def test_no_place_is_no_place() -> None:
    assert incident(told("a", an_event(placeless=True))).place is None


def test_parties_are_one_by_id_or_name_and_keep_who_says_so() -> None:
    found = incident(
        told("a", an_event(perpetrators=[a_party("the Islamic Resistance", certainty="suspected", says=["Police"])])),
        told("b", an_event(perpetrators=[a_party("Islamic Resistance", "iri", says=["CENTCOM"])])),
        told("c", an_event(perpetrators=[a_party("IRI", "iri", kind="unknown", certainty="claimed", says=["IRI"])])),
        told("d", an_event(perpetrators=[a_party("gunmen", kind="unknown", certainty="alleged")])),
    )
    first, second = found.perpetrators
    assert (first.actor_id, first.certainty, first.kind) == ("iri", "asserted", "political_militia")
    assert first.according_to == ("CENTCOM", "IRI", "Police")
    assert [span.report for span in first.evidence] == ["a", "b", "c"]
    assert (second.name, second.kind) == ("gunmen", "unknown")


def test_claims_and_denials_stand_side_by_side() -> None:
    militia, army = a_party("The Militia", "m"), a_party("The Army", "a")
    found = incident(
        told("a", an_event(responsibility=[a_word(militia, "claims")])),
        told("b", an_event(responsibility=[a_word(militia, "claims"), a_word(army, "blames", militia)])),
        told("c", an_event(responsibility=[a_word(army, "denies")])),
    )
    assert [(r.speaker.actor_id, r.stance) for r in found.responsibility] == [
        ("a", "blames"),
        ("a", "denies"),
        ("m", "claims"),
    ]
    assert {span.report for span in found.responsibility[2].evidence} == {"a", "b"}
    assert found.responsibility[0].object is not None
    assert found.corroboration.level == "contested"


def an_outcome(intercepted: Share | None, impacted: Share | None, damage: str | None = None) -> Outcome:
    return Outcome(intercepted=intercepted, impacted=impacted, damage=damage, evidence=nowhere("intercepted"))


def test_outcomes_are_united() -> None:
    outcomes = [an_outcome("most", "some"), an_outcome("most", None, "a hangar"), an_outcome("all", None)]
    found = incident(*(told(f"r{i}", replace(an_event(), outcome=o)) for i, o in enumerate(outcomes)))
    assert found.outcome is not None
    assert (found.outcome.intercepted, found.outcome.impacted, found.outcome.damage) == ("most", "some", "a hangar")
    assert [d.field for d in found.disagreements] == ["outcome.intercepted"]


CENTCOM = an_event(perpetrators=[a_party("M", says=["CENTCOM"])], casualties=[a_casualty(1, says=["CENTCOM"])])
CLAIM = an_event(responsibility=[a_word(a_party("M"), "claims")], casualties=[a_casualty(1, says=["CENTCOM"])])
PLAIN = an_event(casualties=[a_casualty(1)])
VOICES: list[tuple[str, list[Told], dict[str, str], int, CorroborationLevel]] = [
    ("one report", [told("a", PLAIN)], {}, 1, "single_source"),
    ("two outlets", [told("a", PLAIN), told("b", PLAIN)], {}, 2, "corroborated"),
    ("one outlet twice", [told("a", PLAIN, "G"), told("b", PLAIN, "G")], {}, 1, "single_source"),
    ("two copies", [told("a", PLAIN), told("b", PLAIN)], {"a": "a", "b": "a"}, 1, "single_source"),
    ("copies and a third", [told("a", PLAIN), told("b", PLAIN), told("c", PLAIN)], {"a": "a", "b": "a"}, 2,
     "corroborated"),
    ("one statement in three outlets", [told(r, CENTCOM) for r in "abc"], {}, 1, "single_source"),
    ("a statement and an outlet's own word", [told("a", CENTCOM), told("b", PLAIN)], {}, 2, "corroborated"),
    ("a statement and a claim", [told("a", CENTCOM), told("b", CLAIM)], {}, 2, "corroborated"),
    ("both in one report", [told("a", CLAIM)], {}, 1, "single_source"),
    ("targets by one speaker alone", [told(r, an_event(targets=[a_party("T", says=["Police"])])) for r in "ab"], {}, 1,
     "single_source"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("tellings", "copies", "sources", "level"), [v[1:] for v in VOICES], ids=[v[0] for v in VOICES]
)
def test_independent_sources(
    tellings: list[Told], copies: dict[str, str], sources: int, level: CorroborationLevel
) -> None:
    found = incident(*tellings, copies=copies).corroboration
    assert (found.independent_sources, found.level) == (sources, level)
    assert found.reports == len(tellings)


def test_recollections_are_listed_and_not_counted() -> None:
    found = incident(told("a", PLAIN), told("b", an_event(status="background", casualties=[a_casualty(9)])))
    assert [link.id for link in found.reports] == ["a", "b"]
    assert (found.corroboration.reports, found.corroboration.independent_sources) == (1, 1)
    assert found.casualties[0].quantity.best == 1


def test_a_report_that_it_did_not_happen_contests_it() -> None:
    found = incident(told("a", PLAIN), told("b", an_event(status="denied")))
    assert found.corroboration.level == "contested"
    assert [d.field for d in found.disagreements] == ["status"]


def test_unrelated_known_perpetrators_contest_it_and_affiliates_do_not() -> None:
    tellings = [told(r, an_event(perpetrators=[a_party(r.upper(), r)])) for r in "ab"]
    assert incident(*tellings).corroboration.level == "contested"
    found = reconcile("i", 1, AT, tellings, {}, affiliated=lambda a, b: {a, b} == {"a", "b"})
    assert (found.corroboration.level, found.disagreements) == ("corroborated", ())


def test_what_nobody_brings_as_news_is_no_incident() -> None:
    with pytest.raises(ValueError, match="no report brings it as news"):
        incident(told("a", an_event(status="background")))


def test_first_reported_is_the_first_publication_or_else_receipt() -> None:
    dated = [told("a", PLAIN, published="2024-01-22"), told("b", PLAIN, published="2024-01-21T09:00:00Z")]
    assert incident(*dated).first_reported_at == "2024-01-21T09:00:00Z"
    undated = reconcile("i", 1, AT, [told("a", PLAIN, published=None)], {}, first_received_at="2024-01-23")
    assert undated.first_reported_at == "2024-01-23"


def test_number_and_time_of_a_revision_are_not_its_content() -> None:
    one, other = (reconcile("i", n, AT + timedelta(n), [told("a", PLAIN)], {}) for n in (1, 2))
    assert same_content(one, other)
    assert not same_content(one, incident(told("a", PLAIN)))


@given(st.lists(reports(), min_size=1, max_size=5, unique_by=lambda r: r.id), st.permutations(range(15)))
def test_order_does_not_matter_and_every_span_is_of_a_report(given: list[Report], order: list[int]) -> None:
    tellings = [one for report in given for one in told_by(report)]
    if not any(one.event.status == "occurred" for one in tellings):
        return
    found = incident(*tellings)
    shuffled = [tellings[i] for i in order if i < len(tellings)]
    assert incident(*shuffled) == found
    texts = {report.id: report.text for report in given}
    evidence = [party.evidence for party in (*found.perpetrators, *found.targets)]
    evidence += [weapon.evidence for weapon in found.weapons]
    evidence += [row.evidence for row in found.casualties]
    evidence += [row.evidence for row in found.responsibility]
    spans = [span for row in evidence for span in row]
    spans += [] if found.place is None else found.place.evidence
    assert all(texts[span.report or ""][span.start : span.end] == span.quote for span in spans)
