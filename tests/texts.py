"""Texts read as far as a test needs: a source, its document, what its sentences tell, its record."""

from dateline.extract.analyse import analyse
from dateline.extract.document import Document
from dateline.extract.findings import Findings
from dateline.extract.frame import Frame, Told
from dateline.extract.frames import told
from dateline.model.report import Report, Source
from dateline.resolve.report import read_report


def a_source(text: str, published: str | None = None, language: str = "en") -> Source:
    """Return a text as a source of one fixed id, published on a day if one is given."""
    return Source(
        id="0",
        uri=None,
        publisher=None,
        title=None,
        published_at=published,
        published_basis="given" if published else None,
        language=language,
        text=text,
    )


def a_document(text: str) -> Document:
    """Return a text cut into sentences and tagged words."""
    return analyse(a_source(text))


def the_findings(text: str) -> Findings:
    """Return what a text's words name."""
    return Findings(a_document(text))


def read(text: str) -> tuple[Findings, list[Told]]:
    """Return a text's findings and what each of its sentences tells."""
    findings = the_findings(text)
    return findings, [told(findings, sentence) for sentence in findings.document.sentences]


def told_of(text: str) -> Told:
    """Return what a text of one sentence tells."""
    _, [one] = read(text)
    return one


def frames_of(text: str) -> list[Frame]:
    """Return the frames of all sentences of a text, in order."""
    return [frame for one in read(text)[1] for frame in one.frames]


def a_report(text: str, published: str | None = "2024-03-10") -> Report:
    """Return what the rules alone read in a text, published on a day if one is given."""
    return read_report(a_source(text, published), reader="rules")
