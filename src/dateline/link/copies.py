"""Near copies: which reports carry one text, under new headlines, cut, or with a changed number.

Candidates share fingerprints of their word 5-shingles, chosen by winnowing (Schleimer, Wilkerson and
Aiken, "Winnowing", SIGMOD 2003): texts with a run of 20 words in common share at least one, so cut
copies are found as surely as whole ones. Every candidate is confirmed on the shingles themselves.
"""

from zlib import crc32

from dateline.lexicon.words import fold, word_spans

SHINGLE = 5  # words
WINDOW = 16  # shingles of which one is kept
ALIKE = 0.8  # Jaccard similarity of whole texts
WITHIN = 0.85  # part of the shorter text that stands in the longer
CUT_TO = 0.2  # the shorter is at least this part of the longer
FEWEST = 12  # shingles; shorter texts are copies only when equal
MOST = 8000  # fingerprints of one text; of a longer one, the least
SHARED_FINGERPRINTS = 0.4  # of the shorter text's, before texts are compared

Shingles = frozenset[str]


def words(text: str) -> list[str]:
    """Return a text's folded words, punctuation left out."""
    folded = (fold(text[start:end]) for start, end in word_spans(text))
    return [word for word in folded if word[:1].isalnum()]


def _sequence(text: str) -> list[str]:
    found = words(text)
    if len(found) < SHINGLE:
        return [" ".join(found)] if found else []
    return [" ".join(found[i : i + SHINGLE]) for i in range(len(found) - SHINGLE + 1)]


def shingles(text: str) -> Shingles:
    """Return the runs of five words in a text; a shorter text is one run."""
    return frozenset(_sequence(text))


def fingerprints(text: str) -> frozenset[int]:
    """Return the kept 32-bit hashes of a text's shingles: the least in each window of sixteen."""
    hashes = [crc32(run.encode()) for run in _sequence(text)]
    if len(hashes) <= WINDOW:
        return frozenset({min(hashes)}) if hashes else frozenset()
    kept = {min(hashes[i : i + WINDOW]) for i in range(len(hashes) - WINDOW + 1)}
    return frozenset(kept if len(kept) <= MOST else sorted(kept)[:MOST])


def is_copy(one: Shingles, other: Shingles) -> bool:
    """Tell whether two texts are copies of one: alike as a whole, or the shorter cut from the longer."""
    if one == other:
        return bool(one)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < FEWEST:
        return False
    common = len(shorter & longer)
    if common >= ALIKE * (len(shorter) + len(longer) - common):
        return True
    return common >= WITHIN * len(shorter) and len(shorter) >= CUT_TO * len(longer)
