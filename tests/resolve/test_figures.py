"""Figures of whole reports: places as codes, times resolved, speakers, and one figure for one count told twice."""

from dateline.ingest.read import read_text
from dateline.model.report import Figure
from dateline.resolve.report import read_report


def figures(text: str) -> tuple[Figure, ...]:
    return read_report(read_text(text)).figures


def test_a_war_toll_has_its_country_its_beginning_and_its_words() -> None:
    [figure] = figures("More than 300,000 people have been killed in Syria since the conflict began in March 2011.")
    assert (figure.kind, figure.quantity.min, figure.places) == ("casualty_tally", 300_001, ("SY",))
    assert figure.since is not None
    assert figure.since.start == "2011-03"
    assert figure.evidence[0].quote.startswith("More than 300,000")


def test_who_gave_the_count_is_its_speaker() -> None:
    [figure] = figures("More than 9,000 people have been killed in Ukraine since April 2014, the United Nations said.")
    assert figure.speaker is not None
    assert figure.speaker.name == "United Nations"


def test_one_count_told_twice_is_one_figure() -> None:
    told = "More than 300,000 people have been killed in Syria since 2011."
    assert len(figures(f"{told} Talks failed in Geneva. {told}")) == 1


def test_force_levels_of_two_countries_are_two_figures_under_one_hedge() -> None:
    first, second = figures("Around 2,500 American troops in Iraq and 900 in Syria are leading a coalition.")
    assert (first.places, second.places) == (("IQ",), ("SY",))
    assert (first.quantity.hedge, second.quantity.hedge) == ("about", "about")
    assert second.what == "American troops"


def test_every_span_of_a_figure_is_its_words() -> None:
    text = "Jets carried out 468 sorties in the past week. Thousands of residents fled the town."
    for figure in figures(text):
        for span in figure.evidence:
            assert text[span.start : span.end] == span.quote
