"""Countries: every name finds its code, ambiguous ones all of theirs, and small words none."""

from zoneinfo import ZoneInfo

import pytest

from dateline.lexicon.countries import Country, CountryName, load_countries
from dateline.lexicon.words import phrase_key
from tests.lexicon.found import found

LEXICON = load_countries()


def countries(sentence: str) -> list[tuple[str, str, str]]:
    """Return (words, code, kind) of the country names that stand in a sentence."""
    return [
        (at.surface, name.code, name.kind)
        for at, names in found(LEXICON.names, sentence)
        for name in names
        if name.fits(at.surface) and name.allowed(at.before, at.after)
    ]


NAMES = [
    # phrase                        codes         kind
    ("Iraq", ["IQ"], "name"),
    ("Iraqi", ["IQ"], "demonym"),
    ("Iraqis", ["IQ"], "demonym"),
    ("Baghdad", ["IQ"], "capital"),
    ("US", ["US"], "name"),
    ("U.S.", ["US"], "name"),
    ("USA", ["US"], "name"),
    ("United States of America", ["US"], "name"),
    ("Washington", ["US"], "capital"),
    ("UK", ["GB"], "name"),
    ("Britain", ["GB"], "name"),
    ("British", ["GB"], "demonym"),
    ("DRC", ["CD"], "name"),
    ("DR Congo", ["CD"], "name"),
    ("Democratic Republic of Congo", ["CD"], "name"),
    ("Congolese", ["CD", "CG"], "demonym"),
    ("Dominican", ["DM", "DO"], "demonym"),
    ("Korean", ["KP", "KR"], "demonym"),
    ("North Koreans", ["KP"], "demonym"),
    ("Burma", ["MM"], "name"),
    ("Türkiye", ["TR"], "name"),
    ("Turks", ["TR"], "demonym"),
    ("Moscow", ["RU"], "capital"),
    ("Kiev", ["UA"], "capital"),
    ("Kyiv", ["UA"], "capital"),
    ("Tehran", ["IR"], "capital"),
    ("Sana’a", ["YE"], "capital"),
    ("Kosovo", ["XK"], "name"),
    ("Palestinians", ["PS"], "demonym"),
    ("Taiwanese", ["TW"], "demonym"),
    ("Western Sahara", ["EH"], "name"),
    ("Côte d’Ivoire", ["CI"], "name"),
    ("Nigerien", ["NE"], "demonym"),
    ("Nigerian", ["NG"], "demonym"),
    ("South Sudan", ["SS"], "name"),
    ("Guinea-Bissau", ["GW"], "name"),
]


@pytest.mark.parametrize(("phrase", "codes", "kind"), NAMES)
def test_a_name_finds_its_countries(phrase: str, codes: list[str], kind: str) -> None:
    names = LEXICON.names.get(phrase)
    assert ([name.code for name in names], {name.kind for name in names}) == (codes, {kind})


SENTENCES = [
    # text                                            its countries
    ("US forces told us to leave.", ["US"]),
    ("The U.S. and the U.K. struck Yemen.", ["US", "GB", "YE"]),
    ("THE US SAID TURKEY AGREED.", ["US", "TR"]),
    ("They ate turkey off fine china in Turkey.", ["CN", "TR"]),
    ("Male nurses left the ward.", []),
    ("New Mexico and New Jersey sent aid.", []),
    ("A ship was hit in the Gulf of Aden.", []),
    ("Latin American envoys met.", []),
    ("An American Indian reservation.", []),
    ("Militants in the Niger Delta blew up a pipeline.", []),
    ("Niger's army and Nigeria's met.", ["NE", "NG"]),
    ("South Sudanese troops left Sudan.", ["SS", "SD"]),
    ("North Korean shells fell near South Korea.", ["KP", "KR"]),
    ("Poles climbed telegraph poles.", ["PL"]),
]


@pytest.mark.parametrize(("sentence", "codes"), SENTENCES)
def test_finds_countries_in_a_sentence(sentence: str, codes: list[str]) -> None:
    assert [code for _, code, _ in countries(sentence)] == codes


PEOPLES = [
    ("Kurdish", ("IQ", "SY", "TR", "IR")),
    ("Gazans", ("PS",)),
    ("Chechen", ("RU",)),
    ("Crimean", ("UA",)),
    ("Somaliland", ("SO",)),
    ("Rohingya", ("MM", "BD")),
    ("Kashmiri", ("IN", "PK")),
]


@pytest.mark.parametrize(("phrase", "codes"), PEOPLES)
def test_a_people_has_its_candidate_countries(phrase: str, codes: tuple[str, ...]) -> None:
    [people] = LEXICON.peoples.get(phrase)
    assert people.countries == codes


def test_every_people_lives_in_known_countries() -> None:
    listed = {code for people in _peoples() for code in people}
    assert listed <= set(LEXICON.by_code)


def _peoples() -> list[tuple[str, ...]]:
    return [people.countries for entries in LEXICON.peoples._entries.values() for people in entries]  # noqa: SLF001


@pytest.mark.parametrize("country", LEXICON.by_code.values(), ids=lambda c: c.code)
def test_a_country_is_whole(country: Country) -> None:
    assert len(country.code) == 2
    assert country.code.isupper()
    assert ZoneInfo(country.timezone).key == country.timezone
    assert country.zones >= 1
    assert -90 <= country.lat <= 90
    assert -180 <= country.lon <= 180
    forms = {phrase_key(form) for form in (country.name, *country.aliases, *country.demonyms, *country.capitals)}
    assert {phrase_key(form) for form in country.cased} <= forms


def test_there_are_as_many_countries_as_promised() -> None:
    assert len(LEXICON.by_code) >= 240


def test_no_two_countries_share_an_adjective() -> None:
    adjectives = [country.title for country in LEXICON.by_code.values()]
    assert len(set(adjectives)) == len(adjectives)


def test_an_unknown_code_stands_for_itself() -> None:
    assert LEXICON.adjective("ZZ") == "ZZ"


def test_a_country_has_a_name_but_once() -> None:
    for names in LEXICON.names._entries.values():  # noqa: SLF001
        assert len({name.code for name in names}) == len(names)


def test_a_name_without_need_of_capitals_fits_any() -> None:
    assert CountryName(code="IQ", kind="name", form="Iraq").fits("iraq")
