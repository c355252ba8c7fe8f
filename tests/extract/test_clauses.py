"""Subjects, objects and prepositional phrases of verbs."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.clauses import coordinated, objects, obliques, subjects
from dateline.extract.document import Document
from dateline.extract.nominals import Nominal, Phrase
from tests.texts import read

SUBJECTS = [
    # text, verb, its subject
    ("Rebels attacked the base on Monday.", "attacked", ["Rebels"]),
    ("Two soldiers were killed by gunmen near Gao.", "were killed", ["Two soldiers"]),
    ("On Saturday rebels seized the town of Masisi.", "seized", ["rebels"]),
    ("In Basra, protesters burned tyres.", "burned", ["protesters"]),
    ("After the attack, troops sealed off the area.", "sealed off", ["troops"]),
    ("Hamas's fighters ambushed a patrol.", "ambushed", ["Hamas's fighters"]),
    # several
    ("Police and soldiers dispersed the crowd.", "dispersed", ["Police", "soldiers"]),
    ("Police, soldiers and militiamen dispersed the crowd.", "dispersed", ["Police", "soldiers", "militiamen"]),
    ("A soldier and two policemen were among the dead.", "were", ["A soldier", "two policemen"]),
    ("Israel and Hamas exchanged fire on Friday.", "exchanged", ["Israel", "Hamas"]),
    # clauses that others hold
    ("The army said rebels had shelled a market in Omdurman.", "had shelled", ["rebels"]),
    ("He said that militants had fired missiles from Yemen.", "had fired", ["militants"]),
    ("Residents fled when shells landed near a school.", "landed", ["shells"]),
    ("Villagers said gunmen on motorcycles had killed 12 farmers.", "had killed", ["gunmen"]),
    ("The group killed ten farmers, the governor said.", "said", ["the governor"]),
    # relative clauses
    ("Militants who attacked the convoy fled.", "attacked", ["Militants"]),
    ("Militants who attacked the convoy fled.", "fled", ["Militants"]),
    ("The drone that hit the port was Iranian.", "hit", ["The drone"]),
    ("The drone that hit the port was Iranian.", "was", ["The drone"]),
    ("The group, which is based in Mali, attacked two villages.", "attacked", ["The group"]),
    ("The fighters that the army held were jailed.", "held", ["the army"]),
    ("The fighters that the army held were jailed.", "were jailed", ["The fighters"]),
    # participles
    ("Fighters backed by Iran fired rockets at the base.", "backed", ["Fighters"]),
    ("Fighters backed by Iran fired rockets at the base.", "fired", ["Fighters"]),
    ("The air force bombed positions held by insurgents.", "held", ["positions"]),
    ("Rockets fired from Lebanon hit Kiryat Shmona.", "fired", ["Rockets"]),
    ("Attackers armed with machetes raided the camp.", "raided", ["Attackers"]),
    ("The army, backed by militias, retook the town.", "retook", ["The army"]),
    ("Gunmen stormed the hotel, killing two guards.", "killing", ["Gunmen"]),
    ("Armed men attacked a village in Plateau state, burning houses.", "burning", ["Armed men"]),
    # verbs that share a subject, and clauses that do not
    ("Rebels attacked the base and burned two vehicles.", "burned", ["Rebels"]),
    ("The blast killed two men and wounded dozens of shoppers.", "wounded", ["The blast"]),
    ("Gunmen stormed the hotel, killing two guards and wounding five people.", "wounding", ["Gunmen"]),
    ("Six civilians died and ten soldiers were wounded.", "were wounded", ["ten soldiers"]),
    ("Six civilians lost their lives and 10 people were wounded.", "were wounded", ["10 people"]),
    ("The strike, the third this week, wounded a child.", "wounded", ["The strike"]),
]
OBJECTS = [
    # text, verb, its object
    ("Rebels attacked the base on Monday.", "attacked", ["the base"]),
    (
        "The army killed three rebels, two commanders and a driver.",
        "killed",
        ["three rebels", "two commanders", "a driver"],
    ),
    ("Ukraine shot down 12 drones over Odesa.", "shot down", ["12 drones"]),
    ("Gunmen stormed the hotel, killing two guards.", "killing", ["two guards"]),
    ("The dead included two nurses.", "included", ["two nurses"]),
    ("Residents fled when shells landed near a school.", "fled", []),
    ("A car bomb exploded outside a police station.", "exploded", []),
    ("Rebels attacked on Monday.", "attacked", []),
    ("Gunmen killed five policemen Tuesday in Quetta.", "killed", ["five policemen"]),
    ("Gunmen attacked Tuesday in Quetta.", "attacked", []),
]
OBLIQUES = [
    # text, verb, its prepositional phrases
    ("Two soldiers were killed by gunmen near Gao.", "were killed", [("by", ["gunmen"]), ("near", ["Gao"])]),
    ("Troops clashed with rebels in North Kivu.", "clashed", [("with", ["rebels"]), ("in", ["North Kivu"])]),
    ("Officials blamed the attack on the PKK.", "blamed", [("on", ["the PKK"])]),
    ("A bomb exploded in the market, near Kano.", "exploded", [("in", ["the market"]), ("near", ["Kano"])]),
    ("Rockets landed in Haifa and Acre.", "landed", [("in", ["Haifa", "Acre"])]),
    ("Rebels attacked, police in Goma said.", "attacked", []),
    ("Rebels attacked the base because troops in Goma had left.", "attacked", []),
]


def words(document: Document, nominals: Sequence[Nominal]) -> list[str]:
    return [document.words(nominal.first, nominal.last) for nominal in nominals]


def parsed(text: str, verb: str) -> tuple[Document, Sequence[Phrase], int]:
    """Return a one-sentence text's phrases, and which of them is the verb."""
    findings, [told] = read(text)
    document = findings.document
    at = next(i for i, p in enumerate(told.phrases) if document.words(p.chunk.first, p.chunk.last) == verb)
    return document, told.phrases, at


@pytest.mark.parametrize(("text", "verb", "subject"), SUBJECTS)
def test_a_verb_has_its_subject(text: str, verb: str, subject: list[str]) -> None:
    document, phrases, at = parsed(text, verb)
    assert words(document, subjects(phrases, at)) == subject


@pytest.mark.parametrize(("text", "verb", "direct"), OBJECTS)
def test_a_verb_has_its_object(text: str, verb: str, direct: list[str]) -> None:
    document, phrases, at = parsed(text, verb)
    assert words(document, objects(phrases, at, phrases[at].chunk.last)) == direct


@pytest.mark.parametrize(("text", "verb", "found"), OBLIQUES)
def test_a_verb_has_its_prepositional_phrases(text: str, verb: str, found: list[tuple[str, list[str]]]) -> None:
    document, phrases, at = parsed(text, verb)
    assert [(o.preposition, words(document, o.nominals)) for o in obliques(phrases, at)][: len(found) or None] == found


LISTS = [
    # text, index of the first phrase, all of the list
    ("Rebels hit police, soldiers and militiamen.", 2, ["police", "soldiers", "militiamen"]),
    ("Troops left Goma, and rebels took it.", 2, ["Goma"]),  # "rebels" opens a clause
    ("Troops left Goma, the capital of North Kivu.", 2, ["Goma"]),  # no list follows
    ("Rockets hit Haifa as well as Acre.", 2, ["Haifa", "Acre"]),
]


@pytest.mark.parametrize(("text", "at", "names"), LISTS)
def test_a_list_ends_where_a_clause_begins(text: str, at: int, names: list[str]) -> None:
    findings, [told] = read(text)
    assert words(findings.document, coordinated(told.phrases, at)) == names


WORDS = "rebels soldiers and , attacked killed were who that said the town in by Goma on Monday wounded while".split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=16))
def test_any_row_of_words_has_subjects_and_objects_among_its_phrases(row: list[str]) -> None:
    for one in read(" ".join(row) + ".")[1]:
        nominals = [p.nominal for p in one.phrases if p.nominal is not None]
        for at, phrase in enumerate(one.phrases):
            if phrase.kind == "VP":
                assert all(n in nominals for n in subjects(one.phrases, at))
                assert all(n in nominals for n in objects(one.phrases, at, phrase.chunk.last))
