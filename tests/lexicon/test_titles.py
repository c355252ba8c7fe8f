"""Titles: ranks with their points, posts with their deputies, sources without names."""

import pytest

from dateline.lexicon.forms import Exclusion
from dateline.lexicon.titles import Title, load_title_modifiers, load_titles
from dateline.lexicon.words import phrase_key
from tests.lexicon.found import found

TITLES = load_titles()
ENTRIES = list(dict.fromkeys(title for titles in TITLES._entries.values() for title in titles))  # noqa: SLF001
EXCLUSIONS = list(dict.fromkeys(exclusion for title in ENTRIES for exclusion in title.exclusions))


def titles(sentence: str) -> list[str]:
    """Return the words of the titles that stand in a sentence."""
    return [
        at.surface
        for at, entries in found(TITLES, sentence)
        if any(t.fits(at.surface) and t.allowed(at.surface, at.before, at.after) for t in entries)
    ]


CASES = [
    ("President", "post"),
    ("Prime Minister", "post"),
    ("Defence Minister", "post"),
    ("Minister of Defense", "post"),
    ("Deputy Defence Minister", "post"),
    ("spokesman", "post"),
    ("spokesperson", "post"),
    ("Press Secretary", "post"),
    ("Deputy Press Secretary", "post"),
    ("Maj. Gen.", "rank"),
    ("Lt. Col.", "rank"),
    ("General", "rank"),
    ("Dr.", "honorific"),
    ("Ayatollah", "honorific"),
    ("governor", "post"),
    ("mayor", "post"),
    ("police chief", "post"),
    ("head of", "post"),
    ("eyewitness", "source"),
    ("witnesses", "source"),
    ("resident", "source"),
    ("local official", "source"),
    ("security source", "source"),
    ("medical sources", "source"),
    ("hospital official", "source"),
]


@pytest.mark.parametrize(("phrase", "kind"), CASES)
def test_a_title_has_its_kind(phrase: str, kind: str) -> None:
    [title] = TITLES.get(phrase)
    assert title.kind == kind


def test_an_activist_may_be_named_or_not() -> None:
    assert {title.kind for title in TITLES.get("activists")} == {"post", "source"}


def test_a_post_may_head_something() -> None:
    [commander] = TITLES.get("commander of")
    [colonel] = TITLES.get("colonel")
    assert (commander.of, colonel.of) == (True, False)


SENTENCES = [
    ("Maj. Gen. Pat Ryder, Pentagon press secretary, spoke.", ["Maj. Gen.", "Pentagon press secretary"]),
    ("Iraqi Prime Minister Mohammed Shia al-Sudani said so.", ["Prime Minister"]),
    ("A security source and two witnesses said so.", ["security source", "witnesses"]),
    ("A major attack on a private house.", []),
    ("The General Assembly met.", []),
    ("He said in general that it was calm.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_finds_titles_in_a_sentence(sentence: str, expected: list[str]) -> None:
    assert titles(sentence) == expected


@pytest.mark.parametrize("exclusion", EXCLUSIONS, ids=lambda e: e.form)
def test_an_ambiguous_word_keeps_its_examples(exclusion: Exclusion) -> None:
    key = phrase_key(exclusion.form)
    for sentence in exclusion.matches:
        standing = titles(sentence)
        assert any(phrase_key(words)[-1:] == key[-1:] for words in standing), sentence
    for sentence in exclusion.rejects:
        assert key not in map(phrase_key, titles(sentence)), sentence


def test_modifiers_are_read() -> None:
    assert {("former",), ("acting",), ("self", "styled")} <= load_title_modifiers()


def test_there_are_as_many_titles_as_promised() -> None:
    assert len(ENTRIES) >= 800


def test_a_form_is_one_title_of_a_kind() -> None:
    for entries in TITLES._entries.values():  # noqa: SLF001
        kinds = [title.kind for title in entries]
        assert len(set(kinds)) == len(kinds), entries


@pytest.mark.parametrize("title", [t for t in ENTRIES if t.cased], ids=lambda t: t.name)
def test_a_cased_title_needs_its_capitals(title: Title) -> None:
    assert title.cased is not None
    assert title.fits(title.cased)
    assert not title.fits(title.cased.lower())
