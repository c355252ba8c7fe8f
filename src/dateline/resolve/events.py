"""Events of a report: frames that tell of one act brought together, each value with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal
from msgspec import Struct
from msgspec.structs import asdict, replace

from dateline.extract.arguments import PartyRef, WeaponRef
from dateline.extract.attribution import Attribution
from dateline.extract.document import Document
from dateline.extract.findings import Findings
from dateline.extract.frames import Frame, Told
from dateline.extract.mentions import Mention
from dateline.extract.nominals import count_of
from dateline.extract.tolls import Toll
from dateline.lexicon.countries import load_countries
from dateline.lexicon.settings import unwarlike
from dateline.model.codes import EVENT_TYPE, Certainty, Share, SubEventType, WeaponType
from dateline.model.report import Event
from dateline.model.values import Outcome, Party, Place, Span, Time, Weapon
from dateline.resolve.acts import Act, cluster, name_key
from dateline.resolve.anchor import Anchor
from dateline.resolve.casualties import Row, casualties
from dateline.resolve.parties import bare_words, party
from dateline.resolve.places import Resolution
from dateline.resolve.setting import choose_place, choose_time
from dateline.resolve.status import status
from dateline.resolve.times import resolve_time
from dateline.resolve.typing import sub_event_type

WEAK = frozenset("kill die injure wound hurt perish shoot beat".split())
BROADER: Mapping[WeaponType, frozenset[WeaponType]] = {
    "missile": frozenset(("ballistic_missile", "cruise_missile", "rocket", "airstrike", "drone")),
    "artillery": frozenset(("mortar", "rocket", "missile", "ballistic_missile", "cruise_missile")),
    "ied": frozenset(("car_bomb", "suicide_vest", "landmine", "airstrike", "grenade", "drone")),
    "unknown": frozenset(("airstrike", "drone", "rocket", "missile", "artillery", "mortar", "small_arms", "ied")),
    "suicide_vest": frozenset(("car_bomb",)),
}
NEAR = 60  # a place that costs more than this is not an act's own
NEAR_DEFINITE = 12  # the same for "the attack", which was placed where it was first told
VAGUE_TYPES = frozenset(("Armed clash", "Remote explosive/landmine/IED", "Peaceful protest", "Looting/property destruction"))
JOINTS = frozenset((",", "and", "&", "as", "well", "the", "in", "on", "of", "town", "towns", "village", "villages", "neighborhood", "neighbourhood", "neighborhoods", "neighbourhoods", "city", "district", "districts", "both"))
GENERAL = frozenset(("people", "persons", "person", "others", "other", "victims", "individuals", "lives", "bodies", "dead", "wounded", "number of people", "casualties"))
POINTING = frozenset(("attackers", "assailants", "gunmen", "militants", "group", "fighters", "it", "they", "attacker", "men", "forces", "troops"))


class Setting(Struct, frozen=True):
    """What a whole report gives to its events: when it was published, and where its country is."""

    anchor: Anchor
    home: str | None
    toponyms: tuple[Resolution, ...]
    times: tuple[Time, ...]
    filed: Place | None
    actors: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    speakers: tuple[str, ...]  # name of the speaker of each attribution


def events(findings: Findings, read: Sequence[Told], setting: Setting) -> tuple[Event, ...]:
    """Return the events of a report in text order, with ids e1, e2, ..."""
    document = findings.document
    causes = {frame.cause for told in read for frame in told.frames if frame.tolls}
    acts = [
        act
        for told in read
        if not _repeated(document, told)
        for frame in told.frames
        if _tells(frame)
        for act in _acts(findings, told, frame, setting)
        if not frame.general or act.time is not None or act.place is not None or frame.first in causes
    ]
    groups = [group for group in cluster(acts) if _is_event(document, group)]
    rows = _loose_rows(document, read, groups)
    made = [
        _event(findings, group, rows[at], setting, lede=_opens(document, group, at))
        for at, group in enumerate(groups)
    ]
    ordered = sorted(made, key=lambda e: e.evidence[0].start)
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(ordered, 1))


def _repeated(document: Document, told: Told) -> bool:
    return any(span.start <= told.sentence.start < span.end for span in document.source.repeats)


def _tells(frame: Frame) -> bool:
    return frame.mood != "unreal" and not frame.counted


def _acts(findings: Findings, told: Told, frame: Frame, setting: Setting) -> Iterator[Act]:
    """Yield the acts of a frame: one for each place of a list of places that undergo it (ruling 4)."""
    if _lasts(findings, told, frame):
        return
    pairs = _respective(findings, told, setting)
    if pairs:
        for time, place in pairs:
            yield replace(_act(findings, told, frame, setting, place), time=time, fresh=True)
        return
    places = _listed(findings, told, frame, setting)
    if len(places) < 2:
        yield _act(findings, told, frame, setting, _place(findings, told, frame, setting))
        return
    for number, place in enumerate(places):
        bare = replace(frame, tolls=()) if number else frame
        yield _act(findings, told, bare, setting, place)


def _lasts(findings: Findings, told: Told, frame: Frame) -> bool:
    """Tell whether the time of an act is a stretch up to now ("has fought the government since 2007")."""
    choice = choose_time(findings.document, told, frame, findings.times)
    return choice is not None and findings.times[choice.index].relation == "since" and not frame.tolls


def _respective(findings: Findings, told: Told, setting: Setting) -> list[tuple[Time, Place]]:
    """Return times and places paired by "respectively": "in Iraq and Syria ... in 2017 and 2019 respectively"."""
    tokens = findings.document.tokens
    sentence = told.sentence
    at = next((i for i in range(sentence.first, sentence.last) if tokens[i].folded == "respectively"), None)
    if at is None:
        return []
    times = [i for i, t in enumerate(findings.times) if sentence.first <= t.first and t.last <= at]
    if len(times) < 2:
        return []
    first = findings.times[times[-2]].first
    places = [
        place
        for i, t in enumerate(findings.toponyms)
        if sentence.first <= t.first < first and (place := setting.toponyms[i].place) is not None
    ]
    return list(zip((setting.times[i] for i in times[-2:]), places[-2:], strict=False)) if len(places) > 1 else []


def _listed(findings: Findings, told: Told, frame: Frame, setting: Setting) -> list[Place]:
    """Return the towns or quarters of a list that an act struck: "on Sarmin, Binnish and Taftanaz"."""
    if frame.harm_only or frame.kind.family not in {"remote", "attack", "clash", "protest"}:
        return []
    inside = [
        i
        for i, toponym in enumerate(findings.toponyms)
        if told.sentence.first <= toponym.first < told.sentence.last and not toponym.metonym
    ]
    choice = choose_place(findings.document, told, frame, findings.toponyms, _rank(findings, setting))
    if choice is None or choice.index not in inside:
        return []
    chain = [choice.index]
    for i in inside[inside.index(choice.index) + 1 :]:
        between = findings.document.tokens[findings.toponyms[chain[-1]].last : findings.toponyms[i].first]
        if not all(token.folded in JOINTS for token in between) or not between:
            break
        if not any(token.folded == "and" for token in between) and between[0].folded != ",":
            break
        chain.append(i)
    joined = any(t.folded == "and" for i in chain[1:] for t in findings.document.tokens[findings.toponyms[i].first - 2 : findings.toponyms[i].first])
    places = [p for i in chain if (p := setting.toponyms[i].place) is not None and p.geo_precision < 3]
    apart = list({place.name: place for place in places}.values())
    return apart if joined and len(apart) > 1 else []


def _act(findings: Findings, told: Told, frame: Frame, setting: Setting, place: Place | None) -> Act:
    document = findings.document
    words = {token.folded for token in document.tokens[told.sentence.first : frame.trigger.last]}
    killed = next((row.quantity.best for row in frame.tolls if row.kind == "killed" and not row.subset), None)
    return Act(
        frame=frame,
        time=_time(findings, told, frame, setting, place),
        place=place,
        fresh=bool(words & {"another", "separate", "separately", "elsewhere", "second", "similar"}),
        weapons=frozenset(w.mention.weapon.type for w in frame.weapons if w.mention.weapon is not None),
        actors=frozenset(name_key(document, ref) for ref in frame.perpetrators),
        targets=frozenset(name_key(document, ref) for ref in frame.targets),
        killed=killed,
    )


def _time(findings: Findings, told: Told, frame: Frame, setting: Setting, place: Place | None) -> Time | None:
    usable = [i for i, t in enumerate(findings.times) if t.relation not in {"since", "until"}]
    choice = choose_time(findings.document, told, frame, [findings.times[i] for i in usable])
    if choice is None or (frame.definite and choice.cost >= NEAR_DEFINITE):
        return None
    at = usable[choice.index]
    zone = zone_of(place.country) if place is not None else None
    future = frame.mood in {"planned", "threatened"}
    if future or (zone is not None and zone != zone_of(setting.home)):
        tense: Literal["past", "future"] = "future" if future else "past"
        return resolve_time(findings.document, findings.times[at], setting.anchor, tense=tense, zone=zone)
    return setting.times[at]


def untold(anchor: Anchor) -> Time:
    """Return the time of an event that no time is told of: unknown, and no later than the publication."""
    bound = anchor.date.isoformat() if anchor.date is not None else None
    return Time(None, bound, "unknown", None, "publication", "")


def zone_of(country: str | None) -> str | None:
    """Return the IANA zone of a country that has one, or None."""
    known = load_countries().by_code.get(country) if country is not None else None
    return known.timezone if known is not None and known.zones == 1 else None


def _rank(findings: Findings, setting: Setting) -> dict[int, int]:
    toponyms = findings.toponyms
    return {
        i: resolution.place.geo_precision
        for i, resolution in enumerate(setting.toponyms)
        if resolution.place is not None and not toponyms[i].metonym and not toponyms[i].in_filing_line
    }


def _place(findings: Findings, told: Told, frame: Frame, setting: Setting) -> Place | None:
    choice = choose_place(findings.document, told, frame, findings.toponyms, _rank(findings, setting))
    reach = NEAR_DEFINITE if frame.definite else NEAR
    return setting.toponyms[choice.index].place if choice is not None and choice.cost < reach else None


def _is_event(document: Document, group: Sequence[Act]) -> bool:
    """Tell whether a group tells of an act of its own, not of harm alone that no act is told for."""
    if any(not act.frame.harm_only and act.frame.kind.strength > 0 for act in group):
        return any(not _bare(act) for act in group)
    if any(_by_accident(document, act.frame) for act in group):
        return False
    strong = any(document.tokens[act.frame.first].lemma not in WEAK or act.frame.weapons for act in group)
    return strong and any(act.frame.tolls or act.frame.targets for act in group)


def _by_accident(document: Document, frame: Frame) -> bool:
    """Tell whether a sentence tells of an accident or a disaster and of nobody armed."""
    sentence = document.sentences[frame.sentence]
    return unwarlike([t.folded for t in document.tokens[sentence.first : sentence.last]], "sentence") is not None


def _bare(act: Act) -> bool:
    """Tell whether a frame has nothing beside its word: no party, weapon, place, time or toll."""
    frame = act.frame
    return not (frame.perpetrators or frame.targets or frame.weapons or frame.tolls or act.place or act.time)


def _opens(document: Document, group: Sequence[Act], at: int) -> bool:
    return at == 0 or min(act.frame.sentence for act in group) <= 1


def _loose_rows(document: Document, read: Sequence[Told], groups: Sequence[Sequence[Act]]) -> list[list[Toll]]:
    """Return for each event the rows of its frames, and the rows that no verb of harm tells nearest to it."""
    rows: list[list[Toll]] = [[row for act in group for row in act.frame.tolls] for group in groups]
    for told in read:
        if _repeated(document, told):
            continue
        for row in (*told.tolls, *told.nobody):
            at = _nearest(told.sentence.index, row, groups)
            if at is not None:
                rows[at].append(row)
    return rows


def _nearest(sentence: int, row: Toll, groups: Sequence[Sequence[Act]]) -> int | None:
    best: tuple[int, int] | None = None
    for at, group in enumerate(groups):
        for act in group:
            gap = sentence - act.frame.sentence
            if gap < 0 or gap > 3 or act.frame.kind.family in {"agreement", "strategic", "protest", "arrest"}:
                continue
            distance = gap * 1000 + abs(row.first - act.frame.first)
            if best is None or distance < best[0]:
                best = (distance, at)
    return best[1] if best is not None else None


def _event(
    findings: Findings, group: Sequence[Act], tolls: Sequence[Toll], setting: Setting, *, lede: bool
) -> Event:
    document = findings.document
    place = _best_place(group) or _nearby_place(findings, group, setting)
    home = place.country if place is not None and place.country is not None else setting.home
    time = _best_time(group) or untold(setting.anchor)
    told_status = status(document, group, time, setting.anchor.date, lede=lede)
    weapons = _weapons(document, group)
    perpetrators = _perpetrators(document, group, setting, home)
    targets = _targets(document, group, setting, home)
    struck = _with_victims(document, targets, tolls, home, perpetrators)
    sub = _sub_type(group, weapons, struck, perpetrators)
    toll = casualties(document, [_sourced(document, row, setting) for row in tolls], home)
    return Event(
        id="",
        event_type=EVENT_TYPE[sub],
        sub_event_type=sub,
        status=told_status,
        time=time,
        place=place,
        perpetrators=perpetrators,
        targets=struck,
        weapons=weapons,
        casualties=toll,
        outcome=_outcome(document, group),
        responsibility=(),
        evidence=_evidence(document, group),
        trigger=document.span(group[0].frame.first, group[0].frame.trigger.last),
    )


def _best_place(group: Sequence[Act]) -> Place | None:
    """Return the most precise place told, the first of equals."""
    known = [act.place for act in group if act.place is not None]
    return min(known, key=lambda p: p.geo_precision, default=None)


def _nearby_place(findings: Findings, group: Sequence[Act], setting: Setting) -> Place | None:
    """Return the place of an event that its own sentences do not tell: that of the opening, or where it was filed.

    A town that the sentences before name stands for what happens there next; the filing place stands only where
    the report names no other town of its country.
    """
    if group[0].frame.mood != "told":
        return None
    rank = _rank(findings, setting)
    first = findings.document.sentences[group[0].frame.sentence].first
    before = [i for i, precision in rank.items() if precision < 3 and findings.toponyms[i].first < first]
    near = [i for i in before if findings.document.sentence_of(findings.toponyms[i].first).index >= group[0].frame.sentence - 3]
    if near:
        return setting.toponyms[near[-1]].place
    if before:
        return setting.toponyms[before[0]].place
    return setting.filed if not any(precision < 3 for precision in rank.values()) else None


def _best_time(group: Sequence[Act]) -> Time | None:
    """Return the most precise time told, the first of equals."""
    order = ("minute", "hour", "part_of_day", "day", "week", "month", "year", "unknown")
    known = [act.time for act in group if act.time is not None]
    return min(known, key=lambda t: order.index(t.precision), default=None)


def _sub_type(
    group: Sequence[Act], weapons: Sequence[Weapon], targets: Sequence[Party], perpetrators: Sequence[Party]
) -> SubEventType:
    subs = [act.frame.kind.sub for act in group if act.frame.kind.sub is not None]
    telling = [s for s in subs if s not in VAGUE_TYPES]
    told = (telling or subs or [None])[0]
    if told == "Armed clash" and any(act.frame.weapons for act in group) and len(subs) < len(group):
        told = None if any(act.frame.kind.family == "remote" for act in group) else told
    return sub_event_type(
        told, {w.type for w in weapons}, {p.kind for p in targets}, {p.kind for p in perpetrators}
    )


def _weapons(document: Document, group: Sequence[Act]) -> tuple[Weapon, ...]:
    """Return the weapons of an event by type; a broad word gives way to a narrower one ("missile" to "rocket")."""
    found: dict[WeaponType, Weapon] = {}
    for act in group:
        for reference in act.frame.weapons:
            _add_weapon(document, found, reference)
    for act in group:
        implied = act.frame.kind.weapon
        if implied is not None and not found.keys() & {implied, *BROADER.get(implied, ())}:
            span = document.span(act.frame.first, act.frame.trigger.last)
            found[implied] = Weapon(type=implied, quantity=None, evidence=(span,))
    return tuple(w for w in found.values() if not BROADER.get(w.type, frozenset()) & found.keys())


def _add_weapon(document: Document, found: dict[WeaponType, Weapon], reference: WeaponRef) -> None:
    name = reference.mention.weapon
    if name is None:
        return
    quantity = count_of(document, reference.nominal)
    span = document.span(reference.mention.first, reference.mention.last)
    known = found.get(name.type)
    if known is None:
        found[name.type] = Weapon(type=name.type, quantity=quantity, evidence=(span,))
    elif known.quantity is None and quantity is not None:
        found[name.type] = Weapon(type=name.type, quantity=quantity, evidence=(span, *known.evidence))


def _perpetrators(
    document: Document, group: Sequence[Act], setting: Setting, home: str | None
) -> tuple[Party, ...]:
    refs = [(act.frame, ref) for act in group for ref in (*act.frame.perpetrators, *_pointed(setting, act.frame))]
    made = [_sourced_party(document, frame, ref, setting, home, acting=True) for frame, ref in refs]
    return _merged(document, made)


def _pointed(setting: Setting, frame: Frame) -> tuple[PartyRef, ...]:
    """Return the actor that "the group" stands for: the last one named before it."""
    if frame.anaphor is None or frame.perpetrators:
        return ()
    before = [m for m in setting.actors if m.last <= frame.anaphor.first]
    return (PartyRef(before[-1].first, before[-1].last, before[-1]),) if before else ()


def _targets(document: Document, group: Sequence[Act], setting: Setting, home: str | None) -> tuple[Party, ...]:
    refs = [ref for act in group for ref in act.frame.targets]
    return _merged(document, [party(document, ref, home=home) for ref in refs])


def _with_victims(
    document: Document,
    targets: tuple[Party, ...],
    tolls: Iterable[Toll],
    home: str | None,
    perpetrators: tuple[Party, ...],
) -> tuple[Party, ...]:
    """Return targets with those who were harmed, where no target of their kind is named."""
    victims = [party(document, row.group, home=home) for row in tolls if row.group is not None and not row.subset]
    kinds = {p.kind for p in targets}
    names = {p.name.casefold() for p in (*targets, *perpetrators)}
    added = [v for v in _merged(document, victims) if v.kind not in kinds and v.name.casefold() not in names]
    return (*targets, *added)


def _sourced_party(
    document: Document, frame: Frame, ref: PartyRef, setting: Setting, home: str | None, *, acting: bool
) -> Party:
    sources, kind = sources_at(document, frame.first, setting)
    certainty: Certainty = "asserted"
    made = party(document, ref, home=home, acting=acting, according_to=sources)
    if kind == "claim" or made.name in sources:
        certainty = "claimed"
    elif kind in {"accuse", "blame"}:
        certainty = "alleged"
    if _doubted(document, ref):
        certainty = "suspected"
    return replace(made, certainty=certainty)


def _doubted(document: Document, ref: PartyRef) -> bool:
    words = {t.folded for t in document.tokens[max(0, ref.first - 2) : ref.last]}
    return bool(words & {"suspected", "alleged", "believed", "presumed", "apparent", "likely", "possibly"})


def sources_at(document: Document, token: int, setting: Setting) -> tuple[tuple[str, ...], str | None]:
    """Return who says what stands at a token, innermost statement last, and the kind of its cue."""
    at = document.tokens[token].start
    inside = [
        (a.content[1] - a.content[0], name, a.kind)
        for a, name in zip(setting.attributions, setting.speakers, strict=True)
        if a.content[0] <= at < a.content[1] and name
    ]
    if not inside:
        return (), None
    _, name, kind = min(inside)
    return (name,), kind


def _sourced(document: Document, row: Toll, setting: Setting) -> Row:
    sources, kind = sources_at(document, row.first, setting)
    return Row(**asdict(row), sources=sources, certainty="claimed" if kind == "claim" else "asserted")


def _merged(document: Document, parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return parties with those of one id or name made one; bare "the attackers" give way to a better name."""
    found: dict[str, Party] = {}
    for one in parties:
        key = one.actor_id or one.name.casefold()
        known = found.get(key)
        found[key] = one if known is None else _united(known, one)
    named = [p for p in found.values() if p.name.casefold() not in POINTING]
    return _without_vaguer(_one_crowd([p for p in (named or found.values()) if any(c.isalpha() for c in p.name)]))


def _one_crowd(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return parties with one word for people in general: "people" and "others" are not two parties."""
    general = [p for p in parties if p.name.casefold() in GENERAL]
    specific = [p for p in parties if p.kind == "civilians" and p not in general]
    dropped = general if specific else general[1:]
    return tuple(p for p in parties if p not in dropped)


def _without_vaguer(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return parties without those that another names more fully.

    "Personnel" beside "US personnel", "the base" beside "al-Asad Airbase", "Iranian-backed militia" beside
    "Iranian-backed militants": the same words but for the head, or a head alone.
    """
    kept: list[Party] = []
    for one in parties:
        rivals = [other for other in parties if other is not one and _names_more(other, one)]
        if not rivals:
            kept.append(one)
    return tuple(kept)


def _names_more(fuller: Party, vaguer: Party) -> bool:
    if vaguer.actor_id is not None and fuller.actor_id is not None and vaguer.actor_id.startswith("actor"):
        return False
    full, vague = fuller.name.casefold().split(), vaguer.name.casefold().split()
    if len(full) > len(vague) and full[-1].endswith(vague[-1]) and len(vague) == 1:
        return True
    described = len(vague) > 1 and len(full) > 1 and vague[:-1] == full[:-1] and "-" in vague[0]
    return described and fuller.name.endswith("s") and not vaguer.name.endswith("s")


def _united(a: Party, b: Party) -> Party:
    rank = ("asserted", "claimed", "alleged", "suspected", "denied")
    certainty = min(a.certainty, b.certainty, key=rank.index)
    sources = tuple(dict.fromkeys((*a.according_to, *b.according_to)))
    evidence = tuple(dict.fromkeys((*a.evidence, *b.evidence)))
    return replace(a, certainty=certainty, according_to=sources, evidence=evidence)


def _outcome(document: Document, group: Sequence[Act]) -> Outcome | None:
    intercepted = _first_share(act.frame.intercepted for act in group)
    impacted = _first_share(act.frame.impacted for act in group) if intercepted is not None else None
    if intercepted is None:
        return None
    frames = [a.frame for a in group if a.frame.intercepted is not None or a.frame.impacted is not None]
    evidence = tuple(_clause(document, frame) for frame in frames)
    return Outcome(intercepted=intercepted, impacted=impacted, damage=None, evidence=tuple(dict.fromkeys(evidence)))


def _first_share(shares: Iterable[Share | None]) -> Share | None:
    return next((share for share in shares if share is not None), None)


def _evidence(document: Document, group: Sequence[Act]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(_clause(document, act.frame) for act in group))


def _clause(document: Document, frame: Frame) -> Span:
    sentence = document.sentences[frame.sentence]
    return document.span(sentence.first, sentence.last)
