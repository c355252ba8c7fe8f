"""Other spellings of a name: words that stand for one another, articles, and how many are made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.respelling import MOST, respelled, spelling_table
from dateline.lexicon.words import fold

TABLE = spelling_table(["hizb hezb hizbu", "mohammed muhammad mohamed", "sham shaam", "jaysh jaish jeish"])
SPELLINGS = [
    # name                      among its spellings
    ("Jaysh al-Islam", "Jaish al-Islam"),
    ("Jaysh al-Islam", "Jeish el-Islam"),
    ("Jaysh al-Islam", "Jaysh el-Islam"),
    ("Hezb-e Islami", "Hizb-e Islami"),
    ("Ahrar al-Sham", "Ahrar ash-Sham"),
    ("Ahrar al-Sham", "Ahrar al-Shaam"),
    ("Ansar al-Din", "Ansar ad-Din"),
    ("Mohammed Deif", "Muhammad Deif"),
    ("MOHAMMED DEIF", "MUHAMMAD DEIF"),
    ("mohammed deif", "muhammad deif"),
    ("Lord's Resistance Army", "Lords Resistance Army"),
    ("Front for the Liberation", "Front for Liberation"),
]
ALONE = ["Boko Haram", "M23", "Wagner", ""]
NOT_MADE = [
    ("Ansar al-Islam", "Ansar ai-Islam"),  # no sun letter follows
    ("Mohammedan", "Muhammadan"),  # another word
]


@pytest.mark.parametrize(("name", "spelling"), SPELLINGS)
def test_makes_the_spellings_of_the_press(name: str, spelling: str) -> None:
    assert spelling in respelled(name, TABLE)


@pytest.mark.parametrize("name", ALONE)
def test_a_name_without_words_of_the_table_has_one_spelling(name: str) -> None:
    assert respelled(name, TABLE) == ()


@pytest.mark.parametrize(("name", "spelling"), NOT_MADE)
def test_makes_no_other_name(name: str, spelling: str) -> None:
    assert spelling not in respelled(name, TABLE)


def test_a_word_in_two_groups_has_the_spellings_of_both() -> None:
    table = spelling_table(["saud saoud", "saud sood"])
    assert table["saud"] == ("saoud", "sood")


def test_spellings_with_fewer_changes_come_first() -> None:
    made = respelled("Jaysh Mohammed", TABLE)
    changed = [sum(word not in {"Jaysh", "Mohammed"} for word in name.split()) for name in made]
    assert changed == sorted(changed)


@given(st.lists(st.sampled_from(["al", "Hizb", "Mohammed", "Sham", "Jaysh", "of", "Army"]), min_size=1, max_size=6))
def test_spellings_differ_from_the_name_and_from_one_another(words: list[str]) -> None:
    name = " ".join(words)
    made = respelled(name, TABLE)
    assert len(made) <= MOST
    assert len(set(made)) == len(made)
    assert name not in made


@given(st.lists(st.text("abcdefg", min_size=1, max_size=4), min_size=2, max_size=4, unique=True))
def test_words_of_a_group_stand_for_one_another(words: list[str]) -> None:
    table = spelling_table([" ".join(words)])
    for word in words:
        assert {word, *table[fold(word)]} >= set(words)
