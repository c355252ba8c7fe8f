"""`dateline extract` in a process of its own: formats, input of every kind, statuses."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from dateline.cli import OK, UNREADABLE, run
from tests.cli.running import ESCAPES, NEWS, OTHER, SCHEMA, call, is_harmless


@pytest.fixture
def news(tmp_path: Path) -> Path:
    file = tmp_path / "news.txt"
    file.write_text(NEWS, encoding="utf-8")
    return file


def records(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_file_gives_one_record(news: Path) -> None:
    done = call("extract", news, "--published", "2021-05-04")
    assert (done.returncode, done.stderr) == (OK, "")
    [record] = records(done.stdout)
    assert (record["schema"], record["published_at"], record["text"]) == ("dateline.report/1", "2021-05-04", NEWS)
    assert record["events"]


@pytest.mark.skipif(SCHEMA is None, reason="the contract does not lie beside this checkout")
def test_records_hold_the_contract(news: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert SCHEMA is not None
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator({**schema["$defs"]["Report"], "$defs": schema["$defs"]})
    run(["extract", str(news)])
    for record in records(capfd.readouterr().out):
        check.validate(record)


def test_json_lines_on_standard_input_keep_what_they_bring() -> None:
    lines = [
        {"text": NEWS, "uri": "https://a.example/1", "publisher": "A", "published_at": "2021-05-04T10:00:00+04:30"},
        {"text": OTHER, "title": "Village attacked"},
    ]
    done = call("extract", "-", stdin="\n".join(map(json.dumps, lines)))
    first, second = records(done.stdout)
    assert done.returncode == OK
    assert {key: first[key] for key in lines[0]} == lines[0]
    assert second["title"] == "Village attacked"


def test_many_reports_come_in_order_from_several_processes(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("".join(json.dumps({"text": f"{NEWS}Number {n}."}) + "\n" for n in range(60)), encoding="utf-8")
    both = [call("extract", file, "--workers", workers).stdout for workers in ("1", "2")]
    assert both[0] == both[1]
    assert [str(record["text"]).split()[-1] for record in records(both[0])] == [f"{n}." for n in range(60)]


def test_bad_input_is_named_and_the_rest_is_read(news: Path) -> None:
    folder = news.parent
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 20)
    (folder / "lines.jsonl").write_text(json.dumps({"text": OTHER}) + "\n{broken\n", encoding="utf-8")
    done = call("extract", folder, folder / "absent.txt", "https://news.example/a")
    assert done.returncode == UNREADABLE
    assert len(records(done.stdout)) == 2
    complaints = done.stderr.splitlines()
    assert len(complaints) == 5
    assert any(line.startswith(f"{folder / 'lines.jsonl'}:2: ") for line in complaints)
    assert any("uses no network" in line for line in complaints)
    assert "Traceback" not in done.stderr


def test_nothing_readable_is_status_1(tmp_path: Path) -> None:
    done = call("extract", tmp_path / "absent.txt")
    assert (done.returncode, done.stdout) == (UNREADABLE, "")
    assert done.stderr.count("\n") == 1


def test_text_marks_finds_in_brackets_where_there_is_no_terminal(news: Path) -> None:
    done = call("extract", news, "--format", "text", "--published", "2021-05-04")
    assert done.returncode == OK
    assert "\x1b" not in done.stdout
    assert "[place:Kabul]" in done.stdout
    assert "marked:" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({"FORCE_COLOR": "1", "TERM": "xterm-256color"}, True),
        ({"FORCE_COLOR": "1", "TERM": "xterm-256color", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
        ({}, False),
    ],
)
def test_colour_only_where_it_is_wanted(news: Path, env: dict[str, str], coloured: bool) -> None:
    shown = call("extract", news, "--format", "text", env=env).stdout
    assert ("\x1b[1;32mKabul" in shown) is coloured
    assert ("[place:Kabul]" in shown) is not coloured


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("form", ["text", "table"])
def test_nothing_is_wider_than_the_terminal(news: Path, columns: str, form: str) -> None:
    shown = call("extract", news, "--format", form, env={"COLUMNS": columns}).stdout
    assert shown
    assert max(map(len, shown.splitlines())) <= int(columns)


def test_a_table_has_a_line_for_each_event(news: Path) -> None:
    done = call("extract", news, "--format", "table")
    heading, *lines = done.stdout.splitlines()
    assert heading.split()[:3] == ["report", "status", "when"]
    assert any("Kabul" in line for line in lines)


@pytest.mark.parametrize("form", ["jsonl", "text", "table"])
def test_no_escape_sequence_of_a_report_or_name_gets_through(tmp_path: Path, form: str) -> None:
    file = tmp_path / "evil\x1b[2J.jsonl"
    evil = {
        "text": f"{NEWS}{ESCAPES} killed two people in Kabul.",
        "title": ESCAPES,
        "publisher": ESCAPES,
        "uri": ESCAPES,
    }
    file.write_text(f"{json.dumps(evil)}\n{{broken\n", encoding="utf-8")
    done = call("extract", file, "--format", form)
    assert done.returncode == UNREADABLE
    assert is_harmless(done.stdout)
    assert is_harmless(done.stderr)


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text(
        "".join(json.dumps({"text": f"{NEWS * 20}Number {n}."}) + "\n" for n in range(40)), encoding="utf-8"
    )
    for form in ("jsonl", "text"):
        command = [sys.executable, "-m", "dateline", "extract", str(file), "--format", form, "--workers", "1"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(60) == OK


def test_records_come_while_input_is_still_open() -> None:
    command = [sys.executable, "-m", "dateline", "extract", "-", "--workers", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(
            f"{json.dumps({'text': NEWS})}\n{json.dumps({'text': OTHER})}\n".encode() + b" " * 70_000 + b"\n"
        )
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["text"] == NEWS
        process.stdin.close()
        assert json.loads(process.stdout.readline())["text"] == OTHER
        assert process.wait(60) == OK
