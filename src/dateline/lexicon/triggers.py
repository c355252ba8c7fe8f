"""Words that name an act of violence, protest or agreement, and the class of act that they name."""

from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from dateline.lexicon.forms import Exclusion
from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon
from dateline.model.codes import CasualtyKind, SubEventType, WeaponType


class TriggerClass(Struct, frozen=True, kw_only=True):
    """One sort of act and the lemmas that name it; the fields are told in `en/triggers.toml`."""

    name: str
    family: str
    strength: int
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    sub: SubEventType | None = None
    weapon: WeaponType | None = None
    harm: CasualtyKind | None = None
    needs_weapon: bool = False
    weapon_subject: bool = False
    intransitive: bool = False
    intercepts: bool = False
    territory: bool = False
    needs_armed: bool = False
    fallen: bool = False
    hit: bool = False
    governors: tuple[str, ...] = ()
    objects: tuple[WeaponType, ...] = ()
    things: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class _Layout(Head, frozen=True, kw_only=True, rename={"classes": "class"}):
    classes: tuple[TriggerClass, ...]
    exclusion: tuple[Exclusion, ...]


class TriggerLexicon(Struct, frozen=True):
    """Trigger classes by the lemmas of their verbs and of their nouns, in the order of the file."""

    classes: tuple[TriggerClass, ...]
    verbs: PhraseIndex[TriggerClass]
    nouns: PhraseIndex[TriggerClass]
    exclusions: Mapping[str, Exclusion]  # by lemma

    def allowed(self, lemma: str, before: Sequence[str], after: Sequence[str]) -> bool:
        """Tell whether the folded words around a lemma leave it naming an act: not "heart attack"."""
        exclusion = self.exclusions.get(lemma)
        return exclusion is None or exclusion.allows(before, after)


@cache
def load_triggers(language: str = "en") -> TriggerLexicon:
    """Read a language's trigger classes.

    Raises LexiconError, naming the file, if its format is not the one read here.
    """
    layout = read_lexicon("triggers", _Layout, language)
    classes = layout.classes
    return TriggerLexicon(
        classes,
        PhraseIndex((phrase, entry) for entry in classes for phrase in entry.verbs),
        PhraseIndex((phrase, entry) for entry in classes for phrase in entry.nouns),
        {exclusion.form: exclusion for exclusion in layout.exclusion},
    )
