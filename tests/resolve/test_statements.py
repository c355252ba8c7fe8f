"""Statements of the contract: who, through what, when, and in whose words."""

import pytest

from dateline.extract.analyse import analyse
from dateline.extract.attribution import attributions
from dateline.extract.findings import Findings
from dateline.extract.frames import told
from dateline.ingest.read import read_text
from dateline.lexicon.actors import load_actors
from dateline.model.report import Source, Statement
from dateline.model.values import Span
from dateline.resolve.anchor import infer_anchor
from dateline.resolve.statements import speaker_name, speaker_party, statements

CENTCOM = next(a.name for a in load_actors().by_id.values() if "CENTCOM" in (a.name, *a.aliases) or "CENTCOM" in a.name)


def read(text: str, *, home: str | None = "IQ", repeats: tuple[Span, ...] = ()) -> tuple[Statement, ...]:
    """Return the statements of a text published on Sunday, 21 January 2024."""
    plain = read_text(text, published="2024-01-21")
    source = Source(**{name: getattr(plain, name) for name in plain.__struct_fields__} | {"repeats": repeats})
    findings = Findings(analyse(source))
    anchor = infer_anchor(findings.document, findings.times, source.published_at)
    said = attributions(findings, [told(findings, one) for one in findings.document.sentences])
    for one in said:
        assert speaker_name(findings, one) == speaker_party(findings, one, home).name
    return statements(findings, said, anchor, home=home)


CASES = [
    # text                                                            name, kind, title, organization
    ("CENTCOM said it fired back.", (CENTCOM, "external_forces", None, None)),
    (
        "The US Central Command (CENTCOM) said it fired back.",
        (CENTCOM, "external_forces", None, None),
    ),
    ("CENTCOM said it fired. It said two died.", (CENTCOM, "external_forces", None, None)),
    (
        "The Islamic Resistance in Iraq claimed responsibility for the attack.",
        ("Islamic Resistance in Iraq", "political_militia", None, None),
    ),
    (
        "Pentagon Deputy Press Secretary Sabrina Singh said two died.",
        ("Sabrina Singh", "other", "Pentagon Deputy Press Secretary", "Pentagon"),
    ),
    (
        "Prime Minister Mohammed Shia al-Sudani said two died.",
        ("Mohammed Shia al-Sudani", "other", "Prime Minister", None),
    ),
    ("Witnesses said two died.", ("Witnesses", "civilians", None, None)),
    ("AFP reported two deaths.", ("Agence France-Presse", "other", None, None)),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_speaker_is_a_party(text: str, wanted: tuple[str, str, str | None, str | None]) -> None:
    speaker = read(text)[-1].speaker
    assert (speaker.name, speaker.kind, speaker.title, speaker.organization) == wanted


def test_the_day_it_was_said_is_resolved_against_publication() -> None:
    [one] = read("Two men died, the mayor said on Thursday.")
    assert one.said_at is not None
    assert (one.said_at.start, one.said_at.precision) == ("2024-01-18", "day")


def test_content_and_cue_are_the_words_of_the_text() -> None:
    text = "“Two men have died,” the mayor said in a statement."
    [one] = read(text)
    assert (one.cue, one.channel, one.direct) == ("said", "statement", True)
    assert text[one.content.start : one.content.end] == one.content.quote == "Two men have died"
    assert one.evidence == (one.content,)


def test_a_passage_that_is_repeated_holds_no_statement() -> None:
    line = "The mayor said two men died."
    text = f"{line}\n{line}"
    again = Span(len(line) + 1, len(text), line)
    assert len(read(text, repeats=(again,))) == 1
