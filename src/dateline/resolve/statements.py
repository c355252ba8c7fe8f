"""Statements as the contract has them: who said what, through which channel, when, in whose words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.extract.arguments import PartyRef
from dateline.extract.attribution import Attribution
from dateline.extract.document import Document
from dateline.extract.findings import Findings
from dateline.extract.mentions import Mention
from dateline.lexicon.countries import load_countries
from dateline.model.report import Statement
from dateline.model.values import Party, Time
from dateline.resolve.anchor import Anchor
from dateline.resolve.parties import party
from dateline.resolve.times import resolve_time


def statements(
    findings: Findings, attributions: Sequence[Attribution], anchor: Anchor, *, home: str | None
) -> tuple[Statement, ...]:
    """Return the statements of a report in text order; passages that it repeats hold none."""
    document = findings.document
    repeats = document.source.repeats
    return tuple(
        _statement(findings, one, anchor, home)
        for one in attributions
        if not any(span.start <= one.content[0] < span.end for span in repeats)
    )


def speaker_name(findings: Findings, attribution: Attribution) -> str:
    """Return who speaks by the fullest name that the report gives, a known body by its own name."""
    named = attribution.named
    if not _is_person(attribution) and named is not None:
        if named.actor is not None:
            return named.actor.name
        if named.organisation is not None:
            return named.organisation.name
        if named.kind == "country" and (named.first, named.last) == (attribution.antecedent or attribution.name):
            known = load_countries().by_code.get(named.countries[0])
            return known.name if known is not None else _plain(findings.document, attribution.name)
    return _plain(findings.document, attribution.antecedent or attribution.name)


def speaker_party(findings: Findings, attribution: Attribution, home: str | None) -> Party:
    """Return the one who speaks as a party, with post and body; people who hold a post are `other`."""
    document = findings.document
    first, last = attribution.speaker_first, attribution.speaker_last
    evidence = (document.span(first, last),)
    title = _words(document, attribution.title)
    organization = _body(findings, attribution.organization)
    name = speaker_name(findings, attribution)
    named = attribution.named
    if named is None or title is not None or _is_person(attribution) or named.kind == "title":
        return Party(
            name=name,
            actor_id=None,
            kind="other",
            certainty="asserted",
            according_to=(),
            evidence=evidence,
            title=title,
            organization=organization,
        )
    made = party(document, PartyRef(named.first, named.last, named, _country(findings, attribution)), home=home)
    return replace(made, name=name, evidence=evidence, title=title, organization=organization)


def _statement(findings: Findings, one: Attribution, anchor: Anchor, home: str | None) -> Statement:
    document = findings.document
    content = document.source.span(*one.content)
    return Statement(
        speaker=speaker_party(findings, one, home),
        cue=document.words(*one.cue) if one.cue[0] < one.cue[1] else "",
        channel=one.channel,
        said_at=_said_at(document, one, anchor),
        direct=one.direct,
        content=content,
        evidence=(content,),
    )


def _said_at(document: Document, one: Attribution, anchor: Anchor) -> Time | None:
    return resolve_time(document, one.time, anchor) if one.time is not None else None


def _is_person(one: Attribution) -> bool:
    """Tell whether the words of a name are a person's: no lexicon knows a body by them."""
    first, last = one.antecedent or one.name
    named = one.named
    return named is None or not (named.first < last and first < named.last)


def _country(findings: Findings, one: Attribution) -> str | None:
    inside = [m for m in findings.mentions if m.kind == "country" and one.speaker_first <= m.first < one.speaker_last]
    return inside[0].countries[0] if inside else None


def _words(document: Document, tokens: tuple[int, int] | None) -> str | None:
    return document.words(*tokens) if tokens is not None else None


def _plain(document: Document, tokens: tuple[int, int]) -> str:
    return document.words(*tokens)


def _body(findings: Findings, tokens: tuple[int, int] | None) -> str | None:
    """Return the name that lexicons have for a body, else its words."""
    if tokens is None:
        return None
    found: list[Mention] = [m for m in findings.mentions if (m.first, m.last) == tokens]
    for mention in found:
        if mention.actor is not None:
            return mention.actor.name
        if mention.organisation is not None:
            return mention.organisation.name
    return findings.document.words(*tokens)
