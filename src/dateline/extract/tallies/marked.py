"""Figures that the encoder marks and no rule foresees."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.extract.encoder.labels import FIGURES
from dateline.extract.encoder.reading import Reading
from dateline.extract.nominals import Nominal
from dateline.extract.quantities import QuantityMention
from dateline.extract.tallies.tally import Page, Tally, make
from dateline.model.codes import FigureKind

LEAST = 0.4  # probability from which a number is a figure
REFUTED = -1.0  # under which a figure of the rules is none
WHAT = 8  # words of what is counted at most


def marked(page: Page, reading: Reading, taken: Collection[int]) -> Iterator[Tally]:
    """Yield a figure for each number of a sentence that the encoder takes for one; `taken` tokens have theirs."""
    sentence = page.told.sentence
    for number in page.findings.quantities:
        if not sentence.first <= number.first < sentence.last or taken_at(number, taken):
            continue
        score, kind = likeliest(reading, number.first, number.last)
        if score >= LEAST:
            nominal = _counted(page, number)
            yield make(page, kind, _what(page, number, nominal), number.quantity, nominal)


def likeliest(reading: Reading, first: int, last: int) -> tuple[float, FigureKind]:
    """Return how surely words [first, last) count a figure, and of which kind."""
    scores = [(float(reading.inside(f"figure:{kind}")[first:last].max()), kind) for kind in FIGURES]
    return max(scores)


def taken_at(number: QuantityMention, taken: Collection[int]) -> bool:
    """Tell whether a number shares a token with those taken."""
    return any(at in taken for at in range(number.first, number.last))


def _counted(page: Page, number: QuantityMention) -> Nominal:
    """Return the noun phrase that a number stands in, or the number alone."""
    nominals = [p.nominal for p in page.phrases if p.nominal is not None]
    inside = next((n for n in nominals if n.first <= number.number_first < n.last), None)
    return inside or Nominal(first=number.first, last=number.last, head=number.last - 1)


def _what(page: Page, number: QuantityMention, nominal: Nominal) -> str:
    """Return the words that are counted: the noun phrase without its number, and what follows it with "of"."""
    document = page.findings.document
    first, last = min(number.last, nominal.last), nominal.last
    if first >= last:
        return document.words(nominal.first, nominal.last)
    return document.words(first, min(last, first + WHAT))
