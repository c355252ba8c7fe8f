"""Who says what: placeholder until the real one lands."""
from __future__ import annotations
from collections.abc import Sequence
from msgspec import Struct
from dateline.extract.mentions import Mention
from dateline.extract.times import TimeMention


class Attribution(Struct, frozen=True, kw_only=True):
    """X."""
    speaker_first: int
    speaker_last: int
    name: tuple[int, int]
    title: tuple[int, int] | None
    organization: tuple[int, int] | None
    named: Mention | None
    antecedent: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[int, int]
    direct: bool
    channel: str | None
    time: TimeMention | None
    sentence: int
    kind: str


def attributions(findings: object, told: Sequence[object]) -> tuple[Attribution, ...]:
    """X."""
    return ()
