"""Triggers: every class finds its examples and tells no act in its counter-examples."""

from collections import Counter

import pytest

from dateline.errors import LexiconError
from dateline.extract.lemmas import lemma
from dateline.lexicon.forms import Exclusion
from dateline.lexicon.triggers import TriggerClass, load_triggers
from dateline.lexicon.words import fold
from dateline.model.codes import EVENT_TYPE
from tests.texts import frames_of, the_findings

LEXICON = load_triggers()
MATCHES = [(entry, sentence) for entry in LEXICON.classes for sentence in entry.matches]
REJECTS = [(entry, sentence) for entry in LEXICON.classes for sentence in entry.rejects]
EXCLUSIONS = LEXICON.exclusions.values()
STANDING = [(entry, sentence) for entry in EXCLUSIONS for sentence in entry.matches]
FALLEN = [(entry, sentence) for entry in EXCLUSIONS for sentence in entry.rejects]
NO_ACT_ALONE = {"die"}  # a death is harm, and some other word names what brought it


@pytest.mark.parametrize(("entry", "sentence"), MATCHES, ids=lambda x: getattr(x, "name", x))
def test_a_class_names_the_act_of_its_examples(entry: TriggerClass, sentence: str) -> None:
    assert entry in {kind for trigger in the_findings(sentence).triggers for kind in trigger.classes}


@pytest.mark.parametrize(("entry", "sentence"), REJECTS, ids=lambda x: getattr(x, "name", x))
def test_a_class_tells_no_act_in_its_counter_examples(entry: TriggerClass, sentence: str) -> None:
    assert [frame for frame in frames_of(sentence) if frame.kind is entry and frame.mood != "unreal"] == []


@pytest.mark.parametrize("entry", LEXICON.classes, ids=lambda entry: entry.name)
def test_every_class_tells_an_act_in_one_example_at_least(entry: TriggerClass) -> None:
    told = [frame.kind.family for sentence in entry.matches for frame in frames_of(f"{sentence}.")]
    assert entry.family in told


@pytest.mark.parametrize("entry", LEXICON.classes, ids=lambda entry: entry.name)
def test_every_class_is_complete(entry: TriggerClass) -> None:
    assert entry.matches
    assert entry.rejects
    assert entry.verbs or entry.nouns
    assert 0 <= entry.strength <= 3
    assert entry.sub is None or entry.sub in EVENT_TYPE
    assert entry.strength > 0 or entry.name in NO_ACT_ALONE


@pytest.mark.parametrize("entry", LEXICON.classes, ids=lambda entry: entry.name)
def test_words_are_written_as_lemmas(entry: TriggerClass) -> None:
    assert [verb for verb in entry.verbs if lemma(first := verb.split()[0], "VERB") != first] == []
    assert [noun for noun in entry.nouns if lemma(last := noun.split()[-1], "NOUN") != last] == []


def test_names_of_classes_differ() -> None:
    assert Counter(entry.name for entry in LEXICON.classes).most_common(1)[0][1] == 1


def test_no_class_lists_a_word_twice() -> None:
    words = [
        (entry.name, form, phrase)
        for entry in LEXICON.classes
        for form in ("verbs", "nouns")
        for phrase in getattr(entry, form)
    ]
    assert [word for word, times in Counter(words).items() if times > 1] == []


@pytest.mark.parametrize(("exclusion", "sentence"), STANDING, ids=lambda x: getattr(x, "form", x))
def test_a_word_with_exclusions_stands_in_its_examples(exclusion: Exclusion, sentence: str) -> None:
    findings = the_findings(sentence)
    tokens = findings.document.tokens
    assert exclusion.form in {
        tokens[t].lemma for trigger in findings.triggers for t in range(trigger.first, trigger.last)
    }


@pytest.mark.parametrize(("exclusion", "sentence"), FALLEN, ids=lambda x: getattr(x, "form", x))
def test_a_word_with_exclusions_falls_in_its_counter_examples(exclusion: Exclusion, sentence: str) -> None:
    findings = the_findings(sentence)
    alone = [t for t in findings.triggers if t.last - t.first == 1]
    assert exclusion.form not in {findings.document.tokens[trigger.first].lemma for trigger in alone}


def test_a_lemma_without_exclusion_is_allowed_everywhere() -> None:
    assert LEXICON.allowed("ambush", ["heart"], ["ad"])


@pytest.mark.parametrize(("before", "allowed"), [("heart", False), ("panic", False), ("rocket", True), ("the", True)])
def test_the_word_before_decides(before: str, allowed: bool) -> None:
    assert LEXICON.allowed("attack", [fold("a"), before], ["on", "the", "camp"]) is allowed


def test_an_unknown_language_has_no_triggers() -> None:
    with pytest.raises(LexiconError):
        load_triggers("xx")
