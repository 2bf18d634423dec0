# Generated from spec/schemas/billing.yaml#/InvoiceType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from collections.abc import Mapping

from securedsigning._codec import OpenEnum


class InvoiceType(OpenEnum):
    """What an invoice or a line of it is for.

    Other values are kept as they come.
    """

    NONE = "None"
    BUY_SMS = "BuySMS"
    BUY_ID_CHECK = "BuyIdCheck"
    ACCOUNT = "Account"
    MEMBERSHIP_ACCOUNT = "MembershipAccount"
    MEMBERSHIP = "Membership"
    PARTNER = "Partner"
    BUY_DOCUMENT_NEGOTIATION = "BuyDocumentNegotiation"
    SENDER = "Sender"

    @classmethod
    def _numbers(cls) -> Mapping[int, str]:
        return {
            0: "None",
            1: "BuySMS",
            2: "BuyIdCheck",
            3: "Account",
            4: "MembershipAccount",
            5: "Membership",
            6: "Partner",
            7: "BuyDocumentNegotiation",
            8: "Sender",
        }
