"""Feeds: every whole entry, with its own date and offset."""

from collections.abc import Callable

import pytest

from tests.ingest.samples import NEWS, SECOND, cut, errors, outcomes, rss, sources, the_error, the_source

DATE = "<pubDate>Mon, 22 Jan 2024 18:30:00 +0430</pubDate>"
ENTRY = (
    f"<title>Bomb &amp;amp; dead</title><link>https://daily.example/a</link>{DATE}"
    f"<description>Short.</description><content:encoded><![CDATA[<p>{NEWS}</p><p>{SECOND}</p>]]></content:encoded>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Watch</title><entry><title type='html'>A &lt;b&gt;bomb&lt;/b&gt;"
    "</title><id>tag:watch.example,2024:1</id><link href='https://watch.example/1'/>"
    f"{{dates}}<content type='html'>&lt;p&gt;{NEWS}&lt;/p&gt;</content></entry></feed>"
)


def test_reads_an_entry_with_its_own_offset() -> None:
    source = the_source(rss(ENTRY))
    assert source.text == f"{NEWS}\n{SECOND}"
    assert source.uri == "https://daily.example/a"
    assert source.publisher == "Kunduz Daily"
    assert source.title == "Bomb & dead"
    assert (source.published_at, source.published_basis) == ("2024-01-22T18:30:00+04:30", "metadata")
    assert source.warnings == ()


def test_reads_atom() -> None:
    source = the_source(ATOM.format(dates="<published>2024-01-22T18:30:00+04:30</published>").encode())
    assert (source.title, source.publisher) == ("A bomb", "Watch")
    assert source.published_at == "2024-01-22T18:30:00+04:30"


def test_says_where_only_the_last_change_is_dated() -> None:
    source = the_source(ATOM.format(dates="<updated>2024-01-22T18:30:00Z</updated>").encode())
    assert source.published_at == "2024-01-22T18:30:00Z"
    assert "last change" in source.warnings[0]


FIELDS = [
    (f"<description>{NEWS}</description>", (NEWS, None, None)),
    (f"<description>{NEWS}</description><guid>https://a.example/1</guid>", (NEWS, "https://a.example/1", None)),
    (f"<description>{NEWS}</description><guid>17</guid>", (NEWS, None, None)),
    (
        f"<description>{NEWS}</description><dc:date>2024-01-22T18:30:00+04:30</dc:date>",
        (NEWS, None, "2024-01-22T18:30:00+04:30"),
    ),
    (f"<description>{NEWS}</description><pubDate>soon</pubDate>", (NEWS, None, None)),
    (f"<description>{NEWS} &amp;lt;20 dead</description>", (f"{NEWS} <20 dead", None, None)),
]


@pytest.mark.parametrize(("entry", "fields"), FIELDS)
def test_reads_what_entries_give(entry: str, fields: tuple[str, str | None, str | None]) -> None:
    source = the_source(rss(entry))
    assert (source.text, source.uri, source.published_at) == fields


def test_the_source_of_a_republished_entry_is_its_publisher() -> None:
    entry = f"<description>{NEWS}</description><source url='https://wire.example'>The Wire</source>"
    assert the_source(rss(entry)).publisher == "The Wire"


def test_an_entry_without_text_costs_only_itself() -> None:
    found = outcomes(rss("<title>Only a title</title>", ENTRY))
    assert [(error.line, "read the page" in error.reason) for error in errors(found)] == [(1, True)]
    assert len(sources(found)) == 1


@pytest.mark.parametrize("make", [lambda data: data[:-60], lambda data: cut(data, 120)])
def test_keeps_the_whole_entries_of_a_feed_that_breaks_off(make: Callable[[bytes], bytes]) -> None:
    last = (
        "".join(f"<category>word {number * 7919}</category>" for number in range(30))
        + "<description>Lost</description>"
    )
    found = outcomes(make(rss(ENTRY, last)))
    assert [source.title for source in sources(found)] == ["Bomb & dead"]
    assert any("breaks off" in error.reason for error in errors(found))


def test_a_feed_without_entries_is_a_fault() -> None:
    assert the_error(rss()).reason == "a feed without entries"


def test_entities_that_a_feed_defines_are_not_resolved() -> None:
    head = "<!DOCTYPE rss [<!ENTITY file SYSTEM 'file:///etc/hostname'><!ENTITY word 'injected'>]>"
    source = the_source(rss(f"<description>{NEWS} &word; &file;</description>", head=head))
    assert source.text.startswith(NEWS)
    assert "injected" not in source.text


def test_a_bomb_of_entities_stays_small() -> None:
    entities = "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9))
    head = f"<!DOCTYPE rss [<!ENTITY a0 'boom'>{entities}]>"
    assert len(the_source(rss(f"<description>{NEWS} &a9;</description>", head=head)).text) < 200


def test_control_characters_do_not_break_a_feed() -> None:
    source = the_source(rss(f"<description>{NEWS}\x0b</description>"))
    assert source.text == NEWS


def test_reads_a_feed_in_another_encoding() -> None:
    data = rss("<description>The café’s owner was killed.</description>").decode().replace("UTF-8", "windows-1252")
    assert the_source(data.encode("cp1252")).text == "The café’s owner was killed."
    assert the_source(data.replace("windows-1252", "utf-16").encode("utf-16")).text == "The café’s owner was killed."
