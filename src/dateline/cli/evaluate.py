"""`dateline evaluate`: extraction measured against records that people annotated."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from dateline.analyse.agreement import FIELDS
from dateline.cli import OK, UNREADABLE, UsageError
from dateline.cli.evaluation import evaluation, pair_by_extraction, pair_by_text, read_records
from dateline.cli.terminal import complain, console, write_line
from dateline.errors import UnreadableError

Format = Literal["table", "json"]


def evaluate(
    gold: Annotated[str, Parameter(help="JSON Lines of report records that people annotated.")],
    /,
    *,
    reports: Annotated[
        str | None,
        Parameter(help="JSON Lines of report records to measure, instead of extracting now; paired by text."),
    ] = None,
    against: Annotated[
        str | None,
        Parameter(help="JSON Lines of another run's records: also print how far each figure lies above that run's."),
    ] = None,
    errors: Annotated[
        str | None, Parameter(help="List the differences in this field, with their sentences; or all.")
    ] = None,
    form: Annotated[Format, Parameter(name="--format", help="table for people; json for programs.")] = "table",
    workers: Annotated[int | None, Parameter(help="Processes to extract with; by default one for each core.")] = None,
) -> int:
    """Measure extraction against annotated records: precision, recall and F1 of every field, end to end."""
    if errors is not None and errors not in {*FIELDS, "all"}:
        raise UsageError(f"--errors {errors}: no such field; there are {', '.join(FIELDS)}, all")
    records, faults = read_records(gold)
    if not records:
        raise faults[0] if faults else UnreadableError(gold, None, "holds no record to measure against")
    pairs, missing = pair_by_extraction(records, workers) if reports is None else pair_by_text(records, reports)
    for fault in (*faults, *missing):
        complain(fault)
    result = evaluation(pairs)
    other = None
    if against is not None:
        others, absent = pair_by_text(records, against)
        other = evaluation(others)
        missing += absent
        for fault in absent:
            complain(fault)
    if form == "json":
        write_line(result.as_json(errors, other))
    else:
        from dateline.cli.render_evaluation import print_evaluation  # noqa: PLC0415

        print_evaluation(result, errors, console(), other)
    return UNREADABLE if faults or missing else OK
