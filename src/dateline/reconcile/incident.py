"""Many tellings, one incident: every field united by its own rule, with who says what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain

from msgspec import json
from msgspec.structs import replace

from dateline.link.content import Affiliated
from dateline.link.score import equal
from dateline.link.told import Told
from dateline.model.codes import EVENT_TYPE, Share
from dateline.model.incident import Corroboration, Disagreement, Incident, ReportLink, Review
from dateline.model.values import Outcome
from dateline.reconcile.disagreement import Said, disagreement
from dateline.reconcile.party import is_denied, parties, responsibility, rival_perpetrators
from dateline.reconcile.setting import choose_place, choose_time, choose_type
from dateline.reconcile.toll import casualties, weapons
from dateline.reconcile.voice import LATEST, Voice, cited, name_key, support, united, voices

UNREVIEWED = Review(status="unreviewed", by=None, at=None)
CONTESTING = frozenset({"event_type", "perpetrators"})


def reconcile(
    incident_id: str,
    revision: int,
    at: datetime,
    members: Iterable[Told],
    copies: Mapping[str, str],
    *,
    first_received_at: str | None = None,
    review: Review = UNREVIEWED,
    affiliated: Affiliated = equal,
) -> Incident:
    """Return what all tellings of an incident together say.

    `copies` gives a report's group of copies where it is in one. Fields come from those that bring it as
    news; recollections and denials are listed among the reports, and a denial contests it. The order
    of the members does not matter. Raises ValueError where no member brings it as news.
    """
    everyone = voices(members, copies)
    told = tuple(voice for voice in everyone if voice.event.status == "occurred")
    if not told:
        raise ValueError(f"incident {incident_id}: no report brings it as news")
    sub_type, type_conflicts = choose_type(told)
    time, time_conflicts = choose_time(told)
    place, place_conflicts = choose_place(told)
    rows, toll_conflicts = casualties(told)
    outcome, outcome_conflicts = _outcome(told)
    conflicts = chain(
        type_conflicts,
        time_conflicts,
        place_conflicts,
        rival_perpetrators(told, affiliated),
        toll_conflicts,
        outcome_conflicts,
        _denial(everyone),
    )
    disagreements = tuple(sorted(conflicts, key=lambda found: found.field))
    return Incident(
        id=incident_id,
        revision=revision,
        first_reported_at=_first_reported(told) or first_received_at,
        last_updated_at=at.isoformat(),
        event_type=EVENT_TYPE[sub_type],
        sub_event_type=sub_type,
        time=time,
        place=place,
        perpetrators=parties(told, lambda voice: voice.event.perpetrators),
        targets=parties(told, lambda voice: voice.event.targets),
        weapons=weapons(told),
        casualties=rows,
        outcome=outcome,
        responsibility=responsibility(told),
        corroboration=_corroboration(told, disagreements),
        disagreements=disagreements,
        reports=_links(everyone),
        review=review,
    )


def same_content(one: Incident, other: Incident) -> bool:
    """Tell whether two revisions say the same, their number and time apart."""
    fixed = replace(other, revision=one.revision, last_updated_at=one.last_updated_at)
    return json.encode(one) == json.encode(fixed)


def _first_reported(told: Sequence[Voice]) -> str | None:
    return told[0].told.published_at if told[0].at is not None else None


def _denial(everyone: Sequence[Voice]) -> Iterator[Disagreement]:
    if any(voice.event.status == "denied" for voice in everyone):
        yield disagreement("status", (Said(voice.event.status, voice) for voice in everyone))


def _corroboration(told: Sequence[Voice], disagreements: Iterable[Disagreement]) -> Corroboration:
    """Return how many independent origins tell of an incident.

    It is contested when somebody accused denies it, a report says that it did not happen, or sources
    differ on the type of act or name unrelated perpetrators; a toll that differs does not contest it.
    """
    sources = support(told)
    fields = {found.field for found in disagreements}
    contested = is_denied(told) or "status" in fields or (sources > 1 and bool(CONTESTING & fields))
    return Corroboration(
        reports=len({voice.told.report for voice in told}),
        publishers=len({name_key(v.told.publisher) for v in told if v.told.publisher is not None}),
        independent_sources=sources,
        level="contested" if contested else "corroborated" if sources > 1 else "single_source",
    )


def _links(everyone: Sequence[Voice]) -> tuple[ReportLink, ...]:
    by_report: dict[str, list[Voice]] = {}
    for voice in sorted(everyone, key=lambda v: (v.at or LATEST, v.told.key)):
        by_report.setdefault(voice.told.report, []).append(voice)
    return tuple(_link([voice.told for voice in group]) for group in by_report.values())


def _link(tellings: Sequence[Told]) -> ReportLink:
    first = tellings[0]
    return ReportLink(
        id=first.report,
        uri=first.uri,
        publisher=first.publisher,
        published_at=first.published_at,
        events=tuple(sorted(told.event.id for told in tellings)),
    )


def _outcome(told: Sequence[Voice]) -> tuple[Outcome | None, Iterator[Disagreement]]:
    known = [(voice, voice.event.outcome) for voice in told if voice.event.outcome is not None]
    if not known:
        return None, iter(())
    intercepted = [Said(found.intercepted, v) for v, found in known if found.intercepted is not None]
    impacted = [Said(found.impacted, v) for v, found in known if found.impacted is not None]
    merged = Outcome(
        intercepted=_most_backed(intercepted),
        impacted=_most_backed(impacted),
        damage=max((found.damage for _, found in known if found.damage), key=lambda d: (len(d), d), default=None),
        evidence=united(cited(found.evidence, voice) for voice, found in known),
    )
    conflicts = (("outcome.intercepted", intercepted), ("outcome.impacted", impacted))
    return merged, (disagreement(f, said) for f, said in conflicts if len({s.value for s in said}) > 1)


def _most_backed(said: Sequence[Said]) -> Share | None:
    shares: list[Share] = [one.value for one in said]
    return min(
        set(shares),
        key=lambda share: (-support(one.voice for one in said if one.value == share), share),
        default=None,
    )
