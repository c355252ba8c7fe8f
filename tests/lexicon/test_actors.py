"""Actors: examples, names that several share, spellings, affiliations by day."""

import re
from collections import Counter
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import LexiconError
from dateline.lexicon.actor_entries import ActorEntry, read_entries, read_spellings
from dateline.lexicon.actors import Actor, ActorName, Affiliation, compile_actors, load_actors
from dateline.lexicon.words import phrase_key, word_spans

LEXICON = load_actors()
ENTRIES = read_entries()
EXAMPLE = re.compile(r"(?P<text>.*?)(?: \[(?P<about>[A-Z ]+)\])?")


def words_of(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text)]


def found(text: str, *about: str, caseless: bool = False) -> list[tuple[str, tuple[str, ...]]]:
    """Return the words and the actors' ids of each name in a text."""
    words = words_of(text)
    return [
        (" ".join(words[hit.first : hit.last]), tuple(name.actor.id for name in hit.entries))
        for hit in LEXICON.find(words, about, caseless=caseless)
    ]


def actors_in(text: str, *about: str) -> set[str]:
    return {actor_id for _, ids in found(text, *about) for actor_id in ids}


def an_entry(actor_id: str = "ada", name: str = "Army of Ada", **parts: object) -> ActorEntry:
    whole = {"id": actor_id, "name": name, "kind": "rebel_group", "countries": "AA", **parts}
    return ActorEntry(**whole)  # type: ignore[arg-type]


BOUND_TO = {entry.id: entry.bound_to for entry in ENTRIES}
EXAMPLES = [
    pytest.param(entry.id, text, expected, id=f"{entry.id}: {text}")
    for entry in ENTRIES
    for texts, expected in ((entry.matches, True), (entry.rejects, False))
    for text in texts
]


@pytest.mark.parametrize(("actor_id", "example", "expected"), EXAMPLES)
def test_entries_match_and_reject_their_examples(actor_id: str, example: str, expected: bool) -> None:
    parts = EXAMPLE.fullmatch(example)
    assert parts is not None
    about = parts["about"].split() if parts["about"] else BOUND_TO[actor_id]
    assert (actor_id in actors_in(parts["text"], *about)) is expected


def test_ids_are_kebab_case_and_stand_once() -> None:
    counts = Counter(entry.id for entry in ENTRIES)
    assert [actor_id for actor_id, count in counts.items() if count > 1] == []
    assert [actor_id for actor_id in counts if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", actor_id)] == []


def test_there_are_enough_actors_from_the_whole_world() -> None:
    assert len(LEXICON.by_id) >= 420
    assert len({country for actor in LEXICON.by_id.values() for country in actor.countries}) >= 100


def test_countries_are_two_capitals() -> None:
    codes = {code for entry in ENTRIES for code in (*entry.countries.split(), *entry.context.split())}
    assert [code for code in codes if not re.fullmatch(r"[A-Z]{2}", code)] == []


def test_dates_are_years_months_or_days_in_order() -> None:
    wrong = [
        (actor.id, period)
        for actor in LEXICON.by_id.values()
        for period in ((actor.since, actor.until), *((tie.since, tie.until) for tie in actor.affiliations))
        if any(date is not None and not re.fullmatch(r"\d{4}(-\d\d){0,2}", date) for date in period)
        or (period[0] and period[1] and period[0][:4] > period[1][:4])
    ]
    assert wrong == []


def test_every_affiliation_leads_to_an_actor_and_none_back_to_itself() -> None:
    for actor in LEXICON.by_id.values():
        assert all(tie.to in LEXICON.by_id for tie in actor.affiliations), actor.id
        assert actor.id not in {tie.to for tie in actor.affiliations}
        for ancestor in LEXICON.ancestors(actor.id):
            assert actor.id not in LEXICON.ancestors(ancestor), (actor.id, ancestor)


def test_no_name_stands_for_two_actors_unless_both_are_bound_to_countries() -> None:
    shared = {}
    for name in names_by_rule():
        for other in LEXICON.index.get(name.spelling):
            if other.actor.id != name.actor.id and not (name.context and other.context):
                shared[name.spelling] = (name.actor.id, other.actor.id)
    assert shared == {}


def test_actors_that_share_a_name_differ_in_countries() -> None:
    shared = [
        (name.spelling, name.actor.id, other.actor.id)
        for name in names_by_rule()
        for other in LEXICON.index.get(name.spelling)
        if name.actor.id < other.actor.id and set(name.context) == set(other.context) != set()
    ]
    assert shared == []


def names_by_rule() -> list[ActorName]:
    """Return each actor's names with the entry of the index that belongs to it."""
    return [
        found
        for entry in ENTRIES
        for name in entry.names
        for found in LEXICON.index.get(name)
        if found.actor.id == entry.id
    ]


def test_every_written_name_is_indexed_by_its_key() -> None:
    for entry in ENTRIES:
        for name in entry.names:
            assert phrase_key(name.replace("-", " ")) == phrase_key(name), name
            assert phrase_key(name.upper().replace("'", "’")) == phrase_key(name), name
            assert entry.id in {found.actor.id for found in LEXICON.index.get(name)}, name


def test_adjectives_name_their_actor() -> None:
    for entry in ENTRIES:
        for adjective in entry.adjectives:
            assert entry.id in actors_in(f"{adjective} drones", *entry.bound_to), (entry.id, adjective)


SHORT = [name for name in names_by_rule() if re.fullmatch(r"[A-Z]{1,5}", name.spelling)]


def test_acronyms_up_to_five_letters_need_their_capitals() -> None:
    assert len(SHORT) > 300
    assert [name.spelling for name in SHORT if not name.case or name.written([name.spelling.lower()])] == []


LONGEST = [
    # text                                                           words                       actor
    ("Islamic State West Africa Province fighters", "Islamic State West Africa Province", "iswap"),
    ("the Islamic State in the Greater Sahara", "Islamic State in the Greater Sahara", "is-sahel"),
    ("the Pakistani Taliban", "Pakistani Taliban", "ttp"),
    ("Kataib Hezbollah", "Kataib Hezbollah", "kataib-hezbollah"),
    ("al-Qaeda in the Islamic Maghreb", "al - Qaeda in the Islamic Maghreb", "aqim"),
    ("FARC dissidents", "FARC dissidents", "farc-dissidents"),
    ("Mai-Mai Yakutumba", "Mai - Mai Yakutumba", "mai-mai-yakutumba"),
    ("SPLM-N al-Hilu", "SPLM - N al - Hilu", "splm-n-al-hilu"),
    ("ISIS-K", "ISIS - K", "iskp"),
    ("New IRA", "New IRA", "new-ira"),
]


@pytest.mark.parametrize(("text", "words", "actor_id"), LONGEST)
def test_the_longest_name_wins(text: str, words: str, actor_id: str) -> None:
    assert found(f"Gunmen of {text} attacked.") == [(words, (actor_id,))]


SPELLINGS = [
    ("Jabhat an-Nusra", "al-nusra-front"),
    ("Jebhat al-Nusra", "al-nusra-front"),
    ("Jabhat Fath al-Sham", "al-nusra-front"),
    ("Hizbullah", "hezbollah"),
    ("Ḥizballah", "hezbollah"),
    ("Kata’ib Hizballah", "kataib-hezbollah"),
    ("Kataeb Hezbollah", "kataib-hezbollah"),
    ("Jaysh al-Adl", "jaish-al-adl"),
    ("Jaish-i-Mohammad", "jaish-e-mohammed"),
    ("Lashkar-e-Toiba", "lashkar-e-taiba"),
    ("Al Shebab", "al-shabaab"),
    ("Ahrar ash-Sham", "ahrar-al-sham"),
    ("Saraya as-Salam", "saraya-al-salam"),
    ("Popular Mobilisation Units", "pmf"),
    ("Hashed al-Shaabi", "pmf"),
    ("Taleban", "taliban"),
    ("al-Qa'ida", "al-qaeda"),
    ("Islamic State – Khorasan Province", "iskp"),
    ("People’s Protection Units", "ypg"),
    ("U.S.-led Coalition", "cjtf-oir"),
    ("Nato", "nato"),
    ("Ta’ang National Liberation Army", "tnla"),
    ("Rwandan Defense Forces", "rwanda-defence-force"),
    ("Wagner PMC", "wagner-group"),
]


@pytest.mark.parametrize(("spelling", "actor_id"), SPELLINGS)
def test_press_spellings_name_one_actor(spelling: str, actor_id: str) -> None:
    assert found(f"Fighters of {spelling} attacked.") == [(" ".join(words_of(spelling)), (actor_id,))]


BY_COUNTRY = [
    ("the ADF said", ("CD",), {"adf-drc"}),
    ("the ADF said", ("CM",), {"ambazonia-defence-forces"}),
    ("the ADF said", ("AU",), {"australian-defence-force"}),
    ("the ADF said", ("FR",), set()),
    ("the ADF said", (), set()),
    ("the SDF said", ("SY",), {"syrian-democratic-forces"}),
    ("the SDF said", ("JP",), {"japan-self-defense-forces"}),
    ("the SNA said", ("SO",), {"somali-national-army"}),
    ("the SNA said", ("TR",), {"syrian-national-army"}),
    ("the PLA said", ("TW",), {"pla-china"}),
    ("the MIT said", ("US",), set()),
    ("Ansar al-Sharia said", ("LY",), {"ansar-al-sharia-libya"}),
    ("Ansar al-Sharia said", ("LY", "TN"), {"ansar-al-sharia-libya", "ansar-al-sharia-tunisia"}),
    ("AFP reported", ("PH",), set()),
]


@pytest.mark.parametrize(("text", "about", "expected"), BY_COUNTRY)
def test_bound_names_count_by_country(text: str, about: tuple[str, ...], expected: set[str]) -> None:
    assert actors_in(text, *about) == expected


def test_a_bound_name_counts_where_the_actor_is_named_in_full() -> None:
    assert actors_in("The Allied Democratic Forces (ADF) fled; the ADF returned.") == {"adf-drc"}
    assert actors_in("The Allied Democratic Forces (ADF) fled.", "AU") == {"adf-drc"}


def test_text_without_case_keeps_acronyms_but_not_words() -> None:
    assert found("the fmln attacked", caseless=True) == [("fmln", ("fmln",))]
    assert found("there is no fact or tip", "TD", "SY", caseless=True) == []


OTHERS = [
    "ships on the Sea of Azov",
    "Russian forces shelled Kharkiv, Ukrainian troops said",
    "the army is at the base and the police are in town",
    "a number of students were hurt, it is said",
    "Reuters and AFP reported on the sna and the sdf",
]


@pytest.mark.parametrize("text", OTHERS)
def test_plain_text_names_nobody(text: str) -> None:
    assert found(text, *{country for actor in LEXICON.by_id.values() for country in actor.countries}) == []


AFFILIATED = [
    ("kataib-hezbollah", "islamic-resistance-in-iraq", "2024-01-20", True),
    ("kataib-hezbollah", "islamic-resistance-in-iraq", "2022", False),
    ("islamic-resistance-in-iraq", "kataib-hezbollah", None, True),
    ("kataib-hezbollah", "harakat-al-nujaba", None, False),
    ("kataib-hezbollah", "irgc", None, False),
    ("iskp", "islamic-state", "2021-08-26", True),
    ("iskp", "iswap", None, False),
    ("hayat-tahrir-al-sham", "al-qaeda", None, True),
    ("hayat-tahrir-al-sham", "al-qaeda", "2020", False),
    ("hayat-tahrir-al-sham", "al-nusra-front", "2024-12-08", True),
    ("katiba-macina", "al-qaeda", "2023", True),
    ("embf", "farc", "2024-05-01", True),
    ("hamas", "hamas", None, True),
    ("hamas", "palestinian-islamic-jihad", None, False),
    ("boko-haram", "islamic-state", "2015-06", True),
    ("boko-haram", "islamic-state", "2014-06", False),
    ("boko-haram", "islamic-state", "2019", False),
]


@pytest.mark.parametrize(("a", "b", "on", "expected"), AFFILIATED)
def test_affiliation_is_a_line_upwards_that_held_on_the_day(a: str, b: str, on: str | None, expected: bool) -> None:
    assert LEXICON.affiliated(a, b, on) is expected


def test_ancestors_come_nearest_first() -> None:
    assert LEXICON.ancestors("katiba-macina", "2020") == ("jnim", "aqim", "al-qaeda")
    assert LEXICON.ancestors("irgc") == ()


def test_backers_are_those_of_the_whole_line() -> None:
    assert LEXICON.backers("kataib-hezbollah", "2024") == ("irgc",)
    assert LEXICON.backers("radwan-force") == ("irgc",)
    assert LEXICON.backers("sultan-murad-division", "2019") == ("turkish-armed-forces",)
    assert LEXICON.backers("eln") == ()


KINDS = [
    ("idf", "IL", None, "state_forces"),
    ("idf", "LB", None, "external_forces"),
    ("idf", None, None, "state_forces"),
    ("taliban", "AF", "2019-01-01", "rebel_group"),
    ("taliban", "AF", "2023-01-01", "state_forces"),
    ("taliban", "AF", None, "rebel_group"),
    ("hezbollah", "SY", None, "political_militia"),
    ("centcom", "US", None, "external_forces"),
    ("un-peacekeepers", "ML", None, "external_forces"),
]


@pytest.mark.parametrize(("actor_id", "country", "on", "kind"), KINDS)
def test_kind_depends_on_country_and_day(actor_id: str, country: str | None, on: str | None, kind: str) -> None:
    assert LEXICON.by_id[actor_id].kind_in(country, on) == kind


@given(st.sampled_from(names_by_rule()))
def test_every_name_is_found_where_it_stands(name: ActorName) -> None:
    words = ["Then", *words_of(name.spelling), "attacked", "again"]
    about = name.context
    hits = list(LEXICON.find(words, about))
    assert any(entry.actor.id == name.actor.id for hit in hits for entry in hit.entries), name.spelling


@given(st.lists(st.sampled_from("the IS Islamic State al - Nusra Front ( SDF ) . ’s IRA in of".split())))
def test_hits_stand_in_order_and_do_not_overlap(words: list[str]) -> None:
    hits = list(LEXICON.find(words, ("SY", "GB")))
    assert all(0 <= hit.first < hit.last <= len(words) for hit in hits)
    assert all(a.last <= b.first for a, b in pairwise(hits))


def test_holds_compares_dates_of_any_precision() -> None:
    tie = Affiliation("x", "part_of", "2014-06", "2016")
    dates = ("2014", "2014-05-31", "2014-06-10", "2016-12-31", "2017", None)
    assert [tie.holds(on) for on in dates] == [True, False, True, True, False, True]


WRONG = [
    ([an_entry(), an_entry()], "two actors have the id ada"),
    ([an_entry(affiliations=("part_of bob",))], "ada is tied to bob, which is no actor's id"),
    ([an_entry(affiliations=("likes ada",))], "'likes ada' is no affiliation"),
]


@pytest.mark.parametrize(("entries", "reason"), WRONG)
def test_entries_that_cannot_be_used_say_why(entries: list[ActorEntry], reason: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(reason)):
        compile_actors(entries, {})


def test_a_made_spelling_gives_way_to_a_written_name() -> None:
    entries = [an_entry(name="Jaish al-Ada"), an_entry("bob", "Jaysh al-Ada")]
    index = compile_actors(entries, read_spellings()).index
    assert [name.actor.id for name in index.get("Jaysh al-Ada")] == ["bob"]
    assert [name.actor.id for name in index.get("Jeish al-Ada")] == ["ada"]


def test_a_name_in_a_longer_phrase_of_another_thing_does_not_count() -> None:
    lexicon = compile_actors([an_entry(name="Ada", not_in=("Port of Ada",))], {})
    assert [hit.first for hit in lexicon.find("Ada shelled the Port of Ada".split())] == [0]


def test_loading_is_fast(capsys: pytest.CaptureFixture[str]) -> None:
    load_actors.cache_clear()
    started = perf_counter()
    loaded = load_actors()
    elapsed_s = perf_counter() - started
    with capsys.disabled():
        print(f"\n{len(loaded.by_id)} actors, {len(loaded.index)} names: loaded in {elapsed_s * 1000:.0f} ms")
    assert isinstance(loaded.by_id["hamas"], Actor)
    assert elapsed_s < 5
