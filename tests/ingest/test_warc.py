"""Web archives: the pages, not what surrounds them."""

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.samples import NEWS, cut, errors, outcomes, page, sources, the_error, the_source, warc_record

INFO = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Length: 2\r\n\r\nab\r\n\r\n"


def test_reads_pages_and_plain_text() -> None:
    archive = INFO + warc_record(page()) + warc_record(NEWS.encode(), "https://daily.example/t", kind="text/plain")
    first, second = sources(outcomes(archive))
    assert (first.uri, first.title) == ("https://daily.example/a", "Bomb kills three in Kunduz")
    assert (second.uri, second.text) == ("https://daily.example/t", NEWS)


def test_the_date_of_archiving_is_no_date_of_publication() -> None:
    assert the_source(warc_record(page())).published_at is None


def test_passes_over_what_is_no_page() -> None:
    archive = (
        warc_record(page(), status="404 Not Found")
        + warc_record(b"\x89PNG", kind="image/png")
        + warc_record(page(), record="request")
        + warc_record(page(), "https://daily.example/b")
    )
    assert the_source(archive).uri == "https://daily.example/b"


def test_reads_zipped_archives_record_by_record() -> None:
    records = [warc_record(page(), f"https://daily.example/{number}") for number in range(3)]
    found = outcomes(b"".join(map(gzip.compress, records)))
    assert [source.uri for source in sources(found)] == [f"https://daily.example/{number}" for number in range(3)]


def test_unpacks_compressed_pages() -> None:
    record = warc_record(gzip.compress(page()), headers="Content-Encoding: gzip\r\n")
    assert NEWS in the_source(record).text
    record = warc_record(zlib.compress(page()), headers="Content-Encoding: deflate\r\n")
    assert NEWS in the_source(record).text


def test_the_declared_charset_is_believed() -> None:
    record = warc_record("Враг убит сегодня".encode("cp1251"), kind="text/plain; charset=windows-1251")
    assert the_source(record).text == "Враг убит сегодня"


def test_a_page_without_text_costs_only_itself() -> None:
    assert "no text" in the_error(warc_record(b"")).reason
    found = outcomes(warc_record(b"<html></html>") + warc_record(page(), "https://daily.example/b"))
    [error] = errors(found)
    assert error.line == 1
    assert error.reason.startswith("the HTML has no text")
    assert error.reason.endswith("(https://daily.example/a)")
    assert len(sources(found)) == 1


def test_keeps_the_whole_records_of_an_archive_that_breaks_off() -> None:
    whole, broken = warc_record(page()), warc_record(page(), "https://daily.example/b")
    archives = [
        whole + broken[:-90],
        whole + broken[:150],
        gzip.compress(whole) + cut(broken),
        whole + b"GARBAGE\r\n" * 9,
    ]
    for archive in archives:
        found = outcomes(archive)
        assert [source.uri for source in sources(found)] == ["https://daily.example/a"]
        assert "whole records before were read" in errors(found)[0].reason


def test_a_page_that_is_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.ingest.warc.MAX_PAGE_BYTES", 100)
    assert "longer than 100 bytes" in the_error(warc_record(page())).reason


def test_an_archive_without_pages_is_a_fault() -> None:
    assert "no page" in the_error(INFO).reason


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 500), st.binary(max_size=6))
def test_any_damage_is_a_fault_and_no_crash(at: int, damage: bytes) -> None:
    archive = warc_record(b"<p>Three men died.</p>")
    outcomes(archive[:at] + damage + archive[at + len(damage) :])
