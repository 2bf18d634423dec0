# Generated from spec/paths/packages.yaml by templates/python/securedsigning/_async/groups/group.py.jinja; do not edit.
"""The packages group: Documents that were sent together."""

from __future__ import annotations

from securedsigning._codec import decode, json_object, query, segment
from securedsigning.dates import wire_date
from securedsigning.models.package_response import PackageResponse
from securedsigning.operations import DELETE_PACKAGE, DELETE_PACKAGE_POST, EXTEND_PACKAGE, GET_PACKAGE_STATUS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime

    from securedsigning._sync.client import SecuredSigning
    from securedsigning.options import CallOptions


class Packages:
    """Documents that were sent together."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def status(
        self,
        package_reference: str,
        *,
        document_log: bool | None = None,
        options: CallOptions | None = None,
    ) -> PackageResponse:
        """Read a package with its documents and state.

        ``GET /Package/Status/{PackageReference}``. Known from an official page. Scope: Basic.

        Args:
            package_reference: package reference.
            document_log: also return the activity log.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        params = query(("DocumentLog", document_log))
        response = self._client.send(
            GET_PACKAGE_STATUS,
            "/Package/Status/" + segment(package_reference, "package_reference"),
            params=params,
            options=options,
        )
        return decode(response, GET_PACKAGE_STATUS, PackageResponse)

    def extend(
        self,
        *,
        package_reference: str,
        due_date: str | date | datetime,
        gmt: str | None = None,
        options: CallOptions | None = None,
    ) -> PackageResponse:
        """Move a package's due date.

        ``POST /Package/Extend``. Known from an official page. Scope: Basic.

        Args:
            package_reference: package reference.
            due_date: new due date; same rules as ExtendRequest.
            gmt: local offset from UTC in minutes; same rules as ExtendRequest.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        body = json_object(
            ("PackageReference", package_reference),
            ("DueDate", wire_date(due_date, argument="due_date", now=self._client.now())),
            ("GMT", gmt),
        )
        response = self._client.send(EXTEND_PACKAGE, "/Package/Extend", json=body, options=options)
        return decode(response, EXTEND_PACKAGE, PackageResponse)

    def delete_by_post(
        self,
        package_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Delete a package (POST form).

        ``POST /Package/Delete/{PackageReference}``. Known from an official SDK only; no official page shows it.
        Scope: Basic.

        Args:
            package_reference: package reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        self._client.send(
            DELETE_PACKAGE_POST, "/Package/Delete/" + segment(package_reference, "package_reference"), options=options
        )

    def delete(
        self,
        package_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Delete a package.

        ``DELETE /Package/{PackageReference}``. Known from an official SDK only; no official page shows it. Scope:
        Basic.

        Args:
            package_reference: package reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        self._client.send(
            DELETE_PACKAGE, "/Package/" + segment(package_reference, "package_reference"), options=options
        )
