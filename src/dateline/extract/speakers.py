"""Speakers: the name, post and body that a noun phrase of one who speaks holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from dateline.extract.document import Document
from dateline.extract.findings import Findings
from dateline.extract.mentions import Mention
from dateline.extract.nominals import Nominal
from dateline.lexicon.titles import load_titles
from dateline.lexicon.words import HYPHENS

SpeakerKind = Literal["person", "body", "source", "people", "pronoun", "thing"]
DETERMINERS = frozenset(
    "the a an this that these those its their his her some several many other another one our my".split()
)
PRONOUNS = frozenset(("he", "she", "it", "they", "we", "who", "i", "which"))
WORDS_THAT_SPEAK = frozenset(
    """
    statement report tweet post agency media television tv radio channel newspaper daily paper website source group
    monitor watchdog ministry spokesman spokeswoman spokesperson official witness resident activist survey poll study
    command army military police government regime opposition coalition administration authority authorities office
    department committee council commission observatory organisation organization movement embassy union charity ngo
    network outlet broadcaster correspondent reporter journalist doctor medic rescuer analyst expert lawyer leader
    commander minister president mayor governor video message email memo letter investigators party charter company
    man woman mother father brother son sister teacher fighter rebel soldier officer survivor relative villager critic
    supporter campaign inquiry investigation probe statistics document transcript people lawmaker senator congressman
    democrat republican defender aide adviser advisor
    """.split()
)
BODIES = frozenset(
    """
    group organisation organization agency statement ministry army military command movement coalition watchdog monitor
    government regime observatory council committee commission party union office network outlet channel newspaper
    television tv body charity report militia institution department embassy authority source
    """.split()
)
NAME_LINKS = frozenset(
    ("al", "el", "bin", "ibn", "abu", "de", "da", "van", "von", "der", "den", "la", "le", "ould", "ul", "of")
)


class Speaker(Struct, frozen=True, kw_only=True):
    """Tokens [first, last) that name a speaker, without determiner, and what stands in them."""

    first: int
    last: int
    name: tuple[int, int]
    kind: SpeakerKind
    title: tuple[int, int] | None = None
    organization: tuple[int, int] | None = None
    named: Mention | None = None
    antecedent: tuple[int, int] | None = None


def likeness(document: Document, nominal: Nominal, titles: Iterable[Mention] = ()) -> int:
    """Return how well a noun phrase fits one who speaks: 3 names a speaker, 2 people, 1 maybe, 0 hardly."""
    if nominal.pronoun is not None:
        return 3 if nominal.pronoun in PRONOUNS else 1
    if nominal.time or nominal.weapon is not None:
        return -1
    head = document.tokens[nominal.head]
    if head.lemma in WORDS_THAT_SPEAK or head.folded in WORDS_THAT_SPEAK:
        return 3
    if any(nominal.first <= m.first and m.last <= nominal.last for m in titles):
        return 3
    if nominal.named is not None and nominal.named.kind in {"actor", "organisation"}:
        return 3
    if nominal.trigger is not None:
        return 0
    if nominal.named is not None and nominal.named.kind in {"force", "group", "country"}:
        return 2
    if head.tag == "PROPN" or head.text == "I":
        return 2
    return 1 if nominal.thing or nominal.toponym is not None else 0


def speaker(findings: Findings, first: int, last: int, head_end: int | None = None) -> Speaker:
    """Return what tokens [first, last) say of a speaker; `head_end` is where its first noun phrase ends."""
    document = findings.document
    tokens = document.tokens
    whole = first
    while first < last - 1 and (tokens[first].folded in DETERMINERS or tokens[first].tag in {"DET", "PUNCT"}):
        first += 1
    end = min(last, head_end or last)
    inside = [m for m in findings.mentions if whole <= m.first and m.last <= last and first < m.last]
    if end - first == 1 and tokens[first].folded in PRONOUNS:
        return Speaker(first=first, last=last, name=(first, end), kind="pronoun")
    titles = _titles(document, [m for m in inside if m.kind == "title"])
    bodies = [m for m in inside if m.kind in {"actor", "organisation", "force"}]
    several = end < last and tokens[end].tag == "CCONJ"
    name = None if several else _person(document, first, end, titles, inside)
    if name is None and end < last and not several and any(_is_post(document, t) for t in titles):
        name = _late_name(findings, end, last, bodies)
    organization = _organization(bodies, name, titles or name is not None)
    if name is not None:
        title = _title(document, first, name, titles, inside) or _plain_post(document, first, name, bodies)
        if not titles and title is None:
            organization = None
        if title is None and organization is None:
            named = next((m for m in inside if m.first <= name[0] and name[1] <= m.last), None)
            return Speaker(first=first, last=last, name=name, kind="person", named=named)
        return Speaker(first=first, last=last, name=name, kind="person", title=title, organization=organization)
    named = None if several else _named(inside, end)
    post = next((t for t in titles if _is_post(document, t) and t[2] <= end), None)
    kind: SpeakerKind = "source"
    if named is not None and named.kind in {"actor", "organisation", "force"}:
        kind = "body"
    elif named is not None and named.kind == "group":
        kind = "people"
    elif tokens[end - 1].lemma in BODIES - {"source"}:
        kind = "body"
    heads = post is not None and post[2] == end
    return Speaker(
        first=first,
        last=last,
        name=(first, _name_end(document, first, last)),
        kind="source" if heads else kind,
        title=(post[1], post[2]) if heads and post is not None else None,
        organization=organization if heads or kind == "source" else None,
        named=None if heads else named,
    )


def _name_end(document: Document, first: int, last: int) -> int:
    """Return where the words to call a speaker by end: before "who", a comma or "in a statement"."""
    tokens = document.tokens
    for at in range(first + 1, last):
        if tokens[at].folded in {"who", "which", ",", "("}:
            return at
        if tokens[at].folded == "in" and any(
            t.folded in {"statement", "release", "interview"} for t in tokens[at + 1 : at + 5]
        ):
            return at
    return last


def _is_post(document: Document, title: tuple[Mention, int, int]) -> bool:
    """Tell whether one without a name is known by a post ("the governor"), not as some source ("an activist")."""
    known = load_titles().get(document.words(title[1], title[2]))
    head = document.tokens[title[2] - 1]
    return all(t.kind == "post" for t in known) and head.folded == head.lemma


def _late_name(findings: Findings, first: int, last: int, bodies: Sequence[Mention]) -> tuple[int, int] | None:
    """Return a name that a post of several phrases ends with: "governor of Homs province Omar Saleh"."""
    document = findings.document
    at = last
    while at > first and _of_name(document, at - 1) and document.tokens[at - 1].text not in {"’", "'"}:
        at -= 1
    ends = [m.last for m in bodies if m.last < last] + [
        t.last for t in findings.toponyms if first <= t.first and t.last < last
    ]
    at = max([at, *(end for end in ends if at < end)])
    while at < last and not document.tokens[at].text[:1].isupper():
        at += 1
    return (
        (at, last)
        if last - at >= 2 and document.tokens[last - 1].folded not in BODIES and document.tokens[at - 1].tag != "ADP"
        else None
    )


def _plain_post(
    document: Document, first: int, name: tuple[int, int], bodies: Sequence[Mention]
) -> tuple[int, int] | None:
    """Return common nouns before a name that say what its bearer is: "writer", "bakery owner"."""
    begin = max([first, *(b.last for b in bodies if b.last < name[0])])
    tokens = document.tokens
    while begin < name[0] and tokens[begin].tag not in {"NOUN", "PROPN"}:
        begin += 1
    last = name[0]
    return (
        (begin, last) if begin < last and tokens[last - 1].tag == "NOUN" and tokens[last - 1].text.islower() else None
    )


def _titles(document: Document, found: list[Mention]) -> list[tuple[Mention, int, int]]:
    return [
        (m, m.first, m.last) for m in found if m.title is not None and m.title.fits(document.words(m.first, m.last))
    ]


def _person(
    document: Document, first: int, end: int, titles: Sequence[tuple[Mention, int, int]], inside: list[Mention]
) -> tuple[int, int] | None:
    """Return the tokens of a person's name: the capitalised words that end a noun phrase, or begin it before a post."""
    tokens = document.tokens
    after = max((last for _, _, last in titles if last <= end), default=first)
    known = [m for m in inside if m.kind in {"actor", "organisation", "force"}]
    at = end
    while at > after and _of_name(document, at - 1):
        at -= 1
    while at < end and (
        tokens[at].folded in HYPHENS
        or not tokens[at].text[0].isalpha()
        or (not tokens[at].text[:1].isupper() and tokens[at].folded not in NAME_LINKS)
    ):
        at += 1
    if at == end - 1 and document.tokens[at].tag != "PROPN":
        return None
    if at < end and tokens[end - 1].folded in BODIES:
        return _before_post(document, first, titles)
    crossed = [m for m in known if m.first < end and at < m.last]
    for mention in crossed:
        if mention.last >= end:
            return None
        at = max(at, mention.last)
    while at < end and not tokens[at].text[0].isalpha():
        at += 1
    countries = [
        m for m in inside if m.kind == "country" and m.first == at and m.last < end and m.country_word == "demonym"
    ]
    at = countries[0].last if countries else at
    only_country = any(m.kind == "country" and m.first <= at and end <= m.last for m in inside)
    if at >= end or only_country:
        return _before_post(document, first, titles)
    return at, end


def _before_post(document: Document, first: int, titles: Sequence[tuple[Mention, int, int]]) -> tuple[int, int] | None:
    """Return a name that its post follows without a comma: "Jane Roe head of the clinic"."""
    opening = min((start for _, start, _ in titles), default=first)
    at = first
    while at < opening and _of_name(document, at) and document.tokens[at].text[:1].isupper():
        at += 1
    return (first, at) if at == opening and at - first >= 2 else None


def _of_name(document: Document, at: int) -> bool:
    token = document.tokens[at]
    return (
        token.tag == "PROPN"
        or token.folded in NAME_LINKS - {"of"}
        or token.folded in HYPHENS
        or token.text in {"’", "'"}
    )


def _title(
    document: Document,
    first: int,
    name: tuple[int, int],
    titles: Sequence[tuple[Mention, int, int]],
    inside: Sequence[Mention],
) -> tuple[int, int] | None:
    """Return the words of a post: all that stands before a name, less a body of several words and a people's name."""
    if not titles:
        return None
    tokens = document.tokens
    if titles[0][1] >= name[1]:
        end = titles[0][2]
        while tokens[end - 1].tag in {"ADP", "DET"} and end - 1 > titles[0][1]:
            end -= 1
        return titles[0][1], end
    begin = first
    peoples = {t for m in inside if m.country_word == "demonym" for t in range(m.first, m.last)}
    for body in (m for m in inside if m.kind in {"actor", "organisation", "force"}):
        if body.last <= titles[-1][1] and (body.last - body.first > 1 or body.last < titles[0][1]):
            begin = body.last
    while begin < titles[0][1] and (
        begin in peoples or tokens[begin].tag in {"PART", "PUNCT"} or tokens[begin].folded == "s"
    ):
        begin += 1
    end = min(titles[-1][2], name[0])
    return (begin, end) if begin < end else (titles[0][1], titles[0][2])


def _organization(bodies: Sequence[Mention], name: tuple[int, int] | None, held: object) -> tuple[int, int] | None:
    if not held:
        return None
    found = [m for m in bodies if name is None or m.last <= name[0] or m.first >= name[1]]
    return (found[0].first, found[0].last) if found else None


def _named(inside: list[Mention], end: int) -> Mention | None:
    ends = [m for m in inside if m.kind != "title" and m.last == end]
    if ends:
        return ends[0]
    near = [m for m in inside if m.kind in {"actor", "organisation", "force"} and m.last <= end]
    return near[-1] if near else None
