"""How far the encoder's answers are from an annotation's."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from dateline.extract.encoder.labels import SPANS, SUB_TYPES
from training.encoder.batches import IGNORED, Batch
from training.encoder.network import Encoder

SHARE = {"spans": 1.0, "roles": 1.0, "sub_type": 0.7, "status": 0.5, "topic": 0.5}
"""What each part weighs; chosen so that none of them outweighs the others tenfold on the first batches."""
PER_WINDOW = 0.1


def loss(network: Encoder, batch: Batch) -> dict[str, Tensor]:
    """Return each part's loss on a batch, weighed; a part without annotation in the batch is missing."""
    spans, acts, asks, answers, topic = network(batch.ids, batch.shapes, batch.firsts)
    parts: dict[str, list[Tensor]] = {name: [] for name in SHARE}
    for at, window in enumerate(batch.windows):
        n = len(window.firsts)
        logits = spans[at, :n].float().view(n, len(SPANS), 3)
        told = functional.cross_entropy(
            logits.reshape(-1, 3), window.spans.long().view(-1), ignore_index=IGNORED, reduction="sum"
        )
        parts["spans"].append(told * PER_WINDOW)
        if window.topic != IGNORED:
            parts["topic"].append(functional.cross_entropy(topic[at : at + 1].float(), torch.tensor([window.topic])))
        for query in window.queries:
            act = acts[at, query.words].float().mean(0, keepdim=True)
            if query.sub_type != IGNORED:
                parts["sub_type"].append(
                    functional.cross_entropy(act[:, : len(SUB_TYPES)], torch.tensor([query.sub_type]))
                )
            if query.status != IGNORED:
                parts["status"].append(functional.cross_entropy(act[:, len(SUB_TYPES) :], torch.tensor([query.status])))
        if window.queries:
            asked = torch.stack([asks[at, query.words].mean(0) for query in window.queries]).float()
            scores = network.pairs(asked, answers[at, :n].float())
            wanted = torch.stack([query.roles for query in window.queries])
            missed = functional.binary_cross_entropy_with_logits(
                scores, wanted.clamp(min=0).float(), weight=(wanted >= 0).float(), reduction="sum"
            )
            parts["roles"].append(missed * PER_WINDOW)
    counts = {"spans": len(batch.windows), "roles": len(batch.windows)}
    return {
        name: SHARE[name] * torch.stack(values).sum() / counts.get(name, len(values))
        for name, values in parts.items()
        if values
    }
