"""The Form Direct group: online forms, and the documents that are sent from them."""

from __future__ import annotations

from typing import Any

from securedsigning_sandbox import flow, views
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.form_designs import Form, Role, find_form, forms_of
from securedsigning_sandbox.form_sending import send_forms
from securedsigning_sandbox.operations import operation


@operation("listForms")
def list_forms(call: Call) -> Any:
    return [_form(form) for form in forms_of(call)]


@operation("getForm")
def form(call: Call) -> Any:
    return _form(find_form(call, call.parameters["FormReference"]))


@operation("getPredefinedFormFields")
def predefined_fields(call: Call) -> Any:
    found = find_form(call, call.parameters["FormReference"])
    fields = [
        {
            "FieldName": each.name,
            "DisplayName": each.label,
            "FieldType": each.kind,
            "FiledValue": each.value or None,
            "ValueOptions": list(each.options) or None,
            "ClientField": each.client_field,
        }
        for each in found.fields()
        if each.predefined
    ]
    return {"Fields": fields, "LastUpdateTime": found.updated}


@operation("sendForms")
def send_documents(call: Call) -> Any:
    rows, _ = send_forms(call, as_package=False)
    return [views.document(call.state, row) for row in rows]


@operation("sendFormsPackage")
def send_package(call: Call) -> Any:
    _, package = send_forms(call, as_package=True)
    row = call.state.store.one("SELECT * FROM packages WHERE reference = ?", package)
    assert row is not None
    return views.package(call.state, row)


@operation("getSignerLink")
def signer_link(call: Call) -> Any:
    """The signer is told by first name, last name and e-mail address, or by a reference that is given."""
    row = flow.find_document(call.state, call.account["reference"], call.body["DocumentReference"])
    wanted = call.body["Signer"]
    if row["product"] != "FormDirect":
        raise ApiError(400, "The document did not come from a form.", [("DocumentReference", "Name one that did.")])
    columns = {"FirstName": "first_name", "LastName": "last_name", "Email": "email", "SignerReference": "reference"}
    told = {column: wanted[member].strip().casefold() for member, column in columns.items() if wanted.get(member)}
    if not told:
        raise ApiError(400, "No signer is named.", [("Signer", "Give first name, last name and e-mail address.")])
    signers = call.state.signers(row["reference"])
    for signer in signers:
        if all(str(signer[column]).strip().casefold() == value for column, value in told.items()):
            return views.signer(signer)
    raise ApiError(404, "The document has no such signer.")


def _form(form: Form) -> dict[str, Any]:
    """A ``FormDirect``. ``Optional`` is there where a signer may be left out, and false, since nobody is yet."""
    return {
        "Name": form.name,
        "FormType": form.form_type,
        "Reference": form.reference,
        "Signers": [_signer(role) for role in form.roles],
    }


def _signer(role: Role) -> dict[str, Any]:
    return {
        "SignerType": role.signer_type,
        "UseIDData": True if role.id_data else None,
        "IDData": [{"Label": label, "DataType": kind} for label, kind in role.id_data] or None,
        "Optional": False if role.optional else None,
    }
