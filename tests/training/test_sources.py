"""Corpora as training examples: the words that each head should tell, and names swapped without losing any of them."""

import random
from pathlib import Path

import pytest

from corpus.snippets import parse
from dateline.extract.encoder.labels import ROLES, SPANS, STATUSES, SUB_TYPES, TOPICS
from training.encoder.example import Example, Range, Words
from training.encoder.recombine import names, recombined
from training.encoder.sources import from_record, from_snippet, own_reports, real_reports

DATA = Path(__file__).parents[3] / "shared" / "data"
LINE = (
    "[[Gunmen](perp 1) [shot dead](attack 1) [four](killed 1) [farmers](target 1) near [Gao](place 1)](content a), "
    "[police](source a; actor) [said](cue a). [The attack](same 1) shook Gao."
)


def told(example: Example, ranges: list[Range]) -> list[str]:
    return [" ".join(example.words[first:last]) for first, last in ranges]


def test_a_snippet_teaches_its_marks() -> None:
    example = from_snippet(parse(LINE, "here"))
    act, cue = example.queries
    assert (act.sub_type, act.status, told(example, act.trigger)) == ("Attack", "occurred", ["shot dead"])
    assert told(example, act.roles["perpetrator"]) == ["Gunmen"]
    assert told(example, act.roles["killed"]) == ["four"]
    assert told(example, act.roles["same"]) == ["The attack"]
    assert told(example, cue.roles["source"]) == ["police"]
    assert told(example, example.spans["trigger"]) == ["shot dead", "The attack"]
    assert example.topic == "Attack"


def test_every_report_and_snippet_has_its_place_among_the_labels() -> None:
    for record in own_reports("train"):
        example = from_record(record, "own")
        assert set(example.spans) <= set(SPANS)
        for query in example.queries:
            assert set(query.roles) <= set(ROLES)
            assert query.sub_type is None or query.sub_type in SUB_TYPES
            assert query.status is None or query.status in STATUSES
        assert example.topic is None or example.topic in TOPICS
        assert sum(query.sub_type is not None for query in example.queries) == len(record["events"])


def test_swapped_names_keep_every_mark_on_its_words() -> None:
    example = from_snippet(parse(LINE, "here"))
    pool = {"place": [["Ciudad", "Juárez"]], "party": [["Nobody"]]}
    made = recombined(example, pool, random.Random(1))
    assert made.source == "recombined"
    assert " ".join(made.words).count("Ciudad Juárez") == 2
    act = made.queries[0]
    assert told(made, act.roles["place"]) == ["Ciudad Juárez"]
    assert told(made, act.roles["same"]) == ["The attack"]
    assert told(made, made.spans["cue"]) == ["said"]
    assert made.sentences[-1][1] == len(made.words)


def test_names_are_those_of_places_and_parties() -> None:
    found = names([from_snippet(parse(LINE, "here"))])
    assert found == {"place": [["Gao"]], "party": [["Gunmen"]]}


def test_words_know_their_characters() -> None:
    words = Words("A bomb went off. A bomb!")
    assert words.range(2, 6) == (1, 2)
    assert words.range(6, 7) is None
    assert words.repeats([(0, 2)]) == [(5, 7)]


@pytest.mark.skipif(not (DATA / "fa_kes").is_dir(), reason="the public data does not lie beside this checkout")
def test_real_reports_are_dealt_by_incident() -> None:
    parts = {part: {record["id"] for record in real_reports(DATA, part)} for part in ("train", "dev", "test")}
    assert sum(map(len, parts.values())) == 529
    assert len(parts["test"]) >= 60
    assert not parts["train"] & parts["test"]
    assert not parts["dev"] & parts["test"]
