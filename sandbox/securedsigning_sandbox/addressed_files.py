"""Files at the addresses that ``file_addresses`` makes, for whoever has one."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.file_addresses import is_valid
from securedsigning_sandbox.operations.downloads import document_file


async def file_by_address(request: Request) -> Response:
    """What GetDocumentUrl points at; whoever has the address may fetch it while it is good, which is our choice."""
    return await run_in_threadpool(_file, request)


def _file(request: Request) -> Response:
    state: State = request.app.state.sandbox
    reference = request.path_params["reference"]
    query = request.query_params
    if not is_valid(state, reference, query.get("until", ""), query.get("key", "")):
        return ApiError(404, "This address is unknown or has expired.").response()
    document, _, data = reference.partition(".")
    row = state.store.one("SELECT * FROM documents WHERE reference = ? AND status != 'Deleted'", document)
    if row is None:
        return ApiError(404, "The document was deleted.").response()
    if data:
        kind, _, separator = data.partition(".")
        from securedsigning_sandbox.operations.form_exports import exported_file  # loads a large library

        return exported_file(state, row, kind, chr(int(separator, 16)))
    return document_file(state, row)
