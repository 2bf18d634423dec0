"""Mail merge, of the Smart Tag group: one document and a list of people who each get a copy."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from securedsigning_sandbox import flow, mail_merges, views
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.dates import due_moment
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.merge_lists import MergeList, read_list
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.account import MAX_DUE_DAYS
from securedsigning_sandbox.sending import Terms, check_addresses, template


@operation("sendMailMerge")
def send_mail_merge(call: Call) -> Any:
    body = call.body
    document = flow.find_document(call.state, call.account["reference"], body["DocumentReference"])
    if document["status"] != "Initialized":
        problem = f"The document was sent before; its state is {document['status']}."
        raise ApiError(400, "The document cannot be merged.", [("DocumentReference", problem)])
    check_addresses({"ReturnUrl": body.get("ReturnUrl")})
    terms = Terms(
        product="SmartTag",
        due=due_moment(body["DueDate"], None, call.state.clock(), MAX_DUE_DAYS),
        due_date=body["DueDate"],
        embedded=body.get("Embedded", False),
        return_url=body.get("ReturnUrl"),
        invitation_template=template(call, "invitation", body),
    )
    return _view(call, mail_merges.start(call, document, _list(call), terms))


@operation("getMailMergeDocuments")
def mail_merge_documents(call: Call) -> Any:
    return _view(call, call.parameters["ProcessDocumentReference"])


def _list(call: Call) -> MergeList:
    try:
        try:
            data = base64.b64decode("".join(call.body["MailMergeListFileData"].split()), validate=True)
        except (binascii.Error, ValueError) as error:
            raise DocumentError("The data is no Base64.") from error
        return read_list(data, call.body["MailMergeListFileType"])
    except DocumentError as error:
        refused = [("MailMergeListFileData", str(error))]
        raise ApiError(400, "The mail merge list cannot be read.", refused) from error


def _view(call: Call, reference: str) -> Any:
    """A ``ProcessDocument``; the document of a row that could not be sent is among them, in the state Initialized."""
    state = call.state
    merge = call.own("merges", "mail merge", reference)
    rows = state.store.all(
        "SELECT documents.* FROM merge_rows JOIN documents ON documents.reference = merge_rows.document "
        "WHERE merge = ? AND status != 'Deleted' ORDER BY position",
        reference,
    )
    documents = [views.document(state, row) for row in rows]
    return {"Reference": reference, "ProcessingStatus": merge["status"], "Documents": documents}
