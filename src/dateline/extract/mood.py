"""Whether an act is told as done, threatened, planned or denied, or only spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dateline.extract.document import Document
from dateline.extract.nominals import Nominal, Phrase

Mood = Literal["told", "threatened", "planned", "denied", "unreal"]

THREATS = frozenset("threaten vow pledge warn promise swear".split())
PLANS = frozenset("plan intend prepare order authorise authorize schedule aim decide plot propose announce".split())
FAILS = frozenset(
    """
    prevent avoid stop avert foil thwart fail refuse want urge call demand seek hope fear oppose condemn ask help
    try agree discuss consider allow request appeal deter need expect continue suspend postpone cancel halt
    """.split()
)
BEGINS = frozenset("begin start continue resume go proceed manage be have come keep".split())
MODALS = frozenset(("would", "could", "might", "may", "should", "can", "must"))
FUTURE = frozenset(("will", "shall"))
UNREAL = frozenset("possible potential future imminent hypothetical any further feared another new next".split())
PLANNED = frozenset("planned upcoming scheduled looming intended".split())
FOILED = frozenset("foiled thwarted averted".split())
PRETEXTS = frozenset(("if", "unless", "whether", "lest"))
JUDGING = frozenset(
    "condemn call describe denounce brand decry deplore term label claim mourn slam criticise criticize".split()
)
REFUTING = frozenset(("deny", "dismiss", "refute"))
REPORTS = frozenset(("report", "rumour", "rumor", "claim", "suggestion"))
OWN = frozenset("it they he she we i its their his her our any all".split())


def verb_mood(phrases: Sequence[Phrase], at: int, *, habits: bool = True) -> Mood:
    """Return the mood of the act that the verb phrase at an index tells; without `habits` the present is no habit."""
    chunk = phrases[at].chunk
    if chunk.negated:
        return "denied" if _denying(phrases, at) else "unreal"
    if chunk.infinitive:
        return "told" if "have" in phrases[at].words[:2] else _governed_mood(phrases, at)
    if _conditional(phrases, at):
        return "unreal"
    if chunk.modal in MODALS:
        return _under(phrases, at) if chunk.modal == "would" else "unreal"
    if chunk.modal in FUTURE or chunk.tense == "future":
        return _under(phrases, at, otherwise="planned")
    if habits and _habitual(phrases, at):
        return "unreal"
    return "denied" if chunk.finite and _refuted(phrases, at) else "told"


def noun_mood(document: Document, phrases: Sequence[Phrase], at: int, nominal: Nominal) -> Mood:
    """Return the mood of the act that a noun names: its adjectives', else that of the verb that governs it."""
    words = {token.folded for token in document.tokens[nominal.first : nominal.head]}
    if words & FOILED:
        return "unreal"
    if words & PLANNED:
        return "planned"
    if words & {"no"}:
        return "unreal"
    if (
        words & UNREAL
        and not nominal.definite
        and nominal.quantity is None
        and not words & {"another", "new", "further"}
    ):
        return "unreal"
    verb = _governor(phrases, at)
    if verb is None:
        return "told"
    chunk, lemma = phrases[verb].chunk, phrases[verb].lemma
    if lemma in THREATS and at - verb <= 3:
        return "threatened"
    if lemma in PLANS and chunk.voice == "active" and at - verb <= 2 and lemma != "announce":
        return "planned"
    if (
        lemma in FAILS
        and at - verb <= 3
        and lemma in {"prevent", "avoid", "stop", "avert", "foil", "thwart", "fear", "expect", "deter"}
    ):
        return "unreal"
    if lemma in REFUTING and at - verb <= 3:
        return "denied" if phrases[verb + 1].lemma in REPORTS else "told"
    if at > 0 and phrases[at - 1].kind == "PREP":
        return "told"  # "are in hospital after the attack": the verb speaks of something else
    return verb_mood(phrases, verb, habits=False)


def governed(phrases: Sequence[Phrase], at: int, verbs: Sequence[str]) -> bool:
    """Tell whether a noun phrase is the object or subject of one of the verbs, or stands in a title without one."""
    verb = _governor(phrases, at)
    return phrases[verb].lemma in verbs if verb is not None else not any(p.kind == "VP" for p in phrases)


def judged(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether a noun is what somebody condemns or calls it: a word for an act told before."""
    verb = _governor(phrases, at)
    return verb is not None and verb < at and phrases[verb].lemma in JUDGING


def _governor(phrases: Sequence[Phrase], at: int) -> int | None:
    """Return the verb that a noun phrase is object of, or subject."""
    for index in range(at - 1, max(-1, at - 5), -1):
        if phrases[index].kind == "VP":
            return index
        if phrases[index].kind == "COMP" or phrases[index].words[0] in {";", "“"}:
            break
    for index in range(at + 1, min(len(phrases), at + 7)):
        if phrases[index].kind == "VP" and phrases[index].chunk.finite:
            return index
        if phrases[index].kind == "COMP":
            break
    return None


def _governed_mood(phrases: Sequence[Phrase], at: int) -> Mood:
    """Return the mood of an infinitive: what the verb or noun before it makes of it."""
    for index in range(at - 1, max(-1, at - 6), -1):
        phrase = phrases[index]
        if phrase.lemma in THREATS or phrase.lemma in {"threat", "vow", "warning"}:
            return "threatened"
        if phrase.lemma in PLANS or phrase.lemma in {"plan", "plot"}:
            return "planned"
        if phrase.kind == "VP":
            return "told" if phrase.lemma in BEGINS and phrase.chunk.modal is None else "unreal"
    return "unreal"


def _habitual(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether a verb in the present stands under one in the past: "denied that it attacks civilians"."""
    chunk = phrases[at].chunk
    if chunk.tense != "present" or not chunk.finite or len(phrases[at].words) > 1:
        return False
    return any(p.kind == "VP" and p.chunk.finite and p.chunk.tense == "past" for p in phrases[:at])


def _under(phrases: Sequence[Phrase], at: int, otherwise: Mood = "unreal") -> Mood:
    for index in range(at - 1, -1, -1):
        if phrases[index].kind == "VP":
            if phrases[index].lemma in THREATS:
                return "threatened"
            if phrases[index].lemma in PLANS:
                return "planned"
    return otherwise


def _conditional(phrases: Sequence[Phrase], at: int) -> bool:
    for index in range(at - 1, -1, -1):
        if phrases[index].words[-1] in PRETEXTS:
            return True
        if phrases[index].kind == "VP" or phrases[index].words[0] in {",", ";"}:
            return False
    return False


def _denying(phrases: Sequence[Phrase], at: int) -> bool:
    return any(p.kind == "VP" and p.lemma in REFUTING for p in phrases[:at])


def _refuted(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether somebody denies that others did it; who denies an act of his own speaks of responsibility."""
    for index in range(at - 1, -1, -1):
        phrase = phrases[index]
        if phrase.kind == "VP":
            between = phrases[index + 1 : at]
            own = any(OWN.intersection(p.words[:1]) for p in between if p.lemma not in REPORTS)
            denies = phrase.lemma in REFUTING and phrase.chunk.voice == "active" and not phrase.chunk.negated
            return denies and not own and any(p.kind == "COMP" for p in between)
    return False
