"""A report at the terminal: every kind of find on its card."""

import io

import pytest
from msgspec.structs import replace
from rich.console import Console

from dateline.cli.render_events import EventTable
from dateline.cli.render_report import print_report
from dateline.model.report import Figure, Report, Statement
from dateline.model.values import Span
from tests.cli.stocked import strike
from tests.store.factories import a_party, a_report, a_time, about, an_event


def a_full_report() -> Report:
    report = strike(3, "Gazette", "2024-01-21", "Sirens sounded.", ("the ministry",))
    spokesman = replace(a_party("A. Speaker"), title="spokesman", organization="the ministry")
    words = Span(0, 15, report.text[:15])
    figure = Figure(
        kind="attack_tally",
        what="rocket attacks",
        quantity=about(140),
        perpetrators=(a_party("militias"),),
        targets=(a_party("bases"),),
        weapons=("rocket",),
        places=("IQ", "SY"),
        since=a_time("2023-10-11", "week", end="2023-10-20"),
        until=None,
        speaker=spokesman,
        evidence=(words,),
    )
    statement = Statement(
        speaker=spokesman,
        cue="said",
        channel="telegram",
        said_at=a_time("2024-01-21"),
        direct=True,
        content=words,
        evidence=(words,),
    )
    return replace(
        report,
        title="Strike on base",
        published_basis="inferred",
        dateline=report.events[0].place,
        figures=(figure,),
        statements=(statement,),
        warnings=("the text is cut off",),
    )


def printed(report: Report, width: int = 100) -> str:
    file = io.StringIO()
    print_report(report, Console(file=file, width=width, markup=False, highlight=False))
    return file.getvalue()


def test_every_find_has_its_line() -> None:
    shown = " ".join(printed(a_full_report(), 300).split())
    for words in (
        "Strike on base",
        "Gazette · published 2024-01-21 (inferred) · filed from Asad Airbase, IQ",
        "when 2024-01-20 18:30",
        "where Asad Airbase, Anbar, IQ (33.00, 43.00) “Asad Airbase”",
        "who Islamic Resistance (claims it)",
        "whom garrison",
        "with rocket (5)",
        "toll 3 people killed, says the ministry",
        "outcome most intercepted, some hit",
        "claims Islamic Resistance claims it",
        "figure: rocket attacks · attack_tally",
        "count about 140",
        "since 2023-10-11 to 2023-10-20",
        "where IQ, SY",
        "says A. Speaker, spokesman, the ministry “Sirens sounded.”",
        "(telegram), 2024-01-21",
        "warning: the text is cut off",
    ):
        assert words in shown, words


@pytest.mark.parametrize("width", [60, 80, 120])
def test_lines_fit(width: int) -> None:
    assert max(map(len, printed(a_full_report(), width).splitlines())) <= min(width, 100)


def test_a_report_without_events_says_so() -> None:
    assert "No event was found" in printed(a_report())


@pytest.mark.parametrize("width", [80, 120, 200])
def test_events_take_one_line_each_under_one_heading(width: int) -> None:
    file = io.StringIO()
    table = EventTable(Console(file=file, width=width, markup=False, highlight=False))
    table.add(a_full_report())
    table.add(a_report())
    table.add(a_report(an_event(status="background")))
    heading, first, second = file.getvalue().splitlines()
    assert heading.startswith("report")
    assert "occurred" in first
    assert "background" in second
    assert max(map(len, (heading, first, second))) <= width
