"""Who does what to whom in a sentence: the subjects, objects and prepositional phrases of a verb or a noun."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dateline.extract.nominals import Nominal, Phrase

SAYING = frozenset(
    """
    say tell report add announce confirm claim state believe think know suggest show note warn allege declare reveal
    insist indicate explain acknowledge admit maintain deny hear write post tweet estimate fear
    """.split()
)
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
STOPS = frozenset((";", ":", "–", "—", "“", "”", '"', "(", ")", "..."))


class Oblique(Struct, frozen=True):
    """A prepositional phrase: its preposition, folded, and what it governs."""

    preposition: str
    nominals: tuple[Nominal, ...]


def subjects(phrases: Sequence[Phrase], verb: int) -> tuple[Nominal, ...]:
    """Return the noun phrases that are the subject of the verb phrase at an index, or none."""
    chunk = phrases[verb].chunk
    if verb > 0 and phrases[verb - 1].kind == "VP" and not chunk.finite:
        return subjects(phrases, verb - 1)  # "was declared defeated"
    if chunk.participle and not _after_comma(phrases, verb):
        return _antecedent(phrases, verb)
    region = _region(phrases, verb)
    found = _free(phrases, region, verb)
    if found is not None:
        return _spoken_of(phrases, found, region) or coordinated(phrases, found, verb)
    left = region.start - 1
    if left >= 0 and phrases[left].kind == "COMP" and phrases[left].words[-1] in RELATIVE:
        return _antecedent(phrases, left)
    governing = _previous_verb(phrases, verb)
    if governing is not None and governing != verb:
        return subjects(phrases, governing)
    return ()


def _spoken_of(phrases: Sequence[Phrase], found: int, region: range) -> tuple[Nominal, ...]:
    """Return who "it" or "they" is in what somebody says of himself: "the army said it had killed"."""
    nominal = phrases[found].nominal
    left = region.start - 1
    if left >= 0 and phrases[left].kind == "COMP" and phrases[left].words[-1] == "that":
        left -= 1
        while (
            left >= 0
            and (phrases[left].kind in {"PREP", "ADV"} or _is_setting(phrases[left]))
            and phrases[left].kind != "VP"
        ):
            left -= 1  # "said on Wednesday that"
    says = left >= 0 and phrases[left].kind == "VP" and phrases[left].lemma in SAYING
    if nominal is None or nominal.pronoun not in {"it", "they", "he", "we"} or not says:
        return ()
    return subjects(phrases, left)


def objects(phrases: Sequence[Phrase], verb: int, from_token: int) -> tuple[Nominal, ...]:
    """Return the noun phrases that directly follow a verb, from a token on."""
    for at in range(verb + 1, len(phrases)):
        phrase = phrases[at]
        if phrase.chunk.last <= from_token or phrase.kind == "ADV":
            continue
        if phrase.nominal is None or phrase.nominal.time:
            return ()
        return coordinated(phrases, at)
    return ()


def relative_object(phrases: Sequence[Phrase], verb: int) -> tuple[Nominal, ...]:
    """Return what a relative clause says was acted on: the ship of "the ship, which the rebels attacked"."""
    region = _region(phrases, verb)
    opening = region.start - 1
    if opening < 1 or phrases[opening].kind != "COMP" or phrases[opening].words[-1] not in {"which", "that", "whom"}:
        return ()
    return _antecedent(phrases, opening) if _free(phrases, region, verb) is not None else ()


def obliques(phrases: Sequence[Phrase], start: int) -> tuple[Oblique, ...]:
    """Return the prepositional phrases after an index, up to the next verb or the end of the clause."""
    found: list[Oblique] = []
    at = start + 1
    while at < len(phrases):
        phrase = phrases[at]
        if phrase.kind in {"VP", "COMP"} or (phrase.kind == "PUNCT" and phrase.words[0] in STOPS):
            break
        if phrase.kind == "PUNCT" and not _goes_on(phrases, at):
            break
        if phrase.kind == "PREP" and at + 1 < len(phrases) and phrases[at + 1].nominal is not None:
            found.append(Oblique(" ".join(phrase.words), coordinated(phrases, at + 1)))
            at += 1
        at += 1
    return tuple(found)


def coordinated(phrases: Sequence[Phrase], at: int, verb: int | None = None) -> tuple[Nominal, ...]:
    """Return the noun phrase at an index and those joined to it by commas and conjunctions.

    A noun phrase that opens a clause of its own is none of them, unless `verb` is that clause's verb.
    """
    found = [at]
    after = at + 1
    while True:
        joint = after
        while joint < len(phrases) and (phrases[joint].kind == "CONJ" or phrases[joint].words == (",",)):
            joint += 1
        while joint < len(phrases) and joint > after and phrases[joint].kind == "ADV":
            joint += 1
        closed = joint == after or joint >= len(phrases) or phrases[joint].nominal is None
        if closed or (_opens_clause(phrases, joint) and not _leads_to(phrases, joint, verb)):
            break
        if phrases[joint - 1].words == (",",) and not _list_goes_on(phrases, joint):
            break
        found.append(joint)
        after = joint + 1
    return tuple(n for index in found if (n := phrases[index].nominal) is not None)


def _leads_to(phrases: Sequence[Phrase], at: int, verb: int | None) -> bool:
    if verb is None or verb < at:
        return False
    return all(phrase.kind in {"ADV", "PREP"} or phrase.nominal is not None for phrase in phrases[at + 1 : verb])


def _list_goes_on(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether after "A, B" comes another comma with a noun phrase and at last a conjunction."""
    for index in range(at + 1, min(at + 6, len(phrases))):
        if phrases[index].kind == "CONJ":
            return index + 1 < len(phrases) and phrases[index + 1].nominal is not None
        if phrases[index].nominal is None and phrases[index].words != (",",):
            return False
    return False


def _opens_clause(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether the noun phrase at an index is the subject of a verb of its own."""
    for phrase in phrases[at + 1 :]:
        if phrase.kind == "VP":
            return phrase.chunk.finite
        if phrase.kind != "ADV":
            return False
    return False


def _goes_on(phrases: Sequence[Phrase], comma: int) -> bool:
    following = phrases[comma + 1 : comma + 2]
    return bool(following) and following[0].kind in {"PREP", "ADV"}


def _region(phrases: Sequence[Phrase], verb: int) -> range:
    """Return the phrases between a verb and what bounds its clause on the left."""
    at = verb - 1
    while at >= 0:
        phrase = phrases[at]
        if phrase.kind == "COMP" and not _is_object_relative(phrases, at, verb):
            break
        if phrase.kind == "PUNCT" and phrase.words[0] in {";", ":", "“", '"'}:
            break
        if phrase.kind == "VP" and phrase.chunk.finite:
            opening = _relative_before(phrases, at)
            if opening is None:
                break
            at = opening
        at -= 1
    return range(at + 1, verb)


def _relative_before(phrases: Sequence[Phrase], verb: int) -> int | None:
    at = verb - 1
    while at >= 0 and phrases[at].kind == "ADV":
        at -= 1
    if at > 0 and phrases[at].kind == "COMP" and phrases[at].words[-1] in RELATIVE:
        before = phrases[at - 1]
        if before.nominal is not None or before.words == (",",):
            return at
    return None


def _is_object_relative(phrases: Sequence[Phrase], opening: int, verb: int) -> bool:
    """Tell whether all between an opening and a verb is a relative clause: "the men that the army held" were freed."""
    if opening == 0 or phrases[opening].words[-1] not in RELATIVE or phrases[opening - 1].nominal is None:
        return False
    inside = phrases[opening + 1 : verb]
    return len(inside) == 2 and inside[0].nominal is not None and inside[1].kind == "VP"


def _free(phrases: Sequence[Phrase], region: range, verb: int) -> int | None:
    """Return the index of the first noun phrase of a region that no preposition governs."""
    start = region.start
    boundary = phrases[start - 1] if start > 0 else None
    if boundary is not None and boundary.kind == "VP" and boundary.chunk.finite:
        start = _after_object(phrases, region, boundary)
    frees = [at for at in range(start, region.stop) if _is_free(phrases, at)]
    good = [at for at in frees if not _is_setting(phrases[at])]
    if not good:
        return frees[-1] if frees and verb - frees[-1] <= 2 else None
    return good[0]


def _after_object(phrases: Sequence[Phrase], region: range, boundary: Phrase) -> int:
    """Return where a clause begins after another verb: at once after "said", else past the verb's object."""
    if boundary.lemma in SAYING:
        return region.start
    breaks = [at for at in region if phrases[at].kind == "CONJ" or phrases[at].words == (",",)]
    return breaks[-1] + 1 if breaks else region.stop


def _is_free(phrases: Sequence[Phrase], at: int) -> bool:
    if phrases[at].nominal is None:
        return False
    before = at - 1
    while before >= 0 and phrases[before].kind == "ADV":
        before -= 1
    if before < 0:
        return True
    if phrases[before].kind == "PREP" or (phrases[before].kind == "VP" and phrases[before].lemma not in SAYING):
        return False
    if phrases[before].kind == "CONJ" and before > 0 and phrases[before - 1].nominal is not None:
        return _opens_clause(phrases, at) or _is_free(phrases, before - 1)
    nominal = phrases[before].nominal
    return not (nominal is not None and nominal.possessive)


def _is_setting(phrase: Phrase) -> bool:
    nominal = phrase.nominal
    if nominal is None:
        return True
    placed = nominal.toponym is not None and not nominal.party and not nominal.thing and nominal.trigger is None
    return nominal.time or placed


def _antecedent(phrases: Sequence[Phrase], before: int) -> tuple[Nominal, ...]:
    """Return the noun phrase that a participle or relative clause speaks of: the nearest that is no setting."""
    at = before - 1
    while at >= 0 and phrases[at].kind != "VP":
        if phrases[at].nominal is not None and not _is_setting(phrases[at]) and not _locates(phrases, at):
            return _coordinated_before(phrases, at)
        at -= 1
    return ()


def _locates(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether a place stands after a preposition: "militants in Western Iraq targeting"."""
    nominal = phrases[at].nominal
    placed = nominal is not None and nominal.toponym is not None and not nominal.thing
    return placed and at > 0 and phrases[at - 1].kind == "PREP"


def _coordinated_before(phrases: Sequence[Phrase], at: int) -> tuple[Nominal, ...]:
    start = at
    while start >= 2 and phrases[start - 1].kind == "CONJ" and phrases[start - 2].nominal is not None:
        start -= 2
    return coordinated(phrases[: at + 1], start)


def _after_comma(phrases: Sequence[Phrase], verb: int) -> bool:
    return verb > 0 and (phrases[verb - 1].words == (",",) or phrases[verb - 1].kind == "CONJ")


def _previous_verb(phrases: Sequence[Phrase], verb: int) -> int | None:
    """Return the verb whose subject a verb without one shares: "attacked ... and killed", "attacked, killing"."""
    for at in range(verb - 1, -1, -1):
        if phrases[at].kind == "VP" and (phrases[at].chunk.finite or not phrases[verb].chunk.finite):
            return at
        if phrases[at].kind == "COMP" and phrases[at].words[-1] not in RELATIVE:
            return None
    return None
