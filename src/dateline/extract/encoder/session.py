"""The encoder's weights loaded, and one window of words read with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
import onnxruntime as ort
from msgspec import Struct

from dateline.errors import WeightsError
from dateline.extract.encoder.labels import ROLES, SPANS, STATUSES, SUB_TYPES
from dateline.extract.encoder.pieces import numbered, pieces
from dateline.extract.encoder.windows import Window, windows

Array = np.ndarray
OUTPUTS = ("spans", "acts", "asks", "answers", "topic")


class Read(Struct, frozen=True):
    """What the network gives for one window, by word of the window."""

    window: Window
    words: list[int]  # the words of the report that were read
    spans: Array  # [words, SPANS, 3] logits of outside, begin, inside
    acts: Array  # [words, SUB_TYPES + STATUSES] logits
    asks: Array  # [words, ROLES, width]
    answers: Array  # [words, ROLES, width]
    topic: Array  # [TOPICS] logits


@lru_cache(maxsize=1)
def load_session() -> tuple[ort.InferenceSession, Array]:
    """Return the network and the rarity of each role. One thread: reports are read side by side by processes.

    Raises WeightsError where the package has no weights.
    """
    file = files("dateline.extract.encoder") / "weights" / "encoder.onnx"
    if not file.is_file():
        raise WeightsError(str(file))
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(file) as path:
        session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    kept = session.get_modelmeta().custom_metadata_map
    return session, np.array([float(value) for value in kept["rarity"].split()], dtype=np.float32)


def read_windows(words: Sequence[str], sentences: Sequence[tuple[int, int]]) -> list[Read]:
    """Return what the network gives for each window of a report's words."""
    cut = pieces(words)
    return [_read(window, words, cut) for window in windows([len(p) for p in cut], sentences)]


def _read(window: Window, words: Sequence[str], cut: Sequence[Sequence[int]]) -> Read:
    chosen = window.words()
    given = dict(zip(("ids", "shapes", "firsts"), numbered(chosen, words, cut), strict=True))
    session, _ = load_session()
    out = session.run(OUTPUTS, {name: np.array([values], dtype=np.int64) for name, values in given.items()})
    spans, acts, asks, answers, topic = (array[0] for array in out)
    n = len(chosen)
    width = asks.shape[-1] // len(ROLES)
    if spans.shape != (n, 3 * len(SPANS)) or acts.shape[-1] != len(SUB_TYPES) + len(STATUSES):
        raise WeightsError("encoder.onnx")
    by_role = (n, len(ROLES), width)
    return Read(
        window, chosen, spans.reshape(n, len(SPANS), 3), acts, asks.reshape(by_role), answers.reshape(by_role), topic
    )
