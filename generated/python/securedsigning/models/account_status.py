# Generated from spec/schemas/account.yaml#/AccountStatus by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class AccountStatus(OpenEnum):
    """State of an account. OnHold waits for a payment.

    Other values are kept as they come.
    """

    FREE_WAY = "FreeWay"
    PAID = "Paid"
    ON_HOLD = "OnHold"
    INACTIVE = "Inactive"
    CANCELLED = "Cancelled"
    EXPIRED = "Expired"
    DISABLED = "Disabled"
