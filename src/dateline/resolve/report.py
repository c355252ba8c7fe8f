"""A report record made of its source: findings read, places and times resolved, events and figures built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from dateline.extract.analyse import analyse
from dateline.extract.attribution import attributions
from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.frames import told
from dateline.extract.responsibility import claims
from dateline.extract.tallies import is_tally, tallies
from dateline.lexicon.settings import unwarlike
from dateline.model.codes import PublishedBasis
from dateline.model.report import Report, Source
from dateline.model.values import Place
from dateline.resolve.anchor import Anchor, infer_anchor
from dateline.resolve.context import Setting, zone_of
from dateline.resolve.decide import completed, decided
from dateline.resolve.events import events, numbered, told_groups
from dateline.resolve.figures import figures
from dateline.resolve.places import Resolution, resolve_filing_line, resolve_places
from dateline.resolve.responsibility import with_responsibility
from dateline.resolve.statements import speaker_name, speaker_party, statements
from dateline.resolve.times import resolve_times

Reader = Literal["rules", "encoder", "both"]
"""Who reads the acts: the rules alone, the encoder alone with the rules' names, places and times, or both."""
HARM = frozenset("killed dead wounded injured casualties deaths bodies victims".split())
LANGUAGES = frozenset(("en",))  # languages that events are read in


def read_report(source: Source, *, reader: Reader = "both") -> Report:
    """Return what a source says: events, figures and statements, each value with its words.

    A source in a language that is not read gives no events, and a warning that says so.
    """
    if source.language not in LANGUAGES:
        warning = f"language {source.language}: events are read in English only"
        return _record(source, warnings=(*source.warnings, warning))
    findings = Findings(analyse(source), encoder=reader != "rules")
    read = [told(findings, sentence) for sentence in findings.document.sentences]
    fresh = [one for one in read if not _repeats(source, one)]
    anchor = infer_anchor(findings.document, findings.times, source.published_at)
    line = findings.filing_line
    filed = resolve_filing_line(findings.document, line) if line is not None else None
    places = resolve_places(findings.document, findings.toponyms, filed)
    home = _home(places, filed)
    spoken = attributions(findings, fresh)
    speakers = [speaker_party(findings, one, home) for one in spoken]
    actors = tuple(m for m in findings.mentions if m.kind == "actor")
    times = resolve_times(findings.document, findings.times, anchor, zone=zone_of(home))
    setting = Setting(
        anchor, home, places, times, filed, actors, spoken, tuple(speaker_name(findings, one) for one in spoken)
    )
    telling = [] if _unwarlike(findings) else fresh
    news = [one for one in telling if not is_tally(findings, one)]
    if findings.reading is None:
        found = events(findings, news, setting)
    else:
        groups = told_groups(findings, news, setting) if reader == "both" else []
        found = numbered(decided(findings, findings.reading, telling, groups, setting))
    stances = [claim for one in fresh for claim in claims(one)]
    found = with_responsibility(findings, found, stances, read, setting)
    if findings.reading is not None:
        found = tuple(map(completed, found))
    counted = [tally for one in fresh for tally in tallies(findings, one)]
    published, basis = _published(source, anchor)
    return _record(
        source,
        published_at=published,
        published_basis=basis,
        dateline=filed,
        events=found,
        figures=figures(findings, counted, setting, speakers),
        statements=statements(findings, spoken, anchor, home=home),
        warnings=source.warnings,
    )


def _unwarlike(findings: Findings) -> bool:
    """Tell whether a report is one of sport or exercises: unless it counts the dead, its war words are figures."""
    folded = [token.folded for token in findings.document.tokens]
    setting = unwarlike(folded, "report")
    return setting is not None and (setting == "match" or not HARM.intersection(folded))


def _record(source: Source, **found: object) -> Report:
    given: dict[str, object] = {
        "id": source.id,
        "uri": source.uri,
        "publisher": source.publisher,
        "title": source.title,
        "published_at": source.published_at,
        "published_basis": source.published_basis,
        "dateline": None,
        "language": source.language,
        "text": source.text,
        "repeats": source.repeats,
        "events": (),
        "figures": (),
        "statements": (),
    }
    return Report(**(given | found))  # type: ignore[arg-type]


def _repeats(source: Source, one: Told) -> bool:
    return any(span.start <= one.sentence.start < span.end for span in source.repeats)


def _published(source: Source, anchor: Anchor) -> tuple[str | None, PublishedBasis | None]:
    if source.published_at is not None:
        return source.published_at, source.published_basis
    if anchor.basis == "inferred" and anchor.date is not None:
        return anchor.date.isoformat(), "inferred"
    return None, None


def _home(places: Sequence[Resolution], filed: Place | None) -> str | None:
    """Return the country that most of a report's places lie in, the filing place counting once."""
    votes = Counter(r.place.country for r in places if r.place is not None and r.place.country is not None)
    if filed is not None and filed.country is not None:
        votes[filed.country] += 1
    return votes.most_common(1)[0][0] if votes else None
