"""Nouns for people: singular and plural are one entry, each with its kind, role and branch."""

import pytest

from dateline.lexicon.forms import Exclusion
from dateline.lexicon.groups import Group, load_groups
from dateline.lexicon.words import phrase_key
from tests.lexicon.found import found

GROUPS = load_groups()
ENTRIES = list(dict.fromkeys(group for groups in GROUPS._entries.values() for group in groups))  # noqa: SLF001
EXCLUSIONS = list(dict.fromkeys(exclusion for group in ENTRIES for exclusion in group.exclusions))


def people(sentence: str) -> list[str]:
    """Return the words for people that stand in a sentence."""
    return [
        at.surface
        for at, groups in found(GROUPS, sentence)
        if any(group.allowed(at.surface, at.before, at.after) for group in groups)
    ]


CASES = [
    # forms of one entry                kind                 role            branch
    ("person people persons", "civilians", "civilian", None),
    ("civilian civilians", "civilians", "civilian", None),
    ("child children", "civilians", "civilian", None),
    ("woman women", "civilians", "civilian", None),
    ("toddler toddlers", "civilians", "civilian", None),
    ("worshipper worshippers", "civilians", "civilian", None),
    ("journalist journalists", "civilians", "civilian", None),
    ("passenger passengers", "civilians", "civilian", None),
    ("hostage hostages", "civilians", "civilian", None),
    ("priest priests", "civilians", "civilian", None),
    ("bystander bystanders", "civilians", "civilian", None),
    ("farmer farmers", "civilians", "civilian", None),
    ("soldier soldiers", "state_forces", "security", "military"),
    ("troops", "state_forces", "security", "military"),
    ("personnel", "state_forces", "security", "military"),
    ("policeman policemen", "state_forces", "security", "police"),
    ("sailor sailors", "state_forces", "security", "navy"),
    ("airman airmen", "state_forces", "security", "air_force"),
    ("conscript conscripts", "state_forces", "security", "military"),
    ("peacekeeper peacekeepers", "external_forces", "security", "peacekeeping"),
    ("guard guards", "other", "security", "private"),
    ("fighter fighters", "rebel_group", "combatant", None),
    ("militant militants", "rebel_group", "combatant", None),
    ("terrorist terrorists", "rebel_group", "combatant", None),
    ("jihadist jihadists", "rebel_group", "combatant", None),
    ("bandit bandits", "political_militia", "combatant", None),
    ("vigilante vigilantes", "political_militia", "combatant", None),
    ("militiaman militiamen", "political_militia", "combatant", None),
    ("clan militia/clan militias", "identity_militia", "combatant", None),
    ("gunman gunmen", "unknown", "armed_unknown", None),
    ("attacker attackers", "unknown", "armed_unknown", None),
    ("assailant assailants", "unknown", "armed_unknown", None),
    ("protester protesters", "protesters", "crowd", None),
    ("rioter rioters", "rioters", "crowd", None),
    ("mob mobs", "rioters", "crowd", None),
    ("mayor mayors", "other", "official", None),
    ("lawmaker lawmakers", "other", "official", None),
    ("dead", "unknown", "unsaid", None),
    ("casualty casualties", "unknown", "unsaid", None),
    ("others", "unknown", "unsaid", None),
]


@pytest.mark.parametrize(("forms", "kind", "role", "branch"), CASES)
def test_forms_of_a_noun_are_one_group(forms: str, kind: str, role: str, branch: str | None) -> None:
    split = forms.split("/") if "/" in forms else forms.split()
    found_groups = {GROUPS.get(form) for form in split}
    [[group]] = found_groups
    assert (group.kind, group.role, group.branch) == (kind, role, branch)


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("herders", "identity_militia"), ("settlers", "rioters"), ("gunmen", "unknown"), ("crowd", "rioters")],
)
def test_people_who_act_may_be_of_another_kind(noun: str, kind: str) -> None:
    [group] = GROUPS.get(noun)
    assert group.acting_kind == kind


SENTENCES = [
    ("Two soldiers and a policeman were killed.", ["soldiers", "policeman"]),
    ("At least one Iraqi service member was wounded.", ["service member"]),
    ("Unidentified gunmen shot dead a tribal elder.", ["Unidentified gunmen", "dead", "tribal elder"]),
    ("Several UN bodies met.", []),
    ("Five bodies were found.", ["bodies"]),
    ("Local officials met the general staff.", ["Local officials"]),
    ("They said the wounded were evacuated.", ["wounded"]),
    ("Four men were wounded.", ["men"]),
    ("A major offensive was led by Major Smith.", []),
    ("It was tested for a nerve agent.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_finds_people_in_a_sentence(sentence: str, expected: list[str]) -> None:
    assert people(sentence) == expected


@pytest.mark.parametrize("exclusion", EXCLUSIONS, ids=lambda e: e.form)
def test_an_ambiguous_word_keeps_its_examples(exclusion: Exclusion) -> None:
    key = phrase_key(exclusion.form)
    for sentence in exclusion.matches:
        assert key in map(phrase_key, people(sentence)), sentence
    for sentence in exclusion.rejects:
        assert key not in map(phrase_key, people(sentence)), sentence


def test_there_are_as_many_nouns_as_promised() -> None:
    assert len(ENTRIES) >= 1100


def test_a_form_is_one_group() -> None:
    shared = {key: groups for key, groups in GROUPS._entries.items() if len(groups) > 1}  # noqa: SLF001
    assert shared == {}


@pytest.mark.parametrize("group", ENTRIES, ids=lambda group: group.name)
def test_a_branch_is_of_security_alone(group: Group) -> None:
    assert (group.branch is None) or group.role == "security"
    assert group.name
