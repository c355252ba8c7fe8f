"""`dateline ingest`: what it adds, that it can be repeated and interrupted, what it says."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.cli import OK, STOPPED, UNREADABLE, run
from dateline.cli.ingest import REASONS, Tally
from dateline.errors import UnreadableError
from dateline.store import open_store
from tests.cli.running import NEWS, OTHER, call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "a.txt").write_text(NEWS, encoding="utf-8")
    lines = [{"text": OTHER, "publisher": "A", "published_at": "2024-03-06"}]
    (made / "b.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return made


def test_reports_become_incidents_and_a_second_run_changes_nothing(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    db = str(folder.parent / "x.db")
    assert run(["ingest", str(folder), "--db", db, "--published", "2021-05-04"]) == OK
    out = capfd.readouterr().out
    assert "2 new, 0 already known" in out
    with open_store(db) as store:
        before = list(store.incidents())
    assert before
    assert f"{len(before)} created" in out
    assert run(["ingest", str(folder), "--db", db, "--published", "2021-05-04"]) == OK
    assert "0 new, 2 already known" in capfd.readouterr().out
    with open_store(db) as store:
        assert list(store.incidents()) == before


def test_one_text_twice_in_a_run_is_known_the_second_time(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "c.txt").write_text(NEWS, encoding="utf-8")
    assert run(["ingest", str(folder), "--db", str(folder.parent / "x.db")]) == OK
    assert "2 new, 1 already known" in capfd.readouterr().out


def test_what_cannot_be_read_is_named_and_counted(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "void.txt").write_bytes(b"")
    assert run(["ingest", str(folder), "--db", str(folder.parent / "x.db")]) == UNREADABLE
    out, err = capfd.readouterr()
    assert err.count("\n") == 2
    assert "unreadable  2" in out
    assert "2 × the file is empty" in out


def test_of_many_reasons_the_most_frequent_are_told() -> None:
    tally = Tally()
    for n in range(REASONS + 1):
        tally.count(UnreadableError("a", None, f"reason {n}"))
    tally.count(UnreadableError("b", None, f"reason {REASONS}"))
    lines = tally.lines()
    assert f"    2 × reason {REASONS}" in lines
    assert lines[-1] == "    and others, named above"


def test_a_report_without_events_is_kept_and_said_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "calm.txt"
    file.write_text("The library will open an hour later this week, the council said on Monday.\n", encoding="utf-8")
    assert run(["ingest", str(file), "--db", str(tmp_path / "x.db")]) == OK
    assert "no event    in 1 of the new reports" in capfd.readouterr().out


def test_the_store_is_dateline_db_in_the_working_folder(folder: Path) -> None:
    assert call("ingest", folder, cwd=folder.parent).returncode == OK
    assert (folder.parent / "dateline.db").is_file()
    assert call("incidents", cwd=folder.parent).stdout
    elsewhere = call("incidents", cwd=folder, env={"DATELINE_DB": str(folder.parent / "dateline.db")})
    assert elsewhere.returncode == OK


def test_a_file_that_is_no_store_is_left_alone(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    other = folder.parent / "notes.db"
    other.write_bytes(b"my notes " * 200)
    assert run(["ingest", str(folder), "--db", str(other)]) == UNREADABLE
    assert capfd.readouterr().err.count("\n") == 1
    assert other.read_bytes() == b"my notes " * 200


def test_an_interrupted_run_leaves_a_whole_store_and_goes_on(tmp_path: Path) -> None:
    file, db = tmp_path / "many.jsonl", tmp_path / "x.db"
    lines = (json.dumps({"text": f"{OTHER * 40}Number {n} of many.", "uri": f"u:{n}"}) + "\n" for n in range(400))
    file.write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "dateline", "ingest", str(file), "--db", str(db), "--workers", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        wait_for_reports(db)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (STOPPED, b"")
    assert "run the same command again" in out.decode()
    with open_store(str(db)) as store:
        kept = sum(1 for _ in store.reports())
    assert 0 < kept < 400
    assert f"{kept} new" in out.decode()


def wait_for_reports(db: Path) -> None:
    """Return when the store holds a report."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if db.exists() and db.stat().st_size and _has_reports(db):
            return
        time.sleep(0.05)
    raise AssertionError("no report was added within a minute")


def _has_reports(db: Path) -> bool:
    import sqlite3  # noqa: PLC0415

    connection = sqlite3.connect(db)
    try:
        return bool(connection.execute("SELECT count(*) FROM report").fetchone()[0])
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
