# Generated from spec/paths/packages.yaml by group.py.jinja; do not edit.
"""The packages group: Follow, extend or remove documents that were sent together."""

from __future__ import annotations

from securedsigning._arguments import json_object, query, segment
from securedsigning._codec import decode
from securedsigning.dates import wire_date
from securedsigning.models.package_response import PackageResponse
from securedsigning.operations import DELETE_PACKAGE, DELETE_PACKAGE_POST, EXTEND_PACKAGE, GET_PACKAGE_STATUS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime

    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.options import CallOptions


class AsyncPackages:
    """Follow, extend or remove documents that were sent together."""

    def __init__(self, client: AsyncSecuredSigning) -> None:
        self._client = client

    async def status(
        self,
        package_reference: str,
        *,
        document_log: bool | None = None,
        options: CallOptions | None = None,
    ) -> PackageResponse:
        """Read a package with its state and its documents.

        ``GET /Package/Status/{PackageReference}``. Known from an official page. Scope: Basic.

        Args:
            package_reference: reference of the package, as the call that sent it answered.
            document_log: whether each document also holds its activity log, as Document.Logs.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        params = query(("DocumentLog", document_log))
        response = await self._client.send(
            GET_PACKAGE_STATUS,
            "/Package/Status/" + segment(package_reference, "package_reference"),
            params=params,
            options=options,
        )
        return decode(response, GET_PACKAGE_STATUS, PackageResponse)

    async def extend(
        self,
        *,
        package_reference: str,
        due_date: str | date | datetime,
        gmt: str | None = None,
        options: CallOptions | None = None,
    ) -> PackageResponse:
        """Move the due date of all documents of a package, and get the package as it is then.

        ``POST /Package/Extend``. Known from an official page. Scope: Basic.

        Args:
            package_reference: reference of the package.
            due_date: new last day to sign. ISO 8601, best in UTC; other formats are read by the settings of the user
                and refused when they are not clear.
            gmt: offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in
                summer. The setting of the user applies when left out; 0 when DueDate is given in UTC.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(
            ("PackageReference", package_reference),
            ("DueDate", wire_date(due_date, argument="due_date", now=self._client.now())),
            ("GMT", gmt),
        )
        response = await self._client.send(EXTEND_PACKAGE, "/Package/Extend", json=body, options=options)
        return decode(response, EXTEND_PACKAGE, PackageResponse)

    async def delete_by_post(
        self,
        package_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Delete a whole package by POST, for callers that cannot send DELETE.

        Does the same as ``packages.delete``.

        ``POST /Package/Delete/{PackageReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            package_reference: reference of the package.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        await self._client.send(
            DELETE_PACKAGE_POST, "/Package/Delete/" + segment(package_reference, "package_reference"), options=options
        )

    async def delete(
        self,
        package_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Delete a whole package.

        To take a single document out of a package use ``documents.delete``.

        ``DELETE /Package/{PackageReference}``. Known from an official SDK only; no official page shows it. Scope:
        Basic.

        Args:
            package_reference: reference of the package.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        await self._client.send(
            DELETE_PACKAGE, "/Package/" + segment(package_reference, "package_reference"), options=options
        )
