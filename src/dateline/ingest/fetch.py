"""Fetching one page or feed by its http(s) address: the only use of the network in reading reports."""

from __future__ import annotations

import time
from http.client import HTTPException, HTTPResponse
from typing import Final, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from dateline.errors import UnreadableError

TIMEOUT_S: Final = 30.0
MAX_BYTES: Final = 50_000_000
_CHUNK: Final = 65_536


class Fetched(NamedTuple):
    """What an address gave, the address after redirects, and the charset that the server declared."""

    data: bytes
    address: str
    charset: str | None


def fetch(url: str, *, timeout_s: float = TIMEOUT_S, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the bytes at an http(s) address. Raises UnreadableError, with what to do, if it gives none."""
    return fetch_page(url, timeout_s=timeout_s, max_bytes=max_bytes).data


def fetch_page(url: str, *, timeout_s: float = TIMEOUT_S, max_bytes: int = MAX_BYTES) -> Fetched:
    """Return the bytes at an http(s) address with the final address and declared charset.

    Only http and https are spoken, also after a redirect. Raises UnreadableError if the server refuses,
    gives more than `max_bytes`, or takes longer than `timeout_s` in all.
    """
    if not is_web_address(url):
        raise UnreadableError(url, None, "not an http or https address")
    try:
        request = Request(url, headers={"User-Agent": "Dateline/0.1", "Accept-Encoding": "identity"})  # noqa: S310
        return _open(request, timeout_s, max_bytes)
    except HTTPError as error:
        error.close()
        reason = f"the server answered {error.code} {error.reason}; open it in a browser and save the page"
        raise UnreadableError(url, None, reason) from error
    except TimeoutError as error:
        raise UnreadableError(url, None, f"no whole answer within {timeout_s:g} s; try again later") from error
    except URLError as error:
        cause = "it took too long" if isinstance(error.reason, TimeoutError) else error.reason
        raise UnreadableError(url, None, f"could not be fetched ({cause}); check address and network") from error
    except (HTTPException, OSError, ValueError) as error:
        reason = f"could not be fetched ({type(error).__name__}: {error}); check address and network"
        raise UnreadableError(url, None, reason) from error


def is_web_address(url: str) -> bool:
    """Tell whether a string is an http or https address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _open(request: Request, timeout_s: float, max_bytes: int) -> Fetched:
    deadline = time.monotonic() + timeout_s
    with _opener().open(request, timeout=timeout_s) as response:
        data = _read(response, deadline, max_bytes)
        if data is None:
            raise UnreadableError(request.full_url, None, f"over {max_bytes:,} bytes; save it as a file and split it")
        return Fetched(data, response.geturl(), response.headers.get_content_charset())


def _read(response: HTTPResponse, deadline: float, max_bytes: int) -> bytes | None:
    """Return the body, or None if it is longer than allowed."""
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read1(_CHUNK):
        size += len(chunk)
        if size > max_bytes:
            return None
        if time.monotonic() > deadline:
            raise TimeoutError
        chunks.append(chunk)
    return b"".join(chunks)


def _opener() -> OpenerDirector:
    """Return an opener that knows http and https alone: no redirect can lead to a file or an FTP server."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPRedirectHandler(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener
