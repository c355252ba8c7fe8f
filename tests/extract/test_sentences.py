"""Where sentences end, and where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.sentences import sentences
from dateline.lexicon.words import word_spans


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, list(word_spans(text)))]


# A broken bar stands where one sentence ends and the next begins.
PLAIN = [
    "Three people died. ¦The army blamed rebels.",
    "Who fired first? ¦Nobody knows.",
    "Fire! ¦Smoke rose over the port.",
    "The siege went on… ¦Then the bridge fell.",
    "The siege went on... and nobody came.",
    "The talks failed ... ¦Fighting resumed at dawn.",
    "What?! ¦The minister was stunned.",
    "Shells hit Kharkiv. ¦12 people were hurt.",
    "It cost $2.5 million. ¦Nobody paid.",
    "A 5.56 mm round was found.",
    "A magnitude 6.1 quake struck; nobody was hurt.",
    "Visit example.org for maps. ¦Registration is free.",
    "The unit fled to Mali. ¦al-Shabaab was not involved.",
    "Fighters left the town.¦The army moved in.",
    "Residents fled. ¦the army moved in later.",
    "The army’s 3rd Brigade left. ¦“Good,” said one man.",
]
RANKS = [
    "Maj. Gen. Patrick Ryder spoke on Monday. ¦He gave no toll.",
    "Lt. Col. Ali Hassan was killed near Taji.",
    "Brig. Gen. Yahya Saree, the spokesman, said so.",
    "Dr. Amina Yusuf treated the wounded. ¦Mr. Okoro helped.",
    "The officer, Sgt. 1st Class John Doe, survived.",
    "Gov. Ibrahim Sule visited. ¦Sen. Ada Obi did not.",
    "Police Supt. Rosa Lim said two men fled.",
    "Messrs. Khan and Butt were freed.",
    "The ambush killed Capt. O’Neil and Pvt. Reyes.",
    "Rev. James Moss and Fr. Paul Bako were seized.",
    "St. Petersburg was quiet. ¦Mt. Hermon was not.",
    "He met Prof. Lund in Oslo. ¦They signed nothing.",
    "MAJ. GEN. RYDER SPOKE. ¦NOBODY ASKED.",
    "The post went to Cmdr. Lee.\n¦Cmdr. Park left.",
]
INITIALS = [
    "George W. Bush ordered the strike.",
    "J. Smith was shot. ¦K. Brown was not.",
    "J. R. Adams signed the order.",
    "Vitamin C. ¦The boxes were looted.",
    "The U.S. Army denied it.",
    "Troops left the U.S. ¦The Senate had voted.",
    "Forces of the U.S. and the U.K. struck Yemen.",
    "The U.N. Security Council met. ¦Russia vetoed the text.",
    "He flew to Washington, D.C. ¦He met the president.",
    "The F.B.I. Director spoke.",
    "An aid convoy of the U.N. ¦It was turned back.",
    "Officials in the U.S. ¦“We are watching,” one said.",
    "The U.S.-led coalition struck. ¦Iraq protested.",
]
TIMES = [
    "The blast was at 3 a.m. Saturday in Basra.",
    "The raid began at 3 p.m. ¦The attack lasted an hour.",
    "It happened at 6:30 p.m. (Baghdad time) on Jan. 20. ¦Nobody was hurt.",
    "At 5 p.m. Israeli jets struck Tyre.",
    "The curfew began at 9 p.m. ¦Shops closed early.",
    "The curfew began at 9 p.m. Baghdad time.",
    "Sirens sounded at 4 a.m. GMT.",
    "Clashes began at 10 a.m., witnesses said.",
    "On Jan. 20, rockets hit the base.",
    "The pact was signed in Jan. ¦The war went on.",
    "The strike of Sept. 3 killed 12. ¦Two died later.",
    "Police came on Tues. night and left on Wed. morning.",
    "He sat. ¦The judge spoke.",
    "They watched the sun. ¦Then came the shells.",
    "The bombing (at 8 a.m.) killed four. ¦Five were hurt.",
    "It fell between 2 a.m. and 4 a.m. on Friday.",
]
NUMBERS = [
    "Camp No. 5 was hit. ¦Camp No. 6 was spared.",
    "Under Res. 2254 the talks go on.",
    "Art. 5 was invoked. ¦Allies met.",
    "1. The army advanced. ¦It took two hills.",
    "Orion Security Inc. lost two guards. ¦Its staff left.",
    "He works for Delta Co. Ltd. in Lagos.",
    "The firm is Acme Corp. ¦The state owns it.",
    "Martin Luther King Jr. was mourned.",
    "See p. 12 of the report.",
    "Pay rose by 2.5 percent in 2014. ¦Prices rose faster.",
    "About 1,200.5 tonnes arrived. ¦None was looted.",
]
QUOTES = [
    "“At least one was wounded,” it added.",
    "“We saw smoke,” he said. ¦“Then a blast.”",
    "“The base was hit.” ¦The army said nothing more.",
    '"They came at night." ¦The mayor wept.',
    'The mayor called it "a massacre." ¦Aid groups agreed.',
    "“Stop!” Abadi shouted.",
    "“Why us?” asked Mariam Sesay.",
    "“Is it over?” he asked. ¦“No.”",
    "“Is it over?” ¦The crowd fell silent.",
    "He called it ‘a crime.’ ¦Others left.",
    "«We are ready.» ¦The envoy left.",
    "(The army denied this.) ¦A probe was opened.",
    "The army denied this (see below). ¦A probe was opened.",
    "“It is over. ¦We won,” he said.",
    "It is “necessary.” ” ¦Around 2,500 troops stay.",
    '"Leave now!" ¦"No!"',
    "He said, “Go.” and left.",
]
LINES = [
    "Strike injures two at base\n¦ERBIL, Kurdistan Region - Two soldiers were injured.",
    "The army advanced\n\n¦the rebels fled",
    "First paragraph ends here.\n¦Second one begins.",
    "Rebels take hill\n¦Army denies loss\n¦Two hills fell on Monday.",
    "BEIRUT (AP) — Shells fell. ¦Two died.",
    "MADISON, Wis. - Two men were shot. ¦One died.",
    "VIRGINIA BEACH, Va. (AP) – Two men were shot. ¦One died.",
    "KABUL, Jan. 5 (Xinhua) -- A bomb killed two. ¦Ten were hurt.",
    "- Two killed in Homs\n¦- Three hurt in Hama\n¦- Curfew in Idlib",
    "Key points:\n¦• Two killed\n¦• Three hurt",
    "The list:\n¦1. Homs was hit.\n¦2. Hama was spared.",
    "The minister spoke to\nreporters. ¦He left.",
    "Maj. Gen.\nRyder spoke.",
    "By Our Correspondent\n¦Two men died.",
    (
        "At least twelve people were killed and thirty others wounded when a car bomb\n"
        "exploded near a crowded market in the north of the city on Friday, the governor of\n"
        "Kirkuk said. ¦Police sealed off the street and ambulances took the wounded to the Azadi\n"
        "Hospital. ¦No group claimed the attack.\n\n¦Two more bombs were found nearby."
    ),
    (
        "Bomb kills twelve in market\n"
        "¦At least twelve people were killed and thirty others wounded when a car bomb\n"
        "exploded near a crowded market in the north of the city on Friday, the governor\n"
        "said. ¦No group claimed it."
    ),
    "“We saw it,” he said.\n¦“It was big.”",
    "the rebels left the town. ¦the army came in. ¦nobody was hurt.",
    "REBELS TAKE HILL. ¦ARMY DENIES LOSS IN THE U.S. PRESS.",
]
ALL = [*PLAIN, *RANKS, *INITIALS, *TIMES, *NUMBERS, *QUOTES, *LINES]


@pytest.mark.parametrize("marked", ALL)
def test_cuts_where_a_reader_would(marked: str) -> None:
    assert cut(marked.replace("¦", "")) == [part.strip() for part in marked.split("¦")]


def test_a_text_without_words_has_no_sentence() -> None:
    assert cut("") == []
    assert cut(" \n\n ") == []


PIECES = st.sampled_from(
    ["The", "army", "Gen.", "U.S.", "p.m.", ".", "!", "”", '"', "(", ")", "al", "-", "J", "5", "\n", "\n\n", " ", "…"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    spans = list(word_spans(text))
    found = sentences(text, spans)
    assert [i for s in found for i in range(s.first, s.last)] == list(range(len(spans)))
    for index, sentence in enumerate(found):
        assert sentence.index == index
        assert (sentence.start, sentence.end) == (spans[sentence.first][0], spans[sentence.last - 1][1])


@given(st.lists(st.sampled_from(PLAIN + RANKS + TIMES), min_size=1, max_size=5))
def test_a_blank_line_keeps_paragraphs_apart(marked: list[str]) -> None:
    texts = [case.replace("¦", "").replace("\n", " ") for case in marked]
    apart = [sentence for text in texts for sentence in cut(text)]
    assert cut("\n\n".join(texts)) == apart
