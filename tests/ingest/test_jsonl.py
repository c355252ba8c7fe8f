"""JSON: a report per line, one document, broken ones."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.item import RefusedError
from dateline.ingest.read import read_all
from dateline.model.report import Source
from tests.ingest.samples import NEWS, SECOND, TODAY, cut, errors, jsonl, outcomes, sources, the_error, the_source

REPORT = {
    "text": f"  {NEWS}\r\n",
    "title": "Bomb",
    "uri": "urn:x:1",
    "publisher": "Kunduz Daily",
    "published_at": "2024-01-22T18:30:00+04:30",
    "language": "en-GB",
}


def test_what_is_stated_comes_back_unchanged() -> None:
    source = the_source(jsonl(REPORT))
    assert (source.uri, source.publisher, source.title) == (REPORT["uri"], REPORT["publisher"], REPORT["title"])
    assert (source.published_at, source.published_basis) == (REPORT["published_at"], "given")
    assert source.language == "en"
    assert source.text == f"  {NEWS} \n"
    assert source.warnings == ()


def test_a_stated_date_in_the_future_comes_back_with_a_warning() -> None:
    source = the_source(jsonl({**REPORT, "published_at": "2031-01-01"}))
    assert source.published_at == "2031-01-01"
    assert "future" in source.warnings[0]


def test_a_stated_language_wins() -> None:
    assert the_source(jsonl({"text": NEWS, "language": "ar"})).language == "ar"
    source = the_source(jsonl({"text": NEWS, "language": "Klingon"}))
    assert source.language == "en"
    assert "Klingon" in source.warnings[0]


def test_values_of_the_wrong_type_are_left_out() -> None:
    source = the_source(jsonl({"text": NEWS, "title": ["a"], "uri": 7, "publisher": None, "published_at": True}))
    assert (source.title, source.uri, source.publisher, source.published_at) == (None, None, None, None)
    assert source.warnings == (
        '"title" is an array, not a string; left out',
        '"uri" is a number, not a string; left out',
        '"published_at" is true or false, not a string; left out',
    )


DOCUMENTS = [
    json.dumps(REPORT, indent=2).encode(),
    json.dumps([REPORT]).encode(),
    json.dumps([REPORT], indent=2).encode(),
    json.dumps(REPORT).encode(),
    b"\xef\xbb\xbf" + jsonl(REPORT),
    b"\n\n" + jsonl(REPORT) + b"\n",
    jsonl(REPORT).decode().encode("utf-16"),
    json.dumps(REPORT, indent=2).encode("utf-16"),
]


@pytest.mark.parametrize("data", DOCUMENTS)
def test_reads_one_report_however_it_is_laid_out(data: bytes) -> None:
    assert the_source(data) == the_source(jsonl(REPORT))


BAD_LINES = [
    (b'{"title": "x"}', 'has no "text"'),
    (b'{"text": null}', 'has null as "text"'),
    (b'{"text": 3}', 'has a number as "text"'),
    (b'{"text": ""}', "text is empty"),
    (b'{"text": " \\n\\u0000 "}', "text is empty"),
    (b'{"text": "a', "broken JSON at character 10"),
    (b"[1]", "not a JSON object but an array"),
    (b'"text"', "not a JSON object but a string"),
    (b"null", "not a JSON object but null"),
    (b'{"text": {}}', 'has an object as "text"'),
    (b"NOT JSON", "broken JSON at character 1"),
    (b'{"text": ' + b"9" * 5000 + b"}", "unusable JSON (ValueError)"),
    (b'{"text": ' + b"[" * 200_000, "unusable JSON (RecursionError)"),
    (json.dumps({"text": "x" * 1_000_001}).encode(), "1,000,001 characters"),
    (b'{"text": "' + b"x" * (1 << 24) + b'"}', "longer than 16,777,216 bytes"),
    (b"\xff\xfe\x00", "broken JSON"),
]


@pytest.mark.parametrize(("line", "reason"), BAD_LINES, ids=[reason for _, reason in BAD_LINES])
def test_a_bad_line_is_named_and_costs_only_itself(line: bytes, reason: str) -> None:
    good = jsonl(REPORT)
    found = outcomes(good + line + b"\n\n" + good)
    assert [source.title for source in sources(found)] == ["Bomb", "Bomb"]
    [error] = errors(found)
    assert (error.path, error.line) == ("input", 2)
    assert reason in error.reason


@pytest.mark.parametrize("line", [b'{"text": "a', b'{"text": "' + b"x" * (1 << 24) + b'"}', b'{"title": "x"}'])
def test_a_bad_first_line_costs_only_itself(line: bytes) -> None:
    found = outcomes(line + b"\n" + jsonl(REPORT, REPORT))
    assert len(sources(found)) == 2
    assert [error.line for error in errors(found)] == [1]


def test_bad_lines_at_the_head_do_not_hide_the_rest() -> None:
    found = outcomes(b'{"text": "a\n{"b": \n' + jsonl(REPORT))
    assert len(sources(found)) == 1
    assert [error.line for error in errors(found)] == [1, 2]


def test_a_broken_document_is_named_with_its_line() -> None:
    error = the_error(b'{\n "text": "a",\n "title": }\n')
    assert error.line == 3
    assert "broken JSON" in error.reason


def test_keeps_the_whole_members_of_an_array_that_breaks_off() -> None:
    found = outcomes(json.dumps([REPORT, REPORT, REPORT], indent=1).encode()[:-60])
    assert len(sources(found)) == 2
    assert "items before the break were read" in errors(found)[0].reason


def test_members_of_an_array_are_numbered() -> None:
    found = outcomes(json.dumps([REPORT, 7, {"text": 1}]).encode())
    assert len(sources(found)) == 1
    assert [error.line for error in errors(found)] == [2, 3]


def test_an_empty_array_is_a_fault() -> None:
    assert "empty JSON array" in the_error(b"[]").reason


def test_keeps_the_whole_lines_of_a_zipped_file_that_breaks_off() -> None:
    reports = [{"text": f"{number * 7919} {NEWS} {number * 104729}"} for number in range(900)]
    found = outcomes(cut(jsonl(*reports), 2_000))
    assert 0 < len(sources(found)) < 900
    [error] = errors(found)
    assert "the lines before the break were read" in error.reason


def test_a_zipped_file_cut_in_its_first_line_is_named() -> None:
    assert "cut off" in the_error(cut(jsonl(REPORT))).reason
    assert "cut off" in the_error(cut(json.dumps([REPORT], indent=1).encode())).reason


def test_lines_in_utf16_are_numbered_and_cut_too() -> None:
    found = outcomes((jsonl(REPORT) + b"{}\n\n" + jsonl(REPORT)).decode().encode("utf-16"))
    assert len(sources(found)) == 2
    assert [error.line for error in errors(found)] == [2]


def test_one_value_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "longer than" in the_error(b'[{"text": "' + b"x" * (1 << 24)).reason
    monkeypatch.setattr("dateline.ingest.jsonl.MAX_DOCUMENT_BYTES", 100)
    assert "over 100 bytes" in the_error(json.dumps([REPORT] * 9, indent=1).encode()).reason


def test_a_line_of_no_known_encoding_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(data: bytes) -> None:
        raise RefusedError(f"{len(data)} bytes of no known encoding")

    monkeypatch.setattr("dateline.ingest.jsonl.decode", refuse)
    assert "no known encoding" in the_error(jsonl(REPORT)).reason


def test_an_export_that_breaks_off_in_its_header_keeps_its_messages() -> None:
    found = outcomes(b'{"name": "a\n", "id":: 3,\n "messages": [\n{"id": 1, "text": "Three men died."},\n{"id"')
    assert [source.uri for source in sources(found)] == [None]
    assert len(errors(found)) == 1


def test_lone_surrogates_and_control_characters_become_harmless() -> None:
    source = the_source(b'{"text": "Three \\ud800men\\u0000 fled \\ud83d\\ude00.\tThen", "title": "a\\udc00b"}')
    assert source.text == "Three \ufffdmen  fled 😀.\tThen"
    assert source.title == "a\ufffdb"
    assert source.warnings == ("control or broken characters replaced: 2",)


def test_a_line_in_another_encoding_is_read_with_a_warning() -> None:
    source = the_source('{"text": "“Three men” were killed at the café."}'.encode("cp1252"))
    assert source.text == "“Three men” were killed at the café."
    assert "windows-1252" in source.warnings[0]


class Endless(io.RawIOBase):
    """An endless stream of reports, which counts what was taken from it."""

    def __init__(self) -> None:
        self.taken = 0

    def read(self, size: int = -1, /) -> bytes:
        """Return lines, and count them."""
        self.taken += size
        line = jsonl({"text": SECOND})
        return (line * (size // len(line) + 2))[: size - size % len(line)] or line


def test_lines_are_streamed() -> None:
    stream = Endless()
    found = read_all(["-"], stdin=stream, today=TODAY)
    for _ in range(300):
        assert isinstance(next(found), Source)
    assert stream.taken < 1_000_000


@given(st.text(st.characters(codec=None), min_size=1))
def test_offsets_into_the_text_given_stay_right(text: str) -> None:
    found = outcomes(json.dumps({"text": text}).encode())
    for source in sources(found):
        given_text = json.loads(json.dumps(text))
        assert len(source.text) == len(given_text)
        assert all(source.text[span.start : span.end] == span.quote for span in source.repeats)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda v: (
            st.lists(v) | st.dictionaries(st.sampled_from(["text", "messages", "chats", "list", "id", "date"]), v)
        ),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_refused(value: object) -> None:
    outcomes(json.dumps({"text": "a", "x": value}).encode())
    outcomes(json.dumps([{"messages": value}, value]).encode())
    outcomes(json.dumps({"messages": value, "chats": {"list": value}}).encode())
