"""What the encoder reads: shapes, pieces, runs, and the answers of its weights on plain sentences."""

import numpy as np
import pytest
from msgspec import json

from dateline.extract.analyse import analyse
from dateline.extract.encoder.entities import entities
from dateline.extract.encoder.labels import ROLES, SPANS, STATUSES, SUB_TYPES, TOPICS
from dateline.extract.encoder.pieces import MOST, UNKNOWN, pieces
from dateline.extract.encoder.reading import Reading, Run, runs
from dateline.extract.encoder.shapes import SHAPES, shape
from dateline.extract.encoder.topic import topic_of, topics
from dateline.ingest.read import read_text

CASES = [
    ("said", "lower"),
    ("Gao", "title"),
    ("A", "title"),
    ("UN", "upper"),
    ("al-Asad", "mixed"),
    ("2,500", "digits"),
]
CASES += [("McCain", "mixed"), (",", "mark"), ("—", "mark"), ("3rd", "lower")]


def reading(text: str) -> Reading:
    return Reading(analyse(read_text(text)))


@pytest.mark.parametrize(("word", "name"), CASES)
def test_shapes(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name


def test_every_word_has_pieces() -> None:
    found = pieces(["Gunmen", "ambushed", "\u200b", "x" * 500, "ça"])
    assert all(found)
    assert found[2] == [UNKNOWN]
    assert max(map(len, found)) <= MOST


def test_runs_are_cut_where_one_begins() -> None:
    sure = np.array([0.9, 0.8, 0.1, 0.7, 0.7])
    assert [(r.first, r.last) for r in runs(sure, 0.5)] == [(0, 2), (3, 5)]
    begins = np.array([True, True, False, True, False])
    assert [(r.first, r.last) for r in runs(sure, 0.5, begins)] == [(0, 1), (1, 2), (3, 5)]
    assert list(runs(np.array([0.5]), 0.5)) == [Run(0, 1, 0.5)]
    assert list(runs(np.zeros(0), 0.5)) == []


def test_an_ambush_is_read() -> None:
    one = reading(
        "Gunmen ambushed an army convoy near Ansongo on Thursday morning, killing seven soldiers, police said."
    )
    document = one.document
    main = max(one.triggers(0.1), key=lambda asked: asked.trigger)
    assert "ambushed" in document.words(main.first, main.last)
    assert main.trigger > 0.5
    assert SUB_TYPES[int(main.sub_types.argmax())] == "Armed clash"
    assert STATUSES[int(main.statuses.argmax())] == "occurred"
    assert "Ansongo" in " ".join(document.words(r.first, r.last) for r in main.runs("place", 0.4))
    assert main.role("time")[8:10].mean() > 0.4
    assert document.words(*[(r.first, r.last) for r in one.tagged("cue", 0.5)][-1]) == "said"


def test_the_topic_of_a_flood_is_no_event() -> None:
    flood = "Floods after days of heavy rain have killed 40 people and swept away houses in northern Kenya."
    assert topic_of(reading(flood)) == "natural_disaster"
    assert topics(reading(flood)).sum() == pytest.approx(1.0, abs=1e-3)
    assert topic_of(reading(flood), without={"natural_disaster"}) in TOPICS


def test_names_are_found_that_no_lexicon_has() -> None:
    one = reading("Captain Idrissa Moumbouli of the Third Zandari Brigade spoke to reporters in Kolokossi on Friday.")
    found = {entity.label for entity in entities(one)}
    assert "Person" in found


def test_an_empty_text_and_one_of_marks_are_read() -> None:
    assert reading("...").triggers(0.5) == []
    assert len(reading("...").topics) == len(TOPICS)


def test_a_trigger_outside_the_report_is_an_error() -> None:
    with pytest.raises(ValueError, match="no words"):
        reading("A bomb went off.").ask(40, 41)


def test_labels_are_told_apart() -> None:
    assert len(set(SPANS)) == len(SPANS)
    assert len(set(ROLES)) == len(ROLES)
    assert json.encode(list(SPANS))
