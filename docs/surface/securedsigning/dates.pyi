from __future__ import annotations
import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import cast
from securedsigning.errors import InputError

def wire_date(value: str | date | datetime, *, argument: str, now: float) -> str:
    ...

def parse_date(text: str) -> datetime | None:
    ...
