"""The account group."""

from __future__ import annotations

from typing import Any

from securedsigning_sandbox.context import Call
from securedsigning_sandbox.operations import operation

MAX_DUE_DAYS = 3650


@operation("getAccountInfo")
def info(call: Call) -> Any:
    account, settings = call.account, call.state.settings
    used = account["documents_used"]
    return {
        "Email": account["email"],
        "Name": account["name"],
        "PlanName": "Sandbox",
        "PlanType": "Sandbox",
        "DocumentRemain": settings.documents_in_plan - used,
        "DocumentUsed": used,
        "DocumentLeft": settings.documents_in_plan - used,
        "DefaultDueDate": 14,
        "MaxDueDate": MAX_DUE_DAYS,
        "DateFormat": "dd/MM/yyyy",
        "GMT": "0",
        "MaxUploadSize": settings.max_upload_size,
        "Actived": True,
        "Locked": False,
        "AccountStatus": "Paid",
        "UserId": account["reference"],
        "IsAdmin": True,
        "EnabledFaceToFaceSigning": False,
        "EnabledVideoConfirmation": False,
        "EnabledDocNegotiation": False,
        "EnabledReviewBeforeSigning": False,
    }
