"""An input as a stream whose head can be looked at, unzipped on the way, whatever it came from."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import BinaryIO, Final, Protocol

from dateline.ingest.item import RefusedError

HEAD_BYTES: Final = 65_536
_MAX_GZIP_LAYERS: Final = 3
_MAX_COUNTED_BYTES: Final = 1 << 30


class Readable(Protocol):
    """Anything that gives bytes: a file, a pipe, a socket."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes, none at the end."""


class Input:
    """A stream of bytes: its head to recognise it by, and how it ended."""

    def __init__(self, source: Readable, *, address: str | None = None, charset: str | None = None) -> None:
        """Wrap a source; `address` and `charset` are those that it was fetched with, if it was."""
        self.address, self.charset = address, charset
        self._unzipped: list[_Unzipped] = []
        self._bytes = _Rewound(source)
        while self._bytes.head.startswith(b"\x1f\x8b") and len(self._unzipped) < _MAX_GZIP_LAYERS:
            self._unzipped.append(_Unzipped(self._bytes))
            self._bytes = _Rewound(self._unzipped[-1])
        self.head: bytes = self._bytes.head
        self.stream: BinaryIO = io.BufferedReader(self._bytes, HEAD_BYTES)

    @property
    def tail(self) -> bytes:
        """The last four bytes that were read."""
        return self._bytes.tail

    @property
    def fault(self) -> str | None:
        """Why the stream ended before its end, as far as it has been read; None if all is well."""
        return next((layer.fault for layer in self._unzipped if layer.fault), None)

    def read_whole(self, limit_bytes: int, advice: str) -> bytes:
        """Return everything; refused if it is longer than the limit or cut off."""
        data = self.read_some(limit_bytes, advice)
        if self.fault:
            raise RefusedError(self.fault)
        return data

    def read_some(self, limit_bytes: int, advice: str) -> bytes:
        """Return everything up to where the input breaks off; refused if it is longer than the limit."""
        data = self.stream.read(limit_bytes + 1)
        if len(data) > limit_bytes:
            size = len(data) + _rest(self.stream)
            shown = f"{size:,}" if size < _MAX_COUNTED_BYTES else f"over {_MAX_COUNTED_BYTES:,}"
            raise RefusedError(f"{shown} bytes; at most {limit_bytes:,} are read as one: {advice}")
        return data


def _rest(stream: BinaryIO) -> int:
    size = 0
    while size < _MAX_COUNTED_BYTES and (chunk := stream.read(1 << 20)):
        size += len(chunk)
    return size


class _Rewound(io.RawIOBase):
    """A source whose first bytes are known, and read again."""

    def __init__(self, source: Readable) -> None:
        head = b""
        while len(head) < HEAD_BYTES and (chunk := source.read(HEAD_BYTES - len(head))):
            head += chunk
        self.head, self.tail = head, b""
        self._source, self._at = source, 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._at

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """Fill the buffer from the head, then from the source."""
        chunk = self.head[self._at : self._at + len(buffer)] or self._source.read(len(buffer))
        self._at += len(chunk)
        self.tail = (self.tail + chunk[-4:])[-4:]
        buffer[: len(chunk)] = chunk
        return len(chunk)


class _Unzipped:
    """The bytes in a gzip stream up to where it breaks, and why it broke."""

    def __init__(self, source: io.RawIOBase) -> None:
        self._gzip = gzip.GzipFile(fileobj=io.BufferedReader(source, HEAD_BYTES), mode="rb")
        self.fault: str | None = None

    def read(self, size: int, /) -> bytes:
        if self.fault:
            return b""
        try:
            return self._gzip.read1(size)
        except EOFError:
            self.fault = "the gzip file is cut off; fetch or copy it again"
        except (gzip.BadGzipFile, zlib.error) as error:
            self.fault = f"the gzip file is damaged ({error}); fetch or copy it again"
        return b""
