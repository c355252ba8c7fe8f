"""Noun phrases read: what each names, how many, and whether it points back to something told before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from dateline.extract.chunks import Chunk
from dateline.extract.document import Document, Sentence
from dateline.extract.findings import Findings, longest, within
from dateline.extract.mentions import Mention
from dateline.extract.quantities import QuantityMention, hedged
from dateline.extract.toponyms import Toponym
from dateline.extract.triggers import Trigger
from dateline.lexicon.words import HYPHENS
from dateline.model.values import Quantity

DEFINITE = frozenset(("the", "this", "that", "these", "those", "both", "its", "their", "his", "her"))
INDEFINITE = frozenset(("a", "an", "one", "another"))
PRONOUNS = frozenset(("it", "they", "he", "she", "them", "him", "her", "others", "another", "who", "which", "we"))
BACKING = frozenset(
    (
        "backed",
        "led",
        "affiliated",
        "aligned",
        "allied",
        "linked",
        "supported",
        "held",
        "controlled",
        "run",
        "made",
        "occupied",
        "funded",
        "trained",
        "born",
        "brokered",
    )
)
TWO_OBJECTS = frozenset("give call name award offer show pay dub deem make leave elect appoint grant".split())
DESCRIBING = frozenset("suspected alleged unidentified armed masked displaced".split())
COLLECTIVES = frozenset(
    """
    group organisation organization movement network faction militia cell gang side leader wing unit member grouplet
    outfit
    """.split()
)
HEADS = frozenset(("actor", "organisation", "force", "group", "object", "weapon"))


class Nominal(Struct, frozen=True, kw_only=True):
    """A noun phrase at tokens [first, last): what it names and what stands before its head."""

    first: int
    last: int
    head: int
    named: Mention | None = None  # what the head names
    modifiers: tuple[Mention, ...] = ()  # what is named before the head ("Houthi" in "Houthi drones")
    country: str | None = None  # whose it is ("Iraqi" in "Iraqi soldiers"); not "Iran" in "Iran-backed"
    quantity: QuantityMention | None = None
    toponym: Toponym | None = None
    trigger: Trigger | None = None  # the act that the head names
    definite: bool = False
    singular: bool = False  # "a soldier": exactly one
    time: bool = False
    pronoun: str | None = None
    collective: bool = False  # "the group", "the movement"
    proper: bool = False  # a name that no lexicon knows, of a person most likely
    possessive: bool = False  # followed by 's: owner of what comes next
    members_of: Mention | None = None  # "fighters of Hamas", "terrorists from Jaish al-Islam"
    members_last: int = 0  # where the name of those they belong to ends

    @property
    def party(self) -> bool:
        """Whether it names people, a force, a group or a state that can act or be harmed."""
        if self.trigger is not None or self.time or self.named is None:
            return False
        return self.named.kind in {"actor", "organisation", "force", "group", "country"}

    @property
    def thing(self) -> bool:
        """Whether it names a thing that can be attacked."""
        return self.named is not None and self.named.kind == "object" and self.trigger is None

    @property
    def ground(self) -> bool:
        """Whether it names a settlement or a stretch of land."""
        return self.named is not None and self.named.thing is not None and self.named.thing.place

    @property
    def weapon(self) -> Mention | None:
        """The weapon that the head names, or None."""
        return self.named if self.named is not None and self.named.kind == "weapon" else None


class Phrase(Struct, frozen=True):
    """A chunk of a sentence with the reading of its noun phrase, if it is one."""

    chunk: Chunk
    words: tuple[str, ...]  # folded
    lemma: str  # of the head
    nominal: Nominal | None = None

    @property
    def kind(self) -> str:
        """The chunk's kind."""
        return self.chunk.kind


def phrases(findings: Findings, sentence: Sentence) -> tuple[Phrase, ...]:
    """Return a sentence's phrases, left to right, noun phrases read."""
    document = findings.document
    read = []
    line = findings.filing_line
    body = line.body if line is not None else 0
    for chunk in findings.chunks(sentence):
        if chunk.last <= body and line is not None and chunk.first >= line.first:
            continue
        words = tuple(token.folded for token in document.tokens[chunk.first : chunk.last])
        nominal = _nominal(findings, chunk, sentence) if chunk.kind == "NP" else None
        read.append(Phrase(chunk, words, document.tokens[chunk.head].lemma, nominal))
    return tuple(_predicative(findings, _with_members(_active(_described(read)))))


def _described(read: list[Phrase]) -> list[Phrase]:
    """Return phrases without participles that only describe the noun after them: "Suspected rebels killed"."""
    return [
        phrase
        for phrase, following in zip_longest(read, read[1:])
        if not (
            phrase.kind == "VP"
            and phrase.words[0] in DESCRIBING
            and len(phrase.words) == 1
            and following is not None
            and following.nominal is not None
        )
    ]


def _active(read: list[Phrase]) -> list[Phrase]:
    """Return phrases, a lone past form with an object of its own made active: "the group (JNIM) claimed the attack".

    A participle in a reduced clause ("the group claimed by") has no object, but for verbs that take two.
    """
    made = list(read)
    for at, phrase in enumerate(read[:-1]):
        chunk = phrase.chunk
        lone = phrase.kind == "VP" and chunk.participle and chunk.voice == "passive" and len(phrase.words) == 1
        if not lone or phrase.lemma in TWO_OBJECTS or phrase.words[0].endswith("ing"):
            continue
        following = read[at + 1]
        owned = following.nominal is not None and not following.nominal.time and following.nominal.pronoun is None
        says = following.kind == "COMP" and following.words == ("that",)
        if owned or says:
            finite = replace(chunk, voice="active", participle=False, finite=True, tense="past")
            made[at] = Phrase(finite, phrase.words, phrase.lemma, phrase.nominal)
    return made


def _with_members(read: list[Phrase]) -> list[Phrase]:
    """Return phrases, people with the force or group that they are told to belong to."""
    made = list(read)
    for at in range(len(read) - 2):
        people, body = read[at].nominal, read[at + 2].nominal
        joint = read[at + 1].words in {("of",), ("from",), ("with",), ("for",)} and read[at + 1].kind == "PREP"
        if not joint or people is None or body is None or people.named is None or body.named is None:
            continue
        if (
            people.named.group is not None
            and body.named.kind in {"actor", "force"}
            and people.named.group.role != "civilian"
        ):
            nominal = replace(
                people, members_of=body.named, members_last=body.last, country=people.country or body.country
            )
            made[at] = Phrase(read[at].chunk, read[at].words, read[at].lemma, nominal)
    return made


def _predicative(findings: Findings, read: list[Phrase]) -> Iterator[Phrase]:
    """Yield phrases with "was" and the participle after it made one passive verb: "was wounded"."""
    at = 0
    while at < len(read):
        phrase = read[at]
        following = read[at + 1] if at + 1 < len(read) else None
        if phrase.kind == "VP" and phrase.lemma == "be" and following is not None and following.kind == "OTHER":
            trigger = findings.trigger_at.get(following.chunk.head)
            if trigger is not None and trigger.form == "verb":
                chunk = replace(phrase.chunk, last=following.chunk.last, head=following.chunk.head, voice="passive")
                yield Phrase(chunk, (*phrase.words, *following.words), following.lemma)
                at += 2
                continue
        yield phrase
        at += 1


def _nominal(findings: Findings, chunk: Chunk, sentence: Sentence) -> Nominal:
    document = findings.document
    tokens = document.tokens
    found = within(findings.mentions, chunk)
    trigger = findings.trigger_at.get(chunk.head)
    acts = trigger is not None and trigger.form == "noun"
    named = _head_mention(found, chunk, document)
    if acts and not _is_weapon(named):
        named = None
    modifiers = tuple(m for m in found if m is not named and (named is None or m.last <= named.last))
    quantity = longest(within(findings.quantities, chunk), lambda _: True)
    first = tokens[chunk.first].folded
    pronoun = first if chunk.last - chunk.first == 1 and first in PRONOUNS else None
    after = tokens[chunk.last].folded if chunk.last < sentence.last else ""
    return Nominal(
        first=chunk.first,
        last=chunk.last,
        head=chunk.head,
        named=named,
        modifiers=modifiers,
        country=_owner(modifiers, named, document),
        quantity=quantity,
        toponym=_toponym(findings, chunk, named),
        trigger=trigger if acts else None,
        definite=first in DEFINITE or any(token.folded == "s" for token in tokens[chunk.first : chunk.head]),
        singular=_singular(document, chunk, named, quantity),
        time=chunk.head in findings.time_tokens,
        pronoun=pronoun,
        collective=tokens[chunk.head].lemma in COLLECTIVES,
        proper=_proper(findings, chunk, named, acts=acts),
        possessive=after == "s" and tokens[chunk.last].text[:1] in "'’",
    )


def _is_weapon(named: Mention | None) -> bool:
    """Tell whether a word that names an act also names the weapon: "car bomb", "roadside bomb"."""
    return named is not None and named.weapon is not None and named.weapon.type in {"car_bomb", "ied", "landmine"}


def _head_mention(found: list[Mention], chunk: Chunk, document: Document) -> Mention | None:
    """Return what the head names: an actor or noun that ends there, else a country that is all the name."""
    ends = [m for m in found if m.kind in HEADS and m.first <= chunk.head < m.last]
    if ends:
        return ends[0]
    countries = [m for m in found if m.kind == "country" and m.first <= chunk.head < m.last]
    if countries and countries[0].country_word != "demonym":
        return countries[0]
    if document.tokens[chunk.head].lemma in COLLECTIVES:
        return next((m for m in reversed(found) if m.kind in {"actor", "group", "organisation"}), None)
    return None


def _proper(findings: Findings, chunk: Chunk, named: Mention | None, *, acts: bool) -> bool:
    """Tell whether a noun phrase is a name that stands for nothing known: neither act, time, place nor body."""
    token = findings.document.tokens[chunk.head]
    known = chunk.head in findings.toponym_at or chunk.head in findings.time_tokens
    open_name = named is None and not acts and not known
    return open_name and token.tag == "PROPN" and token.text[:1].isupper() and not token.text.isupper()


def _owner(modifiers: tuple[Mention, ...], named: Mention | None, document: Document) -> str | None:
    inside = [m for m in modifiers if m.kind == "country" and (named is None or m.first < named.last)]
    for mention in reversed(inside):
        following = document.tokens[mention.last : mention.last + 2]
        if following and following[0].folded in HYPHENS:
            continue
        if len(following) > 0 and following[0].folded in BACKING:
            continue
        return mention.countries[0]
    return None


def _toponym(findings: Findings, chunk: Chunk, named: Mention | None) -> Toponym | None:
    if named is not None and named.kind in {"actor", "organisation"}:
        return None
    last_first = (chunk.head, *reversed(range(chunk.first, chunk.last)))
    return next((findings.toponym_at[token] for token in last_first if token in findings.toponym_at), None)


def _singular(document: Document, chunk: Chunk, named: Mention | None, quantity: QuantityMention | None) -> bool:
    if quantity is not None or named is None or named.group is None:
        return False
    opening = document.tokens[chunk.first].folded
    head = document.tokens[chunk.head].folded
    return opening in INDEFINITE and head not in named.group.plurals


def count_of(document: Document, nominal: Nominal) -> Quantity | None:
    """Return how many a noun phrase speaks of: its number, one for "a soldier", or None if it does not say."""
    if nominal.quantity is not None:
        return nominal.quantity.quantity
    if nominal.singular:
        return hedged(1, "exact", document.words(nominal.first, nominal.last))
    return None
