"""What a figure counts, in words for people: who or what, what became of them, over which span."""

from __future__ import annotations

from dateline.extract.document import Document
from dateline.extract.nominals import Nominal
from dateline.extract.tallies.tally import Page

LED = frozenset("since in over within during between this from for".split())  # words that a span may open with
STRETCHES = frozenset("past last first previous preceding final week month year day weeks months years days".split())
UNNAMED = frozenset("of the other more others - their his them".split())


def what(page: Page, nominal: Nominal, became: str, *, bare: str = "people") -> str:
    """Return "rebels killed since Sunday": the counted noun, what became of it, and the sentence's span."""
    parts = [noun(page.findings.document, nominal, bare), became]
    if page.scope is not None:
        parts.append(span(page))
    return " ".join(part for part in parts if part)


def noun(document: Document, nominal: Nominal, bare: str = "people") -> str:
    """Return the words of a counted noun phrase without its number, or a stand-in where it has no noun."""
    first = nominal.first
    if nominal.quantity is not None:
        first = max(first, nominal.quantity.last)
    while first < nominal.last and document.tokens[first].folded in UNNAMED:
        first += 1
    if first >= nominal.last:
        return bare
    return " ".join(document.words(first, nominal.last).split())


def span(page: Page) -> str:
    """Return the words of the sentence's span of time or war, led by a preposition."""
    scope = page.scope
    if scope is None:
        return ""
    words = " ".join(page.findings.document.words(scope.first, scope.last).split()).removesuffix(" of")
    opening = words.split(" ")[0]
    if opening.casefold() in LED | {"the", "a", "an", "its", "their"} or scope.kind == "period":
        words = words[:1].lower() + words[1:]
    if opening.casefold() in LED:
        return words
    return f"in the {words}" if opening in STRETCHES else f"in {words}"
