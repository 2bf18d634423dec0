"""Dates as clients of the service send them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from securedsigning_sandbox.errors import ApiError

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?")
_YEAR_FIRST = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)(?: (\d\d):(\d\d)(?::(\d\d))?)?()")
_MONTH_FIRST = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})(?: (\d\d):(\d\d)(?::(\d\d))?)?()")


def due_moment(text: str, gmt: str | None, now: float, max_days: int, field: str = "DueDate") -> float:
    """When a due date ends.

    Args:
        text: ISO 8601, or with slashes as the older SDKs write it.
        gmt: offset from UTC in minutes, for a date without a zone.
        now: Unix seconds.
        max_days: the account's longest due period.
        field: the request's member that holds it.

    Returns:
        Unix seconds. A date without a time means the last second of its day; that is our choice.

    Raises:
        ApiError: 400; the date is unreadable, past, or too far ahead.
    """
    problem = None
    moment = 0.0
    try:
        offset = timedelta(minutes=float(gmt)) if gmt else timedelta()
        moment = _parsed(text.strip(), timezone(offset)).timestamp()
    except (ValueError, OverflowError):
        problem = f"{text!r} is no date that is understood; use ISO 8601."
    if problem is None and moment < now:
        problem = f"{text!r} is past."
    if problem is None and moment > now + max_days * 86_400:
        problem = f"{text!r} is more than {max_days} days ahead, the longest due period of the account."
    if problem is not None:
        raise ApiError(
            400, "The due date is refused." if field == "DueDate" else "The date is refused.", [(field, problem)]
        )
    return moment


def _parsed(text: str, zone: timezone) -> datetime:
    if (found := _ISO.fullmatch(text)) or (found := _YEAR_FIRST.fullmatch(text)):
        year, month, day, hour, minute, second, zone_text = found.groups()
    elif found := _MONTH_FIRST.fullmatch(text):
        month, day, year, hour, minute, second, zone_text = found.groups()
    else:
        raise ValueError(text)
    clock = (23, 59, 59) if hour is None else (int(hour), int(minute), int(second or 0))
    if zone_text == "Z":
        zone = UTC
    elif zone_text:
        sign = -1 if zone_text[0] == "-" else 1
        digits = zone_text[1:].replace(":", "")
        zone = timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))
    return datetime(int(year), int(month), int(day), *clock, tzinfo=zone)
