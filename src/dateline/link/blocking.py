"""Which events are worth comparing: near in time, in one country, within reach of each other."""

from msgspec import Struct

from dateline.link.told import Told
from dateline.link.when import LONGEST_DAYS, NEWS_DAYS, days, days_apart, published
from dateline.link.where import REACH_KM, distance_km

LINKED_STATUSES = frozenset({"occurred", "background", "denied"})
SLACK_DAYS, VAGUE_SLACK_DAYS = 1, 3
SHORT_DAYS = 2  # ranges up to this length are indexed apart from longer ones


class Block(Struct, frozen=True):
    """The days and the ground that an event may lie on, as an index can hold them."""

    day_from: int  # proleptic ordinal of the local day
    day_to: int
    slack_days: int
    country: str | None
    lat: float | None
    lon: float | None
    reach_km: float

    @property
    def is_long(self) -> bool:
        """Tell whether the event is dated no better than to a few days."""
        return self.day_to - self.day_from > SHORT_DAYS


def block_of(told: Told) -> Block | None:
    """Return where an event is looked for, or None where it is not linked by time and place.

    Threats and plans are not linked, nor are recollections without at least a month.
    """
    if told.event.status not in LINKED_STATUSES:
        return None
    found = _days(told)
    if found is None:
        return None
    (first, last), slack = found
    place = told.event.place
    if place is None:
        return Block(first, last, slack, None, None, None, REACH_KM[3])
    return Block(first, last, slack, place.country, place.lat, place.lon, REACH_KM[place.geo_precision])


def _days(told: Told) -> tuple[tuple[int, int], int] | None:
    when = told.event.time
    found = days(when)
    if found is not None and found[1] - found[0] <= LONGEST_DAYS:
        vague = when.precision in {"week", "month", "year", "unknown"} or when.basis == "publication"
        return found, VAGUE_SLACK_DAYS if vague else SLACK_DAYS
    told_on = published(told.published_at)
    if told_on is None or told.event.status != "occurred":
        return None
    day = told_on.toordinal()
    return (day - NEWS_DAYS, day), SLACK_DAYS


def may_match(a: Block, b: Block) -> bool:
    """Tell whether two events are worth comparing; the order of the two does not matter."""
    slack = max(a.slack_days, b.slack_days)
    if days_apart((a.day_from, a.day_to), (b.day_from, b.day_to)) > slack:
        return False
    if a.country is not None and b.country is not None and a.country != b.country:
        return False
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return True
    return distance_km((a.lat, a.lon), (b.lat, b.lon)) <= a.reach_km + b.reach_km
