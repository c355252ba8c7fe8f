"""Figures of a report as the contract has them: what is counted, how many, of whom, where, since when."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.findings import Findings
from dateline.extract.tallies import Tally
from dateline.lexicon.words import fold
from dateline.model.report import Figure
from dateline.model.values import Party, Time
from dateline.resolve.context import Setting
from dateline.resolve.parties import party


def figures(
    findings: Findings, tallies: Sequence[Tally], setting: Setting, speakers: Sequence[Party]
) -> tuple[Figure, ...]:
    """Return a report's figures in text order; `speakers` are the parties of the setting's attributions."""
    found: dict[tuple[object, ...], Figure] = {}
    for tally in tallies:
        figure = _figure(findings, tally, setting, speakers)
        found.setdefault(_same(figure), figure)
    return tuple(found.values())


def _same(figure: Figure) -> tuple[object, ...]:
    """Return what two tellings of one figure share: "more than 300,000 people", in the lead and at the end."""
    count = figure.quantity
    bounds = (count.min, count.max, count.best, count.hedge)
    loose = figure.evidence[0].start if count.hedge == "vague" else None  # "dozens" twice may be two counts
    places = figure.places if figure.kind == "force_level" else ()
    return (figure.kind, bounds, loose, places, fold(figure.what.split(" ")[0]))


def _figure(findings: Findings, tally: Tally, setting: Setting, speakers: Sequence[Party]) -> Figure:
    document = findings.document
    home = setting.home
    names = [ref.mention.weapon.type for ref in tally.weapons if ref.mention.weapon is not None]
    names += [tally.implied] if tally.implied is not None else []
    return Figure(
        kind=tally.kind,
        what=tally.what,
        quantity=tally.quantity,
        perpetrators=tuple(party(document, ref, home=home, acting=True) for ref in tally.perpetrators),
        targets=tuple(party(document, ref, home=home) for ref in tally.targets),
        weapons=tuple(dict.fromkeys(names)),
        places=_places(findings, tally, setting),
        since=_time(findings, tally, setting, "since"),
        until=_time(findings, tally, setting, "until"),
        speaker=_speaker(findings, tally, setting, speakers),
        evidence=(document.span(tally.first, tally.last),),
    )


def _places(findings: Findings, tally: Tally, setting: Setting) -> tuple[str, ...]:
    """Return ISO codes of countries, names of places within them."""
    named = []
    for toponym in tally.toponyms:
        place = setting.toponyms[findings.toponyms.index(toponym)].place
        if place is not None:
            whole = place.geo_precision == 3 and place.admin1 is None and place.country is not None
            named.append(place.country if whole and place.country is not None else place.name)
    return tuple(dict.fromkeys(named))


def _time(findings: Findings, tally: Tally, setting: Setting, which: str) -> Time | None:
    mention = tally.since if which == "since" else tally.until
    return setting.times[findings.times.index(mention)] if mention is not None else None


def _speaker(findings: Findings, tally: Tally, setting: Setting, speakers: Sequence[Party]) -> Party | None:
    at = findings.document.tokens[tally.at].start
    inside = [
        (a.content[1] - a.content[0], index)
        for index, a in enumerate(setting.attributions)
        if a.content[0] <= at < a.content[1]
    ]
    return speakers[min(inside)[1]] if inside else None
