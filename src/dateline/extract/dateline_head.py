"""The filing line at the head of a report: where and when it was filed, by which agency, where the body begins."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dateline.extract.document import Document
from dateline.lexicon.gazetteer import open_gazetteer

DASHES = frozenset(("-", "--", "---", "–", "—", "―", "‒"))
MONTHS = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october"
    " nov november dec december".split()
)
WEEKDAYS = frozenset("mon monday tue tuesday wed wednesday thu thursday fri friday sat saturday sun sunday".split())
PARTICLES = frozenset("al el of the de la and au du des del ad as az ash an".split())
LABELS = frozenset(
    "breaking exclusive update updated analysis opinion watch video live urgent correction feature factbox explainer"
    " timeline report news alert photos interview editorial".split()
)
AGENCIES = frozenset(
    "aa afp ani ap apa app dpa efe ians ina irna kuna nna pti sana spa tass upi wafa xinhua reuters".split()
)
LINES_READ = 5
LONGEST = 24  # words before the dash


class FilingLine(Struct, frozen=True):
    """Token ranges of a filing line; `body` is the token at which the report itself begins."""

    first: int
    place: tuple[int, int]
    agency: tuple[int, int] | None
    date: tuple[int, int] | None
    body: int


def filing_line(document: Document) -> FilingLine | None:
    """Return the filing line ("ERBIL, Kurdistan Region -", "BEIRUT (Reuters) -"), or None.

    It stands at the head of one of the first lines. A headline with a dash in it ("Syria - Twenty dead") is none.
    """
    for first, last in _lines(document):
        found = _read(document, first, last)
        if found is not None:
            return found
    return None


def _lines(document: Document) -> Iterator[tuple[int, int]]:
    """Yield token ranges of the first lines."""
    text, tokens = document.source.text, document.tokens
    first = 0
    for _ in range(LINES_READ):
        if first >= len(tokens):
            return
        last = first + 1
        while last < len(tokens) and "\n" not in text[tokens[last - 1].end : tokens[last].start]:
            last += 1
        yield first, last
        first = last


def _read(document: Document, first: int, last: int) -> FilingLine | None:
    tokens = document.tokens
    agency: tuple[int, int] | None = None
    date: tuple[int, int] | None = None
    place_last = first
    i = first
    while i < min(last, first + LONGEST):
        token = tokens[i]
        if token.text in DASHES and _spaced(document, i):
            break
        if token.text == ":" and tokens[i - 1].text.isupper():
            break
        if token.text == "(":
            close = next((j for j in range(i + 1, min(i + 8, last)) if tokens[j].text == ")"), None)
            if close is None or close == i + 1:
                return None
            agency, i = (i + 1, close), close + 1
            continue
        if date is None and place_last > first and (token.folded in MONTHS or token.folded in WEEKDAYS):
            end = _date_end(document, i, last)
            date, i = (i, end), end
            continue
        if date is None and place_last > first and token.text.isdigit() and _next_is_month(document, i, last):
            end = _date_end(document, i, last)
            date, i = (i, end), end
            continue
        if agency is None and date is None and _placelike(token.text, token.folded):
            place_last = i + 1
        elif not (token.text in {",", "/", "-", ".", "&"} or agency or date):
            return None
        i += 1
    else:
        return None
    if i + 1 >= last or place_last == first:
        return None
    place_last, agency = _agency_after_comma(document, first, place_last, agency)
    line = FilingLine(first, (first, place_last), agency, date, i + 1)
    return line if _credible(document, line, last) else None


def _placelike(text: str, folded: str) -> bool:
    return text[0].isupper() or folded in PARTICLES or text in {"'s", "’s", "’S", "'S"}


def _spaced(document: Document, i: int) -> bool:
    """Tell whether a dash is no hyphen within a name: a space follows it."""
    end, text = document.tokens[i].end, document.source.text
    return document.tokens[i].text not in {"-", "‒"} or text[end : end + 1].isspace()


def _date_end(document: Document, i: int, last: int) -> int:
    """Return the token after the date words that begin at i."""
    tokens = document.tokens
    while i < last and (
        tokens[i].folded in MONTHS
        or tokens[i].folded in WEEKDAYS
        or tokens[i].text[0].isdigit()
        or tokens[i].text in {",", "."}
    ):
        i += 1
    return i


def _next_is_month(document: Document, i: int, last: int) -> bool:
    return i + 1 < last and document.tokens[i + 1].folded in MONTHS


def _agency_after_comma(
    document: Document, first: int, last: int, agency: tuple[int, int] | None
) -> tuple[int, tuple[int, int] | None]:
    """Tell an agency that stands behind the place without brackets ("DAMASCUS, SANA -") from the place."""
    tokens = document.tokens
    behind = last - first >= 3 and tokens[last - 2].text == "," and tokens[last - 1].folded in AGENCIES
    if agency is None and behind:
        return last - 2, (last - 1, last)
    return last, agency


def _credible(document: Document, line: FilingLine, last: int) -> bool:
    """Tell a filing line from a headline with a dash: by agency, date, or a known town and a whole sentence."""
    tokens = document.tokens
    head = tokens[line.place[0]]
    if head.folded in LABELS:
        return False
    known = _is_place(document, line)
    if not known:
        return line.agency is not None and head.text.isupper() and line.place[1] - line.place[0] <= 3
    marked = line.agency is not None or line.date is not None
    if tokens[line.body - 1].text == ":":
        return head.text.isupper() and last - line.body >= 6
    body_ends = any(tokens[i].text in {".", "!", "?"} for i in range(line.body, last)) and last - line.body >= 6
    return marked or body_ends


def _is_place(document: Document, line: FilingLine) -> bool:
    """Tell whether the words are all of them names in the gazetteer, one or several."""
    gazetteer = open_gazetteer()
    folded = [token.folded for token in document.tokens[line.place[0] : line.place[1]]]
    at, found = 0, False
    while at < len(folded):
        length = gazetteer.longest(folded, at)
        if length:
            at, found = at + length, True
        elif folded[at] in {",", "/", "and", "-", "."}:
            at += 1
        else:
            return found and at > 0 and "," in folded[:at]
    return found
