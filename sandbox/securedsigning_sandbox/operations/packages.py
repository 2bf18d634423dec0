"""The package group."""

from __future__ import annotations

from typing import Any

from securedsigning_sandbox import views
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.errors import not_found
from securedsigning_sandbox.operations import operation
from securedsigning_sandbox.operations.documents import delete_row, extend_row


@operation("getPackageStatus")
def status(call: Call) -> Any:
    row = _package(call, call.parameters["PackageReference"])
    return views.package(call.state, row, with_log=call.parameters.get("DocumentLog", False))


@operation("extendPackage")
def extend(call: Call) -> Any:
    row = _package(call, call.body["PackageReference"])
    with call.state.store.transaction():
        for document in _documents(call, row):
            extend_row(call, document, call.body["DueDate"], call.body.get("GMT"))
    return views.package(call.state, row)


@operation("deletePackage")
@operation("deletePackagePost")
def delete(call: Call) -> Any:
    row = _package(call, call.parameters["PackageReference"])
    with call.state.store.transaction():
        for document in _documents(call, row):
            delete_row(call, document)
    return None


def _package(call: Call, reference: str) -> Any:
    row = call.own("packages", "package", reference)
    if not _documents(call, row):
        raise not_found("package", reference)
    return row


def _documents(call: Call, row: Any) -> list[Any]:
    return call.state.store.all(
        "SELECT * FROM documents WHERE package = ? AND status != 'Deleted' ORDER BY package_position", row["reference"]
    )
