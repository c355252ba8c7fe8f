"""Who did it, whom or what it struck, and who speaks for or against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Literal

from msgspec.structs import replace

from dateline.extract.arguments import PartyRef, ref
from dateline.extract.encoder.labels import STANCES
from dateline.extract.encoder.reading import Run, runs
from dateline.extract.nominals import BACKING, COLLECTIVES
from dateline.lexicon.words import HYPHENS
from dateline.model.codes import Stance
from dateline.model.report import Event
from dateline.model.values import Party, ReadBy, Responsibility
from dateline.resolve.confidence import confidence
from dateline.resolve.decide import least
from dateline.resolve.decide.case import Case, Page, read_by
from dateline.resolve.parties import party
from dateline.resolve.roles import merged, sourced_party, with_victims

NAMING = frozenset(("actor", "organisation", "force", "group", "country", "object"))
SMALL = frozenset(("-", "of", "the", "'s", "s", "’s", "al"))
FOLLOWED = 0.5  # the score of a party that follows from a claim or a toll
Role = Literal["perpetrator", "target"]
Marked = tuple[PartyRef, ReadBy, float]  # a party, who reads it, its score


def perpetrators(case: Case, home: str | None) -> tuple[Party, ...]:
    """Return who did it, each with who says so and how surely."""
    page, act = case.page, case.main.first
    found = _marked(case, "perpetrator", [r for one in case.tie.acts for r in one.frame.perpetrators])
    made = [
        _sure(sourced_party(page.document, act, r, page.setting, home, acting=True), "perpetrator", by, score)
        for r, by, score in found
    ]
    return merged(_surer(made))


def targets(case: Case, home: str | None, acting: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return whom or what it struck; if none is told, those who were harmed and did not act themselves."""
    document = case.page.document
    found = _marked(case, "target", [r for one in case.tie.acts for r in one.frame.targets])
    made = merged(_surer([_sure(party(document, r, home=home), "target", by, score) for r, by, score in found]))
    return made or with_victims(document, made, case.tie.rows, home, acting)


def completed(event: Event) -> Event:
    """Return an event with a confidence on parties that follow from a claim or from a toll, as rules read them."""
    return replace(
        event,
        perpetrators=tuple(map(partial(_followed, "perpetrator"), event.perpetrators)),
        targets=tuple(map(partial(_followed, "target"), event.targets)),
    )


def _followed(role: Role, one: Party) -> Party:
    return one if one.confidence is not None else _sure(one, role, "rules", FOLLOWED)


def responsibility(case: Case, home: str | None) -> tuple[Responsibility, ...]:
    """Return who claims the act, denies it, or blames somebody for it, as far as the encoder marks them."""
    page = case.page
    found: dict[tuple[str, Stance], Responsibility] = {}
    for stance in STANCES:
        for run in _joined(page, runs(case.tie.role(stance), least.STANCE)):
            one = _party_at(page, run)
            if one is not None:
                speaker = party(page.document, one, home=home, acting=True)
                evidence = (page.clause(run.first),)
                made = Responsibility(speaker=speaker, stance=stance, object=None, channel=None, evidence=evidence)
                found.setdefault((speaker.name, stance), made)
    return tuple(found.values())


def _marked(case: Case, name: Role, ruled: Sequence[PartyRef]) -> list[Marked]:
    """Return the parties in a role: those that the encoder marks, and those of the rules that it bears out."""
    role = case.tie.role(name)
    found: list[Marked] = []
    for run in _joined(case.page, runs(role, least.PARTY)):
        made = _party_at(case.page, run)
        if made is not None and not any(_share(made, one) for one, _, _ in found):
            found.append((made, read_by(ruled=any(_share(made, one) for one in ruled), marked=True), run.score))
    for one in ruled:
        score = float(role[one.first : one.last].mean())
        if score >= least.PARTY_RULED and not any(_share(one, other) for other, _, _ in found):
            found.append((one, "rules", score))
    return found


def _joined(page: Page, marked: Iterable[Run]) -> list[Run]:
    """Return runs with those made one that only small words part: "a convoy | of | peacekeepers"."""
    made: list[Run] = []
    for run in marked:
        gap = page.document.tokens[made[-1].last : run.first] if made else ()
        if made and len(gap) <= 2 and all(token.folded in SMALL for token in gap):
            made[-1] = Run(made[-1].first, run.last, max(made[-1].score, run.score))
        else:
            made.append(run)
    return made


def _party_at(page: Page, run: Run) -> PartyRef | None:
    """Return the party that a run of words names: by its noun phrase, or by what a lexicon knows in it."""
    tokens = page.document.tokens
    if not any(token.tag in {"NOUN", "PROPN"} for token in tokens[run.first : run.last]):
        return None
    if _backs(page, run):
        return None
    words = [token.folded for token in tokens[max(0, run.last - 2) : run.last]]
    if words[0] == "the" and words[-1] in COLLECTIVES and run.last - run.first <= 2:
        return _pointed(page, run)
    nominal = page.nominal_at(run)
    if nominal is not None and run.first <= nominal.head < run.last and nominal.trigger is None:
        made = ref(nominal)
        if nominal.named is not None:
            return made
        return PartyRef(min(made.first, run.first), max(made.last, run.last), None, made.country)
    inside = [m for m in page.findings.mentions if m.kind in NAMING and m.first < run.last and run.first < m.last]
    if not inside:
        return PartyRef(run.first, run.last, None)
    head = max(inside, key=lambda m: (m.kind in {"actor", "organisation"}, m.last))
    country = next((m.countries[0] for m in inside if m.kind == "country" and m is not head), None)
    return PartyRef(min(run.first, head.first), max(head.last, run.last), head, country)


def _backs(page: Page, run: Run) -> bool:
    """Tell whether a run only says who stands behind somebody: "Iran" in "Iran-backed militia"."""
    words = [token.folded for token in page.document.tokens[run.first : run.last + 2]]
    backed = [at for at in range(1, len(words) - 1) if words[at] in HYPHENS and words[at + 1] in BACKING]
    return bool(backed) and backed[-1] + 2 >= run.last - run.first


def _pointed(page: Page, run: Run) -> PartyRef | None:
    """Return the actor that a bare "the group" stands for: the last one named before it."""
    before = [m for m in page.setting.actors if m.last <= run.first]
    return PartyRef(before[-1].first, before[-1].last, before[-1]) if before else None


def _share(one: PartyRef, other: PartyRef) -> bool:
    return one.first < other.last and other.first < one.last


def _surer(made: Sequence[Party]) -> list[Party]:
    """Return parties but those of the encoder alone that are hardly sure, where there are surer ones."""
    best = max((one.confidence or 0.0 for one in made), default=0.0)
    return [
        one
        for one in made
        if one.read_by != "encoder" or (one.confidence or 0.0) >= least.SURE or one.confidence == best
    ]


def _sure(one: Party, role: Role, by: ReadBy, score: float) -> Party:
    return replace(one, confidence=confidence(role, by, score), read_by=by)
