"""The overlay of places that gazetteers lack or spell otherwise: bases, camps, crossings, seas, regions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, Literal

from msgspec import Struct

from dateline.lexicon.reading import Head, read_lexicon
from dateline.lexicon.words import phrase_key
from dateline.model.codes import GeoPrecision

FILES: Final = ("iraq_syria", "levant", "gulf", "asia", "europe", "africa", "americas", "waters")
PlaceClass = Literal[
    "admin1",
    "air_base",
    "airport",
    "base",
    "bridge",
    "camp",
    "checkpoint",
    "city",
    "crossing",
    "dam",
    "district",
    "facility",
    "gulf",
    "hospital",
    "island",
    "plant",
    "port",
    "prison",
    "quarter",
    "region",
    "river",
    "sea",
    "strait",
]
DESIGNATORS: Final[dict[str, tuple[str, ...]]] = {
    "admin1": ("province", "governorate", "state", "region", "oblast", "department", "county"),
    "air_base": ("air base", "airbase", "airfield", "base", "military base", "military airport", "air field"),
    "airport": ("airport", "international airport", "military airport", "airfield"),
    "base": ("base", "military base", "garrison", "outpost", "camp"),
    "bridge": ("bridge",),
    "camp": ("camp", "refugee camp", "displacement camp", "IDP camp", "refugee settlement", "displaced camp"),
    "checkpoint": ("checkpoint", "military checkpoint"),
    "city": ("city", "town"),
    "crossing": ("crossing", "border crossing", "border post", "border gate", "crossing point", "terminal"),
    "dam": ("dam", "hydroelectric dam", "hydroelectric plant", "barrage"),
    "district": ("district", "area", "county"),
    "gulf": ("gulf",),
    "hospital": ("hospital", "medical complex", "medical centre", "medical center"),
    "island": ("island", "islands"),
    "plant": ("plant", "power plant", "nuclear plant", "nuclear power plant", "refinery", "oil refinery"),
    "port": ("port", "seaport", "naval base"),
    "prison": ("prison", "jail", "detention centre", "detention center"),
    "quarter": ("neighbourhood", "neighborhood", "district", "quarter", "suburb", "area"),
    "region": ("region", "area"),
}
_SITE: Final = frozenset(DESIGNATORS) - {"admin1", "district", "gulf", "region"}
_WIDE: Final = frozenset(("admin1", "gulf", "region", "river", "sea"))


class Facility(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One place of the overlay and the ways the press writes its name."""

    name: str
    kind: PlaceClass
    at: tuple[float, float]  # latitude, longitude
    country: str | None = None  # None on the high seas
    admin1: str | None = None
    aliases: tuple[str, ...] = ()  # each enough by itself
    stems: tuple[str, ...] = ()  # enough only with a word of its class after it ("al-Assad" + "base")
    needs: tuple[str, ...] = ()  # the report must hold one of these words for the place to be meant
    precision: GeoPrecision | None = None
    disputed: str | None = None
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The stable id, made of the name, for a region or town also of its class and country."""
        tail = (self.kind, (self.country or "").lower()) if self.kind in {"admin1", "city"} else ()
        return "dateline:" + "-".join((*phrase_key(self.name), *tail))

    @property
    def geo_precision(self) -> GeoPrecision:
        """ACLED's precision for the place itself: 1 a site or town, 2 a part of a region, 3 a region."""
        if self.precision is not None:
            return self.precision
        if self.kind in _WIDE:
            return 3
        return 1 if self.kind in _SITE else 2

    def names(self) -> Iterator[str]:
        """Yield every phrase that names the place, its own name first."""
        yield self.name
        yield from self.aliases
        for stem in self.stems:
            for designator in DESIGNATORS.get(self.kind, ()):
                yield f"{stem} {designator}"


class FacilityFile(Head, frozen=True):
    """One file of the overlay."""

    entry: tuple[Facility, ...]


@cache
def load_facilities(language: str = "en") -> tuple[Facility, ...]:
    """Read the overlay, file by file.

    Raises LexiconError, naming the file, if one is missing or not of the layout read here.
    """
    parts = (read_lexicon(f"places/{name}", FacilityFile, language) for name in FILES)
    return tuple(entry for part in parts for entry in part.entry)
