"""Quotes found in a report's text, and tables whose every key must be known."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from dateline.errors import DatelineError

Json = dict[str, Any]
Value = TypeVar("Value")

_NEEDED: Any = object()


class CorpusError(DatelineError):
    """A golden report cannot be compiled as it stands."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file, self.reason = file, reason

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


class Table:
    """One table of a file; every key must be taken, so that a misspelt one is an error."""

    def __init__(self, file: str, name: str, entries: Any) -> None:
        if not isinstance(entries, Mapping):
            raise CorpusError(file, f"{name} is not a table: {entries!r}")
        self.file, self.name, self.left = file, name, dict(entries)

    def take(self, key: str, default: Any = _NEEDED) -> Any:
        """Remove and return a key's value, or the default where it has one."""
        if key not in self.left and default is _NEEDED:
            raise CorpusError(self.file, f"{self.name} has no {key!r}")
        return self.left.pop(key, default)

    def flag(self, key: str) -> bool:
        """Remove a key and tell whether it was there and true."""
        return bool(self.left.pop(key, None))

    def each(self, key: str, read: Callable[[Any], Value]) -> list[Value]:
        """Remove a list and return what `read` makes of each item."""
        return [read(item) for item in self.take(key, [])]

    def optional(self, key: str, read: Callable[[Any], Value]) -> Value | None:
        """Remove a key and return what `read` makes of its value, or None where it is absent."""
        value = self.take(key, None)
        return None if value is None else read(value)

    def done(self) -> None:
        """Raise CorpusError if a key was not taken."""
        if self.left:
            raise CorpusError(self.file, f"{self.name} has unknown keys: {', '.join(sorted(self.left))}")


class Text:
    """The text of one file's report: what its quotes are found in."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text

    def span(self, quote: Any) -> Json:
        """Return where a quote stands.

        `"words"` is the first place where these words stand whole, `["words", 2]` the second,
        `["words", "passage"]` the first inside that passage. Raises CorpusError with the words that
        are not there.
        """
        match quote:
            case str(words):
                return self._nth(words, 1, (0, len(self.text)))
            case [str(words), int(nth)]:
                return self._nth(words, nth, (0, len(self.text)))
            case [str(words), str(passage)]:
                around = self.span(passage)
                return self._nth(words, 1, (around["start"], around["end"]))
        raise CorpusError(self.file, f"not a quote: {quote!r}")

    def spans(self, table: Table, default: str | None = None) -> list[Json]:
        """Return the evidence of a table: its `quotes`, its `quote`, or the default quote."""
        if "quotes" in table.left:
            return table.each("quotes", self.span)
        return [self.span(table.take("quote") if default is None else table.take("quote", default))]

    def words(self, words: str) -> str:
        """Return words that the text must hold; none are always there."""
        return str(self.span(words)["quote"]) if words else ""

    def _nth(self, words: str, nth: int, within: tuple[int, int]) -> Json:
        places = list(self._whole(words, within))
        if not 1 <= nth <= len(places):
            which = "" if nth == 1 else f"occurrence {nth} of "
            raise CorpusError(self.file, f"{which}this quote is not in the text: {words!r}")
        start = places[nth - 1]
        return {"start": start, "end": start + len(words), "quote": words}

    def _whole(self, words: str, within: tuple[int, int]) -> Iterator[int]:
        """Yield each start of the words where neither end cuts a word or number in two."""
        for match in re.finditer(re.escape(words), self.text) if words else ():
            start, end = match.span()
            if within[0] <= start and end <= within[1]:
                joints = (self.text[max(start - 1, 0) : start + 1], self.text[end - 1 : end + 1])
                if not any(len(joint) == 2 and joint.isalnum() for joint in joints):
                    yield start
