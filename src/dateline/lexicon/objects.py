"""Things that news names as the target of violence: bases, hospitals, ships, convoys."""

from functools import cache

from msgspec import Struct

from dateline.lexicon.forms import read_forms
from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon
from dateline.model.codes import PartyKind


class ObjectClass(Struct, frozen=True, kw_only=True):
    """One sort of target and its nouns; `kind` is the party kind of those who hold it."""

    kind: PartyKind
    name: str
    nouns: tuple[str, ...]


class _Layout(Head, frozen=True, kw_only=True, rename={"classes": "class"}):
    classes: tuple[ObjectClass, ...]


class ObjectNoun(Struct, frozen=True):
    """A thing's noun in the singular, and the class that it belongs to."""

    noun: str
    kind: PartyKind
    place: bool = False  # a settlement or stretch of land: captured or shelled, but nobody's possession


@cache
def load_objects(language: str = "en") -> PhraseIndex[ObjectNoun]:
    """Read a language's target nouns, singular and plural.

    Raises LexiconError, naming the file, if its format is not the one read here.
    """
    phrases = []
    for group in read_lexicon("objects", _Layout, language).classes:
        for written in group.nouns:
            forms = read_forms(written)
            noun = ObjectNoun(forms.name, group.kind, group.name == "place")
            phrases += [(form, noun) for form in forms.all]
    return PhraseIndex(phrases)
