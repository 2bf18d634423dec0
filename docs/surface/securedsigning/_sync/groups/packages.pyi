from __future__ import annotations
from securedsigning._arguments import json_object, query, segment
from securedsigning._codec import decode
from securedsigning.dates import wire_date
from securedsigning.models.package_response import PackageResponse
from securedsigning.operations import DELETE_PACKAGE, DELETE_PACKAGE_POST, EXTEND_PACKAGE, GET_PACKAGE_STATUS
TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.options import CallOptions

class Packages:

    def __init__(self, client: SecuredSigning) -> None:
        ...

    def status(self, package_reference: str, *, document_log: bool | None=None, options: CallOptions | None=None) -> PackageResponse:
        ...

    def extend(self, *, package_reference: str, due_date: str | date | datetime, gmt: str | None=None, options: CallOptions | None=None) -> PackageResponse:
        ...

    def delete_by_post(self, package_reference: str, *, options: CallOptions | None=None) -> None:
        ...

    def delete(self, package_reference: str, *, options: CallOptions | None=None) -> None:
        ...
