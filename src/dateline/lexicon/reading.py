"""Lexicon files as typed values: head checked, layout checked, errors that name the file."""

import tomllib
from importlib.resources import files
from typing import TypeVar

import msgspec

from dateline.errors import LexiconError

FORMAT = 1
LICENCE = "CC0-1.0"


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every lexicon file says of itself; a file's own layout adds its lists of entries."""

    format: int
    version: str
    source: str
    licence: str


Layout = TypeVar("Layout", bound=Head)


def read_lexicon(name: str, layout: type[Layout], language: str = "en") -> Layout:
    """Read one of a language's lexicon files by its name without ending.

    Raises LexiconError, naming the file, if it is missing, is not TOML, or is not of this layout.
    """
    file = files("dateline.lexicon") / language / f"{name}.toml"
    try:
        return parse_lexicon(f"{language}/{name}.toml", file.read_text(encoding="utf-8"), layout)
    except OSError as error:
        raise LexiconError(str(file), "cannot be read") from error


def parse_lexicon(file: str, text: str, layout: type[Layout]) -> Layout:
    """Read the text of a lexicon file; errors name the file as given."""
    try:
        lexicon = msgspec.convert(tomllib.loads(text), layout)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(file, f"is not TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise LexiconError(file, str(error)) from error
    if lexicon.format != FORMAT:
        raise LexiconError(file, f"format {lexicon.format}, expected {FORMAT}")
    return lexicon
