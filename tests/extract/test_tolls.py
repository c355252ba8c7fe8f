"""Tolls: how many of whom were harmed how, as single sentences tell, and sentences that tell of nobody."""

import pytest

from dateline.extract.tolls import Toll
from dateline.model.codes import CasualtyKind
from tests.texts import read

Row = tuple[CasualtyKind, str, str | None]
VERBS: list[tuple[str, list[Row]]] = [
    # text, (kind, count, of whom)
    ("Twelve people were killed in Kano.", [("killed", "Twelve", "people")]),
    ("Twelve were killed.", [("killed", "Twelve", None)]),
    ("Gunmen killed 12 farmers.", [("killed", "12", "farmers")]),
    ("Air strikes killed at least 12 civilians.", [("killed", "at least 12", "civilians")]),
    ("A strike killed up to 12 civilians in Aleppo.", [("killed", "up to 12", "civilians")]),
    ("A drone killed Samer al-Hajj.", [("killed", "Samer al-Hajj", "Samer al-Hajj")]),
    ("Twelve people died in the attack.", [("killed", "Twelve", "people")]),
    ("Twelve people lost their lives.", [("killed", "Twelve", "people")]),
    ("Three people succumbed to their injuries.", [("killed", "Three", "people")]),
    ("Police shot dead two men.", [("killed", "two", "men")]),
    ("A man was shot dead in Nairobi.", [("killed", "A man", "A man")]),
    ("An officer was stabbed to death.", [("killed", "An officer", "An officer")]),
    ("The militants executed 15 captives.", [("killed", "15", "captives")]),
    ("Militants beheaded two hostages.", [("killed", "two", "hostages")]),
    ("The jet was shot down and its pilot killed.", [("killed", "its pilot", "its pilot")]),
    ("The army said 14 of its soldiers had been killed.", [("killed", "14", "of its soldiers")]),
    ("Hundreds of people have been killed in Sudan.", [("killed", "Hundreds", "people")]),
    ("Several people were injured.", [("injured", "Several", "people")]),
    ("Gunmen abducted 20 students.", [("abducted", "20", "students")]),
    ("Twenty students were abducted from a school.", [("abducted", "Twenty", "students")]),
    ("Gunmen kidnapped a priest and two nuns.", [("abducted", "a priest", "a priest"), ("abducted", "two", "nuns")]),
    ("Police arrested four suspects.", [("detained", "four", "suspects")]),
    ("Forty protesters were detained.", [("detained", "Forty", "protesters")]),
    ("Rebels captured two soldiers.", [("abducted", "two", "soldiers")]),
    ("The bombing claimed the lives of 12 people.", [("killed", "12", "people")]),
    ("The attack claimed 12 lives.", [("killed", "12", None)]),
    ("The army lost 15 fighters in the battle.", [("killed", "15", "fighters")]),
    ("Six people sustained injuries.", [("injured", "Six", "people")]),
    ("Four of them were injured.", [("injured", "Four", None)]),
]
ONES: list[tuple[str, list[Row]]] = [
    ("A soldier was killed.", [("killed", "A soldier", "A soldier")]),
    ("An Israeli soldier was wounded.", [("injured", "An Israeli soldier", "An Israeli soldier")]),
    ("A 12-year-old boy was killed.", [("killed", "A 12-year-old boy", "A 12-year-old boy")]),
    ("The driver was killed.", [("killed", "The driver", "The driver")]),
    ("The mayor of the town was shot dead.", [("killed", "The mayor", "The mayor")]),
    ("Roadside bomb kills soldier in Mali", [("killed", "soldier", "soldier")]),
    ("Both men were killed.", [("killed", "Both men", "Both men")]),
    ("The couple were killed.", [("killed", "The couple", "The couple")]),
    ("A family of five was killed.", [("killed", "five", "A family")]),
    ("Two Palestinians were killed.", [("killed", "Two", "Palestinians")]),
    ("Four Israelis were wounded.", [("injured", "Four", "Israelis")]),
]
SEVERAL: list[tuple[str, list[Row]]] = [
    (
        "At least 12 people were killed and 30 others wounded in the blast.",
        [("killed", "At least 12", "people"), ("injured", "30", "others")],
    ),
    (
        "At least 12 people were killed and 30 were wounded.",
        [("killed", "At least 12", "people"), ("injured", "30", None)],
    ),
    (
        "At least 12 people were killed and 30 wounded.",
        [("killed", "At least 12", "people"), ("injured", "30", None)],
    ),
    (
        "The blast killed two men and wounded dozens of shoppers.",
        [("killed", "two", "men"), ("injured", "dozens", "shoppers")],
    ),
    ("The blast killed six people and wounded dozens.", [("killed", "six", "people"), ("injured", "dozens", None)]),
    ("A bomb exploded in Quetta, killing 12 and injuring 30.", [("killed", "12", None), ("injured", "30", None)]),
    (
        "A bomb exploded in Quetta, killing at least 12 people and injuring more than 30 others.",
        [("killed", "at least 12", "people"), ("injured", "more than 30", "others")],
    ),
    (
        "A soldier was killed and two others were injured.",
        [("killed", "A soldier", "A soldier"), ("injured", "two", "others")],
    ),
    (
        "One person was killed and another was injured.",
        [("killed", "One", "person"), ("injured", "another", None)],
    ),
    (
        "Three soldiers, two policemen and a driver were killed.",
        [("killed", "Three", "soldiers"), ("killed", "two", "policemen"), ("killed", "a driver", "a driver")],
    ),
    (
        "Two UN peacekeepers were killed and three wounded.",
        [("killed", "Two", "UN peacekeepers"), ("injured", "three", None)],
    ),
    (
        "Shelling killed a woman and wounded her son.",
        [("killed", "a woman", "a woman"), ("injured", "her son", "her son")],
    ),
    ("The raid killed six, and wounded nine.", [("killed", "six", None), ("injured", "nine", None)]),
]
STATES: list[tuple[str, list[Row]]] = [
    ("The attack left 12 people dead.", [("killed", "12", "people")]),
    ("The attack left 12 dead and 30 wounded.", [("killed", "12", None), ("injured", "30", None)]),
    (
        "The blast left three dead and more than 20 injured.",
        [("killed", "three", None), ("injured", "more than 20", None)],
    ),
    (
        "Clashes left five soldiers and nine militants dead.",
        [("killed", "five", "soldiers"), ("killed", "nine", "militants")],
    ),
    ("Three people are missing.", [("missing", "Three", "people")]),
    ("Twenty people were reported missing.", [("missing", "Twenty", "people")]),
    ("Ten fishermen remain missing.", [("missing", "Ten", "fishermen")]),
    ("Twenty-two civilians were confirmed dead.", [("killed", "Twenty-two", "civilians")]),
    ("Eleven people were hospitalised.", [("injured", "Eleven", "people")]),
    ("Six people were taken to hospital.", [("injured", "Six", "people")]),
    ("At least 16 others were seriously wounded.", [("injured", "At least 16", "others")]),
    (
        "A shell left a child dead and a woman injured.",
        [("killed", "a child", "a child"), ("injured", "a woman", "a woman")],
    ),
    ("There were 12 deaths and 40 injuries.", [("killed", "12", None), ("injured", "40", None)]),
    ("Seventeen fatalities were recorded.", [("killed", "Seventeen", None)]),
    ("The blast caused 12 deaths.", [("killed", "12", None)]),
    ("Three have not been found.", [("missing", "Three", None)]),
    ("Eight bodies were recovered from the rubble.", [("killed", "Eight", None)]),
    ("Twelve bodies were pulled from the ruins.", [("killed", "Twelve", None)]),
    ("The agency put the dead at 93.", [("killed", "93", None)]),
    ("The ministry gave the number of wounded as 40.", [("injured", "40", None)]),
]
RISEN: list[tuple[str, list[Row]]] = [
    ("The death toll rose to 45.", [("killed", "45", None)]),
    ("The death toll from the blast has risen to 45, officials said.", [("killed", "45", None)]),
    ("The death toll climbed to at least 45 on Sunday.", [("killed", "at least 45", None)]),
    ("The toll rose from 25 to 45.", [("killed", "45", None)]),
    (
        "The death toll of an ambush on a convoy in the north of the country has climbed to 37.",
        [("killed", "37", None)],
    ),
    ("The death toll stands at 45.", [("killed", "45", None)]),
    ("The death toll has reached 45.", [("killed", "45", None)]),
    ("It brought the death toll to 12.", [("killed", "12", None)]),
    ("The number of dead rose to 12.", [("killed", "12", None)]),
    ("The number of people killed in the town rose to 72.", [("killed", "72", None)]),
    ("The number of injured rose to 50.", [("injured", "50", None)]),
    ("Death toll in Gaza passes 30,000", [("killed", "30,000", None)]),
]
HEADLINES: list[tuple[str, list[Row]]] = [
    ("Blast kills 12 in Kabul", [("killed", "12", None)]),
    ("Suicide bomber kills 12 in Kabul mosque", [("killed", "12", None)]),
    ("12 killed in Kabul blast", [("killed", "12", None)]),
    ("At least 12 killed in Kabul blast", [("killed", "At least 12", None)]),
    ("12 dead, 30 injured in Kabul blast", [("killed", "12", None), ("injured", "30", None)]),
    ("Two soldiers killed, five wounded in Mali ambush", [("killed", "Two", "soldiers"), ("injured", "five", None)]),
    ("Car bomb kills 10, wounds 20 in Mogadishu", [("killed", "10", None), ("injured", "20", None)]),
    ("Gunmen kill 15 villagers in northwest Nigeria", [("killed", "15", "villagers")]),
    ("Dozens killed in clashes in Darfur", [("killed", "Dozens", None)]),
    ("8 killed 25 injured in rocket attack", [("killed", "8", None), ("injured", "25", None)]),
    ("Nine people killed 12 others wounded in Aleppo", [("killed", "Nine", "people"), ("injured", "12", "others")]),
]
PARTS: list[tuple[str, Row]] = [
    # text, the row that is part of another
    ("Twelve people, including three children, were killed.", ("killed", "three", "children")),
    ("Twelve people were killed, including three children.", ("killed", "three", "children")),
    ("Twelve people were killed, among them three children.", ("killed", "three", "children")),
    ("Twelve people were killed, four of them children.", ("killed", "four", "children")),
    ("Twelve people, four of them children, were killed.", ("killed", "four", "children")),
    ("Nine people were killed, three of whom were children.", ("killed", "three", "children")),
    ("The strike killed eight people, two of them medics.", ("killed", "two", "medics")),
    ("The bombing left at least seven people dead, including two children.", ("killed", "two", "children")),
    ("The dead included two nurses.", ("killed", "two", "nurses")),
    ("The wounded included a child.", ("injured", "a child", "a child")),
    ("Three of the dead were children.", ("killed", "Three", "children")),
    ("Two of those killed were children.", ("killed", "Two", "children")),
    ("Five children were among those killed.", ("killed", "Five", "children")),
    ("Among the dead were four medics.", ("killed", "four", "medics")),
    ("Ten children were among 48 people executed by troops.", ("killed", "Ten", "children")),
    ("Two women were among eight people killed when a bomb fell.", ("killed", "Two", "women")),
    ("Two of the dead were Filipinos.", ("killed", "Two", "Filipinos")),
    ("Sixteen people were hurt, two medics among them.", ("injured", "two", "medics")),
    ("The death toll passed 130 people, including 67 children.", ("killed", "67", "children")),
    ("Five children were among 12 people killed.", ("killed", "Five", "children")),
    ("At least four of them were injured, three critically.", ("injured", "three", None)),
    ("The blast wounded ten people, four of them in a critical condition.", ("injured", "four", None)),
]
LISTED: list[tuple[str, list[Row]]] = [
    # text, the rows that are parts of another
    (
        "Twelve of the dead are soldiers and ten are civilians.",
        [("killed", "Twelve", "soldiers"), ("killed", "ten", "civilians")],
    ),
    (
        "Twelve people were killed, six of them children and four women.",
        [("killed", "six", "children"), ("killed", "four", "women")],
    ),
    (
        "Six people, including a woman and two children, were killed.",
        [("killed", "a woman", "a woman"), ("killed", "two", "children")],
    ),
    ("Six people were killed, including a woman, and two soldiers were wounded.", [("killed", "a woman", "a woman")]),
]
NOBODY: list[tuple[str, list[CasualtyKind]]] = [
    ("No casualties were reported.", ["killed", "injured"]),
    ("There were no casualties or damage.", ["killed", "injured"]),
    ("No deaths or injuries were reported.", ["killed", "injured"]),
    ("The attack did not cause any casualties.", ["killed", "injured"]),
    ("The attack caused no deaths.", ["killed"]),
    ("The strike caused no injuries.", ["injured"]),
    ("The drone exploded without causing any injuries.", ["injured"]),
    ("No one was killed.", ["killed"]),
    ("None of them was hurt.", ["injured"]),
    ("Nobody was hurt.", ["injured"]),
    ("None of the passengers was hurt.", ["injured"]),
    ("No civilians were killed.", ["killed"]),
]
UNTOLD = [
    "There were no immediate reports of casualties.",
    "Fifteen people were not killed.",
    "Fifteen people could be killed.",
    "The convoy killed the engines.",
    "Eight of the wounded are in a serious condition.",
    "The market reopened on Monday.",
    "The raid killed hopes of a truce.",
]
SUSPECTED = [
    ("Possibly a number of personnel were injured.", True),
    ("At least three people are feared dead.", True),
    ("Two people were believed killed.", True),
    ("As many as 15 people were believed to have been killed.", True),
    ("Two people were killed.", False),
]


def rows(text: str) -> list[tuple[Row, Toll]]:
    """Return all rows of a text in order, as a table tells them, with their tolls."""
    findings, told = read(text)
    words = findings.document.words
    found = [row for one in told for row in (*(r for f in one.frames for r in f.tolls), *one.tolls, *one.nobody)]
    named = [(None if r.group is None else words(r.group.first, r.group.last), r) for r in found]
    return [((r.kind, r.quantity.text, who), r) for who, r in sorted(named, key=lambda pair: pair[1].first)]


@pytest.mark.parametrize(("text", "told"), [*VERBS, *ONES, *SEVERAL, *STATES, *RISEN, *HEADLINES])
def test_reads_how_many_of_whom_were_harmed_how(text: str, told: list[Row]) -> None:
    assert [row for row, _ in rows(text)] == told


@pytest.mark.parametrize(("text", "part"), PARTS)
def test_a_part_of_another_row_is_marked(text: str, part: Row) -> None:
    assert [row for row, toll in rows(text) if toll.subset] == [part]


@pytest.mark.parametrize(("text", "parts"), LISTED)
def test_parts_stand_in_lists(text: str, parts: list[Row]) -> None:
    assert [row for row, toll in rows(text) if toll.subset] == parts


@pytest.mark.parametrize(("text", "kinds"), NOBODY)
def test_nobody_harmed_is_a_count_of_none(text: str, kinds: list[CasualtyKind]) -> None:
    found = [toll for _, toll in rows(text)]
    assert [toll.kind for toll in found] == kinds
    assert {(toll.quantity.min, toll.quantity.max, toll.quantity.best, toll.quantity.hedge) for toll in found} == {
        (0, 0, 0, "none")
    }


@pytest.mark.parametrize("text", UNTOLD)
def test_a_sentence_that_tells_no_toll_has_none(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(("text", "suspected"), SUSPECTED)
def test_what_is_only_believed_is_suspected(text: str, suspected: bool) -> None:
    assert [toll.suspected for _, toll in rows(text)] == [suspected]


def test_people_under_evaluation_are_rows_with_their_condition() -> None:
    text = "A number of U.S. personnel are undergoing evaluation for traumatic brain injuries."
    [(row, toll)] = rows(text)
    assert row == ("under_evaluation", "A number of", "U.S. personnel")
    assert toll.condition is not None
    assert read(text)[0].document.words(*toll.condition) == "traumatic brain injuries"


def test_one_is_one_and_a_couple_is_two() -> None:
    counts = [toll.quantity.best for text, _ in ONES for _, toll in rows(text)]
    assert counts == [1, 1, 1, 1, 1, 1, 2, 2, 5, 2, 4]
