"""Incidents as a table for people: eight columns where the terminal is wide, five where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli.program import program
from dateline.cli.stores import SHORT, bare
from dateline.cli.terminal import one_line
from dateline.model.incident import Incident
from dateline.model.values import Party
from dateline.publish.toll import toll_words
from dateline.publish.wording import (
    LEVELS,
    actors_words,
    place_words,
    time_words,
)

WIDE = 110  # columns from which each value has its own
MOST_PARTIES = 2  # of a side, named in the table
LEVEL_STYLES = {"single_source": "", "corroborated": "green", "contested": "yellow"}


class Column(NamedTuple):
    """A heading with a fixed width, or with a share of what the fixed ones leave."""

    heading: str
    width: int | None = None
    share: int | None = None


WIDE_COLUMNS = (
    Column("id", SHORT),
    Column("when", 16),
    Column("where", share=6),
    Column("what", share=5),
    Column("who → whom", share=7),
    Column("toll", share=5),
    Column("sources", 7),
    Column("corroboration", 13),
)
NARROW_COLUMNS = (
    Column("id, when", 16),
    Column("where, what", share=5),
    Column("who → whom", share=5),
    Column("toll", share=4),
    Column("sources", 13),
)


def print_incidents(incidents: Sequence[Incident], out: Console) -> None:
    """Print a table of incidents with ids short enough to type, and how to see one whole."""
    ids = short_ids([incident.id for incident in incidents])
    wide = out.width >= WIDE
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True, header_style="bold", width=out.width)
    for column in WIDE_COLUMNS if wide else NARROW_COLUMNS:
        table.add_column(column.heading, width=column.width, ratio=column.share, overflow="fold")
    for incident, short in zip(incidents, ids, strict=True):
        cells = _cells(incident, short)
        table.add_row(*(cells if wide else _stacked(cells)), end_section=not wide)
    out.print(table)
    count = "1 incident" if len(incidents) == 1 else f"{len(incidents):,} incidents"
    out.print(Text(f"{count}; sources are reports/publishers. All about one: {program()} show {ids[0]}", style="dim"))


def short_ids(ids: Sequence[str]) -> list[str]:
    """Return ids cut as short as still tells them apart, all to one length."""
    whole = [bare(incident_id) for incident_id in ids]
    longest = max(map(len, whole), default=SHORT)
    length = next((n for n in range(SHORT, longest) if len({one[:n] for one in whole}) == len(whole)), longest)
    return [one[:length] for one in whole]


def _cells(incident: Incident, short: str) -> list[Text]:
    level = LEVEL_STYLES[incident.corroboration.level]
    return [
        Text(short, style="cyan"),
        Text(one_line(time_words(incident.time))),
        Text(one_line(place_words(incident.place))),
        Text(incident.sub_event_type.replace("/", " / ")),
        Text(one_line(actors_words(_few(incident.perpetrators), _few(incident.targets)))),
        Text(one_line(toll_words(incident.casualties))),
        Text(f"{incident.corroboration.reports}/{incident.corroboration.publishers}"),
        Text(LEVELS[incident.corroboration.level], style=level),
    ]


def _few(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return some of many parties, those known by name first, and in the last one's name how many more there are."""
    if len(parties) <= MOST_PARTIES:
        return parties
    known_first = sorted(parties, key=lambda party: party.actor_id is None)
    more = replace(parties[0], name=f"and {len(parties) - MOST_PARTIES} more", certainty="asserted")
    return (*known_first[:MOST_PARTIES], more)


def _stacked(cells: Sequence[Text]) -> list[Text]:
    short, when, where, what, actors, toll, sources, level = cells
    return [_over(short, when), _over(where, what), actors, toll, _over(sources, level)]


def _over(upper: Text, lower: Text) -> Text:
    return Text("\n").join((upper, lower))
