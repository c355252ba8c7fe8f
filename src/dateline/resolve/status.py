"""Whether an event is the report's news or history that it recalls (ruling 1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dateline.extract.document import Document
from dateline.extract.frame import Frame
from dateline.model.codes import Status
from dateline.model.values import Time
from dateline.resolve.acts import Act

FRESH = timedelta(days=6)  # what happened this long before publication can still be news
RECALLING = frozenset(
    """
    previously formerly historically anniversary commemorate commemorated commemorating remembered decades
    """.split()
)
RECALLING_PHRASES = (
    ("in", "the", "past"),
    ("in", "recent", "years"),
    ("in", "recent", "months"),
    ("in", "recent", "weeks"),
    ("over", "the", "years"),
    ("at", "the", "time"),
    ("in", "the", "wake", "of"),
    ("years", "ago"),
    ("months", "ago"),
    ("last", "year"),
    ("last", "month"),
    ("earlier", "this", "year"),
    ("earlier", "this", "month"),
    ("came", "to", "power"),
    ("last", "week"),
    ("a", "week", "after"),
    ("days", "after"),
    ("weeks", "after"),
    ("months", "after"),
    ("since", "then"),
    ("has", "long"),
    ("have", "long"),
    ("often",),
    ("regularly",),
    ("frequently",),
    ("repeatedly",),
)


def status(document: Document, acts: Sequence[Act], time: Time, anchor: date | None, *, lede: bool) -> Status:
    """Return the status of an event; `lede` tells that the report opens with it, and so brings it as news."""
    mood = acts[0].frame.mood
    if mood in {"threatened", "planned", "denied"}:
        return mood
    if all(act.frame.general for act in acts) and not any(act.frame.tolls for act in acts):
        return "background"
    age = _age(time, anchor)
    if age is not None and age > FRESH:
        return "occurred" if lede and age <= timedelta(days=45) else "background"
    if lede:
        return "occurred"
    if age is not None and time.basis != "publication" and time.precision in {"day", "part_of_day", "hour", "minute"}:
        return "occurred"
    recalled = sum(recalls(document, act.frame) for act in acts)
    return "background" if recalled * 2 > len(acts) else "occurred"


def recalls(document: Document, frame: Frame) -> bool:
    """Tell whether a frame's sentence speaks of the past as past."""
    if frame.past_perfect:
        return True
    sentence = document.sentences[frame.sentence]
    words = [token.folded for token in document.tokens[sentence.first : sentence.last]]
    if RECALLING.intersection(words):
        return True
    return any(_holds(words, phrase) for phrase in RECALLING_PHRASES)


def _holds(words: Sequence[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(words[i : i + size]) == phrase for i in range(len(words) - size + 1))


def _age(time: Time, anchor: date | None) -> timedelta | None:
    if anchor is None or time.start is None or time.basis == "publication":
        return None
    text = (time.end or time.start)[:10]
    padded = {4: text + "-12-31", 7: text + "-28"}.get(len(text), text)
    return anchor - date.fromisoformat(padded)
