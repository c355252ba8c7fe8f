"""Phrases, their heads, and what verb phrases say."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.analyse import analyse
from dateline.extract.chunks import Chunk, chunks
from dateline.extract.document import Document
from dateline.model.report import Source


def read(text: str) -> Document:
    return analyse(
        Source(
            id="0",
            uri=None,
            publisher=None,
            title=None,
            published_at=None,
            published_basis=None,
            language="en",
            text=text,
        )
    )


def parsed(text: str) -> list[tuple[Chunk, str, str]]:
    """Return each chunk of a one-sentence text with its words and its head word."""
    document = read(text)
    [sentence] = document.sentences
    found = chunks(document, sentence)
    return [(c, document.words(c.first, c.last), document.tokens[c.head].text) for c in found]


def shown(text: str) -> str:
    return " ".join(f"[{c.kind} {words}]" for c, words, _ in parsed(text) if c.kind != "PUNCT")


PHRASES = [
    ("Rebels fired.", "[NP Rebels] [VP fired]"),
    (
        "At least 12 people were killed in a car bomb attack in Basra on Sunday.",
        (
            "[NP At least 12 people] [VP were killed] [PREP in] [NP a car bomb attack] [PREP in] [NP Basra] [PREP on] "
            "[NP Sunday]"
        ),
    ),
    (
        "A number of US personnel were injured, according to CENTCOM.",
        "[NP A number of US personnel] [VP were injured] [PREP according to] [NP CENTCOM]",
    ),
    (
        "Iraq’s western Anbar province was calm.",
        "[NP Iraq’s western Anbar province] [VP was] [OTHER calm]",
    ),
    (
        "US-led coalition troops left the base.",
        "[NP US-led coalition troops] [VP left] [NP the base]",
    ),
    (
        "Militants backed by Iran attacked al-Assad Airbase.",
        "[NP Militants] [VP backed] [PREP by] [NP Iran] [VP attacked] [NP al-Assad Airbase]",
    ),
    (
        "American troops have come under about 140 rocket and drone attacks since June.",
        (
            "[NP American troops] [VP have come] [PREP under] [NP about 140 rocket and drone attacks] "
            "[PREP since] [NP June]"
        ),
    ),
    (
        "Kurdish, Iraqi, and local Syrian forces fought the group.",
        "[NP Kurdish, Iraqi, and local Syrian forces] [VP fought] [NP the group]",
    ),
    (
        "The army said it had shot down two drones over the sea.",
        "[NP The army] [VP said] [NP it] [VP had shot down] [NP two drones] [PREP over] [NP the sea]",
    ),
    (
        "Fighters withdrew after the army attacked the town.",
        "[NP Fighters] [VP withdrew] [COMP after] [NP the army] [VP attacked] [NP the town]",
    ),
    (
        "Fighters withdrew after the attack.",
        "[NP Fighters] [VP withdrew] [PREP after] [NP the attack]",
    ),
    (
        "Police did not say who fired first.",
        "[NP Police] [VP did not say] [COMP who] [VP fired] [ADV first]",
    ),
    (
        "The blast killed two men and wounded dozens of shoppers.",
        "[NP The blast] [VP killed] [NP two men] [CONJ and] [VP wounded] [NP dozens of shoppers]",
    ),
    (
        "Between 5 and 10 soldiers died because of the ambush.",
        "[NP Between 5 and 10 soldiers] [VP died] [PREP because of] [NP the ambush]",
    ),
    (
        "One of the gunmen escaped.",
        "[NP One of the gunmen] [VP escaped]",
    ),
    (
        "The minister will visit Goma, where rebels seized the airport.",
        "[NP The minister] [VP will visit] [NP Goma] [COMP where] [NP rebels] [VP seized] [NP the airport]",
    ),
    (
        "On Saturday 12 people drowned.",
        "[PREP On] [NP Saturday] [NP 12 people] [VP drowned]",
    ),
    (
        "Gunmen killed five policemen Tuesday in Quetta.",
        "[NP Gunmen] [VP killed] [NP five policemen] [NP Tuesday] [PREP in] [NP Quetta]",
    ),
    (
        "Tower 22 was hit on Jan. 28.",
        "[NP Tower 22] [VP was hit] [PREP on] [NP Jan. 28]",
    ),
    (
        "More than 100 houses were destroyed as a result of the shelling.",
        "[NP More than 100 houses] [VP were destroyed] [PREP as a result of] [NP the shelling]",
    ),
    (
        "The besieged town has run out of food.",
        "[NP The besieged town] [VP has run] [PREP out of] [NP food]",
    ),
    (
        "Some of the wounded were taken to a hospital in front of the station.",
        "[NP Some of the wounded] [VP were taken] [PREP to] [NP a hospital] [PREP in front of] [NP the station]",
    ),
    (
        "The militants’ base was destroyed.",
        "[NP The militants’ base] [VP was destroyed]",
    ),
    (
        "Thousands of people marched through Dakar to demand his release.",
        "[NP Thousands of people] [VP marched] [PREP through] [NP Dakar] [VP to demand] [NP his release]",
    ),
    (
        "The siege lasted over two weeks.",
        "[NP The siege] [VP lasted] [PREP over] [NP two weeks]",
    ),
    (
        "Over 200 fighters surrendered.",
        "[NP Over 200 fighters] [VP surrendered]",
    ),
    (
        "A series of attacks shook the capital last week.",
        "[NP A series of attacks] [VP shook] [NP the capital] [NP last week]",
    ),
]


@pytest.mark.parametrize(("text", "phrases"), PHRASES)
def test_cuts_a_sentence_into_its_phrases(text: str, phrases: str) -> None:
    assert shown(text) == phrases


HEADS = [
    ("A number of US personnel were hurt.", "personnel"),
    ("Dozens of people fled.", "people"),
    ("One of the gunmen fled.", "gunmen"),
    ("A barrage of rockets fell.", "rockets"),
    ("The group's fighters fled.", "fighters"),
    ("Lt. Gen. Abdul Karim spoke.", "Karim"),
    ("At least three of the wounded died.", "wounded"),
    ("As many as 30 truck drivers died.", "drivers"),
    ("An estimated 5,000 villagers fled.", "villagers"),
    ("Its armed wing denied it.", "wing"),
    ("They fled.", "They"),
    ("The Iran-backed Houthi movement denied it.", "movement"),
    ("Most of the missiles missed.", "missiles"),
    ("A missile and drone attack failed.", "attack"),
    ("Two wounded soldiers died.", "soldiers"),
    ("About 40 percent of the houses burned.", "houses"),
]


@pytest.mark.parametrize(("text", "head"), HEADS)
def test_the_head_of_a_noun_phrase_is_what_it_speaks_of(text: str, head: str) -> None:
    assert parsed(text)[0][2] == head


# words of the verb phrase, its head, and how its fields read
VERBS = [
    ("Rebels attacked the town.", "attacked", "active past finite"),
    ("The town was attacked.", "was attacked", "passive past finite"),
    ("The town has been attacked twice.", "has been attacked", "passive past finite"),
    ("Rebels attack the town.", "attack", "active present finite"),
    ("Rebels will attack the town.", "will attack", "active future finite will"),
    ("Rebels could attack the town.", "could attack", "active present finite could"),
    ("Rebels may have attacked the town.", "may have attacked", "active past finite may"),
    ("Rebels did not attack the town.", "did not attack", "active past finite negated"),
    ("Rebels never attacked the town.", "never attacked", "active past finite negated"),
    ("Nobody was hurt.", "was hurt", "passive past finite"),
    ("The army vowed to retake the town.", "to retake", "active None infinitive"),
    ("Six men are believed to have been abducted.", "to have been abducted", "passive None infinitive"),
    ("Six men are being held.", "are being held", "passive present finite"),
    ("Troops are shelling the town.", "are shelling", "active present finite"),
    ("Missiles were launched targeting the base.", "targeting", "active None participle"),
    ("The soldiers killed in the ambush were Kenyans.", "killed", "passive None participle"),
    ("A statement published on Telegram named the bomber.", "published", "passive None participle"),
    ("A statement published on Telegram named the bomber.", "named", "active past finite"),
    ("The attack also signified an escalation.", "also signified", "active past finite"),
    ("The rebels have reportedly seized the bridge.", "have reportedly seized", "active past finite"),
    ("Ten people were killed and wounded.", "wounded", "passive past finite"),
    ("Ten people were killed and 12 injured.", "injured", "passive past finite"),
    ("The town was taken, residents said.", "said", "active past finite"),
    ("The war displaced thousands and forced others into camps.", "forced", "active past finite"),
    ("The explosion struck at noon.", "struck", "active past finite"),
    ("Twelve killed in Quetta blast", "killed", "passive None participle"),
    ("The base wasn't hit.", "wasn't hit", "passive past finite negated"),
    ("A rocket hit a house.", "hit", "active past finite"),
    ("A bomb planted by rebels exploded.", "planted", "passive None participle"),
    ("A group backed by Iran and affiliated with Hamas claimed the raid.", "affiliated", "passive None participle"),
    ("A group backed by Iran and affiliated with Hamas claimed the raid.", "claimed", "active past finite"),
    ("Gunmen believed to be jihadists killed a mayor.", "believed", "passive None participle"),
    ("The army carried out five raids.", "carried out", "active past finite"),
    ("Neighbours helped them flee the camp.", "flee", "active None infinitive"),
    ("The minister said people had fled.", "said", "active past finite"),
    ("Shells might not reach the port.", "might not reach", "active present finite negated might"),
]


@pytest.mark.parametrize(("text", "words", "fields"), VERBS)
def test_a_verb_phrase_says_how_it_is_meant(text: str, words: str, fields: str) -> None:
    [verb] = [chunk for chunk, found, _ in parsed(text) if found == words and chunk.kind == "VP"]
    flags = [flag for flag in ("finite", "participle", "infinitive", "negated") if getattr(verb, flag)]
    assert [verb.voice, str(verb.tense), *flags, *([verb.modal] if verb.modal else [])] == fields.split()


PIECES = st.sampled_from(
    "the a 12 at least more than of people soldiers was killed to - ’s Iraq and , that who between about not".split()
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)))
def test_chunks_cover_a_sentence_from_left_to_right(text: str) -> None:
    document = read(text)
    for sentence in document.sentences:
        found = chunks(document, sentence)
        assert found[0].first == sentence.first
        assert found[-1].last == sentence.last
        assert all(a.last == b.first for a, b in pairwise(found))
        assert all(c.first <= c.head < c.last for c in found)
