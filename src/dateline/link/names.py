"""Clues from proper names: what only few reports would name, found in the evidence of two tellings.

Rarity is judged by kind, not by counting: a count over all reports would change with each that arrives, and what is
one incident would hang on the order of arrival. Names of countries, peoples, known actors and bodies, titles and
months are in too many reports to tell; the name of a ship, a prison, a village or a person is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from dateline.lexicon.actors import load_actors
from dateline.lexicon.countries import load_countries
from dateline.lexicon.organisations import load_organisations
from dateline.lexicon.titles import load_titles
from dateline.lexicon.words import HYPHENS, fold, phrase_key, word_spans
from dateline.link.clue import Clue
from dateline.model.report import Event
from dateline.model.values import Evidence

FIRST, FURTHER, MOST = 1.5, 0.5, 2.5  # points: of one shared name, of each other one, of all
SHORTEST = 3  # letters of a word that tells
HEADLINE = 0.8  # share of capitalised words beyond which a passage is set like a headline

_DATES: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "gmt utc est edt pst pdt cst cdt am pm".split()
)
_GENERIC: Final = frozenset(
    "police department sheriff sheriffs office officer county city state national federal government ministry minister "
    "president army forces force security military command region province district town north south east west "
    "northern southern eastern western central street avenue road drive lane hospital medical center centre "
    "university school news report photo posted updated the and for".split()
)


class _Word(NamedTuple):
    surface: str
    folded: str


def names_clue(a: Event, b: Event) -> Iterator[Clue]:
    """Yield the proper names that the evidence of both holds and no other clue has weighed."""
    weighed = _weighed(a) & _weighed(b)
    shared = _common(proper_names(a.evidence), proper_names(b.evidence), weighed)
    if shared:
        points = min(MOST, FIRST + FURTHER * (len(shared) - 1))
        yield Clue(points, f"same name: {', '.join(sorted(shared))}")


def _common(one: frozenset[str], other: frozenset[str], weighed: frozenset[str]) -> set[str]:
    telling_one, telling_other = (
        {name: frozenset(fold(word) for word in name.split()) - _GENERIC - weighed for name in side}
        for side in (one, other)
    )
    found: set[str] = set()
    for name, words in telling_one.items():
        matches = [other_name for other_name, words_other in telling_other.items() if words and words & words_other]
        if matches:
            found.add(min((name, *matches), key=lambda text: (len(text), text)))
    return found


def _weighed(event: Event) -> frozenset[str]:
    """Return the words of names that clues of place and parties weigh where both tellings have them."""
    place = event.place
    texts = [party.name for party in (*event.perpetrators, *event.targets)]
    texts += [] if place is None else [text for text in (place.name, place.facility, place.admin1) if text is not None]
    return frozenset(word for text in texts for word in phrase_key(text))


@lru_cache(maxsize=4096)
def proper_names(evidence: Evidence) -> frozenset[str]:
    """Return the runs of capitalised words in passages that are names few reports hold.

    The first word of a sentence and what is set like a headline tell nothing by their capitals.
    """
    return frozenset(name for span in evidence for name in _names(span.quote))


def _names(text: str) -> Iterator[str]:
    words = [_Word(text[start:end], fold(text[start:end])) for start, end in word_spans(text)]
    longer = [word for word in words[1:] if len(word.surface) > SHORTEST and word.surface[0].isalpha()]
    if sum(word.surface[0].isupper() for word in longer) > HEADLINE * len(longer):
        return
    common = _well_known(words)
    run: list[str] = []
    for i, word in enumerate((*words, _Word(".", "."))):
        begins = i == 0 or words[i - 1].surface in {".", "!", "?", ":", "“", '"'}
        if not begins and i not in common and _is_name(word):
            run.append(word.surface)
        elif run and word.surface not in HYPHENS:
            yield " ".join(run)
            run = []


def _is_name(word: _Word) -> bool:
    return len(word.folded) >= SHORTEST and word.surface[0].isupper() and word.folded not in _DATES


def _well_known(words: list[_Word]) -> set[int]:
    """Return the positions of words that belong to a country, a known actor or body, or a title."""
    folded = [word.folded for word in words]
    indices = (load_countries().names, load_organisations().index, load_titles(), load_actors().index)
    return {at for index in indices for hit in index.find(folded) for at in range(hit.first, hit.last)}
