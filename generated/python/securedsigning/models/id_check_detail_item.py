# Generated from spec/schemas/billing.yaml#/IDCheckDetailItem by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_integer, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class IDCheckDetailItem(Model):
    """How many ID checks one service made.

    Attributes:
        service_name: Name of the service.
        count: Number of checks.
    """

    service_name: str | None = None
    count: int | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {"Count": "integer"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.service_name = take("ServiceName", None)
        value = take("Count", None)
        self.count = None if value is None else value if value.__class__ is int else as_integer(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.service_name is not None:
            data["ServiceName"] = self.service_name
        if self.count is not None:
            data["Count"] = self.count
        return data
