"""Role fillers measured on MUC-4 with CEAF-REE: `python -m bench.muc4 --data DIR [--split dev] [--json]`.

DIR holds `grit_processed/SPLIT.json` (Du and others 2021: a line for each report with its entities by role). An entity
that is found counts where all its mentions are among those of the gold entity that it is paired with; each gives
its best mention. Pairs are chosen for the most right ones (Luo 2005).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.readers import add_reader, ruled
from bench.scores import scores_of, tell
from dateline.extract.analyse import analyse
from dateline.extract.encoder.fillers import LEAST, fillers
from dateline.extract.encoder.labels import FILLERS
from dateline.extract.encoder.reading import Reading
from dateline.ingest.read import read_text
from dateline.resolve.report import Reader

RULED = 0.1  # what a filler gains that the rules find too
Counts = dict[str, list[int]]  # by role: right, found, gold


def main(argv: Sequence[str] | None = None) -> int:
    """Print precision, recall and F1 over all roles, and by role."""
    parser = argparse.ArgumentParser(prog="bench.muc4", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder with grit_processed/")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--json", action="store_true")
    add_reader(parser)
    asked = parser.parse_args(argv)
    file = asked.data / "grit_processed" / f"{asked.split}.json"
    if not file.is_file():
        print(f"{file} is not there; skipped", file=sys.stderr)
        return 0
    scores = measure(file, asked.reader)
    tell(scores, as_json=asked.json)
    return 0


def measure(file: Path, reader: Reader = "both") -> dict[str, object]:
    """Return the scores of one file."""
    counts: Counts = {role: [0, 0, 0] for role in FILLERS}
    lines = file.read_text(encoding="utf-8").splitlines()
    for line in lines:
        row = json.loads(line)
        found = list(_found(row["doctext"], reader))
        for role in FILLERS:
            gold = [{_plain(mention[0]) for mention in entity} for entity in row["extracts"][role]]
            told = [mention for its_role, mention in found if its_role == role]
            counts[role] = [
                a + b for a, b in zip(counts[role], (_right(gold, told), len(told), len(gold)), strict=True)
            ]
    whole = scores_of([sum(column) for column in zip(*counts.values(), strict=True)])
    roles = {role: scores_of(count) for role, count in counts.items()}
    return {**whole, "roles": roles, "reports": len(lines), "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}


def _found(text: str, reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield role and best mention of each entity."""
    by_rules = set(_ruled(text)) if reader != "encoder" else set()
    if reader == "rules":
        yield from by_rules
        return
    document = analyse(read_text(text))
    for filler in fillers(Reading(document), least=0.0):
        mention = _plain(document.words(*filler.mentions[0]))
        if filler.score + RULED * ((filler.role, mention) in by_rules) >= LEAST[filler.role]:
            yield filler.role, mention


def _ruled(text: str) -> Iterator[tuple[str, str]]:
    """Yield the fillers that the rules' events give: violence and arson, by whom, whom, what and with what."""
    for event in ruled(text).events:
        if event.event_type in {"Strategic developments", "Protests"} or event.status != "occurred":
            continue
        for party in event.perpetrators:
            yield ("PerpInd" if party.actor_id is None else "PerpOrg"), _plain(party.evidence[0].quote)
        for party in event.targets:
            yield ("Target" if party.kind == "other" else "Victim"), _plain(party.evidence[0].quote)
        for weapon in event.weapons:
            yield "Weapon", _plain(weapon.evidence[0].quote)


def _plain(mention: str) -> str:
    return " ".join(mention.casefold().replace('"', " ").split())


def _right(gold: Sequence[set[str]], told: Sequence[str]) -> int:
    """Return the most pairs of a mention and a gold entity that has it (augmenting paths)."""
    taken: dict[int, int] = {}

    def place(at: int, tried: set[int]) -> bool:
        for i, entity in enumerate(gold):
            if told[at] in entity and i not in tried:
                tried.add(i)
                if i not in taken or place(taken[i], tried):
                    taken[i] = at
                    return True
        return False

    return sum(place(at, set()) for at in range(len(told)))


if __name__ == "__main__":
    raise SystemExit(main())
