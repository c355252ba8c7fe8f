"""A web page: the article's text without menus and comments, and what the page says about itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from dateline.ingest.clean import clean
from dateline.ingest.decode import decode
from dateline.ingest.item import Item, RefusedError
from dateline.ingest.language import language_code
from dateline.ingest.page_metadata import page_metadata

MAX_PAGE_BYTES: Final = 20_000_000

_META_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_-]{3,20})")
_XML_CHARSET = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{3,20})")
_BLOCKS: Final = frozenset(
    (
        "address article aside blockquote body br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
        "hr li main nav ol p pre section table tbody td th tr ul"
    ).split()
)
_SILENT: Final = frozenset("script style noscript template head iframe svg button select textarea object".split())


def read_page(data: bytes, *, charset: str | None = None, address: str | None = None, line: int | None = None) -> Item:
    """Return the article of a page; `charset` and `address` are those it was fetched with.

    Raises RefusedError if the page holds no text.
    """
    text, _, warnings = decode(data, charset or declared_charset(data))
    tree = _parse(text)
    if tree is None:
        raise RefusedError("the HTML has no text")
    metadata = page_metadata(tree, address)
    article = _article(tree) or _paragraphs(_parse(text))
    if not article.strip():
        raise RefusedError("the HTML has no text; if the page is built by scripts, save it from a browser")
    return Item(
        text=article,
        line=line,
        uri=metadata.uri,
        publisher=metadata.publisher,
        title=metadata.title,
        metadata_dates=metadata.dates,
        language_hint=language_code(metadata.language or ""),
        warnings=warnings,
    )


def declared_charset(data: bytes) -> str | None:
    """Return the charset that a page or XML document declares in its own first bytes."""
    match = _XML_CHARSET.match(data[:1024]) or _META_CHARSET.search(data[:8192])
    return match[1].decode("ascii") if match else None


def fragment_text(markup: str) -> str:
    """Return the words of a piece of HTML, one line per paragraph, list item or table cell."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    tree = _parse(f"<div>{markup}</div>")
    return "" if tree is None else _lines(tree)


def _parse(text: str) -> Any:
    """Return the tree of a page; entities are HTML's own, nothing is fetched."""
    import lxml.html  # type: ignore[import-untyped] # noqa: PLC0415 - slow to import, only for HTML

    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(clean(text).encode("utf-8"), parser=parser)
    except lxml.etree.ParserError:
        return None


@cache
def _quiet() -> None:
    """Keep the extractor's remarks on odd pages off the terminal; a log that somebody set up still gets them."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def _article(tree: Any) -> str:
    import trafilatura  # noqa: PLC0415 - takes half a second to import, only for HTML

    _quiet()
    document = trafilatura.bare_extraction(
        tree,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        include_images=False,
    )
    if document is None:
        return ""
    found = document["text"] if isinstance(document, dict) else document.text
    return found or ""


def _paragraphs(tree: Any) -> str:
    """Return the words of a page on which no article stands out: of <article>, else of all <p>, else of the body."""
    articles = tree.xpath("//article") or tree.xpath("//main")
    blocks = articles[:1] or tree.xpath("//p[not(ancestor::nav or ancestor::footer or ancestor::p)]")
    return "\n".join(text for block in blocks if (text := _lines(block))) or _lines(tree)


def _lines(tree: Any) -> str:
    flat = (" ".join(line.split()) for line in "".join(_pieces(tree)).split("\n"))
    return "\n".join(line for line in flat if line)


def _pieces(tree: Any) -> Iterator[str]:
    """Yield the words of a tree in order, with a line end at the edges of each block."""
    from lxml import etree  # noqa: PLC0415

    silent = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        is_block, is_silent = node.tag in _BLOCKS, node.tag in _SILENT
        if is_block:
            yield "\n"
        if event == "start":
            silent += is_silent
            if not silent and node.text:
                yield node.text.replace("\n", " ")
            continue
        silent -= is_silent
        if not silent and node.tail and node is not tree:
            yield node.tail.replace("\n", " ")
