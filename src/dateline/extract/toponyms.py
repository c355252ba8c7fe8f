"""Place names in a report, with what their words ask for; which place each one is comes later."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from dateline.extract import toponym_cues as cues
from dateline.extract.dateline_head import FilingLine, filing_line
from dateline.extract.document import Document
from dateline.extract.toponym_scan import HYPHENS, NEVER, PARTICLES, Scan
from dateline.lexicon.placewords import PlaceWords, load_place_words
from dateline.lexicon.spellings import ARTICLES, COUNTRIES

MARKED: Final = 5  # words of a name that is believed though no rule finds it
LOCATIVE: Final = frozenset("in near from at around outside into towards toward".split())


class Toponym(Struct, frozen=True):
    """Tokens [first, last) that name a place, and what stands about them."""

    first: int
    last: int
    name: str
    kind_asked: str | None = None  # admin1, district, city, base, camp, airport, ...
    offset: tuple[float, float] | None = None  # kilometres and bearing from the place named
    near: bool = False
    part: str | None = None  # "western" in "western Anbar"
    container: int | None = None  # index of the toponym that holds this one
    in_filing_line: bool = False
    metonym: bool = False  # the government speaks or acts, not the place
    modifier: bool = False  # within a longer name ("Mosul University"), or only says where another place lies
    at_sea: bool = False  # its offset leads to a point at sea
    known: bool = True  # False where only the words about it say that it is a place


def toponyms(
    document: Document, taken: Sequence[tuple[int, int]] = (), marked: Sequence[tuple[int, int]] = ()
) -> tuple[Toponym, ...]:
    """Return a report's place names in text order, leaving out token ranges that are known to name others.

    `marked` are ranges that something else takes for names of places: they are believed where no rule finds one.
    """
    finder = _Finder(document, taken)
    line = filing_line(document)
    found = [*finder.known(line), *finder.unknown()]
    named = {token for toponym in found for token in range(toponym.first, toponym.last)}
    found += finder.marked(marked, named)
    found.sort(key=lambda t: (t.first, -t.last))
    return _contained(document, _shared_kinds(document, _without_overlap(found)), load_place_words())


class _Finder(Scan):
    """The search through one document."""

    def known(self, line: FilingLine | None) -> Iterator[Toponym]:
        """Yield names that the gazetteer has and that stand as places."""
        doubtful: list[tuple[int, int]] = []
        i, end = 0, len(self.tokens)
        while i < end:
            if self.taken[i] or not self._may_begin(i):
                i += 1
                continue
            j, stands = self._match(i)
            if stands:
                self.accepted.add(" ".join(self.folded[i:j]))
                yield self._toponym(i, j, line)
            elif j > i:
                doubtful.append((i, j))
            i = max(j, i + 1)
        for first, last in doubtful:
            again = " ".join(self.folded[first:last]) in self.accepted and self.folded[first] not in self.words.common
            if again and not self._named_person(first, last, strict=True):
                yield self._toponym(first, last, line)

    def unknown(self) -> Iterator[Toponym]:
        """Yield capitalised names of which the words say that they are places ("the village of X")."""
        yield from self._respelled()
        for i, token in enumerate(self.tokens):
            kind = self.words.kinds.get(token.folded)
            if kind is None or kind == "country" or self.loose[i] or token.text[0].isupper():
                continue
            first, last = self._run_before(i) or self._run_after_of(i) or (0, 0)
            if last and self._owns(first):
                first += 1
            if first < last and not any(self.taken[first:last]) and self._is_new_name(first, last):
                yield Toponym(
                    first, last, self.document.words(first, last), kind,
                    near=cues.is_near(self.tokens, first, last, self.words), known=False,
                )  # fmt: skip

    def marked(self, ranges: Sequence[tuple[int, int]], named: Collection[int]) -> Iterator[Toponym]:
        """Yield names in ranges that something else takes for places, where no word is named yet."""
        for start, end in ranges:
            first, last = start, end
            while first < last and not self.tokens[first].text[0].isupper():
                first += 1
            while last > first and not self.tokens[last - 1].text[0].isupper():
                last -= 1
            free = not any(self.taken[first:last]) and not any(token in named for token in range(first, last))
            if 0 < last - first <= MARKED and free and not self.loose[first] and self.folded[first] not in NEVER:
                yield replace(self._toponym(first, last, None), known=bool(self._places(first, last)))

    def _respelled(self) -> Iterator[Toponym]:
        """Yield names after a preposition of place that the gazetteer spells otherwise ("in Talbeesah")."""
        if self.countries.isdisjoint(COUNTRIES):
            return
        for i in range(1, len(self.tokens)):
            if self.folded[i - 1] not in LOCATIVE or self.loose[i] or self.heads[i] or not self._may_begin(i):
                continue
            j = i
            while j < len(self.tokens) and self._runs(i, j):
                j += 1
            while j > i and not self.tokens[j - 1].text[0].isalpha():
                j -= 1
            if not 0 < j - i <= 5 or any(self.taken[i:j]) or not self._is_new_name(i, j) or not self._is_one_line(i, j):
                continue
            key = " ".join(word for word in self.folded[i:j] if word and word not in HYPHENS)
            if not self.gazetteer.lookup_key(key) and self.gazetteer.alike(key, self.countries):
                yield self._toponym(i, j, None)

    def _toponym(self, first: int, last: int, line: FilingLine | None) -> Toponym:
        places = self._places(first, last)
        politic = any(place.kind == "country" or place.is_capital for place in places)
        return Toponym(
            first,
            last,
            self.document.words(first, last),
            cues.kind_asked(self.tokens, first, last, self.words),
            cues.offset(self.document.source.text, self.tokens[first].start),
            cues.is_near(self.tokens, first, last, self.words),
            cues.part(self.tokens, first, self.words),
            None,
            line is not None and line.first <= first < line.body,
            politic and cues.is_metonym(self.document, first, last, self.words),
            self._in_longer_name(last),
            cues.is_at_sea(self.document.source.text, self.tokens[first].start),
        )

    def _match(self, i: int) -> tuple[int, bool]:
        """Return the end of the longest name at token i, and whether it stands as a place."""
        longest = i
        for length in self.gazetteer.lengths(self.folded, i):
            j = i + length
            if any(self.taken[i:j]) or not self._is_one_line(i, j):
                continue
            places = self._places(i, j)
            if not places or not self._cased(i, j, places) or (length == 1 and self.folded[i] in ARTICLES):
                continue
            longest = max(longest, j)
            if self._stands(i, j, places):
                return j, True
            if self.tokens[i].text[0].isupper() and length > 1 and not places[0].is_common:
                break  # a shorter name within a longer one that does not stand is none either
        return longest, False

    def _in_longer_name(self, last: int) -> bool:
        after = self._neighbour(last, last - 1)
        return after is not None and after.folded not in self.words.kinds and after.folded not in NEVER

    def _owns(self, i: int) -> bool:
        """Tell whether a word is a country's genitive that has lost its apostrophe ("Syrias Idlib province")."""
        folded = self.folded[i]
        return folded.endswith("s") and any(
            place.kind == "country" and place.is_main for place in self.gazetteer.lookup_key(folded[:-1])
        )

    def _run_after_of(self, i: int) -> tuple[int, int] | None:
        if i + 2 < len(self.tokens) and self.folded[i + 1] == "of":
            j = i + 2
            while j < len(self.tokens) and self._runs(i + 2, j):
                j += 1
            return (i + 2, j) if i + 2 < j <= i + 7 else None
        return None

    def _run_before(self, i: int) -> tuple[int, int] | None:
        j = i
        while j > 0 and not self.heads[j] and (self.tokens[j - 1].text[0].isupper() or self._links(j - 1)):
            j -= 1
        while j < i and ((self.folded[j] in PARTICLES and not self._links(j)) or self.tokens[j].text in HYPHENS):
            j += 1
        return (j, i) if j < i and i - j <= 5 and not self.heads[j] else None

    def _links(self, i: int) -> bool:
        following = self.tokens[i + 1].text if i + 1 < len(self.tokens) else ""
        return self.tokens[i].text in HYPHENS or (self.folded[i] in ARTICLES and following in HYPHENS)


def _without_overlap(found: Iterable[Toponym]) -> list[Toponym]:
    kept: list[Toponym] = []
    for toponym in found:
        if kept and toponym.first < kept[-1].last:
            if not kept[-1].known and toponym.known and kept[-1].first == toponym.first:
                kept[-1] = toponym
            continue
        kept.append(toponym)
    return kept


def _shared_kinds(document: Document, found: list[Toponym]) -> list[Toponym]:
    """Give "X" of "X and Y provinces" the kind that stands behind Y."""
    for k in range(len(found) - 1, 0, -1):
        behind, ahead = found[k], found[k - 1]
        after = document.tokens[behind.last].folded if behind.last < len(document.tokens) else ""
        between = [token.folded for token in document.tokens[ahead.last : behind.first]]
        if (
            behind.kind_asked
            and after.endswith("s")
            and ahead.kind_asked is None
            and between in (["and"], [","], [",", "and"])
        ):
            found[k - 1] = replace(ahead, kind_asked=behind.kind_asked)
    return found


def _contained(document: Document, found: list[Toponym], words: PlaceWords) -> tuple[Toponym, ...]:
    """Say which toponym holds which: "Hit, Anbar", "Iraq's western Anbar province"."""
    tokens = document.tokens
    for k, toponym in enumerate(found):
        if toponym.offset is not None:
            found[k] = replace(toponym, modifier=k > 0 and _locates(document, found[k - 1], toponym))
        elif k and cues.is_bearing(tokens, found[k - 1].last, toponym.first):
            found[k] = replace(toponym, modifier=True)
            if found[k - 1].container is None and not found[k - 1].known:
                found[k - 1] = replace(found[k - 1], container=k)
        elif k + 1 < len(found) and cues.holds(tokens, toponym.last, found[k + 1].first, words):
            found[k] = replace(toponym, container=k + 1)
        elif k and found[k - 1].container != k and cues.is_held_by(tokens, found[k - 1].last, toponym.first, words):
            found[k] = replace(toponym, container=k - 1)
    return tuple(found)


def _locates(document: Document, located: Toponym, reference: Toponym) -> bool:
    """Tell whether a distance from one place only says where the place before it lies ("X, 30 km north of Y")."""
    between = document.tokens[located.last : reference.first]
    return 0 < len(between) <= 16 and between[0].text in {",", "("} and not any(t.text == "." for t in between)
