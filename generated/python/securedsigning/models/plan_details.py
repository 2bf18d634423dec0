# Generated from spec/schemas/partners.yaml#/PlanDetails by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, as_integer, no_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class PlanDetails(Model):
    """Size of the plan of a company of type B.

    Attributes:
        plan_users: Users that the plan includes.
        plan_documents: Documents that the plan includes.
    """

    plan_users: int | None = None
    plan_documents: int | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {"PlanUsers": "integer", "PlanDocuments": "integer"}

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("PlanUsers", None)
        self.plan_users = None if value is None else value if value.__class__ is int else as_integer(value)
        value = take("PlanDocuments", None)
        self.plan_documents = None if value is None else value if value.__class__ is int else as_integer(value)
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.plan_users is not None:
            data["PlanUsers"] = self.plan_users
        if self.plan_documents is not None:
            data["PlanDocuments"] = self.plan_documents
        return data
