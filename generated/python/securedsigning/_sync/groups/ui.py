# Generated from spec/paths/ui.yaml by templates/python/securedsigning/_async/groups/group.py.jinja; do not edit.
"""The ui group: Pages of the service for embedding in an iframe."""

from __future__ import annotations

from securedsigning._codec import decode, query
from securedsigning.models.ui_resource import UiResource
from securedsigning.operations import GET_UI_RESOURCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._sync.client import SecuredSigning
    from securedsigning.options import CallOptions


class Ui:
    """Pages of the service for embedding in an iframe."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def resource(
        self,
        *,
        resource_type: int,
        options: CallOptions | None = None,
    ) -> UiResource:
        """Get an embedded page (I Sign, We Sign and others) for an iframe.

        ``GET /UI/Resource``. Inferred from several sources; not confirmed by an official page or SDK. Scope: Basic.

        Args:
            resource_type: page number; 14 is I Sign (independent observation), others unknown.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        params = query(("ResourceType", resource_type))
        response = self._client.send(GET_UI_RESOURCE, "/UI/Resource", params=params, options=options)
        return decode(response, GET_UI_RESOURCE, UiResource)
