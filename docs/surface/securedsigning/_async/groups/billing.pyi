from __future__ import annotations
from securedsigning._arguments import segment
from securedsigning._codec import decode_list
from securedsigning.models.invoice_detail import InvoiceDetail
from securedsigning.models.invoice_info import InvoiceInfo
from securedsigning.operations import GET_INVOICE_DETAILS, LIST_INVOICES
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.options import CallOptions

class AsyncBilling:

    def __init__(self, client: AsyncSecuredSigning) -> None:
        ...

    async def invoices(self, *, options: CallOptions | None=None) -> list[InvoiceInfo]:
        ...

    async def invoice_details(self, invoice_reference: str, *, options: CallOptions | None=None) -> list[InvoiceDetail]:
        ...
