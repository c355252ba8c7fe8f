"""The encoder as torch sees it: MiniLM's six layers, a learned case shape for each word piece, and the heads."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dateline.extract.encoder.labels import ROLES, SPANS, STATUSES, SUB_TYPES, TOPICS
from dateline.extract.encoder.shapes import SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
PAIR_WIDTH = 40
"""Numbers by which a trigger and a word are compared, for each role."""
HIDDEN = 256
DROPPED = 0.1


class Dropout(nn.Module):
    """Dropout of the same numbers in every piece of a text: as good a brake here, and ten times as fast to draw."""

    def forward(self, x: Tensor) -> Tensor:
        """Return `x`, a tenth of its numbers 0 and the others raised to make up for it, while training."""
        if not self.training:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= DROPPED).to(x.dtype) / (1 - DROPPED)


class Layer(nn.Module):
    """One layer of BERT (Devlin and others 2019): attention, then two linear maps, each with its residual and norm."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.joined = nn.Linear(WIDTH, WIDTH)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm, self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout()

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's output; `mask` is added to the attention scores."""
        batch, length, _ = x.shape
        parts = (batch, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        q, k, v = (part(x).view(parts).transpose(1, 2) for part in (self.query, self.key, self.value))
        if self.training:
            seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype), dropout_p=0.0)
        else:  # the same, in steps that ONNX has
            seen = (q @ k.transpose(-1, -2) / math.sqrt(WIDTH // ATTENTION_HEADS) + mask).softmax(-1) @ v
        x = self.norm(x + self.dropout(self.joined(seen.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.last_norm(x + self.dropout(self.narrow(functional.gelu(self.wide(x)))))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """The transformer and its heads. `forward` gives per-word outputs; `pairs` scores words against triggers."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), Dropout()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.spans = nn.Linear(WIDTH, 3 * len(SPANS))
        self.acts = _head(len(SUB_TYPES) + len(STATUSES))
        self.topic = _head(len(TOPICS))
        self.asks, self.answers = (_head(len(ROLES) * PAIR_WIDTH) for _ in range(2))
        self.rarity = nn.Parameter(torch.full((len(ROLES),), -4.0))

    def forward(self, ids: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Return spans, acts, asks and answers by word, and topics by text.

        `ids` and `shapes` are [texts, pieces], 0 where a text has ended; `firsts` [texts, words] the first piece of
        each word.
        """
        here = ids != 0
        mask = (1.0 - here[:, None, None, :].float()) * -1e4
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.kind + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        whole = (x * here[:, :, None]).sum(1) / here.sum(1, keepdim=True)
        w = x.gather(1, firsts[:, :, None].expand(-1, -1, WIDTH))
        return self.spans(w), self.acts(w), self.asks(w), self.answers(w), self.topic(whole)

    def pairs(self, asks: Tensor, answers: Tensor) -> Tensor:
        """Return the logits [triggers, roles, words] of each word to each trigger; one text's asks and answers."""
        q = asks.view(-1, len(ROLES), PAIR_WIDTH)
        k = answers.view(-1, len(ROLES), PAIR_WIDTH)
        return torch.einsum("trd,wrd->trw", q, k) / math.sqrt(PAIR_WIDTH) + self.rarity[None, :, None]


def _head(size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, size))


def pretrained(model: Path) -> Encoder:
    """Return an encoder whose transformer starts from MiniLM's weights (a safetensors file)."""
    given = load_file(model)
    given = {name.removeprefix("bert.").removeprefix("0.auto_model."): value for name, value in given.items()}
    made = Encoder()
    made.words.weight.requires_grad_(requires_grad=False)  # words that no training text holds stay where they are
    made.positions.weight.requires_grad_(requires_grad=False)
    state: dict[str, Any] = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"],
        "kind": given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "joined": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "last_norm": "output.LayerNorm",
    }
    for at in range(LAYERS):
        for ours, theirs in names.items():
            for kind in ("weight", "bias"):
                state[f"layers.{at}.{ours}.{kind}"] = given[f"encoder.layer.{at}.{theirs}.{kind}"]
    missing, unexpected = made.load_state_dict(state, strict=False)
    heads = ("shapes", "spans", "acts", "topic", "asks", "answers", "rarity")
    if unexpected or any(not name.startswith(heads) for name in missing):
        raise ValueError(f"these weights are not MiniLM's: {missing[:3]} missing, {unexpected[:3]} unknown")
    return made
