"""A measurement at the terminal: a line for each field, and the differences that were asked for."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.analyse.bootstrap import Interval, differences, intervals
from dateline.cli.evaluation import Difference, Evaluation
from dateline.cli.terminal import one_line, quoted, shortened

WORDS = 240  # characters of the sentence beside a difference


def print_evaluation(result: Evaluation, errors: str | None, out: Console, against: Evaluation | None = None) -> None:
    """Print precision, recall and F1 by field, the mean, false news, and the differences of a field.

    Beside F1 stands where 95 % of draws of as many reports lie. `against` is another run: how far F1 lies above it,
    with an asterisk where that is more than chance.
    """
    sure = intervals(result.parts)
    apart = differences(result.parts, against.parts) if against is not None else {}
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("field")
    for heading in ("precision", "recall", "F1", "95 %", "right", "false", "missed", *(["above"] if against else [])):
        table.add_column(heading, justify="right")
    for name, count in result.counts.items():
        if count.right or count.false or count.missed:
            shares = (f"{share:.3f}" for share in (count.precision, count.recall, count.f1))
            row = [*shares, _interval(sure[name]), str(count.right), str(count.false), str(count.missed)]
            if against is not None:
                row.append(_above(count.f1 - against.counts[name].f1, apart[name]))
            table.add_row(name, *row)
    out.print(table)
    mean = f"mean F1 {result.mean_f1:.3f} over {result.reports:,} reports ({_interval(sure['mean'])})"
    if against is not None:
        mean += f", {_above(result.mean_f1 - against.mean_f1, apart['mean'])} above the other run"
    out.print(Text(mean, style="bold"))
    if result.eventless:
        out.print(f"{result.false_events:,} false events in the {result.eventless:,} reports that bring none as news")
    for difference in result.in_field(errors) if errors else ():
        out.print(_line(difference), soft_wrap=True)


def _interval(one: Interval) -> str:
    return f"{one.low:.2f} to {one.high:.2f}"


def _above(difference: float, interval: Interval) -> str:
    return f"{difference:+.3f}{'*' if interval.excludes_zero else ''}"


def _line(difference: Difference) -> Text:
    miss = difference.miss
    line = Text(f"\n{one_line(difference.report)[:10]} ", style="dim")
    line.append(miss.field, style="bold not dim")
    line.append(f"  gold: {_value(miss.gold)}  found: {_value(miss.found)}", style="not dim")
    return line.append(f"\n  {quoted(shortened(miss.words, WORDS))}") if miss.words else line


def _value(value: str | None) -> str:
    return "nothing" if value is None else shortened(value, WORDS)
