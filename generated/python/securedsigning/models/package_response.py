# Generated from spec/schemas/packages.yaml#/PackageResponse by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.document import Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class PackageResponse(Model):
    """A package: documents that were sent together.

    Attributes:
        queue_reference: Reference of a send that waits in a queue. No call that takes it is known (inferred).
        package_reference: Reference of the package.
        package_name: Name of the package.
        package_status: State of the package as text. Its values are not published; those of a document are likely
            (inferred).
        documents: Documents of the package.
    """

    queue_reference: str | None = None
    package_reference: str | None = None
    package_name: str | None = None
    package_status: str | None = None
    documents: list[Document] | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {"Documents": "list Document"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.queue_reference = take("QueueReference", None)
        self.package_reference = take("PackageReference", None)
        self.package_name = take("PackageName", None)
        self.package_status = take("PackageStatus", None)
        value = take("Documents", None)
        self.documents = None if value is None else [Document.decode_owned(item) for item in value]
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.queue_reference is not None:
            data["QueueReference"] = self.queue_reference
        if self.package_reference is not None:
            data["PackageReference"] = self.package_reference
        if self.package_name is not None:
            data["PackageName"] = self.package_name
        if self.package_status is not None:
            data["PackageStatus"] = self.package_status
        if self.documents is not None:
            data["Documents"] = [item.to_dict() for item in self.documents]
        return data
