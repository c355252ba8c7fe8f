"""What the encoder reads in a report: spans of each kind, and for any trigger the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from msgspec import Struct

from dateline.extract.document import Document, Sentence
from dateline.extract.encoder.labels import ROLES, SPANS, SUB_TYPES, TOPICS
from dateline.extract.encoder.session import Array, Read, load_session, read_windows

TRIGGER = SPANS.index("trigger")


class Run(Struct, frozen=True):
    """Words [first, last) that belong together, and how surely (0 to 1: the mean over its words)."""

    first: int
    last: int
    score: float


class Asked(Struct, frozen=True):
    """What the encoder tells of one trigger or cue; probabilities are not calibrated."""

    first: int
    last: int
    trigger: float  # that it names an act that the report tells as an event
    sub_types: Array  # [SUB_TYPES], sums to 1
    statuses: Array  # [STATUSES], sums to 1
    roles: Array  # [ROLES, words of the report]

    def role(self, name: str) -> Array:
        """Return the probability of each word of the report to be in a role."""
        return self.roles[ROLES.index(name)]  # type: ignore[no-any-return]

    def score(self, name: str, first: int, last: int) -> float:
        """Return the mean probability of words [first, last) to be in a role."""
        return float(self.role(name)[first:last].mean()) if first < last else 0.0

    def runs(self, name: str, least: float) -> list[Run]:
        """Return the runs of words that are in a role with at least this probability."""
        return list(runs(self.role(name), least))


class Reading:
    """One report as the encoder reads it, without the passages that it repeats: a second copy changes nothing."""

    def __init__(self, document: Document) -> None:
        self.document = document
        fresh = [s for s in document.sentences if not _repeats(document, s)]
        self._read = np.array([token for s in fresh for token in range(s.first, s.last)], dtype=int)
        sentences, first = [], 0
        for sentence in fresh:
            sentences.append((first, first + sentence.last - sentence.first))
            first = sentences[-1][1]
        self._windows = read_windows([document.tokens[token].text for token in self._read], sentences)
        self._asked: dict[tuple[int, int], Asked] = {}

    @cached_property
    def spans(self) -> Array:
        """The probabilities of outside, begin and inside for each label: [words, SPANS, 3]."""
        made = np.zeros((len(self.document.tokens), len(SPANS), 3), dtype=np.float32)
        made[:, :, 0] = 1.0
        for read in self._windows:
            window = read.window
            made[self._read[window.first : window.last]] = _softmax(read.spans[window.opening :])
        return made

    @cached_property
    def topics(self) -> Array:
        """The probability of each of TOPICS, from the report's first window."""
        return _softmax(self._windows[0].topic) if self._windows else np.eye(len(TOPICS), dtype=np.float32)[-1]

    def inside(self, label: str) -> Array:
        """Return the probability of each word to be in a span of a kind."""
        return 1.0 - self.spans[:, SPANS.index(label), 0]

    def tagged(self, label: str, least: float) -> list[Run]:
        """Return spans of a kind: words that are inside with at least this probability, cut where one begins."""
        at = SPANS.index(label)
        return list(runs(self.inside(label), least, begins=self.spans[:, at, 1] > self.spans[:, at, 2]))

    def triggers(self, least: float) -> list[Asked]:
        """Return the words that name acts with at least this probability, with what belongs to them."""
        return [self.ask(run.first, run.last) for run in self.tagged("trigger", least)]

    def ask(self, first: int, last: int) -> Asked:
        """Return what the encoder tells of words [first, last) as a trigger or a cue."""
        key = (first, last)
        if key not in self._asked:
            self._asked[key] = self._ask(first, last)
        return self._asked[key]

    def _ask(self, first: int, last: int) -> Asked:
        roles = np.zeros((len(ROLES), len(self.document.tokens)), dtype=np.float32)
        acts = None
        for read in self._windows:
            words = self._read[read.words]
            own = [at for at, word in enumerate(words) if first <= word < last]
            if own:
                roles[:, words] = np.maximum(roles[:, words], _pairs(read, own))
                if acts is None:
                    acts = read.acts[own].mean(0)
        if acts is None:
            raise ValueError(f"no words {first} to {last} in this report")
        trigger = float(self.inside("trigger")[first:last].max())
        sub_types, statuses = _softmax(acts[: len(SUB_TYPES)]), _softmax(acts[len(SUB_TYPES) :])
        return Asked(first, last, trigger, sub_types, statuses, roles)


def _repeats(document: Document, sentence: Sentence) -> bool:
    return any(span.start <= sentence.start < span.end for span in document.source.repeats)


def runs(probabilities: Array, least: float, begins: Array | None = None) -> Iterator[Run]:
    """Yield runs of numbers that are at least `least`; where `begins` is true, a new run starts."""
    start: int | None = None
    for at, inside in enumerate([*(probabilities >= least), False]):
        cut = inside and begins is not None and bool(begins[at])
        if start is not None and (not inside or cut):
            yield Run(start, at, float(probabilities[start:at].mean()))
            start = None
        if inside and start is None:
            start = at


def _pairs(read: Read, own: list[int]) -> Array:
    """Return the probability of each word of a window in each role to the trigger of words `own`."""
    asked = read.asks[own].mean(0)
    _, rarity = load_session()
    logits = np.einsum("rd,wrd->rw", asked, read.answers) / np.sqrt(asked.shape[-1]) + rarity[:, None]
    return 1.0 / (1.0 + np.exp(-logits))  # type: ignore[no-any-return]


def _softmax(logits: Array) -> Array:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)  # type: ignore[no-any-return]
