"""Who acts, who is harmed and with what: the parties, things and weapons around one word that names an act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from dateline.extract.clauses import Oblique, objects, obliques, relative_object, subjects
from dateline.extract.mentions import Mention
from dateline.extract.nominals import Nominal, Phrase
from dateline.extract.triggers import Trigger

AGAINST = frozenset(
    ("on", "against", "at", "upon", "targeting", "toward", "towards", "into", "onto", "through", "aimed at", "near")
)
OCCURRING = frozenset("erupt break occur happen take continue rage start begin flare resume follow be ensue".split())
HOLDING = frozenset("house host carry transport shelter ferry hold contain".split())
WITH = frozenset(("with", "using", "by", "involving", "from", "of", "by means of"))
ACTS_BY_SUBJECT = frozenset(
    """
    carry launch conduct stage mount commit execute perform make unleash wage begin start stage order continue
    intensify resume renew step deliver undertake attempt declare break violate agree reach
    propose announce hold organise organize sign plan claim lead
    """.split()
)
ACTS_ON_SUBJECT = frozenset(
    """
    suffer face come sustain survive escape endure experience see witness be receive undergo
    """.split()
)


class PartyRef(Struct, frozen=True):
    """Tokens [first, last) that name a party or a thing, and what the lexicons know of it."""

    first: int
    last: int
    named: Mention | None
    country: str | None = None
    owner: bool = False  # known by its weapon alone: "Russian drones", "Israeli warplanes"


class WeaponRef(Struct, frozen=True):
    """A weapon and the noun phrase that counts it."""

    mention: Mention
    nominal: Nominal


class Arguments(Struct, frozen=True, kw_only=True):
    """What stands around a trigger, by grammatical place, before its class says which part each plays."""

    actors: tuple[Nominal, ...] = ()  # active subject, "by", owner
    undergoers: tuple[Nominal, ...] = ()  # object, passive subject, "on", "against"
    means: tuple[Nominal, ...] = ()  # "with", "using"
    inside: tuple[Mention, ...] = ()  # before a noun: "Houthi drone attack"
    between: tuple[Nominal, ...] = ()  # both sides of a clash
    country: str | None = None  # whose act a noun says it is ("Israeli strike")
    by: tuple[Nominal, ...] = ()  # "came under attack by"
    owner: Mention | None = None  # a country's name before 's: "Israel's strike"
    passive: bool = False


def verb_arguments(phrases: Sequence[Phrase], at: int, trigger: Trigger) -> Arguments:
    """Return what stands around a verb: its subject, objects and prepositional phrases."""
    chunk = phrases[at].chunk
    passive = chunk.voice == "passive"
    subject = subjects(phrases, at)
    direct = () if passive else objects(phrases, at, trigger.last) or relative_object(phrases, at)
    following = obliques(phrases, _last_object(phrases, at, direct))
    by = _governed(following, ("by",))
    beyond: frozenset[str] = frozenset()
    if any(k.fallen for k in trigger.classes):
        beyond = frozenset(("to", "of"))
    elif any(k.territory for k in trigger.classes):
        beyond = frozenset(("of",))  # "most of the city"
    aside = frozenset(("near",)) if direct else frozenset[str]()  # "attacked the hotel near the palace"
    against = _governed(following, (AGAINST | beyond) - aside)
    means = _governed(following, ("with", "using"))
    if passive:
        return Arguments(actors=by, undergoers=subject, means=(*means, *_weapons(by)), passive=True)
    return Arguments(actors=subject, undergoers=(*direct, *against), means=means, between=means, by=by)


def noun_arguments(phrases: Sequence[Phrase], at: int, trigger: Trigger) -> Arguments:
    """Return what stands around a noun: owner, words before it, prepositional phrases, and its light verb."""
    nominal = phrases[at].nominal
    following = (*obliques(phrases, at), *_occurring(phrases, at))
    by = _governed(following, ("by", "from"))
    between = _governed(following, ("between", "among", "with"))
    undergoers = _governed(following, AGAINST | {"of"})
    inside = () if nominal is None else tuple(m for m in nominal.modifiers if m.last <= trigger.last)
    actors = (*_possessor(phrases, at), *by)
    subject, experienced = _light_verb(phrases, at)
    return Arguments(
        actors=(*actors, *subject),
        undergoers=(*undergoers, *experienced),
        means=_governed(following, WITH),
        inside=inside,
        between=between,
        country=None if nominal is None else nominal.country,
        owner=None if nominal is None else _owning(phrases[at].words, nominal),
    )


def _occurring(phrases: Sequence[Phrase], at: int) -> tuple[Oblique, ...]:
    """Return what follows the verb that says that an act took place: "clashes erupted between"."""
    for index in range(at + 1, len(phrases)):
        phrase = phrases[index]
        if phrase.kind == "VP":
            return obliques(phrases, index) if phrase.lemma in OCCURRING and phrase.chunk.voice == "active" else ()
        if phrase.kind not in {"PREP", "NP", "ADV"}:
            return ()
    return ()


def occupants(phrases: Sequence[Phrase], things: Iterable[Nominal]) -> Iterator[PartyRef]:
    """Yield who is in the things that are attacked: "a base housing troops", "a bus carrying soldiers"."""
    wanted = {id(thing) for thing in things if thing.thing}
    for at, phrase in enumerate(phrases[:-1]):
        following = phrases[at + 1]
        if id(phrase.nominal) in wanted and following.kind == "VP" and following.lemma in HOLDING:
            yield from party_refs(objects(phrases, at + 1, following.chunk.last))


def party_refs(nominals: Iterable[Nominal], *, things: bool = False) -> Iterator[PartyRef]:
    """Yield the parties among noun phrases, and with `things` the objects that can be attacked."""
    for nominal in nominals:
        if nominal.party or (things and nominal.thing and not nominal.ground):
            yield ref(nominal)
        elif nominal.weapon is not None or nominal.trigger is not None:
            yield from owners(nominal)


def ref(nominal: Nominal) -> PartyRef:
    """Return the words of a noun phrase that name its party: without its number."""
    first = nominal.first
    if nominal.quantity is not None and nominal.quantity.first <= nominal.head:
        first = max(first, min(nominal.quantity.last, nominal.head))
    if nominal.members_of is not None:
        return PartyRef(first, nominal.members_last, nominal.members_of, nominal.country)
    owner = next((m for m in nominal.modifiers if m.kind == "actor"), None)
    if owner is not None and nominal.named is not None and nominal.named.kind in {"force", "group"}:
        return PartyRef(first, nominal.last, owner, nominal.country)
    return PartyRef(first, nominal.last, nominal.named, nominal.country)


def owners(nominal: Nominal) -> Iterator[PartyRef]:
    """Yield whose a weapon or act is by the words before it: "Houthi drones", "militia group missile strike"."""
    parties = [m for m in nominal.modifiers if m.kind in {"actor", "force", "group", "organisation"}]
    if parties:
        mention = parties[0]
        if mention.group is None or mention.group.role != "civilian":
            first = nominal.first if mention.kind in {"group", "force"} else mention.first
            yield PartyRef(first, mention.last, mention, nominal.country, owner=True)
    elif nominal.country is not None:
        country = next(m for m in nominal.modifiers if nominal.country in m.countries)
        yield PartyRef(country.first, country.last, country, nominal.country, owner=True)


def weapon_refs(nominals: Iterable[Nominal]) -> Iterator[WeaponRef]:
    """Yield the weapons that noun phrases name, as head or before the head ("rocket launcher" names none)."""
    for nominal in nominals:
        if nominal.weapon is not None:
            yield WeaponRef(nominal.weapon, nominal)


def _governed(found: Iterable[Oblique], prepositions: Iterable[str]) -> tuple[Nominal, ...]:
    wanted = frozenset(prepositions)
    return tuple(n for oblique in found if oblique.preposition in wanted for n in oblique.nominals)


def _weapons(nominals: Iterable[Nominal]) -> tuple[Nominal, ...]:
    return tuple(n for n in nominals if n.weapon is not None)


def _last_object(phrases: Sequence[Phrase], verb: int, direct: tuple[Nominal, ...]) -> int:
    if not direct:
        return verb
    return max(verb, next(i for i, p in enumerate(phrases) if p.nominal is direct[-1]))


def _owning(words: Sequence[str], nominal: Nominal) -> Mention | None:
    """Return the country that a possessive says the act belongs to."""
    names = [m for m in nominal.modifiers if m.kind == "country" and m.country_word in {"name", "capital"}]
    return next((m for m in names if words[m.last - nominal.first : m.last - nominal.first + 1] == ("s",)), None)


def _possessor(phrases: Sequence[Phrase], at: int) -> tuple[Nominal, ...]:
    """Return who the act belongs to: "Israel's strike"."""
    for index in range(at - 1, max(-1, at - 3), -1):
        nominal = phrases[index].nominal
        if nominal is not None:
            return (nominal,) if nominal.possessive and not nominal.time else ()
    return ()


def _light_verb(phrases: Sequence[Phrase], at: int) -> tuple[tuple[Nominal, ...], tuple[Nominal, ...]]:
    """Return the subject of the verb that an act is the object of: who did it, or who suffered it."""
    index = at - 1
    while index >= 0 and phrases[index].kind in {"ADV", "PREP"}:
        index -= 1
    if index < 0 or phrases[index].kind != "VP":
        return (), ()
    verb = phrases[index]
    lemma = verb.lemma
    if verb.chunk.voice == "passive":
        return (), ()
    if lemma in ACTS_BY_SUBJECT:
        return subjects(phrases, index), ()
    if lemma in ACTS_ON_SUBJECT:
        return (), subjects(phrases, index)
    return (), ()
