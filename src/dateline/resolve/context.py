"""What a whole report gives to each of its events: its anchor in time, its places, who speaks where."""

from __future__ import annotations

from msgspec import Struct

from dateline.extract.attribution import Attribution
from dateline.extract.document import Document
from dateline.extract.findings import Findings
from dateline.extract.mentions import Mention
from dateline.lexicon.countries import load_countries
from dateline.model.values import Place, Time
from dateline.resolve.anchor import Anchor
from dateline.resolve.places import Resolution


class Setting(Struct, frozen=True):
    """What a whole report gives to its events: when it was published, and where its country is."""

    anchor: Anchor
    home: str | None
    toponyms: tuple[Resolution, ...]
    times: tuple[Time, ...]
    filed: Place | None
    actors: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    speakers: tuple[str, ...]  # name of the speaker of each attribution


def zone_of(country: str | None) -> str | None:
    """Return the IANA zone of a country that has one, or None."""
    known = load_countries().by_code.get(country) if country is not None else None
    return known.timezone if known is not None and known.zones == 1 else None


def usable_places(findings: Findings, setting: Setting) -> dict[int, int]:
    """Return the precision of each toponym that an act can have happened at, by the toponym's index."""
    toponyms = findings.toponyms
    return {
        i: resolution.place.geo_precision
        for i, resolution in enumerate(setting.toponyms)
        if resolution.place is not None and not toponyms[i].metonym and not toponyms[i].in_filing_line
    }


def sources_at(document: Document, token: int, setting: Setting) -> tuple[tuple[str, ...], str | None]:
    """Return who says what stands at a token, innermost statement last, and the kind of its cue."""
    at = document.tokens[token].start
    inside = [
        (a.content[1] - a.content[0], name, a.kind)
        for a, name in zip(setting.attributions, setting.speakers, strict=True)
        if a.content[0] <= at < a.content[1] and name
    ]
    if not inside:
        return (), None
    _, name, kind = min(inside)
    return (name,), kind
