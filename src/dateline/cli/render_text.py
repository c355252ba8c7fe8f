"""A report's text with its finds marked: in colour, or in brackets where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text

from dateline.cli.marks import KINDS, Kind, Mark, marks
from dateline.cli.terminal import printable
from dateline.model.report import Report

STYLES: Final[dict[Kind, str]] = {
    "event": "bold reverse red",
    "toll": "bold red",
    "weapon": "bold magenta",
    "speaker": "bold blue",
    "actor": "bold yellow",
    "place": "bold green",
    "time": "bold cyan",
    "figure": "underline red",
}
FOLDED = 240  # characters; a longer repeat is not printed again


def legend(kinds: Sequence[Kind], *, colour: bool) -> Text:
    """Return what the marks mean, for the kinds that occur."""
    found = Text()
    found.append("marked:", style="dim")
    for kind in kinds:
        found.append("  ")
        found.append(kind if colour else f"[{kind}:…]", style=STYLES[kind] if colour else "")
    return found


def kinds_in(report: Report) -> tuple[Kind, ...]:
    """Return the kinds of finds in a report, in the legend's order."""
    present = {mark.kind for mark in marks(report)}
    return tuple(kind for kind in KINDS if kind in present)


def marked_text(report: Report, *, colour: bool) -> Text:
    """Return a report's text with every find marked; long passages that repeat an earlier one are folded."""
    found, whole = marks(report), printable(report.text)
    shown = Text()
    for start, end, repeated in _passages(report):
        if repeated and end - start > FOLDED:
            shown.append(f"[{end - start:,} characters that repeat what stands above]\n", style="dim italic")
            continue
        within = [mark for mark in found if start <= mark.start and mark.end <= end]
        passage = _coloured(whole, start, end, within) if colour else Text(_bracketed(whole, start, end, within))
        if repeated:
            passage.stylize("dim")
        shown.append_text(passage)
    shown.rstrip()
    return shown


def _passages(report: Report) -> Iterator[tuple[int, int, bool]]:
    """Yield the parts of a text with whether they repeat earlier ones, in order."""
    at = 0
    for span in sorted(report.repeats, key=lambda span: span.start):
        if span.start > at:
            yield at, span.start, False
        if span.end > at:
            yield max(at, span.start), span.end, True
        at = max(at, span.end)
    if at < len(report.text):
        yield at, len(report.text), False


def _coloured(text: str, start: int, end: int, found: Sequence[Mark]) -> Text:
    shown = Text(text[start:end])
    for mark in found:
        shown.stylize(STYLES[mark.kind], mark.start - start, mark.end - start)
    return shown


def _bracketed(text: str, start: int, end: int, found: Sequence[Mark]) -> str:
    parts: list[str] = []
    open_ends: list[int] = []
    at = start
    for mark in [*found, Mark(end, end, "event")]:
        while open_ends and open_ends[-1] <= mark.start:
            close = open_ends.pop()
            parts += [text[at:close], "]"]
            at = close
        parts.append(text[at : mark.start])
        at = mark.start
        if mark.start < end:
            parts.append(f"[{mark.kind}:")
            open_ends.append(mark.end)
    return "".join(parts)
