"""Train what tells a participle from a past tense, on a treebank's verbs that have no auxiliary."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from random import Random

from dateline.extract.document import Token
from dateline.extract.lemmas import lemma
from dateline.extract.participles import participle_features
from dateline.extract.verb_phrases import WH_WORDS, form
from dateline.lexicon.words import fold
from training.conllu import TaggedSentence

Example = tuple[list[str], bool]
_SCALE = 16
_RUNS = 5


def lone_past_forms(sentence: TaggedSentence) -> Iterator[tuple[list[Token], int, bool]]:
    """Yield (tokens, place, whether it is a participle: VBN, not VBD) for past forms without an auxiliary."""
    tokens = [
        Token(0, 0, word, fold(word), tag, lemma(fold(word), tag))
        for word, tag in zip(sentence.words, sentence.tags, strict=True)
    ]
    for i, fine in enumerate(sentence.fine):
        if fine in ("VBD", "VBN") and tokens[i].tag == "VERB" and form(tokens[i]) == "past" and _is_lone(tokens, i):
            yield tokens, i, fine == "VBN"


def examples(sentences: Iterable[TaggedSentence]) -> Iterator[Example]:
    """Yield the features of each lone past form and whether it is a participle."""
    for sentence in sentences:
        for tokens, i, gold in lone_past_forms(sentence):
            yield participle_features(tokens, i, 0, len(tokens)), gold


def _is_lone(tokens: list[Token], i: int) -> bool:
    before = i - 1
    while before >= 0 and (tokens[before].tag == "ADV" and tokens[before].folded not in WH_WORDS):
        before -= 1
    return before < 0 or tokens[before].tag not in ("AUX", "PART")


def train_participles(found: list[Example], random: Random, passes: int = 10) -> dict[str, int]:
    """Return the weights of a perceptron, averaged over steps and over runs; above 0 is a participle."""
    total: dict[str, float] = defaultdict(float)
    for _ in range(_RUNS):
        for feature, weight in _averaged(found, random, passes).items():
            total[feature] += weight / _RUNS
    scaled = {feature: round(weight * _SCALE) for feature, weight in sorted(total.items())}
    return {feature: weight for feature, weight in scaled.items() if abs(weight) >= _SCALE // 4}


def _averaged(found: list[Example], random: Random, passes: int) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    weighted: dict[str, float] = defaultdict(float)
    step = 1
    for _ in range(passes):
        random.shuffle(found)
        for features, is_participle in found:
            said = sum(weights[feature] for feature in features) > 0
            if said != is_participle:
                change = 1.0 if is_participle else -1.0
                for feature in features:
                    weights[feature] += change
                    weighted[feature] += change * step
            step += 1
    return {feature: weight - weighted[feature] / step for feature, weight in weights.items()}


def share_right(weights: dict[str, int], found: Iterable[Example]) -> float:
    """Return the share of examples that the weights decide as the treebank does."""
    right = [(sum(weights.get(f, 0) for f in features) > 0) == gold for features, gold in found]
    return sum(right) / len(right)
