# Generated from spec/schemas/smart-tags.yaml#/ProcessDocument by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.document import Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class ProcessDocument(Model):
    """A mail merge, and how far it is.

    Attributes:
        reference: Reference of the process, which ``smart_tags.mail_merge_documents`` takes.
        documents: Documents that have been made so far.
        processing_status: State of the process as text. Its values are not published (inferred).
    """

    reference: str
    documents: list[Document]
    processing_status: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("Reference",)
    _checked: ClassVar[Mapping[str, str]] = {"Documents": "list Document"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.reference = take("Reference")
        self.processing_status = take("ProcessingStatus", None)
        value = take("Documents", None)
        self.documents = [] if value is None else [Document.decode_owned(item) for item in value]
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["Reference"] = self.reference
        if self.processing_status is not None:
            data["ProcessingStatus"] = self.processing_status
        data["Documents"] = [item.to_dict() for item in self.documents]
        return data
