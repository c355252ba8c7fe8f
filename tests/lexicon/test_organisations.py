"""Organisations: monitors, outlets and ministries are found, and their small-letter doubles are not."""

from collections import Counter
from typing import get_args

import pytest

from dateline.lexicon.countries import load_countries
from dateline.lexicon.organisations import (
    Organisation,
    OrganisationClass,
    load_organisations,
    ministry,
)
from dateline.lexicon.words import phrase_key
from tests.lexicon.found import found

LEXICON = load_organisations()
BODIES = list(
    dict.fromkeys(body for bodies in LEXICON.index._entries.values() for body in bodies)  # noqa: SLF001
)


def organisations(sentence: str) -> list[str]:
    """Return the canonical names of the organisations that stand in a sentence."""
    return [
        body.name
        for at, bodies in found(LEXICON.index, sentence)
        for body in bodies
        if body.fits(at.surface) and LEXICON.allowed(at.surface, at.before, at.after)
    ]


CASES = [
    # phrase                                  name                                       class        country
    ("SOHR", "Syrian Observatory for Human Rights", "monitor", "GB"),
    ("ACLED", "Armed Conflict Location & Event Data", "monitor", "US"),
    ("Airwars", "Airwars", "monitor", "GB"),
    ("Amnesty", "Amnesty International", "ngo", "GB"),
    ("HRW", "Human Rights Watch", "ngo", "US"),
    ("OHCHR", "Office of the UN High Commissioner for Human Rights", "un", None),
    ("OCHA", "UN Office for the Coordination of Humanitarian Affairs", "un", None),
    ("ICRC", "International Committee of the Red Cross", "ngo", "CH"),
    ("Médecins Sans Frontières", "Doctors Without Borders", "ngo", "CH"),
    ("White Helmets", "Syria Civil Defence", "rescue", "SY"),
    ("Palestinian Red Crescent", "Palestine Red Crescent Society", "rescue", "PS"),
    ("the Pentagon", "Pentagon", "government", "US"),
    ("Kremlin", "Kremlin", "government", "RU"),
    ("Downing Street", "Downing Street", "government", "GB"),
    ("ISPR", "Inter-Services Public Relations", "military_spokes", "PK"),
    ("Associated Press", "Associated Press", "media", "US"),
    ("Agence France-Presse", "Agence France-Presse", "media", "FR"),
    ("Xinhua", "Xinhua", "media", "CN"),
    ("Al-Jazeera", "Al Jazeera", "media", "QA"),
    ("International Criminal Court", "International Criminal Court", "court", "NL"),
    ("Maersk", "Maersk", "company", "DK"),
    ("Scotland Yard", "Metropolitan Police", "police", "GB"),
    ("Health Ministry", "Health Ministry", "ministry", None),
    ("Ministry of Defense", "Defence Ministry", "ministry", None),
]


@pytest.mark.parametrize(("phrase", "name", "org_class", "country"), CASES)
def test_a_form_finds_its_body(phrase: str, name: str, org_class: str, country: str | None) -> None:
    [body] = LEXICON.index.get(phrase)
    assert (body.name, body.org_class, body.country) == (name, org_class, country)


@pytest.mark.parametrize(
    ("phrase", "group"),
    [("Amaq", "Islamic State"), ("al-Masirah", "Houthis"), ("Al-Manar", "Hezbollah"), ("Reuters", None)],
)
def test_an_armed_groups_outlet_says_so(phrase: str, group: str | None) -> None:
    [body] = LEXICON.index.get(phrase)
    assert body.speaks_for == group


SENTENCES = [
    ("The WHO said those who fled were safe.", ["World Health Organization"]),
    ("The AP and AFP said so.", ["Associated Press", "Agence France-Presse"]),
    ("Amaq, the group's news arm, claimed it.", ["Amaq"]),
    ("It said so on its Telegram channel.", []),
    ("Telegram blocked the account.", ["Telegram"]),
    ("The blast hit Fars province.", []),
    ("Fars said three died.", ["Fars News Agency"]),
    ("The national army left at dawn.", []),
    ("It was a punch in the face.", []),
    ("The Hindu temple was burnt.", []),
    ("The Congress party won.", []),
    ("A site near Saba was hit, the interior ministry said.", ["Saba", "Interior Ministry"]),
]


@pytest.mark.parametrize(("sentence", "names"), SENTENCES)
def test_finds_bodies_in_a_sentence(sentence: str, names: list[str]) -> None:
    assert organisations(sentence) == names


@pytest.mark.parametrize(
    ("code", "phrase", "name"),
    [
        ("UA", "interior ministry", "Ukrainian Interior Ministry"),
        ("RU", "Ministry of Defence", "Russian Defence Ministry"),
        ("SY", "Foreign Affairs Ministry", "Syrian Foreign Ministry"),
        ("PS", "health ministry", "Palestinian Health Ministry"),
    ],
)
def test_a_ministry_takes_its_country(code: str, phrase: str, name: str) -> None:
    found_ministry = ministry(code, phrase)
    assert found_ministry is not None
    assert (found_ministry.name, found_ministry.country) == (name, code)
    assert found_ministry.org_class == "ministry"


def test_what_is_no_ministry_is_none() -> None:
    assert ministry("UA", "tea house") is None


def test_an_id_is_made_of_the_name() -> None:
    assert LEXICON.index.get("HRW")[0].actor_id == "org:human-rights-watch"


def test_there_are_as_many_bodies_as_promised_of_every_class() -> None:
    classes = Counter(body.org_class for body in BODIES)
    assert set(classes) == set(get_args(OrganisationClass))
    assert len(BODIES) >= 500


def test_no_two_bodies_share_an_id() -> None:
    assert [i for i, n in Counter(body.actor_id for body in BODIES).items() if n > 1] == []


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.actor_id)
def test_a_body_is_whole(body: Organisation) -> None:
    assert body.country is None or body.country in load_countries().by_code
    assert {phrase_key(form) for form in body.cased} <= {phrase_key(form) for form in body.forms}


def test_a_form_is_one_body_unless_two_bear_it() -> None:
    shared = {key for key, bodies in LEXICON.index._entries.items() if len(bodies) > 1}  # noqa: SLF001
    assert shared <= {("external", "affairs", "ministry"), ("ministry", "of", "external", "affairs")}
