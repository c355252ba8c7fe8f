"""Which time and which place of a sentence belong to an act: decided by grammar and nearness, with the reason kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from dateline.extract.document import Document
from dateline.extract.frame import Frame, Told
from dateline.extract.nominals import Phrase
from dateline.extract.times import TimeMention
from dateline.extract.toponyms import Toponym

SPEECH = frozenset(
    """
    say tell report add announce confirm claim state post write tweet speak declare warn note reiterate meet visit
    arrive brief release publish issue
    """.split()
)
OPENERS = frozenset(
    "on late early in at since until by from around about before after statement reporter reporters telegram".split()
)
WHERE = frozenset(
    """
    in at near on outside inside around across over off along throughout toward towards into within from of to
    against between through beside
    """.split()
)
CROSSING = 12  # what a clause boundary between an act and a setting costs, in tokens
HOLDS = 14  # what it costs to be the region that a nearer place lies in
FOREIGN = 4  # rank of another country than the report's: a place only where a preposition says so
ACT_BETWEEN = 10  # what another act between them costs


class Choice(Struct, frozen=True):
    """A setting for an act, how far off it is in tokens and penalties, and why it was taken."""

    index: int  # of the mention in its list
    cost: int
    reason: str


def choose_time(document: Document, told: Told, frame: Frame, times: Sequence[TimeMention]) -> Choice | None:
    """Return the time of an act in its own sentence: the nearest that tells no speech, or None."""
    choices = [
        Choice(i, _cost(told, frame, t.first, t.last), "the clause's own time")
        for i, t in enumerate(times)
        if told.sentence.first <= t.first < told.sentence.last and not tells_speech(document, told, t)
    ]
    return min(choices, key=lambda c: c.cost, default=None)


def choose_place(told: Told, frame: Frame, toponyms: Sequence[Toponym], rank: Mapping[int, int]) -> Choice | None:
    """Return the place of an act in its own sentence, or None.

    `rank` gives each usable toponym's precision (1 the very place, 3 a region or country, FOREIGN one abroad): of
    those that a preposition of place governs the most precise near the act wins.
    """
    choices = []
    holders = {t.container for t in toponyms if t.container is not None}
    for i, toponym in enumerate(toponyms):
        if i not in rank or toponym.modifier or not told.sentence.first <= toponym.first < told.sentence.last:
            continue
        cost = _cost(told, frame, toponym.first, toponym.last)
        word, noun = _governor(told.phrases, toponym)
        undergone = any(n.first <= toponym.first < n.last for n in frame.objects)
        governed = word in WHERE
        if word == "from" and noun and not undergone:
            continue  # where somebody comes from: "a man from Tajikistan"
        if not (governed or undergone) and rank[i] == FOREIGN:
            continue  # who does it: "Russia fired 122 missiles"
        cost += 0 if undergone or governed else 25
        cost -= 8 if undergone else 0
        cost += HOLDS if i in holders else 0
        cost += {1: 0, 2: 3, 3: 14}.get(rank[i], 14)
        choices.append(Choice(i, cost, "undergoes the act" if undergone else "the clause's own place"))
    return min(choices, key=lambda c: c.cost, default=None)


def tells_speech(document: Document, told: Told, time: TimeMention) -> bool:
    """Tell whether a time is when somebody spoke ("said on Thursday"), not when something happened."""
    at = time.first - 1
    tokens = document.tokens
    while at >= told.sentence.first and (tokens[at].folded in OPENERS or tokens[at].tag in {"DET", "ADP"}):
        at -= 1
    if at >= told.sentence.first and tokens[at].lemma in SPEECH:
        return True
    opening = tokens[time.first - 1].folded in {"on", "late", "early"} if time.first > told.sentence.first else False
    starts = time.first - told.sentence.first <= 2 and (opening or time.first == told.sentence.first)
    return starts and _first_verb_speaks(told)


def _first_verb_speaks(told: Told) -> bool:
    """Tell whether a sentence that opens with a time goes on to say who spoke: "On Thursday, the minister said"."""
    verb = next((p for p in told.phrases if p.kind == "VP"), None)
    return verb is not None and verb.lemma in SPEECH | {"reiterate", "deny", "condemn", "call", "urge", "vow"}


def _governor(phrases: Sequence[Phrase], toponym: Toponym) -> tuple[str | None, bool]:
    """Return the preposition that governs a toponym, and whether a noun stands before it; None where none does."""
    at = next((i for i, p in enumerate(phrases) if p.chunk.first <= toponym.first < p.chunk.last), None)
    if at is None:
        return None, False
    for index in range(at - 1, max(-1, at - 4), -1):
        phrase = phrases[index]
        if phrase.kind == "PREP":
            word = next((word for word in phrase.words if word in WHERE), None)
            return word, index > 0 and phrases[index - 1].kind == "NP"
        if phrase.kind not in {"PUNCT", "CONJ", "NP"}:
            return None, False
    return None, False


def _cost(told: Told, frame: Frame, first: int, last: int) -> int:
    low, high = (frame.trigger.last, first) if first >= frame.trigger.last else (last, frame.first)
    between = [p for p in told.phrases if low <= p.chunk.first < high]
    crossings = sum(p.kind == "COMP" or (p.kind == "VP" and p.chunk.finite) for p in between)
    acts = sum(low <= other.first < high and not other.harm_only for other in told.frames if other is not frame)
    quoted = sum(p.kind == "PUNCT" and p.words[0] in {"“", "”", '"', ";"} for p in between)
    return max(high - low, 0) + CROSSING * crossings + ACT_BETWEEN * acts + CROSSING * quoted
