"""Text that reaches the terminal, whatever it holds."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json as records
from rich.console import Console

from dateline.cli.terminal import complain, console, has_colour, json_line, one_line, printable, quoted, shortened
from tests.cli.running import ESCAPES, is_harmless
from tests.store.factories import a_report


@given(st.text(alphabet=st.characters()))
def test_nothing_steers_the_terminal_and_offsets_hold(text: str) -> None:
    shown = printable(text)
    assert is_harmless(shown)
    assert len(shown) == len(text)


@given(st.text())
def test_a_record_stays_what_it_is_and_its_line_is_one(text: str) -> None:
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert is_harmless(line.decode().removesuffix("\n"))
    assert len(line.decode().splitlines()) == 1


def test_escapes_are_shown_and_plain_text_is_kept() -> None:
    assert printable("Ḥamā’s 12\nnext") == "Ḥamā’s 12\nnext"
    assert printable("\x1b[31m") == "␛[31m"
    assert printable("\u202eabc") == "\ufffdabc"
    assert one_line("a\n\tb\x1b") == "a b␛"


def test_a_whole_report_of_escapes_is_written_without_one() -> None:
    line = json_line(a_report(text=ESCAPES))
    assert is_harmless(line.decode().removesuffix("\n"))
    assert records.decode(line)["text"].startswith(ESCAPES)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short enough", 20, "short enough"),
        ("one two three four five six seven eight", 24, "one two three … eight"),
        ("a\nb", 9, "a b"),
    ],
)
def test_long_lines_lose_their_middle_at_words(text: str, width: int, shown: str) -> None:
    assert shortened(text, width) == shown


@given(st.text(), st.integers(9, 60))
def test_shortened_lines_are_short(text: str, width: int) -> None:
    assert len(shortened(text, width)) <= width


def test_quotes_are_not_doubled() -> None:
    assert [quoted("a"), quoted("“a”"), quoted("")] == ["“a”", "“a”", ""]


def test_complaints_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("bad\nfile\x1b[2J: no")
    assert capsys.readouterr().err == "bad file␛[2J: no\n"


def test_a_pipe_has_no_colour_and_a_width() -> None:
    out = console(io.StringIO())
    assert not has_colour(out)
    assert has_colour(Console(force_terminal=True, no_color=False, _environ={"TERM": "xterm"}))
    assert not has_colour(Console(force_terminal=True, no_color=True))
