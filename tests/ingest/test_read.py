"""Reading files, folders and standard input: everything good is read, everything bad is named."""

from __future__ import annotations

import gzip
import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UnreadableError
from dateline.ingest.item import MAX_CHARACTERS
from dateline.ingest.read import Outcome, read_all, read_bytes, read_text
from dateline.model.report import Source
from tests.ingest.samples import (
    NEWS,
    SECOND,
    TODAY,
    cut,
    errors,
    jsonl,
    mail,
    outcomes,
    page,
    rss,
    sources,
    telegram,
    the_error,
    the_source,
    warc_record,
)

TEXT = f"Bomb kills three in Kunduz\n{NEWS}\n{SECOND}\n".encode()
FORMATS = {
    "plain text": TEXT,
    "HTML": page(),
    "JSON Lines": jsonl({"text": NEWS}),
    "feed": rss(f"<description>{NEWS}</description>"),
    "WARC": warc_record(page()),
    "Telegram": telegram({"id": 1, "type": "message", "text": NEWS, "date": "2024-01-22T18:30:00"}),
    "mail": mail(),
}


def read(*paths: Path | str, published: str | None = None, stdin: bytes = b"") -> list[Outcome]:
    return list(read_all(paths, published=published, stdin=io.BytesIO(stdin), today=TODAY))


@pytest.mark.parametrize("data", FORMATS.values(), ids=FORMATS.keys())
def test_knows_every_format_by_its_content(data: bytes, tmp_path: Path) -> None:
    misnamed = tmp_path / "report.pdf"
    misnamed.write_bytes(data)
    zipped = tmp_path / "report"
    zipped.write_bytes(gzip.compress(data))
    [plain] = read(misnamed)
    [unzipped] = read(zipped)
    [piped] = read("-", stdin=data)
    assert isinstance(plain, Source)
    assert NEWS in plain.text
    assert plain == unzipped == piped


@pytest.mark.parametrize("data", FORMATS.values(), ids=FORMATS.keys())
def test_the_same_bytes_give_the_same_source(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.html").write_bytes(data)
    one, other = read(tmp_path)
    assert one == other


@pytest.mark.parametrize("data", FORMATS.values(), ids=FORMATS.keys())
def test_a_given_date_serves_what_has_none(data: bytes) -> None:
    undated, dated = the_source(data), the_source(data, published="2024-01-23")
    if undated.published_at is None:
        assert (dated.published_at, dated.published_basis) == ("2024-01-23", "given")
    else:
        assert (dated.published_at, dated.published_basis) == (undated.published_at, "metadata")


def test_a_plain_text_keeps_its_headline() -> None:
    source = the_source(TEXT)
    assert source.title == "Bomb kills three in Kunduz"
    assert source.text == TEXT.decode()
    assert (source.uri, source.publisher, source.published_at, source.published_basis) == (None, None, None, None)
    assert source.language == "en"
    assert source.warnings == ()


def test_repeats_stand_in_the_source_with_their_words() -> None:
    source = the_source(TEXT + TEXT)
    [repeat] = source.repeats
    assert repeat.quote == source.text[repeat.start : repeat.end] == TEXT.decode().strip()


def test_a_byte_order_mark_is_dropped() -> None:
    assert the_source(b"\xef\xbb\xbf" + TEXT) == the_source(TEXT)
    assert the_source(TEXT.decode().encode("utf-16")) == the_source(TEXT)


BAD = [
    (b"", "the file is empty"),
    (b" \n\n", "the file is empty"),
    (b"\x00" * 50, "the file is empty"),
    (b"%PDF-1.7\n", "a PDF file; export its text"),
    (b"PK\x03\x04", "ZIP"),
    (bytes(range(256)) * 9, "binary data"),
    (gzip.compress(b""), "the file is empty"),
    (gzip.compress(TEXT)[:12], "cut off"),
    (cut(TEXT * 200, 30), "the gzip file is cut off"),
    (b"\x1f\x8b\x08\x00garbage", "gzip file"),
    (gzip.compress(TEXT)[:-8] + b"\x00" * 8, "damaged"),
    (gzip.compress(gzip.compress(gzip.compress(gzip.compress(TEXT)))), "gzip in gzip"),
    (b"x" * (MAX_CHARACTERS + 1), "1,000,001 characters; one report may have 1,000,000"),
    (b"x" * 50_000_000, "50,000,000 bytes"),
    (gzip.compress(b"x " * 4_000_000), "8,000,000 bytes"),
    (b"<?xml version='1.0'?><events/>", "XML that is neither"),
    (b"<html><body></body></html>", "no text"),
]


@pytest.mark.parametrize(("data", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_refuses_with_one_clear_reason(data: bytes, reason: str) -> None:
    error = the_error(data)
    assert reason in error.reason
    assert "\n" not in str(error)
    assert str(error).startswith("input: ")


def test_a_long_line_is_read() -> None:
    source = the_source((f"{NEWS} {SECOND} " * 5_200)[:MAX_CHARACTERS].encode())
    assert len(source.text) > 990_000
    assert len(source.repeats) == 1


def test_control_characters_are_spaces_in_place() -> None:
    source = the_source(b"Three men\x00were\x07 killed\x1b in the city.\r\nThen " + NEWS.encode() + b"\xed\xa0\x80")
    assert source.text.startswith(f"Three men were  killed  in the city. \nThen {NEWS}")
    assert any("replaced" in warning for warning in source.warnings)


def test_a_text_in_another_encoding_is_read_with_a_warning() -> None:
    source = the_source("“Three men” were killed at the café, he said.".encode("cp1252"))
    assert source.text == "“Three men” were killed at the café, he said."
    assert "windows-1252" in source.warnings[0]


def test_a_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    for number, data in enumerate([TEXT, b"", jsonl({"text": NEWS}, {"x": 1}), bytes(range(256)), page()]):
        (tmp_path / str(number)).write_bytes(data)
    found = read(tmp_path, tmp_path / "none", "-", stdin=TEXT)
    assert len(sources(found)) == 4
    assert [(Path(error.path).name, error.line) for error in errors(found)] == [
        ("1", None),
        ("2", 2),
        ("3", None),
        ("none", None),
    ]


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ["b/2.txt", "b/1.txt", "a.txt", "c.txt", ".hidden", ".git/config", "b/.x"]:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{NEWS} It was {name}.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    texts = [source.text.rsplit(" ", 1)[1] for source in sources(read(tmp_path))]
    assert texts == ["a.txt.", "b/1.txt.", "b/2.txt.", "c.txt.", "a.txt."]


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    [error] = read(tmp_path)
    assert isinstance(error, UnreadableError)
    assert "holds no files" in error.reason


@pytest.mark.parametrize("path", ["/nowhere/at/all", "a\x00b", "x" * 5_000])
def test_a_path_that_cannot_be_is_named(path: str) -> None:
    [error] = read(path)
    assert isinstance(error, UnreadableError)
    assert error.path == path


def test_a_dangling_link_and_a_pipe_in_a_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "socket"))
        reasons = [error.reason for error in errors(read(tmp_path, tmp_path / "socket"))]
    assert ["no such" in reasons[0], "pipe" in reasons[1], "pipe" in reasons[2]] == [True] * 3
    assert "cannot be read" in reasons[3]


def test_what_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, folder = tmp_path / "secret.txt", tmp_path / "folder"
    file.write_bytes(TEXT)
    folder.mkdir()
    opened, listed = Path.open, os.scandir

    def refuse_file(path: Path, mode: str = "r") -> io.IOBase:
        if path == file:
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)  # type: ignore[return-value]

    def refuse_folder(path: Path) -> object:
        if path == folder:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "open", refuse_file)
    monkeypatch.setattr(os, "scandir", refuse_folder)
    found = errors(read(tmp_path))
    assert [Path(error.path).name for error in found] == ["folder", "secret.txt"]
    assert all("permission denied" in error.reason for error in found)


def test_an_input_that_fails_while_it_is_read_is_named() -> None:
    class Failing:
        def read(self, size: int, /) -> bytes:
            raise OSError(5, f"Input/output error at {size}")

    [error] = read_all(["-"], stdin=Failing(), today=TODAY)
    assert isinstance(error, UnreadableError)
    assert error.reason.startswith("cannot be read (Input/output error")


def test_a_parser_that_breaks_costs_one_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> None:
        raise ZeroDivisionError(f"in {len(text)} characters")

    monkeypatch.setattr("dateline.ingest.html._parse", broken)
    assert the_error(page()).reason.startswith("could not be read as html (ZeroDivisionError: in ")


def test_a_given_date_must_be_one() -> None:
    with pytest.raises(UnreadableError, match="not a date; write 2024-01-21"):
        read_all([], published="soon")
    with pytest.raises(UnreadableError, match="not a date; write 2024-01-21"):
        read_bytes(TEXT, "a", published="soon")


def test_today_is_the_day_of_the_call_unless_given() -> None:
    [source] = read_bytes(jsonl({"text": NEWS, "published_at": "2024-01-21"}), "input")
    assert isinstance(source, Source)
    assert source.warnings == ()


def test_read_text_keeps_the_text_as_it_is() -> None:
    source = read_text(
        f"  {NEWS} ", published="2024-01-22", uri="urn:x:1", title="Bomb", publisher="Daily", language="en"
    )
    assert source.text == f"  {NEWS} "
    assert (source.uri, source.title, source.publisher, source.language) == ("urn:x:1", "Bomb", "Daily", "en")
    assert (source.published_at, source.published_basis) == ("2024-01-22", "given")


@pytest.mark.parametrize("text", ["", " \n", "\x00", "x" * (MAX_CHARACTERS + 1)])
def test_read_text_refuses_what_is_no_report(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_text(text)


def test_a_plain_text_costs_no_slow_import(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT)
    slow = "trafilatura lxml feedparser fastwarc py3langid charset_normalizer dateutil numpy email ssl".split()
    program = (
        "import sys; from dateline.ingest.read import read_all\n"
        f"assert len(list(read_all([{str(file)!r}]))) == 1\n"
        f"print([name for name in {slow} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


HEADS = st.sampled_from(
    [b"", b"\xff\xfe", b"\x1f\x8b\x08\x00", b"WARC/1.0\r\n", b'{"', b'[{"text":', b"<html>", b"<rss><item>", b"<?xml "]
    + [data[:cut_at] for data in FORMATS.values() for cut_at in (60, 400, len(data) - 20)]
)


@settings(max_examples=150, deadline=None)
@given(HEADS, st.binary(max_size=80), st.booleans())
def test_any_bytes_are_read_or_named(head: bytes, rest: bytes, zipped: bool) -> None:
    data = gzip.compress(head + rest) if zipped else head + rest
    found = outcomes(data)
    assert found
    assert found == outcomes(data) or errors(found)
    for source in sources(found):
        assert source.text.encode("utf-8")
        assert all(source.text[span.start : span.end] == span.quote for span in source.repeats)


@settings(deadline=None)
@given(st.text(st.characters(codec=None, exclude_characters="\ufeff"), min_size=1))
def test_offsets_into_a_plain_text_stay_right(text: str) -> None:
    try:
        source = read_text(text, today=TODAY)
    except UnreadableError:
        return
    assert len(source.text) == len(text)
    assert read_text(text, today=TODAY) == source
