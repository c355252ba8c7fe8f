"""What speaks for or against two events being one: points and the words that explain them."""

from typing import NamedTuple


class Clue(NamedTuple):
    """Evidence in the manner of Fellegi and Sunter (J. Am. Stat. Assoc. 64, 1969): added log-odds.

    `points` above 0 speak for one incident, below 0 against it; `detail` is for people.
    """

    points: float
    detail: str
