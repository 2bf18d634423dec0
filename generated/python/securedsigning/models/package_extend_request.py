# Generated from spec/schemas/packages.yaml#/PackageExtendRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class PackageExtendRequest(Model):
    """New due date for a package.

    Attributes:
        package_reference: Package reference.
        due_date: New due date; same rules as ExtendRequest.
        gmt: Local offset from UTC in minutes; same rules as ExtendRequest.
        additional_properties: members that the spec does not know.
    """

    package_reference: str
    due_date: str
    gmt: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("PackageReference", "DueDate")

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.package_reference = take("PackageReference")
        self.due_date = take("DueDate")
        self.gmt = take("GMT", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["PackageReference"] = self.package_reference
        data["DueDate"] = self.due_date
        if self.gmt is not None:
            data["GMT"] = self.gmt
        return data
