"""Quality and speed of the analysis of text: ``python -m bench.tagger [--data ../shared/data]``."""

import argparse
import json
import os
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter

from dateline.extract.analyse import analyse
from dateline.extract.chunks import chunks
from dateline.extract.lemmas import lemma
from dateline.extract.participles import is_participle
from dateline.extract.sentences import sentences
from dateline.extract.tagger import load_tagger
from dateline.lexicon.words import fold, word_spans
from dateline.model.report import Source
from training.conllu import TaggedSentence, read_sentences
from training.participles import lone_past_forms
from training.tagger import accuracy


def main() -> None:
    """Print the figures as JSON, or say that there is nothing to measure with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("DATELINE_DATA", "../shared/data")))
    data = parser.parse_args().data
    treebank, articles = data / "ud_ewt" / "en_ewt-ud-dev.conllu", data / "fa_kes" / "articles.jsonl"
    if not (treebank.exists() and articles.exists()):
        print(f"skipped: no {treebank} or no {articles}")
        return
    speeds = speed(articles)  # first, while the weights are not loaded yet
    print(json.dumps({"quality": quality(treebank), "speed": speeds}, indent=2))


def quality(treebank: Path) -> dict[str, object]:
    """Return the share of words tagged as in the treebank's part, of verbs decided so, and the worst mistakes."""
    held = list(read_sentences(treebank))
    tagger = load_tagger()
    upper = [sentence._replace(words=tuple(map(str.upper, sentence.words))) for sentence in held]
    found = [
        is_participle(tokens, i, 0, len(tokens)) == gold
        for sentence in held
        for tokens, i, gold in lone_past_forms(sentence)
    ]
    return {
        "corpus": treebank.name,
        "corpus_sha256": sha256(treebank.read_bytes()).hexdigest(),
        "words": sum(len(sentence.words) for sentence in held),
        "tags_right": round(accuracy(tagger, held), 4),
        "tags_right_in_capitals": round(accuracy(tagger, upper), 4),
        "participles_right": round(sum(found) / len(found), 4),
        "mistakes": mistakes(held),
    }


def mistakes(held: list[TaggedSentence]) -> dict[str, int]:
    """Return the ten commonest mistakes, "gold given" to their number."""
    tagger = load_tagger()
    pairs = Counter(
        f"{gold} {given}"
        for sentence in held
        for gold, given in zip(sentence.tags, tagger.tags(sentence.words), strict=True)
        if gold != given
    )
    return dict(pairs.most_common(10))


def speed(articles: Path) -> dict[str, object]:
    """Return tokens per second of each stage and of all together: the median pass, on one core."""
    texts = [json.loads(line)["text"] for line in articles.read_text(encoding="utf-8").splitlines()]
    began = perf_counter()
    load_tagger()
    load_s = perf_counter() - began
    documents = [analyse(_source(text)) for text in texts]
    total = sum(len(document.tokens) for document in documents)
    spans = [list(word_spans(text)) for text in texts]
    split = [[[t.text for t in d.tokens[s.first : s.last]] for s in d.sentences] for d in documents]
    stages: dict[str, Callable[[], object]] = {
        "words": lambda: [list(word_spans(text)) for text in texts],
        "sentences": lambda: [sentences(text, found) for text, found in zip(texts, spans, strict=True)],
        "tags": lambda: [[load_tagger().tags(words) for words in parts] for parts in split],
        "lemmas": lambda: [[lemma(fold(t.text), t.tag) for t in d.tokens] for d in documents],
        "analyse": lambda: [analyse(_source(text)) for text in texts],
        "chunks": lambda: [[chunks(d, s) for s in d.sentences] for d in documents],
    }
    return {
        "corpus": articles.name,
        "corpus_sha256": sha256(articles.read_bytes()).hexdigest(),
        "tokens": total,
        "load_s": round(load_s, 3),
        "tokens_per_s": {name: round(total / _seconds(stage)) for name, stage in stages.items()},
    }


def _source(text: str) -> Source:
    return Source(
        id="",
        uri=None,
        publisher=None,
        title=None,
        published_at=None,
        published_basis=None,
        language="en",
        text=text,
    )


def _seconds(stage: Callable[[], object], passes: int = 3) -> float:
    found = []
    for _ in range(passes):
        began = perf_counter()
        stage()
        found.append(perf_counter() - began)
    return median(found)


if __name__ == "__main__":
    main()
