"""Train the part-of-speech tagger: ``python -m training.tagger --data ../shared/data``."""

import argparse
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import msgspec

from dateline.extract.tagger import (
    FORMAT,
    LANE_BITS,
    NO_WORD,
    ROW_BYTES,
    TAGS,
    Model,
    Tagger,
    case_of,
    context_features,
    lexical_features,
    named,
    plain,
    shape,
)
from training.conllu import TaggedSentence, read_sentences
from training.newslines import newslines
from training.participles import examples, share_right, train_participles

OUT = Path("src/dateline/extract/tagger.weights")
_RUNS = 3  # over the sentences in different orders, averaged
WIDE = 64  # bits of a lane while training, where sums are weighted by time
_OFFSET = sum(1 << (WIDE * lane + WIDE - 1) for lane in range(len(TAGS)))
_UNIT = {tag: 1 << (WIDE * lane) for lane, tag in enumerate(TAGS)}
_INITIAL = dict(zip(TAGS, "JADXCTINMKRPUSYVZ", strict=True))


def main() -> None:
    """Read the treebank, train, write the weights and print the accuracy on the development part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--seed", type=int, default=20240121)
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    treebank = options.data / "ud_ewt"
    web = list(read_sentences(treebank / "en_ewt-train-rebuilt.conllu"))
    random = Random(options.seed)
    made = list(newslines(random, copies=20))
    base = [*web, *made]
    model = train([*base, *varied(base, random)], random, options.passes)
    participles = train_participles(list(examples([*web, *made])), random)
    model = msgspec.structs.replace(model, participles=participles)
    options.out.write_bytes(zlib.compress(msgspec.msgpack.encode(model), 9))
    held = list(read_sentences(treebank / "en_ewt-ud-dev.conllu"))
    print(f"tags right {accuracy(Tagger(model), held):.4f}, participles {share_right(participles, examples(held)):.4f}")
    print(f"{len(model.features)} + {len(participles)} features, {options.out.stat().st_size} bytes")


def varied(sentences: Iterable[TaggedSentence], random: Random) -> Iterator[TaggedSentence]:
    """Yield copies of part of the sentences as headlines, in capitals, in small letters, without commas."""
    for sentence in sentences:
        draw = random.random()
        if draw < 0.12:
            yield sentence._replace(words=tuple(word.lower() for word in sentence.words))
        elif draw < 0.24:
            yield sentence._replace(words=tuple(word.upper() for word in sentence.words))
        elif draw < 0.42:
            yield headline(sentence)
        elif draw < 0.55:
            keep = [i for i, word in enumerate(sentence.words) if word not in ',"“”']
            if keep:
                yield TaggedSentence(*(tuple(part[i] for i in keep) for part in sentence))


def headline(sentence: TaggedSentence) -> TaggedSentence:
    """Return the sentence with capitals on all but its small words, and no full stop."""
    words = tuple(
        word if tag in ("ADP", "DET", "CCONJ", "PART") and i else word[:1].upper() + word[1:]
        for i, (word, tag) in enumerate(zip(sentence.words, sentence.tags, strict=True))
    )
    end = -1 if len(words) > 1 and words[-1] == "." else len(words)
    return TaggedSentence(words[:end], sentence.tags[:end], sentence.fine[:end])


def train(sentences: list[TaggedSentence], random: Random, passes: int) -> Model:
    """Return the averaged weights after some passes over the sentences, in several orders."""
    classes, sure = known_words(sentences)
    runs = []
    for _ in range(_RUNS):
        learner = Learner(classes, sure)
        for _ in range(passes):
            random.shuffle(sentences)
            for sentence in sentences:
                learner.learn(sentence)
        runs.append(learner.averaged())
    features, rows = packed(mean(runs))
    return Model(FORMAT, features, rows, classes, sure, {})


def known_words(sentences: list[TaggedSentence]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the classes of words seen twice or more, and the words that have one tag almost always."""
    by_lower: dict[str, Counter[str]] = defaultdict(Counter)
    by_word: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, tag in zip(sentence.words, sentence.tags, strict=True):
            by_lower[plain(word)][tag] += 1
            by_word[word][tag] += 1
    classes = {}
    for word, counts in sorted(by_lower.items()):
        total = counts.total()
        if total >= 3:
            classes[word] = "".join(sorted(_INITIAL[tag] for tag, n in counts.items() if n >= 0.06 * total))
    sure = {}
    for word, counts in sorted(by_word.items()):
        tag, n = counts.most_common(1)[0]
        if n >= 30 and n >= 0.997 * counts.total():
            sure[word] = tag
    return classes, sure


Record = tuple[tuple[list[str], ...], str, str]  # features of a word, its name and its class


class Learner:
    """A perceptron whose weights for all tags are the lanes of one whole number for each feature."""

    def __init__(self, classes: dict[str, str], sure: dict[str, str]) -> None:
        self.classes, self.sure = classes, sure
        self.weights: dict[str, int] = {}
        self.weighted: dict[str, int] = {}  # each change times the step at which it was made
        self.step = 1
        self._lexical: dict[str, Record] = {}

    def learn(self, sentence: TaggedSentence) -> None:
        """Tag one sentence, from left to right, and mend the weights wherever the tag is wrong."""
        words = sentence.words
        records = [self._record(word) for word in words]
        trios = [(record[1], record[2], shape(word)) for word, record in zip(words, records, strict=True)]
        edge: Record = ([], [], [], [], []), "", "|"
        case = case_of(words)
        before, before2 = "<", "<"
        for i, word in enumerate(words):
            tag = self.sure.get(word)
            if tag is None:
                features = [
                    *records[i][0][0],
                    *(records[i - 1] if i else edge)[0][1],
                    *(records[i - 2] if i > 1 else edge)[0][2],
                    *(records[i + 1] if i + 1 < len(words) else edge)[0][3],
                    *(records[i + 2] if i + 2 < len(words) else edge)[0][4],
                    *context_features(
                        (trios[i - 1] if i else NO_WORD, trios[i], trios[i + 1] if i + 1 < len(words) else NO_WORD),
                        trios[i + 2][1] if i + 2 < len(words) else "|",
                        (before, before2),
                        case if i else case + "^",
                    ),
                ]
                tag = self._best(features)
                gold = sentence.tags[i]
                if tag != gold and gold in _UNIT:
                    self._mend(features, _UNIT[gold] - _UNIT[tag])
                self.step += 1
            before, before2 = tag, before

    def _record(self, word: str) -> Record:
        record = self._lexical.get(word)
        if record is None:
            name, kind = named(word, self.classes)
            record = self._lexical[word] = lexical_features(name, plain(word), kind), name, kind
        return record

    def _best(self, features: list[str]) -> str:
        weights = self.weights.get
        total = _OFFSET
        for feature in features:
            total += weights(feature, 0)
        lanes = memoryview(total.to_bytes(len(TAGS) * 8, "little")).cast("Q").tolist()
        return TAGS[lanes.index(max(lanes))]

    def _mend(self, features: list[str], change: int) -> None:
        for feature in features:
            self.weights[feature] = self.weights.get(feature, 0) + change
            self.weighted[feature] = self.weighted.get(feature, 0) + change * self.step

    def averaged(self) -> dict[str, list[float]]:
        """Return each feature's weights by tag, averaged over all steps."""
        return {
            feature: [
                now - late / self.step
                for now, late in zip(lanes_of(total), lanes_of(self.weighted[feature]), strict=True)
            ]
            for feature, total in self.weights.items()
        }


def mean(runs: list[dict[str, list[float]]]) -> dict[str, list[float]]:
    """Return the mean of several runs' weights: what one order of the sentences taught by chance falls away."""
    none = [0.0] * len(TAGS)
    return {
        feature: [sum(lane) / len(runs) for lane in zip(*(run.get(feature, none) for run in runs), strict=True)]
        for feature in set().union(*runs)
    }


def lanes_of(number: int) -> list[int]:
    """Return the signed lanes of a wide number."""
    lanes = memoryview((number + _OFFSET).to_bytes(len(TAGS) * 8, "little")).cast("Q").tolist()
    return [lane - (1 << (WIDE - 1)) for lane in lanes]


def packed(weights: dict[str, list[float]]) -> tuple[list[str], bytes]:
    """Return the features worth keeping and their rows, scaled so that no sum can overflow a lane."""
    heaviest: dict[str, float] = defaultdict(float)
    for feature, row in weights.items():
        heaviest[feature[:1]] = max(heaviest[feature[:1]], *map(abs, row))
    # a family of features may speak several times for one word: five endings, three beginnings
    times = {"s": 5, "p": 3, "<": 3, ">": 3, "{": 2, "}": 2}
    bound = sum(weight * times.get(family, 1) for family, weight in heaviest.items())
    scale = ((1 << (LANE_BITS - 1)) - 100) / bound
    features, rows = [], bytearray()
    for feature in sorted(weights):
        lanes = [round(weight * scale) for weight in weights[feature]]
        if max(map(abs, lanes)) < max(2, scale * 0.25):
            continue
        number = sum(weight << (LANE_BITS * lane) for lane, weight in enumerate(lanes))
        features.append(feature)
        rows += number.to_bytes(ROW_BYTES, "little", signed=True)
    return features, bytes(rows)


def accuracy(tagger: Tagger, sentences: list[TaggedSentence]) -> float:
    """Return the share of words that get their gold tag."""
    right = total = 0
    for sentence in sentences:
        right += sum(map(str.__eq__, tagger.tags(sentence.words), sentence.tags))
        total += len(sentence.words)
    return right / total


if __name__ == "__main__":
    main()
