"""Reading reports from files, folders, standard input and addresses, in whatever format they are."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, NamedTuple

from dateline.errors import UnreadableError
from dateline.ingest.dates import is_stated_date
from dateline.ingest.decode import decode
from dateline.ingest.files import files_under, why
from dateline.ingest.item import MAX_CHARACTERS, Fault, Item, Reading, RefusedError
from dateline.ingest.jsonl import read_json
from dateline.ingest.sniff import Kind, describe_binary, sniff
from dateline.ingest.source import as_source
from dateline.ingest.stream import Input, Readable
from dateline.model.report import Source

_STANDARD_INPUT: Final = "-"
_WEB = re.compile(r"(https?):/+(.+)", re.DOTALL)
_MAX_TEXT_BYTES: Final = 4 * MAX_CHARACTERS + 4  # the widest encoding, with its mark
_SPLIT: Final = "split it into one file or JSON line per report"

Outcome = Source | UnreadableError


class _Given(NamedTuple):
    """What is given with the inputs: a date for those that have none, and the day of reading."""

    published: str | None
    today: date


def read_all(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    stdin: Readable | None = None,
    network: bool = False,
    today: date | None = None,
) -> Iterator[Outcome]:
    """Return an iterator over the reports in paths, in order, and over what could not be read.

    A path is a file, a folder, "-" (standard input) or, with `network`, an http(s) address. `published` is
    the date of those reports that carry none; raises UnreadableError at once if it is not a date or RFC 3339.
    `today` is the day after which dates count as future: the day of the call unless given.
    """
    given = _given(published, today)
    return _read_all(paths, given, stdin, network)


def read_bytes(
    data: bytes,
    name: str,
    *,
    published: str | None = None,
    today: date | None = None,
    address: str | None = None,
    charset: str | None = None,
) -> Iterator[Outcome]:
    """Return an iterator over the reports in bytes; `name` stands in errors alone.

    `address` and `charset` are those that the bytes were fetched with.
    """
    return _read(name, io.BytesIO(data), _given(published, today), address, charset)


def read_text(
    text: str,
    *,
    published: str | None = None,
    uri: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    today: date | None = None,
) -> Source:
    """Return a text as a source; offsets into it are those of the text as given.

    Raises UnreadableError if it is empty or too long.
    """
    item = Item(text, None, uri, publisher, title, given_date=published, language=language)
    try:
        return as_source(item, None, today or _today(), find_headline=True)
    except RefusedError as error:
        raise UnreadableError("text", None, error.reason) from error


def _given(published: str | None, today: date | None) -> _Given:
    if published is not None and not is_stated_date(published):
        reason = "not a date; write 2024-01-21 or 2024-01-21T18:30:00+03:00"
        raise UnreadableError(f"published {published!r}", None, reason)
    return _Given(published, today or _today())


def _today() -> date:
    return datetime.now(UTC).date()


def _read_all(paths: Iterable[str | Path], given: _Given, stdin: Readable | None, network: bool) -> Iterator[Outcome]:
    for path in paths:
        web = _WEB.fullmatch(str(path))
        if str(path) == _STANDARD_INPUT:
            source = stdin if stdin is not None else sys.stdin.buffer
            yield from _read("standard input", source, given)
        elif web and network:
            yield from _read_address(f"{web[1]}://{web[2]}", given)
        elif web:
            reason = "a web address; extract uses no network: ingest it, or save the page as a file"
            yield UnreadableError(f"{web[1]}://{web[2]}", None, reason)
        else:
            for file in files_under(Path(path)):
                yield from [file] if isinstance(file, UnreadableError) else _read_file(file, given)


def _read_file(file: Path, given: _Given) -> Iterator[Outcome]:
    try:
        stream = file.open("rb")
    except (OSError, ValueError) as error:
        yield UnreadableError(str(file), None, why(error))
        return
    with stream:
        yield from _read(str(file), stream, given)


def _read_address(url: str, given: _Given) -> Iterator[Outcome]:
    from dateline.ingest.fetch import fetch_page  # noqa: PLC0415 - what uses the network loads only with it

    try:
        page = fetch_page(url)
    except UnreadableError as error:
        yield error
        return
    yield from _read(url, io.BytesIO(page.data), given, page.address, page.charset)


def _read(
    name: str,
    source: Readable,
    given: _Given,
    address: str | None = None,
    charset: str | None = None,
) -> Iterator[Outcome]:
    """Yield what one input gives; whatever it does to a format's parser is a fault of that input alone."""
    kind: Kind = "empty"
    try:
        opened = Input(source, address=address, charset=charset)
        kind = sniff(opened.head)
        for reading in _READERS[kind](opened):
            yield _outcome(name, reading, given, find_headline=kind == "text")
    except RefusedError as error:
        yield UnreadableError(name, None, error.reason)
    except OSError as error:
        yield UnreadableError(name, None, why(error))
    except Exception as error:  # noqa: BLE001 - parsers of foreign formats break in every way there is
        yield UnreadableError(name, None, f"could not be read as {kind} ({type(error).__name__}: {error})"[:300])


def _outcome(name: str, reading: Reading, given: _Given, *, find_headline: bool) -> Outcome:
    if isinstance(reading, Fault):
        return UnreadableError(name, reading.line, reading.reason)
    try:
        return as_source(reading, given.published, given.today, find_headline=find_headline)
    except RefusedError as error:
        return UnreadableError(name, reading.line, error.reason)


def _empty(source: Input) -> Iterator[Reading]:
    yield Fault(None, source.fault or "the file is empty")


def _binary(source: Input) -> Iterator[Reading]:
    yield Fault(None, describe_binary(source.head))


def _xml(_: Input) -> Iterator[Reading]:
    yield Fault(None, "XML that is neither a feed nor a page; export its text first")


def _text(source: Input) -> Iterator[Reading]:
    text, _, warnings = decode(source.read_whole(_MAX_TEXT_BYTES, _SPLIT), source.charset)
    yield Item(text=text, uri=source.address, warnings=warnings)


def _html(source: Input) -> Iterator[Reading]:
    from dateline.ingest.html import MAX_PAGE_BYTES, read_page  # noqa: PLC0415 - each format when it is met

    data = source.read_whole(MAX_PAGE_BYTES, "save one page per file")
    yield read_page(data, charset=source.charset, address=source.address)


def _feed(source: Input) -> Iterator[Reading]:
    from dateline.ingest.feeds import MAX_FEED_BYTES, read_feed  # noqa: PLC0415

    yield from read_feed(source.read_some(MAX_FEED_BYTES, "fetch it in parts"), charset=source.charset)
    if source.fault:
        yield Fault(None, source.fault)


def _warc(source: Input) -> Iterator[Reading]:
    from dateline.ingest.warc import read_warc  # noqa: PLC0415

    yield from read_warc(source)


def _message(source: Input) -> Iterator[Reading]:
    from dateline.ingest.eml import MAX_MESSAGE_BYTES, read_message  # noqa: PLC0415

    yield read_message(source.read_whole(MAX_MESSAGE_BYTES, "export it without its attachments"))


_READERS: Final[dict[Kind, Callable[[Input], Iterator[Reading]]]] = {
    "empty": _empty,
    "binary": _binary,
    "xml": _xml,
    "json": read_json,
    "feed": _feed,
    "html": _html,
    "warc": _warc,
    "eml": _message,
    "text": _text,
}
