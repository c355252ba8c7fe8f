"""Words of saying: each class's examples, channels, and what the loader promises."""

import tomllib
from importlib.resources import files

import pytest

from dateline.extract.analyse import analyse
from dateline.extract.attribution import attributions
from dateline.extract.findings import Findings
from dateline.extract.frames import told
from dateline.ingest.read import read_text
from dateline.lexicon.cues import load_cues
from dateline.lexicon.words import phrase_key
from tests.lexicon.found import found

CUES = load_cues()
RAW = tomllib.loads((files("dateline.lexicon") / "en" / "cues.toml").read_text(encoding="utf-8"))


def bases(sentence: str) -> set[str]:
    """Return the base forms of the cues in a sentence."""
    findings = Findings(analyse(read_text(sentence)))
    document = findings.document
    said = attributions(findings, [told(findings, one) for one in document.sentences])
    return {document.tokens[one.cue[0]].lemma for one in said} | {document.words(*one.cue).lower() for one in said}


VERBS = [(entry, text) for entry in RAW["verb"] for text in entry.get("matches", ())]
NO_VERBS = [(entry, text) for entry in RAW["verb"] for text in entry.get("rejects", ())]


@pytest.mark.parametrize(("entry", "text"), VERBS, ids=[text for _, text in VERBS])
def test_a_verb_tells_a_statement_in_its_examples(entry: dict[str, list[str]], text: str) -> None:
    assert bases(text) & {phrase_key(verb)[0] for verb in entry["verbs"]}


@pytest.mark.parametrize(("entry", "text"), NO_VERBS, ids=[text for _, text in NO_VERBS])
def test_a_verb_tells_none_in_its_counterexamples(entry: dict[str, list[str]], text: str) -> None:
    assert not bases(text) & {phrase_key(verb)[0] for verb in entry["verbs"]}


PHRASES = [(entry, text) for entry in RAW["phrase"] for text in entry["matches"]]


@pytest.mark.parametrize(("entry", "text"), PHRASES, ids=[text for _, text in PHRASES])
def test_a_phrase_tells_a_statement_in_its_examples(entry: dict[str, list[str]], text: str) -> None:
    assert bases(text) & set(entry["phrases"])


CHANNELS = [(entry["channel"], text) for entry in RAW["channel"] for text in entry.get("matches", ())]
NO_CHANNELS = [(entry["channel"], text) for entry in RAW["channel"] for text in entry.get("rejects", ())]


@pytest.mark.parametrize(("channel", "text"), CHANNELS)
def test_a_channel_is_found_in_its_examples(channel: str, text: str) -> None:
    assert channel in {name for _, names in found(CUES.channels, text) for name in names}


@pytest.mark.parametrize(("channel", "text"), NO_CHANNELS)
def test_a_channel_is_not_found_in_its_counterexamples(channel: str, text: str) -> None:
    assert channel not in {name for _, names in found(CUES.channels, text) for name in names}


def test_there_are_many_cues_and_no_verb_stands_twice_with_one_reading() -> None:
    verbs = [verb for same in CUES.verbs.values() for verb in same]
    assert len(verbs) >= 120
    assert len({(verb.words, verb.cue_class, verb.takes) for verb in verbs}) == len(verbs)


def test_the_longest_verb_comes_first() -> None:
    assert CUES.verb("claim", ("responsibility", "for"))[0].words == ("claim", "responsibility")
    assert CUES.verb("claim", ("that", "it"))[0].words == ("claim",)
    assert CUES.verb("eat", ()) == ()
