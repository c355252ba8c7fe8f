"""Moods: whether an act is told as done, threatened, planned or denied, or only spoken of."""

import pytest

from dateline.extract.mood import Mood, governed, judged
from tests.texts import read, told_of

VERBS: list[tuple[str, str, Mood]] = [
    # text, trigger, mood
    ("Rebels attacked the base.", "attacked", "told"),
    ("The rebels have attacked three villages.", "attacked", "told"),
    ("Rebels began to shell the town.", "shell", "told"),
    ("Rebels continued to attack the town.", "attack", "told"),
    ("Rebels managed to shoot down a jet.", "shoot down", "told"),
    ("The men were believed to have killed a guard.", "killed", "told"),
    ("Hezbollah threatened to attack Israel.", "attack", "threatened"),
    ("Iran vowed to strike Israel.", "strike", "threatened"),
    ("Iran warned it would attack US bases.", "attack", "threatened"),
    ("Israel plans to attack Rafah.", "attack", "planned"),
    ("The army will attack the town on Monday.", "attack", "planned"),
    ("The army is preparing to storm the city.", "storm", "planned"),
    ("The army ordered troops to attack the town.", "attack", "planned"),
    ("Police said the man planned to attack a mosque.", "attack", "planned"),
    ("Rebels did not attack the base.", "attack", "unreal"),
    ("Rebels could attack the town.", "attack", "unreal"),
    ("Rebels may attack the town.", "attack", "unreal"),
    ("The militants tried to attack the base.", "attack", "unreal"),
    ("The rebels refused to attack the town.", "attack", "unreal"),
    ("The group called on followers to attack embassies.", "attack", "unreal"),
    ("The ministry denied that rebels had seized the town.", "seized", "denied"),
    ("The ministry dismissed reports that rebels had seized the town.", "seized", "denied"),
    # whoever denies an act of his own speaks of responsibility
    ("The army denied that it had attacked the hospital.", "attacked", "told"),
    ("Rebels denied that their fighters attacked the village.", "attacked", "told"),
]
NOUNS: list[tuple[str, str, Mood]] = [
    ("The attack killed two people.", "attack", "told"),
    ("Another attack was reported.", "attack", "told"),
    ("The minister condemned the attack.", "attack", "told"),
    ("The group denied responsibility for the attack.", "attack", "told"),
    ("The group threatened an attack on the embassy.", "attack", "threatened"),
    ("Israel is planning an attack on Rafah.", "attack", "planned"),
    ("The president authorised strikes on Yemen.", "strikes", "planned"),
    ("A planned attack on a church was reported.", "attack", "planned"),
    ("Police foiled an attack on a church.", "attack", "unreal"),
    ("Police prevented an attack on a church.", "attack", "unreal"),
    ("A foiled attack on a church was reported.", "attack", "unreal"),
    ("A possible attack was reported.", "attack", "unreal"),
    ("Officials fear an attack on the city.", "attack", "unreal"),
    ("No attack was reported.", "attack", "unreal"),
    ("There was no attack on the hospital.", "attack", "unreal"),
    ("The army denied that an attack had taken place.", "attack", "denied"),
    ("The ministry denied reports of an attack on the base.", "attack", "denied"),
]


@pytest.mark.parametrize(("text", "trigger", "mood"), [*VERBS, *NOUNS])
def test_an_act_is_told_in_its_mood(text: str, trigger: str, mood: Mood) -> None:
    findings, told = read(text)
    words = findings.document.words
    moods = [f.mood for one in told for f in one.frames if words(f.first, f.trigger.last) == trigger]
    assert moods == [mood]


JUDGED = [
    # text, whether "attack" is what somebody calls it
    ("The minister condemned the attack.", True),
    ("Officials described the attack as cowardly.", True),
    ("Gunmen launched the attack.", False),
    ("The attack killed two people.", False),
]


@pytest.mark.parametrize(("text", "is_judged"), JUDGED)
def test_what_somebody_condemns_was_told_before(text: str, is_judged: bool) -> None:
    phrases = told_of(text).phrases
    at = next(i for i, phrase in enumerate(phrases) if phrase.lemma == "attack")
    assert judged(phrases, at) is is_judged


GOVERNED = [
    ("The rebels signed a ceasefire on Friday.", ["sign"], True),
    ("The rebels broke a ceasefire on Friday.", ["sign"], False),
    ("A ceasefire in Aleppo", ["sign"], True),  # a title has no verb
]


@pytest.mark.parametrize(("text", "verbs", "is_governed"), GOVERNED)
def test_a_noun_depends_on_its_verb(text: str, verbs: list[str], is_governed: bool) -> None:
    phrases = told_of(text).phrases
    at = next(i for i, phrase in enumerate(phrases) if phrase.lemma == "ceasefire")
    assert governed(phrases, at, verbs) is is_governed
