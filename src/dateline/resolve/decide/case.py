"""One event under decision, and the words around what the encoder marks."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dateline.extract.document import Document
from dateline.extract.encoder.reading import Asked, Run
from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.nominals import Nominal
from dateline.model.values import ReadBy, Span
from dateline.resolve.context import Setting
from dateline.resolve.decide import least
from dateline.resolve.ties import Tie


class Page(Struct, frozen=True):
    """What the events of one report are decided from: `read` are its sentences by index."""

    findings: Findings
    read: Mapping[int, Told]
    setting: Setting

    @property
    def document(self) -> Document:
        """The report."""
        return self.findings.document

    def nominal_at(self, run: Run) -> Nominal | None:
        """Return the noun phrase that most of a run lies in, or None."""
        told = self.read.get(self.document.sentence_of(run.last - 1).index)
        phrases = [p for p in told.phrases if p.nominal is not None] if told is not None else []
        shared = [(min(p.chunk.last, run.last) - max(p.chunk.first, run.first), p.nominal) for p in phrases]
        return max((pair for pair in shared if pair[0] > 0), key=lambda pair: pair[0], default=(0, None))[1]

    def clause(self, token: int) -> Span:
        """Return the sentence around a word, without its filing line and its closing marks."""
        sentence = self.document.sentence_of(token)
        line = self.findings.filing_line
        body = line.body if line is not None else 0
        first = max(sentence.first, body) if body < sentence.last else sentence.first
        last = sentence.last
        while last - 1 > first and not self.document.tokens[last - 1].text[-1].isalnum():
            last -= 1
        return self.document.span(first, last)


class Case(Struct, frozen=True):
    """A tie that is told as an event with a probability of `likely`; `lede` tells that it is the report's first."""

    page: Page
    tie: Tie
    likely: float
    lede: bool

    @property
    def main(self) -> Asked:
        """The surest trigger."""
        return self.tie.asked[0]

    def by(self) -> ReadBy:
        """Return who finds the event."""
        if not self.tie.acts:
            return "encoder"
        return "both" if self.main.trigger >= least.NAMED else "rules"


def read_by(*, ruled: bool, marked: bool) -> ReadBy:
    """Return who reads a value that the rules find or not, and the encoder marks or not."""
    if ruled:
        return "both" if marked else "rules"
    return "encoder"
