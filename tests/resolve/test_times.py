"""What time expressions resolve to; the tables are in `time_cases`."""

import re
from datetime import date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.times import time_expressions
from dateline.model.values import Time
from dateline.resolve.anchor import Anchor
from dateline.resolve.times import no_time, resolve_period, resolve_time, resolve_times
from tests.extract.plain import plain
from tests.resolve.time_cases import AFTER_FRIDAY, FUTURE, IN_AUGUST, IN_BAGHDAD, NOWHERE, PAST, SUNDAY


def given_on(day: str | None) -> Anchor:
    return Anchor(date=date.fromisoformat(day) if day else None, basis="given" if day else None)


def resolved(marked: str, anchor: Anchor, **told: object) -> Time:
    """Return what the words in brackets resolve to; they must be found as one expression."""
    words = re.search(r"\[(.*)\]", marked)
    assert words is not None
    document = plain(marked.replace("[", "").replace("]", ""))
    found = {document.words(m.first, m.last): m for m in time_expressions(document)}
    assert words[1] in found, f"found {list(found)}"
    return resolve_time(document, found[words[1]], anchor, **told)  # type: ignore[arg-type]


def values(time: Time) -> tuple[str | None, str | None, str, str]:
    return time.start, time.end, time.precision, time.basis


@pytest.mark.parametrize(("text", "start", "end", "precision", "basis"), PAST)
def test_past(text: str, start: str | None, end: str | None, precision: str, basis: str) -> None:
    assert values(resolved(text, given_on(SUNDAY))) == (start, end, precision, basis)


@pytest.mark.parametrize(("text", "start", "end", "precision", "basis"), IN_BAGHDAD)
def test_in_the_zone_of_the_place(text: str, start: str | None, end: str | None, precision: str, basis: str) -> None:
    assert values(resolved(text, given_on(SUNDAY), zone="Asia/Baghdad")) == (start, end, precision, basis)


@pytest.mark.parametrize(("text", "start", "end", "precision", "basis"), NOWHERE)
def test_without_a_zone(text: str, start: str | None, end: str | None, precision: str, basis: str) -> None:
    assert values(resolved(text, given_on(SUNDAY))) == (start, end, precision, basis)


@pytest.mark.parametrize(("text", "start", "end", "precision", "basis"), FUTURE)
def test_future(text: str, start: str | None, end: str | None, precision: str, basis: str) -> None:
    assert values(resolved(text, given_on(SUNDAY), tense="future")) == (start, end, precision, basis)


@pytest.mark.parametrize(("text", "start", "end", "precision", "basis"), IN_AUGUST)
def test_in_august(text: str, start: str | None, end: str | None, precision: str, basis: str) -> None:
    assert values(resolved(text, given_on("2016-08-10"))) == (start, end, precision, basis)


@pytest.mark.parametrize(("text", "start", "end", "precision"), AFTER_FRIDAY)
def test_counted_from_the_time_told_before(text: str, start: str | None, end: str | None, precision: str) -> None:
    friday = Time("2024-01-12T14:00:00+03:00", None, "hour", "Asia/Baghdad", "relative", "Friday at 2 p.m.")
    time = resolved(text, given_on(SUNDAY), zone="Asia/Baghdad", antecedent=friday)
    assert (time.start, time.end, time.precision) == (start, end, precision)


UNRESOLVED = [
    "on [Jan. 20] it hit",
    "on [Saturday] it hit",
    "[yesterday] it hit",
    "[last year] it hit",
    "since [mid-October] it hit",
    "[two days earlier] it hit",
    "[overnight] it hit",
    "in [the past three days] it hit",
    "on [Christmas Eve] it hit",
    "on [Saturday, Jan. 20], it hit",
    "[from Monday to Wednesday] it hit",
]


@pytest.mark.parametrize("text", UNRESOLVED)
def test_without_an_anchor_nothing_is_guessed(text: str) -> None:
    time = resolved(text, given_on(None), zone="Asia/Baghdad")
    assert (time.start, time.end, time.precision, time.timezone) == (None, None, "unknown", None)


@pytest.mark.parametrize(
    ("text", "start"),
    [("on [20 January 2024] it hit", "2024-01-20"), ("in [2017] it hit", "2017"), ("in [May 2006] it hit", "2006-05")],
)
def test_full_dates_need_no_anchor(text: str, start: str) -> None:
    assert resolved(text, given_on(None)).start == start


def test_a_zone_is_named_where_a_clock_was_read() -> None:
    assert resolved("at [6:30 p.m. Baghdad time on Saturday] it hit", given_on(SUNDAY)).timezone == "Asia/Baghdad"
    assert resolved("at [0300 GMT Saturday] it hit", given_on(SUNDAY)).timezone == "UTC"
    assert resolved("at [0300 GMT+3 Saturday] it hit", given_on(SUNDAY)).timezone is None
    assert resolved("on [Saturday] it hit", given_on(SUNDAY), zone="Asia/Baghdad").timezone is None


@pytest.mark.parametrize(("published", "offset"), [("2016-01-28", "+02:00"), ("2016-07-28", "+03:00")])
def test_offsets_follow_summer_time(published: str, offset: str) -> None:
    time = resolved("[this morning] it hit", given_on(published), zone="Asia/Damascus")
    assert time.start == f"{published}T06:00:00{offset}"


def test_hours_ago_count_from_the_moment_of_publication() -> None:
    moment = datetime.fromisoformat("2024-01-21T09:30:00+00:00")
    anchor = Anchor(date=moment.date(), moment=moment, basis="metadata")
    assert resolved("[three hours ago] it hit", anchor).start == "2024-01-21T06:30:00Z"
    assert resolved("[three hours ago] it hit", anchor, zone="Asia/Baghdad").start == "2024-01-21T09:30:00+03:00"


def test_an_anchor_by_weekday_gives_the_basis_weekday() -> None:
    anchor = Anchor(date=date(2024, 1, 21), basis="inferred", by_weekday=True)
    assert resolved("on [Jan. 20] it hit", anchor).basis == "weekday"
    assert resolved("on [Saturday] it hit", anchor).basis == "weekday"
    assert resolved("on [20 January 2024] it hit", anchor).basis == "explicit"


def test_no_time_is_bounded_by_the_publication() -> None:
    assert values(no_time(given_on(SUNDAY))) == (SUNDAY, None, "day", "publication")
    assert values(no_time(given_on(None))) == (None, None, "unknown", "publication")


PERIODS = [
    ("140 attacks since [mid-October] and more", "2023-10-11", None),
    ("140 attacks since [Monday] and more", "2024-01-15", None),
    ("140 attacks until [Monday] and more", None, "2024-01-15"),
    ("140 attacks by [Friday] and more", None, "2024-01-19"),
    ("140 attacks [from Monday to Wednesday] and more", "2024-01-15", "2024-01-17"),
    ("140 attacks [from Friday to Monday] and more", "2024-01-12", "2024-01-15"),
    ("140 attacks [between September 30, 2015 and March 15, 2016], and more", "2015-09-30", "2016-03-15"),
    ("140 attacks [between March and June 2016] and more", "2016-03", "2016-06"),
    ("140 attacks in [the past three days] and more", "2024-01-18", "2024-01-21"),
    ("140 attacks in [the past two weeks] and more", "2024-01-07", "2024-01-21"),
    ("140 attacks in [the last three months] and more", "2023-10", "2024-01"),
    ("140 attacks in [the past two years] and more", "2022", "2024"),
    ("140 attacks in [2017] and more", "2017", "2017"),
    ("140 attacks in [recent weeks] and more", None, None),
    ("140 attacks in [three days] and more", None, None),
]


@pytest.mark.parametrize(("marked", "since", "until"), PERIODS)
def test_period(marked: str, since: str | None, until: str | None) -> None:
    words = re.search(r"\[(.*)\]", marked)
    document = plain(marked.replace("[", "").replace("]", ""))
    [mention] = time_expressions(document)
    assert words is not None
    assert document.words(mention.first, mention.last) == words[1]
    times = resolve_period(document, mention, given_on(SUNDAY))
    assert tuple(time and time.start for time in times) == (since, until)


def test_times_of_a_text_count_from_one_another() -> None:
    document = plain(
        "It hit on Friday. Two days later it hit again, and that night once more. A day after the raid they met."
    )
    times = resolve_times(document, time_expressions(document), given_on(SUNDAY))
    assert [time.start for time in times] == ["2024-01-19", "2024-01-21", "2024-01-21", None]


def test_years_told_respectively_are_two_times() -> None:
    document = plain("It was declared defeated in 2017 and 2019 respectively.")
    times = resolve_times(document, time_expressions(document), given_on(SUNDAY))
    assert [(time.text, time.start, time.precision) for time in times] == [
        ("2017", "2017", "year"),
        ("2019", "2019", "year"),
    ]


VOCABULARY = """the a last next this Saturday Monday Jan. January May 3 20 31 2024 1999 p.m. 6:30 at on in from to
between and - / ( ) days weeks years ago earlier later early late mid night morning overnight GMT time local Ramadan
Eid al Fitr 's of two few past first half quarter summer Christmas Eve dawn before after since until every for 0300 9
11 , ."""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join))
DATES = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
ZONES = st.sampled_from((None, "Asia/Baghdad", "UTC", "America/New_York", "Nowhere/Land"))
TENSES = st.sampled_from(("past", "future", None))


@given(TEXTS, st.one_of(st.none(), DATES), ZONES, TENSES)
def test_any_text_resolves_to_what_the_contract_allows(
    text: str, day: date | None, zone: str | None, tense: str
) -> None:
    document = plain(text)
    anchor = Anchor(date=day)
    antecedent = Time("2024-01-12T14:00:00+03:00", None, "hour", "Asia/Baghdad", "relative", "")
    for mention in time_expressions(document):
        time = resolve_time(document, mention, anchor, zone=zone, tense=tense, antecedent=antecedent)  # type: ignore[arg-type]
        assert (
            time.text
            == document.source.text[document.tokens[mention.first].start : document.tokens[mention.last - 1].end]
        )
        assert (time.start is None) == (time.precision == "unknown")
        assert time.start is not None or time.end is None
        assert msgspec.convert(msgspec.to_builtins(time), Time) == time
        if time.start and time.end and len(time.start) == len(time.end) == 10:
            assert time.start <= time.end
        resolve_period(document, mention, anchor, zone=zone)
