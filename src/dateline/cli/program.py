"""How the person at the terminal calls this program, for commands that they are to paste."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAME = "dateline"


def program() -> str:
    """Return "dateline" where the shell finds it so, else the path from here to the one that is running."""
    running = Path(sys.argv[0])
    if running.name != NAME or shutil.which(NAME) is not None:
        return NAME
    beside = os.path.relpath(running)
    return str(running) if beside.startswith("..") else beside
