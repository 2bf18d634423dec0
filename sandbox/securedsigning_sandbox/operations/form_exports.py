"""Data that was entered in forms, as files: of the groups Form Direct and Download."""

from __future__ import annotations

import sqlite3
from typing import Any

from starlette.responses import Response

from securedsigning_sandbox import flow
from securedsigning_sandbox.context import Call, State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fields import fields_of
from securedsigning_sandbox.form_data import MEDIA_TYPES, exported
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.downloads import disposition


@operation("exportFormData")
def export_form_data(call: Call) -> Any:
    return form_data(call)


@operation("downloadFormData")
def download_form_data(call: Call) -> Any:
    return form_data(call)


def form_data(call: Call, separator: str = "\t") -> Response:
    """The data of the document that the call names, in the format it names: as far as it was entered by now.

    Args:
        call: with the parameters ``DocumentReference`` and ``FormDataFileType``.
        separator: between the columns of a CSV, from ``form_data.csv_separator``.

    Raises:
        ApiError: 400 for a document that came from no form, 404 for one that is not there.
    """
    row = flow.find_document(call.state, call.account["reference"], call.parameters["DocumentReference"])
    if row["product"] != "FormDirect":
        raise ApiError(400, "The document has no form data.", [("DocumentReference", "It did not come from a form.")])
    return exported_file(call.state, row, call.parameters["FormDataFileType"], separator)


def exported_file(state: State, row: sqlite3.Row, kind: str, separator: str) -> Response:
    """The data of a document that came from a form, under its own name."""
    columns = [(field["name"], field["value"]) for field in fields_of(state, row["reference"])]
    name = f"{row['name'].rpartition('.')[0]}.{kind}"
    headers = {"Content-Disposition": disposition(name)}
    return Response(exported(columns, kind, separator), media_type=MEDIA_TYPES[kind], headers=headers)
