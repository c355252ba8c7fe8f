"""Text without characters that break tools, of the same length: every offset stays right."""

import re

_SPACE, _REPLACEMENT = " ", "\ufffd"
_C1 = {code: bytes([code]).decode("cp1252", "replace").replace("\ufffd", " ") for code in range(0x80, 0xA0)}
_TABLE = {
    **dict.fromkeys((c for c in range(0x20) if c not in {0x09, 0x0A}), _SPACE),
    0x7F: _SPACE,
    **_C1,
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),
}
_BROKEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """Return the text with control characters as spaces and lone surrogates as U+FFFD.

    Characters U+0080 to U+009F come from windows-1252 read as Latin-1, and stand for its quotation marks and
    dashes, as they do for web browsers. A carriage return before a line feed is a space, any other is a line
    feed. Each character gives exactly one, so that offsets into the text as it was given still hold.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.translate(_TABLE)


def broken_characters(text: str) -> int:
    """Return how many control characters and lone surrogates a text holds, line ends and tabs apart."""
    return sum(1 for _ in _BROKEN.finditer(text))
