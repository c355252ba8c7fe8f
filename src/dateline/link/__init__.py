"""Which events of which reports are one incident: near copies, candidates, judgements, clusters."""

from dateline.link.batch import link_events
from dateline.link.score import Judgement, judge
from dateline.link.told import Told, event_key, told_by

__all__ = ["Judgement", "Told", "event_key", "judge", "link_events", "told_by"]
