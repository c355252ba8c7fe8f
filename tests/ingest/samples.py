"""Reports in each format, and the outcomes of reading them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from datetime import date

from dateline.errors import UnreadableError
from dateline.ingest.read import Outcome, read_bytes
from dateline.model.report import Source

TODAY = date(2024, 6, 1)
NEWS = "A roadside bomb killed three police officers in the city of Kunduz on Monday, the governor said."
SECOND = "The attack was the second in the province this week, and no group has said that it was behind it."


def outcomes(data: bytes, **terms: str | None) -> list[Outcome]:
    return list(read_bytes(data, "input", today=TODAY, **terms))


def sources(found: Iterable[Outcome]) -> list[Source]:
    return [one for one in found if isinstance(one, Source)]


def errors(found: Iterable[Outcome]) -> list[UnreadableError]:
    return [one for one in found if isinstance(one, UnreadableError)]


def the_source(data: bytes, **terms: str | None) -> Source:
    [one] = outcomes(data, **terms)
    assert isinstance(one, Source), one
    return one


def the_error(data: bytes, **terms: str | None) -> UnreadableError:
    [one] = outcomes(data, **terms)
    assert isinstance(one, UnreadableError), one
    return one


def jsonl(*reports: object) -> bytes:
    return b"".join(json.dumps(report).encode() + b"\n" for report in reports)


def page(head: str = "", *, before: str = "", lang: str = "en") -> bytes:
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'><title>Bomb kills three | Daily</title>{head}"
        f"</head><body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article><h1>Bomb kills three in "
        f"Kunduz</h1>{before}<p>{NEWS}</p><p>{SECOND}</p></article><section class='comments'><p>A reader thinks that "
        "this is a comment.</p></section><footer>All rights reserved</footer></body></html>"
    ).encode()


def rss(*entries: str, title: str = "Kunduz Daily", head: str = "") -> bytes:
    return (
        "<?xml version='1.0' encoding='UTF-8'?>"
        f"{head}<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        f"xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>{title}</title><language>en-gb</language>"
        f"{''.join(f'<item>{entry}</item>' for entry in entries)}</channel></rss>"
    ).encode()


def warc_record(
    body: bytes,
    address: str = "https://daily.example/a",
    *,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    record: str = "response",
    headers: str = "",
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {record}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-02-02T00:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
            f"Content-Type: application/http; msgtype={record}\r\nContent-Length: {len(http)}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


def telegram(*messages: dict[str, object], **keys: object) -> bytes:
    chat = {"name": "Province Watch", "type": "public_channel", "id": 77, **keys, "messages": list(messages)}
    return json.dumps(chat, indent=1, ensure_ascii=False).encode()


def mail(headers: str = "", body: bytes = NEWS.encode()) -> bytes:
    return (
        "From: Press Office <press@ministry.example>\r\nSubject: Bomb in Kunduz\r\n"
        f"Date: Mon, 22 Jan 2024 18:30:00 +0430\r\nMessage-ID: <1@ministry.example>\r\n{headers}\r\n"
    ).encode() + body


def cut(data: bytes, lost: int = 12) -> bytes:
    """Return data zipped, its last bytes lost."""
    return gzip.compress(data)[:-lost]
