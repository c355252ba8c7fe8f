"""Zones exist, eras are dated, and their examples hold."""

from zoneinfo import available_timezones

import pytest

from dateline.lexicon.times import Era, load_times
from dateline.lexicon.words import fold, word_spans

LEXICON = load_times()


def named(text: str) -> list[Era]:
    folded = [fold(text[start:end]) for start, end in word_spans(text)]
    return [era for hit in LEXICON.eras.find(folded) for era in hit.entries]


@pytest.mark.parametrize("era", LEXICON.entries, ids=lambda era: era.phrases[0])
def test_examples(era: Era) -> None:
    for text in era.matches + era.phrases:
        assert era in named(text)
    for text in era.rejects:
        assert era not in named(text)


def test_at_least_forty_eras_are_known() -> None:
    assert len(LEXICON.entries) >= 40


def test_every_zone_is_in_the_iana_database() -> None:
    assert set(LEXICON.zones.values()) <= available_timezones()


def test_names_of_zones_are_folded() -> None:
    assert all(name == " ".join(fold(word) for word in name.split()) for name in LEXICON.zones)
