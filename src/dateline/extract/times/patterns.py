"""Rules of the time grammar: patterns over classes of words, one character a word.

A text becomes a string with one character for each token, so that a rule is a regular expression whose
match is a range of tokens. Rules are written in names of classes: `d:dom th? of? m:month` is a day of the
month, labelled `d`, and a month, labelled `m`, with "th" and "of" where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from dateline.extract.document import Token
from dateline.extract.times.expressions import Expression
from dateline.extract.times.vocabulary import MARKS, UNIONS, WORD_CLASSES

SHAPES: Final = (
    "word cap sure_month shy_month full_weekday short_weekday n12 n24 n31 n99 n hmm year hhmm_only colon_clock"
    " stop_clock dot_date day_year possessive other"
).split()
_NAMES: Final = list(dict.fromkeys([*SHAPES, *WORD_CLASSES, *MARKS.values()]))
CODE: Final[dict[str, str]] = {name: chr(0x100 + i) for i, name in enumerate(_NAMES)}
_ITEM = re.compile(r"\{\d+,\d*\}|\(|(?:(?P<label>[a-z][a-z0-9]*):)?(?P<name>[a-z][a-z_0-9]*)|\s+")


class Pattern(NamedTuple):
    """A regular expression over class characters, the groups of each label in it, and what it may begin with."""

    regex: re.Pattern[str]
    labels: dict[str, tuple[int, ...]]
    starts: frozenset[str]


def pattern(text: str) -> Pattern:
    """Return what a rule's text stands for; a label may stand at several places."""
    labels: dict[str, tuple[int, ...]] = {}

    def item(match: re.Match[str]) -> str:
        name, label = match["name"], match["label"]
        if name is None:
            return "" if match.group().isspace() else "(?:" if match.group() == "(" else match.group()
        codes = _codes(name)
        if label is None:
            return f"[{codes}]"
        group = 1 + sum(map(len, labels.values()))
        labels[label] = (*labels.get(label, ()), group)
        return f"([{codes}])"

    regex = re.compile(_ITEM.sub(item, text))
    return Pattern(regex, labels, _starts(text))


def _codes(name: str) -> str:
    return "".join(CODE[part] for part in UNIONS.get(name, name).split())


def _starts(text: str) -> frozenset[str]:
    """Return the classes that a match may begin with."""
    items = [match.group() for match in re.finditer(r"[a-z][a-z_0-9:]*|[()|?*+]", text)]
    starts, _, _ = _alternatives(items, 0)
    return frozenset(starts)


def _alternatives(items: Sequence[str], at: int) -> tuple[set[str], bool, int]:
    """Return the first classes of alternatives up to their closing bracket, whether one may be empty, and the end."""
    starts: set[str] = set()
    empty = False
    while True:
        branch, branch_empty, at = _sequence(items, at)
        starts |= branch
        empty = empty or branch_empty
        if at >= len(items) or items[at] == ")":
            return starts, empty, at + 1
        at += 1  # past the bar


def _sequence(items: Sequence[str], at: int) -> tuple[set[str], bool, int]:
    starts: set[str] = set()
    empty = True
    while at < len(items) and items[at] not in ("|", ")"):
        if items[at] == "(":
            found, optional, at = _alternatives(items, at + 1)
        else:
            found, optional, at = set(_codes(items[at].rpartition(":")[2])), False, at + 1
        if at < len(items) and items[at] in ("?", "*", "+"):
            optional, at = optional or items[at] != "+", at + 1
        if empty:
            starts |= found
        empty = empty and optional
    return starts, empty, at


class Reading(NamedTuple):
    """The words that a rule matched, by the rule's labels."""

    tokens: Sequence[Token]
    offset: int  # token index of the first character of the class string
    match: re.Match[str]
    labels: dict[str, tuple[int, ...]]

    def at(self, label: str) -> int | None:
        """Return the token under a label, or None."""
        for group in self.labels.get(label, ()):
            if self.match.start(group) >= 0:
                return self.offset + self.match.start(group)
        return None

    def has(self, label: str) -> bool:
        """Tell whether the rule has the label and matched it."""
        return self.at(label) is not None

    def word(self, label: str) -> str | None:
        """Return the folded word under a label, or None."""
        return None if (at := self.at(label)) is None else self.tokens[at].folded

    def raw(self, label: str) -> str:
        """Return the word under a label as it is written, or nothing."""
        return "" if (at := self.at(label)) is None else self.tokens[at].text

    def number(self, label: str) -> int | None:
        """Return the whole number under a label, or None."""
        raw = self.raw(label).replace(",", "")
        return int(raw) if raw.isascii() and raw.isdigit() else None

    def first(self, *labels: str) -> str | None:
        """Return the first of the labels that was matched."""
        return next((label for label in labels if self.has(label)), None)

    def before(self, distance: int = 1) -> str:
        """Return the folded word so many words before what was matched, or nothing."""
        at = self.offset + self.match.start() - distance
        return self.tokens[at].folded if at >= 0 else ""

    def after(self) -> str:
        """Return the folded word after what was matched, or nothing."""
        at = self.offset + self.match.end()
        return self.tokens[at].folded if at < len(self.tokens) else ""

    def touching(self, label: str) -> bool:
        """Tell whether nothing stands between the word under a label and the word before it."""
        at = self.at(label)
        return at is not None and at > 0 and self.tokens[at - 1].end == self.tokens[at].start


class Modifier(NamedTuple):
    """A word that needs a day beside it: "late on Thursday", "earlier Wednesday"."""

    kind: str


Meaning = Expression | Modifier


class Rule(NamedTuple):
    """A pattern and what it means, with phrases that it reads whole."""

    pattern: Pattern
    build: Callable[[Reading], Meaning | None]
    examples: tuple[str, ...]


def rule(text: str, build: Callable[[Reading], Meaning | None], *examples: str) -> Rule:
    """Return a rule; the labels in its text are what `build` reads."""
    return Rule(pattern(text), build, examples)
