"""The weights are those that their card speaks of, small enough, and told of in full."""

import hashlib
import json
import re
from importlib.resources import files

from dateline.extract.encoder.session import load_session
from dateline.resolve.confidence import KINDS, confidence, load_calibration
from dateline.resolve.told import FEATURES, load_weights, probability

FOLDER = files("dateline.extract.encoder") / "weights"
CARD = (FOLDER / "CARD.md").read_text(encoding="utf-8")
TOKENIZER = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


def test_the_card_names_the_digest_of_the_weights() -> None:
    found = hashlib.sha256((FOLDER / "encoder.onnx").read_bytes()).hexdigest()
    assert re.findall(r"\b[0-9a-f]{64}\b", CARD) == [found]


def test_the_weights_are_small() -> None:
    assert len((FOLDER / "encoder.onnx").read_bytes()) < 30_000_000


def test_the_tokenizer_is_the_one_that_training_starts_from() -> None:
    assert hashlib.sha256((FOLDER / "tokenizer.json").read_bytes()).hexdigest() == TOKENIZER


def test_the_card_says_what_must_be_said() -> None:
    for word in ("MUC-4", "FA-KES", "re3d", "event_location", "CC BY", "MIT", "Limits", "not trained on", "seed 1"):
        assert word in CARD, word
    assert "@" not in CARD


def test_the_session_is_loaded_once() -> None:
    assert load_session() is load_session()


def test_every_kind_of_value_is_calibrated() -> None:
    assert {name.split()[0] for name in load_calibration()} == set(KINDS)
    for kind in KINDS:
        for by in ("rules", "encoder", "both"):
            assert 0 < confidence(kind, by, 0.2) <= confidence(kind, by, 0.9) < 1


def test_every_feature_has_its_weight() -> None:
    assert len(load_weights()) == len(FEATURES) + 1
    assert 0 < probability([0.0] * len(FEATURES)) < 1
    assert json.loads((FOLDER / "told.json").read_text(encoding="utf-8"))
