"""Annotated corpora as training examples: this project's own, and public ones that lie in a folder of data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus import standoff
from corpus.records import load_all
from corpus.snippets import Snippet
from corpus.snippets import load_all as load_snippets
from dateline.extract.encoder.labels import ENTITIES, FIGURES, FILLERS, SAYING, STANCES, TOLLS
from training.encoder.example import Example, Query, Range, Words, spans_of

CORPUS = Path(__file__).parents[2] / "corpus"
RECORD_ROLES = ("perpetrator", "target", "weapon", "place", "time", *TOLLS, *STANCES, "evidence")
SNIPPET_ROLES = ("perpetrator", "target", "weapon", "place", "time", *TOLLS, *STANCES, "same")
SNIPPET_NAMES = {"perp": "perpetrator", "uneval": "under_evaluation"}
UNLICENSED = "Delegation_of_the_European_Union_to_Syria"  # no weights may be trained on this folder of re3d
REAL_TEST = 60
RE3D_PARTS, EVENT_LOCATION_PARTS = 5, 10  # of which one is held out
TOLD = (*SAYING, "trigger", *(f"figure:{kind}" for kind in FIGURES))  # spans that reports and snippets annotate
FAR = 400  # characters: a speaker named so far from the words is named elsewhere

Json = dict[str, Any]


def rank(key: str) -> str:
    """Return what texts are ordered by to be dealt into parts: the same on every machine."""
    return hashlib.sha256(f"dateline {key}".encode()).hexdigest()


def held_out(key: str, parts: int) -> bool:
    """Tell whether a text is of the one part in so many that training leaves out."""
    return int(rank(key)[:8], 16) % parts == 0


def real_reports(data: Path, part: str) -> Iterator[Json]:
    """Yield the annotated real articles and releases of a part: "test" (60 or a few more), "dev" (40) or "train".

    Articles on one incident (one day and one place) fall into one part.
    """
    incident: dict[str, str] = {}
    for line in (data / "fa_kes" / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        incident[str(row["id"])] = f"{row['date']} {row['location']}"
    rows = list(standoff.load(data))
    rows.sort(key=lambda row: rank(str(incident.get(row["id"], row["id"]))))
    groups: dict[str, int] = {}
    for at, row in enumerate(rows):
        groups.setdefault(str(incident.get(row["id"], row["id"])), at)
    bounds = {"test": (0, REAL_TEST), "dev": (REAL_TEST, REAL_TEST + 40), "train": (REAL_TEST + 40, len(rows))}
    low, high = bounds[part]
    yield from (row for row in rows if low <= groups[str(incident.get(row["id"], row["id"]))] < high)


def own_reports(part: str) -> Iterator[Json]:
    """Yield the records of a part of this project's corpus; the golden ones are trained on."""
    for name in ("golden", "train") if part == "train" else (part,):
        yield from load_all(CORPUS / name)


def from_record(record: Json, source: str) -> Example:
    """Return a report record of the contract as an example."""
    words = Words(record["text"])
    spans: dict[str, list[Range]] = {label: [] for label in TOLD}
    queries = []
    for figure in record["figures"]:
        spans[f"figure:{figure['kind']}"] += words.ranges(_counting(words.text, figure))
    for event in record["events"]:
        query = _event(words, event)
        if query is not None:
            queries.append(query)
            spans["trigger"] += query.trigger
    for statement in record["statements"]:
        cue, made = _statement(words, statement)
        for label, found in made.items():
            spans[label] += found
        if cue:
            asked = tuple(role for role in ("source", "content") if made[role])
            queries.append(Query(cue, roles={role: made[role] for role in asked}, asked=asked))
    every = {label: sorted(set(found)) for label, found in spans.items()}
    unsure = {"trigger": words.repeats(every["trigger"])}
    news = sorted(record["events"], key=lambda event: event["status"] != "occurred")
    topic = news[0]["sub_event_type"] if news else "none"
    return Example(source, words.words, words.sentences, every, unsure, queries, topic)


def _event(words: Words, event: Mapping[str, Any]) -> Query | None:
    trigger = event.get("trigger")
    found = words.range(trigger["start"], trigger["end"]) if trigger else None
    if trigger is None or found is None:
        return None
    roles = {
        "perpetrator": words.ranges(spans_of(event["perpetrators"])),
        "target": words.ranges(spans_of(event["targets"])),
        "weapon": words.ranges(spans_of(event["weapons"])),
        "place": words.ranges(spans_of([event["place"]])) if event["place"] else [],
        "time": _time(words, event, trigger["start"]),
        "evidence": words.ranges((s["start"], s["end"]) for s in event["evidence"]),
    }
    for kind in TOLLS:
        rows = [row for row in event["casualties"] if row["kind"] == kind]
        roles[kind] = words.ranges(span for row in rows for span in _counting(words.text, row))
    for stance in STANCES:
        roles[stance] = words.ranges(spans_of(r["speaker"] for r in event["responsibility"] if r["stance"] == stance))
    repeated = ("perpetrator", "target", "weapon", "place", "time", *STANCES)
    unsure = {role: words.repeats(roles[role]) for role in repeated}
    return Query([found], event["sub_event_type"], event["status"], roles, RECORD_ROLES, unsure)


def _time(words: Words, event: Mapping[str, Any], near: int) -> list[Range]:
    told = event["time"]["text"]
    at = [i for i in range(len(words.text)) if words.text.startswith(told, i)] if told else []
    inside = [i for i in at if any(s["start"] <= i < s["end"] for s in event["evidence"])]
    best = min(inside or at, key=lambda i: abs(i - near), default=None)
    return words.ranges([(best, best + len(told))]) if best is not None else []


def _counting(text: str, row: Mapping[str, Any]) -> Iterator[Range]:
    told = row["quantity"]["text"]
    for span in row["evidence"]:
        at = text.find(told, span["start"], span["end"]) if told else -1
        yield (at, at + len(told)) if at >= 0 else (span["start"], span["end"])


def _statement(words: Words, statement: Mapping[str, Any]) -> tuple[list[Range], dict[str, list[Range]]]:
    content = statement["content"]
    made: dict[str, list[Range]] = {"content": words.ranges([(content["start"], content["end"])])}
    spans = [(s["start"], s["end"]) for s in statement["speaker"]["evidence"]]
    near = [s for s in spans if content["start"] - FAR < s[0] < content["end"] + FAR]
    made["source"] = words.ranges(near[:1])
    cue: list[Range] = []
    if statement["cue"]:
        at = _nearest(words.text, statement["cue"], content["start"], content["end"])
        cue = words.ranges([(at, at + len(statement["cue"]))]) if at is not None else []
    made["cue"] = cue
    return cue, made


def _nearest(text: str, cue: str, start: int, end: int) -> int | None:
    """Return where a cue stands next to, or inside, the words that it introduces."""
    before = text.rfind(cue, max(0, start - 160), start)
    after = text.find(cue, end, end + 160)
    if before >= 0 and (after < 0 or start - before - len(cue) <= after - end):
        return before
    if after >= 0:
        return after
    inside = text.find(cue, start, end)
    return inside if inside >= 0 else None


def from_snippet(snippet: Snippet) -> Example:
    """Return a snippet as an example."""
    words = Words(snippet.text)
    spans: dict[str, list[Range]] = {label: [] for label in TOLD}
    for kind, span in snippet.figures:
        spans[f"figure:{kind}"] += words.ranges([span])
    queries = []
    for act in snippet.acts:
        roles = {SNIPPET_NAMES.get(role, role): words.ranges(found) for role, found in act.roles.items()}
        first, *later = [words.ranges([span]) for span in act.triggers]
        spans["trigger"] += [span for found in (first, *later) for span in found]
        roles["same"] = [span for found in later for span in found]
        queries.append(Query(first, act.sub_event_type, act.status, roles, SNIPPET_ROLES))
    for saying in snippet.sayings:
        made = {role: words.ranges(found) for role, found in saying.items()}
        for role, found in made.items():
            spans[role] += found
        if made.get("cue"):
            asked = ("source", "content")
            queries.append(Query(made["cue"], roles={r: made.get(r, []) for r in asked}, asked=asked))
    spans["Person"] = words.ranges(span for name, span in snippet.names if name == "person")
    topic = snippet.topic or next((act.sub_event_type for act in snippet.acts), "none")
    every = {label: sorted(set(found)) for label, found in spans.items()}
    return Example("snippets", words.words, words.sentences, every, {}, queries, topic)


def snippets() -> Iterator[Example]:
    """Yield this project's annotated snippets."""
    yield from map(from_snippet, load_snippets())


def muc4(data: Path, part: str = "train") -> Iterator[Example]:
    """Yield MUC-4's reports with the fillers of their roles, wherever their words stand."""
    for line in (data / "muc4" / "gtt_processed" / f"{part}.json").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = Words(row["doctext"])
        spans: dict[str, list[Range]] = {f"muc:{role}": [] for role in FILLERS}
        for template in row["templates"]:
            for role in FILLERS:
                for entity in template[role]:
                    first = [(at, at + len(text)) for text, at in entity if at >= 0]
                    spans[f"muc:{role}"] += words.ranges(first)
        for label, found in spans.items():
            spans[label] = sorted({*found, *words.repeats(found)})
        yield Example("muc4", words.words, words.sentences, spans)


def re3d(data: Path) -> Iterator[tuple[str, Example]]:
    """Yield the id and the entities of those of re3d's reports that may be learned from."""
    for folder in sorted((data / "re3d").iterdir()):
        if not folder.is_dir() or folder.name == UNLICENSED:
            continue
        found: dict[str, list[tuple[str, Range, float]]] = {}
        for line in (folder / "entities.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            value = (row["type"], (row["begin"], row["end"]), row["confidence"])
            found.setdefault(row["documentId"], []).append(value)
        for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if held_out(row["_id"], RE3D_PARTS):
                continue
            words = Words(row["text"])
            rows = found.get(row["_id"], [])
            spans = {e: words.ranges(s for kind, s, sure in rows if kind == e and sure > 0) for e in ENTITIES}
            unsure = {e: words.ranges(s for kind, s, sure in rows if kind == e and sure == 0) for e in ENTITIES}
            yield row["_id"], Example("re3d", words.words, words.sentences, spans, unsure)


def event_location(data: Path) -> Iterator[Example]:
    """Yield sentences with a verb and where it happened, but for the tenth that is held out."""
    for line in (data / "event_location" / "items.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if held_out(row["text"], EVENT_LOCATION_PARTS):
            continue
        words = Words(row["text"])
        marks = {
            label: [(s["start"], s["end"]) for s in row["spans"] if s["label"] == label]
            for label in ("VERB", "LOCATION")
        }
        verb = words.ranges(marks["VERB"])
        if verb:
            query = Query(verb, roles={"site": words.ranges(marks["LOCATION"])}, asked=("site",))
            yield Example("event_location", words.words, words.sentences, {}, {}, [query])
