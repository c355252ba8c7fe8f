"""How far a long run has come: a bar on the terminal once it takes over a second, else nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from dateline.cli.terminal import complain, one_line

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

AFTER_S: Final = 1.0
EVERY_S: Final = 0.1
HEAD_BYTES: Final = 4096
GZIP: Final = b"\x1f\x8b"
ONE_REPORT: Final = frozenset({"text", "html", "eml", "empty", "binary", "xml"})


class Meter:
    """A count of reports done that draws itself: rate, and the time left where the total is known."""

    def __init__(self, total: int | None) -> None:
        self._total, self._done, self._begun = total, 0, time.monotonic()
        self._drawn = self._begun
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self) -> None:
        """Count one more, and draw if it is time to."""
        self._done += 1
        now = time.monotonic()
        if not self._shown or now - self._begun < AFTER_S or now - self._drawn < EVERY_S:
            return
        self._drawn = now
        if self._bar is None:
            self._bar = self._start()
        if self._task is not None:
            total = max(self._total, self._done) if self._total is not None else None
            rate = self._done / (now - self._begun)
            self._bar.update(self._task, completed=self._done, total=total, rate=f"{rate:,.0f}/s", refresh=True)

    def complain(self, message: object) -> None:
        """Write one line to standard error, above the bar."""
        if self._bar is None:
            complain(message)
        else:
            self._bar.console.print(one_line(str(message)), markup=False, highlight=False, soft_wrap=True)

    def _start(self) -> Progress:
        from rich.console import Console  # noqa: PLC0415 - most runs need no bar
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        columns = [TextColumn("reports"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}")]
        left = [] if self._total is None else [TextColumn("left"), TimeRemainingColumn()]
        bar = Progress(*columns, *left, console=Console(stderr=True), auto_refresh=False, transient=True)
        self._task = bar.add_task("reports", total=self._total, rate="")
        bar.start()
        return bar


def expected(paths: Sequence[str]) -> int | None:
    """Return how many reports the files hold, or None where that cannot be told without reading them."""
    from dateline.errors import UnreadableError  # noqa: PLC0415
    from dateline.ingest.files import files_under  # noqa: PLC0415

    total = 0
    for path in paths:
        if path == "-" or "://" in path:
            return None
        for file in files_under(Path(path)):
            count = 1 if isinstance(file, UnreadableError) else _reports_in(file)
            if count is None:
                return None
            total += count
    return total


def _reports_in(file: Path) -> int | None:
    """Return 1 for a file of one report, the lines of JSON Lines, None for what holds unknown numbers."""
    from dateline.ingest.sniff import sniff  # noqa: PLC0415

    if not file.is_file():
        return None
    try:
        with file.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            if head.startswith(GZIP):
                return None
            kind = sniff(head)
            if kind in ONE_REPORT:
                return 1
            if kind != "json" or not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") or b'"messages"' in head:
                return None
            stream.seek(0)
            return sum(1 for line in stream if not line.isspace())
    except OSError:
        return 1
