"""Dates that are sent, strictly, and dates that are read, leniently."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from securedsigning.dates import parse_date, wire_date
from securedsigning.errors import InputError

NOW = datetime(2030, 6, 15, 12, 0, 0, tzinfo=UTC).timestamp()
AUCKLAND = timezone(timedelta(hours=12))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2030, 6, 16, 9, 30, tzinfo=AUCKLAND), "2030-06-15T21:30:00Z"),
        (datetime(2030, 6, 16, 9, 30, 0, 5, tzinfo=UTC), "2030-06-16T09:30:00.000005Z"),
        (date(2030, 6, 30), "2030-06-30"),
        ("2030-06-30", "2030-06-30"),
        (" 2030-06-30T10:00:00Z ", "2030-06-30T10:00:00Z"),
        ("2030-06-30T10:00:00.1234567+13:00", "2030-06-30T10:00:00.1234567+13:00"),
        ("2030-06-30T10:00", "2030-06-30T10:00"),
    ],
)
def test_dates_are_sent_in_iso_8601(value: Any, expected: str) -> None:
    """A datetime goes out in UTC with Z, a date as a date, and ISO text as it is."""
    assert wire_date(value, argument="due_date", now=NOW) == expected


@pytest.mark.parametrize(
    "value",
    ["30/06/2030", "2030/06/30 10:00:00", "June 30", "2030-6-30", "20300630", "2030-02-30", "2030-06-30T25:00", ""],
)
def test_text_that_is_not_iso_8601_is_refused(value: str) -> None:
    """The service would read other forms by the user's own settings, so they are not sent."""
    with pytest.raises(InputError) as caught:
        wire_date(value, argument="due_date", now=NOW)
    example = "pass for instance 2030-12-31 or 2030-12-31T17:00:00Z."
    assert str(caught.value) == f"due_date: {value!r} is not a date in ISO 8601; {example}"


def test_a_blank_in_place_of_the_t_is_refused_with_advice() -> None:
    """Date and time apart by a blank are nearly right; the message says what is missing."""
    with pytest.raises(InputError, match="needs a T"):
        wire_date("2030-06-30 10:00", argument="due_date", now=NOW)


def test_a_datetime_without_a_zone_is_refused() -> None:
    """A naive datetime names no moment; the message shows how to add a zone."""
    with pytest.raises(InputError, match=r"due_date: .* has no time zone.*tzinfo"):
        wire_date(datetime(2030, 6, 30), argument="due_date", now=NOW)


@pytest.mark.parametrize("value", [None, 5, 1.5, b"2030-06-30"])
def test_what_is_no_date_is_refused(value: Any) -> None:
    """Numbers and other types are no dates."""
    with pytest.raises(InputError, match="is not a date"):
        wire_date(value, argument="due_date", now=NOW)


@pytest.mark.parametrize(
    ("value", "past"),
    [
        (datetime(2030, 6, 15, 11, 59, 59, tzinfo=UTC), True),
        (datetime(2030, 6, 15, 12, 0, 0, tzinfo=UTC), True),
        (datetime(2030, 6, 15, 12, 0, 1, tzinfo=UTC), False),
        # At noon in UTC the day before has just ended at UTC-12, so everywhere.
        (date(2030, 6, 14), True),
        (date(2030, 6, 15), False),
        ("2030-06-14", True),
        ("2030-06-15", False),
        ("2030-06-15T11:00:00Z", True),
        ("2030-06-15T23:00:00+12:00", True),
        # Without a zone it may still be to come somewhere.
        ("2030-06-15T00:00:01", False),
        ("2030-06-15T00:00:00", True),
    ],
)
def test_only_what_is_past_everywhere_is_past(value: Any, past: bool) -> None:
    """A date is refused once it is past in every time zone, and the message says what now is."""
    if past:
        with pytest.raises(InputError, match=r"is past; it is now 2030-06-15 12:00:00 UTC"):
            wire_date(value, argument="due_date", now=NOW)
    else:
        wire_date(value, argument="due_date", now=NOW)


def test_the_first_second_after_a_day_has_ended_everywhere() -> None:
    """A plain date is good until the very end of the day at UTC-12."""
    assert wire_date(date(2030, 6, 14), argument="due_date", now=NOW - 1)


def test_dates_at_the_edge_of_the_calendar_are_refused_or_sent() -> None:
    """No date makes the conversion itself fail."""
    with pytest.raises(InputError, match="out of range"):
        wire_date(datetime.max.replace(tzinfo=timezone(timedelta(hours=-5))), argument="due_date", now=NOW)
    assert wire_date(date.max, argument="due_date", now=NOW) == "9999-12-31"
    with pytest.raises(InputError, match="is past"):
        wire_date(date.min, argument="due_date", now=NOW)


NAIVE = datetime(2030, 6, 15, 9, 30, 5)
AWARE = NAIVE.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2030-06-15T09:30:05Z", AWARE),
        ("2030-06-15T09:30:05.1234567Z", AWARE.replace(microsecond=123456)),
        ("2030-06-15T09:30:05.1", NAIVE.replace(microsecond=100000)),
        ("2030-06-15T09:30:05", NAIVE),
        ("2030-06-15T21:30:05+12:00", AWARE),
        ("2030-06-15T21:30:05+1200", AWARE),
        ("2030-06-15 09:30", NAIVE.replace(second=0)),
        ("2030-06-15", NAIVE.replace(hour=0, minute=0, second=0)),
        ("/Date(1907746205000)/", AWARE),
        ("/Date(1907746205000+1200)/", AWARE),
        ("\\/Date(-1)\\/", datetime(1969, 12, 31, 23, 59, 59, 999000, tzinfo=UTC)),
        ("2030/06/15 09:30:05", NAIVE),
        ("06/15/2030 09:30:05", NAIVE),
        ("6/15/2030 9:30:05 AM", NAIVE),
        ("6/15/2030 12:30:05 pm", NAIVE.replace(hour=12)),
        ("06/15/2030", NAIVE.replace(hour=0, minute=0, second=0)),
        ("15 Jun 2030", NAIVE.replace(hour=0, minute=0, second=0)),
        ("15 June 2030 09:30", NAIVE.replace(second=0)),
        ("15-Jun-2030", NAIVE.replace(hour=0, minute=0, second=0)),
        ("2030-06-15t09:30:05z", AWARE),
        ("2030-06-15T03:00:05-06:30", AWARE),
        ("2030-06-15T03:00:05-0630", AWARE),
        ("2030-06-15T16:30:05+07", AWARE),
        ("/Date(1907746205000-0530)/", AWARE),
        ("2030/6/5", datetime(2030, 6, 5)),
        ("6/15/2030 12:30:05 AM", NAIVE.replace(hour=0)),
        ("6/15/2030 9:30:05 pm", NAIVE.replace(hour=21)),
        ("6/15/2030 1:30:05 Am", NAIVE.replace(hour=1)),
        ("6/15/2030 11:30:05 PM", NAIVE.replace(hour=23)),
        ("15 Jun 2030 9:30:05 AM", NAIVE),
    ],
)
def test_dates_of_answers_are_read(text: str, expected: datetime) -> None:
    """Each form that was seen is read; the result has a zone exactly if the text has one."""
    found = parse_date(text)
    assert found == expected
    assert (found.tzinfo is None) == (expected.tzinfo is None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "15/06/2030",
        "2030-13-01",
        "/Date(x)/",
        "/Date(9999999999999999)/",
        "1 Xyz 2030",
        "0/0/2030",
        "1/2/30",
        "1/2/3000/4",
        "123/1/2030",
        "2030/1/2030",
        "2030/1/123",
        "2030/1/2/3",
        "1/2/203",
        "1/2/3",
        "006/15/2030",
        "0006/15/2030",
        "2030/6/015",
        "2030/6/0015",
        "6/15/2030 13:30 PM",
        "6/15/2030 0:30 AM",
        "6/15/2030 24:30",
        "12",
        None,
    ],
)
def test_what_cannot_be_read_is_none(text: Any) -> None:
    """Unreadable and ambiguous text gives None."""
    assert parse_date(text) is None


@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_read_by_their_english_names(month: int) -> None:
    """Short and whole, in any case."""
    names = "January February March April May June July August September October November December".split()
    for name in (names[month - 1], names[month - 1][:3], names[month - 1][:3] + ".", names[month - 1][:3].upper()):
        assert parse_date(f"7 {name} 2030") == datetime(2030, month, 7)


@given(st.text(alphabet="0123456789/-:. TZAPMJuneDat()+\\", max_size=40) | st.text())
def test_reading_never_raises(text: str) -> None:
    """Whatever the text, the result is a date or None."""
    assert parse_date(text) is None or isinstance(parse_date(text), datetime)


@given(st.datetimes(timezones=st.timezones(), min_value=datetime(2031, 1, 1), max_value=datetime(9000, 1, 1)))
def test_what_is_sent_can_be_read(moment: datetime) -> None:
    """A moment that is sent and read back is the same moment."""
    assert parse_date(wire_date(moment, argument="due_date", now=NOW)) == moment.astimezone(UTC)
