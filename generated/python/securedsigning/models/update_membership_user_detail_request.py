# Generated from spec/schemas/partners.yaml#/UpdateMembershipUserDetailRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self


@define(kw_only=True)
class UpdateMembershipUserDetailRequest(Model):
    """Change a user of a type A company.

    Attributes:
        first_name: First name.
        last_name: Last name.
        email: Email.
        job_title: Job title.
        client_reference: Partner's own id, probably what identifies the user.
        additional_properties: members that the spec does not know.
    """

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    job_title: str | None = None
    client_reference: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        self.first_name = take("FirstName", None)
        self.last_name = take("LastName", None)
        self.email = take("Email", None)
        self.job_title = take("JobTitle", None)
        self.client_reference = take("ClientReference", None)
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
        if self.job_title is not None:
            data["JobTitle"] = self.job_title
        if self.client_reference is not None:
            data["ClientReference"] = self.client_reference
        return data
