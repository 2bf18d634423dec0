# Generated from spec/schemas/form-direct.yaml#/Employers by model.py.jinja; do not edit.
from __future__ import annotations

from attrs import define, field

from securedsigning._codec import Model, no_members
from securedsigning.models.acc_claims_history_info import AccClaimsHistoryInfo
from securedsigning.models.super_fund_info import SuperFundInfo
from securedsigning.models.tfn_info import TFNInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self


@define(kw_only=True)
class Employers(Model):
    """Employers whose details can be filled into public forms, by kind of form.

    Attributes:
        super_fund: For Australian superannuation forms.
        tfn: For Australian tax file number declarations.
        acc_claims_history: For New Zealand ACC claims history forms.
    """

    super_fund: list[SuperFundInfo] | None = None
    tfn: list[TFNInfo] | None = None
    acc_claims_history: list[AccClaimsHistoryInfo] | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    _checked: ClassVar[Mapping[str, str]] = {
        "SuperFund": "list SuperFundInfo",
        "TFN": "list TFNInfo",
        "AccClaimsHistory": "list AccClaimsHistoryInfo",
    }

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        self = cls.__new__(cls)
        take = data.pop
        value = take("SuperFund", None)
        self.super_fund = None if value is None else [SuperFundInfo.decode_owned(item) for item in value]
        value = take("TFN", None)
        self.tfn = None if value is None else [TFNInfo.decode_owned(item) for item in value]
        value = take("AccClaimsHistory", None)
        self.acc_claims_history = None if value is None else [AccClaimsHistoryInfo.decode_owned(item) for item in value]
        self.additional_properties = data
        return self

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, with the names of the API."""
        data: dict[str, Any] = {**self.additional_properties}
        if self.super_fund is not None:
            data["SuperFund"] = [item.to_dict() for item in self.super_fund]
        if self.tfn is not None:
            data["TFN"] = [item.to_dict() for item in self.tfn]
        if self.acc_claims_history is not None:
            data["AccClaimsHistory"] = [item.to_dict() for item in self.acc_claims_history]
        return data
