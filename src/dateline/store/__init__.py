"""Where reports and incidents are remembered: every revision, and every person's decision."""

from dateline.store.reader import Filter, Revision, Unsure
from dateline.store.store import Store, open_store
from dateline.store.writer import Added

__all__ = ["Added", "Filter", "Revision", "Store", "Unsure", "open_store"]
