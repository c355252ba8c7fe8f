"""Examples cut into windows, and windows into batches of arrays."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import torch
from msgspec import Struct
from torch import Tensor

from dateline.extract.encoder.labels import ROLES, SPANS, STATUSES, SUB_TYPES, TOPICS
from dateline.extract.encoder.pieces import numbered, pieces
from dateline.extract.encoder.windows import windows
from training.encoder.example import Example, Query, Range

IGNORED = -100  # what cross-entropy skips


class Asked(Struct):
    """One query in a window: its words, its classes (or IGNORED), and each role's words: 1 is, 0 is not, -1 unsure."""

    words: list[int]
    sub_type: int
    status: int
    roles: Tensor  # [roles, words], int8


class Window(Struct):
    """One window of one example, as numbers."""

    source: str
    ids: list[int]
    shapes: list[int]
    firsts: list[int]
    spans: Tensor  # [words, labels]
    queries: list[Asked]
    topic: int


class Batch(Struct):
    """Windows of about one length, padded."""

    ids: Tensor
    shapes: Tensor
    firsts: Tensor
    windows: list[Window]


def cut(example: Example) -> Iterator[Window]:
    """Yield an example's windows."""
    cut_words = pieces(example.words)
    for window in windows([len(p) for p in cut_words], example.sentences):
        words = window.words()
        place = {word: at for at, word in enumerate(words)}
        ids, shapes, firsts = numbered(words, example.words, cut_words)
        queries = [made for query in example.queries if (made := _asked(query, place)) is not None]
        topic = TOPICS.index(example.topic) if example.topic and window.first == 0 else IGNORED
        spans = _spans(example, place)
        spans[: window.opening] = IGNORED
        yield Window(example.source, ids, shapes, firsts, spans, queries, topic)


def _spans(example: Example, place: dict[int, int]) -> Tensor:
    made = torch.full((len(place), len(SPANS)), IGNORED, dtype=torch.int16)
    for label, found in example.spans.items():
        column = SPANS.index(label)
        made[:, column] = 0
        for first, last in example.unsure.get(label, []):
            _set(made[:, column], range(first, last), place, IGNORED)
        for first, last in sorted(found, key=lambda r: r[0] - r[1]):
            _set(made[:, column], range(first + 1, last), place, 2)
            _set(made[:, column], range(first, first + 1), place, 1)
    return made


def _set(row: Tensor, words: range, place: dict[int, int], value: int) -> None:
    for word in words:
        if word in place:
            row[place[word]] = value


def _asked(query: Query, place: dict[int, int]) -> Asked | None:
    words = [place[word] for first, last in query.trigger for word in range(first, last) if word in place]
    if not words:
        return None
    roles = torch.full((len(ROLES), len(place)), -1, dtype=torch.int8)
    for role in query.asked:
        row = roles[ROLES.index(role)]
        row[:] = 0
        _fill(row, query.unsure.get(role, []), place, -1)
        _fill(row, query.roles.get(role, []), place, 1)
    return Asked(
        words,
        SUB_TYPES.index(query.sub_type) if query.sub_type in SUB_TYPES else IGNORED,
        STATUSES.index(query.status) if query.status in STATUSES else IGNORED,
        roles,
    )


def _fill(row: Tensor, ranges: Sequence[Range], place: dict[int, int], value: int) -> None:
    for first, last in ranges:
        _set(row, range(first, last), place, value)


def batches(pool: Sequence[Window], room: int, chance: random.Random) -> Iterator[Batch]:
    """Yield the windows of a pool in batches of at most `room` pieces, in an order that chance gives."""
    order = sorted(pool, key=lambda w: (len(w.ids) + chance.randrange(16), chance.random()))
    made: list[list[Window]] = [[]]
    for window in order:
        if made[-1] and (len(made[-1]) + 1) * max(len(w.ids) for w in [*made[-1], window]) > room:
            made.append([])
        made[-1].append(window)
    chance.shuffle(made)
    yield from (batch(chosen) for chosen in made if chosen)


def batch(chosen: list[Window]) -> Batch:
    """Return windows as one padded batch."""
    longest, most = max(len(w.ids) for w in chosen), max(len(w.firsts) for w in chosen)
    ids, shapes = (torch.zeros(len(chosen), longest, dtype=torch.long) for _ in range(2))
    firsts = torch.zeros(len(chosen), most, dtype=torch.long)
    for at, window in enumerate(chosen):
        ids[at, : len(window.ids)] = torch.tensor(window.ids)
        shapes[at, : len(window.shapes)] = torch.tensor(window.shapes)
        firsts[at, : len(window.firsts)] = torch.tensor(window.firsts)
    return Batch(ids, shapes, firsts, chosen)
