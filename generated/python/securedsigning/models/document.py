# Generated from spec/schemas/documents.yaml#/Document by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members
from securedsigning.dates import parse_date
from securedsigning.models.document_log import DocumentLog
from securedsigning.models.enums import DocumentStatus, Folder
from securedsigning.models.signer import Signer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any, ClassVar, Self


known_document_status = DocumentStatus.member_lookup()
known_folder = Folder.member_lookup()


@define(kw_only=True)
class Document(Model):
    """A document with its state and its signers.

    Attributes:
        reference: Reference of the document, which other calls take. Opaque text, 48 digits in samples; it may begin
            with zeros, so never read it as a number.
        signers: Signers of the document.
        name: File name of the document.
        form_direct_reference: Reference of the form that the document came from; Form Direct only.
        status: State of the document: a word, or a text that tells the progress, such as 1 of 3 Signed.
        due_date: Last day to sign, as text whose format is not stated.
        gmt: Offset from UTC, in minutes, that goes with DueDate.
        last_signed_date: When the latest signature was made, as text whose format is not stated.
        folder: Folder the document lies in.
        logs: Entries of the activity log; only when the call asked for them with DocumentLog.
        has_file_uploaded: Whether invitees uploaded files while signing, which ``downloads.uploaded_files`` fetches.
        package_reference: Reference of the package the document belongs to.
        client_reference: Caller's own id, as given on upload.
        edit_url: Web address at which the document can be edited (inferred).
        id_verification_requested: Whether signers are asked to verify their identity.
        matter_number: Number of the matter or file that the document belongs to.
        document_url: Web address from which the document can be downloaded.
    """

    reference: str
    signers: list[Signer]
    name: str | None = None
    form_direct_reference: str | None = None
    status: DocumentStatus | None = None
    due_date: str | None = None
    gmt: str | None = None
    last_signed_date: str | None = None
    folder: Folder | None = None
    logs: list[DocumentLog] | None = None
    has_file_uploaded: bool | None = None
    package_reference: str | None = None
    client_reference: str | None = None
    edit_url: str | None = None
    id_verification_requested: bool | None = None
    matter_number: str | None = None
    document_url: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("Reference",)
    _checked: ClassVar[Mapping[str, str]] = {
        "Signers": "list Signer",
        "Status": "DocumentStatus",
        "Folder": "Folder",
        "Logs": "list DocumentLog",
        "HasFileUploaded": "boolean",
        "IDVerificationRequested": "boolean",
    }

    @property
    def due_date_parsed(self) -> datetime | None:
        """``due_date`` as a moment; None if there is none or its format is not understood."""
        return None if self.due_date is None else parse_date(self.due_date)

    @property
    def last_signed_date_parsed(self) -> datetime | None:
        """``last_signed_date`` as a moment; None if there is none or its format is not understood."""
        return None if self.last_signed_date is None else parse_date(self.last_signed_date)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.reference = take("Reference")
        self.name = take("Name", None)
        self.form_direct_reference = take("FormDirectReference", None)
        value = take("Signers", None)
        self.signers = [] if value is None else [Signer.decode_owned(item) for item in value]
        value = take("Status", None)
        self.status = None if value is None else known_document_status(value) or DocumentStatus(value)
        self.due_date = take("DueDate", None)
        self.gmt = take("GMT", None)
        self.last_signed_date = take("LastSignedDate", None)
        value = take("Folder", None)
        self.folder = None if value is None else known_folder(value) or Folder(value)
        value = take("Logs", None)
        self.logs = None if value is None else [DocumentLog.decode_owned(item) for item in value]
        value = take("HasFileUploaded", None)
        self.has_file_uploaded = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.package_reference = take("PackageReference", None)
        self.client_reference = take("ClientReference", None)
        self.edit_url = take("EditUrl", None)
        value = take("IDVerificationRequested", None)
        self.id_verification_requested = (
            None if value is None else value if value.__class__ is bool else as_boolean(value)
        )
        self.matter_number = take("MatterNumber", None)
        self.document_url = take("DocumentUrl", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["Reference"] = self.reference
        if self.name is not None:
            data["Name"] = self.name
        if self.form_direct_reference is not None:
            data["FormDirectReference"] = self.form_direct_reference
        data["Signers"] = [item.to_dict() for item in self.signers]
        if self.status is not None:
            data["Status"] = str(self.status)
        if self.due_date is not None:
            data["DueDate"] = self.due_date
        if self.gmt is not None:
            data["GMT"] = self.gmt
        if self.last_signed_date is not None:
            data["LastSignedDate"] = self.last_signed_date
        if self.folder is not None:
            data["Folder"] = str(self.folder)
        if self.logs is not None:
            data["Logs"] = [item.to_dict() for item in self.logs]
        if self.has_file_uploaded is not None:
            data["HasFileUploaded"] = self.has_file_uploaded
        if self.package_reference is not None:
            data["PackageReference"] = self.package_reference
        if self.client_reference is not None:
            data["ClientReference"] = self.client_reference
        if self.edit_url is not None:
            data["EditUrl"] = self.edit_url
        if self.id_verification_requested is not None:
            data["IDVerificationRequested"] = self.id_verification_requested
        if self.matter_number is not None:
            data["MatterNumber"] = self.matter_number
        if self.document_url is not None:
            data["DocumentUrl"] = self.document_url
        return data
