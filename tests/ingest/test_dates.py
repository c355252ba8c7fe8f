"""Publication dates: stated ones unchanged, metadata made RFC 3339, nothing guessed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.dates import is_stated_date, metadata_date, read_date, stated_date

TODAY = date(2024, 6, 1)

WRITTEN = [
    ("2024-01-21", "2024-01-21"),
    ("2024-01-21T18:30:00+03:00", "2024-01-21T18:30:00+03:00"),
    ("2024-01-21T18:30:00Z", "2024-01-21T18:30:00Z"),
    ("2024-01-21T18:30:00.123Z", "2024-01-21T18:30:00Z"),
    ("2024-01-21T18:30:00+0300", "2024-01-21T18:30:00+03:00"),
    ("2024-01-21T18:30+03:00", "2024-01-21T18:30:00+03:00"),
    ("2024-01-21 18:30:00 +0300", "2024-01-21T18:30:00+03:00"),
    ("2024-01-21T18:30:00", "2024-01-21"),  # no offset: the instant is unknown
    ("Sun, 21 Jan 2024 18:30:00 +0430", "2024-01-21T18:30:00+04:30"),
    ("Sun, 21 Jan 2024 18:30:00 GMT", "2024-01-21T18:30:00Z"),
    ("Sun, 21 Jan 2024 18:30:00 -0000", "2024-01-21T18:30:00Z"),
    ("Sun, 21 Jan 2024 18:30:00 EST", "2024-01-21T18:30:00-05:00"),
    ("21 Jan 2024", "2024-01-21"),
    ("January 21, 2024", "2024-01-21"),
    ("January 21, 2024 6:30 PM", "2024-01-21"),
    ("21/01/2024", "2024-01-21"),
    ("1705768262", "2024-01-20T16:31:02Z"),
    ("1705768262000", "2024-01-20T16:31:02Z"),
    ("20240121", "2024-01-21"),
    ("  2024-01-21\n", "2024-01-21"),
]
UNCLEAR = [
    "",
    "03/04/2024",  # March or April
    "21/01/24",
    "January 2024",
    "Sunday",
    "2024",
    "two hours ago",
    "2024-02-30",
    "2024-13-01T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "1970-01-01T00:00:00Z",
    "99999999999999999999",
    "x" * 500,
]


@pytest.mark.parametrize(("raw", "value"), WRITTEN)
def test_reads_dates_as_newsrooms_write_them(raw: str, value: str) -> None:
    assert read_date(raw) == value


@pytest.mark.parametrize("raw", UNCLEAR)
def test_reads_no_date_where_none_is_clear(raw: str) -> None:
    assert read_date(raw) is None


@pytest.mark.parametrize(
    "raw", ["2024-01-21", "2024-01-21T18:30:00+03:00", "2024-01-21T18:30:00.5Z", "2024-01-21t18:30:00z", "2024-06-02"]
)
def test_keeps_a_stated_date_unchanged(raw: str) -> None:
    assert stated_date(raw, TODAY) == (raw, ())


def test_keeps_a_stated_date_in_the_future_with_a_warning() -> None:
    assert stated_date("2031-01-01", TODAY) == ("2031-01-01", ("publication date 2031-01-01 lies in the future",))


def test_says_that_a_stated_time_lacks_its_offset() -> None:
    value, [warning] = stated_date("2024-01-21T18:30:00", TODAY)
    assert value == "2024-01-21T18:30:00"
    assert "no UTC offset" in warning


@pytest.mark.parametrize("raw", ["2024-02-30", "January 21, 2024", "2024-01", "yesterday", "", "20240121", "x" * 99])
def test_leaves_out_what_is_no_stated_date(raw: str) -> None:
    value, [warning] = stated_date(raw, TODAY)
    assert value is None
    assert "left out" in warning
    assert len(warning) < 120
    assert not is_stated_date(raw)


CANDIDATES = [
    # candidates, value, warnings
    ((), None, 0),
    (("2024-01-21",), "2024-01-21", 0),
    (("2024-01-21", "2024-01-21T18:30:00+03:00"), "2024-01-21T18:30:00+03:00", 0),
    (("2024-01-21", "2024-01-22T18:30:00+03:00"), "2024-01-21", 0),
    (("2024-01-21T08:00:00Z", "2024-01-21T18:30:00+03:00"), "2024-01-21T08:00:00Z", 0),
    (("soon", "2024-01-21"), "2024-01-21", 1),
    (("2031-01-21", "2024-01-21"), "2024-01-21", 1),
    (("2031-01-21", "soon"), None, 2),
]


@pytest.mark.parametrize(("candidates", "value", "warnings"), CANDIDATES)
def test_takes_the_most_trusted_date_that_can_be(candidates: tuple[str, ...], value: str | None, warnings: int) -> None:
    found = metadata_date(candidates, TODAY)
    assert (found.value, len(found.warnings)) == (value, warnings)


@given(st.text(max_size=60) | st.text("0123456789-:+TZ /.,", max_size=40))
def test_no_string_is_too_strange(raw: str) -> None:
    value = read_date(raw)
    assert value is None or is_stated_date(value)
    stated_date(raw, TODAY)


@given(st.datetimes(min_value=datetime(1970, 1, 2), timezones=st.timezones()))  # noqa: DTZ001
def test_every_instant_survives(moment: datetime) -> None:
    written = moment.replace(microsecond=0).isoformat()
    if len(written) == len("2024-01-21T18:30:00+03:00"):  # offsets of seconds are no RFC 3339
        read = read_date(written)
        assert read is not None
        assert datetime.fromisoformat(read) == datetime.fromisoformat(written)
