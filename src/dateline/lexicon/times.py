"""Time zones by the names that reports give them, and since when names of wars and organisations are known."""

from datetime import date
from functools import cache

from msgspec import Struct

from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.reading import Head, read_lexicon


class Era(Struct, frozen=True):
    """Phrases that no report can hold before a day."""

    phrases: tuple[str, ...]
    since: date
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class _Layout(Head, frozen=True, kw_only=True):
    zone: dict[str, tuple[str, ...]]
    era: tuple[Era, ...]


class TimeLexicon(Struct, frozen=True):
    """Zones by folded name, and eras by phrase."""

    zones: dict[str, str]
    eras: PhraseIndex[Era]
    entries: tuple[Era, ...]


@cache
def load_times(language: str = "en") -> TimeLexicon:
    """Read a language's names of zones and eras.

    Raises LexiconError, naming the file, if its format is not the one read here.
    """
    layout = read_lexicon("times", _Layout, language)
    zones = {name: zone for zone, names in layout.zone.items() for name in names}
    eras = PhraseIndex((phrase, era) for era in layout.era for phrase in era.phrases)
    return TimeLexicon(zones, eras, layout.era)
