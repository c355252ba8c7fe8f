"""Frames: who does what to whom with what, by the grammar of one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.frame import Frame
from dateline.model.codes import Share
from tests.texts import read

Row = tuple[str, str, str, list[str], list[str], list[str]]

ACTIVE: list[Row] = [
    # text, trigger, class, perpetrators, targets, weapons
    ("Rebels attacked a military base near Goma.", "attacked", "attack", ["Rebels"], ["a military base"], []),
    ("Unknown gunmen attacked a church.", "attacked", "attack", ["Unknown gunmen"], ["a church"], []),
    ("Militants fired rockets at the airport.", "fired", "launch", ["Militants"], ["the airport"], ["rockets"]),
    ("Russian forces shelled the village of Toretsk.", "shelled", "shelling", ["Russian forces"], [], []),
    ("Security forces opened fire on protesters.", "opened fire", "attack", ["Security forces"], ["protesters"], []),
    ("Gunmen abducted 20 students in Zamfara.", "abducted", "abduct", ["Gunmen"], ["students"], []),
    ("Police arrested three suspects.", "arrested", "arrest", ["Police"], ["suspects"], []),
    ("Gunmen looted a warehouse.", "looted", "loot", ["Gunmen"], ["a warehouse"], []),
    ("A man stabbed two tourists in Jerusalem.", "stabbed", "wound", ["A man"], ["tourists"], []),
    ("Protesters marched through Dakar.", "marched", "protest", ["Protesters"], [], []),
    ("Rebels seized the town of Bunagana.", "seized", "overtake", ["Rebels"], [], []),
    ("The army recaptured the town of Palmyra.", "recaptured", "regain", ["The army"], [], []),
    ("Troops defused a bomb at the station.", "defused", "disrupted", ["Troops"], ["the station"], ["bomb"]),
    ("The vehicle ran over a landmine.", "ran over", "mine_hit", [], ["The vehicle"], ["landmine"]),
    (
        "The Taliban killed a journalist with a sniper rifle.",
        "killed",
        "kill",
        ["The Taliban"],
        ["a journalist"],
        ["sniper rifle"],
    ),
    ("Villagers were attacked with machetes.", "attacked", "attack", [], ["Villagers"], ["machetes"]),
]
PASSIVE: list[Row] = [
    ("A military base was attacked by rebels.", "attacked", "attack", ["rebels"], ["A military base"], []),
    ("The mosque was bombed.", "bombed", "airstrike", [], ["The mosque"], []),
    ("A church was burned down by gunmen.", "burned down", "loot", ["gunmen"], ["A church"], []),
    ("Three suspects were arrested by police.", "arrested", "arrest", ["police"], ["suspects"], []),
    ("Twenty students were kidnapped by gunmen.", "kidnapped", "abduct", ["gunmen"], ["students"], []),
]
NOMINAL: list[Row] = [
    ("A rebel attack on a military base was reported.", "rebel attack", "attack", ["rebel"], ["a military base"], []),
    ("An attack by rebels on a police station failed.", "attack", "attack", ["rebels"], ["a police station"], []),
    ("The Israeli strike hit a school.", "strike", "strike", ["Israeli"], [], []),
    ("A Houthi drone attack damaged a tanker.", "drone attack", "drone_strike", ["Houthi"], [], ["drone attack"]),
    ("A grenade attack on a bar wounded nine.", "grenade attack", "grenade", [], ["a bar"], ["grenade attack"]),
    ("Clashes erupted between the army and rebels in Omdurman.", "Clashes", "clash", ["the army"], ["rebels"], []),
]
LIGHT_VERBS: list[Row] = [
    (
        "The army carried out air strikes on rebel positions.",
        "air strikes",
        "airstrike",
        ["The army"],
        ["rebel positions"],
        ["air strikes"],
    ),
    (
        "Russia launched a missile strike on Kharkiv.",
        "missile strike",
        "missile_strike",
        ["Russia"],
        [],
        ["missile strike"],
    ),
    (
        "US troops came under rocket fire in Syria.",
        "rocket fire",
        "rocket_attack",
        [],
        ["US troops"],
        ["rocket fire"],
    ),
    ("Rebels staged an ambush on a convoy.", "ambush", "attack", ["Rebels"], ["a convoy"], []),
]
CLAUSES: list[Row] = [
    ("Fighters who attacked the convoy fled.", "attacked", "attack", ["Fighters"], ["the convoy"], []),
    ("Gunmen stormed a hotel, killing two guards.", "killing", "kill", ["Gunmen"], ["guards"], []),
    ("Rebels ambushed a patrol and killed three soldiers.", "killed", "kill", ["Rebels"], ["soldiers"], []),
    ("Militants backed by Iran attacked a base.", "attacked", "attack", ["Militants"], ["a base"], []),
    ("The army said it had killed 12 rebels.", "killed", "kill", ["The army"], ["rebels"], []),
    ("Gunmen killed at least 12 farmers.", "killed", "kill", ["Gunmen"], ["farmers"], []),
    ("Rockets fired from Lebanon hit a school.", "hit", "land", [], ["a school"], ["Rockets"]),
    ("Houthi drones hit a tanker.", "hit", "land", ["Houthi"], ["a tanker"], ["drones"]),
    ("Shells landed near a hospital in Kherson.", "landed", "land", [], ["a hospital"], ["Shells"]),
    (
        "A drone attack on a base housing US troops wounded three.",
        "drone attack",
        "drone_strike",
        [],
        ["a base", "US troops"],
        ["drone attack"],
    ),
    (
        "Militants attacked the Pakistani army and police.",
        "attacked",
        "attack",
        ["Militants"],
        ["the Pakistani army", "police"],
        [],
    ),
    ("Troops clashed with Boko Haram fighters.", "clashed", "clash", ["Troops"], ["Boko Haram fighters"], []),
    (
        "Sudan's army and the RSF signed a ceasefire.",
        "ceasefire",
        "agreement",
        ["Sudan's army", "the RSF"],
        [],
        [],
    ),
]
NO_FRAMES = [
    "The market reopened on Monday.",
    "The minister launched a campaign against malaria.",
    "The coach was fired.",
    "He died of a heart attack.",
    "Stocks fell on Friday.",
    "The company took over its rival.",
]
FLAGS = [
    # text, trigger, flags that are set
    ("The attack was condemned.", "attack", {"definite"}),
    ("Saturday’s attack was the third.", "attack", {"definite"}),
    ("Air strikes on villages continued.", "Air strikes", {"general"}),
    ("About 140 attacks were recorded in Syria.", "attacks", {"counted"}),
    ("Two attacks were reported in Goma.", "attacks", set()),
    ("Rebels had attacked the base.", "attacked", {"past_perfect"}),
    ("Rebels attacked the base.", "attacked", set()),
    ("Twelve people were killed.", "killed", {"harm_only"}),
    ("Gunmen killed 12 people.", "killed", set()),
]
CAUSES = [
    # text, word of harm, trigger of the act that brought it
    ("A blast in Kabul killed 12 people.", "killed", "blast"),
    ("Twelve people were killed in an attack on a bus.", "killed", "attack"),
    ("A bomb exploded near a market and 12 people were wounded.", "wounded", "exploded"),
    ("Six people were wounded when shells landed near a school.", "wounded", "landed"),
]
SHARES: list[tuple[str, Share | None, Share | None]] = [
    # text, intercepted, impacted
    ("Air defences intercepted most of the missiles.", "most", None),
    ("Air defences intercepted all of the missiles.", "all", None),
    ("Ukraine shot down 12 drones.", "some", None),
    ("Most of the missiles were intercepted while others hit the base.", "most", "some"),
    ("Some of the rockets landed in the town.", None, "some"),
]


def frames(text: str) -> list[tuple[str, Frame, Row]]:
    """Return a text's frames by their triggers, with what a table tells of them."""
    findings, told = read(text)
    words = findings.document.words
    return [
        (
            words(frame.first, frame.trigger.last),
            frame,
            (
                text,
                words(frame.first, frame.trigger.last),
                frame.kind.name,
                [words(ref.first, ref.last) for ref in frame.perpetrators],
                [words(ref.first, ref.last) for ref in frame.targets],
                [words(ref.mention.first, ref.mention.last) for ref in frame.weapons],
            ),
        )
        for one in told
        for frame in one.frames
    ]


def the_frame(text: str, trigger: str) -> Frame:
    """Return the one frame of a text that a trigger names."""
    [frame] = [frame for words, frame, _ in frames(text) if words == trigger]
    return frame


@pytest.mark.parametrize("row", [*ACTIVE, *PASSIVE, *NOMINAL, *LIGHT_VERBS, *CLAUSES], ids=lambda row: row[0])
def test_a_trigger_has_its_parties_and_weapons(row: Row) -> None:
    assert row in [found for _, _, found in frames(row[0])]


@pytest.mark.parametrize("text", NO_FRAMES)
def test_words_of_peace_tell_no_act(text: str) -> None:
    assert [(words, frame.kind.name) for words, frame, _ in frames(text)] == []


@pytest.mark.parametrize(("text", "trigger", "flags"), FLAGS)
def test_a_frame_says_how_it_is_told(text: str, trigger: str, flags: set[str]) -> None:
    frame = the_frame(text, trigger)
    told = {"definite", "general", "counted", "past_perfect", "harm_only"}
    assert {flag for flag in told if getattr(frame, flag)} == flags


@pytest.mark.parametrize(("text", "harm", "act"), CAUSES)
def test_harm_is_tied_to_the_act_that_brought_it(text: str, harm: str, act: str) -> None:
    [cause] = [frame for words, frame, _ in frames(text) if words == act]
    assert the_frame(text, harm).cause == cause.first


@pytest.mark.parametrize(("text", "intercepted", "impacted"), SHARES)
def test_a_frame_keeps_what_became_of_the_weapons(text: str, intercepted: Share | None, impacted: Share | None) -> None:
    shares = [(frame.intercepted, frame.impacted) for _, frame, _ in frames(text)]
    assert (intercepted, impacted) in shares


WORDS = "rebels soldiers the base was were attacked killed two wounded and , in Goma by a strike rockets who".split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=18))
def test_frames_of_any_row_of_words_lie_in_their_sentence(row: list[str]) -> None:
    findings, told = read(" ".join(row) + ".")
    assert findings.document.tokens
    for one in told:
        inside = range(one.sentence.first, one.sentence.last + 1)
        for frame in one.frames:
            stretches = [(frame.trigger.first, frame.trigger.last)]
            stretches += [(ref.first, ref.last) for ref in (*frame.perpetrators, *frame.targets)]
            stretches += [(row.first, row.last) for row in frame.tolls]
            assert all(first in inside and last in inside and first < last for first, last in stretches)
