"""The three readers that every figure is told of: rules alone, the encoder alone, and both."""

from __future__ import annotations

import argparse
from functools import lru_cache
from typing import get_args

from dateline.ingest.read import read_text
from dateline.model.report import Report
from dateline.resolve.report import Reader, read_report

READERS: tuple[Reader, ...] = get_args(Reader)


def add_reader(parser: argparse.ArgumentParser) -> None:
    """Give a benchmark the option to say who reads."""
    parser.add_argument(
        "--reader", choices=READERS, default="both", help="who reads (default: both, as the program does)"
    )


@lru_cache(maxsize=4)
def ruled(text: str) -> Report:
    """Return what the rules alone read in a text."""
    return read_report(read_text(text), reader="rules")
