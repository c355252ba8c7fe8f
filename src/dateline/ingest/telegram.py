"""Messages of a Telegram Desktop export (result.json): one item for each message that has words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.ingest.item import Fault, Item, Reading


def is_telegram(value: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is the export of a chat, or of an account's chats."""
    return isinstance(value.get("messages"), list) or bool(_chats(value))


def read_export(export: Mapping[str, Any]) -> Iterator[Reading]:
    """Yield an item for each message with words; numbers count all messages of the file."""
    number = written = 0
    for chat in [export] if isinstance(export.get("messages"), list) else _chats(export):
        for message in chat["messages"]:
            number += 1
            if not isinstance(message, Mapping):
                yield Fault(number, "this message is not a JSON object; export the chat again")
            elif message.get("type", "message") == "message":
                text = _words(message.get("text"))
                if text.strip():
                    written += 1
                    yield _item(chat, message, text, number)
    if not written:
        yield Fault(None, "a Telegram export in which no message has text")


def _chats(export: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    chats = export.get("chats")
    listed = chats.get("list") if isinstance(chats, Mapping) else None
    if not isinstance(listed, list):
        return []
    return [chat for chat in listed if isinstance(chat, Mapping) and isinstance(chat.get("messages"), list)]


def _item(chat: Mapping[str, Any], message: Mapping[str, Any], text: str, number: int) -> Item:
    sender = chat.get("name") or message.get("from")
    forwarded = message.get("forwarded_from")
    return Item(
        text=text,
        line=number,
        uri=_address(chat, message),
        publisher=sender if isinstance(sender, str) else None,
        metadata_dates=_dates(message),
        warnings=(f"forwarded from {forwarded}",) if isinstance(forwarded, str) and forwarded else (),
    )


def _words(text: object) -> str:
    """Return a message's words; links and bold words stand in it as objects with a text of their own."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    parts = (part.get("text") if isinstance(part, Mapping) else part for part in text)
    return "".join(part for part in parts if isinstance(part, str))


def _address(chat: Mapping[str, Any], message: Mapping[str, Any]) -> str | None:
    username, chat_id, message_id = chat.get("username"), chat.get("id"), message.get("id")
    if not isinstance(message_id, int):
        return None
    if isinstance(username, str) and username:
        return f"https://t.me/{username.removeprefix('@')}/{message_id}"
    return None if chat_id is None else f"telegram:{chat_id}/{message_id}"


def _dates(message: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the instant; `date` alone is the clock of the computer that exported, so only its day is worth keeping."""
    found = (message.get("date_unixtime"), message.get("date"))
    return tuple(str(value) for value in found if isinstance(value, str | int) and value)
