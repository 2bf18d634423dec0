# Generated from spec/schemas/partners.yaml#/MembershipRequest by templates/python/securedsigning/models/model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_boolean, no_members
from securedsigning.models.company import Company
from securedsigning.models.membership_user_authentication_options import MembershipUserAuthenticationOptions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class MembershipRequest(Model):
    """Create or link a type A (enterprise) company account.

    Attributes:
        terms_of_use: Terms accepted.
        company: Company to create; leave out when linking.
        membership_code: Existing company code; when linking.
        membership_authentication_code: Proof for linking.
        user_authentication_options: How users of the company sign in.
        client_reference: Partner's own id.
        additional_properties: members that the spec does not know.
    """

    terms_of_use: bool
    company: Company | None = None
    membership_code: str | None = None
    membership_authentication_code: str | None = None
    user_authentication_options: MembershipUserAuthenticationOptions | None = None
    client_reference: str | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _required: ClassVar[tuple[str, ...]] = ("TermsOfUse",)
    _checked: ClassVar[Mapping[str, str]] = {
        "TermsOfUse": "boolean",
        "Company": "Company",
        "UserAuthenticationOptions": "MembershipUserAuthenticationOptions",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("TermsOfUse")
        self.terms_of_use = value if value.__class__ is bool else as_boolean(value)
        value = take("Company", None)
        self.company = None if value is None else Company.decode_owned(value)
        self.membership_code = take("MembershipCode", None)
        self.membership_authentication_code = take("MembershipAuthenticationCode", None)
        value = take("UserAuthenticationOptions", None)
        self.user_authentication_options = (
            None if value is None else MembershipUserAuthenticationOptions.decode_owned(value)
        )
        self.client_reference = take("ClientReference", None)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        data["TermsOfUse"] = self.terms_of_use
        if self.company is not None:
            data["Company"] = self.company.to_dict()
        if self.membership_code is not None:
            data["MembershipCode"] = self.membership_code
        if self.membership_authentication_code is not None:
            data["MembershipAuthenticationCode"] = self.membership_authentication_code
        if self.user_authentication_options is not None:
            data["UserAuthenticationOptions"] = self.user_authentication_options.to_dict()
        if self.client_reference is not None:
            data["ClientReference"] = self.client_reference
        return data
