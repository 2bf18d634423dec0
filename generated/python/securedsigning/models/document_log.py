# Generated from spec/schemas/documents.yaml#/DocumentLog by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.dates import parse_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any, Self


@define(kw_only=True)
class DocumentLog(Model):
    """An entry of the activity log of a document.

    Attributes:
        name: Name of the person who acted.
        email: Email address of the person who acted.
        action: What was done, in words.
        date: When it was done, as text whose format is not stated; probably ISO 8601 or /Date(milliseconds)/.
        gmt: Offset from UTC, in minutes, that goes with Date.
    """

    name: str | None = None
    email: str | None = None
    action: str | None = None
    date: str | None = None
    gmt: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @property
    def date_parsed(self) -> datetime | None:
        """``date`` as a moment; None if there is none or its format is not understood."""
        return None if self.date is None else parse_date(self.date)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.name = take("Name", None)
        self.email = take("Email", None)
        self.action = take("Action", None)
        self.date = take("Date", None)
        self.gmt = take("GMT", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            data["Name"] = self.name
        if self.email is not None:
            data["Email"] = self.email
        if self.action is not None:
            data["Action"] = self.action
        if self.date is not None:
            data["Date"] = self.date
        if self.gmt is not None:
            data["GMT"] = self.gmt
        return data
