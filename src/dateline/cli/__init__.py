"""The command line: one file per command, loaded when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dateline import __version__
from dateline.cli.commands import COMMANDS, EPILOGUE
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from cyclopts import App

OK, UNREADABLE, WRONG_USAGE, FAULT, STOPPED = 0, 1, 2, 70, 130
DEBUG: Final = "--debug"


class UsageError(DatelineError):
    """A command was called in a way that it cannot be."""


def main() -> None:
    """Run the command that the arguments name, and exit with its status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit status: 0 done, 1 some input unreadable, 2 wrong usage, 70 a fault of ours."""
    debug = DEBUG in arguments or os.environ.get("DATELINE_DEBUG", "") not in {"", "0"}
    try:
        status = _call([word for word in arguments if word != DEBUG])
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return OK
    except KeyboardInterrupt:
        _complain("stopped")
        return STOPPED
    except UsageError as error:
        _complain(error)
        return WRONG_USAGE
    except DatelineError as error:
        if debug:
            raise
        _complain(error)
        return UNREADABLE
    except Exception as error:
        if debug:
            raise
        _complain(
            f"Dateline failed unexpectedly ({type(error).__name__}: {error}); "
            f"please report it with what `{DEBUG}` prints besides"
        )
        return FAULT
    return status


def make_app() -> App:
    """Return the commands with their help; each is loaded when it is called."""
    from cyclopts import App  # noqa: PLC0415 - `import dateline.cli` alone stays light

    app = App(
        name="dateline",
        help="News reports of armed conflict and political violence into sourced incidents.",
        version=__version__,
        help_format="plaintext",
        help_epilogue=EPILOGUE,
    )
    app["--help"].group = app["--version"].group = "Options"
    for name, command in COMMANDS.items():
        app.command(
            f"dateline.cli.{name}:{name}",
            name=name,
            help=command.summary,
            usage=f"Usage: dateline {name} {command.usage}",
            help_format="plaintext",
            help_epilogue=command.epilogue,
        )
    return app


def _call(arguments: Sequence[str]) -> int:
    from cyclopts import CycloptsError  # noqa: PLC0415

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    try:
        status = make_app()(arguments, exit_on_error=False, print_error=False, result_action="return_value")
    except CycloptsError as error:
        command = next((word for word in arguments if word in COMMANDS), None)
        told = " ".join(str(error).split())
        raise UsageError(f"{told} See: dateline {f'{command} ' if command else ''}--help") from error
    return status if isinstance(status, int) else OK


def _complain(message: object) -> None:
    from dateline.cli.terminal import complain  # noqa: PLC0415

    complain(f"dateline: {message}")


def _forget_output() -> None:
    """Let go of a reader that has gone away, so that nothing is said about it on exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
