from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, no_members
from securedsigning.dates import parse_date
from securedsigning.models.form_field import FormField
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any, ClassVar, Self

@define(kw_only=True)
class FormFieldResponse(Model):
    fields: list[FormField] | None = None
    last_update_time: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @property
    def last_update_time_parsed(self) -> datetime | None:
        ...

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, fields: list[FormField] | None=None, last_update_time: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
