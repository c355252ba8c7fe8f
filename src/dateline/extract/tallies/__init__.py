"""Numbers that are no event: tallies of attacks and of the dead, force levels, the displaced, crowds, things."""

from dateline.extract.tallies.read import is_tally, tallies
from dateline.extract.tallies.tally import Tally

__all__ = ["Tally", "is_tally", "tallies"]
