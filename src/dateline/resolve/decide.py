"""The one place that decides between rules and encoder: which events there are, and what is told of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec.structs import replace

from dateline.extract.arguments import PartyRef, ref
from dateline.extract.encoder.labels import STATUSES, SUB_TYPES
from dateline.extract.encoder.reading import Reading, Run, runs
from dateline.extract.encoder.session import Array
from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.tolls import Toll
from dateline.extract.tolls.toll import toll
from dateline.model.codes import EVENT_TYPE, CasualtyKind, Status, SubEventType, WeaponType
from dateline.model.report import Event
from dateline.model.values import Party, Place, Span, Time, Weapon
from dateline.resolve.acts import Act
from dateline.resolve.casualties import casualties, sourced
from dateline.resolve.context import Setting, usable_places, zone_of
from dateline.resolve.means import outcome_of, weapons_of
from dateline.resolve.roles import merged, sourced_party, targets_of, with_victims
from dateline.resolve.scenes import best_place, best_time, nearby_place, untold
from dateline.resolve.status import status as ruled_status
from dateline.resolve.ties import Tie, ties
from dateline.resolve.times import resolve_time
from dateline.resolve.typing import by_weapons, sub_event_type

EVENT = 0.35  # probability from which an event is given
RULED = 0.2  # the same where the rules find it too
TIMED = 0.3
PLACED = 0.3
PARTY = 0.45
PARTY_RULED = 0.2
ARMED = 0.45
COUNTED = 0.25
EVIDENT = 0.5
TELLING = 5  # words of a passage that is evidence by itself
IMPLIED: dict[SubEventType, WeaponType] = {
    "Air/drone strike": "airstrike",
    "Chemical weapon": "chemical",
    "Grenade": "grenade",
    "Suicide bomb": "suicide_vest",
}
TOLL_KINDS: tuple[CasualtyKind, ...] = ("killed", "injured", "missing", "abducted", "detained", "under_evaluation")


def decided(
    findings: Findings,
    reading: Reading,
    read: Sequence[Told],
    groups: Sequence[Sequence[Act]],
    rows: Sequence[Sequence[Toll]],
    setting: Setting,
) -> list[Event]:
    """Return the events of a report, given those that the rules find, each with its toll rows; ids are left empty."""
    found = [tie for tie in ties(reading, groups, rows) if _is_told(tie)]
    _deal(findings, read, found)
    return [_Decision(findings, reading, read, tie, setting, lede=at == 0).event() for at, tie in enumerate(found)]


def _is_told(tie: Tie) -> bool:
    missed = float(np.prod([1 - one.trigger for one in tie.asked[:3]]))
    return 1 - missed >= (RULED if tie.acts else EVENT)


def _deal(findings: Findings, read: Sequence[Told], found: Sequence[Tie]) -> None:
    """Give each row of a toll to the event that the encoder counts it to, and find rows that no rule has."""
    if not found:
        return
    roles = [np.array([tie.role(kind) for kind in TOLL_KINDS]) for tie in found]
    given = [[_with_score(roles, row), row] for tie in found for row in tie.rows]
    kept = {id(row): at for at, tie in enumerate(found) for row in tie.rows}
    for tie in found:
        tie.rows = []
    seen: set[int] = set()
    for (score, at), row in given:
        home = at if score >= COUNTED else kept[id(row)]
        found[home].rows.append(row)
        seen.update(range(row.first, row.last))
    for at, tie in enumerate(found):
        tie.rows += _new_rows(findings, read, roles[at], seen)


def _with_score(roles: Sequence[Array], row: Toll) -> tuple[float, int]:
    scores = [float(role[:, row.first : row.last].max(1).max()) for role in roles]
    best = int(np.argmax(scores))
    return scores[best], best


def _new_rows(findings: Findings, read: Sequence[Told], role: Array, seen: set[int]) -> Iterator[Toll]:
    for number, kind in enumerate(TOLL_KINDS):
        for run in runs(role[number], 0.5):
            if seen.intersection(range(run.first, run.last)):
                continue
            nominal = _nominal_at(findings, read, run)
            row = toll(findings.document, nominal, kind, None) if nominal is not None else None
            if row is None:
                quantity = next((q for q in findings.quantities if q.first < run.last and run.first < q.last), None)
                if quantity is None:
                    continue
                row = Toll(kind=kind, quantity=quantity.quantity, group=None, first=quantity.first, last=quantity.last)
            seen.update(range(row.first, row.last))
            yield row


def _nominal_at(findings: Findings, read: Sequence[Told], run: Run) -> Nominal | None:
    """Return the noun phrase that most of a run lies in."""
    phrase = _phrase_at(findings, read, run)
    return phrase.nominal if phrase is not None else None


def _phrase_at(findings: Findings, read: Sequence[Told], run: Run) -> Phrase | None:
    sentence = findings.document.sentence_of(run.last - 1)
    told = next((one for one in read if one.sentence.index == sentence.index), None)
    if told is None:
        return None
    sharing = [
        (min(p.chunk.last, run.last) - max(p.chunk.first, run.first), p) for p in told.phrases if p.nominal is not None
    ]
    return max((pair for pair in sharing if pair[0] > 0), key=lambda pair: pair[0], default=(0, None))[1]


class _Decision:
    """One event under decision."""

    def __init__(
        self, findings: Findings, reading: Reading, read: Sequence[Told], tie: Tie, setting: Setting, *, lede: bool
    ) -> None:
        self.findings, self.reading, self.read, self.tie, self.setting = findings, reading, read, tie, setting
        self.document = findings.document
        self.lede = lede
        self.main = tie.asked[0]

    def event(self) -> Event:
        """Return the event."""
        status = self.status()
        place = self.place(status)
        home = place.country if place is not None and place.country is not None else self.setting.home
        weapons = self.weapons()
        perpetrators = self.perpetrators(home)
        targets = self.targets(home, perpetrators)
        sub = self.sub_type(weapons, targets, perpetrators)
        time = self.time(status, place)
        toll_rows = casualties(self.document, [sourced(self.document, r, self.setting) for r in self.tie.rows], home)
        return Event(
            id="",
            event_type=EVENT_TYPE[sub],
            sub_event_type=sub,
            status=status,
            time=time,
            place=place,
            perpetrators=perpetrators,
            targets=targets,
            weapons=weapons or self.implied(sub),
            casualties=toll_rows,
            outcome=outcome_of(self.document, self.tie.acts),
            responsibility=(),
            evidence=self.evidence(),
            trigger=self.document.span(self.main.first, self.main.last),
        )

    def status(self) -> Status:
        """Return the status that the encoder gives the highest probability."""
        return STATUSES[int(self.tie.statuses().argmax())]

    def sub_type(
        self, weapons: Sequence[Weapon], targets: Sequence[Party], perpetrators: Sequence[Party]
    ) -> SubEventType:
        """Return the sub-event type that the encoder gives the highest probability."""
        return SUB_TYPES[int(self.tie.sub_types().argmax())]

    def time(self, status: Status, place: Place | None) -> Time:
        """Return the time: the expression that the encoder ties to the act, else that of the rules, else untold."""
        body = self.findings.filing_line.body if self.findings.filing_line is not None else 0
        role = self.tie.role("time")
        ruled = best_time(self.tie.acts)
        best: tuple[float, int] | None = None
        for i, told in enumerate(self.findings.times):
            if told.first < body or told.relation in {"since", "until"}:
                continue
            score = float(role[told.first : told.last].mean())
            if ruled is not None and self.setting.times[i] == ruled:
                score += 0.2
            if score >= TIMED and (best is None or score > best[0]):
                best = (score, i)
        if best is None:
            return untold(self.setting.anchor)
        if status in {"threatened", "planned"}:
            zone = zone_of(place.country) if place is not None else None
            told = self.findings.times[best[1]]
            return resolve_time(self.document, told, self.setting.anchor, tense="future", zone=zone)
        return self.setting.times[best[1]]

    def place(self, status: Status) -> Place | None:
        """Return the place: the narrowest name that the encoder ties to the act, else that of the rules."""
        role = self.tie.role("place")
        ranks = usable_places(self.findings, self.setting)
        ruled = best_place(self.tie.acts)
        scored: list[tuple[float, Place]] = []
        for i in ranks:
            toponym = self.findings.toponyms[i]
            place = self.setting.toponyms[i].place
            assert place is not None  # noqa: S101
            score = float(role[toponym.first : toponym.last].mean())
            score += 0.2 * (place == ruled) - 0.08 * (place.geo_precision - 1)
            if score >= PLACED:
                scored.append((score, place))
        if scored:
            return max(scored, key=lambda pair: pair[0])[1]
        if ruled is not None or not self.tie.acts or status in {"threatened", "planned"}:
            return ruled
        return nearby_place(self.findings, self.tie.acts, self.setting)

    def perpetrators(self, home: str | None) -> tuple[Party, ...]:
        """Return who did it."""
        refs = self.refs("perpetrator", [r for act in self.tie.acts for r in act.frame.perpetrators])
        at = self.main.first
        return merged(sourced_party(self.document, at, r, self.setting, home, acting=True) for r in refs)

    def targets(self, home: str | None, perpetrators: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return whom or what it struck."""
        refs = self.refs("target", [r for act in self.tie.acts for r in act.frame.targets])
        made = merged(sourced_party(self.document, self.main.first, r, self.setting, home, acting=False) for r in refs)
        plain = tuple(replace(p, certainty="asserted", according_to=()) for p in made)
        return plain or with_victims(self.document, plain, self.tie.rows, home, perpetrators)

    def refs(self, name: str, ruled: Sequence[PartyRef]) -> list[PartyRef]:
        """Return the parties in a role: noun phrases that the encoder marks, and those of the rules that it bears out."""
        role = self.tie.role(name)
        found: list[PartyRef] = []
        for run in runs(role, PARTY):
            made = self.party_at(run)
            if made is not None and not any(made.first < r.last and r.first < made.last for r in found):
                found.append(made)
        for one in ruled:
            free = not any(one.first < r.last and r.first < one.last for r in found)
            if free and float(role[one.first : one.last].mean()) >= PARTY_RULED:
                found.append(one)
        return found

    def party_at(self, run: Run) -> PartyRef | None:
        """Return the party that a run of words names: by its noun phrase, or by the lexicon, or by the words alone."""
        actors = [
            m
            for m in self.findings.mentions
            if m.first < run.last and run.first < m.last and m.kind in {"actor", "organisation", "force", "group", "country", "object"}
        ]
        phrase = _phrase_at(self.findings, self.read, run)
        nominal = phrase.nominal if phrase is not None else None
        if nominal is not None and run.first <= nominal.head < run.last and nominal.trigger is None:
            made = ref(nominal)
            if nominal.named is not None:
                return made
        inside = [m for m in actors if m.last <= run.last + 1]
        if inside:
            head = max(inside, key=lambda m: (m.kind == "actor", m.last))
            country = next((m.countries[0] for m in self.findings.mentions if m.kind == "country" and run.first <= m.first < run.last and m is not head), None)
            first = min(run.first, head.first)
            return PartyRef(first, max(head.last, run.last if nominal is None else head.last), head, country)
        words = self.document.tokens[run.first : run.last]
        if not any(token.text[:1].isalnum() for token in words):
            return None
        return PartyRef(run.first, run.last, None)

    def weapons(self) -> tuple[Weapon, ...]:
        """Return the weapons: words of the lexicon that the encoder marks, else those of the rules."""
        role = self.tie.role("weapon")
        found: dict[WeaponType, Weapon] = {}
        for mention in self.findings.mentions:
            if mention.weapon is None or float(role[mention.first : mention.last].mean()) < ARMED:
                continue
            quantity = next((q for q in self.findings.quantities if q.last == mention.first), None)
            kind = mention.weapon.type
            if kind not in found:
                span = self.document.span(mention.first, mention.last)
                found[kind] = Weapon(type=kind, quantity=quantity.quantity if quantity else None, evidence=(span,))
        ruled = weapons_of(self.document, self.tie.acts)
        return tuple(found.values()) or ruled

    def implied(self, sub: SubEventType) -> tuple[Weapon, ...]:
        """Return the weapon that the sort of an act implies, where no word names one."""
        kind = IMPLIED.get(sub)
        if kind is None:
            return ()
        return (Weapon(type=kind, quantity=None, evidence=(self.document.span(self.main.first, self.main.last),)),)

    def evidence(self) -> tuple[Span, ...]:
        """Return the passages that tell the event: those of the rules' acts, and those that the encoder marks."""
        spans = [self.clause(self.main.first)]
        for run in runs(self.tie.role("evidence"), EVIDENT):
            if run.last - run.first >= TELLING:
                spans.append(self.clause(run.first))
        return tuple(dict.fromkeys(spans))

    def clause(self, token: int) -> Span:
        """Return the sentence around a word, without its filing line."""
        sentence = self.document.sentence_of(token)
        body = self.findings.filing_line.body if self.findings.filing_line is not None else 0
        first = max(sentence.first, body) if body < sentence.last else sentence.first
        last = sentence.last
        while last - 1 > first and not self.document.tokens[last - 1].text[-1].isalnum():
            last -= 1
        return self.document.span(first, last)
