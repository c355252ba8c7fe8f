"""Web archives (WARC): one item for each archived page that holds an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dateline.ingest.decode import decode
from dateline.ingest.html import MAX_PAGE_BYTES, read_page
from dateline.ingest.item import Fault, Item, Reading, RefusedError
from dateline.ingest.stream import Input

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_OK: Final = 200
_RECORD_END: Final = (b"\r\n\r\n", b"\n\n")  # stands after every record, the last one too


def read_warc(source: Input) -> Iterator[Reading]:
    """Yield the pages and plain texts among an archive's responses; numbers count all its records.

    Redirects, errors, images and the like are no reports and are passed over. The date of archiving is
    no date of publication, and is not used.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - only for archives

    number = pages = 0
    held: Reading | None = None  # the last page, until it is known to be whole
    try:
        for number, record in enumerate(ArchiveIterator(source.stream, auto_decode="all"), 1):
            if held is not None:
                yield held
            kind = _media_type(record, WarcRecordType.response, WarcRecordType.resource)
            held = None if kind is None else _reading(record, kind, number)
            pages += kind is not None
    except (OSError, ValueError, EOFError) as error:
        source_fault = f"the archive is damaged ({error})"
    else:
        source_fault = source.fault or ("" if source.tail.endswith(_RECORD_END) else "the archive is cut off")
        if source_fault:
            held = None
    if held is not None:
        yield held
    if source_fault:
        yield Fault(number, f"{source_fault}; the whole records before were read; copy it again")
    elif not pages:
        yield Fault(None, "the archive holds no page that was fetched whole")


def _media_type(record: WarcRecord, *wanted: object) -> str | None:
    """Return the media type of a record that holds a page or plain text, else None."""
    if record.record_type not in wanted:
        return None
    if record.is_http:
        if record.http_headers is None or record.http_headers.status_code != _OK:
            return None
        kind = record.http_content_type
    else:
        kind = record.headers.get("Content-Type")
    kind = (kind or "").split(";")[0].strip().lower()
    return kind if kind in _PAGES or kind == "text/plain" else None


def _reading(record: WarcRecord, kind: str, number: int) -> Reading:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    data = record.reader.read(MAX_PAGE_BYTES + 1)
    if len(data) > MAX_PAGE_BYTES:
        return Fault(number, f"the page is longer than {MAX_PAGE_BYTES:,} bytes")
    try:
        if kind in _PAGES:
            return read_page(data, charset=record.http_charset, address=address, line=number)
        text, _, warnings = decode(data, record.http_charset)
        return Item(text=text, line=number, uri=address, warnings=warnings)
    except RefusedError as error:
        return Fault(number, f"{error.reason} ({address})" if address else error.reason)
