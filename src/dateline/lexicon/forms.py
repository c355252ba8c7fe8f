"""The written forms of a lexicon's nouns: singular, plural, letter case, and the company they do not keep."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from dateline.lexicon.words import is_key, phrase_key

VOWELS = "aeiou"
REACH = 8  # how many words and marks to either side can matter: more than the longest phrase has
DESIGNATION = re.compile(r"(?i)[a-z]+[-‑]?\d")


class Forms(NamedTuple):
    """One noun: its singular, or None for a noun without one, and its plurals."""

    singular: str | None
    plurals: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every form, the singular first."""
        return self.plurals if self.singular is None else (self.singular, *self.plurals)

    @property
    def name(self) -> str:
        """The form to cite the noun by."""
        return self.all[0]


class Exclusion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A form that means something else next to certain words: "mine" after "coal", "Mexico" after "New"."""

    form: str
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()  # sentences in which the form stands
    rejects: tuple[str, ...] = ()  # sentences in which it does not

    def allows(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Tell whether the folded words around the form leave it standing; hyphens do not count.

        `before` ends and `after` begins next to the form. It falls where `before` ends with one of the
        phrases in `unless_before`, or `after` begins with one in `unless_after`.
        """
        left = tuple(word for word in before[-REACH:] if is_key(word))
        right = tuple(word for word in after[:REACH] if is_key(word))
        return not (
            any(left[-len(key) :] == key for key in _keys(self.unless_before))
            or any(right[: len(key)] == key for key in _keys(self.unless_after))
        )


def read_forms(written: str) -> Forms:
    """Read a noun as lexicons write it.

    "villager" has the regular plural; "man/men" its own; "policeman/policemen/cops" several; "/people"
    has no singular and "crowd/" no plural.
    """
    if "/" not in written:
        return Forms(written, (plural(written),))
    singular, *plurals = (form.strip() for form in written.split("/"))
    return Forms(singular or None, tuple(form for form in plurals if form))


def plural(phrase: str) -> str:
    """Return the regular English plural of a noun phrase, made on its last word."""
    if phrase.endswith(("s", "x", "z", "ch", "sh")):
        return phrase + "es"
    if phrase.endswith("y") and phrase[-2:-1].lower() not in VOWELS:
        return phrase[:-1] + "ies"
    if phrase.endswith("man"):
        return phrase[:-3] + "men"
    return phrase + "s"


def as_written(surface: str, written: str) -> bool:
    """Tell whether words of a text have a phrase's capitals: "US" is not "us", nor "Turkey" "turkey".

    Full stops and spacing do not count ("U.S."), and a text in capitals throughout may have them all.
    """
    plain = _unpointed(surface)
    wanted = _unpointed(written)
    return plain in (wanted, wanted.upper())


def as_spaced(surface: str, written: str) -> bool:
    """Tell whether words of a text stand as close as in a designation: "A-10" or "A10", never "a 10".

    Phrases without a letter that leads to a digit are free.
    """
    return not DESIGNATION.search(written) or len(surface.split()) == len(written.split())


def _unpointed(words: str) -> str:
    return " ".join(words.replace(".", "").split())


@cache
def _keys(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(key for key in map(phrase_key, phrases) if key)
