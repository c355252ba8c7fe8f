"""Annotation of real reports, kept apart from their texts: offsets and labels, joined with a text by its digest.

`fa_kes.jsonl` and `re3d.jsonl` hold a record of the contract a line, without `text`, and wherever the contract has
words of the text only their offsets: a span is `{"start", "end"}`, the `text` of a quantity or a time a pair of
offsets (`null` where no words tell it). `load` joins them with the texts in a folder of public data, where it is
there. `changes.jsonl` lists what was mended after a second reading; `AUDIT.md` tells of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
Json = dict[str, Any]


def load(data: Path) -> Iterator[Json]:
    """Yield the records whose texts lie in a folder of public data, whole, in the order of the files.

    A text that was changed since it was annotated is not joined: offsets would lie.
    """
    texts = dict(_texts(data))
    for name in ("fa_kes", "re3d"):
        for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            text = texts.get(record["text_sha256"])
            if text is not None:
                yield joined(record, text)


def joined(value: Any, text: str, key: str = "") -> Any:
    """Return a stand-off record, or a part of one, with the words of its text."""
    if isinstance(value, dict):
        made = {name: joined(part, text, name) for name, part in value.items()}
        if value.keys() == {"start", "end"} and isinstance(value["start"], int):
            return {**value, "quote": text[value["start"] : value["end"]]}
        return {**made, "text": text} if "text_sha256" in value else made
    if isinstance(value, list):
        if key in {"text", "cue"}:
            return text[value[0] : value[1]]
        return [joined(part, text) for part in value]
    return "" if value is None and key in {"text", "cue"} else value


def _texts(data: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts that were annotated, by their SHA-256."""
    articles = data / "fa_kes" / "articles.jsonl"
    files = [(articles, "text")] if articles.is_file() else []
    files += [(file, "text") for file in sorted((data / "re3d").glob("*/documents.jsonl"))]
    for file, key in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)[key]
            yield hashlib.sha256(text.encode()).hexdigest(), text
