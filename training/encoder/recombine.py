"""Examples told of other places and other forces: names swapped, everything else as it was.

The real articles that are annotated in full are of one war. A reader trained on them alone learns its names for
signs of events. What is made here is for training alone, and is marked by its source: "recombined".
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from training.encoder.example import Example, Query, Range

PLACE_MOST, ACTOR_MOST = 3, 4  # words of a name that is swapped
LINKS = frozenset(("-", "al", "el", "ad", "de"))
PARTIES = ("perpetrator", "target")
Names = Mapping[str, Sequence[list[str]]]


def names(examples: Iterable[Example]) -> dict[str, list[list[str]]]:
    """Return the names of places and of parties in examples, each once, in a fixed order."""
    found: dict[str, set[tuple[str, ...]]] = {"place": set(), "party": set()}
    for example in examples:
        for kind, span in _named(example):
            found[kind].add(tuple(example.words[slice(*span)]))
    return {kind: [list(words) for words in sorted(values)] for kind, values in found.items()}


def recombined(example: Example, pool: Names, chance: random.Random) -> Example:
    """Return an example with its names swapped for others of the pool, the same name always for the same."""
    given: dict[tuple[str, ...], list[str]] = {}
    swaps: dict[int, tuple[int, list[str]]] = {}
    taken: set[int] = set()
    folded = [word.casefold() for word in example.words]
    for kind, (first, last) in sorted(_named(example), key=lambda n: (n[1][0] - n[1][1], n[1])):
        wanted = tuple(folded[first:last])
        if wanted not in given:
            given[wanted] = chance.choice(pool[kind])
        for at in _places(folded, wanted):
            words = set(range(at, at + len(wanted)))
            if not words & taken:
                taken |= words
                swaps[at] = (at + len(wanted), given[wanted])
    return _rewritten(example, swaps)


def _named(example: Example) -> list[tuple[str, Range]]:
    found: set[tuple[str, Range]] = set()
    for query in example.queries:
        found |= {("place", run) for r in query.roles.get("place", []) for run in _capitalised(example, r)}
        for role in PARTIES:
            found |= {("party", r) for r in query.roles.get(role, []) if _is_name(example, r, ACTOR_MOST)}
    return sorted(found)


def _capitalised(example: Example, span: Range) -> list[Range]:
    """Return the names in a range: capitalised words, with "al-" between or before them."""
    made: list[Range] = []
    first: int | None = None
    for at in range(span[0], span[1] + 1):
        word = example.words[at] if at < span[1] else ""
        joined = word[:1].isupper() or (word.lower() in LINKS and first is not None) or word == "al"
        if joined and first is None:
            first = at
        elif not joined and first is not None:
            last = at
            while last > first and not example.words[last - 1][:1].isupper():
                last -= 1
            if 0 < last - first <= PLACE_MOST + 2 and example.words[first] != "The":
                made.append((first, last))
            first = None
    return made


def _is_name(example: Example, span: Range, most: int) -> bool:
    words = example.words[slice(*span)]
    return len(words) <= most and words[0][:1].isupper() and words[-1][:1].isupper() and words[0].lower() != "the"


def _places(folded: Sequence[str], wanted: tuple[str, ...]) -> list[int]:
    size = len(wanted)
    return [i for i in range(len(folded) - size + 1) if tuple(folded[i : i + size]) == wanted]


def _rewritten(example: Example, swaps: Mapping[int, tuple[int, list[str]]]) -> Example:
    """Return an example with words [at, end) put for others, and every range moved along."""
    words: list[str] = []
    starts, ends = [0] * (len(example.words) + 1), [0] * (len(example.words) + 1)
    at = 0
    while at < len(example.words):
        end, new = swaps.get(at, (at + 1, [example.words[at]]))
        for i in range(at, end):
            starts[i] = len(words)
        words += new
        for i in range(at + 1, end + 1):
            ends[i] = len(words)
        at = end

    def moved(ranges: Iterable[Range]) -> list[Range]:
        return sorted({(starts[first], ends[last]) for first, last in ranges})

    def asked(query: Query) -> Query:
        return replace(
            query,
            trigger=moved(query.trigger),
            roles={role: moved(r) for role, r in query.roles.items()},
            unsure={role: moved(r) for role, r in query.unsure.items()},
        )

    return Example(
        "recombined",
        words,
        moved(example.sentences),
        {label: moved(r) for label, r in example.spans.items()},
        {label: moved(r) for label, r in example.unsure.items()},
        [asked(query) for query in example.queries],
        example.topic,
    )
