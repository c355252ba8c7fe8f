"""Place resolution on LGL, TR-News and GeoWebNews, end to end from raw text, and on gold spans.

`python -m bench.geoparse --data DIR [--json]`, where DIR holds `lgl.xml`, `TR-News.xml` and `GWN.xml`.

`right_id` is the recall of gold toponyms with a GeoNames id: the share for which the finder's span overlaps the
gold span and the place has that id. The sources of the gazetteer tell no ids for regions outside the United States,
so a region with the gold's own name, country and class counts as the same feature. `within_161_km` is the recall of
gold toponyms with coordinates resolved to within 161 km (100 miles), where a country or region also counts as
reached by its id. `precision` is the share of the places given that a gold toponym confirms within 161 km,
and `f1` joins it with `within_161_km`. Nothing is left out of LGL's and TR-News' gold; of GeoWebNews' what is marked
as an adjective or as no place is. Dateline takes no demonym ("Georgian") for a place, so those count as missed;
`without_demonyms` has the same shares over the rest. `gold_spans` has them where the spans are given.
"""

from __future__ import annotations

import argparse
import json
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from dateline.extract.dateline_head import filing_line
from dateline.extract.document import Document, Token
from dateline.extract.sentences import sentences
from dateline.extract.toponyms import Toponym, toponyms
from dateline.lexicon.gazetteer import open_gazetteer
from dateline.lexicon.placewords import load_place_words
from dateline.lexicon.words import fold, phrase_key, word_spans
from dateline.model.report import Source
from dateline.model.values import Place
from dateline.resolve.distance import distance_km
from dateline.resolve.places import resolve_filing_line, resolve_places

FILES = {"lgl": "lgl.xml", "tr_news": "TR-News.xml", "geowebnews": "GWN.xml"}
NEAR_KM = 161.0


class Gold(NamedTuple):
    """One annotated toponym; `region` is (name, country's GeoNames id) of an administrative feature."""

    start: int
    end: int
    phrase: str
    geonames_id: str | None
    point: tuple[float, float] | None
    region: tuple[str, str] | None


class Article(NamedTuple):
    """One text with its gold toponyms."""

    text: str
    gold: tuple[Gold, ...]


def read(file: Path) -> Iterator[Article]:
    """Yield a corpus' articles; toponyms without a place and non-literal ones are left out."""
    for article in ET.parse(file).getroot():  # noqa: S314 - a corpus on disk that the caller chose
        text = article.findtext("text") or ""
        found = (_gold(node, text) for node in article.iter("toponym"))
        yield Article(text, tuple(gold for gold in found if gold is not None))


def _gold(node: ET.Element, text: str) -> Gold | None:
    start, end = int(node.findtext("start") or -1), int(node.findtext("end") or -1)
    tag = node.find("gaztag")
    if tag is None:
        if node.findtext("modifierType") in {"Adjective", "Demonym"} or node.findtext("nonLocational") == "Yes":
            return None
        identifier, lat, lon = (node.findtext(name) for name in ("geonamesID", "latitude", "longitude"))
        region = None
    else:
        identifier, lat, lon = tag.get("geonameid"), tag.findtext("lat"), tag.findtext("lon")
        country = tag.find("country")
        administrative = tag.findtext("fclass") == "A"
        region = (
            (tag.findtext("name") or "", country.get("geonameid", ""))
            if administrative and country is not None
            else None
        )
    if not (identifier and lat and lon) or start < 0:
        return None
    phrase = node.findtext("phrase") or node.findtext("extractedName") or ""
    if phrase and text[start:end] != phrase:  # some offsets were counted in another normalisation of the text
        starts = [i for i in range(max(0, start - 40), start + 40) if text.startswith(phrase, i)]
        start = min(starts, key=lambda i: abs(i - start), default=start)
        end = start + len(phrase)
    return Gold(start, end, text[start:end], identifier, (float(lat), float(lon)), region)


def document(text: str) -> Document:
    """Return a text as words and sentences; parts of speech are not needed here."""
    spans = list(word_spans(text))
    words = (Token(a, b, text[a:b], fold(text[a:b]), "X", "") for a, b in spans)
    source = Source(
        id="", uri=None, publisher=None, title=None, published_at=None, published_basis=None, language="en", text=text
    )
    return Document(source, tuple(words), sentences(text, spans))


def resolve(text: str, gold: tuple[Gold, ...] | None) -> list[tuple[int, int, Place]]:
    """Return (start, end, place) of what was found, or of the gold spans if these are given."""
    report = document(text)
    if not report.tokens:
        return []
    line = filing_line(report)
    home = resolve_filing_line(report, line) if line else None
    found = toponyms(report)
    if gold is not None:
        found = _on_gold(report, found, gold)
    resolved = zip(found, resolve_places(report, found, home), strict=True)
    return [
        (report.tokens[t.first].start, report.tokens[t.last - 1].end, r.place)
        for t, r in resolved
        if r.place is not None
    ]


def _on_gold(report: Document, found: tuple[Toponym, ...], gold: tuple[Gold, ...]) -> tuple[Toponym, ...]:
    """Return toponyms at the gold spans; what the finder read about a span is kept where they agree."""
    given: list[Toponym] = []
    for item in gold:
        inside = [i for i, t in enumerate(report.tokens) if t.start < item.end and t.end > item.start]
        if inside:
            first, last = inside[0], inside[-1] + 1
            same = next((t for t in found if t.first == first), None)
            kind = same.kind_asked if same else None
            given.append(Toponym(first, last, report.words(first, last), kind))
    for k in range(len(given) - 1):
        between = [t.text for t in report.tokens[given[k].last : given[k + 1].first]]
        if between == [","]:
            given[k] = Toponym(given[k].first, given[k].last, given[k].name, given[k].kind_asked, container=k + 1)
    return tuple(given)


def is_right(place: Place, gold: Gold, countries: dict[str, str]) -> bool:
    """Tell whether a place is the gold's own feature."""
    if place.gazetteer_id == f"geonames:{gold.geonames_id}":
        return True
    if gold.region is None or place.gazetteer_id is None or place.gazetteer_id.startswith("geonames:"):
        return False
    return countries.get(place.country or "") == gold.region[1] and same_name(place.name, gold.region[0])


def same_name(a: str, b: str) -> bool:
    """Tell whether two names of regions differ at most in the words that say what a region is."""
    terms = {
        "province",
        "state",
        "governorate",
        "region",
        "oblast",
        "district",
        "of",
        "republic",
        "department",
        "county",
    }
    first, second = (frozenset(phrase_key(name)) - terms for name in (a, b))
    return first == second


def is_near(place: Place, gold: Gold) -> bool:
    """Tell whether a place lies within 161 km of the gold's point."""
    if place.lat is None or place.lon is None or gold.point is None:
        return False
    return distance_km((place.lat, place.lon), gold.point) <= NEAR_KM


def countries_by_iso() -> dict[str, str]:
    """Return countries' GeoNames ids by ISO code."""
    gazetteer = open_gazetteer()
    isos = (a + b for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    known = ((iso, gazetteer.country(iso)) for iso in isos)
    return {iso: place.id.removeprefix("geonames:") for iso, place in known if place is not None}


def measure(
    articles: list[Article], *, gold_spans: bool
) -> tuple[Counter[str], float, list[tuple[Gold, Place | None]]]:
    """Return counts, seconds, and the gold toponyms that were missed or misplaced."""
    counts: Counter[str] = Counter()
    missed: list[tuple[Gold, Place | None]] = []
    countries, demonyms = countries_by_iso(), load_place_words().demonyms
    began = time.perf_counter()
    results = [resolve(article.text, article.gold if gold_spans else None) for article in articles]
    seconds = time.perf_counter() - began
    for article, found in zip(articles, results, strict=True):
        counts["found"] += len(found)
        confirmed = 0
        for gold in article.gold:
            demonym = fold(gold.phrase) in demonyms
            counts["gold"] += 1
            counts["gold_names"] += not demonym
            places = [place for start, end, place in found if start < gold.end and end > gold.start]
            right = any(is_right(place, gold, countries) for place in places)
            near = right or any(is_near(place, gold) for place in places)
            counts["right"] += right
            counts["near"] += near
            counts["right_names"] += right and not demonym
            counts["near_names"] += near and not demonym
            confirmed += near
            counts["spanned"] += bool(places)
            if not near:
                missed.append((gold, places[0] if places else None))
        counts["confirmed"] += min(confirmed, len(found))
    return counts, seconds, missed


def figures(counts: Counter[str]) -> dict[str, float]:
    """Return shares in percent."""
    gold, found = counts["gold"] or 1, counts["found"] or 1
    recall, precision = counts["near"] / gold, counts["confirmed"] / found
    return {
        "right_id": round(100 * counts["right"] / gold, 1),
        "within_161_km": round(100 * recall, 1),
        "spans_found": round(100 * counts["spanned"] / gold, 1),
        "precision": round(100 * precision, 1),
        "f1": round(100 * 2 * recall * precision / ((recall + precision) or 1), 1),
        "toponyms": counts["gold"],
        "right_id_without_demonyms": round(100 * counts["right_names"] / (counts["gold_names"] or 1), 1),
        "within_161_km_without_demonyms": round(100 * counts["near_names"] / (counts["gold_names"] or 1), 1),
    }


def main() -> None:
    """Print one JSON object, after the most frequent misses unless --json is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    totals: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    report: dict[str, object] = {}
    seconds = 0.0
    for name, file in FILES.items():
        path = options.data / file
        articles = list(read(path))
        shares: dict[str, object] = {}
        for gold_spans in (False, True):
            counts, taken, missed = measure(articles, gold_spans=gold_spans)
            totals[gold_spans] += counts
            if gold_spans:
                shares["gold_spans"] = figures(counts)
            else:
                shares |= figures(counts)
                seconds += taken
            if not options.json:
                print_misses(name, missed, gold_spans=gold_spans)
        report[name] = {**shares, "sha256": sha256(path.read_bytes()).hexdigest()}
    found = totals[False]["found"]
    whole = {**figures(totals[False]), "gold_spans": figures(totals[True]), "toponyms_per_s": round(found / seconds)}
    print(json.dumps({**whole, **report}))


def print_misses(corpus: str, missed: list[tuple[Gold, Place | None]], *, gold_spans: bool) -> None:
    """Print the names most often missed, and what they were taken for."""
    seen = Counter((g.phrase, f"{p.name}, {p.admin1}, {p.country}" if p else None) for g, p in missed)
    print(f"== {corpus}, gold spans: {gold_spans}: {len(missed)} missed")
    for (phrase, taken_for), count in seen.most_common(40):
        print(f"  {count:3} {phrase!r} -> {taken_for}")


if __name__ == "__main__":
    main()
