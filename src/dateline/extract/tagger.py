"""Parts of speech (Universal Dependencies' UPOS) for the words of a sentence.

An averaged perceptron (Collins, EMNLP 2002, 1-8) that reads a sentence from left to right. Its weights
were trained on the English Web Treebank of Universal Dependencies (CC-BY-SA 4.0) and on made-up news
sentences of this project; see training/README.md.

The weights of one feature for all tags are the lanes of one whole number, so that adding numbers adds
vectors: a sentence is scored without a loop over tags.
"""

import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from dateline.errors import LexiconError

TAGS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
FORMAT = 1
LANE_BITS = 16
_LANES_BYTES = len(TAGS) * LANE_BITS // 8
_OFFSET = sum(1 << (LANE_BITS * lane + LANE_BITS - 1) for lane in range(len(TAGS)))
ROW_BYTES = _LANES_BYTES + 1
_CACHED_WORDS = 50_000

HARMED = frozenset(  # after an auxiliary these tell what was done, as verbs do: "was wounded"
    "wounded injured killed hurt damaged destroyed displaced detained kidnapped targeted besieged".split()
)

Shown = tuple[str, str, str]  # the name, class and shape of a word
Lexical = tuple[int, int, int, int, int, str, str, str]  # what it weighs as word, neighbours; and as shown


class Model(msgspec.Struct, frozen=True):
    """What training leaves: rows of weights by feature, the classes of known words and the sure words."""

    format: int
    features: list[str]
    rows: bytes
    classes: dict[str, str]  # lower-cased word -> the tags it was seen with, by their initials
    sure: dict[str, str]  # word as written -> its one tag
    participles: dict[str, int]  # weights of what tells a participle from a past tense


class Tagger:
    """Gives each word of a sentence one UPOS tag."""

    def __init__(self, model: Model) -> None:
        rows = memoryview(model.rows)
        self._weights = {
            feature: int.from_bytes(rows[i * ROW_BYTES : (i + 1) * ROW_BYTES], "little", signed=True)
            for i, feature in enumerate(model.features)
        }
        self._classes, self._sure = model.classes, model.sure
        self._lexical: dict[str, Lexical] = {}

    def tags(self, words: Sequence[str]) -> list[str]:
        """Return one UPOS tag for each word of a sentence."""
        weights = self._weights.get
        records = [self._record(word) for word in words]
        case = case_of(words)
        edge = _EDGE
        tags: list[str] = []
        before, before2 = "<", "<"
        for i, word in enumerate(words):
            tag = self._sure.get(word)
            if tag is None:
                own = records[i]
                left = records[i - 1] if i else edge
                right = records[i + 1] if i + 1 < len(words) else edge
                left2 = records[i - 2] if i > 1 else edge
                right2 = records[i + 2] if i + 2 < len(words) else edge
                total = _OFFSET + own[0] + left[1] + left2[2] + right[3] + right2[4]
                shown = (left[5:], own[5:], right[5:])
                for feature in context_features(shown, right2[6], (before, before2), case if i else case + "^"):
                    total += weights(feature, 0)
                lanes = memoryview(total.to_bytes(_LANES_BYTES, "little")).cast("H").tolist()
                tag = TAGS[lanes.index(max(lanes))]
                if tag == "ADJ" and _tells_what_was_done(own[5], before, before2, right[5]):
                    tag = "VERB"
                elif word == "IS" and case != "U":
                    tag = "PROPN"  # the Islamic State
            tags.append(tag)
            before, before2 = tag, before
        return tags

    def _record(self, word: str) -> Lexical:
        record = self._lexical.get(word)
        if record is None:
            lower = plain(word)
            name, kind = named(word, self._classes)
            parts = lexical_features(name, lower, kind)
            sums = [self._sum(part) for part in parts]
            record = (sums[0], sums[1], sums[2], sums[3], sums[4], name, kind, shape(word))
            if len(self._lexical) >= _CACHED_WORDS:
                self._lexical.clear()
            self._lexical[word] = record
        return record

    def _sum(self, features: Iterable[str]) -> int:
        return sum(self._weights.get(feature, 0) for feature in features)


NO_WORD: Shown = ("", "|", "|")
_EDGE: Lexical = (0, 0, 0, 0, 0, *NO_WORD)


def _tells_what_was_done(word: str, before: str, before2: str, following: str) -> bool:
    """Tell whether a participle that looks like an adjective is a verb: was wounded, the war ended."""
    if word in HARMED:
        return before == "AUX" or (before, before2) == ("CCONJ", "VERB")
    return word.endswith("ed") and (following == "by" or before in ("NOUN", "PROPN", "PRON"))


def lexical_features(name: str, lower: str, kind: str) -> tuple[list[str], ...]:
    """Return what a word says of itself and of the words one and two to its right and left.

    A word that training saw too seldom to know has its class for a name, so that its form decides.
    """
    end = lower[-3:]
    own = ["w" + name, "k" + kind, *("s" + lower[-n:] for n in range(1, 6)), *("p" + lower[:n] for n in (1, 2, 3))]
    own.append(f"l{min(len(lower), 4)}")
    return (
        own,
        ["<" + name, "<s" + end, "<k" + kind],
        ["{" + name, "{k" + kind],
        [">" + name, ">s" + end, ">k" + kind],
        ["}" + name, "}k" + kind],
    )


def context_features(
    words: tuple[Shown, Shown, Shown], right2_kind: str, tags: tuple[str, str], case: str
) -> tuple[str, ...]:
    """Return what a word's neighbours, left and right, and the two tags before it say of it."""
    (left_name, _, left_form), (word, kind, form), (right_name, right_kind, right_form) = words
    before, before2 = tags
    return (
        "t" + before,
        "T" + before2 + before,
        "x" + before + "_" + word,
        "y" + before + "_" + right_kind,
        "z" + before + "_" + kind,
        "Z" + before + "_" + kind + "_" + right_kind,
        "b" + left_name + "_" + word,
        "B" + word + "_" + right_name,
        "r" + kind + "_" + right_kind,
        "R" + right_kind + "_" + right2_kind,
        "c" + case + form,
        "C" + case + form + "_" + left_form + "_" + right_form,
        "K" + case + form + "_" + kind,
        "q" + before2 + "_" + before + "_" + kind,
    )


def plain(word: str) -> str:
    """Return a word in small letters, with typewriter quotes, and digits as one 0."""
    if word[0].isdigit():
        return "0" if word.isdigit() else "0."
    return word.lower().translate(_TYPEWRITER)


_TYPEWRITER = str.maketrans("’‘ʼ`´“”‑‐", "'''''\"\"--")


def shape(word: str) -> str:
    """Return how a word is written: a lower, A capitalised, AA all capitals, aA mixed, 0 digits, . a mark."""
    first = word[0]
    if first.isdigit():
        return "0"
    if not first.isalpha():
        return "."
    if word.islower():
        return "a"
    if word.isupper():
        return "AA" if len(word) > 1 else "A1"
    return "A" if first.isupper() and word[1:].islower() else "aA"


def case_of(words: Sequence[str]) -> str:
    """Return how a sentence is written: U in capitals, T as a title, l all lower, m mixed."""
    alphabetic = [word for word in words if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in alphabetic)
    if capitals == 0:
        return "l"
    if sum(word.isupper() for word in alphabetic) * 3 >= len(alphabetic) * 2 and len(alphabetic) > 2:
        return "U"
    return "T" if capitals * 3 >= len(alphabetic) * 2 and len(alphabetic) > 3 else "m"


def named(word: str, classes: dict[str, str]) -> tuple[str, str]:
    """Return the name by which features know a word, and its class: unknown words share their class's."""
    lower = plain(word)
    kind = classes.get(lower)
    return (lower, kind) if kind else (unknown_class(word),) * 2


def unknown_class(word: str) -> str:
    """Return the class of a word that training did not know, by its form and ending."""
    form = shape(word)
    if form in ("0", "."):
        return form
    ending = next((e for e in _ENDINGS if word.lower().endswith(e)), "")
    return "?" + ending


_ENDINGS = (
    "ing",
    "ed",
    "ly",
    "tion",
    "ness",
    "ment",
    "ity",
    "ous",
    "ive",
    "al",
    "able",
    "ful",
    "ers",
    "er",
    "ist",
    "s",
)


@cache
def load_tagger() -> Tagger:
    """Return the tagger of the package. Raises LexiconError if its weights cannot be read."""
    return Tagger(load_model())


@cache
def load_model() -> Model:
    """Return what training left in the package. Raises LexiconError if it cannot be read."""
    file = files("dateline.extract") / "tagger.weights"
    try:
        model = msgspec.msgpack.decode(zlib.decompress(file.read_bytes()), type=Model)
    except (OSError, zlib.error, msgspec.MsgspecError) as error:
        raise LexiconError(str(file), str(error)) from error
    if model.format != FORMAT:
        raise LexiconError(str(file), f"format {model.format}, expected {FORMAT}")
    return model
