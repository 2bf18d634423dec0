# Generated from spec/paths/ui.yaml by group.py.jinja; do not edit.
"""The ui group: Get pages of the service for an iframe. I Sign and We Sign have no other calls that are known."""

from __future__ import annotations

from securedsigning._arguments import query
from securedsigning._codec import decode
from securedsigning.models.ui_resource import UiResource
from securedsigning.operations import GET_UI_RESOURCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.options import CallOptions


class Ui:
    """Get pages of the service for an iframe. I Sign and We Sign have no other calls that are known."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def resource(
        self,
        *,
        resource_type: int,
        options: CallOptions | None = None,
    ) -> UiResource:
        """Get a page of the service, such as I Sign or We Sign, to be shown in an iframe.

        Whether the service still offers this call, and what it answers, is inferred. The page asks for the scope
        ISign or WeSign beside Basic.

        ``GET /UI/Resource``. Inferred from several sources; not confirmed by an official page or SDK. Scope: Basic.

        Args:
            resource_type: number of the page: 14 is I Sign. Other numbers are not known.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        params = query(("ResourceType", resource_type))
        response = self._client.send(GET_UI_RESOURCE, "/UI/Resource", params=params, options=options)
        return decode(response, GET_UI_RESOURCE, UiResource)
