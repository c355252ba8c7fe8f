"""What the words around a place name say of it: its kind, how near, what holds it, whether a government is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.document import Document, Token
from dateline.lexicon.placewords import PlaceWords

KM: Final = {"k": 1.0, "m": 1.609344, "n": 1.852}  # by first letter of the unit; miles by definition
BEARINGS: Final = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip
OFFSET: Final = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?|a few|several)[\s-]*"
    r"(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi|nautical miles?|nmi?)\b\.?"
    r"(?:\s*\([^)]{1,30}\))?\s*(?:away\s*)?(?:(?:to the|due)\s+)?"
    r"(?P<way>(?:north|south)?[\s-]?(?:east|west)|north|south)(?:ern)?(?:\s+of|\s+from|\s+outside)"
    r"(?:\s+(?:the|central|downtown|capital|city|town|village|port|provincial|of)){0,4}\s*$",
    re.IGNORECASE,
)
QUIET_BEARING: Final = frozenset(", ( just to the due city town village -".split())
NOT_NOUNS: Final = frozenset(
    "and or but to in on at of for from with by as is are was were be has have had will would can could may might must"
    " should do does did said says say that which who when where while after before during since until over under than"
    " not also".split()
)  # what may follow "the US" other than a noun that it qualifies
CLITICS: Final = frozenset(("'s", "’s", "'", "’"))
ADJECTIVES: Final = frozenset(
    "refugee military air international border oil naval nuclear power displacement idp regional federal provincial"
    " capital administrative coastal southern northern eastern western central".split()
)


def offset(text: str, start: int) -> tuple[float, float] | None:
    """Return (kilometres, bearing in degrees) of "about 50 km (30 miles) southwest of" before a name."""
    found = OFFSET.search(text, max(0, start - 110), start)
    if found is None or not found["number"][0].isdigit():
        return None
    way = re.sub(r"[\s-]", "", found["way"].lower())
    distance = float(found["number"].replace(",", "." if len(found["number"].partition(",")[2]) < 3 else ""))
    return distance * KM[found["unit"][0].lower()], BEARINGS[way]


def is_at_sea(text: str, start: int) -> bool:
    """Tell whether the distance before a name is in nautical miles, so that it leads to a point at sea."""
    found = OFFSET.search(text, max(0, start - 110), start)
    return found is not None and found["unit"][0].lower() == "n"


def is_bearing(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the words between two names say where the first lies from the second ("X, south of Y")."""
    words = [t.folded for t in tokens[first:last] if t.folded not in QUIET_BEARING]
    return words in (["near"], ["outside"]) or (len(words) == 2 and words[0] in BEARINGS and words[1] in {"of", "from"})


def kind_asked(tokens: Sequence[Token], first: int, last: int, words: PlaceWords) -> str | None:
    """Return the kind of place that the words about a name ask for, such as `admin1` for "X province"."""
    i = last
    while i < len(tokens) and i < last + 2 and tokens[i].folded in ADJECTIVES:
        i += 1
    if i < len(tokens) and tokens[i].folded in words.kinds:
        return words.kinds[tokens[i].folded]
    if first >= 2 and tokens[first - 1].folded == "of":
        kind = words.kinds.get(tokens[first - 2].folded)
        named = first >= 3 and tokens[first - 3].text[0].isupper()  # "the Hanano district of Aleppo"
        return None if named or kind == "quarter" else kind
    if first >= 1 and tokens[first - 1].folded in words.kinds and not tokens[first - 1].folded.endswith("s"):
        return words.kinds[tokens[first - 1].folded]
    if last + 2 < len(tokens) and tokens[last].text == "," and tokens[last + 1].folded in {"a", "an", "the"}:
        return next((words.kinds[t.folded] for t in tokens[last + 2 : last + 6] if t.folded in words.kinds), None)
    return None


def is_near(tokens: Sequence[Token], first: int, last: int, words: PlaceWords) -> bool:
    """Tell whether a name is only the neighbourhood of what happened ("near X", "X countryside")."""
    before = [token.folded for token in tokens[max(0, first - 4) : first]]
    if before and before[-1] in {"near", "outside", "around", "toward", "towards", "surrounding", "nearby"}:
        return True
    linked = before and before[-1] in {"of", "to", "from", "the"}
    if linked and any(word in words.near for word in before[:-1]):
        return True
    if linked and "close" in before[:-1]:
        return True
    after = next((token.folded for token in tokens[last : last + 1]), "")
    return after in {"countryside", "outskirts", "suburbs", "suburb", "environs", "area"}


def part(tokens: Sequence[Token], first: int, words: PlaceWords) -> str | None:
    """Return the folded word that takes only a part of a place ("western" of "western Anbar")."""
    if first and tokens[first - 1].folded in words.parts:
        return tokens[first - 1].folded
    return None


def is_metonym(document: Document, first: int, last: int, words: PlaceWords) -> bool:
    """Tell whether a country or capital stands for its government ("Washington's support", "Iran-backed")."""
    tokens = document.tokens
    after = [token.folded for token in tokens[last : last + 5]]
    text = document.source.text
    if last + 1 < len(tokens) and tokens[last].text in {"-", "‑"} and tokens[last].start == tokens[last - 1].end:
        following = tokens[last + 1]
        return following.start == tokens[last].end and following.folded != "based" and text[following.start].islower()
    if not after:
        return False
    if tokens[last].text in CLITICS:
        return any(word in words.politics for word in after[1:4])
    if after[0] in words.speech:
        return True
    if tokens[first].folded in {"us", "uk"} and tokens[last].text.islower() and after[0] not in NOT_NOUNS:
        return True
    if after[0] in {"has", "have", "had", "also", "will"} and len(after) > 1 and after[1] in words.speech:
        return True
    before = [token.folded for token in tokens[max(0, first - 3) : first]]
    if before and before[-1] == "the":
        before = before[:-1]
    return bool(before) and before[-1] in {"by", "with", "against", "for"} and "war" not in before


def holds(tokens: Sequence[Token], first: int, last: int, words: PlaceWords) -> bool:
    """Tell whether tokens [first, last) between two names say that the second holds the first ("X, in western Y")."""
    if first == last or last - first > 7:
        return False
    between = [token.folded for token in tokens[first:last]]
    within = between[-1] == "of" and between[0] in words.kinds
    if between[0] != "," and "in" not in between and not within:
        return False
    quiet = words.parts | {",", "in", "the", "of", "s", "a", "area", "."} | ADJECTIVES
    return all(word in quiet or word in words.kinds for word in between)


def is_held_by(tokens: Sequence[Token], first: int, last: int, words: PlaceWords) -> bool:
    """Tell whether tokens between two names say that the first holds the second ("Iraq's western Anbar")."""
    if first == last or tokens[first].text not in CLITICS:
        return False
    quiet = words.parts | ADJECTIVES | {"the", "of", "city", "largest", "second", "biggest"}
    return all(t.folded in quiet or t.folded in words.kinds for t in tokens[first + 1 : last])
