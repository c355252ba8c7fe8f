"""The page on the lexicons: its files and keys are those that are read, and its examples come out."""

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from dateline.lexicon.actor_entries import ActorEntry, read_entries
from dateline.lexicon.actors import compile_actors
from dateline.lexicon.facilities import Facility
from dateline.lexicon.forces import state_force
from dateline.lexicon.triggers import TriggerClass
from dateline.lexicon.words import word_spans

ROOT = Path(__file__).parents[2]
LEXICON = ROOT / "src" / "dateline" / "lexicon"
PAGE = (ROOT / "docs" / "lexicon.md").read_text(encoding="utf-8")
BLOCKS = [tomllib.loads(block) for block in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)]
ROWS = re.findall(r"^\| `([\w/*.]+\.toml)` \|.*\| ([^|]*) \|$", PAGE, re.MULTILINE)
ACTOR = next(msgspec.convert(b["entry"][0], ActorEntry) for b in BLOCKS if "id" in b.get("entry", [{}])[0])


def test_every_file_is_in_its_table() -> None:
    listed = {file for name, _ in ROWS for file in (LEXICON / "en").glob(name)}
    assert listed == set((LEXICON / "en").rglob("*.toml"))


@pytest.mark.parametrize(("name", "loaders"), ROWS, ids=[name for name, _ in ROWS])
def test_every_loader_in_its_table_exists(name: str, loaders: str) -> None:
    modules = re.findall(r"`(\w+\.py)`", loaders)
    assert modules
    assert all((LEXICON / module).is_file() for module in modules), name


@pytest.mark.parametrize(
    ("example", "expected"), [*((e, True) for e in ACTOR.matches), *((e, False) for e in ACTOR.rejects)]
)
def test_its_armed_group_matches_and_rejects_its_examples(example: str, expected: bool) -> None:
    lexicon = compile_actors([*read_entries(), ACTOR], {})
    text, _, about = example.removesuffix("]").partition(" [")
    words = [text[start:end] for start, end in word_spans(text)]
    hits = lexicon.find(words, about.split() or ACTOR.bound_to)
    assert any(name.actor.id == ACTOR.id for hit in hits for name in hit.entries) is expected


def test_its_place_and_its_class_of_acts_are_of_the_layouts_that_are_read() -> None:
    [place] = [msgspec.convert(b["entry"][0], Facility) for b in BLOCKS if "at" in b.get("entry", [{}])[0]]
    [act] = [msgspec.convert(b["class"][0], TriggerClass) for b in BLOCKS if "class" in b]
    assert place.geo_precision == 1
    assert "Dry Lake airfield" in place.names()
    assert act.strength == 3


def test_its_force_by_rule_is_the_one_that_it_names() -> None:
    assert state_force("TD", "gendarmes").actor_id == "state:TD:gendarmerie"
    assert "state:TD:gendarmerie" in PAGE
