"""An e-mail message (RFC 5322): its words, and what its header says."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Final

from dateline.ingest.decode import decode
from dateline.ingest.html import fragment_text
from dateline.ingest.item import Item, RefusedError

MAX_MESSAGE_BYTES: Final = 50_000_000

_MESSAGE_ID = re.compile(r"<([^<>\s]+@[^<>\s]+)>")


def read_message(data: bytes) -> Item:
    """Return a message's plain words, else those of its HTML; attachments are left alone.

    Raises RefusedError if it has neither.
    """
    message = message_from_bytes(data, policy=policy.default)
    for kind in ("plain", "html"):
        part = message.get_body(preferencelist=(kind,))
        if part is None:
            continue
        payload = part.get_payload(decode=True)
        text, _, warnings = decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
        text = fragment_text(text) if kind == "html" else text
        if text.strip():
            return Item(
                text=text,
                uri=_address(message),
                publisher=_sender(message),
                title=_header(message, "Subject"),
                metadata_dates=tuple(date for date in (_header(message, "Date"),) if date),
                warnings=warnings,
            )
    raise RefusedError("the message has no text of its own; save its attachment as a file")


def _header(message: EmailMessage, name: str) -> str | None:
    """Return a header's value on one line; None if it is missing or too broken to be parsed."""
    try:
        value = message[name]
    except (ValueError, IndexError, AttributeError, TypeError):  # the parser of some malformed headers
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    name, address = parseaddr(_header(message, "From") or "")
    return name or address or None


def _address(message: EmailMessage) -> str | None:
    """Return the message's own address, a mid: URL (RFC 2392)."""
    match = _MESSAGE_ID.search(_header(message, "Message-ID") or "")
    return f"mid:{match[1]}" if match else None
