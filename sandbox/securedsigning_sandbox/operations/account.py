"""The account group."""

from __future__ import annotations

from typing import Any

from securedsigning_sandbox import plan
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.operations import operation

DEFAULT_DUE_DAYS = 14
MAX_DUE_DAYS = 3650


@operation("getAccountInfo")
def info(call: Call) -> Any:
    account, settings = call.account, call.state.settings
    reference = account["reference"]
    left = plan.remaining(call.state, reference)
    user = call.state.store.one("SELECT * FROM company_users WHERE account = ?", reference)
    return {
        "Email": account["email"],
        "Name": account["name"],
        "PlanName": "Sandbox",
        "PlanType": "Sandbox",
        "DocumentRemain": left,
        "DocumentUsed": plan.used(call.state, reference),
        "DocumentLeft": left,
        "DefaultDueDate": DEFAULT_DUE_DAYS,
        "MaxDueDate": MAX_DUE_DAYS,
        "DateFormat": "dd/MM/yyyy",
        "GMT": "0",
        "MaxUploadSize": settings.max_upload_size,
        "Actived": True,
        "Locked": False,
        "AccountStatus": "Paid",
        "UserId": reference,
        "IsAdmin": user is None or bool(user["is_admin"]),
        "EnabledFaceToFaceSigning": True,
        "EnabledVideoConfirmation": False,
        "EnabledDocNegotiation": False,
        "EnabledReviewBeforeSigning": False,
    }
