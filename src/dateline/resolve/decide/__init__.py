"""The one place that decides between rules and encoder: which events there are, and what is told of each.

Every value keeps who read it (`read_by`) and how sure it is (`confidence`). Rules give names, numbers, dates and
places; the encoder says which of them belong to which act; where both speak, their scores are added.
"""

from dateline.resolve.decide.parties import completed
from dateline.resolve.decide.verdict import decided

__all__ = ["completed", "decided"]
