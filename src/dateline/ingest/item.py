"""What a format's reader yields: items as they stand in the input, and faults."""

from __future__ import annotations

from typing import Final, NamedTuple

from dateline.errors import DatelineError

MAX_CHARACTERS: Final = 1_000_000  # of one report; a book is no report


class RefusedError(DatelineError):
    """An input cannot be read as a report; the reason says what to do about it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


class Fault(NamedTuple):
    """Something in an input that could not be read, at a line or item number counted from 1."""

    line: int | None
    reason: str


class Item(NamedTuple):
    """One published item as its format gives it, before cleaning."""

    text: str
    line: int | None = None  # line or item number, counted from 1
    uri: str | None = None
    publisher: str | None = None
    title: str | None = None
    given_date: str | None = None  # stated by the one who hands the report over
    metadata_dates: tuple[str, ...] = ()  # as the publisher wrote them, most trusted first
    language: str | None = None  # stated, and believed
    language_hint: str | None = None  # declared by the publisher's software, and often wrong
    warnings: tuple[str, ...] = ()


Reading = Item | Fault


def too_long(characters: int) -> str:
    """Return the reason why a report of so many characters is refused."""
    return (
        f"{characters:,} characters; one report may have {MAX_CHARACTERS:,}: "
        "split it into one file or JSON line per report"
    )
