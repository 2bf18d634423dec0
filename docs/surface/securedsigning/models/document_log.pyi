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
    name: str | None = None
    email: str | None = None
    action: str | None = None
    date: str | None = None
    gmt: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @property
    def date_parsed(self) -> datetime | None:
        ...

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, name: str | None=None, email: str | None=None, action: str | None=None, date: str | None=None, gmt: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
