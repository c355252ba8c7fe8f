"""Progress on a terminal after a second, nothing elsewhere; totals where files tell them."""

import io
import json
import sys
from pathlib import Path

import pytest

from dateline.cli.progress import Meter, expected
from tests.cli.running import NEWS
from tests.ingest.samples import page, rss, telegram


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


def seconds(monkeypatch: pytest.MonkeyPatch, *times: float) -> None:
    ticks = iter(times)
    monkeypatch.setattr("dateline.cli.progress.time.monotonic", lambda: next(ticks, times[-1]))


def test_a_long_run_on_a_terminal_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    seconds(monkeypatch, 0.0, 0.5, 2.0, 3.0)
    with Meter(40) as meter:
        meter.step()
        assert terminal.getvalue() == ""
        meter.step()
        meter.complain("bad\x1b file")
        meter.step()
    shown = terminal.getvalue()
    assert "3/40" in shown
    assert "1/s" in shown
    assert "bad␛ file" in shown


def test_an_unknown_total_has_no_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    seconds(monkeypatch, 0.0, 2.0)
    with Meter(None) as meter:
        meter.step()
    assert "1/?" in terminal.getvalue()
    assert "left" not in terminal.getvalue()


def test_a_pipe_sees_complaints_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    seconds(monkeypatch, 0.0, 5.0)
    with Meter(2) as meter:
        meter.step()
        meter.complain("no such file")
    assert capsys.readouterr().err == "no such file\n"


def test_files_tell_how_many_reports_they_hold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "b.html").write_bytes(page())
    (tmp_path / "c.jsonl").write_text("".join(json.dumps({"text": NEWS}) + "\n" for _ in range(5)), encoding="utf-8")
    (tmp_path / "empty").write_bytes(b"")
    assert expected([str(tmp_path), str(tmp_path / "absent")]) == 9


@pytest.mark.parametrize(
    "data", [rss("<title>a</title>"), telegram({"text": "a"}), b'[{"text": "a"}]', b"\x1f\x8b" + b"0" * 40]
)
def test_some_do_not_tell(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x"
    file.write_bytes(data)
    assert expected([str(file)]) is None
    assert expected(["-"]) is None
    assert expected(["https://news.example/rss"]) is None
