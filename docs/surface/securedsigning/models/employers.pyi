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
    super_fund: list[SuperFundInfo] | None = None
    tfn: list[TFNInfo] | None = None
    acc_claims_history: list[AccClaimsHistoryInfo] | None = None
    additional_properties: dict[str, Any] = field(factory=no_members)

    @classmethod
    def decode_owned(cls, data: dict[str, Any]) -> Self:
        ...

    def to_dict(self) -> dict[str, Any]:
        ...

    def __init__(self, *, super_fund: list[SuperFundInfo] | None=None, tfn: list[TFNInfo] | None=None, acc_claims_history: list[AccClaimsHistoryInfo] | None=None, additional_properties: dict[str, Any]=field(factory=no_members)) -> None:
        ...
