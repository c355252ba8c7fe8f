"""All that is known of one incident, as labelled lines: each value, who says it, the words that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from msgspec import convert

from dateline.cli.changes import changes, field_words
from dateline.cli.sources import SHORT
from dateline.cli.terminal import quoted, shortened
from dateline.model.incident import Disagreement, Incident, ReportLink
from dateline.model.report import Event
from dateline.model.values import Evidence, Party, Place, Quantity, Time
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
from dateline.store import Revision

QUOTES = 4  # shown for one value
QUOTE = 160  # characters of one
TOLD = Sequence[tuple[str, Event]]  # (report id, event), by date of report

Cited = Mapping[str, str]  # how each report is cited, by id


class Entry(NamedTuple):
    """One value under its label, and below it who says so in which words."""

    label: str
    value: str
    proof: tuple[str, ...] = ()


class Side(NamedTuple):
    """One of several values that cannot all be right, and who gives it."""

    value: str
    reports: str
    speakers: str


class Dispute(NamedTuple):
    """A field on which reports disagree, its values side by side."""

    field: str
    sides: tuple[Side, ...]


def values(incident: Incident, told: TOLD, cited: Cited) -> Iterator[Entry]:
    """Yield every value of an incident with its proof."""
    place = incident.place
    yield Entry("when", _time(incident.time), _times(told, cited))
    yield Entry("where", _place(place), () if place is None else proof(place.evidence, cited))
    for party in incident.perpetrators:
        yield Entry("who", _party(party), proof(party.evidence, cited))
    for party in incident.targets:
        yield Entry("whom", _party(party), proof(party.evidence, cited))
    for weapon in incident.weapons:
        yield Entry("with", weapon_words(weapon), proof(weapon.evidence, cited))
    for row in incident.casualties:
        yield Entry("toll", casualty_words(row) + _by(row.according_to), proof(row.evidence, cited))
    if incident.outcome is not None:
        yield Entry("outcome", outcome_words(incident.outcome), proof(incident.outcome.evidence, cited))
    for stance in incident.responsibility:
        yield Entry("claims", responsibility_words(stance), proof(stance.evidence, cited))


def tolls(told: TOLD, cited: Cited) -> Iterator[Entry]:
    """Yield what each report counts, by date of report, with whose count it is; nothing where only one counts."""
    if len({report for report, event in told if event.casualties}) < 2:
        return
    for report, event in told:
        for row in event.casualties:
            yield Entry(
                cited.get(report, report[:SHORT]),
                casualty_words(row) + _by(row.according_to),
                tuple(quoted(shortened(span.quote, QUOTE)) for span in row.evidence[:1]),
            )


def disputes(found: Iterable[Disagreement], cited: Cited) -> Iterator[Dispute]:
    """Yield what reports disagree on, with who stands for which value."""
    for one in found:
        sides = (
            Side(
                _disputed(one.field, reading.value),
                "; ".join(dict.fromkeys(cited.get(report, report[:SHORT]) for report in reading.reports)),
                ", ".join(reading.according_to),
            )
            for reading in one.values
        )
        yield Dispute(field_words(one.field), tuple(sides))


def telling(groups: Sequence[Sequence[ReportLink]], told: TOLD, cited: Cited) -> Iterator[Entry]:
    """Yield the reports, copies folded into the first of their text, with the sentences that tell of the incident."""
    for number, group in enumerate(groups, 1):
        first = group[0]
        sentences = [quoted(shortened(s.quote, 2 * QUOTE)) for r, e in told if r == first.id for s in e.evidence]
        named = f", report {first.id[:SHORT]}" if first.publisher else ""
        address = f" {first.uri}" if first.uri else ""
        copies = ", ".join(cited[copy.id] for copy in group[1:])
        statuses = {event.status for report, event in told if report == first.id} - {"occurred"}
        status = f" ({', '.join(sorted(statuses))})" if statuses else ""
        yield Entry(
            str(number),
            f"{cited[first.id]}{status}{named}{address}",
            (*dict.fromkeys(sentences[:QUOTES]), *((f"the same text: {copies}",) if copies else ())),
        )


def history(revisions: Iterable[Revision], cited: Cited) -> Iterator[Entry]:
    """Yield the revisions, oldest first: when, what made each, and what it says otherwise than the last."""
    before: Incident | None = None
    for revision in revisions:
        cause = "a person's decision" if revision.report is None else f"report: {_cite(revision.report, cited)}"
        said = ("first told",) if before is None else tuple(changes(before, revision.incident))
        yield Entry(str(revision.number), f"{revision.at[:16].replace('T', ' ')} UTC, {cause}", said)
        before = revision.incident


def proof(evidence: Evidence, cited: Cited) -> tuple[str, ...]:
    """Return who published which words, each once."""
    lines = dict.fromkeys(f"{_cite(s.report or '', cited)}: {quoted(shortened(s.quote, QUOTE))}" for s in evidence)
    shown = list(lines)[:QUOTES]
    more = len(lines) - len(shown)
    return (*shown, f"and {more} more passages") if more else tuple(shown)


def _times(told: TOLD, cited: Cited) -> tuple[str, ...]:
    lines = dict.fromkeys(
        f"{_cite(report, cited)}: {quoted(event.time.text)}"
        for report, event in told
        if event.time.text and event.status == "occurred"
    )
    return tuple(lines)[:QUOTES]


def _cite(report: str, cited: Cited) -> str:
    return cited.get(report, f"report {report[:SHORT]}")


def _time(time: Time) -> str:
    zone = f" {time.timezone}" if time.timezone and time.precision in {"minute", "hour", "part_of_day"} else ""
    return f"{time_words(time)}{zone}"


def _place(place: Place | None) -> str:
    told = place_words(place, full=True)
    if place is None or place.lat is None or place.lon is None:
        return told
    return f"{told} ({place.lat:.4g}, {place.lon:.4g}; precision {place.geo_precision})"


def _party(party: Party) -> str:
    return party_words(party) + _by(name for name in party.according_to if name != party.name)


def _by(speakers: Iterable[str]) -> str:
    names = ", ".join(speakers)
    return f", says {names}" if names else ""


TYPED: Final[dict[str, tuple[type, Any]]] = {
    "casualties": (Quantity, count_words),
    "time": (Time, time_words),
    "place": (Place, lambda place: place_words(place, full=True)),
}


def _disputed(field: str, value: object) -> str:
    """Return a disputed value in words; one of an unknown shape as it stands."""
    of_type, words = TYPED.get(field.partition(".")[0], (None, str))
    return str(words(convert(value, of_type))) if of_type is not None and isinstance(value, dict) else str(value)
