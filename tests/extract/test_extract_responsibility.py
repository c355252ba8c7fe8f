"""Who claims an act, denies it or blames another, as one sentence tells."""

import pytest

from dateline.extract.responsibility import Claim, claims
from dateline.model.codes import Stance
from tests.texts import read

Row = tuple[str, Stance, str, str | None]
CLAIMS: list[Row] = [
    # text, stance, speaker, blamed
    ("Al-Shabaab claimed responsibility for the attack.", "claims", "Al-Shabaab", None),
    ("The Islamic State group claimed responsibility for the blast.", "claims", "The Islamic State group", None),
    ("Responsibility for the bombing was claimed by Islamic State.", "claims", "Islamic State", None),
    ("The Taliban took responsibility for the blast.", "claims", "The Taliban", None),
    ("Jaish al-Adl accepted responsibility for the ambush.", "claims", "Jaish al-Adl", None),
    ("The Houthis claimed credit for the strike.", "claims", "The Houthis", None),
    ("The group has claimed the bombing.", "claims", "The group", None),
    ("It claimed responsibility for the attack.", "claims", "It", None),
    ("The bombing was claimed by Boko Haram.", "claims", "Boko Haram", None),
    ("Hezbollah boasted of the attack.", "claims", "Hezbollah", None),
]
DENIALS: list[Row] = [
    ("Hamas denied involvement in the attack.", "denies", "Hamas", None),
    ("The Taliban denied responsibility for the blast.", "denies", "The Taliban", None),
    ("Iran denied any role in the attack.", "denies", "Iran", None),
    ("Russia denied targeting civilians.", "denies", "Russia", None),
    ("The army denied the accusation.", "denies", "The army", None),
]
BLAME: list[Row] = [
    ("Israel blamed Hezbollah for the rocket attack.", "blames", "Israel", "Hezbollah"),
    ("Police blamed the attack on the PKK.", "blames", "Police", "the PKK"),
    ("Ukraine accused Russia of shelling the town.", "blames", "Ukraine", "Russia"),
    ("Moscow accused Kyiv of the drone strike.", "blames", "Moscow", "Kyiv"),
    ("Officials blamed Boko Haram.", "blames", "Officials", "Boko Haram"),
]
NOBODY = [
    "No group has claimed responsibility for the attack.",
    "No one claimed responsibility for the attack.",
    "Nobody immediately claimed responsibility.",
    "Islamic State did not claim responsibility.",
    "The attack was blamed on Boko Haram.",  # by whom is not said
    "The minister blamed the weather for the delay.",
    "The minister claimed that the road was open.",
    "The mayor denied the permit.",
]


def stances(text: str) -> list[tuple[Claim, Row]]:
    findings, told = read(text)
    words = findings.document.words
    found = [claim for one in told for claim in claims(one)]
    return [
        (
            claim,
            (
                text,
                claim.stance,
                words(claim.speaker.first, claim.speaker.last),
                None if claim.blamed is None else words(claim.blamed.first, claim.blamed.last),
            ),
        )
        for claim in found
    ]


@pytest.mark.parametrize("row", [*CLAIMS, *DENIALS, *BLAME], ids=lambda row: row[0])
def test_a_stance_has_its_speaker_and_whom_it_blames(row: Row) -> None:
    assert [found for _, found in stances(row[0])] == [row]


@pytest.mark.parametrize("text", NOBODY)
def test_where_nobody_takes_a_stance_there_is_none(text: str) -> None:
    assert stances(text) == []


def test_a_stance_points_to_its_act_and_its_words() -> None:
    text = "Al-Shabaab claimed responsibility for the bombing; the army retook the town."
    [(claim, _)] = stances(text)
    document = read(text)[0].document
    assert document.words(claim.first, claim.last) == "Al-Shabaab claimed responsibility for the bombing"
    assert claim.act is not None
    assert document.tokens[claim.act].text == "bombing"
    assert document.tokens[claim.cue].text == "claimed"


def test_several_stances_of_a_sentence_are_each_told() -> None:
    text = "Kyiv accused Moscow of shelling the town, but Moscow denied responsibility."
    assert [(c.stance, row[2]) for c, row in stances(text)] == [("blames", "Kyiv"), ("denies", "Moscow")]
