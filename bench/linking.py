"""Linking on local news of shootings: `python -m bench.linking --data DIR [--split PART] [--limit N] [--json]`.

Reads `gvc/gvc_*_docs.json` (Gun Violence Corpus: Vossen and others, "Don't Annotate, but Validate", LREC 2018) and
`gva/docs.jsonl` below DIR: documents with the incident that each is about. Reports are read from raw text and the day
of publication alone, and their events linked. A document stands where its first event that is news stands; one
without such an event stands alone. Figures are B-cubed F1 (Bagga and Baldwin 1998) and F1 over pairs of documents.
A limit takes whole incidents, in an order that their names alone decide, until there are documents enough.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from dateline.errors import UnreadableError
from dateline.ingest.read import read_text
from dateline.link import Told, link_events, told_by
from dateline.model.report import Report, Source
from dateline.pipeline import affiliated, extract_sources

Labels = Mapping[str, str]  # document -> the incident it stands in


class Document(NamedTuple):
    """One report as the corpora give it."""

    name: str
    incident: str
    day: str
    title: str
    text: str


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of each corpus that is found, as one line of JSON if asked."""
    asked = _arguments(arguments)
    corpora = read_corpora(asked.data, asked.split)
    if not corpora:
        print(f"No documents of shootings found below {asked.data}: nothing is measured.")
        return
    found: dict[str, dict[str, float]] = {}
    for corpus, documents in corpora.items():
        figures = measure(whole_incidents(documents, asked.limit))
        found[corpus] = {key: figures[key] for key in ("b3_f1", "pairwise_f1")}
        print(f"{corpus}: " + ", ".join(f"{key} {value}" for key, value in figures.items()), file=sys.stderr)
    if asked.json:
        print(json.dumps(found))


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure linking on local news of shootings.")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds gvc and gva")
    parser.add_argument("--split", help="one part alone: train, dev, ... of gvc, or gva")
    parser.add_argument("--limit", type=int, help="about how many documents of each corpus; default all")
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
    return parser.parse_args(arguments)


def read_corpora(data: Path, split: str | None = None) -> dict[str, list[Document]]:
    """Return the documents of each corpus found below a folder, or of one part of them."""
    found: dict[str, list[Document]] = defaultdict(list)
    for file in sorted(data.glob("gvc/gvc_*_docs.json")):
        part = file.name.removeprefix("gvc_").removesuffix("_docs.json")
        if split in {None, part, "gvc", f"gvc_{part}"}:
            found["gvc"] += map(_document, json.loads(file.read_text("utf-8")))
    file = data / "gva" / "docs.jsonl"
    if split in {None, "gva"} and file.exists():
        found["gva"] += (_document(json.loads(line)) for line in file.read_text("utf-8").splitlines() if line.strip())
    return dict(found)


def _document(row: Mapping[str, str]) -> Document:
    return Document(row["doc_id"], row["incident_id"], row["dct"], row.get("title") or "", row["content"])


def whole_incidents(documents: Iterable[Document], limit: int | None) -> list[Document]:
    """Return the documents of so many whole incidents that a limit is reached."""
    of_incident: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        of_incident[document.incident].append(document)
    taken: list[Document] = []
    for incident in sorted(of_incident, key=lambda name: (crc32(name.encode()), name)):
        if limit is not None and len(taken) >= limit:
            break
        taken += of_incident[incident]
    return taken


def measure(documents: Sequence[Document]) -> dict[str, float]:
    """Return how well the incidents that are found agree with those the documents are about."""
    tellings = read(documents)
    gold = {document.name: document.incident for document in documents}
    found = labels(tellings, link_events((one for told in tellings.values() for one in told), affiliated))
    return {
        "documents": len(documents),
        "incidents": len(set(gold.values())),
        "without_event": sum(1 for label in found.values() if label.startswith("alone ")),
        **b_cubed(gold, found),
        **pairwise(gold, found),
    }


def read(documents: Sequence[Document]) -> dict[str, tuple[Told, ...]]:
    """Return the events of each document, read from its text, title and day of publication."""
    return dict(zip((one.name for one in documents), _events(documents), strict=True))


def _events(documents: Iterable[Document]) -> Iterator[tuple[Told, ...]]:
    for report in extract_sources(map(_source, documents), workers=1):
        yield told_by(report) if isinstance(report, Report) else ()


def _source(document: Document) -> Source | UnreadableError:
    uri, title = f"urn:document:{document.name}", document.title or None
    try:
        return read_text(document.text, published=document.day, uri=uri, title=title)
    except UnreadableError as error:
        return error


def labels(tellings: Mapping[str, Sequence[Told]], incidents: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return the incident that each document's first news stands in."""
    of = {key: members[0] for members in incidents for key in members}
    found: dict[str, str] = {}
    for document, told in tellings.items():
        news = next((one.key for one in told if one.event.status == "occurred"), None)
        found[document] = f"alone {document}" if news is None else of[news]
    return found


def b_cubed(gold: Labels, found: Labels) -> dict[str, float]:
    """Return precision, recall and F1 of each document's company, averaged over documents."""
    both, per_gold, per_found = _sizes(gold, found)
    precision = sum(both[gold[d], found[d]] / per_found[found[d]] for d in gold) / len(gold)
    recall = sum(both[gold[d], found[d]] / per_gold[gold[d]] for d in gold) / len(gold)
    return _scores("b3", precision, recall)


def pairwise(gold: Labels, found: Labels) -> dict[str, float]:
    """Return precision, recall and F1 of the pairs of documents that share an incident."""
    right, true, made = (sum(n * (n - 1) // 2 for n in sizes.values()) for sizes in _sizes(gold, found))
    return _scores("pairwise", right / made if made else 0.0, right / true if true else 0.0)


def _sizes(gold: Labels, found: Labels) -> tuple[Counter[tuple[str, str]], Counter[str], Counter[str]]:
    return Counter((gold[d], found[d]) for d in gold), Counter(gold.values()), Counter(found.values())


def _scores(name: str, precision: float, recall: float) -> dict[str, float]:
    total = precision + recall
    f1 = 2 * precision * recall / total if total else 0.0
    return {f"{name}_p": round(precision, 4), f"{name}_r": round(recall, 4), f"{name}_f1": round(f1, 4)}


if __name__ == "__main__":
    main()
