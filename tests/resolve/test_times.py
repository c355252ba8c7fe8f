"""What time expressions resolve to: the table is the specification.

The words in brackets are what is found, hedge and all; the times stand as the contract writes them.
"""

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

SUNDAY = "2024-01-21"

# text with the expression in brackets, start, end, precision, basis; published on Sunday 21 January 2024
PAST = [
    ("The raid on [Jan. 20] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [January 20] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [20 January] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [20 Jan] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [20th January] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [the 20th of January] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [January 20th] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [January 20, 2023] failed", "2023-01-20", None, "day", "explicit"),
    ("The raid on [January 20 2023] failed", "2023-01-20", None, "day", "explicit"),
    ("The raid on [20 January 2023] failed", "2023-01-20", None, "day", "explicit"),
    ("The raid on [20 January, 2023], failed", "2023-01-20", None, "day", "explicit"),
    ("The raid on [Fri 12 Sep 2014] failed", "2014-09-12", None, "day", "explicit"),
    ("The raid on [Friday, 12 September 2014], failed", "2014-09-12", None, "day", "explicit"),
    ("The raid on [Friday, September 12, 2014], failed", "2014-09-12", None, "day", "explicit"),
    ("The raid on [Friday (September 12, 2014)] failed", "2014-09-12", None, "day", "explicit"),
    ("The raid on [Saturday, Jan. 20], failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [7 November 2016] failed", "2016-11-07", None, "day", "explicit"),
    ("The raid on [2024-01-20] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [2024/01/20] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [20/01/2024] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [01/20/2024] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [03/04/2023] failed", "2023-04-03", None, "day", "explicit"),
    ("The raid on [20.01.2024] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [20-01-2024] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [20-Jan-2024] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [20/01/24] failed", "2024-01-20", None, "day", "explicit"),
    ("The raid on [Dec.14th] failed", "2023-12-14", None, "day", "explicit"),
    ("The raid on [Sept. 5] failed", "2023-09-05", None, "day", "explicit"),
    ("The raid on [Oct 7] failed", "2023-10-07", None, "day", "explicit"),
    ("The raid on [January 22] failed", "2023-01-22", None, "day", "explicit"),
    ("The raid on [January 21] failed", "2024-01-21", None, "day", "explicit"),
    ("The raid on [29 February] failed", "2020-02-29", None, "day", "explicit"),
    ("The raid on [the 20th] failed", "2024-01-20", None, "day", "relative"),
    ("The raid on [the 25th] failed", "2023-12-25", None, "day", "relative"),
    ("The raid on [10 June last year] failed", "2023-06-10", None, "day", "relative"),
    ("The raid on [June 10 of last year] failed", "2023-06-10", None, "day", "relative"),
    ("The raid on [the first of May] failed", "2023-05-01", None, "day", "explicit"),
    ("The raid on [the second of June 2016] failed", "2016-06-02", None, "day", "explicit"),
    ("The [October 7] attack changed it", "2023-10-07", None, "day", "explicit"),
    ("After [9/11] the war began", "2001-09-11", None, "day", "explicit"),
    ("Marches on [May Day] were banned", "2023-05-01", None, "day", "explicit"),
    # months, years and their stretches
    ("It fell in [October 2023] to them", "2023-10", None, "month", "explicit"),
    ("It fell in [October, 2023], to them", "2023-10", None, "month", "explicit"),
    ("It fell in [October] to them", "2023-10", None, "month", "relative"),
    ("It fell in [January] to them", "2024-01", None, "month", "relative"),
    ("It fell in [February] to them", "2023-02", None, "month", "relative"),
    ("It fell in [May] to them", "2023-05", None, "month", "relative"),
    ("It fell in [March] to them", "2023-03", None, "month", "relative"),
    ("It fell in [August last year] to them", "2023-08", None, "month", "relative"),
    ("It fell in [August of 2013] to them", "2013-08", None, "month", "explicit"),
    ("It fell [last July] to them", "2023-07", None, "month", "relative"),
    ("It fell [this January] to them", "2024-01", None, "month", "relative"),
    ("It fell in [the month of May 2014] to them", "2014-05", None, "month", "explicit"),
    ("It fell in [2017] to them", "2017", None, "year", "explicit"),
    ("It fell in [the year 2017] to them", "2017", None, "year", "explicit"),
    ("Since [mid-October] it burns", "2023-10-11", "2023-10-20", "week", "relative"),
    ("Since [mid-October 2022] it burns", "2022-10-11", "2022-10-20", "week", "explicit"),
    ("Since [early March] it burns", "2023-03-01", "2023-03-10", "week", "relative"),
    ("Since [late Sept. 2016] it burns", "2016-09-21", "2016-09-30", "week", "explicit"),
    ("Since [late February 2016] it burns", "2016-02-21", "2016-02-29", "week", "explicit"),
    ("It began [early in September 2013] there", "2013-09-01", "2013-09-10", "week", "explicit"),
    ("By [the end of May] it was over", "2023-05-21", "2023-05-31", "week", "relative"),
    ("By [the middle of June 2015] it was over", "2015-06-11", "2015-06-20", "week", "explicit"),
    ("At [the beginning of April] it was over", "2023-04-01", "2023-04-10", "week", "relative"),
    ("In [the first week of June] it was over", "2023-06-01", "2023-06-07", "week", "relative"),
    ("In [the second week of June 2015] it was over", "2015-06-08", "2015-06-14", "week", "explicit"),
    ("In [the last week of September 2016] it was over", "2016-09-24", "2016-09-30", "week", "explicit"),
    ("In [the first half of June] it was over", "2023-06-01", "2023-06-15", "week", "relative"),
    ("In [the second half of May 2015] it was over", "2015-05-16", "2015-05-31", "week", "explicit"),
    ("In [late 2022] it was over", "2022", None, "year", "explicit"),
    ("In [early 2011] it was over", "2011", None, "year", "explicit"),
    ("By [the end of 2016] it was over", "2016", None, "year", "explicit"),
    ("In [the 1980s] it was over", "1980", "1989", "year", "explicit"),
    ("In [the first half of 2015] it was over", "2015-01", "2015-06", "month", "explicit"),
    ("In [the second half of last year] it was over", "2023-07", "2023-12", "month", "relative"),
    ("In [the third quarter of 2015] it was over", "2015-07", "2015-09", "month", "explicit"),
    ("In [the last quarter of 2015] it was over", "2015-10", "2015-12", "month", "explicit"),
    ("In [the first six months of 2016] many died", "2016-01", "2016-06", "month", "explicit"),
    ("In [the last three months of 2014] many died", "2014-10", "2014-12", "month", "explicit"),
    ("In [autumn 2023] it was over", "2023-09", "2023-11", "month", "explicit"),
    ("It was over [in the summer of 2012] there", "2012-06", "2012-08", "month", "explicit"),
    ("In [late summer 2014] it was over", "2014-06", "2014-08", "month", "explicit"),
    ("It was over [last summer] there", "2023-06", "2023-08", "month", "relative"),
    ("It was over in [winter 2022] there", "2022-12", "2023-02", "month", "explicit"),
    # weekdays
    ("They said on [Sunday] so", "2024-01-21", None, "day", "relative"),
    ("They said on [Saturday] so", "2024-01-20", None, "day", "relative"),
    ("They said on [Monday] so", "2024-01-15", None, "day", "relative"),
    ("They said [Thursday] so", "2024-01-18", None, "day", "relative"),
    ("In [Saturday]'s attack two died", "2024-01-20", None, "day", "relative"),
    ("In [Saturday]’s attack two died", "2024-01-20", None, "day", "relative"),
    ("In [Saturdays] attack two died", "2024-01-20", None, "day", "relative"),
    ("They met [last Friday] there", "2024-01-19", None, "day", "relative"),
    ("They met [last Saturday] there", "2024-01-13", None, "day", "relative"),
    ("They met [last Monday] there", "2024-01-15", None, "day", "relative"),
    ("They meet [next Monday] there", "2024-01-22", None, "day", "relative"),
    ("They meet [next Sunday] there", "2024-01-28", None, "day", "relative"),
    ("They met [this Thursday] there", "2024-01-18", None, "day", "relative"),
    ("They met on [Tuesday last week] there", "2024-01-09", None, "day", "relative"),
    ("They met on [Tuesday of this week] there", "2024-01-16", None, "day", "relative"),
    ("They met [last week on Tuesday] there", "2024-01-09", None, "day", "relative"),
    ("Over [the weekend] four died", "2024-01-20", "2024-01-21", "day", "relative"),
    ("Over [last weekend] four died", "2024-01-13", "2024-01-14", "day", "relative"),
    # days, weeks, months and years told from the publication
    ("It burned [today] there", "2024-01-21", None, "day", "relative"),
    ("It burned [yesterday] there", "2024-01-20", None, "day", "relative"),
    ("It will burn [tomorrow] there", "2024-01-22", None, "day", "relative"),
    ("It burned [the day before yesterday] there", "2024-01-19", None, "day", "relative"),
    ("It will burn [the day after tomorrow] there", "2024-01-23", None, "day", "relative"),
    ("It burned [earlier today] there", "2024-01-21", None, "day", "relative"),
    ("It burned [two days ago] there", "2024-01-19", None, "day", "relative"),
    ("It burned [10 days ago] there", "2024-01-11", None, "day", "relative"),
    ("It burned [a day ago] there", "2024-01-20", None, "day", "relative"),
    ("It burned [a couple of days ago] there", "2024-01-19", None, "day", "relative"),
    ("It burned [a few days ago] there", "2024-01-14", "2024-01-19", "week", "relative"),
    ("It burned [several days ago] there", "2024-01-14", "2024-01-19", "week", "relative"),
    ("It burned [a week ago] there", "2024-01-08", "2024-01-14", "week", "relative"),
    ("It burned [two weeks ago] there", "2024-01-01", "2024-01-07", "week", "relative"),
    ("It burned [a fortnight ago] there", "2024-01-01", "2024-01-07", "week", "relative"),
    ("It burned [three months ago] there", "2023-10", None, "month", "relative"),
    ("It burned [a year ago] there", "2023", None, "year", "relative"),
    ("It burned [10 years ago] there", "2014", None, "year", "relative"),
    ("It burned [a year and a half ago] there", "2022-07", None, "month", "relative"),
    ("It burned [48 hours ago] there", "2024-01-19", None, "day", "relative"),
    ("It burned [weeks ago] there", None, None, "unknown", "relative"),
    ("It will end [three days from now] there", "2024-01-24", None, "day", "relative"),
    ("It burned [last week] there", "2024-01-08", "2024-01-14", "week", "relative"),
    ("It burned [this week] there", "2024-01-15", "2024-01-21", "week", "relative"),
    ("It burned [earlier this week] there", "2024-01-15", "2024-01-21", "week", "relative"),
    ("It will burn [next week] there", "2024-01-22", "2024-01-28", "week", "relative"),
    ("It burned [last month] there", "2023-12", None, "month", "relative"),
    ("It burned [earlier this month] there", "2024-01", None, "month", "relative"),
    ("It burned [this year] there", "2024", None, "year", "relative"),
    ("It burned [last year] there", "2023", None, "year", "relative"),
    ("It will burn [next year] there", "2025", None, "year", "relative"),
    ("By [the end of last year] it burned", "2023", None, "year", "relative"),
    ("At [the end of last month] it burned", "2023-12-21", "2023-12-31", "week", "relative"),
    ("At [the beginning of the week] it burned", "2024-01-15", "2024-01-17", "week", "relative"),
    ("It burned [early last month] there", "2023-12-01", "2023-12-10", "week", "relative"),
    ("It burned [late last year] there", "2023", None, "year", "relative"),
    ("It burned [late last week] there", "2024-01-11", "2024-01-14", "week", "relative"),
    # windows
    ("In [the past 24 hours] ten died", "2024-01-20", "2024-01-21", "day", "relative"),
    ("In [the last 48 hours] ten died", "2024-01-19", "2024-01-21", "day", "relative"),
    ("In [the past three days] ten died", "2024-01-18", "2024-01-21", "day", "relative"),
    ("In [the past week] ten died", "2024-01-14", "2024-01-21", "week", "relative"),
    ("In [the past two weeks] ten died", "2024-01-07", "2024-01-21", "week", "relative"),
    ("In [the past few days] ten died", "2024-01-14", "2024-01-21", "week", "relative"),
    ("In [recent days] ten died", "2024-01-14", "2024-01-21", "week", "relative"),
    ("In [the past few hours] ten died", "2024-01-21", None, "day", "relative"),
    ("In [recent weeks] ten died", None, None, "unknown", "relative"),
    ("In [the past month] ten died", "2023-12", "2024-01", "month", "relative"),
    ("In [the last three months] ten died", "2023-10", "2024-01", "month", "relative"),
    ("In [the past year] ten died", "2023-01", "2024-01", "month", "relative"),
    ("In [the past two years] ten died", "2022", "2024", "year", "relative"),
    ("In [the next two days] it ends", "2024-01-21", "2024-01-23", "day", "relative"),
    ("In [the coming days] it ends", "2024-01-21", "2024-01-28", "week", "relative"),
    # ranges
    ("It burned [between 3 and 5 May] there", "2023-05-03", "2023-05-05", "day", "explicit"),
    ("It burned on [7-9 October 2023] there", "2023-10-07", "2023-10-09", "day", "explicit"),
    ("It burned on [October 7–9] there", "2023-10-07", "2023-10-09", "day", "explicit"),
    ("It burned [from 3 to 5 May 2016] there", "2016-05-03", "2016-05-05", "day", "explicit"),
    ("It burned on [December 11 and 12 2016] there", "2016-12-11", "2016-12-12", "day", "explicit"),
    ("It burned on [May 15-24] there", "2023-05-15", "2023-05-24", "day", "explicit"),
    ("It burned [from Sept. 28 to Oct. 2, 2015], there", "2015-09-28", "2015-10-02", "day", "explicit"),
    ("It burned [from 28 September to 2 October 2015] there", "2015-09-28", "2015-10-02", "day", "explicit"),
    ("It burned [between May 30 and June 2] there", "2023-05-30", "2023-06-02", "day", "explicit"),
    ("It burned [between September 30, 2015 and March 15, 2016], there", "2015-09-30", "2016-03-15", "day", "explicit"),
    ("It burned [from Monday to Wednesday] there", "2024-01-15", "2024-01-17", "day", "relative"),
    ("It burned [from Friday to Monday] there", "2024-01-12", "2024-01-15", "day", "relative"),
    ("It burned [Monday through Friday] there", "2024-01-15", "2024-01-19", "day", "relative"),
    ("It burned [between Tuesday and Thursday] there", "2024-01-16", "2024-01-18", "day", "relative"),
    ("It burned in [2014-2016] there", "2014", "2016", "year", "explicit"),
    ("It burned in [2014-16] there", "2014", "2016", "year", "explicit"),
    ("It burned [from 2011 to 2013] there", "2011", "2013", "year", "explicit"),
    ("It burned [between 2011 and 2013] there", "2011", "2013", "year", "explicit"),
    ("It burned [between March and June 2016] there", "2016-03", "2016-06", "month", "explicit"),
    ("It burned [from November to February 2016] there", "2015-11", "2016-02", "month", "explicit"),
    ("It burned [between March and June] there", "2023-03", "2023-06", "month", "relative"),
    # feasts
    ("It burned on [Christmas Eve] there", "2023-12-24", None, "day", "relative"),
    ("It burned on [Christmas Day 2015] there", "2015-12-25", None, "day", "explicit"),
    ("It burned on [Orthodox Christmas] there", "2024-01-07", None, "day", "relative"),
    ("It burned on [New Year's Eve] there", "2023-12-31", None, "day", "relative"),
    ("It burned on [New Year’s Day] there", "2024-01-01", None, "day", "relative"),
    ("It burned on [Easter Sunday] there", "2023-04-09", None, "day", "relative"),
    ("It burned on [Good Friday] there", "2023-04-07", None, "day", "relative"),
    ("It burned on [Orthodox Easter 2022] there", "2022-04-24", None, "day", "explicit"),
    ("It burned in [Ramadan 2015] there", "2015-06-18", "2015-07-17", "month", "explicit"),
    ("It burned during [Ramadan last year] there", "2023-03-23", "2023-04-21", "month", "relative"),
    ("It burned on [Eid al-Fitr 2019] there", "2019-06-05", "2019-06-07", "week", "explicit"),
    ("It burned on [the first day of Eid al-Adha 2015] there", "2015-09-24", None, "day", "explicit"),
    ("It burned at [Nowruz] there", "2023-03-20", "2023-03-21", "week", "relative"),
    ("It burned on [Yom Kippur] there", "2023-09-25", None, "day", "relative"),
    ("It burned on [Bastille Day 2016] there", "2016-07-14", None, "day", "explicit"),
    ("It burned on [Thanksgiving] there", "2023-11-23", None, "day", "relative"),
    # how long and how often say no when
    ("It burned for [three days] there", None, None, "unknown", "relative"),
    ("It burned [for hours] there", None, None, "unknown", "relative"),
    ("It burned [for a week] there", None, None, "unknown", "relative"),
    ("It burns [every Friday] there", None, None, "unknown", "relative"),
    ("It burns [daily] there", None, None, "unknown", "relative"),
    ("They march on [Fridays] there", None, None, "unknown", "relative"),
]

# the same publication, told of a place in Iraq
IN_BAGHDAD = [
    ("at [6:30 p.m. on Saturday] it hit", "2024-01-20T18:30:00+03:00", None, "minute", "relative"),
    ("at [6:30 p.m. Saturday] it hit", "2024-01-20T18:30:00+03:00", None, "minute", "relative"),
    ("on [Saturday at 6:30 p.m.] it hit", "2024-01-20T18:30:00+03:00", None, "minute", "relative"),
    ("on [Saturday, at about 6:30 p.m.], it hit", "2024-01-20T18:30:00+03:00", None, "minute", "relative"),
    ("At [approximately 6:30 p.m. Jan. 20] it hit", "2024-01-20T18:30:00+03:00", None, "minute", "explicit"),
    ("At [approximately 6:30 p.m. (Baghdad time) time Jan. 20], it hit", "2024-01-20T18:30:00+03:00", None, "minute", "explicit"),
    ("at [6:30 p.m. local time on January 20] it hit", "2024-01-20T18:30:00+03:00", None, "minute", "explicit"),
    ("at [18:30 on Saturday] it hit", "2024-01-20T18:30:00+03:00", None, "minute", "relative"),
    ("at [1830 local time on Saturday] it hit", "2024-01-20T18:30:00+03:00", None, "minute", "relative"),
    ("at [6.30pm on Saturday] it hit", "2024-01-20T18:30:00+03:00", None, "minute", "relative"),
    ("at [1130 am on Saturday] it hit", "2024-01-20T11:30:00+03:00", None, "minute", "relative"),
    ("at [330 am on Saturday] it hit", "2024-01-20T03:30:00+03:00", None, "minute", "relative"),
    ("at [7 a.m. Saturday] it hit", "2024-01-20T07:00:00+03:00", None, "hour", "relative"),
    ("at [12 p.m. Saturday] it hit", "2024-01-20T12:00:00+03:00", None, "hour", "relative"),
    ("at [12:15 a.m. Saturday] it hit", "2024-01-20T00:15:00+03:00", None, "minute", "relative"),
    ("[around 3 p.m. Saturday] it hit", "2024-01-20T15:00:00+03:00", None, "hour", "relative"),
    ("at [six p.m. on Saturday] it hit", "2024-01-20T18:00:00+03:00", None, "hour", "relative"),
    ("at [six o'clock in the evening on Saturday] it hit", "2024-01-20T18:00:00+03:00", None, "hour", "relative"),
    ("at [half past six on Saturday evening] it hit", "2024-01-20T18:30:00+03:00", None, "minute", "relative"),
    ("at [half past six on Saturday] it hit", "2024-01-20", None, "day", "relative"),
    ("at [0300 GMT Saturday] it hit", "2024-01-20T03:00:00Z", None, "minute", "relative"),
    ("from [0700 GMT Tuesday] it hit", "2024-01-16T07:00:00Z", None, "minute", "relative"),
    ("at [15:30 UTC on Jan. 20] it hit", "2024-01-20T15:30:00Z", None, "minute", "explicit"),
    ("at [15:30 GMT+3 on Jan. 20] it hit", "2024-01-20T15:30:00+03:00", None, "minute", "explicit"),
    ("[around 3 a.m. (0000 GMT) on Saturday] it hit", "2024-01-20T03:00:00+03:00", None, "minute", "relative"),
    ("[around 1130 am (0830 GMT) on Saturday] it hit", "2024-01-20T11:30:00+03:00", None, "minute", "relative"),
    ("at [8 a.m. Kyiv time on Saturday] it hit", "2024-01-20T08:00:00+02:00", None, "hour", "relative"),
    ("at [8 a.m. Moscow time on Saturday] it hit", "2024-01-20T08:00:00+03:00", None, "hour", "relative"),
    ("at [9 p.m. ET on Friday] it hit", "2024-01-19T21:00:00-05:00", None, "hour", "relative"),
    ("at [9 p.m. Eastern time on Friday] it hit", "2024-01-19T21:00:00-05:00", None, "hour", "relative"),
    ("at [9 p.m. New York time on Friday] it hit", "2024-01-19T21:00:00-05:00", None, "hour", "relative"),
    ("at [10 local time on Friday] it hit", "2024-01-19T10:00:00+03:00", None, "hour", "relative"),
    ("at [4:15 a.m. yesterday] it hit", "2024-01-20T04:15:00+03:00", None, "minute", "relative"),
    ("on [2024-01-20T18:30:00Z] it hit", "2024-01-20T18:30:00Z", None, "minute", "explicit"),
    ("on [2024-01-20T18:30:00+03:00] it hit", "2024-01-20T18:30:00+03:00", None, "minute", "explicit"),
    ("at [noon on Saturday] it hit", "2024-01-20T12:00:00+03:00", None, "hour", "relative"),
    ("at [midnight on Saturday] it hit", "2024-01-20T00:00:00+03:00", None, "hour", "relative"),
    ("[shortly after midnight on Saturday] it hit", "2024-01-20T00:00:00+03:00", "2024-01-20T01:00:00+03:00", "hour", "relative"),
    ("[shortly before 3 p.m. on Saturday] it hit", "2024-01-20T14:00:00+03:00", "2024-01-20T15:00:00+03:00", "hour", "relative"),
    ("[Saturday morning] it hit", "2024-01-20T06:00:00+03:00", "2024-01-20T12:00:00+03:00", "part_of_day", "relative"),
    ("[Saturday afternoon] it hit", "2024-01-20T12:00:00+03:00", "2024-01-20T18:00:00+03:00", "part_of_day", "relative"),
    ("[Saturday evening] it hit", "2024-01-20T18:00:00+03:00", "2024-01-20T22:00:00+03:00", "part_of_day", "relative"),
    ("[Saturday night] it hit", "2024-01-20T22:00:00+03:00", "2024-01-21T06:00:00+03:00", "part_of_day", "relative"),
    ("[late on Thursday] it hit", "2024-01-18T22:00:00+03:00", "2024-01-19T06:00:00+03:00", "part_of_day", "relative"),
    ("[late Thursday] it hit", "2024-01-18T22:00:00+03:00", "2024-01-19T06:00:00+03:00", "part_of_day", "relative"),
    ("[early Friday] it hit", "2024-01-19T00:00:00+03:00", "2024-01-19T06:00:00+03:00", "part_of_day", "relative"),
    ("[early on Friday morning] it hit", "2024-01-19T00:00:00+03:00", "2024-01-19T06:00:00+03:00", "part_of_day", "relative"),
    ("[in the early hours of Friday] it hit", "2024-01-19T00:00:00+03:00", "2024-01-19T06:00:00+03:00", "part_of_day", "relative"),
    ("[in the early hours of Monday morning] it hit", "2024-01-15T00:00:00+03:00", "2024-01-15T06:00:00+03:00", "part_of_day", "relative"),
    ("at [dawn on Friday] it hit", "2024-01-19T04:00:00+03:00", "2024-01-19T06:00:00+03:00", "part_of_day", "relative"),
    ("[before dawn on Friday] it hit", "2024-01-19T00:00:00+03:00", "2024-01-19T06:00:00+03:00", "part_of_day", "relative"),
    ("on [the evening of January 12] it hit", "2024-01-12T18:00:00+03:00", "2024-01-12T22:00:00+03:00", "part_of_day", "explicit"),
    ("on [the night of Jan. 12] it hit", "2024-01-12T22:00:00+03:00", "2024-01-13T06:00:00+03:00", "part_of_day", "explicit"),
    ("[overnight] it hit", "2024-01-20T20:00:00+03:00", "2024-01-21T06:00:00+03:00", "part_of_day", "relative"),
    ("[overnight on Friday] it hit", "2024-01-19T20:00:00+03:00", "2024-01-20T06:00:00+03:00", "part_of_day", "relative"),
    ("[overnight from Friday to Saturday] it hit", "2024-01-19T20:00:00+03:00", "2024-01-20T06:00:00+03:00", "part_of_day", "relative"),
    ("[last night] it hit", "2024-01-20T22:00:00+03:00", "2024-01-21T06:00:00+03:00", "part_of_day", "relative"),
    ("[this morning] it hit", "2024-01-21T06:00:00+03:00", "2024-01-21T12:00:00+03:00", "part_of_day", "relative"),
    ("[this morning at 6:30 a.m.] it hit", "2024-01-21T06:30:00+03:00", None, "minute", "relative"),
    ("[tonight] it hit", "2024-01-21T22:00:00+03:00", "2024-01-22T06:00:00+03:00", "part_of_day", "relative"),
    ("[yesterday afternoon] it hit", "2024-01-20T12:00:00+03:00", "2024-01-20T18:00:00+03:00", "part_of_day", "relative"),
    ("at [3 a.m. this morning] it hit", "2024-01-21T03:00:00+03:00", None, "hour", "relative"),
    ("[between 6 and 7 p.m. on Saturday] it hit", "2024-01-20T18:00:00+03:00", "2024-01-20T19:00:00+03:00", "hour", "relative"),
    ("[from 9:30 to 11:15 a.m. Saturday] it hit", "2024-01-20T09:30:00+03:00", "2024-01-20T11:15:00+03:00", "minute", "relative"),
    ("[from 11 a.m. to 1 p.m. on Saturday] it hit", "2024-01-20T11:00:00+03:00", "2024-01-20T13:00:00+03:00", "hour", "relative"),
    ("at [6:30 p.m.] it hit", None, None, "unknown", "relative"),
]

# no zone is known: a clock cannot be written, only its day
NOWHERE = [
    ("at [6:30 p.m. on Saturday] it hit", "2024-01-20", None, "part_of_day", "relative"),
    ("[Saturday morning] it hit", "2024-01-20", None, "part_of_day", "relative"),
    ("[Saturday night] it hit", "2024-01-20", "2024-01-21", "part_of_day", "relative"),
    ("[overnight] it hit", "2024-01-20", "2024-01-21", "part_of_day", "relative"),
    ("at [6:30 p.m. Baghdad time on Saturday] it hit", "2024-01-20T18:30:00+03:00", None, "minute", "relative"),
    ("[around 3 a.m. (0000 GMT) on Saturday] it hit", "2024-01-20T03:00:00+03:00", None, "minute", "relative"),
    ("at [3 a.m. Atlantis time on Saturday] it hit", "2024-01-20", None, "part_of_day", "relative"),
]

# told of what is to come
FUTURE = [
    ("They will meet on [Sunday] there", "2024-01-21", None, "day", "relative"),
    ("They will meet on [Monday] there", "2024-01-22", None, "day", "relative"),
    ("They will meet on [Saturday] there", "2024-01-27", None, "day", "relative"),
    ("They will meet on [January 20] there", "2025-01-20", None, "day", "explicit"),
    ("They will meet on [March 3] there", "2024-03-03", None, "day", "explicit"),
    ("They will meet in [January] there", "2024-01", None, "month", "relative"),
    ("They will meet in [March] there", "2024-03", None, "month", "relative"),
    ("They will meet on [the 25th] there", "2024-01-25", None, "day", "relative"),
    ("They will meet on [Christmas Eve] there", "2024-12-24", None, "day", "relative"),
    ("They will meet over [the weekend] there", "2024-01-20", "2024-01-21", "day", "relative"),
]

# counted from a time told before: Friday 12 January 2024, 14:00 in Baghdad
AFTER_FRIDAY = [
    ("it burned [two days earlier] there", "2024-01-10", None, "day"),
    ("it burned [two days later] there", "2024-01-14", None, "day"),
    ("it burned [a day earlier] there", "2024-01-11", None, "day"),
    ("it burned [one day after] that", "2024-01-13", None, "day"),
    ("it burned [the previous day] there", "2024-01-11", None, "day"),
    ("it burned [the day before] there", "2024-01-11", None, "day"),
    ("it burned [the next day] there", "2024-01-13", None, "day"),
    ("it burned [the following day] there", "2024-01-13", None, "day"),
    ("it burned [the same day] there", "2024-01-12", None, "day"),
    ("it burned [later that day] there", "2024-01-12", None, "day"),
    ("it burned [earlier in the day] there", "2024-01-12", None, "day"),
    ("it burned [the previous night] there", "2024-01-11T22:00:00+03:00", "2024-01-12T06:00:00+03:00", "part_of_day"),
    ("it burned [the night before] there", "2024-01-11T22:00:00+03:00", "2024-01-12T06:00:00+03:00", "part_of_day"),
    ("it burned [that night] there", "2024-01-12T22:00:00+03:00", "2024-01-13T06:00:00+03:00", "part_of_day"),
    ("it burned [the following morning] there", "2024-01-13T06:00:00+03:00", "2024-01-13T12:00:00+03:00", "part_of_day"),
    ("it burned [in the evening] there", "2024-01-12T18:00:00+03:00", "2024-01-12T22:00:00+03:00", "part_of_day"),
    ("it burned at [6:30 p.m.] there", "2024-01-12T18:30:00+03:00", None, "minute"),
    ("it burned at [about 1330] there", "2024-01-12T13:30:00+03:00", None, "minute"),
    ("it burned [two hours earlier] there", "2024-01-12T12:00:00+03:00", None, "hour"),
    ("it burned [half an hour later] there", "2024-01-12T14:30:00+03:00", None, "minute"),
    ("it burned [20 minutes later] there", "2024-01-12T14:20:00+03:00", None, "minute"),
    ("it burned [hours later] there", "2024-01-12", None, "day"),
    ("it burned [a week later] there", "2024-01-19", None, "day"),
    ("it burned [two weeks earlier] there", "2023-12-29", None, "day"),
    ("it burned [the following week] there", "2024-01-15", "2024-01-21", "week"),
    ("it burned [a month earlier] there", "2023-12", None, "month"),
    ("it burned [the previous year] there", "2023", None, "year"),
]

# another publication: Wednesday 10 August 2016
IN_AUGUST = [
    ("It fell on [Aug. 10] there", "2016-08-10", None, "day", "explicit"),
    ("It fell on [Aug. 11] there", "2015-08-11", None, "day", "explicit"),
    ("It fell in [August] there", "2016-08", None, "month", "relative"),
    ("It fell in [September] there", "2015-09", None, "month", "relative"),
    ("It fell [last August] there", "2015-08", None, "month", "relative"),
    ("It fell on [Wednesday] there", "2016-08-10", None, "day", "relative"),
    ("It fell on [Thursday] there", "2016-08-04", None, "day", "relative"),
    ("It fell [last Monday] there", "2016-08-08", None, "day", "relative"),
    ("It fell [last Tuesday] there", "2016-08-02", None, "day", "relative"),
    ("It fell over [the weekend] there", "2016-08-06", "2016-08-07", "day", "relative"),
    ("It fell on [Friday, Aug. 5], there", "2016-08-05", None, "day", "explicit"),
    ("It fell [last Ramadan] there", "2016-06-07", "2016-07-06", "month", "relative"),
    ("It fell in [the past five days] there", "2016-08-05", "2016-08-10", "day", "relative"),
    ("It fell on [December 31] there", "2015-12-31", None, "day", "explicit"),
    ("It fell [last week] there", "2016-08-01", "2016-08-07", "week", "relative"),
]


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
    document = plain("It hit on Friday. Two days later it hit again, and that night once more. A day after the raid they met.")
    times = resolve_times(document, time_expressions(document), given_on(SUNDAY))
    assert [time.start for time in times] == ["2024-01-19", "2024-01-21", "2024-01-21", None]


def test_years_told_respectively_are_two_times() -> None:
    document = plain("It was declared defeated in 2017 and 2019 respectively.")
    times = resolve_times(document, time_expressions(document), given_on(SUNDAY))
    assert [(time.text, time.start, time.precision) for time in times] == [("2017", "2017", "year"), ("2019", "2019", "year")]


WORDS = st.sampled_from(
    (
        "the a last next this Saturday Monday Jan. January May 3 20 31 2024 1999 p.m. 6:30 at on in from to between and - / ( )"
        " days weeks years ago earlier later early late mid night morning overnight GMT time local Ramadan Eid al Fitr 's of"
        " two few past first half quarter summer Christmas Eve dawn before after since until every for 0300 9 11 , . \n"
    ).split(" ")
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join))
DATES = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
ZONES = st.sampled_from((None, "Asia/Baghdad", "UTC", "America/New_York", "Nowhere/Land"))
TENSES = st.sampled_from(("past", "future", None))


@given(TEXTS, st.one_of(st.none(), DATES), ZONES, TENSES)
def test_any_text_resolves_to_what_the_contract_allows(text: str, day: date | None, zone: str | None, tense: str) -> None:
    document = plain(text)
    anchor = Anchor(date=day)
    antecedent = Time("2024-01-12T14:00:00+03:00", None, "hour", "Asia/Baghdad", "relative", "")
    for mention in time_expressions(document):
        time = resolve_time(document, mention, anchor, zone=zone, tense=tense, antecedent=antecedent)  # type: ignore[arg-type]
        assert time.text == document.source.text[document.tokens[mention.first].start : document.tokens[mention.last - 1].end]
        assert (time.start is None) == (time.precision == "unknown")
        assert time.start is not None or time.end is None
        assert msgspec.convert(msgspec.to_builtins(time), Time) == time
        if time.start and time.end and len(time.start) == len(time.end) == 10:
            assert time.start <= time.end
        resolve_period(document, mention, anchor, zone=zone)
