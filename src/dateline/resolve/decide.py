"""The one place that decides between rules and encoder: which events there are, and what is told of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import numpy as np
from msgspec.structs import replace

from dateline.extract.arguments import PartyRef, ref
from dateline.extract.encoder.labels import STANCES, STATUSES, SUB_TYPES
from dateline.extract.encoder.reading import Reading, Run, runs
from dateline.extract.encoder.session import Array
from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.tolls import Toll
from dateline.extract.tolls.toll import toll
from dateline.model.codes import EVENT_TYPE, CasualtyKind, Stance, Status, SubEventType, WeaponType
from dateline.model.report import Event
from dateline.model.values import Casualty, Party, Place, ReadBy, Responsibility, Span, Time, Weapon
from dateline.resolve.acts import Act
from dateline.resolve.casualties import casualties, sourced
from dateline.resolve.confidence import Kind, confidence
from dateline.resolve.context import Setting, usable_places, zone_of
from dateline.resolve.events import sub_type_of
from dateline.resolve.means import outcome_of, weapons_of
from dateline.resolve.parties import party
from dateline.resolve.roles import merged, sourced_party, with_victims
from dateline.resolve.scenes import JOINTS, best_place, best_time, nearby_place, untold
from dateline.resolve.status import status as ruled_status
from dateline.resolve.ties import LEAST_TRIGGER, Tie, ties
from dateline.resolve.times import resolve_time
from dateline.resolve.told import features, probability

LEAST_TOLD = 0.4  # probability from which an event is given
NAMED = 0.3  # from which the encoder is said to find an event too
TIMED = 0.3
LISTED = 0.3  # from which a neighbour in a list of places is one that the act struck too
PLACED = 0.3
PARTY = 0.45
PARTY_RULED = 0.2
RULED_BONUS = 0.2  # what a time or place gains that the rules choose too
VAGUER = 0.08  # what a place loses for each step of precision
STATUS_RULED = 0.4
SUB_TYPE_RULED = 0.3
ARMED = 0.45
COUNTED = 0.25
STANCE = 0.5
EVIDENT = 0.5
NAMING = frozenset(("actor", "organisation", "force", "group", "country", "object"))
SMALL = frozenset(("-", "of", "the", "'s", "s", "’s", "al"))
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
    groups: Sequence[tuple[Sequence[Act], Sequence[Toll]]],
    setting: Setting,
) -> list[Event]:
    """Return the events of the sentences read, given those that the rules find there with their toll rows.

    Ids are left empty.
    """
    sentences = {one.sentence.index for one in read}
    asked = [
        one for one in reading.triggers(LEAST_TRIGGER) if findings.document.sentence_of(one.first).index in sentences
    ]
    candidates = ties(reading, asked, groups)
    sure = [(tie, probability(features(reading, tie, candidates))) for tie in candidates]
    found = [(tie, likely) for tie, likely in sure if likely >= LEAST_TOLD]
    _deal(findings, read, [tie for tie, _ in found])
    return [
        event
        for at, (tie, likely) in enumerate(found)
        for event in _Decision(findings, reading, read, tie, setting, likely=likely, lede=at == 0).events()
    ]


def _by(ruled: bool, marked: bool) -> ReadBy:
    if ruled:
        return "both" if marked else "rules"
    return "encoder"


def _raw(score: float, by: ReadBy) -> float:
    return score if by == "encoder" else score - RULED_BONUS


def _is_region(place: Place) -> bool:
    """Tell whether a place is as wide as a province; a name that no gazetteer has is taken for a town's."""
    return place.geo_precision == 3 and place.gazetteer_id is not None


def _same_spot(one: Place | None, other: Place) -> bool:
    return one is not None and one.evidence == other.evidence


def _share(one: PartyRef, other: PartyRef) -> bool:
    return one.first < other.last and other.first < one.last


def _sure(one: Party, kind: Kind, by: ReadBy, score: float) -> Party:
    return replace(one, confidence=confidence(kind, by, score), read_by=by)


def _deal(findings: Findings, read: Sequence[Told], found: Sequence[Tie]) -> None:
    """Give each row of a toll to the event that the encoder counts it to, and find rows that no rule has."""
    if not found:
        return
    roles = [np.array([tie.role(kind) for kind in TOLL_KINDS]) for tie in found]
    given = [(row, *_likeliest(roles, row)) for tie in found for row in tie.rows]
    kept = {id(row): at for at, tie in enumerate(found) for row in tie.rows}
    for tie in found:
        tie.rows = []
    seen: set[int] = set()
    for row, score, at in given:
        home = at if score >= COUNTED else kept[id(row)]
        found[home].rows.append(row)
        seen.update(range(row.first, row.last))
    for at, tie in enumerate(found):
        tie.rows += _new_rows(findings, read, roles[at], seen)


def _likeliest(roles: Sequence[Array], row: Toll) -> tuple[float, int]:
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


Marked = tuple[PartyRef, ReadBy, float]  # a party, who reads it, its score


class _Decision:
    """One event under decision."""

    def __init__(
        self,
        findings: Findings,
        reading: Reading,
        read: Sequence[Told],
        tie: Tie,
        setting: Setting,
        *,
        likely: float,
        lede: bool,
    ) -> None:
        self.findings, self.reading, self.read, self.tie, self.setting = findings, reading, read, tie, setting
        self.document = findings.document
        self.likely, self.lede = likely, lede
        self.main = tie.asked[0]

    def events(self) -> Iterator[Event]:
        """Yield the event, once for each place of a list of places that it struck (ruling 4); the first has the toll."""
        status, status_sure = self.status()
        place = self.place(status)
        first = self.event(status, status_sure, place)
        yield first
        for other in self.listed(place) if place is not None else ():
            sure = replace(other, confidence=place.confidence, read_by=place.read_by) if place is not None else other
            yield replace(first, place=sure, casualties=(), outcome=None, responsibility=())

    def listed(self, place: Place) -> list[Place]:
        """Return the other places of the list that a place stands in: "on Sarmin, Binnish and Taftanaz"."""
        role, toponyms = self.tie.role("place"), self.findings.toponyms
        at = next((i for i, one in enumerate(self.setting.toponyms) if _same_spot(one.place, place)), None)
        if at is None or _is_region(place):
            return []
        chain = [at]
        for step in (-1, 1):
            i = at + step
            while 0 <= i < len(toponyms):
                first, last = sorted((i, i - step))
                between = self.document.tokens[toponyms[first].last : toponyms[last].first]
                told = float(role[toponyms[i].first : toponyms[i].last].mean()) >= LISTED
                if not told or not between or not all(t.folded in JOINTS for t in between):
                    break
                chain.append(i)
                i += step
        places = [p for i in chain[1:] if (p := self.setting.toponyms[i].place) is not None and not _is_region(p)]
        distinct = {p.name: p for p in places if p.name != place.name and p.admin1 != place.name}
        return list(distinct.values())

    def event(self, status: Status, status_sure: float, place: Place | None) -> Event:
        """Return the event at a place."""
        home = place.country if place is not None and place.country is not None else self.setting.home
        weapons = self.weapons()
        perpetrators = self.perpetrators(home)
        targets = self.targets(home, perpetrators)
        sub, sub_sure = self.sub_type(weapons, targets, perpetrators)
        by = self.by()
        return Event(
            id="",
            event_type=EVENT_TYPE[sub],
            sub_event_type=sub,
            status=status,
            time=self.time(status, place),
            place=place,
            perpetrators=perpetrators,
            targets=targets,
            weapons=weapons or self.implied(sub, sub_sure),
            casualties=self.casualties(home),
            outcome=outcome_of(self.document, self.tie.acts),
            responsibility=self.responsibility(home),
            evidence=self.evidence(),
            trigger=self.document.span(self.main.first, self.main.last),
            confidence=self.likely,
            status_confidence=status_sure,
            sub_type_confidence=sub_sure,
            read_by=by,
        )

    def by(self) -> ReadBy:
        """Return who finds the event."""
        if not self.tie.acts:
            return "encoder"
        return "both" if self.main.trigger >= NAMED else "rules"

    def status(self) -> tuple[Status, float]:
        """Return the status that encoder and rules together make the likeliest, and how sure it is."""
        scores = self.tie.statuses()
        if self.tie.acts:
            time = best_time(self.tie.acts) or untold(self.setting.anchor)
            ruled = ruled_status(self.document, self.tie.acts, time, self.setting.anchor.date, lede=self.lede)
            scores[STATUSES.index(ruled)] += STATUS_RULED
        return STATUSES[int(scores.argmax())], confidence("status", self.by(), float(scores.max() / scores.sum()))

    def sub_type(
        self, weapons: Sequence[Weapon], targets: Sequence[Party], perpetrators: Sequence[Party]
    ) -> tuple[SubEventType, float]:
        """Return the sub-event type that encoder and rules together make the likeliest, and how sure it is."""
        scores = self.tie.sub_types()
        if self.tie.acts:
            scores[SUB_TYPES.index(sub_type_of(self.tie.acts, weapons, targets, perpetrators))] += SUB_TYPE_RULED
        return SUB_TYPES[int(scores.argmax())], confidence("sub_type", self.by(), float(scores.max() / scores.sum()))

    def time(self, status: Status, place: Place | None) -> Time:
        """Return the time: the expression that is likeliest the act's by encoder and rules, or that none is told."""
        body = self.findings.filing_line.body if self.findings.filing_line is not None else 0
        role = self.tie.role("time")
        ruled = best_time(self.tie.acts)
        best: tuple[float, int, ReadBy] | None = None
        for i, told in enumerate(self.findings.times):
            if told.first < body or told.relation in {"since", "until"}:
                continue
            score = float(role[told.first : told.last].mean())
            by = _by(ruled is not None and self.setting.times[i] == ruled, score >= TIMED)
            score += RULED_BONUS * (by != "encoder")
            if score >= TIMED and (best is None or score > best[0]):
                best = (score, i, by)
        if best is None:
            return untold(self.setting.anchor)
        score, at, by = best
        made = self.setting.times[at]
        if status in {"threatened", "planned"}:
            zone = zone_of(place.country) if place is not None else None
            told = self.findings.times[at]
            made = resolve_time(self.document, told, self.setting.anchor, tense="future", zone=zone)
        return replace(made, confidence=confidence("time", by, _raw(score, by)), read_by=by)

    def place(self, status: Status) -> Place | None:
        """Return the place: the name that is likeliest the act's by encoder and rules, the narrower of equals."""
        role = self.tie.role("place")
        ruled = best_place(self.tie.acts)
        scored: list[tuple[float, float, ReadBy, Place]] = []
        for i in usable_places(self.findings, self.setting):
            toponym = self.findings.toponyms[i]
            place = self.setting.toponyms[i].place
            assert place is not None  # noqa: S101
            score = float(role[toponym.first : toponym.last].mean())
            by = _by(place == ruled, score >= PLACED)
            weighed = score + RULED_BONUS * (by != "encoder") - VAGUER * (place.geo_precision - 1) * (place.gazetteer_id is not None)
            if weighed >= PLACED:
                scored.append((weighed, score, by, place))
        if scored:
            _, score, by, place = max(scored, key=lambda row: row[0])
            return replace(place, confidence=confidence("place", by, score), read_by=by)
        if ruled is None and self.tie.acts and status not in {"threatened", "planned"}:
            ruled = nearby_place(self.findings, self.tie.acts, self.setting)
        if ruled is None:
            return None
        return replace(ruled, confidence=confidence("place", "rules", 0.5), read_by="rules")

    def perpetrators(self, home: str | None) -> tuple[Party, ...]:
        """Return who did it."""
        marked = self.parties("perpetrator", [r for act in self.tie.acts for r in act.frame.perpetrators])
        made = [
            _sure(
                sourced_party(self.document, self.main.first, r, self.setting, home, acting=True), "perpetrator", by, p
            )
            for r, by, p in marked
        ]
        return merged(made)

    def targets(self, home: str | None, perpetrators: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return whom or what it struck; if none is told, those who were harmed."""
        marked = self.parties("target", [r for act in self.tie.acts for r in act.frame.targets])
        made = merged(_sure(party(self.document, r, home=home), "target", by, p) for r, by, p in marked)
        return made or with_victims(self.document, made, self.tie.rows, home, perpetrators)

    def parties(self, name: Literal["perpetrator", "target"], ruled: Sequence[PartyRef]) -> list[Marked]:
        """Return the parties in a role: those that the encoder marks, and those of the rules that it bears out."""
        role = self.tie.role(name)
        found: list[Marked] = []
        for run in self.joined(runs(role, PARTY)):
            made = self.party_at(run)
            if made is not None and not any(_share(made, one) for one, _, _ in found):
                by = _by(any(_share(made, one) for one in ruled), marked=True)
                found.append((made, by, run.score))
        for one in ruled:
            score = float(role[one.first : one.last].mean())
            if score >= PARTY_RULED and not any(_share(one, other) for other, _, _ in found):
                found.append((one, "rules", score))
        return found

    def joined(self, marked: Iterable[Run]) -> list[Run]:
        """Return runs with those made one that only small words part: "a convoy | of | peacekeepers"."""
        made: list[Run] = []
        for run in marked:
            gap = self.document.tokens[made[-1].last : run.first] if made else ()
            if made and len(gap) <= 2 and all(token.folded in SMALL for token in gap):
                made[-1] = Run(made[-1].first, run.last, max(made[-1].score, run.score))
            else:
                made.append(run)
        return made

    def party_at(self, run: Run) -> PartyRef | None:
        """Return the party that a run of words names: its noun phrase, or what a lexicon knows in it."""
        tokens = self.document.tokens
        if not any(token.tag in {"NOUN", "PROPN"} for token in tokens[run.first : run.last]):
            return None
        phrase = _phrase_at(self.findings, self.read, run)
        nominal = phrase.nominal if phrase is not None else None
        if nominal is not None and run.first <= nominal.head < run.last and nominal.trigger is None:
            made = ref(nominal)
            if nominal.named is not None:
                return made
            return PartyRef(min(made.first, run.first), max(made.last, run.last), None, made.country)
        inside = [m for m in self.findings.mentions if m.kind in NAMING and m.first < run.last and run.first < m.last]
        if not inside:
            return PartyRef(run.first, run.last, None)
        head = max(inside, key=lambda m: (m.kind in {"actor", "organisation"}, m.last))
        country = next((m.countries[0] for m in inside if m.kind == "country" and m is not head), None)
        return PartyRef(min(run.first, head.first), max(head.last, run.last), head, country)

    def weapons(self) -> tuple[Weapon, ...]:
        """Return the weapons: words of the lexicon that the encoder marks, else those of the rules."""
        role = self.tie.role("weapon")
        ruled = {weapon.type: weapon for weapon in weapons_of(self.document, self.tie.acts)}
        found: dict[WeaponType, Weapon] = {}
        for mention in self.findings.mentions:
            score = float(role[mention.first : mention.last].mean()) if mention.weapon is not None else 0.0
            if mention.weapon is None or score < ARMED or mention.weapon.type in found:
                continue
            kind = mention.weapon.type
            by = _by(kind in ruled, marked=True)
            counted = next((q.quantity for q in self.findings.quantities if q.last == mention.first), None)
            found[kind] = Weapon(
                type=kind,
                quantity=counted,
                evidence=(self.document.span(mention.first, mention.last),),
                confidence=confidence("weapon", by, score),
                read_by=by,
            )
        if found:
            return tuple(found.values())
        sure = confidence("weapon", "rules", 0.5)
        return tuple(replace(weapon, confidence=sure, read_by="rules") for weapon in ruled.values())

    def implied(self, sub: SubEventType, sure: float) -> tuple[Weapon, ...]:
        """Return the weapon that the sort of an act implies, where no word names one."""
        kind = IMPLIED.get(sub)
        if kind is None:
            return ()
        span = self.document.span(self.main.first, self.main.last)
        return (Weapon(type=kind, quantity=None, evidence=(span,), confidence=sure, read_by="encoder"),)

    def casualties(self, home: str | None) -> tuple[Casualty, ...]:
        """Return the rows of the toll."""
        made = casualties(self.document, [sourced(self.document, row, self.setting) for row in self.tie.rows], home)
        roles = {kind: self.tie.role(kind) for kind in TOLL_KINDS}
        spans = {(t.start, t.end): i for i, t in enumerate(self.document.tokens)}
        starts = {start: i for (start, _), i in spans.items()}
        ends = {end: i + 1 for (_, end), i in spans.items()}
        sure = []
        for row in made:
            first, last = starts[row.evidence[0].start], ends[row.evidence[0].end]
            score = float(roles[row.kind][first:last].max())
            by = _by(ruled=True, marked=score >= COUNTED)
            sure.append(replace(row, confidence=confidence("casualty", by, score), read_by=by))
        return tuple(sure)

    def responsibility(self, home: str | None) -> tuple[Responsibility, ...]:
        """Return who claims the act, denies it, or blames somebody for it, as far as the encoder marks them."""
        found: dict[tuple[str, Stance], Responsibility] = {}
        for stance in STANCES:
            for run in self.joined(runs(self.tie.role(stance), STANCE)):
                one = self.party_at(run)
                if one is None:
                    continue
                speaker = party(self.document, one, home=home, acting=True)
                evidence = (self.clause(run.first),)
                made = Responsibility(speaker=speaker, stance=stance, object=None, channel=None, evidence=evidence)
                found.setdefault((speaker.name, stance), made)
        return tuple(found.values())

    def evidence(self) -> tuple[Span, ...]:
        """Return the passages that tell the event: those of the rules' acts, and those that the encoder marks."""
        spans = [self.clause(self.main.first)]
        marked = runs(self.tie.role("evidence"), EVIDENT)
        spans += [self.clause(run.first) for run in marked if run.last - run.first >= TELLING]
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
