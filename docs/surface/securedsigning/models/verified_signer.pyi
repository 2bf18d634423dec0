from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, as_boolean, no_members
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self

@define(kw_only=True)
class VerifiedSigner(Model):
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    signer_type: str | None = None
    mobile_number: str | None = None
    mobile_country: str | None = None
    has_signed: bool | None = None
    title: str | None = None
    reason: str | None = None
    company: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, first_name: str | None=None, last_name: str | None=None, email: str | None=None, signer_type: str | None=None, mobile_number: str | None=None, mobile_country: str | None=None, has_signed: bool | None=None, title: str | None=None, reason: str | None=None, company: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
