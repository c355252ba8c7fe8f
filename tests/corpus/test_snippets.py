"""Snippets: marks become offsets, mistakes are told by file and line, and every line of the corpus parses."""

import pytest

from corpus.quotes import CorpusError
from corpus.snippets import SUB_TYPE_CODES, TOPICS, load_all, parse
from dateline.model.codes import EVENT_TYPE

LINE = (
    "[[Gunmen](perp 1) [shot dead](attack 1; weapon 1) [four](killed 1) [farmers](target 1) near [Gao](place 1)]"
    "(content a), [police](source a; actor) [said](cue a). [The attack](same 1) was on [Sunday](time)."
)


def words(text: str, ranges: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in ranges]


def test_marks_become_offsets_into_the_plain_text() -> None:
    made = parse(LINE, "here")
    assert made.text == "Gunmen shot dead four farmers near Gao, police said. The attack was on Sunday."
    [act] = made.acts
    assert (act.sub_event_type, act.status) == ("Attack", "occurred")
    assert words(made.text, act.triggers) == ["shot dead", "The attack"]
    roles = {role: words(made.text, spans) for role, spans in act.roles.items()}
    assert roles == {
        "perp": ["Gunmen"],
        "weapon": ["shot dead"],
        "killed": ["four"],
        "target": ["farmers"],
        "place": ["Gao"],
    }
    [saying] = made.sayings
    assert words(made.text, saying["content"]) == ["Gunmen shot dead four farmers near Gao"]
    assert [(name, made.text[slice(*span)]) for name, span in made.names] == [("actor", "police"), ("time", "Sunday")]


def test_a_topic_and_a_figure() -> None:
    made = parse("(topic natural_disaster) Floods have driven [90,000](figure displacement) people out.", "here")
    assert made.topic == "natural_disaster"
    assert [(kind, made.text[slice(*span)]) for kind, span in made.figures] == [("displacement", "90,000")]


MISTAKES = [
    # a line                                         words of the error
    ("[Gunmen](perp 1) fled", "perp 1: there is no event 1"),
    ("[fired](attack 1) and [shot](attack 1)", "event 1 has two first triggers"),
    ("[fired](attack)", "needs a number"),
    ("[fired](attack 1 maybe)", "needs a number"),
    ("[fired](gunfire 1)", "no label 'gunfire 1'"),
    ("[ fired](attack 1)", "begins or ends with a space"),
    ("fired](attack 1)", "without its ["),
    ("[fired", "a [ without its ]"),
    ("[police](source a) [said](cue a) so", "attribution a has no content"),
    ("(topic weather) It rained.", "no topic 'weather'"),
    ("(topic none) He [fired](attack 1).", "a topic is for a snippet without events"),
]


@pytest.mark.parametrize(("line", "reason"), MISTAKES)
def test_mistakes_are_told(line: str, reason: str) -> None:
    with pytest.raises(CorpusError) as error:
        parse(line, "file.txt, line 3")
    assert reason in str(error.value)
    assert str(error.value).startswith("file.txt, line 3: ")


def test_the_corpus_has_enough_of_every_sort() -> None:
    found = list(load_all())
    assert len(found) >= 2000
    acts = [act.sub_event_type for snippet in found for act in snippet.acts]
    assert {sub: acts.count(sub) >= 25 for sub in EVENT_TYPE} == dict.fromkeys(EVENT_TYPE, True)
    topics = [snippet.topic for snippet in found]
    assert all(topics.count(topic) >= 20 for topic in TOPICS)
    assert set(SUB_TYPE_CODES.values()) == set(EVENT_TYPE)
