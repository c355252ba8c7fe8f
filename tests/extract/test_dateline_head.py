"""Filing lines: which heads of a report are one, and where the body begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.dateline_head import filing_line
from dateline.extract.document import Document, Token
from dateline.extract.sentences import sentences
from dateline.lexicon.words import fold, word_spans
from dateline.model.report import Source


def a_document(text: str) -> Document:
    spans = list(word_spans(text))
    tokens = tuple(Token(a, b, text[a:b], fold(text[a:b]), "X", "") for a, b in spans)
    source = Source(
        id="1", uri=None, publisher=None, title=None, published_at=None, published_basis=None, language="en", text=text
    )
    return Document(source, tokens, sentences(text, spans))


BODY = "At least three people were killed when a shell hit a market, police said."
LINES = [
    # head                                     place                       agency      date
    ("ERBIL, Kurdistan Region - ", "ERBIL, Kurdistan Region", None, None),
    ("BEIRUT (Reuters) - ", "BEIRUT", "Reuters", None),
    ("KYIV, Ukraine, May 3 (AP) — ", "KYIV, Ukraine", "AP", "May 3"),
    ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine", "AP", None),
    ("Baghdad – ", "Baghdad", None, None),
    ("MOGADISHU, Feb 12 (Xinhua) -- ", "MOGADISHU", "Xinhua", "Feb 12"),
    ("MOGADISHU, Feb. 12 (Xinhua) -- ", "MOGADISHU", "Xinhua", "Feb. 12"),
    ("DAMASCUS, 4 June 2016 (SANA) - ", "DAMASCUS", "SANA", "4 June 2016"),
    ("BEIRUT: ", "BEIRUT", None, None),
    ("WASHINGTON/BAGHDAD (Reuters) - ", "WASHINGTON/BAGHDAD", "Reuters", None),
    ("PORT-AU-PRINCE, Haiti (AP) — ", "PORT-AU-PRINCE, Haiti", "AP", None),
    ("EL-FASHER, Sudan — ", "EL-FASHER, Sudan", None, None),
    ("DAMASCUS, SANA - ", "DAMASCUS", "SANA", None),
    ("Gaza City, Gaza Strip (AFP) – ", "Gaza City, Gaza Strip", "AFP", None),
    ("UMM AL-XARRA (Reuters) - ", None, None, None),
]


@pytest.mark.parametrize("title", ["", "Shell kills three at a market\n", "SHELL KILLS THREE\nBy A. Writer\n"])
@pytest.mark.parametrize(("head", "place", "agency", "date"), [line for line in LINES if line[1]])
def test_a_filing_line_is_read(head: str, place: str, agency: str | None, date: str | None, title: str) -> None:
    document = a_document(title + head + BODY)
    line = filing_line(document)
    assert line is not None
    assert document.words(*line.place) == place
    assert (document.words(*line.agency) if line.agency else None) == agency
    assert (document.words(*line.date) if line.date else None) == date
    assert document.source.text[document.tokens[line.body].start :] == BODY


NONE = [
    "Syria - Air strikes kill 20",
    "Iraq - Twenty dead in Baghdad blast\nThe blast hit a market in the east of the city.",
    "BREAKING - A blast was heard in the centre of Baghdad on Monday, police said.",
    "UPDATE 1 - A blast was heard in the centre of Baghdad on Monday, police said.",
    "A Syria-based group said on Monday that it had shot down a drone - the second this week.",
    "Iran-backed militias - among them the largest in Iraq - denied it.",
    "Police said on Monday: three people were killed in the town and ten were hurt.",
    "Three people died",
    "Baghdad",
    "Baghdad -",
    "Baghdad (",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_filing_line_is_not_read_as_one(text: str) -> None:
    assert filing_line(a_document(text)) is None


@given(st.text(alphabet="ABC abc,-—:()/\n.1", max_size=60))
def test_a_filing_line_lies_within_the_text(text: str) -> None:
    document = a_document(text)
    line = filing_line(document)
    if line is not None:
        assert 0 <= line.first == line.place[0] < line.place[1] <= line.body < len(document.tokens)
