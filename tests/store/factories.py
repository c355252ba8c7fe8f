"""Small reports whose every span holds: texts are written from the values that they are to prove."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256

from dateline.link.told import Told
from dateline.model.codes import (
    EVENT_TYPE,
    CasualtyKind,
    Certainty,
    GeoPrecision,
    PartyKind,
    Stance,
    Status,
    SubEventType,
    TimeBasis,
    TimePrecision,
    WeaponType,
)
from dateline.model.report import Event, Report
from dateline.model.values import Casualty, Party, Place, Quantity, Responsibility, Span, Time, Weapon

AT = datetime(2024, 2, 1, 12, tzinfo=UTC)
FILLER = "Officials in the area gave no further details, and residents said that roads had been closed."


def nowhere(quote: str) -> tuple[Span, ...]:
    """Return a span that still has to be set into a text."""
    return (Span(0, len(quote), quote),)


def a_time(
    start: str | None = "2024-01-20",
    precision: TimePrecision = "day",
    basis: TimeBasis = "explicit",
    end: str | None = None,
) -> Time:
    return Time(start, end, precision, None, basis, start or "")


def a_place(
    name: str = "Harran",
    *,
    facility: str | None = None,
    country: str | None = "IQ",
    at: tuple[float, float] | None = (33.0, 43.0),
    precision: GeoPrecision = 2,
    admin1: str | None = None,
    gazetteer_id: str | None = None,
) -> Place:
    lat, lon = at or (None, None)
    return Place(
        name=name,
        facility=facility,
        admin1=admin1,
        country=country,
        lat=lat,
        lon=lon,
        geo_precision=precision,
        gazetteer_id=gazetteer_id,
        evidence=nowhere(facility or name),
    )


def a_party(
    name: str,
    actor_id: str | None = None,
    *,
    kind: PartyKind = "political_militia",
    certainty: Certainty = "asserted",
    says: Iterable[str] = (),
) -> Party:
    return Party(
        name=name,
        actor_id=actor_id,
        kind=kind,
        certainty=certainty,
        according_to=tuple(says),
        evidence=nowhere(name),
    )


def exactly(count: int) -> Quantity:
    return Quantity(count, count, count, "none" if count == 0 else "exact", str(count))


def at_least(count: int) -> Quantity:
    return Quantity(count, None, None, "at_least", f"at least {count}")


def about(count: int) -> Quantity:
    return Quantity(None, None, count, "about", f"about {count}")


def a_casualty(
    count: Quantity | int,
    kind: CasualtyKind = "killed",
    group: str = "people",
    *,
    says: Iterable[str] = (),
    subset: bool = False,
    certainty: Certainty = "asserted",
) -> Casualty:
    quantity = exactly(count) if isinstance(count, int) else count
    return Casualty(
        kind=kind,
        group=group,
        group_id=None,
        quantity=quantity,
        certainty=certainty,
        according_to=tuple(says),
        evidence=nowhere(f"{quantity.text} {group} {kind}"),
        subset=subset,
    )


def a_weapon(kind: WeaponType = "rocket", count: int | None = None) -> Weapon:
    quote = kind if count is None else f"{count} {kind}"
    return Weapon(type=kind, quantity=None if count is None else exactly(count), evidence=nowhere(quote))


def a_word(speaker: Party, stance: Stance, about_whom: Party | None = None) -> Responsibility:
    return Responsibility(
        speaker=speaker, stance=stance, object=about_whom, channel=None, evidence=nowhere(f"{speaker.name} {stance}")
    )


def an_event(
    event_id: str = "e1",
    sub_type: SubEventType = "Shelling/artillery/missile attack",
    *,
    status: Status = "occurred",
    time: Time | None = None,
    place: Place | None = None,
    placeless: bool = False,
    perpetrators: Iterable[Party] = (),
    targets: Iterable[Party] = (),
    weapons: Iterable[Weapon] = (),
    casualties: Iterable[Casualty] = (),
    responsibility: Iterable[Responsibility] = (),
    says: str = "",
) -> Event:
    where = None if placeless else place or a_place()
    sentence = says or f"On {(time or a_time()).text} an attack took place."
    return Event(
        id=event_id,
        event_type=EVENT_TYPE[sub_type],
        sub_event_type=sub_type,
        status=status,
        time=time or a_time(),
        place=where,
        perpetrators=tuple(perpetrators),
        targets=tuple(targets),
        weapons=tuple(weapons),
        casualties=tuple(casualties),
        outcome=None,
        responsibility=tuple(responsibility),
        evidence=nowhere(sentence),
    )


def a_report(
    *events: Event,
    publisher: str | None = "Gazette",
    published: str | None = "2024-01-21",
    uri: str | None = None,
    text: str | None = None,
) -> Report:
    """Return a report in whose text every quote of its events stands; `text` replaces its opening."""
    opening = FILLER if text is None else text
    written = _Writing(f"{opening}\n")
    placed = tuple(_placed(event, written) for event in events)
    return Report(
        id=sha256(f"{uri}{publisher}{published}{written.text}".encode()).hexdigest(),
        uri=uri,
        publisher=publisher,
        title=None,
        published_at=published,
        published_basis=None if published is None else "given",
        dateline=None,
        language="en",
        text=written.text,
        repeats=(),
        events=placed,
        figures=(),
        statements=(),
        warnings=(),
    )


class _Writing:
    """A text to which quotes are added, each once."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, quote: str) -> Span:
        start = self.text.find(quote)
        if start < 0:
            start = len(self.text)
            self.text += f"{quote}.\n"
        return Span(start, start + len(quote), quote)


def _placed(event: Event, written: _Writing) -> Event:
    from msgspec import convert, to_builtins  # noqa: PLC0415

    return convert(_set_spans(to_builtins(event), written), type=Event)


def _set_spans(value: object, written: _Writing) -> object:
    if isinstance(value, dict):
        if "quote" in value:
            span = written.span(str(value["quote"]))
            return {"start": span.start, "end": span.end, "quote": span.quote}
        return {key: _set_spans(part, written) for key, part in value.items()}
    return [_set_spans(part, written) for part in value] if isinstance(value, list | tuple) else value


def told(report: str, event: Event, publisher: str | None = None, published: str | None = "2024-01-21") -> Told:
    """Return an event as told by a report of that id."""
    return Told(report, None, publisher or report, published, event)
