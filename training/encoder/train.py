"""Train the encoder: `python -m training.encoder.train --data DIR --start MODEL.safetensors --out FOLDER`.

Four stages. The first learns from all corpora, the second has the public ones to the fore, the third this project's
own reports and snippets, the fourth once more its reports. Each keeps a checkpoint after every epoch in FOLDER, and a
run that was broken off goes on from the last one. The same seed and data give the same weights on one machine.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import torch
from msgspec import Struct
from msgspec.structs import replace
from torch import Tensor

from dateline.extract.encoder.shapes import SHAPES
from training.encoder import sources
from training.encoder.batches import Window, batches, cut
from training.encoder.example import Example
from training.encoder.loss import loss
from training.encoder.network import Encoder, pretrained
from training.encoder.recombine import names, recombined

ROOM = 2048  # word pieces in a batch
WARM = 0.06  # of the steps: the rate climbs from 0
KEPT = 0.998  # of the running average at each step
FADE = 0.9  # of the rate, for each layer further down


class Stage(Struct, frozen=True):
    """What one stage learns from: how often an epoch holds each source's windows, its epochs and rates."""

    name: str
    shares: dict[str, float]
    epochs: int
    rate: float
    head_rate: float


STAGES = (
    Stage(
        "broad",
        {"real": 0.7, "recombined": 0.5, "own": 2.0, "snippets": 1.0, "muc4": 0.6, "re3d": 2.0, "event_location": 0.35},
        epochs=5,
        rate=2e-4,
        head_rate=1e-3,
    ),
    Stage(
        "public",
        {"real": 0.5, "recombined": 0.5, "own": 1.0, "snippets": 0.7, "muc4": 1.0, "re3d": 2.0, "event_location": 0.6},
        epochs=3,
        rate=1.6e-4,
        head_rate=8e-4,
    ),
    Stage(
        "own",
        {"real": 0.7, "recombined": 0.4, "own": 2.0, "snippets": 1.5, "muc4": 0.5, "re3d": 1.5, "event_location": 0.3},
        epochs=6,
        rate=1.4e-4,
        head_rate=6e-4,
    ),
    Stage(
        "late",
        {"real": 0.5, "recombined": 0.3, "own": 2.0, "snippets": 1.0, "muc4": 0.3, "re3d": 1.0, "event_location": 0.15},
        epochs=3,
        rate=1e-4,
        head_rate=4e-4,
    ),
)


def examples(data: Path) -> Iterator[Example]:
    """Yield everything that may be trained on; each real article a second time with the names of others."""
    real = [sources.from_record(record, "real") for record in sources.real_reports(data, "train")]
    own = [sources.from_record(record, "own") for record in sources.own_reports("train")]
    snippets = list(sources.snippets())
    pool, chance = names([*own, *snippets]), random.Random(0)
    yield from (*real, *own, *snippets)
    yield from (recombined(example, pool, chance) for example in real)
    yield from sources.muc4(data)
    yield from (example for _, example in sources.re3d(data))
    yield from sources.event_location(data)


def pools(found: Iterable[Example]) -> dict[str, list[Window]]:
    """Return the windows of examples by their source."""
    made: dict[str, list[Window]] = {}
    for example in found:
        made.setdefault(example.source, []).extend(cut(example))
    return made


def epoch(pool: dict[str, list[Window]], shares: dict[str, float], chance: random.Random) -> list[Window]:
    """Return one epoch's windows: each source as often as its share says, a part of it chosen by chance."""
    chosen: list[Window] = []
    for source in sorted(pool):
        whole, part = divmod(shares[source], 1.0)
        chosen += pool[source] * int(whole)
        chosen += chance.sample(pool[source], round(part * len(pool[source])))
    return [_recased(window, chance) for window in chosen]


def _recased(window: Window, chance: random.Random) -> Window:
    """Return a window as it is, or, one in eight, as if all its words were lower or upper case."""
    shapes = {0.08: "lower", 0.12: "upper"}
    drawn = chance.random()
    name = next((name for below, name in shapes.items() if drawn < below), None)
    if name is None:
        return window
    cased = [SHAPES.index(s) for s in ("lower", "title", "upper", "mixed")]
    return replace(window, shapes=[SHAPES.index(name) if s in cased else s for s in window.shapes])


def groups(network: Encoder, stage: Stage) -> list[dict[str, Any]]:
    """Return parameter groups: heads learn fast, layers the slower the deeper they lie."""
    rates: dict[float, list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        top = name.split(".")[0]
        if top in {"spans", "acts", "topic", "asks", "answers", "rarity", "shapes"}:
            rate = stage.head_rate
        elif top == "layers":
            rate = stage.rate * FADE ** (len(network.layers) - 1 - int(name.split(".")[1]))
        else:
            rate = stage.rate * FADE ** len(network.layers)
        rates.setdefault(rate, []).append(parameter)
    return [{"params": found, "lr": rate, "peak": rate} for rate, found in rates.items()]


def train(network: Encoder, stage: Stage, pool: dict[str, list[Window]], folder: Path, seed: int) -> Encoder:
    """Return the running average of a network's weights after a stage; checkpoints lie in `folder`."""
    average = deepcopy(network)
    optimizer = torch.optim.AdamW(groups(network, stage), weight_decay=0.01)
    steps_each = sum(1 for _ in batches(epoch(pool, stage.shares, random.Random(seed)), ROOM, random.Random(seed)))
    total, done, first = steps_each * stage.epochs, 0, 0
    checkpoint = folder / f"{stage.name}.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(kept["network"])
        average.load_state_dict(kept["average"])
        optimizer.load_state_dict(kept["optimizer"])
        done, first = kept["done"], kept["epoch"]
    for number in range(first, stage.epochs):
        torch.manual_seed(seed * 1000 + number)
        chance = random.Random(seed * 1000 + number)
        started, seen, sums = time.monotonic(), 0, Counter[str]()
        network.train()
        for step, batch in enumerate(batches(epoch(pool, stage.shares, chance), ROOM, chance)):
            share = done / max(total, 1)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(share / WARM, max(0.02, (1 - share) / (1 - WARM)))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                parts = loss(network, batch)
            optimizer.zero_grad()
            torch.stack(list(parts.values())).sum().backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            done += 1
            keep = min(KEPT, done / (done + 50))
            with torch.no_grad():
                for mean, now in zip(average.parameters(), network.parameters(), strict=True):
                    mean.lerp_(now, 1 - keep)
            seen += int(batch.ids.count_nonzero())
            sums.update({name: float(value.detach()) for name, value in parts.items()})
            if step % 50 == 49:
                told = " ".join(f"{name} {value / (step + 1):.3f}" for name, value in sums.items())
                speed = seen / (time.monotonic() - started)
                at = f"{stage.name} epoch {number + 1}/{stage.epochs} step {step + 1}/{steps_each}"
                print(f"{at} {told} {speed:.0f} pieces/s", flush=True)
        state = {"network": network.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save(state | {"done": done, "epoch": number + 1}, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)
    return average


def main() -> None:
    """Train the stages one after the other; the weights are the mean of those of the last two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public corpora")
    parser.add_argument("--start", type=Path, required=True, help="MiniLM's model.safetensors")
    parser.add_argument("--out", type=Path, default=Path("build/model"), help="where checkpoints and weights are kept")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stage", choices=[stage.name for stage in STAGES], help="stop after this stage")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    pool = pools(examples(asked.data))
    print(json.dumps({name: len(found) for name, found in pool.items()}), flush=True)
    network = pretrained(asked.start)
    for stage in STAGES:
        network = train(network, stage, pool, asked.out, asked.seed)
        torch.save(network.state_dict(), asked.out / f"{stage.name}.weights")
        if asked.stage == stage.name:
            return
    ends = [torch.load(asked.out / f"{stage.name}.weights", weights_only=True) for stage in STAGES[-2:]]
    torch.save({name: (ends[0][name] + ends[1][name]) / 2 for name in ends[0]}, asked.out / "final.weights")


if __name__ == "__main__":
    main()
