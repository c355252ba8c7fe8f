"""Shallow syntax: the phrases of a sentence, left to right."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dateline.extract.counted import hedge_end
from dateline.extract.document import Document, Sentence, Token
from dateline.extract.noun_phrases import noun_phrase
from dateline.extract.participles import HARMING, SAYING
from dateline.extract.verb_phrases import WH_WORDS, Tense, Voice, form, verb_phrase

ChunkKind = Literal["NP", "VP", "PREP", "CONJ", "COMP", "PUNCT", "ADV", "OTHER"]
_PREPOSITIONS = tuple(
    sorted(
        (
            tuple(phrase.split())
            for phrase in (
                "according to;because of;as a result of;out of;in front of;as part of;in response to;on behalf of;"
                "in addition to;along with;together with;due to;ahead of;instead of;in retaliation for;as well as;"
                "in connection with;by means of;in spite of;on top of;next to;close to;prior to;outside of;inside of;"
                "away from;apart from;such as;in support of;in favor of;in favour of;in charge of;in the name of;"
                "with the help of;as of;up to;in light of;in the wake of;in the face of;at the hands of;on board;"
                "in revenge for;thanks to;as for;owing to;in protest at;on the outskirts of;in the vicinity of;"
                "north of;south of;east of;west of;northeast of;northwest of;southeast of;southwest of;"
                "in the middle of;in exchange for;in return for;in coordination with;in cooperation with"
            ).split(";")
        ),
        key=len,
        reverse=True,
    )
)
_PREPOSITION_FIRST = frozenset(phrase[0] for phrase in _PREPOSITIONS)
_RELATIVES = frozenset("who whom which whose that what whoever".split())
_NEVER_CLAUSES = frozenset(
    "in of by with without from on for about at into over against despite alongside through upon to amid".split()
)
_ADVERB_OR_PREPOSITION = frozenset(
    "over around under above across near inside outside behind past along throughout about".split()
)
_FULL_STOPS = frozenset('.!?”"')
_CLAUSE_OR_PREPOSITION = frozenset("after before since until till as than like".split())


class Chunk(Struct, frozen=True):
    """Tokens [first, last) that stand together as one phrase, with its head token.

    The head of a noun phrase is its noun ("personnel" in "a number of US personnel"), of a verb phrase
    its main verb. The fields after `head` speak of verb phrases alone: `finite` where the phrase carries
    tense, `participle` where it is a reduced clause ("killed in", "targeting"), `infinitive` after "to".
    """

    kind: ChunkKind
    first: int
    last: int
    head: int
    voice: Voice = "active"
    tense: Tense | None = None
    negated: bool = False
    finite: bool = False
    participle: bool = False
    infinitive: bool = False
    modal: str | None = None


def chunks(document: Document, sentence: Sentence) -> tuple[Chunk, ...]:
    """Return the phrases that together cover a sentence, left to right."""
    tokens = document.tokens
    found: list[Chunk] = []
    at = sentence.first
    while at < sentence.last:
        chunk = _chunk(tokens, at, sentence, found)
        found.append(chunk)
        at = chunk.last
    _settle_parallel_participles(tokens, found)
    _settle_missing_verbs(tokens, found)
    _settle_clauses(tokens, found)
    _settle_shared_auxiliaries(tokens, found)
    _settle_bare_infinitives(tokens, found)
    return tuple(found)


def _chunk(tokens: Sequence[Token], i: int, sentence: Sentence, found: list[Chunk]) -> Chunk:
    token, end = tokens[i], sentence.last
    if _opens_clause(tokens, i, end, found):
        return Chunk("COMP", i, i + 1, i)
    hedge = hedge_end(tokens, i, end)
    if hedge == i:
        for phrase in _PREPOSITIONS if token.folded in _PREPOSITION_FIRST else ():
            if i + len(phrase) <= end and all(tokens[i + k].folded == word for k, word in enumerate(phrase)):
                kind: ChunkKind = "CONJ" if phrase == ("as", "well", "as") else "PREP"
                return Chunk(kind, i, i + len(phrase), i)
    if hedge > i or not _prefers_verb(tokens, i, end, found):
        noun = noun_phrase(tokens, i, end)
        if noun is not None:
            return Chunk("NP", *noun)
    verb = verb_phrase(tokens, i, sentence.first, end)
    if verb is not None:
        return Chunk("VP", *verb)
    return Chunk(_kind_of_word(tokens, i, end), i, i + 1, i)


def _kind_of_word(tokens: Sequence[Token], i: int, end: int) -> ChunkKind:
    token = tokens[i]
    if token.folded in _NEVER_CLAUSES and token.tag != "ADV":
        return "PREP"
    if token.tag == "ADV" and token.folded in _ADVERB_OR_PREPOSITION and i + 1 < end:
        return "PREP" if tokens[i + 1].tag in ("DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ") else "ADV"
    return _KINDS.get(token.tag, "OTHER")


_KINDS: dict[str, ChunkKind] = {"PUNCT": "PUNCT", "ADP": "PREP", "CCONJ": "CONJ", "SCONJ": "COMP", "ADV": "ADV"}


def _prefers_verb(tokens: Sequence[Token], i: int, end: int, found: list[Chunk]) -> bool:
    """Tell whether a verb at i is one, and does not describe the noun after it: armed men stormed."""
    token = tokens[i]
    if token.tag == "ADV":
        return not (i + 1 < end and tokens[i + 1].tag == "ADJ")
    if token.tag != "VERB":
        return token.tag in ("AUX", "PART")
    if form(token) not in ("past", "participle", "ing"):
        return True
    if i + 1 < end and tokens[i + 1].tag not in ("NOUN", "PROPN"):
        return True
    if form(token) == "ing" or (found and found[-1].kind not in ("PREP", "CONJ")):
        return True
    return bool(found) and (found[-1].kind == "CONJ" or tokens[found[-1].first].folded in ("by", "after", "while"))


def _opens_clause(tokens: Sequence[Token], i: int, end: int, found: list[Chunk]) -> bool:
    token = tokens[i]
    word = token.folded
    if token.tag == "SCONJ" and word not in _CLAUSE_OR_PREPOSITION:
        return word not in _NEVER_CLAUSES
    if word in WH_WORDS and token.tag in ("ADV", "SCONJ"):
        return not (word == "how" and i + 1 < end and tokens[i + 1].folded in ("many", "much"))
    if word not in _RELATIVES or token.tag not in ("PRON", "DET", "SCONJ"):
        return False
    if word != "that":
        return word != "whose" or token.tag != "DET"
    following = tokens[i + 1].tag if i + 1 < end else ""
    if following == "NOUN" and token.tag == "DET":
        return False
    return bool(found) and found[-1].kind != "PREP" and following != "PUNCT"


def _settle_clauses(tokens: Sequence[Token], found: list[Chunk]) -> None:
    """Tell "after the army attacked" (a clause follows) from "after the attack"."""
    for at, chunk in enumerate(found):
        word = tokens[chunk.first].folded
        if chunk.last - chunk.first == 1 and chunk.kind in ("PREP", "COMP", "ADV") and word in _CLAUSE_OR_PREPOSITION:
            kind: ChunkKind = "COMP" if _clause_follows(found, at + 1) else "PREP"
            found[at] = replace(chunk, kind=kind)


def _clause_follows(found: list[Chunk], at: int) -> bool:
    """Tell whether a subject and a finite verb stand at chunk `at`."""
    has_subject = False
    for chunk in found[at : at + 8]:
        if chunk.kind == "VP":
            if chunk.finite:
                return has_subject
            if not (chunk.participle and has_subject):
                return False
        elif chunk.kind == "NP":
            has_subject = True
        elif chunk.kind not in ("PREP", "ADV", "CONJ") or not has_subject:
            return False
    return False


def _settle_parallel_participles(tokens: Sequence[Token], found: list[Chunk]) -> None:
    """Let a participle make one of the verb that "and" joins to it: backed by Iran and affiliated with."""
    for at, chunk in enumerate(found):
        if at == 0 or chunk.kind != "VP" or not chunk.finite or found[at - 1].kind != "CONJ":
            continue
        if chunk.last - chunk.first > 1 or form(tokens[chunk.head]) != "past":
            continue
        before = next((c for c in reversed(found[: at - 1]) if c.kind in ("VP", "COMP", "PUNCT")), None)
        is_like = before is not None and before.participle and before.voice == "passive"
        follows = at + 1 < len(found) and found[at + 1].kind == "PREP"
        if is_like and follows and any(c.finite for c in found[at + 1 :]):
            found[at] = replace(chunk, voice="passive", tense=None, finite=False, participle=True)


def _settle_missing_verbs(tokens: Sequence[Token], found: list[Chunk]) -> None:
    """Make a past form finite that only seemed a participle: a full sentence has a verb, and a joined one its object.

    Headlines ("12 killed in blast") are no full sentences and stay as they are.
    """
    full = bool(found) and tokens[found[-1].last - 1].text in _FULL_STOPS
    for at, chunk in enumerate(found):
        is_past = chunk.participle and chunk.first == chunk.head and form(tokens[chunk.head]) == "past"
        if at == 0 or not is_past or (at + 1 < len(found) and tokens[found[at + 1].first].folded == "by"):
            continue
        before = found[at - 1].kind
        has_verb = any(c.finite for c in found)
        joined = before == "CONJ" and at + 1 < len(found) and found[at + 1].kind == "NP"
        alone = full and not has_verb and before in ("NP", "ADV") and tokens[chunk.head].lemma not in HARMING
        if alone or (joined and any(c.finite and c.voice == "active" for c in found[:at])):
            found[at] = replace(chunk, voice="active", tense="past", finite=True, participle=False)


def _settle_bare_infinitives(tokens: Sequence[Token], found: list[Chunk]) -> None:
    """Mark a base form that "help", "let" or "make" governs: helped them escape."""
    for at, chunk in enumerate(found):
        if chunk.kind != "VP" or chunk.first != chunk.head or form(tokens[chunk.head]) != "base":
            continue
        before = found[at - 2 : at] if at > 1 else found[:at]
        if before and before[-1].kind == "NP":
            before = before[:-1]
        if before and before[-1].kind == "VP" and tokens[before[-1].head].lemma in ("help", "let", "make"):
            found[at] = replace(chunk, infinitive=True, finite=False, tense=None)


def _settle_shared_auxiliaries(tokens: Sequence[Token], found: list[Chunk]) -> None:
    """Give a participle the auxiliary that it shares: "were killed and wounded", "and 12 injured"."""
    for at, chunk in enumerate(found):
        if chunk.kind != "VP" or chunk.first != chunk.head or form(tokens[chunk.head]) not in ("past", "participle"):
            continue
        if at + 1 < len(found) and found[at + 1].kind == "NP":
            continue
        before = found[max(0, at - 3) : at]
        passive = next((c for c in reversed(before) if c.kind == "VP"), None)
        if passive is None or passive.voice != "passive" or passive.participle or tokens[chunk.head].lemma in SAYING:
            continue
        between = [c for c in before if c.first >= passive.last]
        if _are_joined(tokens, between):
            found[at] = replace(chunk, voice="passive", tense=passive.tense, finite=passive.finite, participle=False)


def _are_joined(tokens: Sequence[Token], between: Sequence[Chunk]) -> bool:
    """Tell whether "and", or a comma and a count, are all that stands between two verbs."""
    if not all(c.kind in ("CONJ", "NP", "PUNCT", "ADV") for c in between):
        return False
    if any(c.kind == "CONJ" for c in between):
        return True
    counts = any(t.tag == "NUM" for c in between if c.kind == "NP" for t in tokens[c.first : c.last])
    return counts and any(tokens[c.first].text == "," for c in between)
