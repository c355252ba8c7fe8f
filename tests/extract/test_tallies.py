"""Figures of sentences: what is counted over time, and what is the toll of one event and must be left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.analyse import analyse
from dateline.extract.findings import Findings
from dateline.extract.frames import told
from dateline.extract.tallies import Tally, is_tally, tallies
from dateline.ingest.read import read_text
from dateline.lexicon.tally_words import TallyClass, load_tally_classes


def read(text: str) -> list[Tally]:
    findings = Findings(analyse(read_text(text)))
    return [t for s in findings.document.sentences for t in tallies(findings, told(findings, s))]


def counts(text: str) -> bool:
    findings = Findings(analyse(read_text(text)))
    return any(is_tally(findings, told(findings, s)) for s in findings.document.sentences)


CASES = [
    # text, kind, number or least, hedge, what
    (
        "More than 400,000 people have been killed since the war began in 2011.",
        "casualty_tally",
        400_001,
        "at_least",
        "people killed since the war began in 2011",
    ),
    (
        "Fighting in the region has claimed more than 9,000 lives since April 2014.",
        "casualty_tally",
        9_001,
        "at_least",
        "people killed since April 2014",
    ),
    (
        "Over 60 militants have been killed in the valley since January.",
        "casualty_tally",
        61,
        "at_least",
        "militants killed since January",
    ),
    (
        "Shelling of the district in the last two weeks has killed more than 100 people.",
        "casualty_tally",
        101,
        "at_least",
        "people killed in the last two weeks",
    ),
    ("The war has displaced millions.", "displacement", 2_000_000, "vague", "people displaced in the war"),
    ("The fighting forced tens of thousands to flee their homes.", "displacement", 20_000, "vague", "people who fled"),
    ("Over 18,000 civilians left Mosul.", "displacement", 18_001, "at_least", "civilians who left"),
    ("Jets carried out 468 sorties in the past week.", "attack_tally", 468, "exact", "sorties in the past week"),
    ("Monitors recorded 135 attacks on clinics in 2015.", "attack_tally", 135, "exact", "attacks"),
    (
        "The rebels bombed the pipeline at least 89 times last year.",
        "attack_tally",
        89,
        "at_least",
        "times that they bombed the pipeline",
    ),
    (
        "It was the fifth missile that the group had launched in two days.",
        "attack_tally",
        5,
        "exact",
        "missiles in two days",
    ),
    ("Between 3,000 and 4,000 soldiers are fighting at their side.", "force_level", 3_000, "range", "soldiers"),
    ("He put the number of his fighters at well over 100,000.", "force_level", 100_001, "at_least", "fighters"),
    ("Some 250,000 people live in the rebel-held districts.", "other", 250_000, "about", "people living there"),
]


@pytest.mark.parametrize(("text", "kind", "least", "hedge", "what"), CASES)
def test_a_figure_is_its_kind_its_count_with_hedge_and_words(
    text: str, kind: str, least: int, hedge: str, what: str
) -> None:
    [tally] = read(text)
    quantity = tally.quantity
    assert (tally.kind, quantity.best or quantity.min, quantity.hedge) == (kind, least, hedge)
    assert tally.what == what


SEVERAL = [
    # text, kinds and counts in text order
    (
        "More than 300,000 people have been killed and millions displaced since the conflict erupted in March 2011.",
        [("casualty_tally", 300_001, "at_least"), ("displacement", 2_000_000, "vague")],
    ),
    (
        "Since Thursday bombing has killed 44 civilians including 11 women.",
        [("casualty_tally", 44, "exact"), ("casualty_tally", 11, "exact")],
    ),
    (
        "Around 2,500 American troops in Iraq and 900 in Syria are leading a coalition.",
        [("force_level", 2_500, "about"), ("force_level", 900, "about")],
    ),
    ("The gunmen burned at least 45 houses and 34 vehicles.", [("other", 45, "at_least"), ("other", 34, "at_least")]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_counts_in_one_sentence_are_each_a_figure(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = [(t.kind, t.quantity.best or t.quantity.min, t.quantity.hedge) for t in read(text)]
    assert found == expected


NONE = [
    "A car bomb killed 12 people and wounded 30 in Baghdad on Monday.",
    "Ten air raids hit the town on Thursday.",
    "It was the worst attack since 2014, and 17 people were killed.",
    "It was the second raid this month after at least 17 people were killed in the south.",
    "Two suspects fled the scene.",
    "The strike destroyed two houses.",
    "The team won three times.",
]


@pytest.mark.parametrize("text", NONE)
def test_the_toll_of_one_event_is_no_figure(text: str) -> None:
    assert read(text) == []
    assert not counts(text)


def test_a_sentence_that_counts_the_dead_of_a_war_tells_no_event() -> None:
    assert counts("More than 300,000 people have been killed since the conflict began in March 2011.")


def test_a_tally_of_attacks_keeps_who_struck_whom_with_what_and_since_when() -> None:
    [tally] = read(
        "American troops and bases in Iraq have come under about 140 rocket and drone attacks since mid-October."
    )
    assert tally.kind == "attack_tally"
    assert tally.targets
    assert tally.weapons
    assert tally.since is not None


@pytest.mark.parametrize("entry", load_tally_classes(), ids=lambda entry: entry.name)
def test_examples_of_the_lexicon_hold(entry: TallyClass) -> None:
    for text in entry.matches:
        assert entry.figure in {t.kind for t in read(text)}, text
    for text in entry.rejects:
        assert entry.figure not in {t.kind for t in read(text)}, text


@given(st.integers(min_value=10_000, max_value=5_000_000))
def test_however_many_died_in_a_war_the_count_is_kept(number: int) -> None:
    [tally] = read(f"The war has killed {number:,} people.")
    assert (tally.kind, tally.quantity.best) == ("casualty_tally", number)


@given(st.text(alphabet="abc ,.;:\"'0123456789\n-killed", max_size=60))
def test_any_text_is_read_and_every_figure_lies_in_it(text: str) -> None:
    findings = Findings(analyse(read_text(f"Rebels: {text}")))
    for sentence in findings.document.sentences:
        for tally in tallies(findings, told(findings, sentence)):
            assert sentence.first <= tally.first <= tally.at < tally.last <= sentence.last
