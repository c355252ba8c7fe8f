"""Whether a form such as "attacked" is a verb in the past tense, or a participle: the village attacked on Monday.

A perceptron over the words around it and the verbs before and after it; its weights are trained with the
tagger's and stored with them.
"""

from collections.abc import Iterator, Sequence

from dateline.extract.document import Token
from dateline.extract.tagger import load_model

_BOUNDARIES = frozenset((";", ":", "“", "”", '"', "who", "which", "whom", "whose", "when", "where", "while", "because"))
_FINITE = frozenset(
    "is are was were am has have had do does did will would can could may might must shall should".split()
)
_INTRANSITIVE = frozenset(
    (
        "die arrive clash explode erupt happen occur remain appear disappear collapse crash arise emerge stay vanish "
        "say vow warn reply add respond reiterate retaliate intervene flee protest march rally"
    ).split()
)
HARMING = frozenset("kill wound injure hurt displace detain arrest abduct kidnap destroy damage".split())
_HELD_TO_BE = frozenset("believe suspect think know presume allege suppose say".split())
_NAMING = frozenset("call name dub give award grant offer send deny leave hold".split())
_NOUNS = frozenset(("NOUN", "PROPN", "NUM"))
_TIMES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december jan feb mar apr jun jul aug sep sept oct nov dec this last"
    ).split()
)
SAYING = frozenset("say tell report claim believe think announce add confirm".split())
_FEW = frozenset("of in on by with for from to and or but , that as at after into against among".split())


def is_participle(tokens: Sequence[Token], i: int, first: int, end: int) -> bool:
    """Tell whether the past form at i, which has no auxiliary, is a participle, in the sentence [first, end)."""
    lemma, before = tokens[i].lemma, tokens[i - 1] if i > first else None
    following = tokens[i + 1] if i + 1 < end else None
    if following is not None and following.folded == "to" and lemma in _HELD_TO_BE:
        return True
    if lemma in _INTRANSITIVE or (following is not None and _is_object(following) and lemma not in _NAMING):
        return False
    if following is not None and following.folded in _FINITE and before is not None and before.tag in _NOUNS:
        return True
    if lemma in HARMING and before is not None and before.tag in _NOUNS:
        return following is None or following.tag in ("ADP", "PUNCT")  # such verbs have an object, unless passive
    weights = load_model().participles
    return sum(weights.get(feature, 0) for feature in participle_features(tokens, i, first, end)) > 0


def _is_object(token: Token) -> bool:
    """Tell whether an object begins here, which a passive participle cannot have; a day is none."""
    if token.tag == "DET" or (token.tag == "PRON" and token.folded not in ("that", "who", "which")):
        return True
    return token.tag == "PROPN" and token.folded not in _TIMES


def participle_features(tokens: Sequence[Token], i: int, first: int, end: int) -> list[str]:
    """Return what the words around the past form at token i say of it."""
    lemma = tokens[i].lemma
    before, following = _told(tokens, i - 1, first, end), _told(tokens, i + 1, first, end)
    before2, following2 = _told(tokens, i - 2, first, end), _told(tokens, i + 2, first, end)
    left, right = "".join(_left(tokens, i, first)), "".join(_right(tokens, i, end))
    return [
        "=",
        "v" + lemma,
        "b" + before,
        "f" + following,
        "B" + before2 + before,
        "F" + following + following2,
        "bf" + before + following,
        "vf" + lemma + following,
        "vb" + lemma + before,
        "l" + left,
        "r" + right,
        "lr" + left + right,
        "lf" + left + following,
        "lb" + left + before,
        "rf" + right + following,
        "rb" + right + before,
        "lrf" + left + right + following,
        "brf" + before + right + following,
        "e" + tokens[i].folded[-2:],
    ]


def _told(tokens: Sequence[Token], i: int, first: int, end: int) -> str:
    """Return the tag of a token, and its word where that is one of a few."""
    if not first <= i < end:
        return "|"
    token = tokens[i]
    return token.tag + "." + token.folded if token.folded in _FEW else token.tag


def _left(tokens: Sequence[Token], i: int, first: int) -> Iterator[str]:
    """Yield the kinds of what stands between token i and the nearest verb of its clause to the left."""
    seen: set[str] = set()
    for at in range(i - 1, max(first, i - 25) - 1, -1):
        token = tokens[at]
        if token.tag == "SCONJ" or token.folded in _BOUNDARIES or (token.folded == "that" and token.tag == "PRON"):
            yield "C"
            return
        if token.tag in ("VERB", "AUX"):
            yield _kind(tokens, at, first)
            return
        mark = {"CCONJ": "&", "NOUN": "n", "PROPN": "n", "PRON": "n", "NUM": "n"}.get(token.tag, "")
        mark = "," if token.folded == "," else mark
        if mark and mark not in seen:
            seen.add(mark)
            yield mark
    yield "|"


def _right(tokens: Sequence[Token], i: int, end: int) -> Iterator[str]:
    """Yield the kinds of what stands between token i and the nearest verb to its right."""
    seen: set[str] = set()
    for at in range(i + 1, min(end, i + 25)):
        token = tokens[at]
        if token.tag in ("VERB", "AUX"):
            yield _kind(tokens, at, i)
            return
        if token.tag == "SCONJ" or token.folded in _BOUNDARIES or (token.folded == "that" and token.tag == "PRON"):
            yield "C"
            return
        mark = {"CCONJ": "&", "PRON": "p", "ADP": "a"}.get(token.tag, "")
        mark = "," if token.folded == "," else mark
        if mark and mark not in seen:
            seen.add(mark)
            yield mark
    yield "|"


def _kind(tokens: Sequence[Token], at: int, first: int) -> str:
    token = tokens[at]
    before = tokens[at - 1] if at > first else None
    if token.folded in _FINITE:
        return "F"
    if token.folded.endswith("ing"):
        return "G"
    if before is not None and before.folded == "to":
        return "I"
    if before is not None and before.tag in ("AUX", "ADV", "PART"):
        return "X"
    if token.lemma in SAYING:
        return "S"
    return "E" if token.folded.endswith("ed") else "V"
