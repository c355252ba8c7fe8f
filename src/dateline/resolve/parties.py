"""Parties as the contract names them: canonical name, id, kind, and how surely they are told."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.arguments import PartyRef
from dateline.extract.document import Document
from dateline.extract.mentions import Mention
from dateline.lexicon.countries import load_countries
from dateline.lexicon.forces import state_force
from dateline.model.codes import Certainty, PartyKind
from dateline.model.values import Party

LEADING = frozenset(
    """
    number of among them the a an some several many two three other others another more its their his her this that
    these those all both suspected alleged unidentified unknown masked heavily armed would be
    """.split()
)
ASHORE = frozenset(("military", "police", "security", "intelligence"))  # the others serve abroad, and merchants
SEAFARING = frozenset(("sailor", "seaman"))
BRANCH_NOUN = {
    "military": "military",
    "air_force": "air force",
    "navy": "navy",
    "police": "police",
    "security": "security forces",
    "intelligence": "intelligence",
}


def party(
    document: Document,
    ref: PartyRef,
    *,
    home: str | None,
    acting: bool = False,
    certainty: Certainty = "asserted",
    according_to: Sequence[str] = (),
) -> Party:
    """Return what a reference names, seen from the country where the act was (`home`, ISO code or None).

    A military abroad is `external_forces`, at home `state_forces` (ruling 9); nouns for people that act are of
    the kind that their lexicon gives to perpetrators.
    """
    name, actor_id, kind = identity(document, ref, home=home, acting=acting)
    return Party(
        name=name,
        actor_id=actor_id,
        kind=kind,
        certainty=certainty,
        according_to=tuple(dict.fromkeys(according_to)),
        evidence=(document.span(ref.first, ref.last),),
    )


def identity(document: Document, ref: PartyRef, *, home: str | None, acting: bool) -> tuple[str, str | None, PartyKind]:
    """Return the name, id and kind of what a reference names."""
    named = ref.named
    words = bare_words(document, ref)
    if named is None:
        return words, None, "other" if acting else "civilians"
    if named.actor is not None:
        return named.actor.name, named.actor.id, named.actor.kind_in(home)
    if named.organisation is not None:
        body = named.organisation
        if acting and ref.country is not None and body.org_class in {"ministry", "government"}:
            force = state_force(ref.country, "military")  # "Turkey's defence ministry said it had launched"
            return force.name, force.actor_id, _at_home(ref.country, home)
        return body.name, None, "other"
    if named.kind == "country":
        return _state(document, named, home)
    if named.force is not None:
        return _force(words, named, ref.country, home)
    if named.group is not None:
        return _people(words, named, ref, home, acting=acting)
    if named.thing is not None:
        return words, None, _held(named.thing.kind, ref.country, home)
    return words, None, "other"


def bare_words(document: Document, ref: PartyRef) -> str:
    """Return the words that name a party, without article, number and guesses before them."""
    first = ref.first
    while first < ref.last - 1 and document.tokens[first].folded in LEADING:
        first += 1
    return document.words(first, ref.last)


def _state(document: Document, named: Mention, home: str | None) -> tuple[str, str | None, PartyKind]:
    code = named.countries[0]
    known = load_countries().by_code.get(code)
    name = known.name if known is not None else document.words(named.first, named.last)
    return name, f"state:{code}", _at_home(code, home)


def _force(words: str, named: Mention, country: str | None, home: str | None) -> tuple[str, str | None, PartyKind]:
    assert named.force is not None  # noqa: S101
    seafaring = named.force.noun in SEAFARING and country is None
    if seafaring:
        return words, None, "civilians"  # a merchant's crew, unless a navy is named
    owner = country or home
    if owner is None:
        return words, None, "state_forces"
    if named.force.branch == "militia":
        return words, None, "political_militia"
    force = state_force(owner, named.force.noun)
    return force.name, force.actor_id, _at_home(owner, home)


def _people(
    words: str, named: Mention, ref: PartyRef, home: str | None, *, acting: bool
) -> tuple[str, str | None, PartyKind]:
    if (
        ref.last == named.last
        and named.group is not None
        and words.casefold() == (named.group.singular or "").casefold()
        and acting
    ):
        words = named.group.name  # "rebel shelling": the rebels
    group = named.group
    assert group is not None  # noqa: S101
    kind = group.acting_kind if acting else group.kind
    if group.role == "security" and group.branch in BRANCH_NOUN:
        owner = ref.country or (home if group.branch in ASHORE else None)
        if owner is not None:
            force = state_force(owner, BRANCH_NOUN[group.branch])
            return words, force.actor_id, _at_home(owner, home)
    return words, None, kind


def _held(kind: PartyKind, country: str | None, home: str | None) -> PartyKind:
    """Return the contract's kind of a thing attacked: buildings and ships are `other` unless forces hold them."""
    if kind == "state_forces" and country is not None:
        return _at_home(country, home)
    return "other" if kind == "civilians" else kind


def _at_home(country: str, home: str | None) -> PartyKind:
    return "state_forces" if home is None or country == home else "external_forces"
