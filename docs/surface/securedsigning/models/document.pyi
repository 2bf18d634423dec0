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

    @property
    def due_date_parsed(self) -> datetime | None:
        ...

    @property
    def last_signed_date_parsed(self) -> datetime | None:
        ...

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, reference: str, signers: list[Signer], name: str | None=None, form_direct_reference: str | None=None, status: DocumentStatus | None=None, due_date: str | None=None, gmt: str | None=None, last_signed_date: str | None=None, folder: Folder | None=None, logs: list[DocumentLog] | None=None, has_file_uploaded: bool | None=None, package_reference: str | None=None, client_reference: str | None=None, edit_url: str | None=None, id_verification_requested: bool | None=None, matter_number: str | None=None, document_url: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
