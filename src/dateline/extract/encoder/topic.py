"""What a passage is about as a whole: a sub-event type, or something that is taken for an event."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from dateline.extract.encoder.labels import SUB_TYPES, TOPICS
from dateline.extract.encoder.reading import Reading
from dateline.extract.encoder.session import Array

WHOLE = 0.6  # what the passage as a whole weighs against its surest trigger
LEAST_TRIGGER = 0.15


def topics(reading: Reading) -> Array:
    """Return the probability of each of TOPICS: the whole passage's, and its triggers' where there are some."""
    found = reading.triggers(LEAST_TRIGGER)
    whole = reading.topics
    if not found:
        return whole
    main = max(found, key=lambda one: one.trigger)
    told = np.zeros_like(whole)
    told[: len(SUB_TYPES)] = main.sub_types
    share = (1 - WHOLE) * main.trigger
    return (1 - share) * whole + share * told


def topic_of(reading: Reading, without: Collection[str] = ()) -> str:
    """Return the likeliest of TOPICS but "none", and but those of `without`."""
    return likeliest(topics(reading), without)


def likeliest(scores: Array, without: Collection[str] = ()) -> str:
    """Return the topic of the highest score but "none", and but those of `without`."""
    allowed = [at for at, name in enumerate(TOPICS) if name != "none" and name not in without]
    return TOPICS[max(allowed, key=lambda at: float(scores[at]))]
