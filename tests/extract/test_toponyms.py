"""Place names in reports: what is one, what is none, and what the words about it say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.document import Document, Token
from dateline.extract.sentences import sentences
from dateline.extract.toponym_cues import offset
from dateline.extract.toponyms import Toponym, toponyms
from dateline.lexicon.words import fold, word_spans
from dateline.model.report import Source


def a_document(text: str) -> Document:
    spans = list(word_spans(text))
    tokens = tuple(Token(a, b, text[a:b], fold(text[a:b]), "X", "") for a, b in spans)
    source = Source(
        id="1", uri=None, publisher=None, title=None, published_at=None, published_basis=None, language="en", text=text
    )
    return Document(source, tokens, sentences(text, spans))


def found(text: str) -> tuple[Toponym, ...]:
    return toponyms(a_document(text))


NAMES = [
    ("Rockets hit al-Assad Airbase in Iraq’s western Anbar province.", ["al-Assad Airbase", "Iraq", "Anbar"]),
    ("Clashes broke out in Hit, Anbar, on Monday.", ["Hit", "Anbar"]),
    ("Shells hit the Gaza Strip and southern Lebanon.", ["Gaza Strip", "southern Lebanon"]),
    ("A drone struck near the port of Hodeidah in the Red Sea.", ["Hodeidah", "Red Sea"]),
    ("Gunmen attacked Nuseirat refugee camp.", ["Nuseirat refugee camp"]),
    ("Fighting in Port-au-Prince and Deir ez-Zor went on.", ["Port-au-Prince", "Deir ez-Zor"]),
    ("Jets bombed the towns of al-Bab and Manbij in Syria.", ["al-Bab", "Manbij", "Syria"]),
    ("Two men were shot dead in Kansas City, Mo., police said.", ["Kansas City", "Mo."]),
    ("The U.S. and Britain struck Yemen.", ["U.S.", "Britain", "Yemen"]),
    ("GUNMEN KILLED TWO IN AL-QAIM, ANBAR PROVINCE", ["AL-QAIM", "ANBAR"]),
    ("ISLAMIC STATE ATTACKS AL-ASAD AIR BASE IN IRAQ", ["AL-ASAD AIR BASE", "IRAQ"]),
    ("Suicide Bomber Kills Three In Baghdad", ["Baghdad"]),
    ("The blast hit Mosul University.", ["Mosul"]),
    ("They met in Paris and in Reading, England.", ["Paris", "Reading", "England"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_place_names_are_found(text: str, names: list[str]) -> None:
    assert [toponym.name for toponym in found(text)] == names


NONE = [
    "Iraqi and Syrian forces fought Kurdish fighters.",
    "He was killed in March and buried on Friday.",
    "President Bashar al-Assad spoke.",
    "Jack London wrote it, and Paris Hilton read it.",
    "They told us that it was over.",
    "Police said the man was hit by a car.",
    "Lt. Gen. Houston Jackson spoke.",
    "The Union said most of the staff had left.",
    "Hassan said that Omar was at home.",
    "Three Soldiers Die",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_place_is_not_found(text: str) -> None:
    assert found(text) == ()


def test_names_inside_taken_ranges_are_left_out() -> None:
    document = a_document("The Islamic Resistance in Iraq struck Syria.")
    assert [t.name for t in toponyms(document, [(1, 5)])] == ["Syria"]


KINDS = [
    ("Troops entered Anbar province.", "Anbar", "admin1"),
    ("Troops entered the province of Anbar.", "Anbar", "admin1"),
    ("Troops entered the city of Mosul.", "Mosul", "city"),
    ("Troops entered the villages of Kafraya and Madaya.", "Kafraya", "city"),
    ("Floods hit Hit district in Iraq.", "Hit", "district"),
    ("Fighting in Diyala and Anbar provinces went on.", "Diyala", "admin1"),
    ("It happened in Taiz, a city in Yemen.", "Taiz", "city"),
    ("It happened in Taiz.", "Taiz", None),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_the_words_ask_for_a_kind(text: str, name: str, kind: str | None) -> None:
    [toponym] = [t for t in found(text) if t.name == name]
    assert toponym.kind_asked == kind


OFFSETS = [
    ("about 50 km (30 miles) southwest of ", (50.0, 225.0)),
    ("12 kilometers north of ", (12.0, 0.0)),
    ("some 10 miles to the east of ", (16.09344, 90.0)),
    ("2.5 km due west of the town of ", (2.5, 270.0)),
    ("1,200 km south-east of ", (1200.0, 135.0)),
    ("20km northeast of the capital ", (20.0, 45.0)),
    ("50 nautical miles southwest of the port of ", (92.6, 225.0)),
    ("several kilometres north of ", None),
    ("the north of ", None),
    ("50 km from ", None),
]


@pytest.mark.parametrize(("text", "expected"), OFFSETS)
def test_distances_and_bearings_are_read(text: str, expected: tuple[float, float] | None) -> None:
    assert offset(text + "Mosul", len(text)) == (pytest.approx(expected) if expected else None)


def test_a_distance_belongs_to_the_name_that_it_starts_from() -> None:
    beledweyne, mogadishu, hiran = found("A mine exploded in Beledweyne, 335 km north of Mogadishu, in Hiran region.")
    assert mogadishu.offset == (335.0, 0.0)
    assert mogadishu.modifier
    assert mogadishu.container is None
    assert beledweyne.offset is None
    assert hiran.kind_asked == "admin1"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("The convoy was hit near Mosul.", True),
        ("The convoy was hit on the outskirts of Mosul.", True),
        ("The convoy was hit outside Mosul.", True),
        ("The convoy was hit close to Mosul.", True),
        ("Shells fell on Aleppo countryside.", True),
        ("The convoy was hit in Mosul.", False),
    ],
)
def test_nearness_is_kept(text: str, near: bool) -> None:
    [toponym] = found(text)
    assert toponym.near is near


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("A shell hit Hit, Anbar.", "Hit", "Anbar"),
        ("A shell hit Haditha in western Anbar province.", "Haditha", "Anbar"),
        ("A shell hit Haditha in Iraq.", "Haditha", "Iraq"),
        ("A shell hit Iraq’s western Anbar province.", "Anbar", "Iraq"),
    ],
)
def test_one_name_holds_another(text: str, inner: str, outer: str) -> None:
    names = found(text)
    [held] = [t for t in names if t.name == inner]
    assert held.container is not None
    assert names[held.container].name == outer


@pytest.mark.parametrize(
    ("text", "name", "metonym"),
    [
        ("They condemned Washington’s support for the war.", "Washington", True),
        ("Tehran denied the charge.", "Tehran", True),
        ("Iran-backed fighters fired.", "Iran", True),
        ("Moscow has accused it of lying.", "Moscow", True),
        ("The attack hurt US personnel.", "US", True),
        ("A bomb went off in Washington.", "Washington", False),
        ("A Syria-based group said so.", "Syria", False),
        ("Iraq’s western Anbar province was hit.", "Iraq", False),
    ],
)
def test_a_government_is_no_place(text: str, name: str, metonym: bool) -> None:
    [toponym] = [t for t in found(text) if t.name == name]
    assert toponym.metonym is metonym


UNKNOWN = [
    ("Troops entered the village of Qurzabat in Iraq.", "Qurzabat", "city"),
    ("Troops entered the village of Tel Qurzabat.", "Tel Qurzabat", "city"),
    ("A bomb exploded at the Xorub checkpoint.", "Xorub", "checkpoint"),
    ("Shelling hit al-Qurzab neighbourhood of Aleppo.", "al-Qurzab", "quarter"),
]


@pytest.mark.parametrize(("text", "name", "kind"), UNKNOWN)
def test_words_can_say_that_an_unknown_name_is_a_place(text: str, name: str, kind: str) -> None:
    [toponym] = [t for t in found(text) if not t.known]
    assert (toponym.name, toponym.kind_asked) == (name, kind)


@pytest.mark.parametrize("text", ["The village of about 500 people burned.", "An Iraqi village burned."])
def test_words_for_places_need_a_name(text: str) -> None:
    assert all(toponym.known for toponym in found(text))


def test_a_name_spelled_otherwise_is_found_in_its_country() -> None:
    assert [t.name for t in found("Jets struck in Syria on Monday. Ten died in Talbeesah.")] == ["Syria", "Talbeesah"]
    assert [t.name for t in found("Jets struck on Monday. Ten died in Talbeesah.")] == []


REFERENCES = [
    ("Two men were killed in Manbij, north of Raqqa.", "Raqqa", True),
    ("Two men were killed in Manbij near Aleppo.", "Aleppo", True),
    ("Two men were killed in Manbij and near Aleppo.", "Aleppo", False),
    ("Troops took Aleppo Monday.", "Aleppo", False),
    ("The blast hit Aleppo Stadium.", "Aleppo", True),
]


@pytest.mark.parametrize(("text", "name", "modifier"), REFERENCES)
def test_a_name_that_another_is_placed_by_is_marked(text: str, name: str, modifier: bool) -> None:
    assert next(t.modifier for t in found(text) if t.name == name) is modifier


def test_a_country_that_lost_its_apostrophe_is_no_part_of_a_name() -> None:
    assert "Qurzab" in [t.name for t in found("Shells fell in Syrias Qurzab province.")]


def test_the_filing_line_is_marked() -> None:
    names = found("ERBIL, Kurdistan Region - A rocket hit Erbil on Monday, police said.")
    assert [(t.name, t.in_filing_line) for t in names] == [
        ("ERBIL", True),
        ("Kurdistan Region", True),
        ("Erbil", False),
    ]


WORDS = st.sampled_from(
    "Iraq , in the village of Mosul - al Anbar province near 5 km north said President London . Gen. US\n '".split(" ")
)


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=25))
def test_every_name_lies_within_the_text_and_none_overlap(words: list[str]) -> None:
    document = a_document(" ".join(words))
    end = 0
    names = toponyms(document)
    for k, toponym in enumerate(names):
        assert end <= toponym.first < toponym.last <= len(document.tokens)
        assert document.words(toponym.first, toponym.last) == toponym.name
        assert toponym.container is None or (0 <= toponym.container < len(names) and toponym.container != k)
        end = toponym.last


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    toponyms(a_document(text))
