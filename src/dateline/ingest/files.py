"""The files that paths name: files themselves, and folders walked in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from dateline.errors import UnreadableError


def files_under(path: Path) -> Iterator[Path | UnreadableError]:
    """Yield a file itself, or the files of a folder sorted by path, hidden ones and links to folders left out.

    What is no file (a pipe, a device) is read only where it is named itself, since it may never end.
    """
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        yield UnreadableError(str(path), None, why(error))
        return
    if is_folder:
        yield from _walk(path)
    else:
        yield path


def why(error: OSError | ValueError) -> str:
    """Return the reason for an error of the file system in words for people."""
    match error:
        case FileNotFoundError():
            return "no such file or folder; check the path"
        case PermissionError():
            return "permission denied; make it readable for your user"
        case OSError():
            return f"cannot be read ({error.strerror or error})"
        case _:
            return "not a possible path (it holds a NUL byte or characters that no file name can have)"


def _walk(folder: Path) -> Iterator[Path | UnreadableError]:
    found = False
    for outcome in _entries(folder):
        found = True
        yield outcome
    if not found:
        yield UnreadableError(str(folder), None, "the folder holds no files (hidden ones are not read)")


def _entries(folder: Path) -> Iterator[Path | UnreadableError]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted((entry.name, entry) for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        yield UnreadableError(str(folder), None, why(error))
        return
    for name, entry in listed:
        path = folder / name
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield UnreadableError(str(path), None, why(error))
            continue
        if stat.S_ISDIR(mode):
            if not entry.is_symlink():
                yield from _entries(path)
        elif stat.S_ISREG(mode):
            yield path
        else:
            yield UnreadableError(str(path), None, "not a file but a pipe, socket or device; name it itself to read it")
