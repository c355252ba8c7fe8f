"""Snippets: sentences and short paragraphs annotated in the line, for training alone.

A file holds one snippet a line; lines that begin with `#` are notes. What is named stands in square brackets with its
labels behind it in round ones; brackets nest, and a `;` parts several labels:

    [[Gunmen](perp 1) on motorcycles [shot dead](attack 1) [four](killed 1) [farmers](target 1) near
    [Barsalogho](place 1) [on Sunday](time 1)](content a), [a security source](source a) [said](cue a).

| label | marks |
|---|---|
| a code of SUB_TYPE_CODES, a number, a status if any | the words that name the act: `(air 1)`, `(clash 2 background)` |
| `same N` | later words for the act of event N ("the blast") |
| `perp` `target` `weapon` `place` `time` N | who did it, whom it struck, with what, where, when |
| `killed` `injured` `missing` `abducted` `detained` `uneval` N | the counting words: "at least 12", "dozens" |
| `claims` `denies` `blames` N | who claims, denies or blames somebody for event N |
| `source` `cue` `content` and a letter | an attribution: who says, the saying word, what is said |
| `actor` `person` `place` `facility` `weapon` `time` without a number | a name that takes no part in an event |
| `figure` and a kind, as `figure attack_tally` | the counting words of a number that is no event's toll |

A line may begin with `(topic NAME)`, NAME one of TOPICS, where it tells no event of the contract but something that
is taken for one. `parse` raises CorpusError with the file, the line and what is wrong.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, cast, get_args

from msgspec import Struct, field

from corpus.quotes import CorpusError
from dateline.model.codes import FigureKind, Status, SubEventType

FOLDER = Path(__file__).parent / "snippets"

SUB_TYPE_CODES: Final[dict[str, SubEventType]] = {
    "clash": "Armed clash",
    "regain": "Government regains territory",
    "overtake": "Non-state actor overtakes territory",
    "excessive": "Excessive force against protesters",
    "intervention": "Protest with intervention",
    "peaceful": "Peaceful protest",
    "violent": "Violent demonstration",
    "mob": "Mob violence",
    "chemical": "Chemical weapon",
    "air": "Air/drone strike",
    "suicide": "Suicide bomb",
    "shelling": "Shelling/artillery/missile attack",
    "ied": "Remote explosive/landmine/IED",
    "grenade": "Grenade",
    "sexual": "Sexual violence",
    "attack": "Attack",
    "abduction": "Abduction/forced disappearance",
    "agreement": "Agreement",
    "arrests": "Arrests",
    "change": "Change to group/activity",
    "disrupted": "Disrupted weapons use",
    "base": "Headquarters or base established",
    "looting": "Looting/property destruction",
    "transfer": "Non-violent transfer of territory",
    "other": "Other",
}
ARGUMENTS: Final = ("perp", "target", "weapon", "place", "time")
TOLLS: Final = ("killed", "injured", "missing", "abducted", "detained", "uneval")
STANCES: Final = ("claims", "denies", "blames")
SAYING: Final = ("source", "cue", "content")
NAMES: Final = ("actor", "person", "place", "facility", "weapon", "time")
TOPICS: Final = ("natural_disaster", "man_made_disaster", "diplomacy", "organised_crime", "attribution", "none")

Range = tuple[int, int]


class Act(Struct):
    """One event of a snippet: the words that name it, and what is told of it, as offsets."""

    sub_event_type: SubEventType
    status: Status
    triggers: list[Range]
    roles: dict[str, list[Range]] = field(default_factory=dict)


class Snippet(Struct):
    """A snippet without its marks; all ranges are [start, end) offsets into `text`."""

    text: str
    topic: str | None = None
    acts: list[Act] = field(default_factory=list)
    sayings: list[dict[str, list[Range]]] = field(default_factory=list)
    names: list[tuple[str, Range]] = field(default_factory=list)
    figures: list[tuple[str, Range]] = field(default_factory=list)


def load_all(folder: Path = FOLDER) -> Iterator[Snippet]:
    """Yield the snippets of all files of a folder, in the order of their names and lines."""
    for file in sorted(folder.glob("*.txt")):
        yield from load(file)


def load(file: Path) -> Iterator[Snippet]:
    """Yield the snippets of one file. Raises CorpusError."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield parse(line.strip(), f"{file.name}, line {number}")


def parse(line: str, where: str) -> Snippet:
    """Return one marked line as a Snippet. Raises CorpusError, naming `where`."""
    topic = re.match(r"\(topic (\w+)\)\s*", line)
    if topic and topic[1] not in TOPICS:
        raise CorpusError(where, f"no topic {topic[1]!r}; there are {', '.join(TOPICS)}")
    text, marks = _unmarked(line[topic.end() :] if topic else line, where)
    reader = _Reader(where, text)
    for label, span in marks:
        reader.take(label, span)
    return reader.snippet(topic[1] if topic else None)


def _unmarked(line: str, where: str) -> tuple[str, list[tuple[str, Range]]]:
    """Return the text without marks, and each label with its range."""
    out: list[str] = []
    opened: list[int] = []
    marks: list[tuple[str, Range]] = []
    at = length = 0
    while at < len(line):
        if line[at] == "[":
            opened.append(length)
        elif line[at] == "]":
            labels = re.compile(r"\(([^()\[\]]+)\)").match(line, at + 1)
            if not opened:
                raise CorpusError(where, f"a ] without its [ near {line[max(0, at - 30) : at + 1]!r}")
            start = opened.pop()
            if labels:
                marks += [(label.strip(), (start, length)) for label in labels[1].split(";")]
                at = labels.end() - 1
        else:
            out.append(line[at])
            length += 1
        at += 1
    if opened:
        raise CorpusError(where, "a [ without its ]")
    return "".join(out), marks


class _Reader:
    """Gathers the labels of one line."""

    def __init__(self, where: str, text: str) -> None:
        self.where, self.text = where, text
        self.acts: dict[str, Act] = {}
        self.later: list[tuple[str, str, Range]] = []
        self.sayings: dict[str, dict[str, list[Range]]] = {}
        self.names: list[tuple[str, Range]] = []
        self.figures: list[tuple[str, Range]] = []

    def take(self, label: str, span: Range) -> None:
        """Keep one label."""
        words = self.text[slice(*span)]
        if not words or words != words.strip():
            raise self.wrong(f"{words!r} is empty or begins or ends with a space")
        name, *rest = label.split()
        if name in SUB_TYPE_CODES:
            self.act(name, rest, span)
        elif name in SAYING and len(rest) == 1 and rest[0].isalpha():
            self.sayings.setdefault(rest[0], {}).setdefault(name, []).append(span)
        elif name == "figure" and len(rest) == 1 and rest[0] in get_args(FigureKind):
            self.figures.append((rest[0], span))
        elif name in {*ARGUMENTS, *TOLLS, *STANCES, "same"} and len(rest) == 1 and rest[0].isdigit():
            self.later.append((name, rest[0], span))
        elif name in NAMES and not rest:
            self.names.append((name, span))
        else:
            raise self.wrong(f"no label {label!r} (at {words!r})")

    def act(self, code: str, rest: list[str], span: Range) -> None:
        """Keep an event's first trigger."""
        number, status = rest[0] if rest else "", rest[1] if len(rest) > 1 else "occurred"
        if not number.isdigit() or status not in get_args(Status) or len(rest) > 2:
            raise self.wrong(f"{' '.join([code, *rest])!r} needs a number, and a status if any")
        if number in self.acts:
            raise self.wrong(f"event {number} has two first triggers: mark later ones `same {number}`")
        self.acts[number] = Act(SUB_TYPE_CODES[code], cast("Status", status), [span])

    def snippet(self, topic: str | None) -> Snippet:
        """Return what was gathered, once every number has its event."""
        for name, number, span in self.later:
            act = self.acts.get(number)
            if act is None:
                raise self.wrong(f"{name} {number}: there is no event {number}")
            if name == "same":
                act.triggers.append(span)
            else:
                act.roles.setdefault(name, []).append(span)
        if topic and self.acts:
            raise self.wrong("a topic is for a snippet without events")
        for letter, parts in self.sayings.items():
            if "content" not in parts:
                raise self.wrong(f"attribution {letter} has no content")
        return Snippet(
            self.text, topic, list(self.acts.values()), list(self.sayings.values()), self.names, self.figures
        )

    def wrong(self, reason: str) -> CorpusError:
        """Return the error to raise."""
        return CorpusError(self.where, reason)


def main() -> int:
    """Check the named files, or all, and count what they hold."""
    parser = argparse.ArgumentParser(description="Check snippet files and count what they hold.")
    parser.add_argument("files", nargs="*", type=Path, help="default: all of corpus/snippets")
    counts: dict[str, int] = {}
    wrong = total = 0
    for file in parser.parse_args().files or sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            total += 1
            try:
                snippet = parse(line.strip(), f"{file.name}, line {number}")
            except CorpusError as error:
                wrong += 1
                print(error)
                continue
            for key in [*(act.sub_event_type for act in snippet.acts), f"topic {snippet.topic}"]:
                counts[key] = counts.get(key, 0) + 1
    print(*(f"{count:5} {key}" for key, count in sorted(counts.items())), sep="\n")
    print(f"{total} snippets, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
