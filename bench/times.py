"""Times: how many tabled expressions are found and resolved, against dateutil and dateparser, and how fast.

Run `python -m bench.times [--json]`. The table is that of the tests, which its digest names; the other two are given
the bare words and the publication date, and are right if their date is the start of the expected interval.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

from dateline.extract.times import time_expressions
from dateline.resolve.anchor import Anchor
from dateline.resolve.times import resolve_time
from tests.extract.plain import plain
from tests.resolve import time_cases
from tests.resolve.time_cases import IN_AUGUST, IN_BAGHDAD, PAST, SUNDAY, Case

PASSES = 5
TABLES: list[tuple[list[Case], str, str | None]] = [
    (PAST, SUNDAY, None),
    (IN_AUGUST, "2016-08-10", None),
    (IN_BAGHDAD, SUNDAY, "Asia/Baghdad"),
]
Reader = Callable[[str, datetime], datetime | None]


def main() -> None:
    """Print the measurements, as JSON if asked."""
    found = measure()
    if "--json" in sys.argv[1:]:
        print(json.dumps(found))
    else:
        for key, value in found.items():
            print(f"{key}: {value}")


def measure() -> dict[str, object]:
    """Return the share of the table that each reader gets right, and tokens per second for finding."""
    resolvable = [(case, day, zone) for table, day, zone in TABLES for case in table if case[1] is not None]
    found: dict[str, object] = {
        "table_sha256": hashlib.sha256(Path(time_cases.__file__).read_bytes()).hexdigest(),
        "expressions": len(resolvable),
        "dateline": _share([_own(case, day, zone) for case, day, zone in resolvable]),
    }
    for name, reader in _others():
        found[name] = _share([_other(reader, case, day) for case, day, _ in resolvable])
    return found | {"tokens_per_s": round(tokens_per_s())}


def _share(right: list[bool]) -> float:
    return round(sum(right) / len(right), 4)


def _own(case: Case, day: str, zone: str | None) -> bool:
    words = _words(case[0])
    document = plain(case[0].replace("[", "").replace("]", ""))
    mentions = {document.words(m.first, m.last): m for m in time_expressions(document)}
    if words not in mentions:
        return False
    anchor = Anchor(date=date.fromisoformat(day), basis="given")
    resolved = resolve_time(document, mentions[words], anchor, zone=zone)
    return (resolved.start, resolved.end, resolved.precision, resolved.basis) == case[1:]


def _words(marked: str) -> str:
    match = re.search(r"\[(.*)\]", marked)
    return match[1] if match else ""


def _others() -> list[tuple[str, Reader]]:
    """Return the libraries that are installed, as functions from words and publication to a moment."""
    readers: list[tuple[str, Reader]] = []
    for name, make in (("dateutil", _dateutil), ("dateparser", _dateparser)):
        try:
            readers.append((name, make()))
        except ImportError:
            continue
    return readers


def _dateutil() -> Reader:
    parser = import_module("dateutil.parser")

    def read(words: str, published: datetime) -> datetime | None:
        found: datetime = parser.parse(words, default=published, fuzzy=True, dayfirst=True)
        return found

    return read


def _dateparser() -> Reader:
    library = import_module("dateparser")

    def read(words: str, published: datetime) -> datetime | None:
        settings = {"RELATIVE_BASE": published, "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
        found: datetime | None = library.parse(words, languages=["en"], settings=settings)
        return found

    return read


def _other(reader: Reader, case: Case, day: str) -> bool:
    published = datetime.fromisoformat(day).replace(tzinfo=UTC).replace(tzinfo=None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = reader(_words(case[0]), published)
        except (ValueError, OverflowError, TypeError):
            return False
    start = case[1] or ""
    return found is not None and found.replace(tzinfo=None).isoformat()[: min(len(start), 16)] == start[:16]


def tokens_per_s() -> float:
    """Return tokens read per second on one core: the best of several passes over the table's sentences."""
    document = plain("\n".join(case[0] for table, _, _ in TABLES for case in table) * 5)
    passes_s = []
    for _ in range(PASSES):
        began = time.perf_counter()
        time_expressions(document)
        passes_s.append(time.perf_counter() - began)
    return len(document.tokens) / min(passes_s)


if __name__ == "__main__":
    main()
