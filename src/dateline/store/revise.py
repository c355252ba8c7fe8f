"""The next revision of an incident, written only when it says something else than the last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final, NamedTuple

from msgspec import json
from sqlalchemy import Connection, delete, insert, select, update

from dateline.lexicon.words import phrase_key
from dateline.link.content import Affiliated
from dateline.link.told import Told
from dateline.link.when import days
from dateline.model.codes import ReviewStatus
from dateline.model.incident import Incident, Review
from dateline.model.report import Event
from dateline.model.values import Evidence
from dateline.reconcile.incident import UNREVIEWED, reconcile, same_content
from dateline.store import schema
from dateline.store.dialect import index_words
from dateline.store.moment import order_of, stamp
from dateline.store.reports import chunks

REVIEWS: Final[dict[str, ReviewStatus]] = {"confirm": "confirmed", "reject": "rejected"}


class Cause(NamedTuple):
    """What makes a revision: when, and the report or the act."""

    at: datetime
    report: int | None = None
    act: int | None = None


def revise(connection: Connection, key: int, cause: Cause, affiliated: Affiliated) -> bool:
    """Write an incident's next revision if it now says something else; tell whether it does."""
    table = schema.incident
    row = connection.execute(select(table.c.id, table.c.revision).where(table.c.key == key)).one()
    members, copies, first_received_at = _members(connection, key)
    incident = reconcile(
        row.id,
        row.revision + 1,
        cause.at,
        members.values(),
        copies,
        first_received_at=first_received_at,
        review=_review(connection, members),
        affiliated=affiliated,
    )
    last = _last(connection, key, row.revision)
    if last is not None and same_content(last, incident):
        return False
    _write(connection, key, incident, cause)
    return True


def _members(connection: Connection, key: int) -> tuple[dict[int, Told], dict[str, str], str | None]:
    event, report = schema.event, schema.report
    rows = select(event.c.key, event.c.record, report).join_from(event, report).where(event.c.incident_key == key)
    rows = rows.with_only_columns(
        event.c.key,
        event.c.record,
        report.c.id,
        report.c.uri,
        report.c.publisher,
        report.c.published_at,
        report.c.copy_group,
        report.c.received_at,
    )
    members, copies, received = {}, {}, []
    for event_key, record, report_id, uri, publisher, published_at, group, received_at in connection.execute(rows):
        told = json.decode(record, type=Event)
        members[event_key] = Told(report_id, uri, publisher, published_at, told)
        copies[report_id] = group
        if told.status == "occurred":
            received.append(received_at)
    return members, copies, min(received, default=None)


def _review(connection: Connection, members: Iterable[int]) -> Review:
    act, latest = schema.act, UNREVIEWED
    newest = 0
    for part in chunks(members):
        rows = select(act.c.key, act.c.kind, act.c.by, act.c.at)
        rows = rows.where(act.c.event_key.in_(part), act.c.kind.in_(tuple(REVIEWS)))
        for key, kind, by, at in connection.execute(rows):
            if key > newest:
                newest, latest = key, Review(status=REVIEWS[kind], by=by, at=at)
    return latest


def _last(connection: Connection, key: int, number: int) -> Incident | None:
    table = schema.revision
    at = (table.c.incident_key == key) & (table.c.revision == number)
    record = connection.scalar(select(table.c.record).where(at))
    return None if record is None else json.decode(record, type=Incident)


def _write(connection: Connection, key: int, incident: Incident, cause: Cause) -> None:
    connection.execute(
        insert(schema.revision).values(
            incident_key=key,
            revision=incident.revision,
            at=stamp(cause.at),
            report_key=cause.report,
            act_key=cause.act,
            record=json.encode(incident),
        )
    )
    columns = {**_columns(incident), "revision": incident.revision}
    connection.execute(update(schema.incident).where(schema.incident.c.key == key).values(columns))
    actors = schema.incident_actor
    connection.execute(delete(actors).where(actors.c.incident_key == key))
    names = sorted(_actor_names(incident))
    if names:
        connection.execute(insert(actors), [{"incident_key": key, "name": name} for name in names])
    index_words(connection, key, _words(incident))


def _columns(incident: Incident) -> Mapping[str, object]:
    day_from, day_to = days(incident.time) or (None, None)
    return {
        "first_reported": order_of(incident.first_reported_at),
        "day_from": day_from,
        "day_to": day_to,
        "country": None if incident.place is None else incident.place.country,
        "event_type": incident.event_type,
        "sub_event_type": incident.sub_event_type,
        "review": incident.review.status,
    }


def _actor_names(incident: Incident) -> set[str]:
    parties = (*incident.perpetrators, *incident.targets)
    ids = {party.actor_id for party in parties if party.actor_id is not None}
    return ids | {" ".join(phrase_key(party.name)) for party in parties}


def _words(incident: Incident) -> str:
    place, named = incident.place, (*incident.perpetrators, *incident.targets)
    toponyms = () if place is None else (place.name, place.facility or "", place.admin1 or "")
    evidence: list[Evidence] = [party.evidence for party in named]
    evidence += [weapon.evidence for weapon in incident.weapons]
    evidence += [row.evidence for row in incident.casualties]
    evidence += [row.evidence for row in incident.responsibility]
    evidence += [] if place is None else [place.evidence]
    quotes = {span.quote for spans in evidence for span in spans}
    return "\n".join((*toponyms, *(party.name for party in named), *sorted(quotes)))
