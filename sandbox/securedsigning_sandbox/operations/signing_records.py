"""Downloads of what comes of signing besides the document: journal, identities, pictures, files, a recording."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from typing import Any

from starlette.responses import Response

from securedsigning_sandbox import flow, views
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.dates import due_moment
from securedsigning_sandbox.documents.places import page_count, page_png
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.file_names import archive_name
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.account import MAX_DUE_DAYS
from securedsigning_sandbox.operations.downloads import disposition
from securedsigning_sandbox.signing_records import Record, identity_report, journal
from securedsigning_sandbox.statuses import FINAL

_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_PICTURE_WIDTH = 800  # pixels
_MOST_PICTURES = 50  # of one signature


@operation("rescheduleVideoSigning")
def reschedule(call: Call) -> Any:
    """The meeting is noted in the log. Which documents have one is not known; here any that was sent and is not over."""
    state, body = call.state, call.body
    row = flow.find_document(state, call.account["reference"], body["DocumentReference"])
    if row["status"] in FINAL | {"Initialized", "Expired"}:
        raise ApiError(400, f"A document in the state {row['status']} has no meeting to move.")
    at = due_moment(body["ScheduleDate"], body.get("GMT") or row["gmt"], state.clock(), MAX_DUE_DAYS, "ScheduleDate")
    with state.store.transaction():
        state.store.run("UPDATE documents SET meeting_at = ? WHERE reference = ?", at, row["reference"])
        flow.write_log(state, row["reference"], *call.actor, f"Video signing moved to {views.moment(at)}")
    return views.document(state, flow.reload(state, row))


@operation("downloadUploadedFiles")
def uploaded_files(call: Call) -> Any:
    row = _document(call)
    files = call.state.store.all("SELECT * FROM uploaded_files WHERE document = ? ORDER BY rowid", row["reference"])
    if not files:
        raise ApiError(404, "No invitee has uploaded a file with this document.")
    data, names = io.BytesIO(), set[str]()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.write(call.state.store.path(file["content"]), archive_name(file["name"], names))
    return _sent(data.getvalue(), f"{_stem(row)} - uploaded files.zip", "application/zip")


@operation("downloadNotaryJournal")
def notary_journal(call: Call) -> Any:
    row = _document(call)
    if row["product"] is None:
        raise ApiError(404, "The document was not sent yet; there is no journal.")
    return _record(journal(call.state, row), call.parameters["ENotaryJournalDataType"], f"{_stem(row)} - journal")


@operation("downloadIdVerification")
def id_verification(call: Call) -> Any:
    row = _document(call)
    report = identity_report(call.state, row)
    if report is None:
        raise ApiError(
            404, "The document asks for no check of identities; in the sandbox a tag such as [!IDCheck.1] does."
        )
    return _record(report, call.parameters["IDVerificationDataType"], f"{_stem(row)} - identities")


@operation("downloadVideoSigningRecording")
def recording(call: Call) -> Any:
    row = _document(call)
    found = call.state.store.one("SELECT * FROM recordings WHERE document = ?", row["reference"])
    if found is None:
        problem = "There is no recording: the sandbox has no video. Its control API can attach one (POST recording)."
        raise ApiError(404, problem)
    return _sent(found["content"], found["name"], "application/octet-stream")


@operation("downloadSnapshots")
def snapshots(call: Call) -> Any:
    """The pages as they were after each signature, in an archive."""
    row, store = _document(call), call.state.store
    taken = store.all(
        "SELECT snapshots.*, signers.first_name, signers.last_name FROM snapshots "
        "JOIN signers ON signers.reference = snapshots.signer WHERE snapshots.document = ? ORDER BY snapshots.rowid",
        row["reference"],
    )
    if not taken:
        raise ApiError(404, "Nobody has signed the document yet; there are no pictures.")
    data, names = io.BytesIO(), set[str]()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        for number, one in enumerate(taken, start=1):
            pdf = store.path(one["pdf"])
            for page in range(min(page_count(pdf), _MOST_PICTURES)):
                name = f"{number} {flow.full_name(one)} - page {page + 1}.png"
                archive.writestr(archive_name(name, names), page_png(pdf, page, _PICTURE_WIDTH))
    return _sent(data.getvalue(), f"{_stem(row)} - snapshots.zip", "application/octet-stream")


def _document(call: Call) -> sqlite3.Row:
    return flow.find_document(call.state, call.account["reference"], call.parameters["DocumentReference"])


def _stem(row: sqlite3.Row) -> str:
    return str(row["name"].rpartition(".")[0])


def _record(record: Record, kind: str, name: str) -> Response:
    content = {"pdf": record.as_pdf, "json": record.as_json, "xlsx": record.as_xlsx}[kind]()
    return _sent(content, f"{name}.{kind}", _MEDIA_TYPES[kind])


def _sent(content: bytes, name: str, media_type: str) -> Response:
    return Response(content, media_type=media_type, headers={"Content-Disposition": disposition(name)})
