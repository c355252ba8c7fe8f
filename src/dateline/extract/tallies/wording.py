"""What a figure counts, in words for people: who or what, what became of them, over which span."""

from __future__ import annotations

from dateline.extract.document import Document
from dateline.extract.nominals import Nominal
from dateline.extract.tallies.tally import Page


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
    while first < nominal.last and document.tokens[first].folded in {"of", "the", "other", "more", "others", "-", "their", "his", "them"}:
        first += 1
    if first >= nominal.last:
        return bare
    return " ".join(document.words(first, nominal.last).split())


def span(page: Page) -> str:
    """Return the words of the sentence's span of time or war, led by a preposition."""
    scope = page.scope
    if scope is None:
        return ""
    words = " ".join(page.findings.document.words(scope.first, scope.last).split())
    opening = words.split(" ")[0].casefold()
    if scope.kind == "since" or opening in {"in", "over", "within", "during", "between", "so", "this", "from", "since", "for"}:
        return words[:1].lower() + words[1:] if opening in {"since", "in", "over", "within", "during", "between", "so", "this", "from", "for"} else words
    article = "" if opening in {"the", "a", "an", "its", "their"} or words[:1].isupper() else "the "
    if scope.kind == "period" and (opening.isdigit() or opening not in {"past", "last", "first", "recent", "previous"}):
        article = ""
    return f"in {article}{words}"
