"""Over what a sentence counts: since when, over which stretch, in which war."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.nominals import Phrase
from dateline.extract.times import TimeMention
from dateline.extract.times.expressions import Point, Range
from dateline.lexicon.tally_words import load_tally_words

UNITS = "hours|days|weeks|months|years|decades"
NUMBER = (
    r"\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|several|many|"
    r"a few|(?:several |a )?(?:dozen|couple of)"
)
LOOSELY = "just |only |about |some |nearly |almost |more than |the space of "
PERIODS = re.compile(
    r"\b(?:"
    rf"(?:the |these )?(?:past|previous|preceding) (?:[\w-]+ ){{0,3}}(?:{UNITS}|day|week|month|year|decade)"
    rf"|(?:the |these )?(?:last|first) (?:[\w-]+ ){{1,3}}(?:{UNITS})"
    r"|(?<!earlier )(?<!later )(?<!late )(?:so far )?this (?:year|month)|year to date"
    rf"|recent (?:{UNITS})"
    r"|(?:last|final) (?:few )?(?:months|weeks|days)"
    rf"|(?:in|over|within|during) (?:{LOOSELY})?(?:{NUMBER}) (?:{UNITS})(?! (?:of prison|in prison|later|time|ago))"
    rf"|(?:{NUMBER}) (?:{UNITS}) of (?!age\b|prison\b)"
    r"|(?:months?|weeks?|years?|days?) - (?:long|old) (?:\w+ ){0,2}"
    r"(?:campaign|offensive|siege|battle|operation|war|conflict|fighting|assault)"
    r")\b"
)
BRIEF = re.compile(r"\bhours\b|\b(?:two|2) days\b|\bpast day\b")
SUPERLATIVE = frozenset(("most", "worst", "first", "nothing", "never", "not", "bloodiest", "largest", "second"))
TALLYING = frozenset(("have", "has", "had"))


class Scope(Struct, frozen=True, kw_only=True):
    """A span of time or a war at tokens [first, last) that a sentence's counts run over."""

    kind: Literal["since", "period", "war"]
    first: int
    last: int
    brief: bool = False  # a day or two, as one battle may last
    since: TimeMention | None = None
    until: TimeMention | None = None


def scope(findings: Findings, told: Told) -> Scope | None:
    """Return what the counts of a sentence run over, the plainest words first, or None."""
    return _since(findings, told) or _period(findings, told) or _war(findings, told)


def perfect(phrase: Phrase) -> bool:
    """Tell whether a verb phrase is in a perfect tense: "have been killed", "has since claimed"."""
    return phrase.kind == "VP" and bool(TALLYING.intersection(phrase.words)) and phrase.lemma != "have"


def _inside(findings: Findings, told: Told) -> list[TimeMention]:
    return [t for t in findings.times if told.sentence.first <= t.first < told.sentence.last]


def _since(findings: Findings, told: Told) -> Scope | None:
    """Return the span that "since" opens: "since January", "since the war began", "has since killed"."""
    tokens, sentence = findings.document.tokens, told.sentence
    times = _inside(findings, told)
    until = next((t for t in times if t.relation == "until"), None)
    for at in range(sentence.first, sentence.last):
        if tokens[at].folded != "since" or _compares(findings, sentence.first, at):
            continue
        after = next((t for t in times if t.first > at), None)
        if after is not None and all(
            tokens[i].folded in {"the", "about", "around", "late", "early"} for i in range(at + 1, after.first)
        ):
            brief = isinstance(after.expression, Point) and (
                after.expression.part is not None or after.expression.clock is not None
            )
            return Scope(kind="since", first=at, last=after.last, since=after, until=until, brief=brief)
        end = _clause_end(told, at)
        if end is not None:
            return Scope(kind="since", first=at, last=end, since=after, until=until)
        following = tokens[at + 1].folded if at + 1 < sentence.last else ""
        bare = any(perfect(p) and p.chunk.first <= at < p.chunk.last for p in told.phrases)
        if bare or following == "then":
            return Scope(
                kind="since",
                first=at,
                last=at + (2 if following == "then" else 1),
                since=_earlier(told, times, at),
                until=until,
            )
    return None


def _compares(findings: Findings, first: int, since: int) -> bool:
    """Tell whether "since" closes a comparison: "the worst attack since the war began"."""
    before = findings.document.tokens[max(first, since - 12) : since]
    return any(t.folded in SUPERLATIVE or (t.tag == "ADJ" and t.folded.endswith("iest")) for t in before)


def governs(page_scope: Scope | None, told: Told, token: int) -> bool:
    """Tell whether a span that a sentence counts over also covers the count at a token: no new clause between."""
    if page_scope is None or page_scope.kind == "war":
        return page_scope is not None
    low, high = (page_scope.last, token) if token >= page_scope.last else (token, page_scope.first)
    between = [p for p in told.phrases if low <= p.chunk.first < high]
    return not any(
        p.kind == "COMP" and p.words[0] in {"when", "after", "as", "because", "while", "before"} for p in between
    )


def _earlier(told: Told, times: Sequence[TimeMention], at: int) -> TimeMention | None:
    """Return the time that "since" alone points back to in its sentence: "began in 2011 and has since"."""
    before = [t for t in times if t.last <= at]
    return before[-1] if before and _began(told) else None


def _clause_end(told: Told, since: int) -> int | None:
    """Return where "the war began in 2011" after "since" ends, or None if it tells no beginning."""
    begin = load_tally_words()["begin"]
    for at, phrase in enumerate(told.phrases):
        if phrase.chunk.first <= since:
            continue
        if phrase.chunk.first - since > 14:
            return None
        noun = phrase.nominal is not None and phrase.lemma in {
            "beginning",
            "start",
            "outbreak",
            "launch",
            "onset",
            "collapse",
        }
        if noun or (phrase.kind == "VP" and phrase.lemma in begin):
            following = told.phrases[at + 1 : at + 3]
            timed = [p for p in following if p.nominal is not None and p.nominal.time]
            return timed[0].chunk.last if timed else phrase.chunk.last
    return None


def _began(told: Told) -> bool:
    begin = load_tally_words()["begin"]
    return any(p.kind == "VP" and p.lemma in begin for p in told.phrases)


def _period(findings: Findings, told: Told) -> Scope | None:
    """Return the stretch that a sentence counts over: "in the past week", "over two days", "this year"."""
    tokens, sentence = findings.document.tokens, told.sentence
    for time in _inside(findings, told):
        if isinstance(time.expression, Range) and time.expression.start.clock is None and _told_range(findings, time):
            return Scope(kind="period", first=time.first, last=time.last, since=time, until=time)
    starts: dict[int, int] = {}
    words = ""
    for at in range(sentence.first, sentence.last):
        starts[len(words)] = at
        words += tokens[at].folded + " "
    match = PERIODS.search(words)
    if match is None:
        return None
    begun = max(start for start in starts if start <= match.start())
    closed = max(start for start in starts if start < match.end())
    first, last = starts[begun], starts[closed] + 1
    told_time = next((t for t in findings.times if t.first < last and first < t.last), None)
    brief = bool(BRIEF.search(match.group()))
    return Scope(kind="period", first=first, last=last, since=told_time, until=None, brief=brief)


def _told_range(findings: Findings, time: TimeMention) -> bool:
    near = findings.document.tokens[max(0, time.first - 1) : time.first + 1]
    return any(token.folded in {"between", "from"} for token in near)


def _war(findings: Findings, told: Told) -> Scope | None:
    """Return the war that a sentence counts the dead of."""
    wars = load_tally_words()["war"]
    for phrase in told.phrases:
        nominal = phrase.nominal
        if nominal is None:
            continue
        if phrase.lemma in wars and findings.document.tokens[nominal.head].folded != "crises":
            times = _inside(findings, told)
            begun = next((t for t in times if t.first > phrase.chunk.last), None) if _began(told) else None
            return Scope(kind="war", first=phrase.chunk.first, last=phrase.chunk.last, since=begun)
    return None
