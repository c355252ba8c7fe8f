"""What changed between two revisions of an incident, in short words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from dateline.model.incident import Incident
from dateline.publish.wording import (
    casualty_words,
    corroboration_words,
    outcome_words,
    party_words,
    place_words,
    responsibility_words,
    sources_words,
    time_words,
    weapon_words,
)

SINGLE: Final[dict[str, Callable[[Incident], str]]] = {
    "type": lambda i: i.sub_event_type,
    "time": lambda i: time_words(i.time),
    "place": lambda i: place_words(i.place, full=True),
    "outcome": lambda i: outcome_words(i.outcome) if i.outcome is not None else "not told",
    "sourcing": lambda i: corroboration_words(i.corroboration),
    "told by": lambda i: sources_words(i.corroboration),
    "review": lambda i: i.review.status,
}
LISTS: Final[dict[str, Callable[[Incident], list[str]]]] = {
    "who": lambda i: [party_words(party) for party in i.perpetrators],
    "whom": lambda i: [party_words(party) for party in i.targets],
    "with": lambda i: [weapon_words(weapon) for weapon in i.weapons],
    "claims": lambda i: [responsibility_words(row) for row in i.responsibility],
    "disputed": lambda i: [field_words(found.field) for found in i.disagreements],
}


def changes(before: Incident, after: Incident) -> Iterator[str]:
    """Yield what a revision says otherwise than the one before it: "toll: 3 people killed → ≥ 5 people killed"."""
    for label, read in SINGLE.items():
        old, new = read(before), read(after)
        if old != new:
            yield f"{label}: {old} → {new}"
    yield from _toll(before, after)
    for label, read_all in LISTS.items():
        old_items, new_items = read_all(before), read_all(after)
        yield from (f"{label}: + {item}" for item in new_items if item not in old_items)
        yield from (f"{label}: − {item}" for item in old_items if item not in new_items)


def field_words(field: str) -> str:
    """Return the name of a disputed field for people: "toll of killed people", "place"."""
    if field.startswith("casualties."):
        _, kind, group = field.split(".", 2)
        return f"toll: {kind.replace('_', ' ')} {group}"
    return field.replace(".", ": ").replace("_", " ")


def _toll(before: Incident, after: Incident) -> Iterator[str]:
    old = {(row.kind, row.group_id or row.group): casualty_words(row) for row in before.casualties}
    new = {(row.kind, row.group_id or row.group): casualty_words(row) for row in after.casualties}
    for key in dict.fromkeys((*old, *new)):
        if key not in old:
            yield f"toll: + {new[key]}"
        elif key not in new:
            yield f"toll: − {old[key]}"
        elif old[key] != new[key]:
            yield f"toll: {old[key]} → {new[key]}"
