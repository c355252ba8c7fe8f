"""`dateline show`, `reports`, `report` and `tour` on a store of ours."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from dateline.cli import OK, UNREADABLE, run
from dateline.cli.dossier import Dispute, Side
from dateline.cli.program import program
from dateline.cli.render_dossier import SIDES, print_disputes
from dateline.cli.sources import cited_as
from dateline.model.incident import Incident, ReportLink
from dateline.store import open_store
from tests.cli.stocked import stock


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Incident, Incident]:
    path = tmp_path_factory.mktemp("stock") / "x.db"
    told, other = stock(path)
    return str(path), told, other


def shown(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(arguments) == OK
    return capfd.readouterr().out


def test_the_dossier_says_who_says_what(
    stocked: tuple[str, Incident, Incident], capfd: pytest.CaptureFixture[str]
) -> None:
    db, told, _ = stocked
    out = " ".join(shown(capfd, "show", told.id[:12], "--db", db).split())
    for words in (
        "Shelling/artillery/missile attack (Explosions/Remote violence)",
        "2024-01-20 18:30 · Asad Airbase, Anbar, IQ",
        "3 reports, 3 publishers",
        f"{told.id} · revision {told.revision}",
        "Islamic Resistance (claims it)",
        "rocket (5)",
        "most intercepted, some hit",
        "Islamic Resistance claims it",
        "Gazette, 2024-01-21: “Asad Airbase”",
        "What is disputed toll: killed people",
        "says the ministry",
        "says hospital staff",
        "Tolls by report",
        "the same text: Gazette",
        "first told",
        "told by: 1 report, 1 publisher → 2 reports, 2 publishers",
        "toll: 3 people killed → 3–5 people killed",
        "report: Courier, 2024-01-22",
    ):
        assert words in out, words


def test_an_id_is_found_by_its_beginning_with_or_without_prefix(
    stocked: tuple[str, Incident, Incident], capfd: pytest.CaptureFixture[str]
) -> None:
    db, told, _ = stocked
    assert told.id in shown(capfd, "show", told.id.removeprefix("inc-")[:8], "--db", db)
    assert run(["show", "nothing", "--db", db]) == UNREADABLE
    assert "begins with nothing" in capfd.readouterr().err


def test_what_nobody_tells_is_said_so(
    stocked: tuple[str, Incident, Incident], capfd: pytest.CaptureFixture[str]
) -> None:
    db, _, other = stocked
    out = shown(capfd, "show", other.id, "--db", db)
    assert "place not told" in out
    assert "date not told" in out
    assert "Tolls by report" not in out
    assert "What is disputed" not in out


def test_a_person_s_decision_is_a_revision(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from tests.store.factories import AT  # noqa: PLC0415

    path = tmp_path / "x.db"
    told, _ = stock(path)
    with open_store(str(path)) as store:
        store.review(told.id, "confirm", by="Ada", at=AT)
    out = shown(capfd, "show", told.id, "--db", str(path))
    assert "a person's decision" in out
    assert "confirmed by Ada" in out
    assert "review: unreviewed → confirmed" in out


def test_reports_are_listed_and_written(
    stocked: tuple[str, Incident, Incident], capfd: pytest.CaptureFixture[str]
) -> None:
    db, _, _ = stocked
    out = shown(capfd, "reports", "--db", db)
    assert "Gazette Mirror" in out
    assert "4 reports" in out
    lines = shown(capfd, "reports", "--db", db, "--format", "jsonl", "--publisher", "Courier").splitlines()
    assert [json.loads(line)["publisher"] for line in lines] == ["Courier"]
    assert run(["reports", "--db", db, "--since", "2030-01-01"]) == OK
    assert "no such report" in capfd.readouterr().err


def test_a_report_is_shown_marked_or_as_its_record(
    stocked: tuple[str, Incident, Incident], capfd: pytest.CaptureFixture[str]
) -> None:
    db, told, _ = stocked
    report = told.reports[0]
    assert "[place:Asad Airbase]" in shown(capfd, "report", report.id[:10], "--db", db)
    assert json.loads(shown(capfd, "report", report.id, "--db", db, "--format", "jsonl"))["id"] == report.id
    assert run(["report", "nothing", "--db", db]) == UNREADABLE


def test_the_tour_has_commands_that_run(
    stocked: tuple[str, Incident, Incident], capfd: pytest.CaptureFixture[str]
) -> None:
    db, told, _ = stocked
    out = shown(capfd, "tour", "--db", db)
    commands = [line.split("  ")[1].split() for line in out.splitlines()[1:]]
    show, report, incidents = commands[:3]
    assert told.id.removeprefix("inc-").startswith(show[2])
    for command in (show, report, incidents):
        assert run(command[1:]) == OK


def test_the_tour_of_an_empty_store_begins_at_the_beginning(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    db = str(tmp_path / "empty.db")
    open_store(db).close()
    assert "ingest PATH" in shown(capfd, "tour", "--db", db)


def test_reports_are_cited_by_publisher_and_day_or_by_id() -> None:
    link = ReportLink(id="abcdef012345", uri=None, publisher="A", published_at="2024-01-21T10:00:00Z", events=("e1",))
    assert cited_as(link) == "A, 2024-01-21"
    assert cited_as(ReportLink(id=link.id, uri=None, publisher=None, published_at=None, events=())) == "report abcdef01"


def test_many_sides_of_a_dispute_stand_below_each_other() -> None:
    sides = tuple(Side(str(n), f"Outlet {n}", "") for n in range(SIDES + 1))
    file = io.StringIO()
    print_disputes([Dispute("toll", sides)], Console(file=file, width=100))
    lines = [line.split() for line in file.getvalue().splitlines()]
    assert ["4", "Outlet", "4", "in", "the", "report's", "own", "voice"] in lines


def test_commands_to_paste_name_the_program_as_it_was_called(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.argv", [str(tmp_path / ".venv" / "bin" / "dateline")])
    assert program() == ".venv/bin/dateline"
    monkeypatch.setattr("sys.argv", ["/opt/dateline"])
    assert program() == "/opt/dateline"
    monkeypatch.setattr("sys.argv", [str(tmp_path / "__main__.py")])
    assert program() == "dateline"
