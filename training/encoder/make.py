"""The whole way from corpora to the package's weights: `make model`, or `python -m training.encoder.make --data DIR`.

Fetches the start, trains, exports, calibrates, and prints the digest that belongs into the model card. What was done
already is not done again: a run that was broken off goes on from its last epoch.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training import calibrate
from training.encoder import export, start, train

FOLDER = Path("build/model")


def main() -> None:
    """Make the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder of public corpora")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where checkpoints are kept")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    weights = start.fetch(asked.out)
    common = ["--data", str(asked.data), "--out", str(asked.out), "--seed", str(asked.seed)]
    sys.argv = ["train", *common, "--start", str(weights)]
    train.main()
    sys.argv = ["export", str(asked.out / "final.weights")]
    export.main()
    sys.argv = ["calibrate", "--data", str(asked.data)]
    calibrate.main()


if __name__ == "__main__":
    main()
