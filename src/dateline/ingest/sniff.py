"""What an input is, told by its first bytes and never by its name."""

from __future__ import annotations

import codecs
import re
from typing import Final, Literal

from dateline.ingest.decode import CONTROLS, byte_order, unmarked_utf16

Kind = Literal["empty", "binary", "warc", "json", "feed", "html", "eml", "xml", "text"]

_SIGNATURES: Final = (
    (b"%PDF-", "a PDF file; export its text first"),
    (b"PK\x03\x04", "a ZIP archive or an office document; unpack it or export its text first"),
    (b"\xd0\xcf\x11\xe0", "an office document; export its text first"),
    (b"{\\rtf", "an RTF document; export its text first"),
    (b"\x1f\x8b", "gzip in gzip in gzip; unpack it first"),
    (b"BZh", "a bzip2 file; unpack it first"),
    (b"\xfd7zXZ\x00", "an xz file; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database; export its text first"),
    (b"PAR1", "a Parquet file; export it as JSON Lines first"),
    (b"\x89PNG", "an image; only text is read"),
    (b"\xff\xd8\xff", "an image; only text is read"),
    (b"GIF8", "an image; only text is read"),
)
_JSON = re.compile(r'\s*(?:\[\s*)?(?:\{\s*(?:"|\})|\[\s*\]\s*\Z)')
_MARKUP = re.compile(r"\s*<(?:[!?/]?[a-zA-Z]|!--)")
_PROLOG = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE\b(?:[^>\[]|\[.*?\]\s*(?=>))*>\s*)*", re.DOTALL | re.IGNORECASE
)
_FEED_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)\b")
_HTML_TAG = re.compile(
    r"(?i)<(?:!doctype\s+html|(?:html|head|body|article|section|main|header|nav|div|p|h[1-6]|title|meta|link|script|style"
    r"|table|ul|ol|blockquote|span|a|b|i|em|strong|br|img|font|center)[\s/>])"
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]?(.*)")
_MAIL_ALONE: Final = {"message-id", "mime-version", "received", "return-path", "dkim-signature"}


def sniff(head: bytes) -> Kind:
    """Return what an input is from its first bytes (64 KiB are enough)."""
    if not head.strip(b" \t\r\n\f\x00\xef\xbb\xbf\xfe\xff"):
        return "empty"
    if any(head.startswith(signature) for signature, _ in _SIGNATURES):
        return "binary"
    if head.startswith(b"WARC/"):
        return "warc"
    text = _head_text(head)
    if text is None:
        return "binary"
    if _JSON.match(text):
        return "json"
    if _MARKUP.match(text):
        return _markup(text)
    return "eml" if _is_mail(text) else "text"


def describe_binary(head: bytes) -> str:
    """Return why bytes that are no text are refused, and what to do."""
    for signature, reason in _SIGNATURES:
        if head.startswith(signature):
            return f"this is {reason}"
    return "binary data, not text; only text formats are read"


def _head_text(head: bytes) -> str | None:
    """Return the head well enough decoded to recognise it, or None if it is not text."""
    marked = byte_order(head)
    if marked is not None:
        encoding, mark_length = marked
        return head[mark_length:].decode(encoding, "replace")
    wide = unmarked_utf16(head)
    if wide is not None:
        return head.decode(wide, "replace")
    controls = len(head) - len(head.translate(None, CONTROLS))
    if controls * 10 > len(head) * 3 or (controls * 20 > len(head) and not _is_utf8(head)):
        return None
    return head.decode("latin-1")


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _markup(text: str) -> Kind:
    prolog = _PROLOG.match(text)
    root = text[prolog.end() if prolog else 0 :]
    if _FEED_ROOT.match(root):
        return "feed"
    if _HTML_TAG.match(root) or re.match(r"(?i)\s*<!doctype\s+html", text) or _HTML_TAG.search(root[:4096]):
        return "html"
    return "xml" if re.match(r"\s*<\?xml\b", text) else "text"


def _is_mail(text: str) -> bool:
    """Tell whether a text begins with the header of an internet message, and not just with "From:"."""
    names: dict[str, str] = {}
    for number, line in enumerate(text.splitlines()):
        if not line.strip():
            break
        header = _HEADER.fullmatch(line)
        if header:
            names.setdefault(header[1].lower(), header[2])
        elif number == 0 or not line.startswith((" ", "\t")):
            return False
    return bool(names.keys() & _MAIL_ALONE and names.keys() & {"from", "date", "subject"}) or (
        "@" in names.get("from", "") and bool(names.keys() & {"date", "subject"})
    )
