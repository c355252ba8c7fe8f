"""Fetching by address, against a server of our own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep

import pytest

from dateline.errors import UnreadableError
from dateline.ingest.fetch import fetch, fetch_page, is_web_address
from dateline.ingest.read import read_all
from tests.ingest.samples import NEWS, TODAY, errors, page, rss, sources

RUSSIAN = "Враг убит сегодня вечером"


class Daily(BaseHTTPRequestHandler):
    """A newspaper's server, and one with every fault."""

    def do_GET(self) -> None:
        """Answer by path."""
        match self.path:
            case "/page":
                self._send(page())
            case "/feed":
                self._send(rss(f"<description>{NEWS}</description>"), "application/rss+xml")
            case "/russian":
                self._send(RUSSIAN.encode("cp1251"), "text/plain; charset=windows-1251")
            case "/moved":
                self._move("/page")
            case "/loop":
                self._move("/loop")
            case "/trap":
                self._move("file:///etc/hostname")
            case "/ftp":
                self._move("ftp://127.0.0.1/a")
            case "/huge":
                self._send(b"x" * 200_000)
            case "/slow":
                self._send(b"x", delay_s=1.0)
            case "/drip":
                self._drip()
            case "/rude":
                self.wfile.write(b"\x00\x01\x02\n\n")
            case _:
                self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def _send(self, body: bytes, kind: str = "text/html; charset=utf-8", *, delay_s: float = 0) -> None:
        sleep(delay_s)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _move(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(30):
            self.wfile.write(b"x")
            self.wfile.flush()
            sleep(0.05)


class Quiet(ThreadingHTTPServer):
    """A server that does not print when a client hangs up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with Quiet(("127.0.0.1", 0), Daily) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(autouse=True)
def _directly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def test_returns_the_bytes(site: str) -> None:
    assert fetch(f"{site}/page") == page()


def test_follows_redirects_and_says_where_to(site: str) -> None:
    fetched = fetch_page(f"{site}/moved")
    assert (fetched.address, fetched.charset) == (f"{site}/page", "utf-8")


FAULTS = [
    ("/none", "the server answered 404"),
    ("/loop", "the server answered 302"),
    ("/trap", "the server answered 302"),
    ("/ftp", "could not be fetched"),
    ("/huge", "over 100,000 bytes"),
    ("/slow", "0.5 s"),
    ("/drip", "no whole answer within 0.5 s"),
    ("/rude", "could not be fetched"),
]


@pytest.mark.parametrize(("path", "reason"), FAULTS)
def test_says_why_it_gave_up(site: str, path: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        fetch(f"{site}{path}", timeout_s=0.5, max_bytes=100_000)
    assert reason in caught.value.reason
    assert caught.value.path == f"{site}{path}"


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "ftp://a.example/b", "/etc/hostname", "http://", "http://[", "", "http://a b/"]
)
def test_speaks_only_to_web_addresses(address: str) -> None:
    with pytest.raises(UnreadableError):
        fetch(address)


def test_tells_web_addresses() -> None:
    assert is_web_address("https://daily.example/a")
    assert not is_web_address("https:/daily.example")


def test_a_refused_connection_is_named() -> None:
    with pytest.raises(UnreadableError, match="check address and network"):
        fetch("http://127.0.0.1:9/", timeout_s=2)


def test_reads_pages_feeds_and_texts_from_addresses(site: str) -> None:
    paths = [f"{site}/moved", f"{site}/feed", f"{site}/russian", f"{site}/none"]
    found = list(read_all(paths, network=True, today=TODAY))
    first, second, third = sources(found)
    assert (first.uri, first.title) == (f"{site}/page", "Bomb kills three in Kunduz")
    assert second.text == NEWS
    assert (third.uri, third.text, third.language) == (f"{site}/russian", RUSSIAN, "ru")
    assert [error.path for error in errors(found)] == [f"{site}/none"]


def test_uses_no_network_unless_told(site: str) -> None:
    [error] = read_all([f"{site}/page"], today=TODAY)
    assert isinstance(error, UnreadableError)
    assert "no network" in error.reason
