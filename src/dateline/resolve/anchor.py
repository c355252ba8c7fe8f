"""When a report was published: as given, as its head says, or as its own words let one work out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from msgspec import Struct

from dateline.extract.document import Document
from dateline.extract.times.expressions import Calendar, Clock, Point, TimeMention, Weekday
from dateline.lexicon.times import load_times
from dateline.model.codes import PublishedBasis
from dateline.resolve.zones import zone_named

HEAD_LINES = 6
HEAD_WORDS = 40
FRESH_DAYS = 3  # news is told of days before it; a weekday 4 to 6 days after the event is the one before it
FURTHEST_YEARS = 6  # the same date falls on the same weekday again after 5, 6 or 11 years
_STAMPS: Final = frozenset("published posted updated modified filed issued publication date".split())
_LEADING: Final = frozenset(
    """
    on in of the from since between to until till dated before after around about late early and by during near
    through for at a an this last approximately mid was were is that killed said held born died
    """.split()
)
_NOT_NEWS: Final = ("since", "until", "by", "before", "after")


class Anchor(Struct, frozen=True, kw_only=True):
    """The publication date that relative times count from, and where it comes from.

    `by_weekday` tells that a weekday and a date of the text together gave it; `evidence` is the range of
    tokens that prove it, where the text does.
    """

    date: date | None
    moment: datetime | None = None
    basis: PublishedBasis | None = None
    reason: str = ""
    evidence: tuple[int, int] | None = None
    by_weekday: bool = False


def infer_anchor(document: Document, mentions: Sequence[TimeMention], published: str | None) -> Anchor:
    """Return the publication date as given, as the head tells it, or as weekdays and dates in the text fix it.

    `published` is a date or RFC 3339. Without evidence the anchor has no date, and what is relative to it
    stays unresolved.
    """
    if published is not None and (given := _given(document, published)) is not None:
        return given
    return (
        _from_head(document, mentions)
        or _from_weekday(document, mentions)
        or Anchor(date=None, reason="no publication date was given and nothing in the text tells one")
    )


def _given(document: Document, published: str) -> Anchor | None:
    text = published.strip()
    try:
        moment = None if len(text) <= len("2024-01-21") else datetime.fromisoformat(text)
        day = date.fromisoformat(text) if moment is None else moment.date()
    except ValueError:
        return None
    source = document.source
    basis: PublishedBasis = (source.published_basis or "given") if published == source.published_at else "given"
    if moment is not None and moment.tzinfo is None:
        moment = None
    return Anchor(date=day, moment=moment, basis=basis, reason="the publication date as given")


def _from_head(document: Document, mentions: Sequence[TimeMention]) -> Anchor | None:
    """Return the full date that stands in the filing line or byline."""
    for mention in mentions:
        line = document.source.text.count("\n", 0, document.tokens[mention.first].start)
        if line >= HEAD_LINES:
            return None
        day = _full_date(mention)
        if day is not None and _is_byline(document, mention):
            expression = mention.expression
            clock = expression.clock if isinstance(expression, Point) else None
            return Anchor(
                date=day,
                moment=_moment(day, clock),
                basis="inferred",
                reason=f"the head of the report gives {document.words(mention.first, mention.last)}",
                evidence=(mention.first, mention.last),
            )
    return None


def _full_date(mention: TimeMention) -> date | None:
    match mention.expression:
        case Point(day=Calendar(year=int(year), month=int(month), day=int(day))):
            return _date(year, month, day)
        case _:
            return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moment(day: date, clock: Clock | None) -> datetime | None:
    if clock is None or clock.zone is None or (zone := zone_named(clock.zone)) is None:
        return None
    return datetime(day.year, day.month, day.day, clock.hour, clock.minute or 0, tzinfo=zone)


def _is_byline(document: Document, mention: TimeMention) -> bool:
    """Tell whether a date stands by itself at the head: no sentence leads to it and a new one begins after it."""
    if mention.first > HEAD_WORDS or mention.relation is not None or not _begins_anew(document, mention):
        return False
    before = document.tokens[mention.first - 1] if mention.first else None
    if before is None or _new_line(document, mention.first):
        return True
    if before.folded in ("at", "on", "of"):
        return mention.first > 1 and document.tokens[mention.first - 2].folded in _STAMPS
    return before.folded not in _LEADING


def _is_label(document: Document, at: int) -> bool:
    """Tell whether a word is a label of what follows ("title:")."""
    return at + 1 < len(document.tokens) and document.tokens[at + 1].text == ":"


def _weekday_told(mention: TimeMention) -> bool:
    match mention.expression:
        case Point(day=Calendar(weekday=int())):
            return True
        case _:
            return False


def _new_line(document: Document, at: int) -> bool:
    """Tell whether a line begins at a token, or the text before it ends there."""
    return "\n" in document.source.text[document.tokens[at - 1].end : document.tokens[at].start]


def _begins_anew(document: Document, mention: TimeMention) -> bool:
    if mention.last >= len(document.tokens) or _new_line(document, mention.last):
        return True
    following = document.tokens[mention.last]
    first = following.text[0]
    if following.text == ")":
        return mention.first == 0
    if _is_label(document, mention.last):
        return True
    if first.isdigit() or (mention.first == 0 and _weekday_told(mention)):
        return mention.first == 0 or document.tokens[mention.first - 1].folded in _STAMPS
    return first.isupper() or not (first.isalnum() or first in ",.'’") or following.folded in ("by", "at")


def _from_weekday(document: Document, mentions: Sequence[TimeMention]) -> Anchor | None:
    """Return the publication date that a weekday and a date told of the same day fix together.

    Of the years in which the date falls on the weekday, the earliest is taken that no year named in the
    text and nothing known by a name in it comes after: a report of an older event would have told its year.
    The publication is the latest weekday told that lies up to three days after the event.
    """
    bound = _earliest_publication(document, mentions)
    for mention, calendar, weekday in _dated_weekdays(mentions):
        event = _event_date(calendar, weekday, bound)
        if event is not None:
            published = event + timedelta(_days_after(event, mentions))
            words = document.words(mention.first, mention.last)
            return Anchor(
                date=published,
                basis="inferred",
                reason=f"{words} was a {event:%A} in {event.year}, and {published:%A} is the last day told of",
                evidence=(mention.first, mention.last),
                by_weekday=True,
            )
    return None


def _dated_weekdays(mentions: Sequence[TimeMention]) -> list[tuple[TimeMention, Calendar, int]]:
    """Return dates told as news, each with a weekday that may be its own: the surest first."""
    dates: list[tuple[TimeMention, Calendar]] = []
    for mention in mentions:
        match mention.expression:
            case Point(day=Calendar(month=int(), day=int(), year_shift=None) as calendar):
                if mention.relation not in _NOT_NEWS and not mention.attributive:
                    dates.append((mention, calendar))
    told = [(mention, calendar, calendar.weekday) for mention, calendar in dates if calendar.weekday is not None]
    if told:
        return told
    if len({(calendar.month, calendar.day) for _, calendar in dates}) != 1:
        return []
    weekdays = _news_weekdays(mentions)
    return [(mention, calendar, weekday) for mention, calendar in dates for weekday in weekdays]


def _news_weekdays(mentions: Sequence[TimeMention]) -> list[int]:
    """Return the weekdays that events are called by: "Saturday's attack".

    A weekday that only stands in the same text as a date is no evidence: half of such pairs are of two events.
    """
    called = (
        weekday for mention in mentions if mention.attributive and (weekday := _plain_weekday(mention)) is not None
    )
    return list(dict.fromkeys(called))


def _plain_weekday(mention: TimeMention) -> int | None:
    match mention.expression:
        case Point(day=Weekday(weekday=weekday, which=None, week_shift=None)) if mention.relation is None:
            return weekday
        case _:
            return None


def _event_date(calendar: Calendar, weekday: int, bound: date | None) -> date | None:
    month, day = calendar.month or 1, calendar.day or 1
    if calendar.year is not None:
        found = _date(calendar.year, month, day)
        late = found is not None and (bound is None or found + timedelta(FRESH_DAYS) >= bound)
        return found if found is not None and late and found.weekday() == weekday else None
    if bound is None:
        return None
    for year in range(bound.year, bound.year + FURTHEST_YEARS + 1):
        found = _date(year, month, day)
        if found is not None and found.weekday() == weekday and found + timedelta(FRESH_DAYS) >= bound:
            return found
    return None


def _days_after(event: date, mentions: Sequence[TimeMention]) -> int:
    weekdays = (weekday for mention in mentions if (weekday := _plain_weekday(mention)) is not None)
    offsets = ((weekday - event.weekday()) % 7 for weekday in weekdays)
    return max((offset for offset in offsets if offset <= FRESH_DAYS), default=0)


def _earliest_publication(document: Document, mentions: Sequence[TimeMention]) -> date | None:
    """Return the latest day that the text proves to be past: a year it names, a name it could not know before."""
    known = [day for mention in mentions if (day := _past_day(mention)) is not None]
    hits = load_times().eras.find([token.folded for token in document.tokens])
    known.extend(
        era.since for hit in hits for era in hit.entries if _capitalised(document, hit.first, hit.last, era.phrases)
    )
    return max(known, default=None)


def _capitalised(document: Document, first: int, last: int, phrases: tuple[str, ...]) -> bool:
    """Tell whether a name is written as one."""
    return any(token.text[:1].isupper() for token in document.tokens[first:last]) or not any(
        map(str.isupper, "".join(phrases))
    )


def _past_day(mention: TimeMention) -> date | None:
    """Return the first day of a year or a date that the text tells of as past."""
    if mention.relation in ("until", "by"):
        return None
    match mention.expression:
        case Point(day=Calendar(year=int(year), month=month, day=day, decade=False)):
            return _date(year, month or 1, day or 1)
        case _:
            return None
