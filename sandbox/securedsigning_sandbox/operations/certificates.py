"""Completion certificates: who signed a document, when, and what happened to it on the way."""

from __future__ import annotations

import sqlite3
from typing import Any

from starlette.responses import Response

from securedsigning_sandbox import flow, views
from securedsigning_sandbox.certificate_paper import certificate_pdf
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.errors import not_found
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.downloads import disposition
from securedsigning_sandbox.references import new_reference


@operation("listSigningCompletionCertificates")
def list_certificates(call: Call) -> Any:
    """One for a document that is complete, none before; that there is never more than one is our choice."""
    row = flow.find_document(call.state, call.account["reference"], call.parameters["DocumentReference"])
    if row["status"] != "Complete":
        return []
    reference = _certificate(call, row)
    return [
        {
            "CertificateReference": reference,
            "SigningDate": views.moment(row["last_signed_at"]),
            "Status": row["status"],
            "DownloadURL": f"{call.origin}/web/v1.4/Download/SigningCompletionCertificate/{reference}",
        }
    ]


@operation("downloadSigningCompletionCertificate")
def download(call: Call) -> Any:
    reference = call.parameters["CertificateReference"]
    row = call.state.store.one(
        "SELECT documents.* FROM documents JOIN certificates ON certificates.document = documents.reference "
        "WHERE certificates.reference = ? AND documents.account = ? AND documents.status != 'Deleted'",
        reference,
        call.account["reference"],
    )
    if row is None:
        raise not_found("completion certificate", reference)
    name = f"{row['name'].rpartition('.')[0]} - completion certificate.pdf"
    headers = {"Content-Disposition": disposition(name)}
    return Response(certificate_pdf(call.state, row), media_type="application/pdf", headers=headers)


def _certificate(call: Call, document: sqlite3.Row) -> str:
    """The reference of a document's certificate; given when it is asked for first."""
    store = call.state.store
    with store.transaction():
        row = store.one("SELECT reference FROM certificates WHERE document = ?", document["reference"])
        if row is not None:
            return str(row["reference"])
        reference = new_reference()
        store.insert("certificates", reference=reference, document=document["reference"])
        return reference
