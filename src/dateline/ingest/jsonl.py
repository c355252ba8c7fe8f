"""Reports as JSON: one object per line, streamed; or one document, which may be a Telegram export."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from dateline.ingest.decode import byte_order, decode
from dateline.ingest.item import Fault, Item, Reading, RefusedError
from dateline.ingest.language import language_code
from dateline.ingest.stream import Input
from dateline.ingest.telegram import is_telegram, read_export

MAX_LINE_BYTES: Final = 1 << 24  # a report of the greatest length, every character escaped
MAX_DOCUMENT_BYTES: Final = 1 << 29

_Line = tuple[int, bytes | None]  # number from 1; None for a line that is too long


def read_json(source: Input) -> Iterator[Reading]:
    """Yield the reports of JSON Lines, of one JSON object or array, or of a Telegram export."""
    lines = _lines(source)
    first = next(lines, None)
    if first is None:
        yield Fault(None, source.fault or "the file is empty")
        return
    value = _parsed(first[1])
    if isinstance(value, Mapping) and is_telegram(value) and "text" not in value:
        yield from read_export(value)
    elif isinstance(value, Mapping):
        yield from _reports(source, chain([first], lines))
    else:
        second = next(lines, None)
        known = [first] if second is None else [first, second]
        if second is not None and _is_report(second[1]) and _opens_object(first[1]):
            yield from _reports(source, chain(known, lines))
        else:
            yield from _document(source, known, lines)


def report_item(value: object, number: int) -> Reading:
    """Return the item that one JSON report gives, or why it gives none."""
    if not isinstance(value, Mapping):
        return Fault(number, f'not a JSON object but {_json_type(value)}; a report is {{"text": "…"}}')
    text = value.get("text")
    if not isinstance(text, str):
        problem = "has no" if "text" not in value else f"has {_json_type(text)} as"
        return Fault(number, f'the JSON object {problem} "text"; give the report\'s text as a string')
    warnings: list[str] = []
    title, uri, publisher, published, language = (
        _string(value, key, warnings) for key in ("title", "uri", "publisher", "published_at", "language")
    )
    code = language_code(language) if language else None
    if language and code is None and language.lower() != "und":
        warnings.append(f"language {language[:20]!r} is not an ISO 639-1 code; read from the text instead")
    return Item(
        text=text,
        line=number,
        uri=uri,
        publisher=publisher,
        title=title,
        given_date=published or None,
        language=code,
        warnings=tuple(warnings),
    )


def _string(value: Mapping[str, Any], key: str, warnings: list[str]) -> str | None:
    found = value.get(key)
    if found is None or isinstance(found, str):
        return found
    warnings.append(f'"{key}" is {_json_type(found)}, not a string; left out')
    return None


def _lines(source: Input) -> Iterator[_Line]:
    """Yield each line that is not blank as UTF-8 or as it stands; a line cut off by damage is dropped."""
    marked = byte_order(source.head)
    number = 0
    if marked is not None and marked[0] != "utf-8":
        with io.TextIOWrapper(source.stream, marked[0].upper(), errors="replace", newline="\n") as stream:
            while line := stream.readline(MAX_LINE_BYTES):
                number += 1
                text = line.lstrip("\ufeff")
                if text.strip() and (text.endswith("\n") or not source.fault):
                    yield number, text.encode("utf-8", "replace")
        return
    while data := source.stream.readline(MAX_LINE_BYTES):
        number += 1
        if len(data) == MAX_LINE_BYTES and not data.endswith(b"\n"):
            while (rest := source.stream.readline(MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif data.strip() and (data.endswith(b"\n") or not source.fault):
            yield number, data


def _reports(source: Input, lines: Iterable[_Line]) -> Iterator[Reading]:
    for number, line in lines:
        yield _report(number, line)
    if source.fault:
        yield Fault(None, f"{source.fault}; the lines before the break were read")


def _report(number: int, line: bytes | None) -> Reading:
    if line is None:
        return Fault(number, f"the line is longer than {MAX_LINE_BYTES:,} bytes; no report is; split it")
    try:
        text, _, warnings = decode(line)
        reading = report_item(_loads(text.lstrip("\ufeff")), number)
    except RefusedError as error:
        return Fault(number, error.reason)
    except json.JSONDecodeError as error:
        return Fault(number, f"broken JSON at character {error.pos + 1} ({error.msg}); mend or remove the line")
    except (ValueError, RecursionError) as error:
        return Fault(number, f"unusable JSON ({type(error).__name__}); mend or remove the line")
    return reading._replace(warnings=(*reading.warnings, *warnings)) if isinstance(reading, Item) else reading


def _document(source: Input, known: list[_Line], lines: Iterator[_Line]) -> Iterator[Reading]:
    """Yield the reports of JSON that is one value over several lines, whole ones also where it breaks."""
    if any(line is None for _, line in known):
        raise RefusedError(f"a line of JSON longer than {MAX_LINE_BYTES:,} bytes; put one report on each line")
    size, kept = 0, known[:]
    for number, line in lines:
        size += len(line or b"")
        if line is None or size > MAX_DOCUMENT_BYTES:
            raise RefusedError(f"one JSON value of over {MAX_DOCUMENT_BYTES:,} bytes; put one report on each line")
        kept.append((number, line))
    text = _joined(kept)
    try:
        value = _loads(text)
    except (ValueError, RecursionError) as error:
        yield from _broken(source, text, kept, error)
        return
    yield from _values(value)


def _joined(lines: list[_Line]) -> str:
    """Return the text of lines at their own numbers, so that a parser counts them as the file does."""
    parts: list[bytes] = []
    at = 1
    for number, line in lines:
        parts.append(b"\n" * (number - at) + (line or b""))
        at = number + 1
    return decode(b"".join(parts)).text


def _values(value: object) -> Iterator[Reading]:
    if isinstance(value, Mapping) and is_telegram(value) and "text" not in value:
        yield from read_export(value)
    elif isinstance(value, list):
        if not value:
            yield Fault(None, "an empty JSON array; there is no report in it")
        yield from (report_item(entry, number) for number, entry in enumerate(value, 1))
    else:
        yield report_item(value, 1)


def _broken(source: Input, text: str, lines: list[_Line], error: Exception) -> Iterator[Reading]:
    """Yield what is whole in JSON that does not parse: its lines, or the first members of its array."""
    line = error.lineno if isinstance(error, json.JSONDecodeError) else None
    reason = source.fault or f"broken JSON ({getattr(error, 'msg', type(error).__name__)})"
    if text.lstrip()[:1] == "{" and any(_is_report(data) for _, data in lines):
        yield from _reports(source, lines)
        return
    key = text.find('"messages"')
    start = text.find("[", max(key, 0))
    members = list(_members(text, start + 1)) if start >= 0 and (key >= 0 or text.lstrip()[:1] == "[") else []
    if members:
        yield from _values({**_header(text[:key]), "messages": members} if key >= 0 else members)
        reason += "; the items before the break were read"
    yield Fault(line, reason if members else f"{reason}; mend it")


def _members(text: str, at: int) -> Iterator[Mapping[str, Any]]:
    decoder = json.JSONDecoder(strict=False)
    while (at := text.find("{", at)) >= 0:
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield value


def _header(text: str) -> dict[str, Any]:
    """Return the keys of an export before its messages: the chat's name and number."""
    try:
        value = _loads(text.rstrip().rstrip(",") + "}")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _loads(text: str) -> Any:
    return json.loads(text, strict=False)


def _parsed(line: bytes | None) -> object:
    """Return the value of a line that is JSON by itself, else None."""
    try:
        return _loads((line or b"").decode("utf-8", "replace").lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None


def _is_report(line: bytes | None) -> bool:
    value = _parsed(line)
    return isinstance(value, Mapping) and "text" in value


def _opens_object(line: bytes | None) -> bool:
    return line is None or line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{")


def _json_type(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "an array"
        case _:
            return "an object"
