"""How fast a store takes reports as it grows: `python -m bench.store_speed --reports 10000 --db PATH`.

Reports are generated: a few outlets tell of each incident, one of them copying another, over ten years and
forty countries. Two runs of one size and seed measure the same thing.
"""

import argparse
import json
import resource
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from dateline.model.codes import EVENT_TYPE, SubEventType, WeaponType
from dateline.model.report import Event, Report
from dateline.model.values import Casualty, Party, Place, Quantity, Span, Time, Weapon
from dateline.store import open_store

FIRST_DAY, DAYS = date(2015, 1, 1), 3650
AT = datetime(2026, 1, 1, tzinfo=UTC)
COUNTRIES = [f"{a}{b}" for a in "ABCDE" for b in "ABCDEFGH"]
TYPES: tuple[SubEventType, ...] = ("Shelling/artillery/missile attack", "Air/drone strike", "Armed clash", "Attack")
WEAPONS: tuple[WeaponType, ...] = ("rocket", "airstrike", "small_arms", "bladed")
OUTLETS = [f"Outlet {n}" for n in range(60)]
VOCABULARY = [
    f"{a}{b}{c}"
    for a in ("ka", "lo", "mi", "ter", "sun")
    for b in ("ra", "den", "vi", "pol")
    for c in ("t", "s", "n", "ra", "go")
]


class Text:
    """A text in the writing, that returns a span for each passage added."""

    def __init__(self, words: str) -> None:
        self.text = f"{words}\n"

    def add(self, passage: str) -> Span:
        """Add a passage and return where it stands."""
        start = len(self.text)
        self.text += f"{passage}.\n"
        return Span(start, start + len(passage), passage)


def incident_reports(random: Random, number: int) -> Iterator[Report]:
    """Yield the reports on one incident: one to four, of which the second may copy the first."""
    kind, day = random.randrange(4), FIRST_DAY + timedelta(random.randrange(DAYS))
    country = random.randrange(40)
    town, killed = random.randrange(200), random.randrange(12)
    words = ""
    for position in range(random.choice((1, 1, 2, 4))):
        if position != 1 or random.random() < 0.5:
            words = " ".join(random.choices(VOCABULARY, k=random.randrange(150, 400)))
        writing = Text(words)
        event = an_event(writing, (kind, day, country, town, killed + position))
        yield a_report(writing, event, random.choice(OUTLETS), day + timedelta(1 + position // 2), number)


def an_event(writing: Text, facts: tuple[int, date, int, int, int]) -> Event:
    """Return an event whose every value stands in the text."""
    kind, day, country, town, killed = facts
    name = f"Town {country}-{town}"
    spot = (country * 2.0 - 40 + (town % 20) * 0.2, country * 4.0 - 80 + town // 20 * 0.3)
    place = Place(
        name=name,
        facility=None,
        admin1=None,
        country=COUNTRIES[country],
        lat=spot[0],
        lon=spot[1],
        geo_precision=2,
        gazetteer_id=f"g{country}-{town}",
        evidence=(writing.add(f"in {name}"),),
    )
    actor = Party(
        name=f"Militia {country}-{town % 5}",
        actor_id=f"m{country}-{town % 5}",
        kind="political_militia",
        certainty="alleged",
        according_to=(),
        evidence=(writing.add(f"by Militia {country}-{town % 5}"),),
    )
    toll = Casualty(
        kind="killed",
        group="people",
        group_id=None,
        quantity=Quantity(killed, killed, killed, "exact" if killed else "none", str(killed)),
        certainty="asserted",
        according_to=(),
        evidence=(writing.add(f"{killed} people killed"),),
    )
    weapon = Weapon(type=WEAPONS[kind], quantity=None, evidence=(writing.add(WEAPONS[kind]),))
    return Event(
        id="e1",
        event_type=EVENT_TYPE[TYPES[kind]],
        sub_event_type=TYPES[kind],
        status="occurred",
        time=Time(day.isoformat(), None, "day", None, "explicit", day.isoformat()),
        place=place,
        perpetrators=(actor,),
        targets=(),
        weapons=(weapon,),
        casualties=(toll,),
        outcome=None,
        responsibility=(),
        evidence=(writing.add(f"{killed} people were killed with {WEAPONS[kind]} in {name} on {day:%A}"),),
    )


def a_report(writing: Text, event: Event, publisher: str, published: date, number: int) -> Report:
    """Return a report of one event."""
    uri = f"https://example.org/{number}/{publisher[7:]}/{published}"
    return Report(
        id=sha256(f"{uri}\n{writing.text}".encode()).hexdigest(),
        uri=uri,
        publisher=publisher,
        title=None,
        published_at=published.isoformat(),
        published_basis="given",
        dateline=None,
        language="en",
        text=writing.text,
        repeats=(),
        events=(event,),
        figures=(),
        statements=(),
        warnings=(),
    )


def generated(seed: int) -> Iterator[Report]:
    """Yield reports without end, incident by incident."""
    random, number = Random(seed), 0  # noqa: S311 - the same reports in every run
    while True:
        yield from incident_reports(random, number)
        number += 1


def measure(url: str, reports: int, batch: int, seed: int) -> dict[str, object]:
    """Return reports per second, and milliseconds per add in each tenth of the way."""
    took_ms: list[float] = []
    source = generated(seed)
    with open_store(url) as store:
        started = perf_counter()
        for _ in range(0, reports, batch):
            ready = [next(source) for _ in range(batch)]
            begun = perf_counter()
            store.add_all(ready, AT)
            took_ms.append((perf_counter() - begun) * 1000 / batch)
        whole_s = perf_counter() - started
        incidents = sum(1 for _ in store.incidents())
    tenth = max(1, len(took_ms) // 10)
    return {
        "reports": reports,
        "batch": batch,
        "seed": seed,
        "incidents": incidents,
        "reports_per_s": round(reports / whole_s, 1),
        "add_ms_by_tenth": [round(median(took_ms[i : i + tenth]), 2) for i in range(0, len(took_ms), tenth)],
        "peak_memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> None:
    """Measure and print one JSON object."""
    parser = argparse.ArgumentParser(description="Measure how fast a store takes reports as it grows.")
    parser.add_argument("--reports", type=int, default=2000, help="how many to add")
    parser.add_argument("--batch", type=int, default=1, help="how many in one transaction")
    parser.add_argument("--seed", type=int, default=1, help="of the generated reports")
    parser.add_argument("--db", help="a store to add to; without it, one is made and thrown away")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        url = asked.db or str(Path(folder) / "speed.db")
        json.dump(measure(url, asked.reports, asked.batch, asked.seed), sys.stdout)
    print()


if __name__ == "__main__":
    main()
