"""Base noun phrases: determiners, hedged numbers, adjectives, possessives and nouns, up to the head noun."""

from collections.abc import Sequence
from typing import NamedTuple

from dateline.extract.counted import TIME_NOUNS, hedge_end
from dateline.extract.document import Token
from dateline.extract.verb_phrases import form

QUANTITY_NOUNS = frozenset(
    (
        "number dozen score hundred thousand ten million billion handful couple majority minority bunch lot total "
        "half third quarter most many several some all none each one two three both any few much series string spate "
        "wave barrage salvo volley variety plenty rest group crowd gang band pair trio plurality kilogram ton tonne "
        "percent % remainder bulk either neither part"
    ).split()
)
_PERSONAL = frozenset(
    "i you he she it we they me him us them himself herself itself themselves myself there everyone nobody".split()
)
_POSSESSIVE = frozenset("my your his her its our their whose".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split()
)
_DAY_PARTS = frozenset("morning afternoon evening night noon midnight".split())
_DAY_WORDS = frozenset("yesterday today tonight tomorrow overnight".split())
_BEFORE_DAYS = frozenset("last next this that every each late early past following previous same the a on".split())
_BEFORE_TIMES = frozenset("last this that next".split())
_MONTHS = frozenset(
    (
        "january february march april may june july august september october november december jan feb mar apr jun "
        "jul aug sep sept oct nov dec"
    ).split()
)
_NEW_PHRASE = frozenset("last next several many other more early late".split())
_SIDES = frozenset("north south east west northeast northwest southeast southwest".split())
_HARMED = frozenset("wounded injured dead killed displaced missing detained".split())
_PERSONS = frozenset(
    "man woman child soldier officer civilian person boy girl driver journalist guard member doctor teacher".split()
)
_APOSTROPHES = frozenset("'’")
_HYPHENS = frozenset("-‐‑–/")
_NAMES_AND_NOUNS = frozenset(("NOUN", "PROPN", "X", "SYM"))


class NounPhrase(NamedTuple):
    """Tokens [first, last) of a noun phrase and its head noun."""

    first: int
    last: int
    head: int


def noun_phrase(tokens: Sequence[Token], i: int, end: int) -> NounPhrase | None:
    """Return the noun phrase that begins at token i and ends before `end`, if one does."""
    if i >= end:
        return None
    found = _base(tokens, i, end)
    if found is None:
        return None
    return _with_quantity(tokens, found, end)


def _with_quantity(tokens: Sequence[Token], found: NounPhrase, end: int) -> NounPhrase:
    """Join a quantity with what it counts: "a number of US personnel", "one of the gunmen"."""
    head = tokens[found.head]
    counts = head.lemma in QUANTITY_NOUNS or head.folded in QUANTITY_NOUNS or head.tag == "NUM"
    if not (counts and found.last < end and tokens[found.last].folded == "of" and head.tag != "PROPN"):
        return found
    counted = noun_phrase(tokens, found.last + 1, end)
    if counted is None and found.last + 1 < end and tokens[found.last + 1].folded in _HARMED:
        return NounPhrase(found.first, found.last + 2, found.last + 1)
    if counted is None or tokens[counted.head].tag == "NUM":
        return found
    return NounPhrase(found.first, counted.last, counted.head)


def _base(tokens: Sequence[Token], i: int, end: int) -> NounPhrase | None:
    at = hedge_end(tokens, i, end)
    if tokens[i].folded in _PERSONAL and tokens[i].tag == "PRON":
        return NounPhrase(i, i + 1, i)
    if at == i and not _may_begin(tokens, i, end):
        return None
    head = -1
    at = max(at, i)
    while at < end:
        step = _step(tokens, i, at, head, end)
        if step == 0:
            break
        last = at + step - 1
        if _is_head(tokens[last]):
            head = last
        elif step == 2 and tokens[last].tag in ("VERB", "ADJ"):
            head = -1  # US-led: what it describes is still to come
        at += step
    if at == i:
        return None
    if head < 0:
        head = at - 1
    return NounPhrase(i, at, head)


def _is_head(token: Token) -> bool:
    if token.tag == "PRON":
        return token.folded not in _POSSESSIVE
    return token.tag in ("NOUN", "PROPN", "X")


def _may_begin(tokens: Sequence[Token], i: int, end: int) -> bool:
    token = tokens[i]
    if token.tag in ("DET", "NUM", "NOUN", "PROPN", "PRON"):
        return True
    if token.tag == "SYM":
        return i + 1 < end and tokens[i + 1].tag == "NUM"
    if token.tag == "X":
        return i + 1 < end and tokens[i + 1].tag in ("PROPN", "X", "PUNCT") and token.text[0].isupper()
    if token.tag == "ADJ" and token.folded in QUANTITY_NOUNS and i + 1 < end and tokens[i + 1].folded == "of":
        return True
    if token.tag in ("ADJ", "VERB", "ADV"):
        return _leads_to_noun(tokens, i, end)
    return False


def _leads_to_noun(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Tell whether adjectives, their adverbs, commas and conjunctions lead from i to a noun."""
    at = i
    if tokens[at].tag == "ADV":
        return at + 1 < end and tokens[at + 1].tag == "ADJ" and _leads_to_noun(tokens, at + 1, end)
    while at < end:
        token = tokens[at]
        if token.tag in ("NOUN", "PROPN"):
            return at > i
        if token.tag == "ADJ" or (at == i and token.tag == "VERB"):
            at += 1
        elif _is_joined(tokens, at, end):
            if tokens[at + 1].tag in ("NOUN", "PROPN"):
                return True
            at += 2
        elif (token.folded == "," or token.tag == "CCONJ") and at > i:
            nxt = at + 1
            if token.folded == "," and nxt < end and tokens[nxt].tag == "CCONJ":
                nxt += 1
            if nxt >= end or tokens[nxt].tag != "ADJ" or tokens[at - 1].tag != "ADJ":
                return False
            at = nxt
        else:
            return False
    return False


def _is_joined(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether a hyphen without spaces stands at this token, between two words."""
    return (
        tokens[at].text in _HYPHENS
        and 0 < at < end - 1
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
        and tokens[at - 1].text[-1].isalnum()
        and tokens[at + 1].text[0].isalnum()
    )


def _step(tokens: Sequence[Token], first: int, at: int, head: int, end: int) -> int:
    """Return how many tokens the phrase takes on at `at`: 0 where it ends."""
    token = tokens[at]
    tag, word = token.tag, token.folded
    if _is_joined(tokens, at, end):
        return 2
    if at > first and _is_possessive_mark(tokens, at, end, head):
        return 1
    if head < 0:
        return _step_before_head(tokens, first, at, end)
    if _after_possessive(tokens, at):
        return 1 if tag in ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "X") else 0
    if tokens[head].tag == "PRON":
        return 0
    if tag in ("NOUN", "PROPN"):
        is_side = word in _SIDES and at + 1 < end and tokens[at + 1].folded == "of"
        return 0 if is_side or _begins_a_day(tokens, first, at) else 1
    if tag == "NUM":
        return 0 if _begins_a_count(tokens, at, end) else 1
    if tag == "SYM":
        return 1 if token.text == "%" else 0
    if tag == "ADJ":
        leads = at + 1 < end and tokens[at + 1].tag in ("NOUN", "PROPN")
        return 1 if leads and word not in _NEW_PHRASE else 0
    if tag == "X":
        return 1
    if tag == "CCONJ" and _joins_modifiers(tokens, first, at, head, end):
        return 2
    return 0


def _step_before_head(tokens: Sequence[Token], first: int, at: int, end: int) -> int:
    token = tokens[at]
    tag = token.tag
    if tag == "PRON":
        return 1 if at == first or token.folded in _POSSESSIVE or tokens[at - 1].tag == "DET" else 0
    if tag in ("DET", "NOUN", "PROPN", "NUM", "X"):
        return 1
    if tag == "SYM":
        return 1
    if tag in ("ADJ", "VERB"):
        if tag == "ADJ" or at == first or tokens[at - 1].tag in ("DET", "ADJ", "NUM", "PRON", "PUNCT"):
            return 1 if tag == "ADJ" or _modifies(tokens, first, at, end) else 0
        return 0
    if tag == "ADV":
        leads = (
            at > first
            and at + 1 < end
            and (tokens[at + 1].tag in ("ADJ", "NUM", "VERB") or _is_joined(tokens, at + 1, end))
        )
        return 1 if leads or at == first else 0
    if hedge_end(tokens, at, end) > at:
        return hedge_end(tokens, at, end) - at
    following = tokens[at + 1].tag if at + 1 < end else ""
    before = tokens[at - 1].tag if at > first else ""
    if (token.folded in (",", "or", "to") or tag == "CCONJ") and before == "NUM" and following == "NUM":
        return 2 if token.folded != "," else 0
    if token.folded == "or" and before == "NUM" and following in ("ADJ", "ADV"):
        return 2  # 12 or more
    if tag == "CCONJ" and before == "VERB" and following in ("VERB", "ADJ") and _leads_to_noun(tokens, at + 1, end):
        return 2
    if (token.folded == "," or tag == "CCONJ") and before == "ADJ" and _leads_to_noun(tokens, at - 1, end):
        return 2 if following == "CCONJ" else 1
    return 0


def _modifies(tokens: Sequence[Token], first: int, at: int, end: int) -> bool:
    """Tell whether a participle stands before the noun that it describes: the besieged town."""
    if at == first:
        return _leads_to_noun(tokens, at, end)
    following = tokens[at + 1].tag if at + 1 < end else ""
    if following in ("NOUN", "PROPN", "ADJ"):
        return True
    if following == "CCONJ" and at + 3 < end and tokens[at + 2].tag in ("VERB", "ADJ"):
        return _leads_to_noun(tokens, at + 2, end)
    is_noun_like = form(tokens[at]) in ("base", "s", "ing")
    return is_noun_like and tokens[at - 1].tag in ("DET", "ADJ") and following not in ("NUM", "DET", "PRON")


def _is_possessive_mark(tokens: Sequence[Token], at: int, end: int, head: int) -> bool:
    token = tokens[at]
    if head < 0 or token.start != tokens[at - 1].end:
        return False
    if token.folded == "s" and token.tag in ("PART", "PUNCT"):
        return True
    is_lone = token.text in _APOSTROPHES and tokens[at - 1].text[-1] in "sSa" and at + 1 < end
    return is_lone and tokens[at + 1].tag in ("NOUN", "PROPN", "ADJ") and tokens[at + 1].start > token.end


def _after_possessive(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    return (before.folded == "s" and before.tag in ("PART", "PUNCT")) or before.text in _APOSTROPHES


def _begins_a_day(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Tell whether a noun after a finished phrase begins a phrase of time, or ends one."""
    word, before = tokens[at].folded, tokens[at - 1].folded
    if word in _DAY_WORDS:
        return True
    if word in _DAYS:
        return before not in _BEFORE_DAYS and tokens[at - 1].tag not in ("ADJ", "DET", "PUNCT") and before not in _DAYS
    if word in _MONTHS and tokens[at].tag == "PROPN":
        return tokens[at - 1].tag == "NOUN"
    if tokens[at - 1].lemma in TIME_NOUNS and tokens[first].folded in _BEFORE_TIMES:
        return tokens[at].tag == "PROPN" or tokens[at].folded != tokens[at].lemma
    if before in _DAYS or before in _DAY_WORDS:
        return word not in _DAY_PARTS and word not in _MONTHS
    return False


def _begins_a_count(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether a number after a noun counts what follows: On Saturday 12 people."""
    before, following = tokens[at - 1], tokens[at + 1] if at + 1 < end else None
    if before.folded in _MONTHS or following is None:
        return False
    counts = following.tag in ("NOUN", "ADJ") and following.folded not in _MONTHS
    is_label = before.tag == "PROPN" and before.folded not in _DAYS
    return counts and not is_label


def _joins_modifiers(tokens: Sequence[Token], first: int, at: int, head: int, end: int) -> bool:
    """Tell whether "and" joins two nouns that both describe a third: rocket and drone attacks."""
    if at + 2 >= end or head != at - 1:
        return False
    left, right, noun = tokens[at - 1], tokens[at + 1], tokens[at + 2]
    if not (left.tag == right.tag == noun.tag == "NOUN"):
        return False
    singular = left.folded == left.lemma and right.folded == right.lemma
    article = tokens[first].folded in ("a", "an") and noun.folded != noun.lemma
    return singular and not article and left.lemma not in _PERSONS and not left.lemma.endswith("man")
