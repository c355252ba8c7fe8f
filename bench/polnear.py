"""Attribution measured on PolNeAR: F1 of sources, cues and contents, by overlap and by exact span.

Run `python -m bench.polnear --data DIR [--split dev] [--json]`, DIR having a folder for each part with `text` and
`attributions`. `source_f1`, `cue_f1` and `content_f1` are by exact span, those with `overlap` by any shared character.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.readers import add_reader
from bench.scores import tell
from dateline.extract.analyse import analyse
from dateline.extract.attribution import Attribution, attributions
from dateline.extract.document import Document
from dateline.extract.findings import Findings
from dateline.extract.frames import told
from dateline.ingest.identity import report_id
from dateline.model.report import Source
from dateline.resolve.report import Reader

Span = tuple[int, int]
ROLES = ("source", "cue", "content")
MARKS = '“”"‘’'


class Attributed(NamedTuple):
    """Characters of the source, cue and content of one attribution; None where a role is not told."""

    source: Span | None
    cue: Span | None
    content: Span | None


def main(argv: Sequence[str] | None = None) -> int:
    """Print the scores of a corpus part, as one JSON object on the last line with --json."""
    parser = argparse.ArgumentParser(prog="bench.polnear", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--json", action="store_true")
    add_reader(parser)
    options = parser.parse_args(argv)
    part = options.data / options.split
    if not (part / "text").is_dir():
        print(f"{part}: no PolNeAR texts here; skipped", file=sys.stderr)
        return 0
    scores = measure(part, options.reader)
    tell(scores, as_json=options.json)
    return 0


def measure(data: Path, reader: Reader = "both") -> dict[str, object]:
    """Return F1 by exact span (`source_f1` ...) and by overlap (`source_overlap_f1` ...) over all documents."""
    matched: dict[str, list[int]] = {f"{role}{how}": [0, 0, 0] for role in ROLES for how in ("", "_overlap")}
    digest = hashlib.sha256()
    documents = 0
    for text, wanted in corpus(data):
        documents += 1
        digest.update(text.encode())
        found = list(read(text, reader))
        for role in ROLES:
            gold = [span for one in wanted if (span := getattr(one, role)) is not None]
            told_ = [span for one in found if (span := getattr(one, role)) is not None]
            for how, fits in (("", _same), ("_overlap", _overlap)):
                _add(matched[role + how], len(_pairs(gold, told_, fits)), len(gold), len(told_))
    scores: dict[str, object] = {f"{key}_f1": _f1(*counts) for key, counts in matched.items()}
    return {**scores, "documents": documents, "corpus_sha256": digest.hexdigest()}


def corpus(data: Path) -> Iterator[tuple[str, list[Attributed]]]:
    """Yield each text with its attributions; one with several annotations is read once, with the first."""
    for path in sorted((data / "text").glob("*.txt")):
        found = sorted((data / "attributions").glob(f"{path.stem}*.ann"))
        if found:
            yield path.read_text(encoding="utf-8"), standoff_attributions(found[0].read_text(encoding="utf-8"))


def standoff_attributions(standoff: str) -> list[Attributed]:
    """Return the attributions of a brat standoff file; the parts of a broken span count as one."""
    spans: dict[str, Span] = {}
    found = []
    for line in standoff.splitlines():
        mark, _, rest = line.partition("\t")
        if mark.startswith("T"):
            places = [int(n) for part in rest.split("\t")[0].split(" ", 1)[1].split(";") for n in part.split()]
            spans[mark] = (min(places), max(places))
        elif mark.startswith("E"):
            roles = dict(pair.split(":", 1) for pair in reversed(rest.split()))
            found.append(Attributed(*(spans.get(roles.get(role.title(), "")) for role in ROLES)))
    return found


def read(text: str, reader: Reader = "both") -> Iterator[Attributed]:
    """Yield what Dateline finds in a text."""
    source = Source(
        id=report_id(None, text),
        uri=None,
        publisher=None,
        title=None,
        published_at=None,
        published_basis=None,
        language="en",
        text=text,
    )
    findings = Findings(analyse(source), encoder=reader != "rules")
    document = findings.document
    by_cue: dict[Span, Attributed] = {}
    for one in attributions(findings, [told(findings, sentence) for sentence in document.sentences]):
        made = Attributed(_source(document, one), _cue(document, one), _content(document, one))
        before = by_cue.get(one.cue)
        if before is not None and before.content is not None and made.content is not None:
            # a quotation that goes on behind its cue is one content in the corpus, two in the contract
            whole = (min(before.content[0], made.content[0]), max(before.content[1], made.content[1]))
            made = Attributed(before.source, before.cue, whole)
        by_cue[one.cue] = made
    yield from by_cue.values()


def _source(document: Document, one: Attribution) -> Span:
    """Return a source as the corpus has it: with its determiner."""
    first = one.speaker_first
    if first > 0 and document.tokens[first - 1].tag == "DET":
        first -= 1
    return document.tokens[first].start, document.tokens[one.speaker_last - 1].end


def _cue(document: Document, one: Attribution) -> Span | None:
    """Return a cue as the corpus has it: with its auxiliaries."""
    first, last = one.cue
    if first == last:
        return None
    while first > 0 and document.tokens[first - 1].tag == "AUX":
        first -= 1
    return document.tokens[first].start, document.tokens[last - 1].end


def _content(document: Document, one: Attribution) -> Span:
    """Return a content as the corpus has it: with "that" and with its quotation marks and the comma inside them."""
    text = document.source.text
    start, end = one.content
    if text[:start].rstrip().endswith(" that"):
        start = text[:start].rstrip().rfind(" that") + 1
    elif text[start - 1 : start] in set(MARKS):
        start -= 1
    while end < len(text) and text[end] in MARKS + ",." and any(mark in text[end : end + 2] for mark in MARKS):
        end += 1
    return start, end


def _pairs(gold: Sequence[Span], found: Sequence[Span], fits: Callable[[Span, Span], object]) -> list[tuple[int, int]]:
    """Return pairs of a gold and a found span that fit, each used once, those that share most first."""
    ranked = sorted(
        ((_overlap(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(found) if fits(a, b)),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _same(a: Span, b: Span) -> bool:
    return a == b


def _add(counts: list[int], *more: int) -> None:
    counts[:] = [a + b for a, b in zip(counts, more, strict=True)]


def _f1(both: int, gold: int, found: int) -> float:
    return round(2 * both / (gold + found), 4) if gold + found else 0.0


if __name__ == "__main__":
    raise SystemExit(main())
