from __future__ import annotations
from attrs import define, field
from securedsigning._codec import Model, as_boolean, as_integer, no_members
from securedsigning.models.form_direct_invitee import FormDirectInvitee
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self

@define(kw_only=True)
class FormDirect(Model):
    reference: str
    signers: list[FormDirectInvitee]
    name: str | None = None
    form_type: int | None = None
    embed_form: bool | None = None
    return_url: str | None = None
    notify_url: str | None = None
    xml_data: str | None = None
    employer_reference: str | None = None
    client_reference: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, reference: str, signers: list[FormDirectInvitee], name: str | None=None, form_type: int | None=None, embed_form: bool | None=None, return_url: str | None=None, notify_url: str | None=None, xml_data: str | None=None, employer_reference: str | None=None, client_reference: str | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
