"""The real report that must always read right, with and without its publication date: every row of its table.

The report is not the project's to ship: it lies beside the checkout, and a checkout without it skips these tests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model.report import Event, Figure, Report
from dateline.model.values import Party
from dateline.pipeline import extract

FILE = Path(__file__).parents[2] / "shared" / "example_report.txt"
CENTCOM = "US Central Command (CENTCOM)"

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the example report does not lie beside this checkout")


@pytest.fixture(scope="module", params=[None, "2024-01-21"], ids=["undated", "dated"])
def record(request: pytest.FixtureRequest) -> Report:
    return extract(FILE.read_text(encoding="utf-8"), published=request.param)


@pytest.fixture
def attack(record: Report) -> Event:
    [event] = [event for event in record.events if event.status == "occurred"]
    return event


def named(parties: tuple[Party, ...], name: str) -> Party:
    [found] = [party for party in parties if party.name == name]
    return found


def figure(record: Report, kind: str, best: int) -> Figure:
    [found] = [f for f in record.figures if f.kind == kind and f.quantity.best == best]
    return found


def test_it_was_filed_in_erbil(record: Report) -> None:
    assert record.dateline is not None
    assert (record.dateline.name, record.dateline.admin1, record.dateline.country) == (
        "Erbil",
        "Kurdistan Region",
        "IQ",
    )


def test_its_publication_follows_from_its_weekdays(record: Report) -> None:
    assert record.published_at == "2024-01-21"


def test_the_second_copy_of_the_body_repeats(record: Report) -> None:
    [repeat] = record.repeats
    assert repeat.quote.startswith("“At approximately 6:30 p.m.")
    assert record.text.count("“At approximately 6:30 p.m.") == 2
    assert all(span.start < repeat.start for event in record.events for span in event.evidence)


def test_the_one_attack_is_a_missile_attack(attack: Event) -> None:
    assert (attack.event_type, attack.sub_event_type) == (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    )


def test_it_happened_on_saturday_evening(attack: Event) -> None:
    assert (attack.time.start, attack.time.timezone, attack.time.precision) == (
        "2024-01-20T18:30:00+03:00",
        "Asia/Baghdad",
        "minute",
    )


def test_its_year_follows_from_weekday_and_date() -> None:
    [event] = [e for e in extract(FILE.read_text(encoding="utf-8")).events if e.status == "occurred"]
    assert event.time.basis == "weekday"


def test_it_struck_al_asad_airbase(attack: Event) -> None:
    place = attack.place
    assert place is not None
    assert (place.name, place.admin1, place.country, place.geo_precision) == ("al-Asad Airbase", "Anbar", "IQ", 1)
    assert (round(place.lat or 0, 1), round(place.lon or 0, 1)) == (33.8, 42.4)
    assert "al-Assad Airbase" in {span.quote for span in place.evidence}


def test_who_did_it_and_by_whose_word(attack: Event) -> None:
    militants = named(attack.perpetrators, "Iranian-backed militants")
    assert militants.according_to == (CENTCOM,)
    claimant = named(attack.perpetrators, "Islamic Resistance in Iraq")
    assert (claimant.certainty, claimant.according_to) == ("claimed", ("Islamic Resistance in Iraq",))
    assert len(attack.perpetrators) == 2


def test_whom_it_struck(attack: Event) -> None:
    names = {party.name for party in attack.targets}
    assert {"al-Assad Airbase", "US-led coalition (CJTF-OIR)", "US personnel"} <= names


def test_with_what(attack: Event) -> None:
    weapons = {weapon.type: weapon.quantity for weapon in attack.weapons}
    assert set(weapons) == {"ballistic_missile", "rocket"}
    missiles = weapons["ballistic_missile"]
    assert missiles is not None
    assert (missiles.hedge, missiles.text) == ("vague", "multiple")


def test_its_toll(attack: Event) -> None:
    rows = {(row.kind, row.group): row for row in attack.casualties}
    soldier = rows["injured", "Iraqi service member"]
    assert (soldier.quantity.min, soldier.quantity.hedge, soldier.according_to) == (1, "at_least", (CENTCOM,))
    lede = rows["injured", "US personnel"]
    assert (lede.certainty, lede.quantity.hedge) == ("suspected", "vague")
    checked = rows["under_evaluation", "U.S. personnel"]
    assert (checked.quantity.hedge, checked.quantity.text) == ("vague", "A number of")
    assert checked.condition == "traumatic brain injuries"
    assert len(rows) == 3


def test_most_were_intercepted_and_some_hit(attack: Event) -> None:
    assert attack.outcome is not None
    assert (attack.outcome.intercepted, attack.outcome.impacted) == ("most", "some")


def test_it_was_claimed_on_telegram(attack: Event) -> None:
    [claim] = attack.responsibility
    assert (claim.speaker.name, claim.stance, claim.channel) == ("Islamic Resistance in Iraq", "claims", "telegram")


def test_the_tally_is_a_figure(record: Report) -> None:
    tally = figure(record, "attack_tally", 140)
    assert tally.quantity.hedge == "about"
    assert set(tally.weapons) == {"rocket", "drone"}
    assert set(tally.places) == {"IQ", "SY"}
    assert tally.since is not None
    assert (tally.since.start, tally.since.end, tally.since.precision) == ("2023-10-11", "2023-10-20", "week")
    assert len(tally.targets) == 2
    assert tally.speaker is not None
    assert (tally.speaker.name, tally.speaker.title) == ("Sabrina Singh", "Pentagon Deputy Press Secretary")


@pytest.mark.parametrize(("best", "country"), [(2500, "IQ"), (900, "SY")])
def test_force_levels_are_figures(record: Report, best: int, country: str) -> None:
    level = figure(record, "force_level", best)
    assert (level.quantity.hedge, level.places) == ("about", (country,))


def test_who_said_what(record: Report) -> None:
    said = [(s.speaker.name, s.direct) for s in record.statements]
    assert said.count((CENTCOM, True)) == 3
    assert any(name == "Islamic Resistance in Iraq" for name, _ in said)
    [singh] = [s for s in record.statements if s.speaker.name == "Sabrina Singh"]
    assert singh.said_at is not None
    assert singh.said_at.start == "2024-01-18"
    sudani = [s for s in record.statements if s.speaker.name == "Mohammed Shia’ al-Sudani"]
    assert all(s.direct and s.said_at is not None and s.said_at.start == "2024-01-18" for s in sudani)
    words = " ".join(s.content.quote for s in sudani)
    assert "“necessary”" in words
    assert "to maintain constructive bilateral relations" in words


def test_history_is_background(record: Report) -> None:
    recalled = [e for e in record.events if e.status == "background"]
    defeats = {(e.place.country, e.time.start) for e in recalled if e.place is not None}
    assert {("IQ", "2017"), ("SY", "2019")} <= defeats
    assert all(e.status in {"occurred", "background"} for e in record.events)
