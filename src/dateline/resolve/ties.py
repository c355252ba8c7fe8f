"""Which triggers of the encoder and which acts of the rules tell of one and the same event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct, field

from dateline.extract.encoder.labels import SUB_TYPES
from dateline.extract.encoder.reading import Asked, Reading
from dateline.extract.encoder.session import Array
from dateline.extract.tolls import Toll
from dateline.model.codes import EVENT_TYPE
from dateline.resolve.acts import Act

LEAST_TRIGGER = 0.12  # probability from which words are looked at as a trigger
SAME = 0.5  # from which one trigger's words tell of another's event
SAME_SORT = 0.3  # the same where both are of one event type
SUPPORTED = 0.4  # from which an act of the rules is told by the evidence of an event of the encoder
STANDING = 0.7  # from which a trigger stands by itself though the rules count it to another event
MEMBERS = 3  # of a tie that are asked for its arguments


class Tie(Struct):
    """What tells of one event: triggers as the encoder reads them, surest first, acts of the rules, and toll rows."""

    asked: list[Asked]
    acts: list[Act] = field(default_factory=list)
    rows: list[Toll] = field(default_factory=list)
    known: dict[tuple[str, int], Array] = field(default_factory=dict)  # roles by the number of triggers asked

    def role(self, name: str) -> Array:
        """Return the probability of each word to be in a role of the event: what its surest triggers say."""
        key = (name, len(self.asked))
        if key not in self.known:
            share = [one for one in self.asked[:MEMBERS] if one.trigger >= 0.5 * self.asked[0].trigger]
            self.known[key] = np.max([one.role(name) for one in share], axis=0)
        return self.known[key]

    def score_evidence(self, first: int, last: int) -> float:
        """Return the mean probability of words [first, last) to stand in a passage that tells the event."""
        return float(self.role("evidence")[first:last].mean())

    def sub_types(self) -> Array:
        """Return the probability of each of SUB_TYPES, its triggers weighed by how sure they are."""
        return self._mean([one.sub_types for one in self.asked])

    def statuses(self) -> Array:
        """Return the probability of each of STATUSES, its triggers weighed by how sure they are."""
        return self._mean([one.statuses for one in self.asked])

    def _mean(self, values: Sequence[Array]) -> Array:
        weights = np.array([one.trigger + 0.01 for one in self.asked])
        return (np.array(values) * weights[:, None]).sum(0) / weights.sum()  # type: ignore[no-any-return]


def ties(reading: Reading, asked: Sequence[Asked], groups: Sequence[tuple[Sequence[Act], Sequence[Toll]]]) -> list[Tie]:
    """Return the events that triggers of the encoder and groups of the rules together may mean, in text order."""
    made: list[Tie] = []
    for one in sorted(asked, key=lambda a: -a.trigger):
        fit = [(fits, tie) for tie in made if (fits := _fit(tie.asked[0], one)) > 0]
        if fit:
            max(fit, key=lambda pair: pair[0])[1].asked.append(one)
        else:
            made.append(Tie([one]))
    for group, told in groups:
        _place(reading, made, group, told)
    return sorted(made, key=lambda tie: tie.asked[0].first)


def _fit(main: Asked, other: Asked) -> float:
    """Return by how much two triggers tell of one event more than need be, or a number below 0."""
    there = float(main.role("evidence")[other.first : other.last].mean())
    back = float(other.role("evidence")[main.first : main.last].mean())
    same = max(main.score("same", other.first, other.last), other.score("same", main.first, main.last))
    sorts = (EVENT_TYPE[SUB_TYPES[int(one.sub_types.argmax())]] for one in (main, other))
    least = SAME_SORT if len(set(sorts)) == 1 else SAME
    return max((there + back) / 2, same) - least


def _place(reading: Reading, made: list[Tie], group: Sequence[Act], rows: Sequence[Toll]) -> None:
    """Give the acts and rows of a group of the rules to the ties that they belong to, else make a tie of them."""
    homes: dict[int, list[Act]] = {}
    lonely: list[Act] = []
    for act in group:
        home = _home(made, act)
        if home is None:
            lonely.append(act)
        else:
            homes.setdefault(home, []).append(act)
    if not homes:
        asked = [reading.ask(act.frame.first, act.frame.trigger.last) for act in group]
        made.append(Tie(sorted(asked, key=lambda a: -a.trigger), list(group), list(rows)))
        return
    best = max(homes, key=lambda at: (made[at].asked[0].trigger, len(homes[at])))
    for at, acts in sorted(homes.items(), reverse=True):
        doubtful = made[at].asked[0].trigger < STANDING or all(_is_outcome(act) for act in acts)
        weak = at != best and doubtful and not made[at].acts
        made[best if weak else at].acts += acts
        if weak:
            made[best].asked += made[at].asked
            made[at].asked = []
    made[best].acts += lonely
    made[best].rows += rows
    made[best].acts.sort(key=lambda act: act.frame.first)
    made[:] = [tie for tie in made if tie.asked]


def _is_outcome(act: Act) -> bool:
    """Tell whether a frame only tells what came of an act: weapons shot down or fallen."""
    return act.frame.intercepted is not None or act.frame.impacted is not None


def _home(made: Sequence[Tie], act: Act) -> int | None:
    first, last = act.frame.first, act.frame.trigger.last
    for at, tie in enumerate(made):
        if any(one.first < last and first < one.last for one in tie.asked):
            return at
    scores = [float(tie.role("evidence")[first:last].mean()) * min(1.0, 2 * tie.asked[0].trigger) for tie in made]
    at = int(np.argmax(scores)) if scores else -1
    return at if scores and scores[at] >= SUPPORTED else None
