"""Armed groups and named forces: their names, what they belong to and since when."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import Literal

import msgspec
from msgspec import Struct

from dateline.errors import LexiconError
from dateline.lexicon.actor_entries import ActorEntry, read_entries, read_spellings
from dateline.lexicon.phrases import Hit, PhraseIndex
from dateline.lexicon.respelling import Spellings, respelled
from dateline.lexicon.words import fold, is_key, word_spans
from dateline.model.codes import PartyKind

Relation = Literal["part_of", "umbrella", "allied", "backed_by", "successor_of", "faction_of"]
BELONGING: frozenset[Relation] = frozenset(("part_of", "umbrella", "successor_of", "faction_of"))
ACRONYM = 5  # letters; a word in capitals up to this long is an acronym, and must keep its capitals
SPOKEN = 4  # letters from which an acronym is also written as a word ("Nato", "Farc")
DASH = "–"
STOPS = frozenset(".!?:")
AROUND = 3  # words on either side that tell whether a passage is all in capitals


class Affiliation(Struct, frozen=True):
    """What ties an actor to another, from and until when (a year, a month or a day), where that is known."""

    to: str
    relation: Relation
    since: str | None = None
    until: str | None = None

    def holds(self, on: str | None) -> bool:
        """Tell whether it held on a date, or ever, if none is given; a year counts as all of its days."""
        return on is None or (_not_after(self.since, on) and _not_after(on, self.until))


class Actor(Struct, frozen=True, kw_only=True):
    """An armed group, force, command or coalition that news calls by a name of its own."""

    id: str
    name: str
    kind: PartyKind
    countries: tuple[str, ...]  # ISO 3166-1 alpha-2, home first; none for those of the whole world
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()  # forms that name it before a noun: "Houthi" in "Houthi drones"
    affiliations: tuple[Affiliation, ...] = ()
    since: str | None = None
    until: str | None = None
    state_since: str | None = None  # from when it has been the armed force of a state

    def kind_in(self, country: str | None, on: str | None = None) -> PartyKind:
        """Return what it is in a country on a date: forces of a state are external outside their own."""
        kind = self.kind
        if self.state_since is not None and on is not None and _not_after(self.state_since, on):
            kind = "state_forces"
        abroad = country is not None and country not in self.countries[:1]
        return "external_forces" if kind == "state_forces" and abroad else kind


class ActorName(Struct, frozen=True):
    """One spelling of an actor's name, and what must hold for it to count."""

    actor: Actor
    context: tuple[str, ...]  # counts only in a text about one of these countries; empty: in every text
    case: bool  # must be written with the capitals it has
    spelling: str
    plain: bool = False  # also a word of plain English: does not count where all is in capitals
    spoken: bool = False  # an acronym that is also written as a word: "Nato", "Farc"

    def written(self, words: Sequence[str]) -> bool:
        """Tell whether words of a text have the capitals that this name needs."""
        if not self.case:
            return True
        pairs = zip(words, _words(self.spelling), strict=False)
        return all(_has_capitals(word, wanted, spoken=self.spoken) for word, wanted in pairs)

    def fits(self, about: Collection[str]) -> bool:
        """Tell whether the name counts in a text about these countries."""
        return not self.context or any(country in self.context for country in about)


class ActorLexicon(Struct, frozen=True):
    """All actors by id, the index of their names, and the phrases in which those name something else."""

    by_id: Mapping[str, Actor]
    index: PhraseIndex[ActorName]
    decoys: PhraseIndex[str]

    def ancestors(self, actor_id: str, on: str | None = None) -> tuple[str, ...]:
        """Return what an actor belonged to on a date, or ever: nearest first, itself not among them."""
        line = [actor_id]
        for member in line:  # grows as it is read
            line += [tie.to for tie in self._ties(member, BELONGING, on) if tie.to not in line]
        return tuple(line[1:])

    def affiliated(self, a: str, b: str, on: str | None = None) -> bool:
        """Tell whether two ids are one actor, or one belonged to the other; two members of one umbrella do not."""
        return a == b or b in self.ancestors(a, on) or a in self.ancestors(b, on)

    def backers(self, actor_id: str, on: str | None = None) -> tuple[str, ...]:
        """Return who backed an actor, or what it belonged to, on a date or ever; nearest first."""
        line = (actor_id, *self.ancestors(actor_id, on))
        return tuple(dict.fromkeys(tie.to for one in line for tie in self._ties(one, {"backed_by"}, on)))

    def find(
        self, words: Sequence[str], about: Collection[str] = (), *, caseless: bool = False
    ) -> Iterator[Hit[ActorName]]:
        """Yield the names that stand in a text's words and count there, in text order.

        A name bound to countries counts if the text is about one of them, or names the same actor by a name that
        is not bound; an actor so named wins over others of the same acronym. In a `caseless` text, all in
        capitals or none, acronyms count, but for those of two letters and plain words.
        """
        hits = tuple(self._standing(words, caseless=caseless))
        named = {name.actor.id for hit in hits for name in hit.entries if not name.context}
        for hit in hits:
            sure = tuple(name for name in hit.entries if name.actor.id in named)
            names = sure or tuple(name for name in hit.entries if name.fits(about))
            if names:
                yield hit._replace(entries=tuple({name.actor.id: name for name in names}.values()))

    def _ties(self, actor_id: str, relations: Collection[Relation], on: str | None) -> Iterator[Affiliation]:
        return (tie for tie in self.by_id[actor_id].affiliations if tie.relation in relations and tie.holds(on))

    def _standing(self, words: Sequence[str], *, caseless: bool) -> Iterator[Hit[ActorName]]:
        folded = [_key(word) for word in words]
        decoys = tuple(self.decoys.find(folded))
        for hit in self.index.find(folded):
            names = tuple(name for name in hit.entries if _stands(name, hit, words, caseless=caseless))
            if names and not any(_within(hit, decoy) for decoy in decoys):
                yield hit._replace(entries=names)


@cache
def load_actors(language: str = "en") -> ActorLexicon:
    """Read a language's actors and index every spelling of their names.

    Raises LexiconError, naming the file, for one that cannot be read, and for an id used twice or tied to nobody.
    """
    return compile_actors(read_entries(language), read_spellings(language))


def compile_actors(entries: Sequence[ActorEntry], spellings: Spellings) -> ActorLexicon:
    """Return the lexicon of these entries; a spelling made by rule gives way to a name that is written down."""
    by_id: dict[str, Actor] = {}
    for entry in entries:
        if entry.id in by_id:
            raise LexiconError("actors", f"two actors have the id {entry.id}")
        by_id[entry.id] = _actor(entry)
    for actor in by_id.values():
        for tie in actor.affiliations:
            if tie.to not in by_id:
                raise LexiconError("actors", f"{actor.id} is tied to {tie.to}, which is no actor's id")
    given = [name for entry in entries for name in _names(entry, by_id[entry.id])]
    return ActorLexicon(
        by_id,
        PhraseIndex((name.spelling, name) for name in (*given, *_made(given, spellings))),
        PhraseIndex((phrase, phrase) for entry in entries for phrase in entry.not_in),
    )


def _actor(entry: ActorEntry) -> Actor:
    return Actor(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        countries=tuple(entry.countries.split()),
        aliases=entry.names[1:],
        adjectives=entry.adjectives,
        affiliations=tuple(_affiliation(entry.id, tie) for tie in entry.affiliations),
        since=entry.since,
        until=entry.until,
        state_since=entry.state_since,
    )


def _affiliation(actor_id: str, tie: str) -> Affiliation:
    """Read "part_of pmf 2014..2016"; the period may be left out, and either end of it."""
    relation, _, rest = tie.partition(" ")
    to, _, period = rest.partition(" ")
    since, _, until = period.partition("..")
    parts = {"to": to, "relation": relation, "since": since or None, "until": until or None}
    try:
        return msgspec.convert(parts, Affiliation)
    except msgspec.ValidationError as error:
        raise LexiconError("actors", f"{actor_id}: {tie!r} is no affiliation") from error


def _names(entry: ActorEntry, actor: Actor) -> Iterator[ActorName]:
    for name in entry.names:
        plain = name in entry.plain
        case = plain or name in entry.cased or any(map(_is_acronym, name.replace("-", " ").split()))
        spoken = not plain and name not in entry.capitals
        yield ActorName(actor, entry.bound_to if name in entry.local else (), case, name, plain, spoken)


def _made(given: Sequence[ActorName], spellings: Spellings) -> Iterator[ActorName]:
    """Yield the names' other spellings, but for those that are written down, for whatever actor.

    Where spellings of two actors meet, those of a name that counts in every text stand alone.
    """
    taken = {_lower(name.spelling) for name in given}
    for name in sorted(given, key=lambda name: len(name.context) > 0):
        made = {
            low: spelling for spelling in respelled(name.spelling, spellings) if (low := _lower(spelling)) not in taken
        }
        for spelling in made.values():
            yield ActorName(name.actor, name.context, name.case, spelling, name.plain, name.spoken)
        if not name.context:
            taken.update(made)


def _lower(name: str) -> str:
    return name.lower().replace("-", " ")


def _words(phrase: str) -> list[str]:
    words = (phrase[start:end] for start, end in word_spans(phrase))
    return [word for word in words if is_key(fold(word))]


def _key(word: str) -> str:
    """Fold a word of a text; a dash counts as a hyphen ("Islamic State–Khorasan")."""
    return "" if word == DASH else fold(word)


def _is_acronym(word: str) -> bool:
    """Tell whether a word must keep its capitals: "IS", "M23", "LeT", but neither "CENTCOM" nor "Isis"."""
    capitals = sum(letter.isupper() for letter in word)
    return len(word) <= ACRONYM + 1 and (word.isupper() or capitals > 1) and capitals <= ACRONYM


def _has_capitals(word: str, wanted: str, *, spoken: bool) -> bool:
    if len(wanted) == 1 or not _is_acronym(wanted):
        return word[:1].isupper() or not wanted[:1].isupper()
    wanted = wanted.replace(".", "")
    return word.replace(".", "") == wanted or (
        spoken and wanted.isupper() and len(wanted) >= SPOKEN and word == wanted.capitalize()
    )


def _stands(name: ActorName, hit: Hit[ActorName], words: Sequence[str], *, caseless: bool) -> bool:
    """Tell whether the capitals of a hit and of the words around it leave a name standing."""
    surface = [word for word in words[hit.first : hit.last] if is_key(_key(word))]
    if caseless:
        return not name.plain and (not name.case or len("".join(surface)) > 2)
    return name.written(surface) and not (name.plain and _shouted(words, hit))


def _shouted(words: Sequence[str], hit: Hit[ActorName]) -> bool:
    """Tell whether the words around a hit, as far as its sentence goes, are all in capitals."""
    before = takewhile(_in_sentence, reversed(words[max(0, hit.first - AROUND) : hit.first]))
    after = takewhile(_in_sentence, words[hit.last : hit.last + AROUND])
    around = [word for word in (*before, *after) if word[:1].isalpha()]
    return sum(map(len, around)) > AROUND and all(word.isupper() for word in around)


def _in_sentence(word: str) -> bool:
    return word not in STOPS


def _within(hit: Hit[ActorName], decoy: Hit[str]) -> bool:
    """Tell whether a name stands inside a longer phrase that names something else."""
    return decoy.first <= hit.first and hit.last <= decoy.last and decoy.last - decoy.first > hit.last - hit.first


def _not_after(earlier: str | None, later: str | None) -> bool:
    """Compare two dates of any precision, as far as both go; an open end leaves room."""
    if earlier is None or later is None:
        return True
    known = min(len(earlier), len(later))
    return earlier[:known] <= later[:known]
