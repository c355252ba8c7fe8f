"""The compiled gazetteer: look-ups, longest match, other spellings, and a build that is all or nothing."""

import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import LexiconError
from dateline.lexicon import build_gazetteer
from dateline.lexicon.gazetteer import SCHEMA, Gazetteer, gazetteer_file, open_gazetteer
from dateline.lexicon.gazetteer_rows import rows
from dateline.lexicon.placewords import load_place_words
from dateline.lexicon.words import phrase_key

GAZETTEER = open_gazetteer()

FIRST = [
    # name              id                          kind       country
    ("Iraq", "geonames:99237", "country", "IQ"),
    ("US", "geonames:6252001", "country", "US"),
    ("U.S.", "geonames:6252001", "country", "US"),
    ("Baghdad", "geonames:98182", "city", "IQ"),
    ("BAGHDAD", "geonames:98182", "city", "IQ"),
    ("Al-Mayadin", "geonames:173480", "city", "SY"),
    ("Mayadin", "geonames:173480", "city", "SY"),
    ("Deir al-Zour", "geonames:170794", "city", "SY"),
    ("Hodeidah", "geonames:79415", "city", "YE"),
    ("Kiev", "geonames:703448", "city", "UA"),
    ("Rapides Parish", "geonames-adm2:US.LA.rapides-parish", "district", "US"),
    ("W.Va.", "geonames:4826850", "admin1", "US"),
    ("Baghdad International Airport", "dateline:baghdad-international-airport", "airport", "IQ"),
]


@pytest.mark.parametrize(("name", "identifier", "kind", "country"), FIRST)
def test_a_name_leads_to_its_place(name: str, identifier: str, kind: str, country: str) -> None:
    [first] = [place for place in GAZETTEER.lookup(name) if place.id == identifier]
    assert (first.kind, first.country) == (kind, country)


def test_places_come_by_population() -> None:
    people = [place.population for place in GAZETTEER.lookup("Springfield")]
    assert len(people) > 5
    assert people == sorted(people, reverse=True)


def test_nothing_bears_a_name_that_nothing_bears() -> None:
    assert GAZETTEER.lookup("Qwzxbury") == ()
    assert GAZETTEER.lookup("") == ()
    assert GAZETTEER.place("geonames:0") is None
    assert GAZETTEER.country("ZZ") is None


@pytest.mark.parametrize("demonym", ["Iraqi", "Syrian", "Georgian", "Israelis"])
def test_demonyms_are_no_places(demonym: str) -> None:
    assert GAZETTEER.lookup(demonym) == ()


def test_a_place_is_found_by_its_id() -> None:
    place = GAZETTEER.place("dateline:al-asad-airbase")
    assert place is not None
    assert (place.name, place.admin1, place.is_curated, place.is_facility) == ("al-Asad Airbase", "Anbar", True, True)


def test_a_capital_and_a_common_word_are_marked() -> None:
    [damascus] = [p for p in GAZETTEER.lookup("Damascus") if p.id == "geonames:170654"]
    [hit] = [p for p in GAZETTEER.lookup("Hit") if p.country == "IQ"]
    assert damascus.is_capital
    assert not damascus.is_common
    assert hit.is_common
    assert not hit.is_capital


@pytest.mark.parametrize(
    ("words", "at", "length"),
    [
        (["in", "al", "-", "asad", "airbase", "on"], 1, 4),
        (["new", "york", "city", "hall"], 0, 3),
        (["the", "gaza", "strip"], 1, 2),
        (["nowhere", "qwzx"], 1, 0),
    ],
)
def test_the_longest_name_is_measured_in_words(words: list[str], at: int, length: int) -> None:
    assert GAZETTEER.longest(words, at) == length


@given(st.lists(st.sampled_from("the gaza strip al - asad new york qwzx of".split()), min_size=1, max_size=8))
def test_a_match_lies_within_the_words(words: list[str]) -> None:
    for at in range(len(words)):
        assert 0 <= GAZETTEER.longest(words, at) <= len(words) - at


@pytest.mark.parametrize(
    ("name", "countries", "found"),
    [
        ("Talbeesah", ["SY"], True),
        ("Talbeesah", ["FR"], False),
        ("Talbeesah", [], False),
        ("ab", ["SY"], False),
        ("Qrxtplk", ["SY"], False),
    ],
)
def test_other_spellings_are_found_in_the_report_s_countries(name: str, countries: list[str], found: bool) -> None:
    other = GAZETTEER.alike(" ".join(phrase_key(name)), countries)
    assert (other is not None) is found


def test_look_ups_are_fast() -> None:
    with sqlite3.connect(f"{gazetteer_file().as_uri()}?mode=ro", uri=True) as connection:
        keys = [key for [key] in connection.execute("SELECT key FROM name LIMIT 20000")]
    connection.close()
    fresh = open_gazetteer.__wrapped__(gazetteer_file())
    began = time.perf_counter()
    for key in keys:
        fresh.lookup_key(key)
    assert len(keys) / (time.perf_counter() - began) > 10_000  # some 100,000 a second where nothing else runs


def test_a_missing_gazetteer_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="make setup"):
        open_gazetteer(tmp_path / "none.sqlite")


def test_a_file_that_is_no_gazetteer_says_what_to_run(tmp_path: Path) -> None:
    file = tmp_path / "bad.sqlite"
    file.write_bytes(b"not a database, but long enough to be looked at as one" * 40)
    with pytest.raises(LexiconError, match="make setup"):
        open_gazetteer(file)


def test_a_gazetteer_of_another_format_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "old.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE meta (name TEXT, value TEXT)")
        connection.execute("INSERT INTO meta VALUES ('schema', ?)", (str(SCHEMA - 1),))
    connection.close()
    with pytest.raises(LexiconError, match=f"format {SCHEMA - 1}"):
        open_gazetteer(file)


def test_the_built_file_is_current_and_small() -> None:
    assert build_gazetteer.is_current(gazetteer_file(), build_gazetteer.digest()), "run: make setup"
    assert gazetteer_file().stat().st_size < 60e6
    assert build_gazetteer.build(gazetteer_file()) is None


def test_a_build_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(target: Path, fingerprint: str) -> int:
        target.write_bytes(b"half")
        raise RuntimeError

    monkeypatch.setattr(build_gazetteer, "compile_gazetteer", fail)
    with pytest.raises(RuntimeError):
        build_gazetteer.build(tmp_path / "gazetteer.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_not_current(tmp_path: Path) -> None:
    file = tmp_path / "gazetteer.sqlite"
    assert not build_gazetteer.is_current(file, "x")
    file.write_bytes(b"not a database, but long enough to be looked at as one" * 40)
    assert not build_gazetteer.is_current(file, "x")


def test_a_build_replaces_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "gazetteer.sqlite"
    file.write_bytes(b"")
    few = [row for row in rows(load_place_words()) if row.kind == "country"]
    monkeypatch.setattr(build_gazetteer, "rows", lambda _: iter([*few, few[0]]))
    assert build_gazetteer.build(file, force=True) == len(few)
    gazetteer: Gazetteer = open_gazetteer(file)
    assert gazetteer.lookup("Yemen")[0].country == "YE"
    assert build_gazetteer.build(file) is None
