"""Clues from the content: who, with what, what toll, and in which words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from dateline.lexicon.words import fold, phrase_key, word_spans
from dateline.link.clue import Clue
from dateline.link.counts import agree, bounds, toll
from dateline.model.codes import CasualtyKind, WeaponType
from dateline.model.report import Event
from dateline.model.values import Evidence, Party, Quantity, Weapon

Affiliated = Callable[[str, str], bool]

FAMILIES: Final[tuple[frozenset[WeaponType], ...]] = (
    frozenset({"missile", "ballistic_missile", "cruise_missile", "rocket"}),
    frozenset({"rocket", "artillery", "mortar"}),
    frozenset({"ied", "car_bomb", "suicide_vest", "landmine"}),
    frozenset({"missile", "airstrike", "drone"}),
)
FEWEST_WORDS = 6  # of a passage, before its wording counts
VERBS: Final[dict[CasualtyKind, str]] = {"under_evaluation": "under evaluation"}
_LEADING = frozenset("the a an some several".split())
_COMMON = frozenset(
    "that this with from were was been have has said says after before their there they when which while "
    "would could least killed wounded injured people attack attacks also into over about during".split()
)


def party_name(party: Party) -> str:
    """Return the folded name of a party without its leading article."""
    words = phrase_key(party.name)
    return " ".join(words[1:] if len(words) > 1 and words[0] in _LEADING else words)


def is_named(party: Party) -> bool:
    """Tell whether a party is somebody in particular, not "gunmen" or "at least three soldiers"."""
    if party.actor_id is not None:
        return True
    words = [party.name[start:end] for start, end in word_spans(party.name)]
    return any(word[:1].isupper() and fold(word) not in _LEADING for word in words)


def same_party(a: Party, b: Party, affiliated: Affiliated) -> bool:
    """Tell whether two parties are one, or one is part of the other."""
    if a.actor_id is not None and b.actor_id is not None:
        return a.actor_id == b.actor_id or affiliated(a.actor_id, b.actor_id)
    one, other = party_name(a), party_name(b)
    return one == other or fuzz.token_sort_ratio(one, other) >= 88


def _people(parties: Iterable[Party]) -> list[Party]:
    return [p for p in parties if p.kind == "civilians" and p.actor_id is None and " " in party_name(p)]


def _shared(one: Sequence[Party], other: Sequence[Party], affiliated: Affiliated) -> str | None:
    names = (a.name for a in one for b in other if same_party(a, b, affiliated))
    return min(names, default=None)


def parties_clue(role: str, one: Sequence[Party], other: Sequence[Party], affiliated: Affiliated) -> Iterator[Clue]:
    """Yield whether two tellings name the same parties in a role; unnamed ones say little."""
    named_one, named_other = ([p for p in side if is_named(p)] for side in (one, other))
    person = _shared(_people(named_one), _people(named_other), affiliated)
    if person is not None:
        yield Clue(3.0, f"same {role}: {person}")
    elif named_one and named_other:
        name = _shared(named_one, named_other, affiliated)
        ids = all(p.actor_id is not None for p in (*named_one, *named_other))
        yield Clue(-1.0 if ids else -0.4, f"another {role}") if name is None else Clue(1.5, f"same {role}: {name}")
    else:
        name = _shared(one, other, affiliated)
        if name is not None:
            yield Clue(0.3, f"same {role}: {name}")


def weapons_clue(one: Sequence[Weapon], other: Sequence[Weapon]) -> Iterator[Clue]:
    """Yield whether two tellings speak of the same means."""
    types_one, types_other = ({w.type for w in side} - {"other", "unknown"} for side in (one, other))
    if not types_one or not types_other:
        return
    common = types_one & types_other
    if common:
        yield Clue(0.7, f"same weapon: {', '.join(sorted(common)).replace('_', ' ')}")
    elif any(family & types_one and family & types_other for family in FAMILIES):
        yield Clue(0.3, "weapons of one kind")
    else:
        yield Clue(-1.0, "another weapon")


def toll_clue(a: Event, b: Event) -> Iterator[Clue]:
    """Yield how two tolls compare; a count may grow from report to report."""
    one, other = toll(a.casualties), toll(b.casualties)
    for kind in ("killed", "injured", "abducted", "detained", "missing", "under_evaluation"):
        if kind in one and kind in other:
            yield _count_clue(VERBS.get(kind, kind), one[kind], other[kind])


def _count_clue(verb: str, a: Quantity, b: Quantity) -> Clue:
    told = f"{a.text or 'a number'} and {b.text or 'a number'} {verb}"
    if agree(a, b):
        if a.best is not None and a.best == b.best:
            return Clue(min(2.5, 0.3 + 0.3 * a.best), f"same toll: {a.best} {verb}")
        return Clue(0.2, f"tolls can both hold: {told}")
    low, high = sorted((_middle(a), _middle(b)))
    if high <= 3 * low or high - low <= 3:
        return Clue(-0.2, f"toll differs: {told}")
    return Clue(-1.5, f"toll differs widely: {told}")


def _middle(quantity: Quantity) -> int:
    low, high = bounds(quantity)
    return low if low is not None else high if high is not None else 0


@lru_cache(maxsize=4096)
def content_words(evidence: Evidence) -> frozenset[str]:
    """Return the folded words of a passage that carry its matter."""
    found = (fold(span.quote[start:end]) for span in evidence for start, end in word_spans(span.quote))
    return frozenset(word for word in found if word[:1].isalnum() and len(word) > 3 and word not in _COMMON)


def words_clue(one: Evidence, other: Evidence) -> Iterator[Clue]:
    """Yield how many of their words two tellings share (Dice's coefficient)."""
    words_one, words_other = content_words(one), content_words(other)
    if min(len(words_one), len(words_other)) < FEWEST_WORDS:
        return
    share = 2 * len(words_one & words_other) / (len(words_one) + len(words_other))
    if share >= 0.85:
        yield Clue(4.0, "same words")
    elif share >= 0.5:
        yield Clue(2.0, "much the same words")
    elif share >= 0.25:
        yield Clue(0.7, "some of the same words")
    elif share < 0.08:
        yield Clue(-0.7, "other words")
