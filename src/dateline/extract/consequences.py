"""What an act led to: which act of a sentence brought a harm, and what became of the weapons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.extract.arguments import Arguments, weapon_refs
from dateline.extract.clauses import obliques, subjects
from dateline.extract.document import Document
from dateline.extract.frame import Frame
from dateline.extract.nominals import Nominal, Phrase
from dateline.model.codes import Share

CAUSES = frozenset(
    ("in", "by", "after", "from", "during", "following", "when", "as a result of", "due to", "amid", "because of")
)
HIT_BY = frozenset(
    ("land", "fall", "slam", "crash", "impact", "hit", "strike", "plough", "plow", "smash", "rip", "tear")
)
SHARES: dict[str, Share] = {
    "all": "all",
    "most": "most",
    "some": "some",
    "several": "some",
    "many": "some",
    "majority": "most",
}


def with_outcome(document: Document, frame: Frame, arguments: Arguments) -> Frame:
    """Return the frame with the share of weapons that were intercepted or got through."""
    if frame.kind.intercepts:
        moved = next((n for n in arguments.undergoers if n.weapon is not None), None)
        return replace(frame, intercepted=_share(document, moved)) if moved is not None else frame
    if frame.kind.name == "land" or frame.trigger.classes[0].name == "land":
        moved = next((n for n in arguments.actors if n.weapon is not None), None)
        return replace(frame, impacted=_share(document, moved)) if moved is not None else frame
    return frame


def _share(document: Document, nominal: Nominal | None) -> Share:
    if nominal is None:
        return "some"
    words = [token.folded for token in document.tokens[nominal.first : nominal.last]]
    found = next((SHARES[word] for word in words if word in SHARES), None)
    return found or "some"


def impacts(read: Sequence[Phrase], frames: Sequence[Frame]) -> Iterator[Frame]:
    """Yield frames, an interception with the share that got through: "while others hit the base"."""
    for frame in frames:
        yield replace(frame, impacted=_rest(read, frame)) if frame.intercepted is not None else frame


def _rest(read: Sequence[Phrase], frame: Frame) -> Share | None:
    for at, phrase in enumerate(read):
        if phrase.kind == "VP" and phrase.lemma in HIT_BY | {"reach", "penetrate"} and phrase.chunk.first > frame.first:
            rest = [n for n in subjects(read, at) if n.pronoun is not None or n.weapon is not None or n.quantity]
            if rest and not phrase.chunk.negated:
                return "some"
    return frame.impacted


def _armed_with(read: Sequence[Phrase], frame: Frame) -> Frame:
    """Return a frame of harm that no act of its sentence brought, with the weapons that the sentence names."""
    named = tuple(weapon_refs(n for p in read if (n := p.nominal) is not None))
    return replace(frame, weapons=named) if named and not frame.weapons else frame


def caused(read: Sequence[Phrase], frames: Sequence[Frame]) -> Iterator[Frame]:
    """Yield frames, those that tell only harm tied to the act of the same sentence that brought it."""
    for frame in frames:
        if frame.harm_only:
            cause = _cause(read, frame, frames)
            yield _armed_with(read, frame) if cause is None else replace(frame, cause=cause)
        else:
            yield frame


def _cause(read: Sequence[Phrase], frame: Frame, frames: Sequence[Frame]) -> int | None:
    acts = {f.trigger.head: f for f in frames if not f.harm_only}
    at = next(i for i, p in enumerate(read) if p.chunk.first <= frame.trigger.head < p.chunk.last)
    for oblique in obliques(read, at):
        for nominal in oblique.nominals:
            if nominal.head in acts and oblique.preposition in CAUSES:
                return acts[nominal.head].first
    before = [f for f in acts.values() if f.first < frame.first]
    after = [f for f in acts.values() if f.first > frame.first]
    if before:
        return before[-1].first
    return after[0].first if after else None
