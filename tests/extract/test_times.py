"""Where time expressions stand, what they mean unanchored, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.times import (
    Calendar,
    Clock,
    Duration,
    Expression,
    Holiday,
    Point,
    Range,
    Recurrent,
    Shift,
    TimeMention,
    Weekday,
    Window,
    time_expressions,
)
from dateline.extract.times.find import RULES
from tests.extract.plain import plain

EXAMPLES = [example for rule in RULES for example in rule.examples]
LEADS = ("", "at ", "on ", "in ", "since ")


def found(text: str) -> list[str]:
    document = plain(text)
    return [document.words(m.first, m.last) for m in time_expressions(document)]


def the_one(text: str) -> TimeMention:
    [mention] = time_expressions(plain(text))
    return mention


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_rule_reads_its_examples(example: str) -> None:
    readings = [words for lead in LEADS for words in found(f"It happened {lead}{example}, they said.")]
    assert example in readings


def on(day: Calendar | Weekday | Holiday | Shift) -> Point:
    return Point(day=day)


MEANINGS: list[tuple[str, Expression]] = [
    ("It hit on Jan. 20.", on(Calendar(month=1, day=20))),
    ("It hit on 20/01/2024.", on(Calendar(year=2024, month=1, day=20))),
    ("It hit on 03/04/2024.", on(Calendar(year=2024, month=4, day=3, ambiguous=True))),
    ("It hit on 04/13/2024.", on(Calendar(year=2024, month=4, day=13))),
    ("It hit on Fri 12 Sep 2014.", on(Calendar(year=2014, month=9, day=12, weekday=4))),
    ("It hit on Friday.", on(Weekday(weekday=4))),
    ("It hit last Friday.", on(Weekday(weekday=4, which="last"))),
    ("It hit on Tuesday last week.", on(Weekday(weekday=1, week_shift=-1))),
    ("It hit on Saturday night.", Point(day=Weekday(weekday=5), part="night")),
    ("It hit late on Thursday.", Point(day=Weekday(weekday=3), part="night")),
    ("It hit early Friday.", Point(day=Weekday(weekday=4), part="early_hours")),
    ("It hit on the 20th.", on(Calendar(day=20))),
    ("It hit in mid-October.", on(Calendar(month=10, stretch="mid"))),
    ("It hit in August last year.", on(Calendar(month=8, year_shift=-1))),
    ("It hit yesterday.", on(Shift(count=-1, unit="day", origin="publication"))),
    ("It hit two days ago.", on(Shift(count=-2, unit="day", origin="publication"))),
    ("It hit two days earlier.", on(Shift(count=-2, unit="day", origin="antecedent", exact=True))),
    ("It hit hours later.", on(Shift(count=1, unit="hour", origin="antecedent", vague=True))),
    ("It hit the previous day.", on(Shift(count=-1, unit="day", origin="antecedent"))),
    ("It hit last month.", on(Shift(count=-1, unit="month", origin="publication"))),
    ("It hit over the weekend.", on(Shift(count=0, unit="weekend", origin="publication"))),
    ("It hit last night.", Point(day=Shift(count=-1, unit="day", origin="publication"), part="night")),
    ("It hit overnight.", Point(part="overnight")),
    ("It hit at dawn.", Point(part="dawn")),
    ("It hit at noon.", Point(part="noon")),
    ("It hit at 18:30.", Point(clock=Clock(hour=18, minute=30))),
    ("It hit at 0300 GMT.", Point(clock=Clock(hour=3, minute=0, zone="gmt"))),
    ("It hit at 10 am local time.", Point(clock=Clock(hour=10, zone="local"))),
    ("It hit at 6:30 p.m. (Baghdad time).", Point(clock=Clock(hour=18, minute=30, zone="baghdad"))),
    ("It hit at half past six.", Point(clock=Clock(hour=6, minute=30, half_day=True))),
    ("It hit at 3 a.m. (0000 GMT).", Point(clock=Clock(hour=3, utc=0))),
    ("It hit for three days.", Duration(count=3, unit="day")),
    ("It lasted two hours.", Duration(count=2, unit="hour")),
    ("It hit in the past 24 hours.", Window(count=24, unit="hour")),
    ("It hits every Friday.", Recurrent(unit="week", weekday=4)),
    ("It hits on Fridays.", Recurrent(unit="week", weekday=4)),
    ("It hits every two weeks.", Recurrent(unit="week", count=2)),
    ("It hits daily.", Recurrent(unit="day")),
    ("It hit during Ramadan.", on(Holiday(name="ramadan"))),
    ("It hit on Eid al-Fitr.", on(Holiday(name="eid_al_fitr"))),
    ("It hit from Monday to Wednesday.", Range(start=on(Weekday(weekday=0)), end=on(Weekday(weekday=2)))),
    ("It hit in 2014-2016.", Range(start=on(Calendar(year=2014)), end=on(Calendar(year=2016)))),
]


@pytest.mark.parametrize(("text", "expression"), MEANINGS)
def test_meaning(text: str, expression: Expression) -> None:
    assert the_one(text).expression == expression


NOT_TIMES = [
    "At least 20 may have died.",
    "They may march on the capital.",
    "Theresa May said so.",
    "Mrs. May went to see April Ryan and June Carter.",
    "The crowd sat under the sun.",
    "The Sun and the Sunday Times reported it.",
    "The second attack came.",
    "He was second to none.",
    "The 20 soldiers died.",
    "They drove down Route 2017.",
    "The council passed resolution 2118 and resolution 2042.",
    "They killed 2014 people.",
    "It cost $2000 in all.",
    "The 24-hour curfew ended.",
    "A 21-year-old man and a five-day siege.",
    "He was 21 years old.",
    "A boy aged 12 years died.",
    "It is on April 7th Street.",
    "The 17 February Brigade fought.",
    "The March 14 Alliance met.",
    "The April 6 Movement marched.",
    "Black Friday shoppers fled.",
    "He read the Daily Star.",
    "They won 3:16 to nothing.",
    "Up to 140 attacks were counted.",
    "The 3rd Brigade held the town.",
    "Morning prayers were held.",
    "The 1st Battalion moved.",
    "An M16 and an AK-47 were found.",
    "It fired 122 mm rockets 30 km away.",
    "Phone 555 2019 for help.",
    "The march for peace began.",
    "Between 3 and 5 soldiers died.",
    "3/4 of the town is lost.",
    "In the spring of his life.",
    "They fall and rise again.",
    "The article 2011/24 was struck.",
    "He weds on no mon or tue at all.",
    "The second half was lost.",
    "The end of the war is near.",
    "They were at it again, half a dozen of them.",
    "A quarter of the houses burned.",
    "He came early and left late.",
    "They marched past the house.",
    "August company, august men.",
    "The score 31/02/24 and the code 45/45/2024.",
    "The figures 2016-2014 and 99.99.2024 are wrong, as are 5:75 and 31-31-2016.",
    "It was 13 a.m. by 99 o'clock.",
    "The sixth quarter of it and the ninth week in it.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert found(text) == []


SEVERAL = [
    ("It was beaten in 2017 and 2019 respectively.", ["2017", "2019"]),
    ("On Friday and Saturday it burned.", ["Friday", "Saturday"]),
    ("In January and March it burned.", ["January", "March"]),
    ("In October 20 people were killed.", ["October"]),
    ("On Monday, 20 people died in 2015.", ["Monday", "2015"]),
    ("The army said on Sunday that on Jan. 20 rockets hit.", ["Sunday", "Jan. 20"]),
    ("Rockets hit in 2014\nMay 5 was quiet.", ["2014", "May 5"]),
    ("on may 5 the rebels came, and in june they left.", ["may 5", "june"]),
    ("ON MAY 5 THE REBELS CAME.", ["MAY 5"]),
    ("They held talks at 1330 prisoners' request, not at about 1330.", ["about 1330"]),
    ("Between 2011 and 2013, 2019 people fled.", ["Between 2011 and 2013"]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several(text: str, expected: list[str]) -> None:
    assert found(text) == expected


RELATIONS = [
    ("Attacks since mid-October.", "since"),
    ("Attacks since the end of May.", "since"),
    ("Attacks until Monday.", "until"),
    ("Attacks up to Monday.", "until"),
    ("Attacks through Friday.", "until"),
    ("Attacks by 2019.", "by"),
    ("Attacks before Monday.", "before"),
    ("Attacks prior to 2011.", "before"),
    ("Attacks ahead of Monday.", "before"),
    ("Attacks after 2011.", "after"),
    ("Attacks from Monday onwards.", "since"),
    ("Attacks on Monday.", None),
]


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_relation(text: str, relation: str | None) -> None:
    assert the_one(text).relation == relation


ATTRIBUTIVE = [
    ("They claimed Saturday's attack.", True),
    ("They claimed Saturday’s attack.", True),
    ("They claimed Saturdays attack.", True),
    ("They recalled the October 7 attack.", True),
    ("They fought the 2014 war.", True),
    ("They claimed last week's raid.", True),
    ("They claimed the Tuesday attack.", True),
    ("They attacked on Saturday.", False),
    ("They attacked on Saturday near the town.", False),
    ("They attacked on the Saturday that followed.", False),
]


@pytest.mark.parametrize(("text", "attributive"), ATTRIBUTIVE)
def test_attributive(text: str, attributive: bool) -> None:
    assert the_one(text).attributive is attributive


HEDGES = [
    ("It hit at about 6:30 p.m. there.", "about 6:30 p.m.", "about"),
    ("It hit at around 6:30 p.m. there.", "around 6:30 p.m.", "about"),
    ("It hit shortly after midnight there.", "shortly after midnight", "after"),
    ("It hit just before noon there.", "just before noon", "before"),
    ("It ended more than two years ago there.", "more than two years ago", "at_least"),
    ("It ended less than two weeks ago there.", "less than two weeks ago", "at_most"),
    ("It ended nearly two weeks ago there.", "nearly two weeks ago", "about"),
    ("A story about Saturday was told.", "Saturday", None),
]


@pytest.mark.parametrize(("text", "words", "hedge"), HEDGES)
def test_hedge(text: str, words: str, hedge: str | None) -> None:
    document = plain(text)
    [mention] = time_expressions(document)
    assert (document.words(mention.first, mention.last), mention.hedge) == (words, hedge)


WORDS = st.sampled_from([word for example in EXAMPLES for word in example.split()] + ["\n", ".", "(", "the"])


@given(st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join)))
def test_any_text_can_be_read(text: str) -> None:
    document = plain(text)
    mentions = time_expressions(document)
    assert mentions == time_expressions(document)
    last = 0
    for mention in mentions:
        assert last <= mention.first < mention.last <= len(document.tokens)
        span = document.span(mention.first, mention.last)
        assert text[span.start : span.end] == span.quote
        last = mention.last
