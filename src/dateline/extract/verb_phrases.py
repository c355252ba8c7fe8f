"""Verb phrases: auxiliaries, negation, adverbs and main verb, with voice, tense and finiteness."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from dateline.extract.document import Token
from dateline.extract.participles import is_participle

Voice = Literal["active", "passive"]
Tense = Literal["past", "present", "future"]

MODALS = frozenset("will would can could may might must shall should ll ca wo d cannot".split())
NEGATIONS = frozenset(("not", "nt", "never"))
WH_WORDS = frozenset("when where why how whenever wherever whether while".split())
_NO_ADVERBS = frozenset("after before since around about over up out down off in on back away ago".split())
_FULL_MODAL = {"ll": "will", "wo": "will", "ca": "can", "d": "would", "cannot": "can"}
_PAST_ONLY = frozenset(
    (
        "took fell went began ran came saw gave wrote spoke broke drove rose threw flew grew knew shook tore wore "
        "chose froze stole swore ate drew withdrew overran overthrew blew was were did became overcame overtook "
        "retook undertook underwent sank drank sang swam sprang arose awoke bore forgot hid rode strove woke slew"
    ).split()
)
_PARTICIPLE_ONLY = frozenset(
    (
        "taken fallen gone begun seen given written spoken broken driven risen thrown flown grown known shaken torn "
        "worn chosen frozen stolen sworn eaten drawn withdrawn overthrown blown been done overtaken retaken "
        "undertaken undergone beaten hidden bitten shown slain stricken sunk forgotten ridden proven"
    ).split()
)
_SAME = frozenset(
    "hit put cut set shut hurt cast cost spread split burst beset quit let read thrust shed rid offset upset".split()
)
_PARTICLES = {
    "out": "carry break pull wipe drive take rule point call burn flush find hand hold roll set turn work force "
    "knock lash spell go come move throw sell".split(),
    "up": "blow set step round break pick take give line turn stir beat build end prop speed ramp shoot cover "
    "follow make grow show wake stand catch clean hold wind pile light lock flare patch".split(),
    "down": "shoot gun bring mow track hunt crack break burn tear knock cut take come calm go step back lay turn "
    "strike stand sit slow shut close".split(),
    "off": "set call go fight cut break take seal ward fend pull lay kill pay block cordon drive wipe".split(),
    "away": "run walk take turn get pass throw drive move go".split(),
    "back": "fight push beat hit come go pull hold drive bring take send fire strike roll win call".split(),
    "over": "take hand turn".split(),
}


class VerbPhrase(NamedTuple):
    """Tokens [first, last) of a verb phrase and what its words say."""

    first: int
    last: int
    head: int
    voice: Voice
    tense: Tense | None
    negated: bool
    finite: bool
    participle: bool
    infinitive: bool
    modal: str | None


def verb_phrase(tokens: Sequence[Token], i: int, start: int, end: int) -> VerbPhrase | None:
    """Return the verb phrase that begins at token i of the sentence [start, end), if one does."""
    head = _head(tokens, i, end)
    if head is None:
        return None
    last = head + 1
    if tokens[head].tag == "AUX":
        while last < end and tokens[last].folded in NEGATIONS:
            last += 1
    elif _is_particle(tokens, head, end):
        last += 1
    return _described(tokens, (i, last, head), start, end)


def _head(tokens: Sequence[Token], i: int, end: int) -> int | None:
    """Return the main verb of the chain that begins at i: the last verb or auxiliary of it."""
    head: int | None = None
    at = i
    while at < end:
        token = tokens[at]
        if token.tag == "VERB":
            return at
        if token.tag == "AUX":
            head = at
        elif not _may_stand_inside(tokens, at, i):
            return head
        at += 1
    return head


def _may_stand_inside(tokens: Sequence[Token], at: int, first: int) -> bool:
    token = tokens[at]
    if token.folded in NEGATIONS:
        return True
    if token.tag == "PART":
        return token.folded == "to" and (at == first or tokens[at - 1].tag in ("ADV", "PART"))
    return token.tag == "ADV" and token.folded not in WH_WORDS and token.folded not in _NO_ADVERBS


def _is_particle(tokens: Sequence[Token], head: int, end: int) -> bool:
    if head + 1 >= end or tokens[head + 1].tag not in ("ADP", "ADV"):
        return False
    following = tokens[head + 2].folded if head + 2 < end else ""
    return tokens[head].lemma in _PARTICLES.get(tokens[head + 1].folded, ()) and following not in ("of", "to")


def _described(tokens: Sequence[Token], place: tuple[int, int, int], start: int, end: int) -> VerbPhrase:
    first, last, head = place
    words = tokens[first:last]
    chain = [t for t in tokens[first : head + 1] if t.tag in ("AUX", "VERB")]
    helpers, main = chain[:-1], chain[-1]
    infinitive = any(t.folded == "to" and t.tag == "PART" for t in words)
    modal = next((_FULL_MODAL.get(t.folded, t.folded) for t in chain if t.folded in MODALS), None)
    passive = bool(helpers) and _is_be(helpers[-1]) and form(main) in ("past", "participle", "same")
    participle = not helpers and not infinitive and _stands_alone_as_participle(tokens, head, start, end)
    if participle and form(main) != "ing":
        passive = True
    finite = not infinitive and not participle and chain[0].folded not in ("being", "having", "been", "be")
    tense = _tense(chain, modal) if finite else None
    negated = any(t.folded in NEGATIONS for t in words)
    return VerbPhrase(
        first, last, head, "passive" if passive else "active", tense, negated, finite, participle, infinitive, modal
    )


def _is_be(token: Token) -> bool:
    return token.lemma in ("be", "get")


def _stands_alone_as_participle(tokens: Sequence[Token], head: int, start: int, end: int) -> bool:
    shape = form(tokens[head])
    if shape in ("ing", "participle"):
        return True
    if shape != "past" or tokens[head].folded in _PAST_ONLY:
        return False
    return is_participle(tokens, head, start, end)


def _tense(chain: Sequence[Token], modal: str | None) -> Tense:
    first = chain[0]
    is_perfect = any(t.lemma == "have" for t in chain[:-1])
    if modal in ("will", "shall") and not is_perfect:
        return "future"
    if is_perfect or first.folded in ("was", "were", "had", "did"):
        return "past"
    return "past" if form(first) in ("past", "same") and modal is None else "present"


def form(token: Token) -> Literal["base", "s", "ing", "past", "participle", "same"]:
    """Return the form of a verb; "past" where it may be a past participle as well, "same" as in hit or put."""
    word = token.folded
    if word in _SAME:
        return "same"
    if word in _PARTICIPLE_ONLY:
        return "participle"
    if word == token.lemma:
        return "base"
    if word.endswith("ing"):
        return "ing"
    if word.endswith("s") and word != "was":
        return "s"
    return "past" if word not in ("am", "are", "m", "re", "ve", "ll", "d", "ca", "wo") else "base"
