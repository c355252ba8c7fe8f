"""From which score a value is given: set on the development parts of the corpora, never on their test parts.

Scores are the encoder's probabilities (0 to 1), to which is added what the rules bear out.
"""

TOLD = 0.45
"""An event: the probability that the report tells it."""
PAIRED = 0.25
"""The same where the rules tell two acts of one verb apart, each with its time and place ("respectively")."""
NAMED = 0.3
"""A trigger that counts as found by the encoder too."""
TIMED = 0.3
"""The time of an act."""
PLACED = 0.3
"""The place of an act."""
LISTED = 0.3
"""A neighbour in a list of places, for an act that struck each of them."""
PARTY = 0.4
"""A perpetrator or a target that the encoder marks."""
PARTY_RULED = 0.05
"""The same where the rules find it."""
SURE = 0.4
"""The confidence of a party that only the encoder marks, beside surer ones."""
ARMED = 0.45
"""A weapon."""
ARMED_RULED = 0.15
"""The same where the rules find it."""
COUNTED = 0.25
"""A row of a toll that the rules find, for an act of another sentence than theirs."""
COUNTED_ALONE = 0.5
"""A row of a toll that only the encoder marks."""
STANCE = 0.5
"""Somebody who claims, denies or blames."""
EVIDENT = 0.5
"""A passage that tells the event."""

RULED_BONUS = 0.2
"""What a time or a place gains that the rules choose too."""
VAGUER = 0.08
"""What a place loses for each step of precision."""
STATUS_RULED = 0.4
"""What a status gains that the rules choose too."""
SUB_TYPE_RULED = 0.3
"""What a sub-event type gains that the rules choose too."""
