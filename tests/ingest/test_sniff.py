"""What an input is told by its content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.sniff import describe_binary, sniff
from tests.ingest.samples import NEWS, jsonl, mail, page, rss, telegram, warc_record

CASES = [
    (b"", "empty"),
    (b" \n\t\r\n", "empty"),
    (b"\xef\xbb\xbf\n", "empty"),
    (b"\xff\xfe", "empty"),
    (NEWS.encode(), "text"),
    (NEWS.encode("utf-16"), "text"),
    (NEWS.encode("utf-16-le"), "text"),
    ("“Drone hits Odesa” - officials".encode("cp1252"), "text"),
    (b"[UPDATE] Three men were killed.", "text"),
    (b"{KABUL} Three men were killed.", "text"),
    (b"<KABUL> Three men were killed.", "text"),
    (b"< 20 people were killed.", "text"),
    (b"Three\x00 men were killed in a bomb attack on Monday.", "text"),
    (b"FROM: the ministry\nDATE: Monday\nSUBJECT: A bomb\n\nThree men were killed.", "text"),
    (b"Note: this is news\n\nThree men were killed.", "text"),
    (jsonl({"text": NEWS}), "json"),
    (b"\xef\xbb\xbf" + jsonl({"text": NEWS}), "json"),
    (jsonl({"text": NEWS}).decode().encode("utf-16"), "json"),
    (b'\n[ {"text": 1}]', "json"),
    (b"[]", "json"),
    (b"{}", "json"),
    (telegram(), "json"),
    (page(), "html"),
    (b"<p>Three men were killed.</p>", "html"),
    (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x' 'y'><html><body/></html>", "html"),
    (b"<!-- saved --><HTML><BODY>text", "html"),
    (rss("<title>a</title>"), "feed"),
    (b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "feed"),
    (b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><!-- c --><rss/>", "feed"),
    (b"<rdf:RDF xmlns:rdf='x'></rdf:RDF>", "feed"),
    (b"<?xml version='1.0'?><events><event/></events>", "xml"),
    (warc_record(page()), "warc"),
    (mail(), "eml"),
    (b"Received: by x\nFrom: a\nSubject: b\n c\n\nText", "eml"),
    (b"%PDF-1.7 ...", "binary"),
    (b"PK\x03\x04 ...", "binary"),
    (bytes(range(256)), "binary"),
    (b"\x00\x01\x02\xff" * 40, "binary"),
]


@pytest.mark.parametrize(("head", "kind"), CASES)
def test_tells_formats_by_their_content(head: bytes, kind: str) -> None:
    assert sniff(head) == kind


def test_says_what_to_do_with_a_file_that_is_no_text() -> None:
    assert describe_binary(b"%PDF-1.7") == "this is a PDF file; export its text first"
    assert describe_binary(bytes(9)).startswith("binary data")


@given(st.binary(max_size=300) | st.text("<[{!-?>]}\"'a \n", max_size=200).map(str.encode))
def test_any_bytes_are_something(head: bytes) -> None:
    sniff(head)
