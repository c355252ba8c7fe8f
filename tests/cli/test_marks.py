"""Marks in a text: of every kind, nested, never crossing."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.cli.marks import KINDS, Mark, _nested, marks
from dateline.cli.render_text import FOLDED, kinds_in, legend, marked_text
from dateline.model.report import Figure, Report, Statement
from dateline.model.values import Quantity, Span
from tests.store.factories import (
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

EVENT = an_event(
    time=a_time("2024-01-20"),
    place=a_place("Harran"),
    perpetrators=[a_party("Red Brigade", "red")],
    weapons=[a_weapon("rocket")],
    casualties=[a_casualty(at_least(12))],
    responsibility=[a_word(a_party("Blue Front"), "denies")],
    says="On 2024-01-20 a base was hit.",
)


def words(report: Report) -> list[tuple[str, str]]:
    return [(mark.kind, report.text[mark.start : mark.end]) for mark in marks(report)]


def test_each_kind_of_find_is_marked_with_its_words() -> None:
    found = words(a_report(EVENT))
    assert ("actor", "Red Brigade") in found
    assert ("place", "Harran") in found
    assert ("time", "2024-01-20") in found
    assert ("weapon", "rocket") in found
    assert ("toll", "at least 12 people killed") in found
    assert ("speaker", "Blue Front") in found


def test_triggers_figures_and_statements_are_marked() -> None:
    report = a_report(text="The army said about 140 attacks came since May.")
    speaker = replace(a_party("army"), evidence=(Span(4, 8, "army"),))
    whole = Span(0, len("The army said about 140 attacks came since May."), report.text[:47])
    figure = Figure(
        kind="attack_tally",
        what="attacks",
        quantity=Quantity(None, None, 140, "about", "about 140"),
        perpetrators=(),
        targets=(),
        weapons=(),
        places=(),
        since=replace(a_time("2024-05", "month"), text="May"),
        until=None,
        speaker=speaker,
        evidence=(whole,),
    )
    statement = Statement(
        speaker=speaker, cue="said", channel=None, said_at=None, direct=False, content=whole, evidence=(whole,)
    )
    event = replace(an_event(placeless=True), trigger=Span(24, 31, "attacks"), evidence=(whole,))
    shown = words(replace(report, events=(event,), figures=(figure,), statements=(statement,)))
    assert shown == [("speaker", "army"), ("figure", "about 140"), ("event", "attacks"), ("time", "May")]


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 9), st.sampled_from(KINDS))


@given(st.lists(SPANS))
def test_marks_never_cross(spans: list[tuple[int, int, str]]) -> None:
    given_marks = [Mark(start, start + length, kind) for start, length, kind in spans]  # type: ignore[arg-type]
    found = list(_nested(sorted(given_marks, key=lambda m: (m.start, -m.end))))
    for i, one in enumerate(found):
        assert one.start < one.end
        for other in found[i + 1 :]:
            apart = other.start >= one.end
            assert apart or other.end <= one.end


def test_without_colour_finds_stand_in_brackets() -> None:
    shown = marked_text(a_report(EVENT, text="Shells fell."), colour=False).plain
    assert "[place:Harran]" in shown
    assert "[toll:at least 12 people killed]" in shown


def test_with_colour_the_text_is_as_it_was() -> None:
    report = a_report(EVENT)
    shown = marked_text(report, colour=True)
    assert shown.plain == report.text.rstrip()
    assert len(shown.spans) == len(marks(report))


@given(st.lists(SPANS, max_size=8))
def test_brackets_close_and_leave_the_words(spans: list[tuple[int, int, str]]) -> None:
    text = "a" * 40
    event = an_event(placeless=True)
    parties = [
        replace(a_party("x"), evidence=(Span(start, start + length, text[start : start + length]),))
        for start, length, _ in spans
    ]
    event = replace(event, perpetrators=tuple(parties), evidence=(Span(0, 1, "a"),))
    shown = marked_text(replace(a_report(text=text), text=text, events=(event,)), colour=False).plain
    assert shown.count("[") == shown.count("]")
    assert shown.replace("[actor:", "").replace("]", "") == text


def test_a_long_repeat_is_folded_and_a_short_one_dimmed() -> None:
    body = "b" * (FOLDED + 1)
    text = f"one {body} two {body}"
    again = text.rindex(body)
    report = replace(a_report(), text=text, repeats=(Span(again, len(text), body),))
    shown = marked_text(report, colour=True).plain
    assert shown.count(body) == 1
    assert f"{len(body):,} characters that repeat" in shown
    short = replace(a_report(), text="one b two b", repeats=(Span(10, 11, "b"),))
    assert marked_text(short, colour=True).plain == "one b two b"


def test_the_legend_names_the_kinds_that_occur() -> None:
    report = a_report(EVENT)
    assert kinds_in(report) == ("toll", "weapon", "speaker", "actor", "place", "time")
    assert legend(("toll", "place"), colour=True).plain == "marked:  toll  place"
    assert legend(("toll", "place"), colour=False).plain == "marked:  [toll:…]  [place:…]"
