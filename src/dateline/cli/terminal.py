"""What reaches the terminal: text made harmless, records as lines, complaints of one line."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TextIO

from msgspec import json

if TYPE_CHECKING:
    from rich.console import Console

PIPE_WIDTH: Final = 120  # columns where there is no terminal to ask
_CONTROL: Final[dict[int, int | str]] = {
    **{code: 0x2400 + code for code in range(0x20) if code not in {0x09, 0x0A}},
    0x09: " ",
    0x7F: 0x2421,
    **dict.fromkeys(
        (*range(0x80, 0xA0), *range(0xD800, 0xE000), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD
    ),
    **dict.fromkeys((0x2028, 0x2029), " "),
}
_JSON_CONTROL: Final = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]")


def printable(text: str) -> str:
    """Return text that cannot steer a terminal, of the same length: controls are shown, direction marks replaced.

    Line feeds stay. Escape becomes its picture (U+241B), overrides of writing direction U+FFFD.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_CONTROL)


def one_line(text: str) -> str:
    """Return text that cannot steer a terminal as one line."""
    return printable(" ".join(text.split()))


def shortened(text: str, width: int) -> str:
    """Return one line of at most `width` characters, words in the middle left out where it is longer."""
    line = one_line(text)
    if len(line) <= width:
        return line
    head, tail = line[: width * 2 // 3 - 2], line[len(line) - width // 3 + 1 :]
    return f"{_without_last_part(head)} … {_without_last_part(tail[::-1])[::-1]}"


def quoted(words: str) -> str:
    """Return words in quotation marks, unless they bring their own."""
    return words if not words or words[0] in '“"' else f"“{words}”"


def _without_last_part(text: str) -> str:
    return text.rpartition(" ")[0] or text


def json_line(record: Any) -> bytes:
    """Return a record as one line of JSON, in which characters that steer a terminal are escaped."""
    return _JSON_CONTROL.sub(lambda match: f"\\u{ord(match[0].decode()):04x}".encode(), json.encode(record)) + b"\n"


def write_line(record: Any, output: BinaryIO | None = None) -> None:
    """Write a record to standard output as one line of JSON, at once."""
    stream = output or sys.stdout.buffer
    stream.write(json_line(record))
    stream.flush()


def complain(message: object) -> None:
    """Write one line to standard error."""
    print(one_line(str(message)), file=sys.stderr, flush=True)


def console(file: TextIO | None = None) -> Console:
    """Return where tables and marked text are printed: in colour on a terminal, unless NO_COLOR is set."""
    from rich.console import Console  # noqa: PLC0415 - records need no rich

    class _Console(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    output = file or sys.stdout
    width = None if output.isatty() or os.environ.get("COLUMNS") else PIPE_WIDTH
    return _Console(file=output, width=width, markup=False, highlight=False, emoji=False)


def has_colour(out: Console) -> bool:
    """Tell whether marking by colour works there."""
    return out.is_terminal and not out.no_color and not out.is_dumb_terminal
