"""Event types measured on CASE 2021 task 2: `python -m bench.case2021 --data DIR [--json]`.

DIR holds `snippets.tsv` (id, snippet, type). 25 of the 30 types are ACLED's sub-event types. Weighted F1: the mean
over types, each weighing as many snippets as it has. Over the 25 types only snippets of those are counted.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.readers import add_reader, ruled
from bench.scores import tell
from dateline.extract.analyse import analyse
from dateline.extract.encoder.labels import TOPICS
from dateline.extract.encoder.reading import Reading
from dateline.extract.encoder.topic import likeliest, topics
from dateline.ingest.read import read_text
from dateline.resolve.report import Reader

TYPES = {
    "ARMED_CLASH": "Armed clash",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "PEACE_PROTEST": "Peaceful protest",
    "VIOL_DEMONSTR": "Violent demonstration",
    "MOB_VIOL": "Mob violence",
    "CHEM_WEAP": "Chemical weapon",
    "AIR_STRIKE": "Air/drone strike",
    "SUIC_BOMB": "Suicide bomb",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "GRENADE": "Grenade",
    "SEX_VIOL": "Sexual violence",
    "ATTACK": "Attack",
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "AGREEMENT": "Agreement",
    "ARREST": "Arrests",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "DISR_WEAP": "Disrupted weapons use",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "OTHER": "Other",
    "NATURAL_DISASTER": "natural_disaster",
    "MAN_MADE_DISASTER": "man_made_disaster",
    "DIPLO": "diplomacy",
    "ORG_CRIME": "organised_crime",
    "ATTRIB": "attribution",
}
RULED = 0.15  # what a type gains that the rules find too
BEYOND = frozenset(("natural_disaster", "man_made_disaster", "diplomacy", "organised_crime", "attribution"))


def main(argv: Sequence[str] | None = None) -> int:
    """Print weighted F1 over the 25 types of ACLED and over all 30."""
    parser = argparse.ArgumentParser(prog="bench.case2021", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder with snippets.tsv")
    parser.add_argument("--split", help="ignored: the corpus has one part")
    parser.add_argument("--json", action="store_true")
    add_reader(parser)
    asked = parser.parse_args(argv)
    file = asked.data / "snippets.tsv"
    if not file.is_file():
        print(f"{file} is not there; skipped", file=sys.stderr)
        return 0
    scores = measure(file, asked.reader)
    tell(scores, as_json=asked.json)
    return 0


def measure(file: Path, reader: Reader = "both") -> dict[str, object]:
    """Return the scores of one file."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["SubType"] in TYPES]
    gold = [TYPES[row["SubType"]] for row in rows]
    found = [_types(row["EventSnippet"], reader) for row in rows]
    narrow = [(g, pair[0]) for g, pair in zip(gold, found, strict=True) if g not in BEYOND]
    wide = [(g, pair[1]) for g, pair in zip(gold, found, strict=True)]
    return {
        "weighted_f1_25": weighted_f1(narrow),
        "weighted_f1_30": weighted_f1(wide),
        "by_type": by_type(wide),
        "snippets": len(rows),
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    }


def _types(text: str, reader: Reader) -> tuple[str, str]:
    """Return the likeliest of ACLED's types, and of all; "Other" where the rules alone find none."""
    by_rules = next((event.sub_event_type for event in ruled(text).events), None) if reader != "encoder" else None
    if reader == "rules":
        return by_rules or "Other", by_rules or "Other"
    scores = topics(Reading(analyse(read_text(text))))
    if by_rules is not None:
        scores[TOPICS.index(by_rules)] += RULED
    return likeliest(scores, without=BEYOND), likeliest(scores)


def by_type(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Return F1 of each type of gold."""
    right = Counter(gold for gold, found in pairs if gold == found)
    golds, founds = Counter(gold for gold, _ in pairs), Counter(found for _, found in pairs)
    return {kind: round(2 * right[kind] / (golds[kind] + founds[kind]), 4) for kind in sorted(golds)}


def weighted_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 of the types of gold, each weighing as often as it stands there."""
    weights = Counter(gold for gold, _ in pairs)
    scores = by_type(pairs)
    return round(sum(scores[kind] * weight for kind, weight in weights.items()) / max(len(pairs), 1), 4)


if __name__ == "__main__":
    raise SystemExit(main())
