"""The actors' files as they are written: entries with examples, and words that spell one another."""

from collections.abc import Iterator
from importlib.resources import files

from msgspec import Struct

from dateline.lexicon.reading import Head, parse_lexicon
from dateline.lexicon.respelling import Spellings, spelling_table
from dateline.model.codes import PartyKind

SPELLINGS = "spellings.toml"


class ActorEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One actor as lexicon files write it.

    Countries stand in one string ("IQ SY"), an affiliation in another ("part_of pmf 2014..2016"). Names in `local`
    count only in texts about `context`, else `countries`; those in `cased` need their capitals, as acronyms always
    do; those in `plain` are also English words, and those in `capitals` would be somebody's name in small letters.
    In the phrases of `not_in` a name means something else. An example may end in the countries that its text is
    about ("[AU NZ]"), else it is about `context`.
    """

    id: str
    name: str
    kind: PartyKind
    countries: str
    aliases: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    context: str = ""
    cased: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    state_since: str | None = None
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it is written with, the canonical one first."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.local, *self.cased, *self.plain, *self.capitals)))

    @property
    def bound_to(self) -> tuple[str, ...]:
        """The countries that a text must be about for the names in `local` to count."""
        return tuple((self.context or self.countries).split())


class ActorFile(Head, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of actors."""

    entry: tuple[ActorEntry, ...]


class SpellingFile(Head, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file of interchangeable words: each group is words with spaces between."""

    groups: tuple[str, ...]


def read_entries(language: str = "en") -> tuple[ActorEntry, ...]:
    """Read a language's actors, file by file. Raises LexiconError, naming the file that cannot be read."""
    return tuple(
        entry
        for file, text in _texts(language)
        if not file.endswith(SPELLINGS)
        for entry in parse_lexicon(file, text, ActorFile).entry
    )


def read_spellings(language: str = "en") -> Spellings:
    """Read a language's table of words that are spellings of one another."""
    found = (parse_lexicon(f, text, SpellingFile) for f, text in _texts(language) if f.endswith(SPELLINGS))
    return spelling_table(tuple(group for file in found for group in file.groups))


def _texts(language: str) -> Iterator[tuple[str, str]]:
    folder = files("dateline.lexicon") / language / "actors"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield f"{language}/actors/{file.name}", file.read_text(encoding="utf-8")
