"""Words that hedge a number, and words that stand for a vague one."""

from functools import cache
from typing import Literal

from msgspec import Struct

from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon
from dateline.model.codes import Hedge


class HedgePhrases(Struct, frozen=True, kw_only=True):
    """Phrases that hedge the number beside them; `step` is added to the number."""

    phrases: tuple[str, ...]
    hedge: Hedge
    place: Literal["before", "after"] = "before"
    step: int = 0
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class VaguePhrases(Struct, frozen=True):
    """Phrases that stand for a number nobody told, and the least that they can mean."""

    phrases: tuple[str, ...]
    least: int


class _Layout(Head, frozen=True, kw_only=True):
    entry: tuple[HedgePhrases, ...]
    vague: tuple[VaguePhrases, ...]


class HedgeLexicon(Struct, frozen=True):
    """Hedges by where they stand, and vague numbers."""

    before: PhraseIndex[HedgePhrases]
    after: PhraseIndex[HedgePhrases]
    vague: PhraseIndex[VaguePhrases]
    entries: tuple[HedgePhrases, ...]
    vague_entries: tuple[VaguePhrases, ...]


@cache
def load_hedges(language: str = "en") -> HedgeLexicon:
    """Read a language's hedges.

    Raises LexiconError, naming the file, if its format is not the one read here.
    """
    layout = read_lexicon("hedges", _Layout, language)
    entries, vague = layout.entry, layout.vague
    return HedgeLexicon(
        PhraseIndex((p, e) for e in entries if e.place == "before" for p in e.phrases),
        PhraseIndex((p, e) for e in entries if e.place == "after" for p in e.phrases),
        PhraseIndex((p, e) for e in vague for p in e.phrases),
        entries,
        vague,
    )
