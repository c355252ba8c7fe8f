"""Parties: canonical names, ids and kinds of those whom a sentence names, seen from where the act was."""

import pytest

from dateline.extract.arguments import PartyRef
from dateline.extract.document import Document
from dateline.model.codes import PartyKind
from dateline.resolve.parties import bare_words, identity, party
from tests.texts import read


def the_perpetrator(text: str) -> tuple[Document, PartyRef]:
    findings, told = read(text)
    refs = [ref for one in told for frame in one.frames for ref in frame.perpetrators]
    return findings.document, refs[0]


def the_target(text: str) -> tuple[Document, PartyRef]:
    findings, told = read(text)
    refs = [ref for one in told for frame in one.frames for ref in frame.targets]
    return findings.document, refs[0]


Row = tuple[str, str | None, str, str | None, PartyKind]
ACTING: list[Row] = [
    # text, country of the act, name, id, kind
    ("Al-Shabaab attacked a hotel.", "SO", "al-Shabaab", "al-shabaab", "rebel_group"),
    ("Boko Haram attacked a church.", "NG", "Boko Haram", "boko-haram", "rebel_group"),
    ("Israel attacked a convoy.", "SY", "Israel", "state:IL", "external_forces"),
    ("Israel attacked a convoy.", "IL", "Israel", "state:IL", "state_forces"),
    ("The Iraqi army attacked a convoy.", "IQ", "Iraqi Army", "state:IQ:army", "state_forces"),
    ("The Turkish army attacked a convoy.", "SY", "Turkish Army", "state:TR:army", "external_forces"),
    ("The army attacked a convoy.", "ML", "Malian Army", "state:ML:army", "state_forces"),
    ("The army attacked a convoy.", None, "army", None, "state_forces"),
    ("Unknown gunmen attacked a church.", "NG", "gunmen", None, "unknown"),
    ("Protesters attacked a bank.", "KE", "Protesters", None, "protesters"),
]
STRUCK: list[Row] = [
    ("Rebels attacked villagers.", "ML", "villagers", None, "civilians"),
    ("Rebels attacked a hospital.", "ML", "hospital", None, "other"),
    ("Rebels attacked a military base.", "ML", "military base", None, "state_forces"),
    ("Rebels attacked a US military base.", "SY", "US military base", None, "external_forces"),
    ("Rebels attacked an oil tanker.", "YE", "oil tanker", None, "other"),
    ("Gunmen attacked 12 farmers.", "NG", "farmers", None, "civilians"),
]


def row(text: str, home: str | None, found: tuple[str, str | None, PartyKind]) -> Row:
    return (text, home, *found)


@pytest.mark.parametrize("expected", ACTING, ids=lambda x: f"{x[0]} {x[1]}")
def test_who_acts_has_name_id_and_kind(expected: Row) -> None:
    text, home = expected[:2]
    document, ref = the_perpetrator(text)
    assert row(text, home, identity(document, ref, home=home, acting=True)) == expected


@pytest.mark.parametrize("expected", STRUCK, ids=lambda x: f"{x[0]} {x[1]}")
def test_who_is_struck_has_name_id_and_kind(expected: Row) -> None:
    text, home = expected[:2]
    document, ref = the_target(text)
    assert row(text, home, identity(document, ref, home=home, acting=False)) == expected


BARE = [
    ("Unknown gunmen attacked a church.", "gunmen"),
    ("Suspected militants attacked a church.", "militants"),
    ("The two heavily armed men attacked a church.", "men"),
    ("Armed men attacked a church.", "men"),
    ("Three soldiers attacked a church.", "soldiers"),
]


@pytest.mark.parametrize(("text", "words"), BARE)
def test_a_name_stands_without_article_number_and_guesses(text: str, words: str) -> None:
    assert bare_words(*the_perpetrator(text)) == words


def test_a_party_keeps_its_words_and_who_says_so() -> None:
    document, ref = the_perpetrator("Unknown gunmen attacked a church.")
    made = party(document, ref, home="NG", acting=True, certainty="alleged", according_to=("police", "police"))
    assert (made.certainty, made.according_to) == ("alleged", ("police",))
    assert [span.quote for span in made.evidence] == ["Unknown gunmen"]
    assert document.source.text[made.evidence[0].start : made.evidence[0].end] == "Unknown gunmen"
