# Generated from spec/schemas/ui.yaml#/UiResource by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self


@define(kw_only=True)
class UiResource(Model):
    """A page of the service that can be shown in an iframe.

    Attributes:
        name: Title of the page (inferred).
        url: Web address to load in the iframe (inferred).
    """

    name: str | None = None
    url: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.name = take("Name", None)
        self.url = take("Url", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            data["Name"] = self.name
        if self.url is not None:
            data["Url"] = self.url
        return data
