"""What a web page says about itself: title, publisher, address and every publication date, with its time of day."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

_ARTICLE_TYPES: Final = frozenset(
    (
        "newsarticle article reportagenewsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle "
        "reviewnewsarticle blogposting liveblogposting socialmediaposting report techarticle"
    ).split()
)
_OTHERS: Final = frozenset("comment review person organization imageobject listitem".split())  # dates of other things
_DATE_NAMES: Final = (
    "article:published_time og:article:published_time og:published_time datepublished dc.date.issued dcterms.issued "
    "dc.date dcterms.date dcterms.created dc.date.created pubdate publishdate publish-date publish_date "
    "publication_date publication-date article.published article_date_original parsely-pub-date sailthru.date "
    "cxenseparse:recs:publishtime bt:pubdate citation_publication_date published_at date"
).split()
_LD_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')
_HEAD_PARAGRAPHS: Final = 2  # of body text, before which a <time> is the article's own


class PageMetadata(NamedTuple):
    """A page's statements about itself; dates as written, most trusted first."""

    title: str | None
    publisher: str | None
    uri: str | None
    language: str | None
    dates: tuple[str, ...]


def page_metadata(tree: Any, address: str | None = None) -> PageMetadata:
    """Read the metadata of a parsed page; `address` is where it was fetched, if known."""
    metas = _metas(tree)
    uri = _address(tree, metas, address)
    linked = _LinkedData(tree, uri)
    title = linked.title or metas.get("og:title") or metas.get("twitter:title") or _heading(tree)
    publisher = linked.publisher or metas.get("og:site_name") or metas.get("application-name")
    named = [metas[name] for name in _DATE_NAMES if name in metas]
    itemprop = tree.xpath("//*[contains(@itemprop,'datePublished')]")
    marked = [node.get("content") or node.get("datetime") or node.text_content() for node in itemprop]
    dates = dict.fromkeys(value for value in (*linked.dates, *named, *marked, *_head_times(tree)) if value.strip())
    return PageMetadata(_flat(title), _flat(publisher), uri, tree.get("lang") or None, tuple(dates))


def _metas(tree: Any) -> dict[str, str]:
    """Return the first value of each named meta element, names in lower case."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name, content = node.get("property") or node.get("name") or node.get("itemprop"), node.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _address(tree: Any, metas: Mapping[str, str], address: str | None) -> str | None:
    """Return the canonical address; where it is a site's front page and the page is not, where it was fetched."""
    canonical = tree.xpath("//link[translate(@rel,'CANOIL','canoil')='canonical']/@href")
    for link in (*canonical, metas.get("og:url", "")):
        try:
            full = urljoin(address or "", link.strip())
            parts = urlsplit(full)
        except ValueError:
            continue
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            continue
        if parts.path in {"", "/"} and not parts.query and address and urlsplit(address).path not in {"", "/"}:
            continue
        return str(full)
    return address


def _heading(tree: Any) -> str | None:
    """Return the only first-level heading, else the page's title."""
    headings = [text for node in tree.iter("h1") if (text := node.text_content().strip())]
    titles = [text for node in tree.iter("title") if (text := node.text_content().strip())]
    if len(headings) == 1:
        return str(headings[0])
    return str(titles[0]) if titles else None


def _flat(text: str | None) -> str | None:
    return " ".join(html.unescape(text).split()) or None if text else None


def _head_times(tree: Any) -> Iterator[str]:
    """Yield the date of the first <time> in an article's head, above its body text."""
    for article in tree.xpath("(//article|//main|//*[contains(@itemtype,'Article')])[1]"):
        paragraphs = 0
        for node in article.iter("time", "p"):
            if node.tag == "p":
                paragraphs += len(node.text_content().strip()) >= 80
            elif node.get("datetime") and next(node.iterancestors("aside", "nav", "footer", "li"), None) is None:
                yield node.get("datetime")
                return
            if paragraphs >= _HEAD_PARAGRAPHS:
                return


class _LinkedData:
    """The article that a page's JSON-LD describes."""

    def __init__(self, tree: Any, uri: str | None) -> None:
        scripts = [
            node.text or ""
            for node in tree.iter("script")
            if (node.get("type") or "").strip().lower().startswith("application/ld+json")
        ]
        self._nodes = [node for script in scripts for node in _nodes(_loads(script))]
        self._by_id = {node["@id"]: node for node in self._nodes if isinstance(node.get("@id"), str) and len(node) > 1}
        articles = [node for node in self._nodes if _types(node) & _ARTICLE_TYPES]
        own = [node for node in articles if uri is not None and _is_about(node, uri)]
        article = next(iter(own or articles), {})
        self.title = _text(article.get("headline") or article.get("name"))
        self.publisher = self._name(article.get("publisher")) or self._name(article.get("sourceOrganization"))
        self.dates = tuple(self._dates(article)) or tuple(
            match[1] for script in scripts if _loads(script) is None for match in _LD_DATE.finditer(script)
        )

    def _dates(self, article: Mapping[str, Any]) -> Iterator[str]:
        rest = (node for node in self._nodes if not _types(node) & (_OTHERS | _ARTICLE_TYPES))
        for node in (article, *(() if article.get("datePublished") else rest)):
            date = _text(node.get("datePublished"))
            if date:
                yield date
                return

    def _name(self, value: object) -> str | None:
        if isinstance(value, list):
            return next((name for name in map(self._name, value[:5]) if name), None)
        if isinstance(value, Mapping):
            known = self._by_id.get(str(value.get("@id")), {})
            return _text(value.get("name")) or _text(known.get("name"))
        return _text(value)


def _loads(script: str) -> Any:
    """Return the value of a JSON-LD script, or None if it is broken."""
    bare = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", script).strip().rstrip(";")
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield every object in JSON-LD, outer ones first."""
    queue = deque([value])
    while queue:
        here = queue.popleft()
        if isinstance(here, Mapping):
            yield here
            queue.extend(here.values())
        elif isinstance(here, list):
            queue.extend(here)


def _types(node: Mapping[str, Any]) -> set[str]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {k.rsplit("/", 1)[-1].lower() for k in kinds if isinstance(k, str)}


def _is_about(node: Mapping[str, Any], uri: str) -> bool:
    main = node.get("mainEntityOfPage")
    said = (node.get("url"), node.get("@id"), main.get("@id") if isinstance(main, Mapping) else main)
    page = _without_fragment(uri)
    return any(isinstance(s, str) and _without_fragment(s) == page for s in said)


def _without_fragment(uri: str) -> str:
    return uri.partition("#")[0].rstrip("/")


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if isinstance(value, str) else None
