"""RSS and Atom feeds: one item for each entry that has words."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline.ingest.clean import clean
from dateline.ingest.decode import decode
from dateline.ingest.html import declared_charset, fragment_text
from dateline.ingest.item import Fault, Item, Reading
from dateline.ingest.language import language_code

MAX_FEED_BYTES: Final = 100_000_000

_DECLARATION = re.compile(r"\A\s*<\?xml.*?\?>", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ENTRY_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>")
_FEED_END = re.compile(r"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.DOTALL)


def read_feed(data: bytes, *, charset: str | None = None) -> Iterator[Reading]:
    """Yield the entries of a feed, and a fault for each without words; a feed that breaks off keeps its whole entries.

    A document type declaration is taken out first: entities that a feed defines mean nothing here.
    """
    import feedparser  # noqa: PLC0415 - slow to import, only for feeds

    text, _, warnings = decode(data, charset or declared_charset(data))
    text = _DOCTYPE.sub("", _DECLARATION.sub("", clean(text)), count=1)
    feed = feedparser.parse(  # a stream: given a string, it would open a file or address of that name
        io.BytesIO(text.encode("utf-8")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
    )
    entries = feed.entries
    is_whole = bool(_FEED_END.search(text[-4096:]))
    if not is_whole:
        entries = entries[: sum(1 for _ in _ENTRY_END.finditer(text))]
    elif feed.bozo:
        warnings = (*warnings, "the feed is not well-formed XML; some of its text may be lost")
    for number, entry in enumerate(entries, 1):
        yield _entry(feed.feed, entry, number, warnings)
    if not is_whole:
        yield Fault(None, f"the feed breaks off; the {len(entries)} whole entries before were read; fetch it again")
    elif not entries:
        yield Fault(None, "a feed without entries")


def _entry(feed: Mapping[str, Any], entry: dict[str, Any], number: int, warnings: tuple[str, ...]) -> Reading:
    text = _words(entry)
    if not text:
        return Fault(number, "the feed entry has no text, only a title or link; read the page that it links to")
    # as a plain dict: feedparser's own would answer "updated" with the date of publication
    published, updated = (dict.get(entry, key) for key in ("published", "updated"))
    if not published and updated and entry.get("id"):
        warnings = (*warnings, "the entry gives no date of publication; the date of its last change stands for it")
    return Item(
        text=text,
        line=number,
        uri=_link(entry),
        publisher=_title(entry.get("source", {})) or _title(feed),
        title=_title(entry),
        metadata_dates=tuple(date for date in (published or updated,) if date),
        language_hint=language_code(feed.get("language") or ""),
        warnings=warnings,
    )


def _words(entry: Mapping[str, Any]) -> str:
    """Return the longest of an entry's content and summary as plain text."""
    details = [*entry.get("content", ()), entry.get("summary_detail", {})]
    texts = [_plain(detail) for detail in details if detail.get("value")]
    return max(texts, key=len, default="")


def _plain(detail: Mapping[str, Any]) -> str:
    value = str(detail["value"])
    return value.strip() if detail.get("type") == "text/plain" else fragment_text(value)


def _title(value: Mapping[str, Any]) -> str | None:
    title = value.get("title")
    return " ".join(fragment_text(title).split()) or None if isinstance(title, str) else None


def _link(entry: Mapping[str, Any]) -> str | None:
    for address in (entry.get("link"), entry.get("id")):
        if isinstance(address, str) and address.startswith(("http://", "https://")):
            return address
    return None
