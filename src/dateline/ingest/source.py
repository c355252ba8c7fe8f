"""An item of any format as the source that all later steps read: cleaned, dated, identified."""

from __future__ import annotations

from datetime import date

from dateline.ingest.clean import broken_characters, clean
from dateline.ingest.dates import Dated, metadata_date, stated_date
from dateline.ingest.headline import headline_of
from dateline.ingest.identity import report_id
from dateline.ingest.item import MAX_CHARACTERS, Item, RefusedError, too_long
from dateline.ingest.language import language_of
from dateline.ingest.repeats import find_repeats
from dateline.model.codes import PublishedBasis
from dateline.model.report import Source
from dateline.model.values import Span


def as_source(item: Item, published: str | None, today: date, *, find_headline: bool = False) -> Source:
    """Return an item as a source; `published` is its date if it has no usable one of its own.

    Raises RefusedError if it has no words or is too long.
    """
    if len(item.text) > MAX_CHARACTERS:
        raise RefusedError(too_long(len(item.text)))
    text = clean(item.text)
    if not text.strip(" \n\t\ufeff\ufffd\u00a0\u200b"):
        raise RefusedError("the text is empty")
    uri = None if item.uri is None else clean(item.uri)
    dated, basis = _published(item, published, today)
    title = clean(item.title) if item.title is not None else headline_of(text) if find_headline else None
    return Source(
        id=report_id(uri, text),
        uri=uri,
        publisher=None if item.publisher is None else clean(item.publisher),
        title=title,
        published_at=dated.value,
        published_basis=basis,
        language=item.language or language_of(text, item.language_hint),
        text=text,
        repeats=tuple(Span(start, end, text[start:end]) for start, end in find_repeats(text)),
        warnings=(*map(clean, (*item.warnings, *dated.warnings)), *_character_warnings(item.text)),
    )


def _published(item: Item, published: str | None, today: date) -> tuple[Dated, PublishedBasis | None]:
    own = stated_date(item.given_date, today) if item.given_date else metadata_date(item.metadata_dates, today)
    if own.value is not None:
        return own, "given" if item.given_date else "metadata"
    if published is None:
        return own, None
    given = stated_date(published, today)
    return Dated(given.value, (*own.warnings, *given.warnings)), "given" if given.value else None


def _character_warnings(text: str) -> tuple[str, ...]:
    count = broken_characters(text)
    if not count:
        return ()
    return (f"control or broken characters replaced: {count:,}",)
