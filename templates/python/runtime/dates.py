"""Dates: strict in what is sent, lenient in what is read.

The service advises ISO 8601 for requests and parses anything else by the user's own settings. In its answers dates are text
of undocumented format; those that its official SDKs have sent or read are recognised.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import cast

from securedsigning.errors import InputError

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,](?P<fraction>\d+))? ?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII | re.IGNORECASE,
)
# What .NET's older JSON writers give: milliseconds since 1970 in UTC; the offset only says which zone to show it in.
_MILLISECONDS = re.compile(r"\\?/Date\((?P<value>-?\d{1,16})(?P<zone>[+-]\d{4})?\)\\?/", re.ASCII)
_SLASHES = re.compile(
    r"(\d{1,4})/(\d{1,2})/(\d{1,4})(?: (\d{1,2}):(\d\d)(?::(\d\d))?(?: ([AP])M)?)?", re.ASCII | re.IGNORECASE
)
_WORDS = re.compile(
    r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*\.?[ -](\d{4})(?: (\d{1,2}):(\d\d)(?::(\d\d))?(?: ([AP])M)?)?", re.ASCII
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# A day ends last where clocks are twelve hours behind UTC.
_LAST_ZONE = timezone(timedelta(hours=-12))


def wire_date(value: str | date | datetime, *, argument: str, now: float) -> str:
    """A future date, such as a due date, as it is sent.

    Args:
        value: a datetime with a time zone, a date, or text in ISO 8601.
        argument: what the caller calls it, for messages.
        now: the present, in seconds since 1970.

    Returns:
        Of a datetime: ISO 8601 in UTC with ``Z``. Of a date: ``YYYY-MM-DD``. Text is returned as it is.

    Raises:
        InputError: a datetime has no time zone, text is not ISO 8601, or the date is past in every time zone.
    """
    given = cast("object", value)  # what a type checker rules out still happens
    if isinstance(given, datetime):
        if given.utcoffset() is None:
            raise InputError(
                f"{argument}: {given.isoformat()} has no time zone, so it names a different moment on each machine; add "
                "one, for instance value.replace(tzinfo=datetime.timezone.utc) or value.astimezone()."
            )
        try:
            moment = given.astimezone(UTC)
        except OverflowError as error:
            raise InputError(f"{argument}: {given.isoformat()} is out of range.") from error
        text, latest = moment.replace(tzinfo=None).isoformat() + "Z", moment
    elif isinstance(given, date):
        text, latest = given.isoformat(), _end_of_day(given)
    elif isinstance(given, str):
        text, latest = _checked_text(given.strip(), argument)
    else:
        raise InputError(f"{argument}: {type(given).__name__} is not a date; pass a date, a datetime or ISO 8601 text.")

    if latest.timestamp() <= now:
        present = (_EPOCH + timedelta(seconds=int(now))).strftime("%Y-%m-%d %H:%M:%S")
        raise InputError(f"{argument}: {text} is past; it is now {present} UTC.")
    return text


def _checked_text(text: str, argument: str) -> tuple[str, datetime]:
    """ISO 8601 text, and the latest moment that it can mean."""
    example = "pass for instance 2030-12-31 or 2030-12-31T17:00:00Z"
    if not (found := _ISO.fullmatch(text)) or not (moment := _from_iso(found)):
        raise InputError(f"{argument}: {text!r} is not a date in ISO 8601; {example}.")
    if found["clock"] is None:
        return text, _end_of_day(moment.date())
    if "T" not in text:
        raise InputError(f"{argument}: {text!r} needs a T between date and time; {example}.")
    return text, moment if moment.tzinfo else moment.replace(tzinfo=_LAST_ZONE)


def _end_of_day(day: date) -> datetime:
    """The moment at which a day has ended everywhere on earth."""
    return datetime(day.year, day.month, day.day, 23, 59, 59, 999999, tzinfo=_LAST_ZONE)


def parse_date(text: str) -> datetime | None:
    """Read a date of an answer.

    Understands ISO 8601 (any number of fraction digits, with or without zone or time), ``/Date(ms)/`` and
    ``/Date(ms+zzzz)/``, ``yyyy/MM/dd HH:mm:ss``, ``MM/dd/yyyy HH:mm:ss`` (the group of four digits tells them apart; both
    were sent by official SDKs) and ``dd MMM yyyy``. Where the second group cannot be a day, ``dd/MM/yyyy`` is not tried:
    a date that is guessed is worse than one that is not read.

    Args:
        text: the text as it came.

    Returns:
        The date, without time zone if the text has none; None if it cannot be read. Never raises.
    """
    try:
        return _parsed(text.strip())
    except (ValueError, OverflowError, AttributeError):  # no such day, out of range, not text at all
        return None


def _parsed(text: str) -> datetime | None:
    if found := _ISO.fullmatch(text):
        return _from_iso(found)
    if found := _MILLISECONDS.fullmatch(text):
        moment = _EPOCH + timedelta(milliseconds=int(found["value"]))
        return moment.astimezone(_zone(found["zone"])) if found["zone"] else moment
    if found := _SLASHES.fullmatch(text):
        first, second, third = found[1], found[2], found[3]
        if len(first) == 4 and len(third) <= 2:
            return _at(first, second, third, found.groups()[3:])
        if len(first) <= 2 and len(third) == 4:
            return _at(third, first, second, found.groups()[3:])
        return None
    if found := _WORDS.fullmatch(text):
        return _at(found[3], str(_MONTHS.index(found[2].lower()) + 1), found[1], found.groups()[3:])
    return None


def _from_iso(found: re.Match[str]) -> datetime | None:
    """A matched ISO 8601 date; None if there is no such day or time."""
    # The standard parser takes three or six fraction digits only; .NET writes seven.
    fraction = (found["fraction"] or "0")[:6].ljust(6, "0")
    try:
        moment = datetime.fromisoformat(f"{found['day']}T{found['clock'] or '00:00'}")
        zone = _zone(found["zone"]) if found["zone"] else None
    except ValueError:
        return None
    return moment.replace(microsecond=int(fraction), tzinfo=zone)


def _zone(text: str) -> timezone:
    if text in {"Z", "z"}:
        return UTC
    digits = text[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-offset if text[0] == "-" else offset)


def _at(year: str, month: str, day: str, clock: tuple[str | None, ...]) -> datetime:
    hour, minute, second = (int(number or 0) for number in clock[:3])
    half = (clock[3] or "").upper()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (12 if half == "P" else 0)
    return datetime(int(year), int(month), int(day), hour, minute, second)
