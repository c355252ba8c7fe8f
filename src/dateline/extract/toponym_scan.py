"""Whether the words at a point of a report stand for a place: what is beside them, and who else bears the name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.extract.dateline_head import MONTHS, WEEKDAYS
from dateline.extract.document import Document, Token
from dateline.lexicon.gazetteer import SHORT, UPPER, Gazetteer, GazetteerPlace, open_gazetteer
from dateline.lexicon.placewords import PlaceWords, load_place_words
from dateline.lexicon.spellings import ARTICLES

PARTICLES: Final = ARTICLES | frozenset(
    "of the and de del della di da do dos du des la le las los au aux en sur y bin a".split()
)
HYPHENS: Final = frozenset("-‐‑‒")
NEVER: Final = MONTHS | WEEKDAYS  # as a bare word after a preposition
KNOWN_SIZE: Final = 100_000  # people: a town that needs no cue where other names stand beside it
HEAD_SIZE: Final = 20_000  # one that needs none at the head of a sentence
SMALL_SIZE: Final = 2_000  # one that always needs a cue


class Scan:
    """One document with what is read of its names."""

    def __init__(self, document: Document, taken: Sequence[tuple[int, int]]) -> None:
        self.document = document
        self.tokens = document.tokens
        self.folded = [token.folded for token in document.tokens]
        self.vocabulary = frozenset(self.folded)
        self.gazetteer: Gazetteer = open_gazetteer()
        self.words: PlaceWords = load_place_words()
        self.taken = bytearray(len(self.tokens))
        for first, last in taken:
            self.taken[first:last] = b"\1" * (last - first)
        self.loose = bytearray(len(self.tokens))
        self.heads = bytearray(len(self.tokens) + 1)
        for sentence in document.sentences:
            self.heads[sentence.first] = 1
            if _all_capitalised(self.tokens[sentence.first : sentence.last]):
                self.loose[sentence.first : sentence.last] = b"\1" * (sentence.last - sentence.first)
        self.people = self._people()
        self.countries = self._countries()
        self.accepted: set[str] = set()

    def _places(self, first: int, last: int) -> tuple[GazetteerPlace, ...]:
        key = " ".join(word for word in self.folded[first:last] if word and word not in HYPHENS)
        places = self.gazetteer.lookup_key(key)
        if places and any(place.flags & UPPER for place in places):
            text = self.document.words(first, last)
            shouted = bool(self.loose[first]) and "." not in text
            if not text.isupper() or shouted:
                places = tuple(place for place in places if not place.flags & UPPER)
            else:
                places = tuple(place for place in places if place.flags & UPPER)
        if any(place.needs for place in places):
            places = tuple(p for p in places if not p.needs or not self.vocabulary.isdisjoint(p.needs.split(" ")))
        return places

    def _is_one_line(self, first: int, last: int) -> bool:
        return "\n" not in self.document.source.text[self.tokens[first].start : self.tokens[last - 1].end]

    def _may_begin(self, i: int) -> bool:
        token = self.tokens[i]
        if token.text[0].isupper():
            return True
        following = self.tokens[i + 1 : i + 3]
        if token.folded in ARTICLES and len(following) == 2 and following[0].text in HYPHENS:
            return following[1].text[0].isupper()
        return token.folded in self.words.parts or token.folded in {"suburbs", "autonomous"}

    def _cased(self, first: int, last: int, places: tuple[GazetteerPlace, ...]) -> bool:
        """Tell whether the words are written as a name; only the overlay's names may hold common nouns."""
        special = any(place.is_curated or place.kind in {"airport", "air_base", "admin1"} for place in places)
        capitals = 0
        for token in self.tokens[first:last]:
            if token.text[0].isupper():
                capitals += 1
            elif token.text[0].isalpha() and token.folded not in PARTICLES and not special:
                return False
        return capitals > 0

    def _stands(self, first: int, last: int, places: tuple[GazetteerPlace, ...]) -> bool:
        """Tell whether a name in the gazetteer stands for a place here."""
        best = places[0]
        if any(place.flags & SHORT for place in places):
            before = self.tokens[first - 1].text if first else ""
            return before in {",", "-", "("} or last - first > 2
        sure = best.kind in {"country", "admin1"} or any(place.is_curated for place in places)
        sure = sure or self.folded[last - 1] in self.words.kinds
        size = max(place.population for place in places)
        cue = self._cue(first, last, places)
        if last - first == 1 and self.folded[first] in NEVER:
            return cue > 1
        if any(place.flags & UPPER for place in places):
            return True
        if (best.is_common and last - first == 1) or (last - first == 1 and self.folded[first] in self.words.common):
            return cue > 1 or (
                cue == 1 and self._is_at_home(places) and not self._named_person(first, last, strict=True)
            )
        if self.loose[first]:
            return sure or size >= 50_000 or cue > 1
        if self._named_person(first, last, strict=not sure and size < KNOWN_SIZE):
            return cue > 1 and self._neighbour(last, last - 1) is None
        if last - first > 1 or sure:
            return True
        if self.folded[first] in self.people and size < 1_000_000:
            return cue > 1
        if size < SMALL_SIZE:
            return cue > 1 or (cue == 1 and not self.heads[first] and self._is_at_home(places))
        if size < 15_000:
            return cue > 0
        return cue > 0 or not self.heads[first] or size >= HEAD_SIZE

    def _cue(self, first: int, last: int, places: tuple[GazetteerPlace, ...]) -> int:
        """Return 2 where the words say outright that it is a place, 1 for a preposition of place, 0 for nothing."""
        tokens = self.tokens
        after = tokens[last] if last < len(tokens) else None
        if (
            after is not None
            and after.folded in self.words.kinds
            and after.folded not in {"state", "country", "capital"}
        ):
            return 2
        before = self.folded[max(0, first - 3) : first]
        if len(before) >= 2 and before[-1] == "of" and before[-2] in self.words.kinds:
            return 2
        if after is not None and after.text == "," and last + 1 < len(tokens) and self._holds(last + 1, places):
            return 2
        if before and before[-1] == "the":
            before = before[:-1]
        if before and before[-1] in self.words.parts:
            before = before[:-1]
        if before and before[-1] in self.words.place_prepositions - {"of", "by", "over", "against"}:
            return 1
        if len(before) >= 2 and before[-1] == "of" and before[-2] in self.words.near | self.words.parts:
            return 1
        return 0

    def _holds(self, at: int, places: tuple[GazetteerPlace, ...]) -> bool:
        """Tell whether the name after a comma is a region or country of one of the places."""
        for length in self.gazetteer.lengths(self.folded, at):
            for outer in self._places(at, at + length):
                if outer.kind == "country" and any(place.country == outer.country for place in places):
                    return True
                if outer.kind == "admin1" and any(
                    (p.country, p.admin1) == (outer.country, outer.admin1) for p in places
                ):
                    return True
        return False

    def _is_at_home(self, places: tuple[GazetteerPlace, ...]) -> bool:
        return any(place.country in self.countries for place in places)

    def _named_person(self, first: int, last: int, *, strict: bool) -> bool:
        """Tell whether a name is part of a person's or body's; `strict` for any unknown capitalised neighbour."""
        words = self.words
        before, after = self._neighbour(first - 1, first), self._neighbour(last, last - 1)
        if before is not None:
            folded = before.folded
            if folded in words.titles or folded in words.given_names:
                return True
            quiet = folded in words.parts or folded in words.institutions or folded in words.kinds
            quiet = quiet or folded in words.demonyms or folded in words.place_prepositions
            if not quiet and not (self.heads[first - 1] and folded in words.common) and strict:
                return True
        if after is not None and self.folded[first] in words.given_names and after.folded not in words.institutions:
            return True
        return after is not None and strict and not self._is_body(last)

    def _is_body(self, i: int) -> bool:
        """Tell whether the capitalised words from i on name an institution ("Volunteer Fire Department")."""
        for token in self.tokens[i : i + 6]:
            if not token.text[0].isupper():
                return False
            if token.folded in self.words.institutions or token.folded in self.words.kinds:
                return True
        return False

    def _neighbour(self, i: int, edge: int) -> Token | None:
        """Return the token at i if it is a capitalised word with only a space or hyphen to the name."""
        if not 0 <= i < len(self.tokens) or self.loose[i] or self.heads[max(i, edge)]:
            return None
        token, beside = self.tokens[i], self.tokens[edge]
        if token.text in HYPHENS and (token.end == beside.start or token.start == beside.end):
            step = 1 if i > edge else -1
            if not 0 <= i + step < len(self.tokens):
                return None
            token = self.tokens[i + step]
        if i > edge and token.folded in ARTICLES and i + 1 < len(self.tokens) and self.tokens[i + 1].text in HYPHENS:
            return token
        return (
            token if (token.text[0].isupper() and token.text[-1] != ".") or token.folded in self.words.titles else None
        )

    def _people(self) -> frozenset[str]:
        """Return the last words of names that begin with a given name or a title."""
        found: set[str] = set()
        marks = self.words.given_names | self.words.titles
        i = 0
        while i < len(self.tokens):
            if not self.tokens[i].text[0].isupper():
                i += 1
                continue
            j = i
            while j < len(self.tokens) and self._runs(i, j):
                j += 1
            mark = next((k for k in range(i, j - 1) if self.folded[k] in marks), None)
            if mark is not None:
                found.update(self.folded[mark + 1 : j])
            i = max(j, i + 1)
        return frozenset(found)

    def _runs(self, first: int, j: int) -> bool:
        token = self.tokens[j]
        if self.loose[j] or (j > first and self.heads[j]):
            return False
        return (
            token.text[0].isupper() or (token.text in HYPHENS and j > first) or (token.folded in ARTICLES and j > first)
        )

    def _countries(self) -> frozenset[str]:
        """Return the countries that the report names outright."""
        found: set[str] = set()
        for i, token in enumerate(self.tokens):
            if token.text[0].isupper() and not self.taken[i]:
                for length in self.gazetteer.lengths(self.folded, i):
                    places = self._places(i, i + length)
                    found.update(p.country for p in places if p.country and (p.kind == "country" or p.is_curated))
                    found.update(p.country for p in places if p.country and p.population > 300_000)
                    break
        return frozenset(found)

    def _is_new_name(self, first: int, last: int) -> bool:
        words = self.words
        for i in range(first, last):
            folded = self.folded[i]
            if (
                folded in words.demonyms
                or folded in words.titles
                or folded in words.parts
                or folded in words.institutions
            ):
                return False
        return not (last - first == 1 and self.folded[first] in words.common)


def _all_capitalised(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence is in capitals or a headline in title case, so that a capital says nothing."""
    long = [token.text for token in tokens if len(token.text) >= 4 and token.text[0].isalpha()]
    if len(long) < 3:
        return False
    if sum(text.isupper() for text in long) >= 0.75 * len(long):
        return True
    closed = any(token.text in {".", "?", "!"} for token in tokens[-2:])
    return not closed and len(long) >= 4 and sum(text[0].isupper() for text in long) >= 0.75 * len(long)
