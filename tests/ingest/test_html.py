"""Web pages: the article alone, and what the page says about itself."""

import json
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest.html import fragment_text
from tests.ingest.samples import NEWS, SECOND, outcomes, page, the_error, the_source


def linked(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


def meta(name: str, content: str, attribute: str = "property") -> str:
    return f"<meta {attribute}='{name}' content='{content}'>"


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bomb kills &quot;three&quot;",
    "datePublished": "2024-01-22T18:30:00+04:30",
    "dateModified": "2024-01-25T00:00:00Z",
    "publisher": {"@type": "Organization", "name": "Kunduz Daily"},
}
FULL = "2024-01-22T18:30:00+04:30"

DATES = [
    (linked(ARTICLE), "", FULL),
    (linked([{"@type": "WebSite"}, ARTICLE]), "", FULL),
    (linked({"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, ARTICLE]}), "", FULL),
    (linked({"@type": "WebPage", "mainEntity": {"@type": ["Article", "Thing"], "datePublished": FULL}}), "", FULL),
    (linked({"@type": "WebPage", "datePublished": FULL}), "", FULL),
    (linked({"@type": "Comment", "datePublished": "2020-01-01"}) + meta("pubdate", FULL, "name"), "", FULL),
    (linked({**ARTICLE, "datePublished": "2024-01-22"}) + meta("article:published_time", FULL), "", FULL),
    (linked({**ARTICLE, "datePublished": "2031-01-22"}) + meta("article:published_time", FULL), "", FULL),
    ("<script type='application/ld+json'>{'broken', \"datePublished\": \"2024-01-22\"</script>", "", "2024-01-22"),
    ("<script type='application/ld+json'>//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]></script>", "", FULL),
    (meta("article:published_time", FULL), "", FULL),
    (meta("article:published_time", "2024-01-22T14:00:00Z"), "", "2024-01-22T14:00:00Z"),
    (meta("article:modified_time", FULL), "", None),
    (meta("DC.date.issued", "2024-01-22", "name"), "", "2024-01-22"),
    (meta("datePublished", FULL, "itemprop"), "", FULL),
    ("", f"<span itemprop='datePublished' content='{FULL}'>Monday</span>", FULL),
    ("", "<span itemprop='datePublished'>January 22, 2024</span>", "2024-01-22"),
    ("", f"<time datetime='{FULL}'>Monday</time>", FULL),
    ("", f"<aside><time datetime='{FULL}'>Monday</time></aside>", None),
    ("", f"<p>{NEWS}</p><p>{NEWS} {SECOND}</p><time datetime='{FULL}'>Monday</time>", None),
    ("<link rel='canonical' href='https://daily.example/2019/05/05/bomb'>", "", None),  # a date in an address
    ("", "", None),
]


@pytest.mark.parametrize(("head", "before", "published"), DATES)
def test_reads_the_date_with_its_time_and_offset(head: str, before: str, published: str | None) -> None:
    source = the_source(page(head, before=before))
    assert source.published_at == published
    assert source.published_basis == ("metadata" if published else None)


def test_takes_the_article_alone() -> None:
    source = the_source(page())
    assert NEWS in source.text
    assert SECOND in source.text
    assert "comment" not in source.text
    assert "World" not in source.text
    assert f"{NEWS}\n{SECOND}" in source.text


TITLES = [
    (linked(ARTICLE), 'Bomb kills "three"'),
    (linked({**ARTICLE, "headline": ["Three killed", "Bomb"]}), "Three killed"),
    (meta("og:title", "Three  killed"), "Three killed"),
    ("", "Bomb kills three in Kunduz"),
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_reads_the_title(head: str, title: str) -> None:
    assert the_source(page(head)).title == title


PUBLISHERS = [
    (linked(ARTICLE), "Kunduz Daily"),
    (linked({**ARTICLE, "publisher": [{"name": "Wire"}]}), "Wire"),
    (linked({**ARTICLE, "publisher": "Wire"}), "Wire"),
    (linked([{**ARTICLE, "publisher": {"@id": "#us"}}, {"@id": "#us", "@type": "Organization", "name": "Us"}]), "Us"),
    (meta("og:site_name", "Kunduz Daily"), "Kunduz Daily"),
    (linked({**ARTICLE, "publisher": 7}), None),
    ("", None),
]


@pytest.mark.parametrize(("head", "publisher"), PUBLISHERS)
def test_reads_the_publisher(head: str, publisher: str | None) -> None:
    assert the_source(page(head)).publisher == publisher


ADDRESSES = [
    ("<link rel='canonical' href='https://daily.example/a'>", None, "https://daily.example/a"),
    ("<link rel='Canonical' href='/a'>", "https://daily.example/a?x=1", "https://daily.example/a"),
    (meta("og:url", "https://daily.example/a"), None, "https://daily.example/a"),
    ("<link rel='canonical' href='https://daily.example/'>", "https://daily.example/a", "https://daily.example/a"),
    ("<link rel='canonical' href='javascript:x'>", None, None),
    ("<link rel='canonical' href='https://[broken'>", None, None),
    ("", "https://daily.example/a", "https://daily.example/a"),
    ("", None, None),
]


@pytest.mark.parametrize(("head", "address", "uri"), ADDRESSES)
def test_reads_the_address(head: str, address: str | None, uri: str | None) -> None:
    assert the_source(page(head), address=address).uri == uri


def test_prefers_the_article_that_the_page_is_about() -> None:
    other = {**ARTICLE, "url": "https://daily.example/other", "headline": "Other", "datePublished": "2020-01-01"}
    own = {**ARTICLE, "mainEntityOfPage": {"@id": "https://daily.example/a#main"}}
    head = linked([other, own]) + "<link rel='canonical' href='https://daily.example/a'>"
    assert the_source(page(head)).published_at == FULL


def test_warns_of_a_date_that_cannot_be() -> None:
    source = the_source(page(meta("article:published_time", "2031-01-01")), published="2024-01-23")
    assert (source.published_at, source.published_basis) == ("2024-01-23", "given")
    assert "lies in the future" in source.warnings[0]


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8"])
def test_reads_the_declared_charset(charset: str) -> None:
    markup = f"<html><head><meta charset={charset}></head><body><article><p>The café’s owner was killed.</p></article>"
    source = the_source(markup.encode(charset))
    assert "café’s" in source.text
    assert source.warnings == ()


def test_the_charset_of_the_transfer_comes_first() -> None:
    markup = b"<meta charset=utf-8><p>\xc2\xf0\xe0\xe3 \xf3\xe1\xe8\xf2</p>"
    assert the_source(markup, charset="windows-1251").text == "Враг убит"


def test_an_xhtml_page_with_entities_of_its_own_is_read_without_them() -> None:
    data = (
        b"<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>"
        b"<html><body><p>Three men were killed. &secret; &amp; more</p></body></html>"
    )
    assert "Three men were killed. &secret; & more" in the_source(data).text


@pytest.mark.parametrize(
    "data",
    [b"<html></html>", b"<html><body><script>var a = 'b'</script><img src=x></body></html>", b"<!-- a --><p></p>"],
)
def test_refuses_a_page_without_text(data: bytes) -> None:
    assert "no text" in the_error(data).reason


def test_a_page_language_is_a_hint() -> None:
    assert the_source(b"<html lang='ms'><body><p>Ali Hassan, Omar Said</p></body></html>").language == "ms"
    assert the_source(page(lang="ar")).language == "en"


def test_says_nothing_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger().handlers.clear()
    outcomes(b"<html><body><p></p><div>a</div></body></html>")
    outcomes(page())
    assert capfd.readouterr() == ("", "")


FRAGMENTS = [
    ("Plain  words", "Plain  words"),
    ("a &amp; b &lt;c&gt;", "a & b <c>"),
    ("<p>One <b>man</b>\n died.</p><p>Two<br>fled.</p>", "One man died.\nTwo\nfled."),
    ("<ul><li>One</li><li>Two</li></ul>after", "One\nTwo\nafter"),
    ("a<script>b</script>c<style>d</style>e", "ace"),
    ("", ""),
    ("<br>", ""),
]


@pytest.mark.parametrize(("markup", "text"), FRAGMENTS)
def test_reads_the_words_of_a_fragment(markup: str, text: str) -> None:
    assert fragment_text(markup) == text


def test_a_very_deep_page_is_read_or_refused() -> None:
    outcomes(b"<html><body>" + b"<div>" * 5_000 + b"<p>Three men were killed.</p>")
    outcomes(f"<html><head>{linked(ARTICLE)[:-9]}{'[' * 20_000}</script></head><p>Three men died.</p>".encode())


TAGS = st.sampled_from(
    [
        "<html>",
        "<p>",
        "</p>",
        "<div",
        ">",
        "<meta charset=",
        "'",
        "&",
        ";",
        "<article>",
        "Three men",
        "\x00",
        "<!--",
        "<br>",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TAGS | st.text(max_size=4), max_size=12).map("".join))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    outcomes(b"<html>" + markup.encode())
