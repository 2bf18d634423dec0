# Generated from spec/schemas/people.yaml#/ShareUser by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class ShareUser(Model):
    """A person who gets a copy of a document, or can follow it, without signing.

    Attributes:
        first_name: First name.
        last_name: Last name.
        email: Email address.
        is_default: Whether this person is shared with by default.
        is_owner: Whether this person counts as an owner of the document.
    """

    first_name: str
    last_name: str
    email: str
    is_default: bool | None = None
    is_owner: bool | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("FirstName", "LastName", "Email")
    _checked: ClassVar[Mapping[str, str]] = {"IsDefault": "boolean", "IsOwner": "boolean"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.first_name = take("FirstName")
        self.last_name = take("LastName")
        self.email = take("Email")
        value = take("IsDefault", None)
        self.is_default = None if value is None else value if value.__class__ is bool else as_boolean(value)
        value = take("IsOwner", None)
        self.is_owner = None if value is None else value if value.__class__ is bool else as_boolean(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["FirstName"] = self.first_name
        data["LastName"] = self.last_name
        data["Email"] = self.email
        if self.is_default is not None:
            data["IsDefault"] = self.is_default
        if self.is_owner is not None:
            data["IsOwner"] = self.is_owner
        return data
