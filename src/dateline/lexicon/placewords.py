"""The words by which places are told from other names, and what says how near or of what kind they are."""

from functools import cache

from dateline.lexicon.reading import Head, read_lexicon
from dateline.lexicon.words import phrase_key


class PlaceWordFile(Head, frozen=True):
    """The file's own lists; strings are words with spaces between."""

    common: str
    demonyms: str
    given_names: str
    titles: str
    kinds: dict[str, str]
    parts: str
    institutions: str
    place_prepositions: str
    near: str
    speech: str
    politics: str
    demonym_countries: dict[str, str]
    abbreviations: dict[str, tuple[str, ...]]


class PlaceWords:
    """The lists as sets of folded words."""

    def __init__(self, file: PlaceWordFile) -> None:
        self.common = _folded(file.common)
        self.demonyms = _folded(file.demonyms)
        self.given_names = _folded(file.given_names)
        self.titles = _folded(file.titles)
        self.kinds = {word: kind for kind, words in file.kinds.items() for word in _folded(words)}
        self.parts = _folded(file.parts)
        self.institutions = _folded(file.institutions)
        self.place_prepositions = _folded(file.place_prepositions)
        self.near = _folded(file.near)
        self.speech = _folded(file.speech)
        self.politics = _folded(file.politics)
        self.country_of_demonym = {w: iso for iso, words in file.demonym_countries.items() for w in _folded(words)}
        self.abbreviations = file.abbreviations


def _folded(words: str) -> frozenset[str]:
    return frozenset(" ".join(phrase_key(word)) for word in words.split())


@cache
def load_place_words(language: str = "en") -> PlaceWords:
    """Read a language's place words; raises LexiconError if the file is not of this layout."""
    return PlaceWords(read_lexicon("places/words", PlaceWordFile, language))
