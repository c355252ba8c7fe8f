"""Hypothesis strategies: events and reports that often, but not always, tell of the same things."""

from hypothesis import strategies as st

from dateline.model.codes import Status, SubEventType
from dateline.model.report import Event, Report
from tests.store.factories import (
    a_casualty,
    a_party,
    a_place,
    a_report,
    a_time,
    a_weapon,
    a_word,
    about,
    an_event,
    at_least,
    exactly,
)

TIMES = st.sampled_from(
    [
        a_time("2024-01-20"),
        a_time("2024-01-20T18:30:00+03:00", "minute"),
        a_time("2024-01-21"),
        a_time("2024-01-19", "week", end="2024-01-22"),
        a_time("2024-01-21", basis="publication"),
        a_time(None, "unknown"),
        a_time("2017", "year"),
    ]
)
PLACES = st.sampled_from(
    [
        a_place("Harran"),
        a_place("Kut", at=(32.5, 45.8)),
        a_place("Asad", facility="Asad Airbase", precision=1),
        a_place("Anbar", precision=3, at=(33.0, 42.0)),
    ]
)
STATUSES: st.SearchStrategy[Status] = st.sampled_from(
    ("occurred", "occurred", "occurred", "background", "denied", "threatened")
)
TYPES: st.SearchStrategy[SubEventType] = st.sampled_from(
    ("Shelling/artillery/missile attack", "Air/drone strike", "Armed clash")
)
MILITIA, ARMY, GUNMEN = a_party("Islamic Resistance", "iri"), a_party("The Army", "army"), a_party("gunmen")
SPEAKERS = st.sampled_from([(), ("CENTCOM",), ("Ministry of Health",)])
COUNTS = st.sampled_from([exactly(1), exactly(3), exactly(30), at_least(2), about(3), exactly(0)])


@st.composite
def events(draw: st.DrawFn, event_id: str = "e1") -> Event:
    """Draw an event from a small world."""
    says = draw(SPEAKERS)
    parties = st.lists(st.sampled_from([MILITIA, ARMY, GUNMEN]), max_size=2, unique=True)
    counts = draw(st.lists(COUNTS, max_size=2))
    claims = draw(st.lists(st.sampled_from([a_word(MILITIA, "claims"), a_word(ARMY, "denies")]), max_size=1))
    return an_event(
        event_id,
        draw(TYPES),
        status=draw(STATUSES),
        time=draw(TIMES),
        place=draw(PLACES),
        placeless=draw(st.integers(0, 4)) == 0,
        perpetrators=draw(parties),
        targets=draw(parties),
        weapons=[a_weapon(kind) for kind in draw(st.sets(st.sampled_from(["rocket", "drone"])))],  # type: ignore[arg-type]
        casualties=[a_casualty(count, says=says) for count in counts],
        responsibility=claims,
    )


WIRE = (
    "The wire said that a column of smoke rose over the district after nightfall and that ambulances "
    "were seen hurrying along the river road towards the old hospital while shops stayed shut."
)
EDITED = f"{WIRE} Readers should know that this was edited."
TEXTS = st.sampled_from([WIRE, EDITED, "A short word of its own.", "Other."])


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw a report of up to three events."""
    count = draw(st.integers(0, 3))
    return a_report(
        *(draw(events(f"e{i}")) for i in range(count)),
        publisher=draw(st.sampled_from(["Gazette", "Courier", "Herald", None])),
        published=draw(st.sampled_from(["2024-01-21", "2024-01-22T08:00:00Z", "2024-01-23", None])),
        uri=draw(st.sampled_from(["https://example.org/a", "https://example.org/b", None])),
        text=draw(TEXTS),
    )
