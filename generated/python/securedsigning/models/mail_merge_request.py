# Generated from spec/schemas/smart-tags.yaml#/MailMergeRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members
from securedsigning.models.mail_merge_list_file_type import MailMergeListFileType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


mail_merge_list_file_type_member = MailMergeListFileType.member_lookup()


@define(kw_only=True)
class MailMergeRequest(Model):
    """Merge a recipient list into a document and send the results.

    Attributes:
        document_reference: Mail merge document.
        mail_merge_list_file_type: Type of the list file.
        mail_merge_list_file_data: List file in Base64.
        due_date: Sign by this date.
        email_template_reference: Invitation template.
        embedded: Embedded signing.
        return_url: Return address after signing.
        additional_properties: members that the spec does not know.
    """

    document_reference: str
    mail_merge_list_file_type: MailMergeListFileType
    mail_merge_list_file_data: str
    due_date: str
    email_template_reference: str | None = None
    embedded: bool | None = None
    return_url: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = (
        "DocumentReference",
        "MailMergeListFileType",
        "MailMergeListFileData",
        "DueDate",
    )
    _checked: ClassVar[Mapping[str, str]] = {"MailMergeListFileType": "MailMergeListFileType", "Embedded": "boolean"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.document_reference = take("DocumentReference")
        value = take("MailMergeListFileType")
        self.mail_merge_list_file_type = mail_merge_list_file_type_member(value) or MailMergeListFileType(value)
        self.mail_merge_list_file_data = take("MailMergeListFileData")
        self.due_date = take("DueDate")
        self.email_template_reference = take("EmailTemplateReference", None)
        value = take("Embedded", None)
        self.embedded = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.return_url = take("ReturnUrl", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["DocumentReference"] = self.document_reference
        data["MailMergeListFileType"] = str(self.mail_merge_list_file_type)
        data["MailMergeListFileData"] = self.mail_merge_list_file_data
        data["DueDate"] = self.due_date
        if self.email_template_reference is not None:
            data["EmailTemplateReference"] = self.email_template_reference
        if self.embedded is not None:
            data["Embedded"] = self.embedded
        if self.return_url is not None:
            data["ReturnUrl"] = self.return_url
        return data
