# Generated from spec/schemas/documents.yaml#/CombineRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.combine_request_folder import CombineRequestFolder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


combine_request_folder_member = CombineRequestFolder.member_lookup()


@define(kw_only=True)
class CombineRequest(Model):
    """Merge several uploads into one document.

    Attributes:
        document_references: Documents to merge, in order.
        combined_document_name: Name of the result (the published text wrongly calls it a reference).
        client_reference: Caller's own id.
        folder: Only InBox is accepted. In InBox the result is charged and shows in the portal; otherwise it stays in
            a hidden temporary place reachable through the API only.
        additional_properties: members that the spec does not know.
    """

    document_references: list[str]
    combined_document_name: str
    client_reference: str | None = None
    folder: CombineRequestFolder | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("CombinedDocumentName",)
    _checked: ClassVar[Mapping[str, str]] = {"Folder": "CombineRequestFolder"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("DocumentReferences", None)
        self.document_references = [] if value is None else value
        self.combined_document_name = take("CombinedDocumentName")
        self.client_reference = take("ClientReference", None)
        value = take("Folder", None)
        self.folder = None if value is None else combine_request_folder_member(value) or CombineRequestFolder(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["DocumentReferences"] = self.document_references
        data["CombinedDocumentName"] = self.combined_document_name
        if self.client_reference is not None:
            data["ClientReference"] = self.client_reference
        if self.folder is not None:
            data["Folder"] = str(self.folder)
        return data
