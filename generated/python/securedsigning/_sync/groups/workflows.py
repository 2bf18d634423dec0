# Generated from spec/paths/workflows.yaml by group.py.jinja; do not edit.
"""The workflows group: List the workflows that were prepared in the account."""

from __future__ import annotations

from securedsigning._codec import decode_list
from securedsigning.models.workflow import Workflow
from securedsigning.operations import LIST_SMART_TAG_WORKFLOWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.options import CallOptions


class Workflows:
    """List the workflows that were prepared in the account."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def list_smart_tag_workflows(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[Workflow]:
        """List the Smart Tag workflows that were prepared in the account.

        Their references go into SmartTagRequest.WorkflowReference.

        ``GET /Workflow/GetSmartTagWorkflows``. Known from an official SDK only; no official page shows it. Scope:
        SmartTag.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(LIST_SMART_TAG_WORKFLOWS, "/Workflow/GetSmartTagWorkflows", options=options)
        return decode_list(response, LIST_SMART_TAG_WORKFLOWS, Workflow)
