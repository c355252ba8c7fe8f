"""Forms of nouns: plurals by rule, letter case, spacing and company."""

import pytest

from dateline.lexicon.forms import Exclusion, Forms, as_spaced, as_written, plural, read_forms

READ = [
    ("villager", Forms("villager", ("villagers",))),
    ("man/men", Forms("man", ("men",))),
    ("person/people/persons", Forms("person", ("people", "persons"))),
    ("/troops", Forms(None, ("troops",))),
    ("crowd/", Forms("crowd", ())),
]


@pytest.mark.parametrize(("written", "forms"), READ)
def test_reads_a_noun(written: str, forms: Forms) -> None:
    assert read_forms(written) == forms


@pytest.mark.parametrize(
    ("singular", "expected"),
    [
        ("roadside bomb", "roadside bombs"),
        ("spy", "spies"),
        ("convoy", "convoys"),
        ("cutlass", "cutlasses"),
        ("ambush", "ambushes"),
        ("torch", "torches"),
        ("tribesman", "tribesmen"),
        ("box", "boxes"),
    ],
)
def test_makes_the_regular_plural(singular: str, expected: str) -> None:
    assert plural(singular) == expected


WRITTEN = [
    # surface   written   as written
    ("US", "US", True),
    ("U.S.", "US", True),
    ("us", "US", False),
    ("Us", "US", False),
    ("Turkey", "Turkey", True),
    ("TURKEY", "Turkey", True),
    ("turkey", "Turkey", False),
    ("Malé", "Malé", True),
    ("male", "Malé", False),
    ("Male", "Malé", False),
]


@pytest.mark.parametrize(("surface", "written", "expected"), WRITTEN)
def test_tells_words_by_their_capitals(surface: str, written: str, expected: bool) -> None:
    assert as_written(surface, written) is expected


@pytest.mark.parametrize(
    ("surface", "written", "expected"),
    [
        ("A-10", "A-10", True),
        ("A10", "A-10", True),
        ("a 10", "A-10", False),
        ("at 4", "AT-4", False),
        ("107 mm rocket", "107mm rocket", True),
        ("hand  grenade", "hand grenade", True),
    ],
)
def test_tells_designations_by_their_spacing(surface: str, written: str, expected: bool) -> None:
    assert as_spaced(surface, written) is expected


COMPANY = Exclusion(form="mine", unless_before=("friend of", "coal"), unless_after=("worker",))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], True),
        (["a"], ["exploded"], True),
        (["a", "coal"], [], False),
        (["a", "friend", "of"], [], False),
        (["a", "coal", "-"], [], False),
        (["friend", "of", "the"], [], True),
        (["the"], ["worker"], False),
        (["the"], ["-", "worker"], False),
    ],
)
def test_company_forbids_a_form(before: list[str], after: list[str], expected: bool) -> None:
    assert COMPANY.allows(before, after) is expected
