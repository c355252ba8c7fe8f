"""Hedges: every entry's own examples, through the counts that extraction reads."""

import pytest

from dateline.errors import LexiconError
from dateline.lexicon.hedges import HedgePhrases, VaguePhrases, load_hedges
from dateline.model.values import Quantity
from tests.texts import the_findings

ENTRIES = load_hedges().entries
VAGUE = [(phrase, entry) for entry in load_hedges().vague_entries for phrase in entry.phrases]
EXAMPLES = [(entry, sentence) for entry in ENTRIES for sentence in entry.matches]
OTHERS = [(entry, sentence) for entry in ENTRIES for sentence in entry.rejects]
LEAST = {"dozens": 24, "scores": 40, "hundreds": 200, "several": 2, "a number of": 2}


def counts(sentence: str) -> list[Quantity]:
    return [found.quantity for found in the_findings(sentence).quantities]


@pytest.mark.parametrize(("entry", "sentence"), EXAMPLES)
def test_an_entry_hedges_its_examples(entry: HedgePhrases, sentence: str) -> None:
    assert [count.hedge for count in counts(sentence)] == [entry.hedge]


@pytest.mark.parametrize(("entry", "sentence"), OTHERS)
def test_an_entry_leaves_the_numbers_of_others_alone(entry: HedgePhrases, sentence: str) -> None:
    assert [count.hedge for count in counts(sentence)] == ["exact"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.phrases[0])
def test_every_entry_shows_what_it_matches_and_what_not(entry: HedgePhrases) -> None:
    assert entry.matches
    assert entry.rejects


@pytest.mark.parametrize(
    ("entry", "phrase"), [(e, p) for e in ENTRIES for p in e.phrases if e.place == "before"], ids=lambda x: str(x)[:30]
)
def test_every_phrase_before_a_number_hedges_it(entry: HedgePhrases, phrase: str) -> None:
    [count] = counts(f"Officials say {phrase} 31 fighters died.")
    assert count.hedge == entry.hedge
    assert {count.min, count.max, count.best} - {None} == {31 + entry.step}
    assert count.text == f"{phrase} 31"


@pytest.mark.parametrize(
    ("entry", "phrase"), [(e, p) for e in ENTRIES for p in e.phrases if e.place == "after"], ids=lambda x: str(x)[:30]
)
def test_every_phrase_after_a_number_hedges_it(entry: HedgePhrases, phrase: str) -> None:
    [count] = counts(f"Officials say 31 {phrase} fighters died.")
    assert count.hedge == entry.hedge


@pytest.mark.parametrize(("phrase", "entry"), VAGUE, ids=lambda x: str(x)[:30])
def test_every_vague_phrase_has_its_least(phrase: str, entry: VaguePhrases) -> None:
    [count] = counts(f"Officials say {phrase} fighters died.")
    assert (count.min, count.max, count.best, count.hedge) == (entry.least, None, None, "vague")


@pytest.mark.parametrize(("phrase", "least"), LEAST.items())
def test_the_contract_fixes_the_least(phrase: str, least: int) -> None:
    assert [entry.least for entry in load_hedges().vague.get(phrase)] == [least]


def test_an_unknown_language_has_no_hedges() -> None:
    with pytest.raises(LexiconError):
        load_hedges("xx")
