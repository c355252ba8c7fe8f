"""The compiled gazetteer: which places bear a name, most people first."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process

from dateline.errors import LexiconError
from dateline.lexicon.spellings import COUNTRIES, skeleton
from dateline.lexicon.words import is_key, phrase_key

SCHEMA: Final = 6  # of the compiled file; raise it when a table or a rule of the build changes
LONGEST_WORDS: Final = 8
MAIN, UPPER, COMMON, SHORT, CAPITAL = 1, 2, 4, 8, 16  # its own; in capitals; also a word; "Ky."; a seat of government
FACILITIES: Final = frozenset(
    "air_base airport base bridge camp checkpoint crossing dam facility hospital plant port prison".split()
)
_PLACE = "p.id, p.name, p.kind, p.country, p.admin1, p.lat, p.lon, p.population, p.precision, p.needs, n.flags"
_LOOKUP = f"SELECT {_PLACE} FROM name n JOIN place p ON p.number = n.place WHERE n.key = ? ORDER BY p.population DESC"  # noqa: S608
_BY_ID = f"SELECT {_PLACE.replace('n.flags', '1')} FROM place p WHERE p.id = ?"  # noqa: S608
_COUNTRIES = f"SELECT {_PLACE.replace('n.flags', '1')} FROM place p WHERE p.kind = 'country'"  # noqa: S608


class GazetteerPlace(NamedTuple):
    """A place that a name may stand for; degrees WGS 84, `precision` as ACLED would code the place itself."""

    id: str  # "geonames:98245", "geonames-adm1:IQ.01", "airport:ORAA", "dateline:al-asad-airbase"
    name: str
    kind: str  # country, admin1, district, city, airport, or a class of the overlay
    country: str | None  # ISO 3166-1 alpha-2
    admin1: str | None
    lat: float
    lon: float
    population: int
    precision: int
    needs: str  # folded words, one of which must stand in the report, or ""
    flags: int

    @property
    def is_main(self) -> bool:
        """Whether the name asked for is the place's own, not an alternate."""
        return bool(self.flags & MAIN)

    @property
    def is_common(self) -> bool:
        """Whether the name asked for is also an everyday word or a personal name."""
        return bool(self.flags & COMMON)

    @property
    def is_capital(self) -> bool:
        """Whether it is the capital of its country, which stands for the government as well."""
        return bool(self.flags & CAPITAL)

    @property
    def is_facility(self) -> bool:
        """Whether it is a site, such as a base or a camp, and no settlement."""
        return self.kind in FACILITIES

    @property
    def is_curated(self) -> bool:
        """Whether it comes from the overlay written for conflict reports."""
        return self.id.startswith("dateline:")


class Gazetteer:
    """Read-only look-ups, cached; build the file with `python -m dateline.lexicon.build_gazetteer`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[GazetteerPlace, ...]] = {}
        self._heads: dict[str, int] = {}
        self._countries: dict[str, GazetteerPlace] = {}
        self._alike: dict[tuple[str, tuple[str, ...]], str] = {}

    def lookup(self, phrase: str) -> tuple[GazetteerPlace, ...]:
        """Return the places of this name, however it is spelled or cased, by population."""
        return self.lookup_key(" ".join(phrase_key(phrase)))

    def lookup_key(self, key: str) -> tuple[GazetteerPlace, ...]:
        """Return the places of a name already folded to words with one space between."""
        known = self._known.get(key)
        if known is None:
            rows = self._connection.execute(_LOOKUP, (key,))
            known = self._known[key] = tuple(GazetteerPlace._make(row) for row in rows)
            if len(self._known) > 200_000:
                self._known.clear()
        return known

    def place(self, identifier: str) -> GazetteerPlace | None:
        """Return the place of an id, or None."""
        row = self._connection.execute(_BY_ID, (identifier,)).fetchone()
        return GazetteerPlace._make(row) if row else None

    def country(self, iso: str) -> GazetteerPlace | None:
        """Return a country by its ISO 3166-1 alpha-2 code, or None."""
        if not self._countries:
            for row in self._connection.execute(_COUNTRIES):
                place = GazetteerPlace._make(row)
                self._countries[place.country or ""] = place
        return self._countries.get(iso)

    def alike(self, key: str, countries: Iterable[str]) -> str | None:
        """Return the folded name in one of the countries that is this one spelled otherwise, or None.

        "talbeesah" gives "talbiseh" in Syria. Only names with the same consonants count, only one that leads, and
        only in countries whose names are transliterated from Arabic script.
        """
        bones = skeleton(key)
        if len(bones) < 3:
            return None
        asked = tuple(sorted(COUNTRIES.intersection(countries)))
        known = self._alike.get((key, asked))
        if known is None:
            marks = ", ".join("?" * len(asked))
            rows = self._connection.execute(
                f"SELECT DISTINCT key FROM spelling WHERE skeleton = ? AND country IN ({marks})",  # noqa: S608
                (bones, *asked),
            )
            known = self._alike[key, asked] = _closest(key, [name for [name] in rows])
        return known or None

    def longest(self, folded_words: Sequence[str], at: int) -> int:
        """Return how many words from `at` on make the longest name there, hyphens and all, or 0."""
        return next(self.lengths(folded_words, at), 0)

    def lengths(self, folded_words: Sequence[str], at: int) -> Iterator[int]:
        """Yield how many words from `at` on make a name, the longest first."""
        limit = self._head(folded_words[at])
        ends, words = [], []
        for i in range(at, min(len(folded_words), at + 2 * limit)):
            if is_key(folded_words[i]):
                words.append(folded_words[i])
                ends.append(i + 1)
                if len(words) == limit:
                    break
        for length in range(len(words), 0, -1):
            if self.lookup_key(" ".join(words[:length])):
                yield ends[length - 1] - at

    def _head(self, word: str) -> int:
        limit = self._heads.get(word)
        if limit is None:
            row = self._connection.execute("SELECT longest FROM head WHERE word = ?", (word,)).fetchone()
            limit = self._heads[word] = row[0] if row else 0
        return limit


def _closest(key: str, names: Sequence[str]) -> str:
    """Return the name most like the key, or "" where none is much like it."""
    close = process.extractOne(key, names, scorer=fuzz.ratio, score_cutoff=72.0) if names else None
    return close[0] if close else ""


def gazetteer_file() -> Path:
    """Return where the compiled gazetteer stands, built or not."""
    return Path(str(files("dateline.lexicon"))) / "gazetteer.sqlite"


@cache
def open_gazetteer(file: Path | None = None) -> Gazetteer:
    """Open the compiled gazetteer.

    Raises LexiconError, saying what to run, if it is missing or of another build.
    """
    path = file or gazetteer_file()
    if not path.is_file():
        raise LexiconError(str(path), "is not built yet; run: make setup")
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        [schema] = connection.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
    except (sqlite3.Error, TypeError) as error:
        raise LexiconError(str(path), f"is no gazetteer ({error}); run: make setup") from error
    if schema != str(SCHEMA):
        connection.close()
        raise LexiconError(str(path), f"was built as format {schema}, expected {SCHEMA}; run: make setup")
    return Gazetteer(connection)
