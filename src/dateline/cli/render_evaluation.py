"""A measurement at the terminal: a line for each field, and the differences that were asked for."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli.evaluation import Difference, Evaluation
from dateline.cli.terminal import one_line, quoted, shortened

WORDS = 240  # characters of the sentence beside a difference


def print_evaluation(result: Evaluation, errors: str | None, out: Console) -> None:
    """Print precision, recall and F1 by field, the mean, false news, and the differences of a field."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("field")
    for heading in ("precision", "recall", "F1", "right", "false", "missed"):
        table.add_column(heading, justify="right")
    for name, count in result.counts.items():
        if count.right or count.false or count.missed:
            shares = (f"{share:.3f}" for share in (count.precision, count.recall, count.f1))
            table.add_row(name, *shares, str(count.right), str(count.false), str(count.missed))
    out.print(table)
    out.print(Text(f"mean F1 {result.mean_f1:.3f} over {result.reports:,} reports", style="bold"))
    if result.eventless:
        out.print(f"{result.false_events:,} false events in the {result.eventless:,} reports that bring none as news")
    for difference in result.in_field(errors) if errors else ():
        out.print(_line(difference), soft_wrap=True)


def _line(difference: Difference) -> Text:
    miss = difference.miss
    line = Text(f"\n{one_line(difference.report)[:10]} ", style="dim")
    line.append(miss.field, style="bold not dim")
    line.append(f"  gold: {_value(miss.gold)}  found: {_value(miss.found)}", style="not dim")
    return line.append(f"\n  {quoted(shortened(miss.words, WORDS))}") if miss.words else line


def _value(value: str | None) -> str:
    return "nothing" if value is None else shortened(value, WORDS)
