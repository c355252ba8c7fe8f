"""Who and what fills the roles of a whole report, as MUC-4 asks: each entity once, by its best mention."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dateline.extract.encoder.labels import FILLERS
from dateline.extract.encoder.reading import Reading

LEAST: Mapping[str, float] = {"PerpInd": 0.35, "PerpOrg": 0.45, "Target": 0.4, "Victim": 0.5, "Weapon": 0.4}
"""From which score an entity fills a role; set on MUC-4's development part."""
INSIDE = 0.1  # from which probability a word is part of a mention
SMALL = frozenset("the a an of de la el los las del and in for to his her its their this that".split())


class Filler(Struct):
    """An entity in a role: its mentions as tokens [first, last), best first, and its score, 0 to 1."""

    role: str
    mentions: list[tuple[int, int]]
    score: float


def fillers(reading: Reading, least: float | None = None) -> list[Filler]:
    """Return the entities that fill each role of a report, those of one role by falling score.

    `least` is the score from which they are given; by default that of LEAST for each role.
    """
    return [
        filler
        for role in FILLERS
        for filler in _of_role(reading, role)
        if filler.score >= (LEAST[role] if least is None else least)
    ]


def _of_role(reading: Reading, role: str) -> list[Filler]:
    tokens = reading.document.tokens
    found: list[tuple[Filler, set[str], str]] = []
    runs = sorted(reading.tagged(f"muc:{role}", INSIDE), key=lambda run: -run.score)
    for run in runs:
        folded = [t.folded for t in tokens[run.first : run.last]]
        words = {w for w in folded if w[:1].isalnum() and w not in SMALL}
        initials = "".join(w[0] for w in folded if w[:1].isalnum() and w not in SMALL)
        if not words:
            continue
        home = next((f for f, known, short in found if _same(words, initials, known, short)), None)
        if home is None:
            found.append((Filler(role, [(run.first, run.last)], run.score), words, initials))
        else:
            home.mentions.append((run.first, run.last))
            home.score = 1 - (1 - home.score) * (1 - 0.3 * run.score)
    return sorted((f for f, _, _ in found), key=lambda f: -f.score)


def _same(words: set[str], initials: str, known: set[str], short: str) -> bool:
    """Tell whether two mentions name one entity: one's words are among the other's, or it is its acronym."""
    if words <= known or known <= words:
        return True
    return words == {short} or known == {initials}
