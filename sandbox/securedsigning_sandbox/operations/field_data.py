"""What signers entered in the fields of a document; of the Document group."""

from __future__ import annotations

from typing import Any

from securedsigning_sandbox import flow
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fields import fields_of
from securedsigning_sandbox.operations import operation


@operation("getFieldData")
def field_data(call: Call) -> Any:
    row = flow.find_document(call.state, call.account["reference"], call.parameters["DocumentReference"])
    if row["product"] == "FormDirect":
        problem = "The document came from a form of Form Direct; its data is exported."
        raise ApiError(400, problem, [("DocumentReference", "Use /FormDirect/Export.")])
    return [
        {
            "ID": field["reference"],
            "Label": field["label"],
            "Value": field["value"],
            "FieldType": field["kind"],
            "IsRequired": bool(field["required"]),
            "ReadOnly": bool(field["read_only"]),
            "ClientField": field["client_field"],
        }
        for field in fields_of(call.state, row["reference"])
    ]
