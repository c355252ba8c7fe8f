"""Write the trained encoder as the int8 ONNX file that the package reads.

Run `python -m training.encoder.export WEIGHTS`.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.encoder.network import Encoder

TARGET = Path(__file__).parents[2] / "src/dateline/extract/encoder/weights/encoder.onnx"


def export(network: Encoder, target: Path) -> str:
    """Write a network in int8 and return the SHA-256 of the file."""
    network.eval()
    given = (torch.randint(1000, 2000, (1, 12)), torch.ones(1, 12, dtype=torch.long), torch.arange(1, 9)[None])
    names = ["ids", "shapes", "firsts"]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network,
            given,
            str(whole),
            input_names=names,
            output_names=["spans", "acts", "asks", "answers", "topic"],
            dynamic_axes={"ids": {1: "pieces"}, "shapes": {1: "pieces"}, "firsts": {1: "words"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, target, weight_type=QuantType.QInt8)
    model = onnx.load(target)
    rarity = " ".join(f"{value:.6f}" for value in network.rarity.tolist())
    onnx.helper.set_model_props(model, {"rarity": rarity})
    onnx.save(model, target)
    return hashlib.sha256(target.read_bytes()).hexdigest()


def main() -> None:
    """Export the weights named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, help="a file of training.encoder.train")
    parser.add_argument("--target", type=Path, default=TARGET)
    asked = parser.parse_args()
    network = Encoder()
    network.load_state_dict(torch.load(asked.weights, weights_only=True))
    print(export(network, asked.target))


if __name__ == "__main__":
    main()
