# Generated from spec/schemas/people.yaml#/UserInfo by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self


@define(kw_only=True)
class UserInfo(Model):
    """Name and email of a person.

    Attributes:
        first_name: First name.
        last_name: Last name.
        email: Email address.
        additional_properties: members that the spec does not know.
    """

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.first_name = take("FirstName", None)
        self.last_name = take("LastName", None)
        self.email = take("Email", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.first_name is not None:
            data["FirstName"] = self.first_name
        if self.last_name is not None:
            data["LastName"] = self.last_name
        if self.email is not None:
            data["Email"] = self.email
        return data
