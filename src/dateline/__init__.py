"""Dateline: news reports of armed conflict and political violence into sourced incidents.

>>> import dateline
>>> report = dateline.extract("A bomb killed three people in Kabul on Monday.", published="2021-05-04")
>>> report.events[0].event_type
'Explosions/Remote violence'
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.errors import UnreadableError
    from dateline.model.report import Report

__all__ = ["__version__", "extract", "extract_all"]
__version__ = "0.2.0"


def extract(
    text: str,
    *,
    published: str | None = None,
    uri: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Report:
    """Return what one text says, with the words behind every value; `published` is a date or RFC 3339.

    Raises UnreadableError if the text is empty or too long.
    """
    from dateline import pipeline  # noqa: PLC0415 - the lexicons load with the first report, not with the package

    return pipeline.extract(text, published=published, uri=uri, title=title, publisher=publisher)


def extract_all(
    paths: Iterable[str], *, published: str | None = None, workers: int | None = None
) -> Iterator[Report | UnreadableError]:
    """Yield a report for everything that can be read under files and folders, and an error for what cannot.

    Outcomes come in order. `published` is the date of reports that carry none; `workers` the number of
    processes, by default one for each core.
    """
    from dateline import pipeline  # noqa: PLC0415

    return pipeline.extract_all(paths, published=published, workers=workers)


class _Callable(ModuleType):
    """The subpackage `dateline.extract`, which can also be called: it bears the name of the function."""

    __call__ = staticmethod(extract)


class _Package(ModuleType):
    """This package: importing the subpackage `extract` does not take the function's name away."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "extract" and isinstance(value, ModuleType):
            value.__class__ = _Callable
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
