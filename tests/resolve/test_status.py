"""Status: what a report brings as news, what it recalls, and what is only threatened, planned or denied."""

from datetime import date

import pytest

from dateline.model.codes import Status
from dateline.model.values import Time
from dateline.resolve.acts import Act
from dateline.resolve.status import FRESH, recalls, status
from tests.texts import a_report, read

NEWS = "Gunmen attacked a bus in Kano on Saturday."
REPORTS: list[tuple[str, list[Status]]] = [
    # text of a report published on Sunday 10 March 2024, statuses of its events
    (NEWS, ["occurred"]),
    (f"{NEWS} The attack killed 12 people.", ["occurred"]),
    (f"{NEWS} Separately, police arrested three suspects in Lagos on Sunday.", ["occurred", "occurred"]),
    ("The army said on Sunday it had killed 12 rebels in Borno on Saturday.", ["occurred"]),
    ("Gunmen attacked a bus in Kano on 3 February 2024.", ["occurred"]),  # late news
    (f"{NEWS} In 2014 Boko Haram attacked a school in Chibok.", ["occurred", "background"]),
    (f"{NEWS} Last year gunmen attacked a church in Kaduna.", ["occurred", "background"]),
    (f"{NEWS} Two years ago, rebels had seized the town of Mubi.", ["occurred", "background"]),
    (f"{NEWS} Attacks on villages have increased.", ["occurred"]),
    ("Gunmen attacked a bus in Kano on 3 January 2022.", ["background"]),
    ("Iran threatened to attack Israel.", ["threatened"]),
    ("Israel plans to attack Rafah, officials said on Sunday.", ["planned"]),
    ("The ministry denied that rebels had seized the town of Goma.", ["denied"]),
]


@pytest.mark.parametrize(("text", "statuses"), REPORTS)
def test_events_have_their_status(text: str, statuses: list[Status]) -> None:
    assert [event.status for event in a_report(text).events] == statuses


RECALLED = [
    ("Rebels had attacked the base.", True),
    ("Rebels previously attacked the base.", True),
    ("Rebels attacked the base in recent years.", True),
    ("Rebels attacked the base last year.", True),
    ("Rebels attacked the base.", False),
    ("Rebels have attacked the base.", False),
]


@pytest.mark.parametrize(("text", "past"), RECALLED)
def test_words_that_recall_the_past(text: str, past: bool) -> None:
    findings, [told] = read(text)
    assert recalls(findings.document, told.frames[0]) is past


def a_day(start: str | None) -> Time:
    return Time(start, None, "day" if start else "unknown", None, "explicit" if start else "publication", start or "")


AGES: list[tuple[str | None, bool, Status]] = [
    # day of the act, whether the report opens with it, status on 10 March 2024
    ("2024-03-09", False, "occurred"),
    ("2024-03-04", False, "occurred"),
    ("2024-03-03", False, "background"),
    ("2024-03-03", True, "occurred"),
    ("2024-01-01", True, "background"),
    (None, True, "occurred"),
    (None, False, "occurred"),
]


@pytest.mark.parametrize(("start", "lede", "expected"), AGES)
def test_age_makes_background(start: str | None, lede: bool, expected: Status) -> None:
    findings, [told] = read("Rebels attacked the base.")
    act = Act(frame=told.frames[0], time=None, place=None)
    assert status(findings.document, [act], a_day(start), date(2024, 3, 10), lede=lede) == expected
    assert FRESH.days == 6


def test_a_plural_of_no_occasion_is_background() -> None:
    findings, [told] = read("Attacks on villages were reported.")
    act = Act(frame=told.frames[0], time=None, place=None)
    assert status(findings.document, [act], a_day(None), None, lede=True) == "background"
