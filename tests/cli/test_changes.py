"""What changed between revisions, in words."""

from msgspec.structs import replace

from dateline.cli.changes import changes, field_words
from dateline.model.incident import Incident, Review
from dateline.store import open_store
from tests.cli.stocked import strike
from tests.store.factories import AT, a_casualty, a_party, a_weapon


def incident() -> Incident:
    with open_store("sqlite://") as store:
        store.add(strike(3, "Gazette", "2024-01-21", "Sirens sounded."), AT)
        [found] = store.incidents()
    return found


def test_equal_revisions_differ_in_nothing() -> None:
    assert list(changes(incident(), incident())) == []


def test_what_is_new_gone_and_otherwise() -> None:
    old = incident()
    new = replace(
        old,
        sub_event_type="Air/drone strike",
        place=None,
        perpetrators=(a_party("Red Brigade"),),
        weapons=(*old.weapons, a_weapon("drone")),
        casualties=(a_casualty(5), a_casualty(2, "missing")),
        outcome=None,
        review=Review(status="confirmed", by="Ada", at=None),
    )
    found = set(changes(old, new))
    assert found == {
        "type: Shelling/artillery/missile attack → Air/drone strike",
        "place: Asad Airbase, Anbar, IQ → place not told",
        "outcome: most intercepted, some hit → not told",
        "review: unreviewed → confirmed",
        "toll: 3 people killed → 5 people killed",
        "toll: − ≥ 4 people injured",
        "toll: + 2 people missing",
        "who: + Red Brigade",
        "who: − Islamic Resistance (claims it)",
        "with: + drone",
    }


def test_fields_have_names_for_people() -> None:
    assert field_words("casualties.killed.state:IQ:military") == "toll: killed state:IQ:military"
    assert field_words("outcome.intercepted") == "outcome: intercepted"
    assert field_words("sub_event_type") == "sub event type"
