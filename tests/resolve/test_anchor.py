"""The publication date: as given, from the head, from weekday and date together, or none."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.times import time_expressions
from dateline.resolve.anchor import Anchor, infer_anchor
from dateline.resolve.times import resolve_time
from tests.extract.plain import plain

BASE_ATTACK = (
    "The army's command said on Sunday that two soldiers were hurt at the base.\n"
    "“At about 6:30 p.m. (Baghdad time) Jan. 20, rockets struck the base,” it said.\n"
    "The Islamic Resistance in Iraq claimed Saturday's attack. The group was beaten in 2017 and 2019.\n"
    "On Thursday, the prime minister had asked for talks."
)


def anchor_of(text: str, published: str | None = None) -> Anchor:
    document = plain(text)
    return infer_anchor(document, time_expressions(document), published)


def test_a_given_date_wins_over_the_text() -> None:
    anchor = anchor_of("5 May 2016 Rockets hit the town.", "2016-05-07")
    assert (anchor.date, anchor.basis, anchor.moment, anchor.evidence) == (date(2016, 5, 7), "given", None, None)


def test_a_given_moment_keeps_its_own_day() -> None:
    anchor = anchor_of("Rockets hit the town.", "2024-01-21T23:30:00-05:00")
    assert anchor.date == date(2024, 1, 21)
    assert anchor.moment == datetime.fromisoformat("2024-01-21T23:30:00-05:00")


def test_a_moment_without_offset_is_a_date_alone() -> None:
    anchor = anchor_of("Rockets hit the town.", "2024-01-21T23:30:00")
    assert (anchor.date, anchor.moment) == (date(2024, 1, 21), None)


def test_the_source_knows_whether_its_date_is_metadata() -> None:
    document = plain("Rockets hit the town.", "2024-01-21")
    assert infer_anchor(document, (), "2024-01-21").basis == "metadata"
    assert infer_anchor(document, (), "2024-01-22").basis == "given"


def test_nonsense_given_is_as_good_as_nothing() -> None:
    assert anchor_of("Rockets hit the town.", "yesterday").date is None


HEADS = [
    ("Wed 05 Apr 2017 Rockets hit the town. The army said so.", date(2017, 4, 5)),
    ("KYIV, May 3, 2022 (AP) - Rockets hit the town.", date(2022, 5, 3)),
    ("KYIV, Ukraine, 3 May 2022 — Rockets hit the town.", date(2022, 5, 3)),
    ("Rockets hit the town\nBy A. Writer\n3 May 2022\nThe army said so.", date(2022, 5, 3)),
    ("Rockets hit the town\nPublished on May 3, 2022\nThe army said so.", date(2022, 5, 3)),
    ("Rockets hit the town AFP Monday 9 Feb 2015 At least 15 people were killed.", date(2015, 2, 9)),
    ("Posted on April 4 2017 by A. Writer Rockets hit the town.", date(2017, 4, 4)),
    ("Date of publication 7 July 2016 Rockets hit the town.", date(2016, 7, 7)),
    ("Last updated at Aug 142016 BEIRUT Rockets hit the town.", date(2016, 8, 14)),
    ("30-11-2014 50 fighters killed in the town.", date(2014, 11, 30)),
    ("16-11-2014 title: rockets hit the town.", date(2014, 11, 16)),
    ("30.04.2017) Rockets hit the town.", date(2017, 4, 30)),
    ("2022-05-03\nRockets hit the town.", date(2022, 5, 3)),
    ("Thu Feb 5 2015 title: rockets hit the town.", date(2015, 2, 5)),
]


@pytest.mark.parametrize(("text", "day"), HEADS)
def test_the_head_tells_the_date(text: str, day: date) -> None:
    anchor = anchor_of(text)
    assert (anchor.date, anchor.basis, anchor.by_weekday) == (day, "inferred", False)
    assert anchor.evidence is not None
    document = plain(text)
    assert str(day.year) in document.words(*anchor.evidence)


def test_a_head_with_a_clock_gives_the_moment() -> None:
    assert anchor_of("May 3, 2022 18:30 GMT\nRockets hit the town.").moment == datetime.fromisoformat(
        "2022-05-03T18:30:00+00:00"
    )


NO_HEADS = [
    "On 7 October 2023 fighters crossed the border.",
    "Fighters crossed the border on 7 October 2023 near the town.",
    "Since 7 October 2023 the border is closed.",
    "A. Leader (born 1 May 1970; died 4 February 2015) was a fighter.",
    "The town fell.\n" * 8 + "7 October 2023\nIt rose.",
    "Rockets hit the town on Saturday. Ten died in January.",
    "Rockets hit the town on Jan. 20. The army said so on Wednesday.",
    "",
]


@pytest.mark.parametrize("text", NO_HEADS)
def test_nothing_is_guessed(text: str) -> None:
    anchor = anchor_of(text)
    assert (anchor.date, anchor.basis, anchor.moment, anchor.evidence) == (None, None, None, None)
    assert anchor.reason


def test_weekday_and_date_give_the_year_and_the_publication() -> None:
    document = plain(BASE_ATTACK)
    mentions = time_expressions(document)
    anchor = infer_anchor(document, mentions, None)
    assert (anchor.date, anchor.basis, anchor.by_weekday) == (date(2024, 1, 21), "inferred", True)
    assert anchor.evidence is not None
    assert "Jan. 20" in document.words(*anchor.evidence)
    assert "Saturday in 2024" in anchor.reason
    times = {document.words(m.first, m.last): resolve_time(document, m, anchor) for m in mentions}
    clock = times["about 6:30 p.m. (Baghdad time) Jan. 20"]
    assert (clock.start, clock.basis) == ("2024-01-20T18:30:00+03:00", "weekday")
    assert times["Sunday"].start == "2024-01-21"
    assert times["Thursday"].start == "2024-01-18"


INFERRED = [
    # the years named and the names known bound the year from below
    ("On Saturday, Jan. 20, rockets hit the base, as in 2019.", date(2024, 1, 20)),
    ("On Saturday, Jan. 20, rockets hit the base, as in 2017.", date(2018, 1, 20)),
    ("On Monday, May 2, Russia's full-scale invasion of Ukraine went on.", date(2022, 5, 2)),
    ("On Saturday, 20 January 2024, rockets hit the base. The army spoke on Sunday.", date(2024, 1, 21)),
    ("On Saturday, 20 January 2024, rockets hit the base. The army spoke on Thursday.", date(2024, 1, 20)),
    # no bound, or no such year within six of it
    ("On Saturday, Jan. 20, rockets hit the base.", None),
    ("On Wednesday, May 4, rockets hit the base, as in 2012.", date(2016, 5, 4)),
    ("On Saturday, Jan. 21, rockets hit the base, as in 2024.", None),
    # two dates: whose weekday it is cannot be told
    ("Saturday's attack came after those of Jan. 20 and Jan. 24, as in 2019.", None),
    # a background date
    ("Saturday's attack was the first since Jan. 20, they said, as in 2019.", None),
    # a later date in the text: the weekday is of another day
    ("On Saturday, 7 October 2023, it began. Two died on 5 March 2024.", None),
]


@pytest.mark.parametrize(("text", "day"), INFERRED)
def test_weekday_and_date(text: str, day: date | None) -> None:
    assert anchor_of(text).date == day


def test_a_year_to_come_is_no_bound() -> None:
    assert anchor_of("On Saturday, Jan. 20, rockets hit the base, as in 2019; it will close by 2030.").date == date(
        2024, 1, 20
    )


@given(st.text(max_size=200))
def test_any_text_has_one_anchor(text: str) -> None:
    anchor = anchor_of(text)
    assert anchor == anchor_of(text)
    assert anchor.evidence is None or 0 <= anchor.evidence[0] < anchor.evidence[1] <= len(plain(text).tokens)
    assert (anchor.date is None) == (anchor.basis is None)
