"""A dossier at the terminal: headings, labelled values, disagreements side by side."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.dossier import Dispute, Entry
from dateline.cli.terminal import one_line
from dateline.model.incident import Incident
from dateline.publish.wording import corroboration_words, place_words, sources_words, time_words

READING_WIDTH = 110  # columns; longer lines read badly
SIDES = 4  # values that stand beside each other; more stand below each other


def print_heading(incident: Incident, out: Console) -> None:
    """Print what and when and where in one line, and how well it is sourced."""
    width = min(out.width, READING_WIDTH)
    corroboration, review = incident.corroboration, incident.review
    where_when = f"{time_words(incident.time)} · {place_words(incident.place, full=True)}"
    by = f" by {review.by}" if review.by else ""
    out.print(Text(incident.sub_event_type, style="bold"), Text(f"({incident.event_type})", style="dim"), width=width)
    out.print(Text(one_line(where_when), style="bold"), width=width)
    out.print(Text(f"{corroboration_words(corroboration)} · {sources_words(corroboration)}"), width=width)
    reported = f" · first reported {incident.first_reported_at[:10]}" if incident.first_reported_at else ""
    standing = f"{incident.id} · revision {incident.revision}{reported} · {review.status}{by}"
    out.print(Text(one_line(standing), style="dim"), width=width)
    out.print()


def print_section(title: str, entries: Iterable[Entry], out: Console, label_width: int) -> None:
    """Print labelled values under a heading, the proof of each below it; nothing where there is none."""
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=label_width, style="dim")
    grid.add_column(ratio=1)
    last = ""
    for entry in entries:
        label = one_line(entry.label)
        lines = (Padding(Text(one_line(line), style="dim italic"), (0, 0, 0, 2)) for line in entry.proof)
        grid.add_row(Text(label if label != last else ""), Group(Text(one_line(entry.value)), *lines))
        last = label
    if grid.row_count:
        if title:
            out.print(Text(title, style="bold underline"))
        out.print(Padding(grid, (0, 0, 1, 0)), width=min(out.width, READING_WIDTH))


def print_disputes(disputes: Iterable[Dispute], out: Console) -> None:
    """Print the values of each disputed field side by side, with who gives them."""
    found = list(disputes)
    if not found:
        return
    out.print(Text("What is disputed", style="bold underline"))
    for dispute in found:
        out.print(Text(one_line(dispute.field)))
        table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
        if len(dispute.sides) <= SIDES:
            table.add_row(*(Text(one_line(side.value), style="bold") for side in dispute.sides))
            table.add_row(*(Text(one_line(side.reports), style="dim") for side in dispute.sides))
            if any(side.speakers for side in dispute.sides):
                table.add_row(*(Text(_speakers(side.speakers), style="dim") for side in dispute.sides))
        else:
            for side in dispute.sides:
                words = (side.value, side.reports, _speakers(side.speakers))
                table.add_row(*(Text(one_line(word)) for word in words))
        out.print(table, width=min(out.width, READING_WIDTH))


def _speakers(names: str) -> str:
    return one_line(f"says {names}" if names else "in the report's own voice")
