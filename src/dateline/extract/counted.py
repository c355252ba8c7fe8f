"""Where a count begins with its hedge: "at least 12", "between 5 and 10", "an estimated 40"."""

from collections.abc import Sequence

from dateline.extract.document import Token

_HEDGES = tuple(
    sorted(
        (
            tuple(phrase.split())
            for phrase in (
                "at least;at most;more than;less than;fewer than;up to;as many as;as few as;no fewer than;no less than;"
                "not less than;no more than;not more than;about;around;some;nearly;almost;approximately;roughly;over;"
                "under;only;just;close to;well over;well above;exactly;an estimated;estimated;around about;between;"
                "an additional;additional;a further;a total;above;below;perhaps;possibly;as much as;upwards of;"
                "in excess of;just over;just under;a reported;probably;all"
            ).split(";")
        ),
        key=len,
        reverse=True,
    )
)
_HEDGE_FIRST = frozenset(hedge[0] for hedge in _HEDGES)
_OFTEN_PLACE = frozenset("over under above below between around about".split())  # prepositions of time and place too
TIME_NOUNS = frozenset("second minute hour day week month year decade weekend".split())
_COUNT_WORDS = frozenset(
    "dozen dozens scores score hundreds thousands tens millions hundred thousand million several half".split()
)


def hedge_end(tokens: Sequence[Token], i: int, end: int) -> int:
    """Return the token after a hedge at i that a number follows, or i where there is none."""
    if i >= end or tokens[i].folded not in _HEDGE_FIRST:
        return i
    for hedge in _HEDGES:
        at = i + len(hedge)
        if at < end and all(tokens[i + k].folded == word for k, word in enumerate(hedge)):
            if _is_count(tokens, at, end) and not _is_duration(tokens, i, at, end):
                return at
            nested = hedge_end(tokens, at, end)
            if nested > at and hedge[-1] not in _OFTEN_PLACE:
                return nested
            if hedge[-1] == "total" and tokens[at].folded == "of" and at + 1 < end and _is_count(tokens, at + 1, end):
                return at + 1
    return i


def _is_count(tokens: Sequence[Token], i: int, end: int) -> bool:
    if tokens[i].folded in _COUNT_WORDS or tokens[i].tag == "NUM":
        return True
    if tokens[i].folded in ("a", "$", "€", "£", "us") and i + 1 < end:
        return tokens[i + 1].folded in _COUNT_WORDS or tokens[i + 1].tag == "NUM"
    return False


def _is_duration(tokens: Sequence[Token], i: int, at: int, end: int) -> bool:
    """Tell whether "over two days" and the like speak of time or place rather than of a count."""
    if tokens[i].folded not in _OFTEN_PLACE or at - i > 1:
        return False
    if tokens[i].folded == "between":
        return not any(t.tag == "NOUN" and t.lemma not in TIME_NOUNS for t in tokens[at + 2 : min(at + 6, end)])
    noun = next((t for t in tokens[at : min(at + 3, end)] if t.tag == "NOUN"), None)
    return tokens[i].folded in ("over", "under") and noun is not None and noun.lemma in TIME_NOUNS
