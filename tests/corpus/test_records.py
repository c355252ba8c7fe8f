"""The golden reports compile to records of the contract, and mistakes in them are told by file and quote."""

import json
import re
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

import corpus.records
from corpus.quotes import CorpusError, Json
from corpus.records import load, load_all
from dateline.lexicon.words import word_spans
from dateline.model.codes import EVENT_TYPE
from dateline.model.report import Report

ROOT = Path(__file__).parents[2]
PARTS = ("golden", "train", "dev", "test")
GOLDEN = sorted(file for part in PARTS for file in (ROOT / "corpus" / part).glob("*.toml"))
SCHEMA = next(ROOT.parent.glob("*/contract/interchange.schema.json"), None)  # where it lies beside the repository
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

HEAD = 'about = "a test"\npublished = "2024-01-21"\n'
TEXT = 'text = "On Friday rebels shelled Homs. Rebels again shelled Romans. 12 died, 2 of them in Homs."\n'
SHELLED = """
[[event]]
sub_event_type = "Shelling/artillery/missile attack"
trigger = "shelled"
quotes = ["rebels shelled Homs"]
"""


def compiled(folder: Path, toml: str) -> Json:
    path = folder / "report.toml"
    path.write_text(toml, encoding="utf-8")
    return load(path)


def parts(value: Any) -> Iterator[Json]:
    """Yield every object in a record."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from parts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from parts(inner)


@pytest.fixture(params=GOLDEN, ids=lambda path: path.stem)
def golden(request: pytest.FixtureRequest) -> Json:
    """One golden report's record."""
    return load(request.param)


def test_decodes_as_a_report(golden: Json) -> None:
    report = msgspec.json.decode(msgspec.json.encode(golden), type=Report)
    assert report.id == golden["id"]


@pytest.mark.skipif(SCHEMA is None, reason="the contract's schema lies outside the repository")
def test_keeps_the_contract(golden: Json) -> None:
    assert SCHEMA is not None
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator({**schema["$defs"]["Report"], "$defs": schema["$defs"]})
    assert [f"{e.json_path}: {e.message}" for e in check.iter_errors(golden)] == []


def test_every_span_is_its_quote(golden: Json) -> None:
    spans = [part for part in parts(golden) if "quote" in part]
    assert spans
    for span in spans:
        assert golden["text"][span["start"] : span["end"]] == span["quote"]


def test_every_value_has_evidence(golden: Json) -> None:
    assert all(part["evidence"] for part in parts(golden) if "evidence" in part)


def test_spans_begin_and_end_at_words(golden: Json) -> None:
    spans = list(word_spans(golden["text"]))
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    for part in parts(golden):
        if "quote" in part:
            assert part["start"] in starts, part
            assert part["end"] in ends or golden["text"][part["end"]] == ".", part


def test_text_needs_no_cleaning(golden: Json) -> None:
    text = golden["text"]
    assert text == text.strip()
    assert not re.search(r"[^\S\n ]|  | \n|\n |\n\n", text)


def test_events_are_of_the_type_of_their_sub_type(golden: Json) -> None:
    for event in golden["events"]:
        assert EVENT_TYPE[event["sub_event_type"]] == event["event_type"]


def test_trigger_lies_in_the_evidence(golden: Json) -> None:
    for event in golden["events"]:
        trigger = event["trigger"]
        assert any(e["start"] <= trigger["start"] and trigger["end"] <= e["end"] for e in event["evidence"])


def test_best_is_set_for_exact_and_about_alone(golden: Json) -> None:
    for part in parts(golden):
        if "hedge" in part:
            assert (part["best"] is not None) == (part["hedge"] in {"exact", "about", "none"}), part
            assert part["hedge"] != "range" or part["min"] < part["max"]


def test_claims_and_allegations_name_who_says_so(golden: Json) -> None:
    for part in parts(golden):
        if part.get("certainty") in {"claimed", "alleged"}:
            assert part["according_to"], part


def test_claimants_are_perpetrators_or_were_named(golden: Json) -> None:
    for event in golden["events"]:
        claimants = {r["speaker"]["name"] for r in event["responsibility"] if r["stance"] == "claims"}
        assert claimants <= {party["name"] for party in event["perpetrators"]}


def test_days_fall_on_the_weekday_that_is_named(golden: Json) -> None:
    for part in parts(golden):
        named = {d for d in WEEKDAYS if d in part.get("text", "").lower()} if "precision" in part else set()
        ends = [part["start"], part["end"]] if named and len(part["start"] or "") >= 10 else []
        days = {WEEKDAYS[date.fromisoformat(end[:10]).weekday()] for end in ends if end}
        assert not days or named & days, part


def test_times_do_not_run_backwards(golden: Json) -> None:
    for part in parts(golden):
        if "precision" in part and part["start"] and part["end"]:
            assert part["start"] < part["end"]


def test_precision_is_no_finer_than_the_value(golden: Json) -> None:
    shapes = {"month": 7, "year": 4, "day": 10, "week": 10}
    for part in parts(golden):
        if "precision" in part:
            start, precision = part["start"], part["precision"]
            assert (start is None) == (precision == "unknown"), part
            assert start is None or len(start) == shapes.get(precision, 25), part


def test_coordinates_are_on_earth_and_agree_on_one_name(golden: Json) -> None:
    known: dict[str, tuple[float, float]] = {}
    for part in parts(golden):
        if "geo_precision" in part and part["lat"] is not None:
            assert abs(part["lat"]) <= 90
            assert abs(part["lon"]) <= 180
            assert known.setdefault(part["name"], (part["lat"], part["lon"])) == (part["lat"], part["lon"])


def test_golden_reports_are_varied_enough() -> None:
    records = load_all(ROOT / "corpus" / "golden")
    assert len({record["id"] for record in records}) == len(records) >= 26
    assert {e["event_type"] for r in records for e in r["events"]} == set(EVENT_TYPE.values())
    assert any(not r["events"] for r in records)


def test_the_example_of_the_manual_compiles(tmp_path: Path) -> None:
    manual = corpus.records.__doc__ or ""
    example = manual[manual.index("    about =") : manual.index("The file is TOML")]
    record = compiled(tmp_path, textwrap.dedent(example))
    [event] = record["events"]
    assert event["time"]["start"] == "2024-01-20T18:00:00+03:00"
    assert event["time"]["end"] == "2024-01-20T22:00:00+03:00"
    assert event["responsibility"][0]["speaker"]["evidence"][0]["quote"] == "Islamic Resistance in Iraq"
    assert record["figures"][0]["quantity"]["text"] == "Three"


QUOTES = [
    # quote                                        where it stands
    ('"Homs"', 25),
    ('["Homs", 2]', 82),
    ('["Homs", "2 of them in Homs"]', 82),
    ('["shelled", "Rebels again shelled Romans"]', 44),
    ('"2"', 69),
]


@pytest.mark.parametrize(("quote", "start"), QUOTES)
def test_finds_a_quote(tmp_path: Path, quote: str, start: int) -> None:
    record = compiled(tmp_path, HEAD + f"repeats = [{quote}]\n" + TEXT)
    assert record["repeats"][0]["start"] == start


MISTAKES = [
    # what is wrong                                           words of the error
    ('repeats = ["Hama"]', "'Hama'"),
    ('repeats = ["Roman"]', "'Roman'"),
    ('repeats = [""]', "''"),
    ('repeats = [["Homs", 3]]', "occurrence 3 of this quote is not in the text: 'Homs'"),
    ('repeats = [["Homs", "Romans"]]', "'Homs'"),
    ("repeats = [7]", "not a quote: 7"),
    ('tilte = "x"', "unknown keys: tilte"),
    ('text = "Homs', "Unterminated string"),
    ('language = ["en"]', "language"),
    (SHELLED.replace("Shelling", "Shooting"), "no such sub-event type"),
    (SHELLED + 'time = {start = "2024-01-19T10:00", text = "Friday"}', "without a timezone"),
    (SHELLED + 'time = {start = "2024-01-19", part = "noon", text = "Friday"}', "'noon'"),
    (SHELLED + 'time = {start = "2024-01-19", text = "Monday"}', "'Monday'"),
    (SHELLED + 'place = {country = "SY"}', "place has no 'name'"),
    (SHELLED + 'place = "homs"', "no 'homs' under [place]"),
    (SHELLED + "targets = [7]", "party is not a table"),
    (SHELLED + 'casualties = [{kind = "killed", group = "people", quote = "12"}]', "has none"),
    (SHELLED + 'casualties = [{kind = "hurt", group = "people", quote = "12", n = 12}]', "Invalid enum"),
    (SHELLED.replace('trigger = "shelled"', ""), "event e1 has no 'trigger'"),
]


@pytest.mark.parametrize(("mistake", "words"), MISTAKES)
def test_tells_what_is_wrong_and_in_which_file(tmp_path: Path, mistake: str, words: str) -> None:
    toml = HEAD + mistake if mistake.startswith("text") else HEAD + TEXT + mistake
    with pytest.raises(CorpusError) as error:
        compiled(tmp_path, toml)
    assert words in str(error.value)
    assert str(error.value).startswith(str(tmp_path / "report.toml"))


QUANTITIES = [
    ("n = 12", (12, 12, 12, "exact")),
    ("at_least = 12", (12, None, None, "at_least")),
    ("at_most = 12", (None, 12, None, "at_most")),
    ("about = 12", (None, None, 12, "about")),
    ("range = [2, 12]", (2, 12, None, "range")),
    ("vague = 2", (2, None, None, "vague")),
    ("vague = 0", (None, None, None, "vague")),
    ("none = true", (0, 0, 0, "none")),
]


@pytest.mark.parametrize(("key", "expected"), QUANTITIES)
def test_reads_a_quantity(tmp_path: Path, key: str, expected: tuple[object, ...]) -> None:
    row = f'casualties = [{{kind = "killed", group = "people", quote = "12 died", words = "12", {key}}}]'
    quantity = compiled(tmp_path, HEAD + TEXT + SHELLED + row)["events"][0]["casualties"][0]["quantity"]
    assert tuple(quantity[k] for k in ("min", "max", "best", "hedge")) == expected
    assert quantity["text"] == "12"


def test_a_named_party_is_a_start_that_a_table_may_change(tmp_path: Path) -> None:
    named = '[party]\nrebels = {name = "Rebels", kind = "rebel_group", quote = "rebels"}\n'
    use = 'perpetrators = ["rebels", {party = "rebels", certainty = "suspected", quotes = ["Rebels again"]}]'
    plain, changed = compiled(tmp_path, HEAD + TEXT + named + SHELLED + use)["events"][0]["perpetrators"]
    assert (plain["certainty"], plain["evidence"][0]["quote"]) == ("asserted", "rebels")
    assert (changed["certainty"], changed["evidence"][0]["quote"]) == ("suspected", "Rebels again")
    assert changed["kind"] == "rebel_group"


def test_an_event_without_a_time_is_bounded_by_publication_alone(tmp_path: Path) -> None:
    time = compiled(tmp_path, HEAD + TEXT + SHELLED)["events"][0]["time"]
    assert (time["start"], time["precision"], time["basis"]) == (None, "unknown", "publication")
