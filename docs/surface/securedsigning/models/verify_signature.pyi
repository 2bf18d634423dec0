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
    is_valid: bool | None = None
    signature_time: str | None = None
    user: str | None = None
    signer: VerifiedSigner | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @property
    def signature_time_parsed(self) -> datetime | None:
        ...

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, is_valid: bool | None=None, signature_time: str | None=None, user: str | None=None, signer: VerifiedSigner | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
