# Generated from spec/schemas/documents.yaml#/RescheduleRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class RescheduleRequest(Model):
    """New time for a video signing meeting.

    Attributes:
        document_reference: Document reference.
        schedule_date: New meeting time; ISO 8601 advised.
        gmt: Local offset from UTC in minutes; user setting when left out; 0 for UTC.
        additional_properties: members that the spec does not know.
    """

    document_reference: str
    schedule_date: str
    gmt: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("DocumentReference", "ScheduleDate")

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.document_reference = take("DocumentReference")
        self.schedule_date = take("ScheduleDate")
        self.gmt = take("GMT", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["DocumentReference"] = self.document_reference
        data["ScheduleDate"] = self.schedule_date
        if self.gmt is not None:
            data["GMT"] = self.gmt
        return data
