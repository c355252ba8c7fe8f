"""Parts of speech of words that news uses in several ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.tagger import TAGS, load_tagger
from dateline.lexicon.words import word_spans

# word, its tag, and a sentence where it stands once (or first)
CASES = [
    ("strike", "NOUN", "The strike killed nine people in a village near Jenin."),
    ("strike", "VERB", "The general warned that his jets would strike again."),
    ("strikes", "NOUN", "Overnight strikes on the harbour lasted an hour."),
    ("strikes", "VERB", "Now and then a rocket strikes the port."),
    ("struck", "VERB", "A missile struck the power plant before dawn."),
    ("attack", "NOUN", "No group has claimed the attack."),
    ("attack", "VERB", "Militants attack convoy in Sinai"),
    ("attacks", "NOUN", "The attacks on shipping went on for weeks."),
    ("attacked", "VERB", "Bandits attacked a farm in Zamfara."),
    ("raid", "NOUN", "Two men were arrested in a raid on the camp."),
    ("raid", "VERB", "Troops raid homes in Nablus"),
    ("raided", "VERB", "Soldiers raided the house at midnight."),
    ("fire", "NOUN", "Gunmen opened fire on a bus."),
    ("fire", "VERB", "Rebels fire rockets at Aden"),
    ("fired", "VERB", "The ship fired two missiles."),
    ("shell", "NOUN", "A shell landed in the courtyard of a school."),
    ("shell", "VERB", "The army continued to shell the eastern districts."),
    ("shelling", "NOUN", "The shelling of the town began at noon."),
    ("shelled", "VERB", "Tanks shelled the hospital."),
    ("bomb", "NOUN", "A bomb exploded under a minibus."),
    ("bomb", "VERB", "They threatened to bomb the embassy."),
    ("bombing", "NOUN", "The bombing left 40 dead."),
    ("clash", "NOUN", "One officer died in the clash."),
    ("clash", "VERB", "Protesters clash with police in Dakar"),
    ("clashes", "NOUN", "Clashes erupted near the border on Tuesday."),
    ("clashed", "VERB", "Rival militias clashed in Tripoli."),
    ("fight", "NOUN", "The fight against the Islamic State goes on."),
    ("fight", "VERB", "They vowed to fight until the end."),
    ("fighting", "NOUN", "Heavy fighting was reported in Bakhmut."),
    ("fighting", "VERB", "The two sides are fighting for the airport."),
    ("ambush", "NOUN", "Six soldiers were killed in an ambush in Tillaberi."),
    ("ambush", "VERB", "Guerrillas ambush patrol in Arauca"),
    ("ambushed", "VERB", "Fighters ambushed a patrol on Friday."),
    ("blast", "NOUN", "The blast shattered windows a mile away."),
    ("wounded", "VERB", "At least five officers were wounded in the shootout."),
    ("wounded", "VERB", "The grenade wounded three shoppers."),
    ("wounded", "ADJ", "The wounded were flown to Ankara."),
    ("injured", "VERB", "Ten passengers were injured when the train derailed."),
    ("injures", "VERB", "Rocket attack injures two in Erbil"),
    ("dead", "ADJ", "The explosion left two guards dead."),
    ("killed", "VERB", "The roadside bomb killed a colonel."),
    ("killed", "VERB", "Twelve killed in Quetta mosque blast"),
    ("kills", "VERB", "Car bomb kills 12 in Mogadishu"),
    ("killing", "VERB", "A truck crashed into the crowd, killing six."),
    ("march", "NOUN", "The march ended without violence."),
    ("March", "PROPN", "The truce of March 12 did not hold."),
    ("marched", "VERB", "Thousands marched through Tunis."),
    ("protest", "NOUN", "Police broke up the protest with tear gas."),
    ("protest", "VERB", "Teachers protest in Lima over pay"),
    ("protests", "NOUN", "The protests spread to other cities."),
    ("mine", "NOUN", "A tractor hit a mine near Izium."),
    ("target", "NOUN", "The target was a weapons depot."),
    ("target", "VERB", "Rebels often target oil tankers."),
    ("targeting", "VERB", "Rockets were launched targeting the airbase."),
    ("missile", "NOUN", "A missile fell into the sea."),
    ("rocket", "NOUN", "The rocket attack caused no damage."),
    ("drone", "NOUN", "A drone was shot down over the strait."),
    ("mortar", "NOUN", "Mortar fire hit the market."),
    ("offensive", "NOUN", "The army launched an offensive in the north."),
    ("siege", "NOUN", "The siege of the city is in its third month."),
    ("claimed", "VERB", "The group claimed responsibility for the bombing."),
    ("said", "VERB", "The ministry said on Monday that the toll had risen."),
    ("toll", "NOUN", "Death toll in Gaza rises to 300"),
    ("rises", "VERB", "Death toll in Gaza rises to 300"),
    ("backed", "VERB", "Iran-backed militias deny the charge."),
    ("Basra", "PROPN", "Basra was calm on Sunday."),
    ("'s", "PART", "The group's leader was captured."),
    ("’s", "PART", "Iraq’s parliament met on Monday."),
    ("n't", "PART", "The army didn't comment."),
    ("’ve", "AUX", "“We’ve lost everything,” she said."),
    ("IS", "PROPN", "Fighters of IS took the village."),
    ("is", "AUX", "The village is empty."),
    ("ended", "VERB", "After the siege ended they went home."),
    ("manned", "VERB", "The checkpoint manned by rebels was shelled."),
    ("at", "ADP", "The rebels struck at dawn."),
    ("12", "NUM", "At least 12 people died."),
    ("housing", "VERB", "Missiles hit a base housing coalition troops."),
    ("undergoing", "VERB", "Several soldiers are undergoing tests."),
    ("STRIKE", "NOUN", "AIR STRIKE KILLS SEVEN IN HODEIDAH"),
    ("KILLS", "VERB", "AIR STRIKE KILLS SEVEN IN HODEIDAH"),
    ("Kills", "VERB", "Suicide Bomber Kills Nine in Kabul Mosque"),
    ("attack", "NOUN", "rebels claim attack on army base near goma"),
]


def tagged(text: str) -> list[tuple[str, str]]:
    words = [text[start:end] for start, end in word_spans(text)]
    return list(zip(words, load_tagger().tags(words), strict=True))


@pytest.mark.parametrize(("word", "tag", "text"), CASES)
def test_tags_a_word_as_its_sentence_uses_it(word: str, tag: str, text: str) -> None:
    found = dict(reversed(tagged(text)))
    assert found[word if word in found else word.capitalize()] == tag


def test_the_same_words_get_the_same_tags() -> None:
    assert tagged(CASES[0][2]) == tagged(CASES[0][2])


def test_no_words_have_no_tags() -> None:
    assert load_tagger().tags([]) == []


@given(st.text())
def test_every_word_gets_a_tag_of_the_scheme(text: str) -> None:
    assert {tag for _, tag in tagged(text)} <= set(TAGS)
