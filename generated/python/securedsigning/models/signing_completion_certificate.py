# Generated from spec/schemas/documents.yaml#/SigningCompletionCertificate by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.dates import parse_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class SigningCompletionCertificate(Model):
    """A certificate that a signing was completed.

    Attributes:
        certificate_reference: Reference of the certificate, which ``downloads.completion_certificate`` takes.
        signing_date: When it was signed, as text whose format is not stated; probably ISO 8601 or
            /Date(milliseconds)/.
        status: State of the certificate. Its values are not published.
        download_url: Web address from which the certificate can be downloaded.
    """

    certificate_reference: str
    signing_date: str | None = None
    status: str | None = None
    download_url: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("CertificateReference",)

    @property
    def signing_date_parsed(self) -> datetime | None:
        """``signing_date`` as a moment; None if there is none or its format is not understood."""
        return None if self.signing_date is None else parse_date(self.signing_date)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.certificate_reference = take("CertificateReference")
        self.signing_date = take("SigningDate", None)
        self.status = take("Status", None)
        self.download_url = take("DownloadURL", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["CertificateReference"] = self.certificate_reference
        if self.signing_date is not None:
            data["SigningDate"] = self.signing_date
        if self.status is not None:
            data["Status"] = self.status
        if self.download_url is not None:
            data["DownloadURL"] = self.download_url
        return data
