"""A report at the terminal: its text with what was found marked, then each find as a short card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.cli.render_text import kinds_in, legend, marked_text
from dateline.cli.terminal import has_colour, one_line, quoted, shortened
from dateline.model.report import Event, Figure, Report, Statement
from dateline.model.values import Evidence, Party, Time
from dateline.publish.wording import (
    casualty_words,
    count_words,
    outcome_words,
    party_words,
    place_words,
    responsibility_words,
    time_words,
    weapon_words,
)

READING_WIDTH = 100  # columns; longer lines of prose read badly
QUOTE = 72  # characters of evidence beside a value
CONTENT = 200  # characters of a statement

Row = tuple[str, str, str]  # label, value, the words behind it


def print_report(report: Report, out: Console) -> None:
    """Print a report's text with its finds marked, and cards of its events, figures and statements."""
    width = min(out.width, READING_WIDTH)
    colour = has_colour(out)
    out.print(Rule(style="dim"), width=width)
    out.print(Text(one_line(report.title or "untitled"), style="bold"), width=width)
    out.print(Text(_particulars(report), style="dim"), width=width)
    if kinds := kinds_in(report):
        out.print(legend(kinds, colour=colour), width=width)
    out.print()
    out.print(marked_text(report, colour=colour), width=width)
    out.print()
    for number, event in enumerate(report.events, 1):
        _print_card(out, width, f"{number}  {event.sub_event_type}", event.status, event_rows(event))
    for figure in report.figures:
        _print_card(out, width, f"figure: {one_line(figure.what)}", figure.kind, figure_rows(figure))
    if report.statements:
        _print_card(out, width, "statements", "", map(_statement_row, report.statements))
    for warning in report.warnings:
        out.print(Text(f"warning: {one_line(warning)}", style="yellow"), width=width)
    if not report.events:
        out.print(Text("No event was found in this report.", style="dim"), width=width)


def event_rows(event: Event) -> Iterator[Row]:
    """Yield what an event says, label by label, with the words behind each value."""
    yield "when", _time(event.time), event.time.text
    yield "where", _place(event), _quote(event.place.evidence if event.place else ())
    yield from (("who", _party(party), _quote(party.evidence)) for party in event.perpetrators)
    yield from (("whom", _party(party), _quote(party.evidence)) for party in event.targets)
    yield from (("with", weapon_words(weapon), _quote(weapon.evidence)) for weapon in event.weapons)
    for casualty in event.casualties:
        yield "toll", casualty_words(casualty) + _by(casualty.according_to), _quote(casualty.evidence)
    if event.outcome is not None:
        yield "outcome", outcome_words(event.outcome), _quote(event.outcome.evidence)
    for row in event.responsibility:
        yield "claims", responsibility_words(row), _quote(row.evidence)


def figure_rows(figure: Figure) -> Iterator[Row]:
    """Yield what a figure says, label by label."""
    yield "count", count_words(figure.quantity), _quote(figure.evidence)
    period = [f"{word} {time_words(time)}" for word, time in (("since", figure.since), ("until", figure.until)) if time]
    if period:
        yield "period", ", ".join(period), "; ".join(time.text for time in (figure.since, figure.until) if time)
    if figure.places:
        yield "where", ", ".join(figure.places), ""
    yield from (("who", _party(party), _quote(party.evidence)) for party in figure.perpetrators)
    yield from (("whom", _party(party), _quote(party.evidence)) for party in figure.targets)
    if figure.speaker is not None:
        yield "says", _party(figure.speaker), _quote(figure.speaker.evidence)


def _statement_row(statement: Statement) -> Row:
    through = f" ({statement.channel})" if statement.channel else ""
    said = f", {time_words(statement.said_at)}" if statement.said_at is not None else ""
    content = shortened(statement.content.quote, CONTENT)
    return "says", f"{_titled(statement.speaker)}{through}{said}", quoted(content) if statement.direct else content


def _print_card(out: Console, width: int, title: str, note: str, rows: Iterable[Row]) -> None:
    heading = Text(one_line(title), style="bold")
    if note:
        heading.append(f" · {note}", style="dim")
    out.print(heading, width=width)
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=7, style="dim")
    grid.add_column(ratio=3)
    grid.add_column(ratio=4, style="dim italic")
    last = ""
    for label, value, words in rows:
        grid.add_row(
            label if label != last else "", Text(one_line(value)), Text(shortened(words, max(QUOTE, len(value))))
        )
        last = label
    out.print(Padding(grid, (0, 0, 1, 3)), width=width)


def _particulars(report: Report) -> str:
    basis = f" ({report.published_basis})" if report.published_basis not in {None, "given"} else ""
    parts = (
        report.publisher,
        f"published {report.published_at}{basis}" if report.published_at else "publication date unknown",
        None if report.dateline is None else f"filed from {place_words(report.dateline)}",
        report.uri,
        f"report {report.id[:10]}",
    )
    return one_line(" · ".join(part for part in parts if part))


def _time(time: Time) -> str:
    zone = f" {time.timezone}" if time.timezone and time.precision in {"minute", "hour", "part_of_day"} else ""
    return f"{time_words(time)}{zone}"


def _place(event: Event) -> str:
    place = event.place
    if place is None or place.lat is None or place.lon is None:
        return place_words(place, full=True)
    return f"{place_words(place, full=True)} ({place.lat:.2f}, {place.lon:.2f})"


def _party(party: Party) -> str:
    return party_words(party) + _by(name for name in party.according_to if name != party.name)


def _titled(party: Party) -> str:
    parts = (party.name, party.title, party.organization)
    return ", ".join(part for part in parts if part)


def _by(speakers: Iterable[str]) -> str:
    names = ", ".join(speakers)
    return f", says {names}" if names else ""


def _quote(evidence: Evidence) -> str:
    return quoted(evidence[0].quote) if evidence else ""
