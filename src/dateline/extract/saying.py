"""One clause of saying, as a sentence tells it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Shape = Literal["before", "after", "shared", "by", "phrase"]


class Saying(Struct, frozen=True, kw_only=True):
    """A cue at tokens [cue_first, cue_last) with its speaker's tokens and the tokens around it that belong to it.

    `shape` tells where the content is: `before` the speaker ("..., X said"), `after` the cue, `shared` after
    a cue that has its speaker from the one before ("adding that"), `phrase` for "according to X".
    `content` are the tokens of the content as far as the sentence holds it; [clause_first, clause_last) all
    that tells who speaks, when, how.
    """

    cue_first: int
    cue_last: int
    cue_class: str
    shape: Shape
    speaker: tuple[int, int, int] | None  # first, last, end of its first noun phrase
    content: tuple[int, int]
    clause_first: int
    clause_last: int
