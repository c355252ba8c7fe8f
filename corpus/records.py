'''Golden reports: TOML files in which every value is given by its words, compiled to report records.

A file holds one report: its text, and what an annotator reads in it. Nothing in it is an offset; each
value quotes the report, and the compiler finds where. GUIDE.md beside this module says how to annotate;
this page is the format. `load` gives the record of the contract (with `trigger` on events), or raises
CorpusError with the file and the quote that is not in the text.

    about = "One line: what kind of report this is and what is hard in it."
    published = "2024-01-21"              # optional; basis "given", or published_basis = "inferred"
    title = "Base in western Iraq hit"    # optional, as are uri, publisher, language ("en")
    dateline = {name = "Erbil", country = "IQ", lat = 36.19, lon = 44.01, quote = "ERBIL"}  # optional
    repeats = []                          # optional: quotes of passages told a second time
    warnings = []                         # optional
    text = """
    ERBIL - Three Iraqi soldiers were hurt on Saturday evening when rockets fell on al-Asad Airbase.
    "Most were shot down," Centcom said. The Islamic Resistance in Iraq claimed the attack on Telegram."""

    [party]                               # optional: parties, and under [place] places, needed more than once
    centcom = {name = "US Central Command", kind = "external_forces", quote = "Centcom"}
    islamic_resistance = {name = "Islamic Resistance in Iraq", kind = "political_militia"}

    [[event]]                             # ids are e1, e2, ... in file order
    sub_event_type = "Shelling/artillery/missile attack"   # the event type follows from it
    status = "occurred"                   # the default
    trigger = "rockets fell"
    quotes = ["Three Iraqi soldiers were hurt on Saturday evening when rockets fell on al-Asad Airbase"]
    time = {start = "2024-01-20", part = "evening", timezone = "Asia/Baghdad", text = "Saturday evening"}
    place = {name = "al-Asad Airbase", admin1 = "Anbar", country = "IQ", lat = 33.8, lon = 42.4}
    perpetrators = [
        {party = "islamic_resistance", certainty = "claimed", by = ["Islamic Resistance in Iraq"]},
    ]
    targets = [{name = "Iraqi army", kind = "state_forces", quote = "Iraqi soldiers"}]
    weapons = [{type = "rocket", quote = "rockets"}]
    casualties = [{kind = "injured", group = "Iraqi soldiers", n = 3, quote = "Three Iraqi soldiers"}]
    outcome = {intercepted = "most", quote = "Most were shot down"}
    [[event.responsibility]]              # a list of long tables is easier to read in this shape
    speaker = "islamic_resistance"
    stance = "claims"
    channel = "telegram"
    quote = "The Islamic Resistance in Iraq claimed the attack on Telegram"

    [[figure]]
    kind = "other"
    what = "soldiers hurt by rockets"
    n = 3
    quote = "Three Iraqi soldiers were hurt"
    words = "Three"                       # optionally also perpetrators, targets, weapons (types), places,
                                          # since, until and speaker
    [[statement]]
    speaker = "centcom"
    cue = "said"
    direct = true                         # default false; channel and said_at (a time) are optional
    quote = "Most were shot down"         # the content; quotes = [...] gives wider evidence

The file is TOML 1.0: an inline table stays on one line.

**Quotes.** `"words"` is the first place where these words stand whole; `["words", 2]` the second;
`["words", "longer passage"]` the first inside that passage. `quote` gives one, `quotes` a list of them.
Where a party or place gives neither, its name is its quote.

**Quantities.** In a casualty, figure or (optionally) weapon, one of `n`, `at_least`, `at_most`, `about`,
`range = [a, b]`, `vague = 24` (the least that the word means, 0 where it means none) and `none = true`, with
`words` where the counting words are not the quote. They must stand in the text.

**Times.** `start`, `end`, `precision` ("day"), `timezone`, `basis` ("relative"), `text`. A clock time is
local and without offset ("2024-01-20T18:30"): the offset comes from `timezone`. `part` (a key of
PARTS_H) makes the day in `start` an interval. An event without `time` has precision unknown and basis
publication.

**Parties and places.** A table, or the key of one under `[party]` or `[place]`, or a table that starts
from one: `{party = "centcom", certainty = "alleged", by = ["IRNA"]}`. Party: `name`, `kind`, `certainty`
("asserted"), `by`, `title`, `organization`. Place: `name`, `facility`, `admin1`, `country`, `lat`, `lon`,
`geo_precision` (1). Casualty: `kind`, `group`, `certainty`, `by`, `subset`. Outcome: `intercepted`,
`impacted`, `damage`. Responsibility: `speaker`, `stance`, `object`, `channel`. Event: also `shared_with`.
'''

import argparse
import json
import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from corpus.quotes import CorpusError, Json, Table, Text
from dateline.model.codes import EVENT_TYPE
from dateline.model.report import Report

PARTS_H = {
    "early_hours": (0, 6),
    "dawn": (4, 6),
    "morning": (6, 12),
    "afternoon": (12, 18),
    "evening": (18, 22),
    "late": (18, 24),
    "night": (22, 30),
    "overnight": (20, 30),
}
"""Hours of the local clock that a part of a day spans; past 24 it runs into the next day."""

_UNTOLD = {"precision": "unknown", "basis": "publication", "text": ""}


def load(path: Path) -> Json:
    """Return the report record that a TOML file describes, its id the file's stem.

    Raises CorpusError, naming the file, for a quote that is not in the text, a key that the format
    does not know, or a record that is not the contract's.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CorpusError(str(path), str(error)) from error
    record = _Annotation(str(path), data).record(path.stem)
    try:
        msgspec.convert(record, Report)
    except msgspec.ValidationError as error:
        raise CorpusError(str(path), str(error)) from error
    return record


def load_all(folder: Path) -> list[Json]:
    """Return the records of all TOML files of a folder, by file name."""
    return [load(path) for path in sorted(folder.glob("*.toml"))]


class _Annotation(Text):
    """The compiler of one file: knows its text and its named parties and places."""

    def __init__(self, file: str, data: Mapping[str, Any]) -> None:
        self.data = Table(file, "the report", data)
        super().__init__(file, str(self.data.take("text")).strip("\n"))
        self.named = {kind: self.data.take(kind, {}) for kind in ("party", "place")}

    def record(self, report_id: str) -> Json:
        """Return the whole record."""
        data = self.data
        data.take("about")
        published = data.take("published", None)
        record = {
            "schema": "dateline.report/1",
            "id": report_id,
            **{key: data.take(key, None) for key in ("uri", "publisher", "title")},
            "published_at": None if published is None else str(published),
            "published_basis": data.take("published_basis", None if published is None else "given"),
            "dateline": data.optional("dateline", self.place),
            "language": data.take("language", "en"),
            "text": self.text,
            "repeats": data.each("repeats", self.span),
            "events": [self.event(f"e{n}", e) for n, e in enumerate(data.take("event", []), start=1)],
            "figures": data.each("figure", self.figure),
            "statements": data.each("statement", self.statement),
            "warnings": data.take("warnings", []),
        }
        data.done()
        return record

    def table(self, name: str, entries: Any) -> Table:
        """Return a table to take keys from; a named party or place is looked up."""
        if isinstance(entries, str):
            entries = {name: entries}
        table = Table(self.file, name, entries)
        key = table.take(name, None) if name in self.named else None
        if key is not None:
            if key not in self.named[name]:
                raise CorpusError(self.file, f"no {key!r} under [{name}]")
            quoted = table.left.keys() & {"quote", "quotes"}
            known = {k: v for k, v in self.named[name][key].items() if not (quoted and k.startswith("quote"))}
            table.left = {**known, **table.left}
        table.name = f"{name} {table.left.get('name', '')}".strip()
        return table

    def event(self, event_id: str, entries: Json) -> Json:
        """Return an event."""
        table = self.table("event", entries)
        table.name = f"event {event_id}"
        sub_type = table.take("sub_event_type")
        if sub_type not in EVENT_TYPE:
            raise CorpusError(self.file, f"event {event_id}: no such sub-event type: {sub_type!r}")
        shared = table.take("shared_with", [])
        event = {
            "id": event_id,
            "event_type": EVENT_TYPE[sub_type],
            "sub_event_type": sub_type,
            "status": table.take("status", "occurred"),
            "time": self.time(table.take("time", _UNTOLD)),
            "place": table.optional("place", self.place),
            "perpetrators": table.each("perpetrators", self.party),
            "targets": table.each("targets", self.party),
            "weapons": table.each("weapons", self.weapon),
            "casualties": table.each("casualties", self.casualty),
            "outcome": table.optional("outcome", self.outcome),
            "responsibility": table.each("responsibility", self.responsibility),
            "trigger": self.span(table.take("trigger")),
            "evidence": self.spans(table),
        }
        table.done()
        return event | {"shared_with": shared} if shared else event

    def time(self, entries: Json) -> Json:
        """Return a time, clock times with the offset of their zone."""
        table = self.table("time", entries)
        start, end, part = (table.take(key, None) for key in ("start", "end", "part"))
        zone = table.take("timezone", None)
        if part:
            if part not in PARTS_H:
                raise CorpusError(self.file, f"no such part of a day: {part!r}")
            first, last = (timedelta(hours=hours) for hours in PARTS_H[part])
            day = datetime.fromisoformat(start)
            start, end = (day + first).isoformat(), (day + last).isoformat()
        time = {
            "start": self.local(start, zone),
            "end": self.local(end, zone),
            "precision": table.take("precision", "part_of_day" if part else "day"),
            "timezone": zone,
            "basis": table.take("basis", "relative"),
            "text": self.words(table.take("text")),
        }
        table.done()
        return time

    def local(self, clock: str | None, zone: str | None) -> str | None:
        """Return a clock time with its zone's offset; dates, months and years stay as they are."""
        if clock is None or "T" not in clock:
            return clock
        if zone is None:
            raise CorpusError(self.file, f"clock time without a timezone: {clock}")
        return datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo(zone)).isoformat()

    def place(self, entries: Any) -> Json:
        """Return a place."""
        table = self.table("place", entries)
        name = table.take("name")
        keys = ("facility", "admin1", "country", "lat", "lon")
        place = {
            "name": name,
            **{key: table.take(key, None) for key in keys},
            "geo_precision": table.take("geo_precision", 1),
            "gazetteer_id": None,
            "evidence": self.spans(table, name),
        }
        table.done()
        return place

    def party(self, entries: Any) -> Json:
        """Return a party."""
        table = self.table("party", entries)
        name = table.take("name")
        party = {
            "name": name,
            "actor_id": None,
            "kind": table.take("kind"),
            **self.sureness(table),
            "evidence": self.spans(table, name),
            **{key: table.take(key) for key in ("title", "organization") if key in table.left},
        }
        table.done()
        return party

    def sureness(self, table: Table) -> Json:
        """Return how sure a value is and according to whom."""
        return {"certainty": table.take("certainty", "asserted"), "according_to": table.take("by", [])}

    def quantity(self, table: Table, words: str) -> Json:
        """Return the quantity that a table gives under one of its hedges."""
        hedges: dict[str, Callable[[Any], tuple[Any, Any, Any, str]]] = {
            "n": lambda n: (n, n, n, "exact"),
            "at_least": lambda n: (n, None, None, "at_least"),
            "at_most": lambda n: (None, n, None, "at_most"),
            "about": lambda n: (None, None, n, "about"),
            "range": lambda ends: (ends[0], ends[1], None, "range"),
            "vague": lambda least: (least or None, None, None, "vague"),
            "none": lambda _: (0, 0, 0, "none"),
        }
        given = [key for key in hedges if key in table.left]
        if len(given) != 1:
            raise CorpusError(self.file, f"{table.name} needs one quantity, has {given or 'none'}")
        least, most, best, hedge = hedges[given[0]](table.take(given[0]))
        text = self.words(table.take("words", words))
        return {"min": least, "max": most, "best": best, "hedge": hedge, "text": text}

    def weapon(self, entries: Json) -> Json:
        """Return a weapon; its quantity may be absent."""
        table = self.table("weapon", entries)
        evidence, kind = self.spans(table), table.take("type")
        quantity = self.quantity(table, evidence[0]["quote"]) if table.left else None
        table.done()
        return {"type": kind, "quantity": quantity, "evidence": evidence}

    def casualty(self, entries: Json) -> Json:
        """Return one row of a toll."""
        table = self.table("casualty", entries)
        evidence, subset = self.spans(table), table.flag("subset")
        row = {
            "kind": table.take("kind"),
            "group": table.take("group"),
            "group_id": None,
            "quantity": self.quantity(table, evidence[0]["quote"]),
            **self.sureness(table),
            "evidence": evidence,
        }
        table.done()
        return row | {"subset": True} if subset else row

    def outcome(self, entries: Json) -> Json:
        """Return what became of the weapons."""
        table = self.table("outcome", entries)
        outcome = {key: table.take(key, None) for key in ("intercepted", "impacted", "damage")}
        outcome["evidence"] = self.spans(table)
        table.done()
        return outcome

    def responsibility(self, entries: Json) -> Json:
        """Return a claim, denial or accusation."""
        table = self.table("responsibility", entries)
        row = {
            "speaker": self.party(table.take("speaker")),
            "stance": table.take("stance"),
            "object": table.optional("object", self.party),
            "channel": table.take("channel", None),
            "evidence": self.spans(table),
        }
        table.done()
        return row

    def figure(self, entries: Json) -> Json:
        """Return a figure."""
        table = self.table("figure", entries)
        evidence = self.spans(table)
        figure = {
            "kind": table.take("kind"),
            "what": table.take("what"),
            "quantity": self.quantity(table, evidence[0]["quote"]),
            "perpetrators": table.each("perpetrators", self.party),
            "targets": table.each("targets", self.party),
            "weapons": table.take("weapons", []),
            "places": table.take("places", []),
            "since": table.optional("since", self.time),
            "until": table.optional("until", self.time),
            "speaker": table.optional("speaker", self.party),
            "evidence": evidence,
        }
        table.done()
        return figure

    def statement(self, entries: Json) -> Json:
        """Return a statement; its quote is its content, and its evidence where no `quotes` are given."""
        table = self.table("statement", entries)
        content = self.span(table.take("quote"))
        quotes = table.optional("quotes", list)
        statement = {
            "speaker": self.party(table.take("speaker")),
            "cue": self.words(table.take("cue")),
            "channel": table.take("channel", None),
            "said_at": table.optional("said_at", self.time),
            "direct": table.flag("direct"),
            "content": content,
            "evidence": [content] if quotes is None else [self.span(quote) for quote in quotes],
        }
        table.done()
        return statement


def main() -> int:
    """Print the records of the named files and folders as JSON Lines: gold for `dateline evaluate`."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="TOML files, or folders of them")
    for path in parser.parse_args().paths:
        for record in load_all(path) if path.is_dir() else [load(path)]:
            print(json.dumps(record, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
