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
    certificate_reference: str
    signing_date: str | None = None
    status: str | None = None
    download_url: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @property
    def signing_date_parsed(self) -> datetime | None:
        ...

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, certificate_reference: str, signing_date: str | None=None, status: str | None=None, download_url: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
