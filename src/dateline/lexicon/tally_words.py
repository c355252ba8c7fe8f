"""Words by which news counts over a war, a period or a crowd, class by class."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from dateline.lexicon.reading import Head, read_lexicon
from dateline.model.codes import FigureKind


class TallyClass(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lemmas of one sort, with sentences that must and must not give a figure of the kind they lead to."""

    name: str
    figure: FigureKind
    words: str
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class _Layout(Head, frozen=True, kw_only=True, rename={"classes": "class"}, forbid_unknown_fields=True):
    classes: tuple[TallyClass, ...]


@cache
def load_tally_classes(language: str = "en") -> tuple[TallyClass, ...]:
    """Read a language's classes in file order; LexiconError, naming the file, if it cannot be used."""
    return read_lexicon("tally_words", _Layout, language).classes


@cache
def load_tally_words(language: str = "en") -> Mapping[str, frozenset[str]]:
    """Return the lemmas of each class by its name."""
    return {one.name: frozenset(one.words.split()) for one in load_tally_classes(language)}
