"""Bytes to text: by byte order mark, declared charset, UTF-8, and only then by a guess that is owned up to."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from dateline.ingest.item import RefusedError

_MARKS: Final = (  # UTF-32 before UTF-16: the little-endian marks begin alike
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSETS = re.compile(
    r"(?i)utf[-_]?(?:8|16|32)(?:[-_]?[lb]e)?|us-ascii|ascii|latin-?[1-9]|iso[-_]?8859[-_]\d{1,2}|(?:windows|cp)[-_]?125\d"
    r"|(?:cp|ibm)[-_]?\d{3}|koi8[-_][rut]|gb2312|gbk|gb18030|big5(?:-hkscs)?|euc[-_](?:jp|kr)|shift[-_]jis|sjis"
    r"|iso-2022-(?:jp|kr)|tis-620|mac(?:intosh|[-_](?:roman|cyrillic))"
)
_AS_THE_WEB_DOES: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
CONTROLS: Final = bytes(c for c in range(32) if c not in b"\t\n\r\f\x1b")  # bytes that no text has
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_NAMES: Final = {"cp1252": "windows-1252", "cp1254": "windows-1254"}


class Decoded(NamedTuple):
    """Text, the encoding that it was read by, and whether that was a guess."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of bytes; a byte order mark is dropped.

    A declared single-byte charset gives way to UTF-8 where the bytes are valid UTF-8: such declarations are
    often a server's default. Raises RefusedError where no encoding fits.
    """
    marked = byte_order(data)
    if marked is not None:
        encoding, mark_length = marked
        return _whole(data[mark_length:], encoding)
    wide = unmarked_utf16(data)
    if wide is not None:
        return _whole(data, wide)
    charset = known_charset(declared)
    for candidate in (charset if charset and _is_multibyte(charset) else None, "utf-8", charset):
        text = _try(data, candidate)
        if candidate is not None and text is not None:
            return Decoded(text, candidate)
    return _guess(data)


def byte_order(data: bytes) -> tuple[str, int] | None:
    """Return the encoding that a byte order mark gives and the mark's length, or None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return None


def unmarked_utf16(data: bytes) -> str | None:
    """Return UTF-16 in its byte order if every other byte is mostly zero, or None."""
    head = data[:4096]
    even, odd = head[0::2], head[1::2]
    if len(head) >= 8 and _is_mostly_zero(odd) and _is_mostly_printable(even):
        return "utf-16-le"
    return "utf-16-be" if len(head) >= 8 and _is_mostly_zero(even) and _is_mostly_printable(odd) else None


def known_charset(label: str | None) -> str | None:
    """Return the codec for a declared charset as web browsers read it, or None if it names no text encoding."""
    if label is None or not _CHARSETS.fullmatch(label.strip()):
        return None
    try:
        name = codecs.lookup(label.strip()).name
    except LookupError:
        return None
    return _AS_THE_WEB_DOES.get(name, name)


def _is_mostly_zero(half: bytes) -> bool:
    return half.count(0) * 10 >= len(half) * 4


def _is_mostly_printable(half: bytes) -> bool:
    controls = len(half) - len(half.translate(None, CONTROLS))
    return controls * 6 <= len(half)  # curly quotation marks have one too


def _is_multibyte(charset: str) -> bool:
    return not charset.startswith(("cp", "iso8859", "koi8", "mac", "tis"))


def _try(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _whole(data: bytes, encoding: str) -> Decoded:
    text = _try(data, encoding)
    if text is not None:
        return Decoded(text, encoding)
    warning = f"some bytes are not valid {encoding.upper()}; each stands as U+FFFD"
    return Decoded(data.decode(encoding, "replace"), encoding, (warning,))


def _guess(data: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    multibyte = sum(1 for c in text if c > "\x7f")
    if text.count("\ufffd") * 4 <= multibyte:  # UTF-8 with a few bytes lost, as after a cut
        return _whole(data, "utf-8")
    name, guessed = _guess_charset(data)
    shown = _NAMES.get(name, name)
    return Decoded(guessed, name, (f"not valid UTF-8 and no charset declared that fits; read as {shown}",))


def _guess_charset(data: bytes) -> tuple[str, str]:
    high = sum(1 for byte in data if byte > 0x7F)
    western = _try(data, "cp1252")
    if western is not None and high * 3 <= sum(1 for _ in _ASCII_LETTER.finditer(data)):
        return "cp1252", western  # quotation marks and accents among Latin letters
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    best = from_bytes(data).best()
    if best is None:
        raise RefusedError("the encoding could not be told; save it as UTF-8")
    return best.encoding, str(best)
