"""Laws of a report's record: spans prove themselves, the same bytes give the same record, nothing counts twice."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UnreadableError
from dateline.model.report import Report
from dateline.model.values import Span
from dateline.pipeline import extract
from dateline.resolve.report import read_report
from tests.texts import a_report, a_source

REPORTS = [
    (
        "KANO, Nigeria, March 10 (Newswire) - Gunmen attacked a bus in Kano on Saturday, killing 12 people and wounding "
        "30, police said. No group claimed responsibility for the attack."
    ),
    (
        "Blast kills 12 in Kabul\n\nA suicide bomber blew himself up outside a mosque in Kabul on Friday. “At least 12 "
        "people were killed,” said Abdul Rahim, a police spokesman. Islamic State claimed responsibility on Telegram."
    ),
    (
        "Israeli strikes hit Rafah overnight. The death toll rose to 45, the health ministry said. Israel said it had "
        "targeted a Hamas commander. About 1.9 million people have fled since October."
    ),
    (
        "Ukraine shot down 12 drones over Odesa. Russia fired ballistic missiles at Kharkiv on 2 March 2024, wounding a "
        "woman and her two children."
    ),
    "Protesters marched through Dakar on Sunday. Police fired tear gas to disperse protesters.",
]
PIECES = [
    "Gunmen attacked a bus in Kano on Saturday.",
    "Twelve people were killed and 30 wounded.",
    "“We will attack again,” said Abu Musa, a spokesman for the group.",
    "Al-Shabaab claimed responsibility for the attack in a statement on Telegram.",
    "The army denied it had shelled the village of Toretsk.",
    "About 140 attacks have been recorded since mid-October.",
    "Rockets were fired from Lebanon at Kiryat Shmona at 6:30 p.m.",
    "Около 20 человек погибли.",
    "قتل 12 شخصا في الهجوم",
    "…—“”'’\"()[]{}<>&;:!?",
    "<b>Blast</b> kills 1,000,000,000,000",
    "\n\n",
    "\u200b\u00ad\ufeff",
    "🎯 Explosion à Sana‘a\u0301",
]


def spans(value: object) -> Iterator[Span]:
    """Yield every span in a record, wherever it stands."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans(item)


def assert_proven(report: Report) -> None:
    for span in spans(report):
        assert 0 <= span.start < span.end <= len(report.text)
        assert report.text[span.start : span.end] == span.quote


def counted(report: Report) -> list[tuple[str, str, int]]:
    return [(e.sub_event_type, e.status, len(e.casualties)) for e in report.events]


@pytest.mark.parametrize("text", REPORTS)
def test_every_span_of_a_record_proves_itself(text: str) -> None:
    report = a_report(text)
    assert report.events
    assert_proven(report)


@given(st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from([" ", "\n", "\n\n", ""]))
@settings(deadline=None)
def test_any_row_of_sentences_is_read_and_proves_itself(pieces: list[str], joint: str) -> None:
    assert_proven(a_report(joint.join(pieces)))


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_read(text: str) -> None:
    assert_proven(a_report(text))


@given(st.text(alphabet="abc \n.,'\"-—“”()0123456789$%\u0301\u00e9İıß", max_size=200))
@settings(deadline=None)
def test_any_bytes_are_read_by_the_pipeline_or_refused(text: str) -> None:
    try:
        report = extract(text)
    except UnreadableError as error:
        assert str(error)  # noqa: PT017 - a text without words is refused, with the reason
    else:
        assert_proven(report)


@given(st.integers(min_value=0), st.sampled_from(REPORTS))
@settings(deadline=None)
def test_a_report_cut_anywhere_is_read(cut: int, text: str) -> None:
    assert_proven(a_report(text[: cut % len(text)]))


@given(st.lists(st.sampled_from(PIECES), max_size=6))
@settings(deadline=None)
def test_the_same_bytes_give_the_same_record(pieces: list[str]) -> None:
    text = " ".join((REPORTS[0], *pieces))
    assert msgspec.json.encode(extract(text)) == msgspec.json.encode(extract(text))


@pytest.mark.parametrize("text", REPORTS)
def test_a_record_survives_its_own_json(text: str) -> None:
    report = a_report(text)
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report


@pytest.mark.parametrize("language", ["ar", "fr", "ru", "und"])
def test_another_language_gives_no_events_and_a_warning(language: str) -> None:
    report = read_report(a_source(REPORTS[0], language=language))
    assert (report.events, report.figures, report.statements) == ((), (), ())
    assert any(language in warning for warning in report.warnings)
    assert report.text == REPORTS[0]


BODY = (
    "Gunmen attacked a bus near the town of Bama in Nigeria on Saturday, killing 12 people, the police said in the "
    "state capital. The attackers, who came on motorcycles, opened fire on the passengers and set the bus on fire "
    "before they fled into the bush, a survivor said.\n"
    "Soldiers arrived two hours later and took the wounded to a hospital in Maiduguri, according to a local official. "
    "The governor of the state condemned the attack and promised more patrols on the road to the border.\n"
)


def test_a_repeated_body_adds_no_event() -> None:
    once, twice = extract(BODY, published="2024-03-10"), extract(BODY + BODY, published="2024-03-10")
    assert once.events
    assert twice.repeats
    assert counted(twice) == counted(once)
    assert len(twice.statements) == len(once.statements)
    assert_proven(twice)


def test_events_have_ids_in_text_order() -> None:
    report = a_report(" ".join(REPORTS[i].split("\n\n")[-1] for i in (0, 3)))
    assert [event.id for event in report.events] == [f"e{n}" for n in range(1, len(report.events) + 1)]
    starts = [event.evidence[0].start for event in report.events]
    assert starts == sorted(starts)


def test_what_the_source_says_of_itself_is_kept() -> None:
    report = a_report(REPORTS[0], published="2024-03-10")
    assert (report.published_at, report.published_basis, report.language) == ("2024-03-10", "given", "en")
    assert report.dateline is not None
    assert report.dateline.name == "Kano"


def test_a_date_in_the_filing_line_is_inferred() -> None:
    report = a_report("KANO, Nigeria, March 10, 2024 (Newswire) - Gunmen attacked a bus on Saturday.", published=None)
    assert (report.published_at, report.published_basis) == ("2024-03-10", "inferred")


def test_a_text_without_date_keeps_none() -> None:
    report = a_report("Gunmen attacked a bus in Kano on Saturday.", published=None)
    assert (report.published_at, report.published_basis) == (None, None)
    assert [event.time.start for event in report.events] == [None]
