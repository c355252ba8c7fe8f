"""The headline of a plain text, if its first line is one."""

import pytest

from dateline.ingest.headline import headline_of
from tests.ingest.samples import NEWS, SECOND

HEAD = "Bomb kills three police officers in Kunduz"

WRAPPED = """\
A roadside bomb killed three police officers in the northern city of Kunduz
late on Monday, the governor said, and no group has claimed the attack so far.
"""

CASES = [
    (f"{HEAD}\n{NEWS}", HEAD),
    (f"\n\n{HEAD}  \n\n{NEWS}", HEAD),
    (f"“{HEAD}”\n{NEWS}", f"“{HEAD}”"),
    (f"{HEAD}\n\nA roadside bomb killed three\npolice officers in Kunduz on\nMonday, the governor said.", HEAD),
    (f"{HEAD}\n\n{NEWS}\n\n{SECOND}", HEAD),
    (f"{HEAD}?\n{NEWS}", f"{HEAD}?"),
]
NONE = [
    NEWS,
    HEAD,
    f"{HEAD}.\n{NEWS}",
    f"{HEAD}:\n{NEWS}",
    f"{NEWS}\n{SECOND}",
    f"By Nadia Rahimi and staff\n{NEWS}",
    f"Kunduz\n{NEWS}",
    f"{HEAD}\n\nShort.",
    f"{'Word ' * 40}end\n{NEWS * 3}",
    WRAPPED,
    f"{HEAD}\nwith the words of the governor, who said that on Monday {NEWS}",
    "",
]


@pytest.mark.parametrize(("text", "headline"), CASES)
def test_takes_a_short_first_line_over_a_longer_paragraph(text: str, headline: str) -> None:
    assert headline_of(text) == headline


@pytest.mark.parametrize("text", NONE)
def test_takes_no_other_first_line(text: str) -> None:
    assert headline_of(text) is None
