"""The command line as a whole: help, version, wrong usage, errors of one line, statuses."""

import importlib

import pytest

import dateline.cli
from dateline import __version__
from dateline.cli import FAULT, OK, STOPPED, UNREADABLE, WRONG_USAGE, run
from dateline.cli.commands import COMMANDS
from tests.cli.running import NEWS, call


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == OK
    shown = capsys.readouterr().out
    command = COMMANDS[name]
    assert command.summary in " ".join(shown.split())
    assert f"Usage: dateline {name}" in shown
    for example in command.examples.strip().splitlines():
        assert example in shown
    function = getattr(importlib.import_module(f"dateline.cli.{name}"), name)
    assert function.__doc__


def test_help_lists_every_command_without_loading_one() -> None:
    done = call("--help")
    assert done.returncode == OK
    assert all(name in done.stdout for name in COMMANDS)
    assert "Examples:" in done.stdout


def test_nothing_said_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == OK
    assert "Commands" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == OK
    assert capsys.readouterr().out.strip() == __version__


USAGE = [
    (["conquer"], "Unknown command"),
    (["extract"], "nothing to extract"),
    (["ingest"], "nothing to ingest"),
    (["extract", "x", "--published", "yesterday"], "not a date"),
    (["extract", "x", "--format", "xml"], "Choose from"),
    (["extract", "x", "--workers", "0"], "at least one process"),
    (["extract", "x", "--workers", "many"], "--workers"),
    (["extract", "--publishd", "x"], "unknown option --publishd"),
    (["incidents", "--since", "soon"], "--since"),
    (["incidents", "--type", "picnic"], "there are Battles"),
    (["incidents", "--country", "Atlantis"], "neither an ISO"),
    (["show"], "INCIDENT"),
    (["evaluate", "x", "--errors", "colour"], "there are event"),
]


@pytest.mark.parametrize(("arguments", "told"), USAGE)
def test_wrong_usage_is_one_line_and_status_2(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == WRONG_USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", [["incidents"], ["show", "abc"], ["reports"], ["report", "abc"], ["tour"]])
def test_where_there_is_no_store_it_says_how_to_make_one(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--db", "nowhere-at-all.db"]) == UNREADABLE
    err = capsys.readouterr().err
    assert "ingest PATH" in err
    assert err.count("\n") == 1


def broken(*_: object, **__: object) -> int:
    raise ZeroDivisionError("no\nsense")


def test_a_fault_of_ours_is_one_line_with_what_to_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dateline.cli, "_call", broken)
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    assert run(["tour"]) == FAULT
    err = capsys.readouterr().err
    assert "ZeroDivisionError: no sense" in err
    assert "--debug" in err
    assert "Traceback" not in err
    with pytest.raises(ZeroDivisionError):
        run(["tour", "--debug"])
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["tour"])


def test_an_interrupt_is_no_fault(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(dateline.cli, "_call", stopped)
    assert run(["tour"]) == STOPPED
    assert capsys.readouterr().err == "dateline: stopped\n"


def test_debug_shows_where_an_error_came_from() -> None:
    assert "Traceback" in call("tour", "--db", "nowhere-at-all.db", "--debug").stderr
    assert "Traceback" in call("tour", "--db", "nowhere-at-all.db", env={"DATELINE_DEBUG": "1"}).stderr


def test_extraction_needs_neither_rich_nor_a_store() -> None:
    done = call("extract", "-", stdin=NEWS, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert done.returncode == OK
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "dateline.pipeline" in loaded
    assert not loaded & {"sqlalchemy", "rich.table", "rich.console", "rich.progress", "alembic", "trafilatura"}
