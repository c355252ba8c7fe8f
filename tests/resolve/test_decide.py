"""Rules and encoder together: every value says who read it and how surely, and what one misses the other finds."""

from collections.abc import Iterator

import pytest

from dateline.ingest.read import read_text
from dateline.model.report import Event, Report
from dateline.resolve.report import Reader, read_report

AMBUSH = (
    "GAO, Mali - Gunmen ambushed an army convoy near Ansongo on Thursday morning, killing at least seven soldiers, the "
    "Malian military said in a statement. Three people were wounded."
)
STRIKES = "Warplanes bombed the towns of Sarmin, Binnish and Taftanaz in Idlib on Tuesday, killing 12 people."


def read(text: str, reader: Reader = "both") -> Report:
    return read_report(read_text(text, published="2025-02-07"), reader=reader)


def values(event: Event) -> Iterator[tuple[float | None, str | None]]:
    yield event.confidence, event.read_by
    yield event.status_confidence, event.read_by
    yield event.sub_type_confidence, event.read_by
    yield from ((row.confidence, row.read_by) for row in (*event.perpetrators, *event.targets))
    yield from ((row.confidence, row.read_by) for row in event.weapons)
    yield from ((row.confidence, row.read_by) for row in event.casualties)
    for one in (event.time, event.place):
        if one is not None and (one.read_by is not None or one.confidence is not None):
            yield one.confidence, one.read_by


@pytest.mark.parametrize("text", [AMBUSH, STRIKES])
def test_every_value_says_how_sure_it_is_and_who_read_it(text: str) -> None:
    events = read(text).events
    assert events
    for event in events:
        for confidence, by in values(event):
            assert confidence is not None
            assert 0 < confidence < 1
            assert by in {"rules", "encoder", "both"}


def test_both_find_the_ambush() -> None:
    event = read(AMBUSH).events[0]
    assert event.read_by == "both"
    assert event.sub_event_type == "Armed clash"
    assert event.place is not None
    assert event.place.name == "Ansongo"
    assert event.time.start == "2025-02-06T06:00:00+00:00"
    assert {(row.kind, row.quantity.min) for row in event.casualties} >= {("killed", 7)}


def test_rules_alone_say_nothing_of_confidence() -> None:
    event = read(AMBUSH, "rules").events[0]
    assert event.confidence is None
    assert event.read_by is None


def test_the_encoder_alone_finds_it_too() -> None:
    [event, *_] = read(AMBUSH, "encoder").events
    assert event.read_by == "encoder"
    assert event.sub_event_type == "Armed clash"


def test_a_list_of_places_gives_an_event_for_each_and_the_toll_once() -> None:
    events = read(STRIKES).events
    assert [event.place.name for event in events if event.place] == ["Sarmin", "Binnish", "Taftanaz"]
    assert [len(event.casualties) for event in events] == [1, 0, 0]
    assert events[0].shared_with == ("e2", "e3")


def test_a_match_in_war_words_tells_no_event() -> None:
    text = (
        "Barcelona destroyed Real Madrid 4-0 in the league on Sunday. The strikers bombarded the goal from the first "
        "minute, and the defence collapsed under the attack before half-time."
    )
    assert read(text).events == ()


def test_a_passage_told_twice_counts_once() -> None:
    body = f"{AMBUSH}\nThe convoy was on its way to Menaka."
    once, twice = read(body), read(f"{body}\n{body}")
    starts = [[e.trigger.start for e in report.events if e.trigger] for report in (once, twice)]
    assert starts[0] == starts[1]
