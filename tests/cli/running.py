"""Running the command line as a person does, and reports of our own to run it on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

SCHEMA = next(Path(__file__).parents[2].parent.glob("*/contract/interchange.schema.json"), None)
NEWS = (
    "KABUL, May 4 - A bomb killed three people in Kabul on Monday, police said.\n"
    "At least five others were wounded. No group claimed responsibility.\n"
)
OTHER = "Gunmen attacked a village near Maiduguri on Tuesday and killed at least nine people, residents said.\n"
ESCAPES = "\x1b[31mred\x1b]0;title\x07 \u202eevil\u202c \x9b2J"


def call(
    *arguments: str | Path,
    stdin: str | bytes = b"",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, output captured and no terminal attached."""
    unset = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "DATELINE_DEBUG", "DATELINE_DB", "TERM"}
    clean = {name: value for name, value in os.environ.items() if name not in unset}
    done = subprocess.run(
        [sys.executable, "-m", "dateline", *map(str, arguments)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        env={**clean, **(env or {})},
        cwd=cwd,
        timeout=120,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def is_harmless(printed: str) -> bool:
    """Tell whether text holds nothing that steers a terminal."""
    overrides = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return not any((c < " " and c != "\n") or "\x7f" <= c < "\xa0" or c in overrides for c in printed)
