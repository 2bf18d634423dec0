# Generated from spec/schemas/documents.yaml#/VerifySignature by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members
from securedsigning.dates import parse_date
from securedsigning.models.verified_signer import VerifiedSigner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class VerifySignature(Model):
    """A digital signature that was checked.

    Attributes:
        is_valid: Whether the signature is valid; begins with a small letter.
        signature_time: When the signature was made, as text whose format is not stated.
        user: Who signed, in one text.
        signer: Who signed, in detail.
    """

    is_valid: bool | None = None
    signature_time: str | None = None
    user: str | None = None
    signer: VerifiedSigner | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {"isValid": "boolean", "Signer": "VerifiedSigner"}

    @property
    def signature_time_parsed(self) -> datetime | None:
        """``signature_time`` as a moment; None if there is none or its format is not understood."""
        return None if self.signature_time is None else parse_date(self.signature_time)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("isValid", None)
        self.is_valid = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.signature_time = take("SignatureTime", None)
        self.user = take("User", None)
        value = take("Signer", None)
        self.signer = None if value is None else VerifiedSigner.decode_owned(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.is_valid is not None:
            data["isValid"] = self.is_valid
        if self.signature_time is not None:
            data["SignatureTime"] = self.signature_time
        if self.user is not None:
            data["User"] = self.user
        if self.signer is not None:
            data["Signer"] = self.signer.to_dict()
        return data
