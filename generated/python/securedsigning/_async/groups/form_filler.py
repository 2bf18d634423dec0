# Generated from spec/paths/form-filler.yaml by group.py.jinja; do not edit.
"""The form_filler group: Fill templates of the account and send them."""

from __future__ import annotations

from securedsigning._arguments import items_as_json, json_object, segment
from securedsigning._codec import decode, decode_list
from securedsigning.dates import wire_date
from securedsigning.models.form_filler_send_response import FormFillerSendResponse
from securedsigning.models.form_filler_template import FormFillerTemplate
from securedsigning.operations import (
    GET_FORM_FILLER_FIELDS,
    GET_FORM_FILLER_SIGNERS,
    LIST_FORM_FILLER_TEMPLATES,
    SEND_FORM_FILLER_TEMPLATES,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.options import CallOptions


class AsyncFormFiller:
    """Fill templates of the account and send them."""

    def __init__(self, client: AsyncSecuredSigning) -> None:
        self._client = client

    async def list_templates(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[FormFillerTemplate]:
        """List the Form Filler templates of the account.

        Signer slots and fields come from ``form_filler.template_signers`` and ``form_filler.template_fields``.

        ``GET /FormFiller/GetTemplateList``. Known from an official SDK only; no official page shows it. Scope:
        FormFiller.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = await self._client.send(LIST_FORM_FILLER_TEMPLATES, "/FormFiller/GetTemplateList", options=options)
        return decode_list(response, LIST_FORM_FILLER_TEMPLATES, FormFillerTemplate)

    async def template_signers(
        self,
        template_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> FormFillerTemplate:
        """Read a template with the signer slots that are to be filled.

        ``GET /FormFiller/GetSignerTemplate/{TemplateReference}``. Known from an official SDK only; no official page
        shows it. Scope: FormFiller.

        Args:
            template_reference: reference of the template, as ``form_filler.list_templates`` gives it.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = await self._client.send(
            GET_FORM_FILLER_SIGNERS,
            "/FormFiller/GetSignerTemplate/" + segment(template_reference, "template_reference"),
            options=options,
        )
        return decode(response, GET_FORM_FILLER_SIGNERS, FormFillerTemplate)

    async def template_fields(
        self,
        template_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> FormFillerTemplate:
        """Read a template with the fields that can be filled.

        ``GET /FormFiller/GetFieldTemplate/{TemplateReference}``. Known from an official SDK only; no official page
        shows it. Scope: FormFiller.

        Args:
            template_reference: reference of the template, as ``form_filler.list_templates`` gives it.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = await self._client.send(
            GET_FORM_FILLER_FIELDS,
            "/FormFiller/GetFieldTemplate/" + segment(template_reference, "template_reference"),
            options=options,
        )
        return decode(response, GET_FORM_FILLER_FIELDS, FormFillerTemplate)

    async def send(
        self,
        *,
        templates: Sequence[FormFillerTemplate],
        due_date: str | date | datetime | None = None,
        gmt: str | None = None,
        embedded: bool | None = None,
        return_url: str | None = None,
        sequential: bool | None = None,
        notify_url: str | None = None,
        options: CallOptions | None = None,
    ) -> FormFillerSendResponse:
        """Send filled templates to their signers, and get the documents made from them.

        Each signer keeps the SignerReference of its slot; of the fields only those that are filled need to be sent.
        Starts a We Sign process.

        ``POST /FormFiller/Send``. Known from an official page. Scope: FormFiller.

        Args:
            templates: templates with their signers, and with the fields that are filled.
            due_date: last day to sign; 14 days ahead when left out. ISO 8601, best in UTC; other formats are read by
                the settings of the user and refused when they are not clear.
            gmt: offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in
                summer. The setting of the user applies when left out; 0 when DueDate is given in UTC.
            embedded: whether all signers sign in a page of your own instead of being invited by email.
            return_url: page to which the browser goes after embedded signing. That it is reached proves nothing; read
                the state.
            sequential: whether the signers sign one after another, in the order of the template.
            notify_url: address that the service calls when the state changes. What it sends is not documented: take a
                call as a hint and read the state.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(
            ("Templates", items_as_json(templates, "templates")),
            ("DueDate", None if due_date is None else wire_date(due_date, argument="due_date", now=self._client.now())),
            ("GMT", gmt),
            ("Embedded", embedded),
            ("ReturnUrl", return_url),
            ("Sequential", sequential),
            ("NotifyUrl", notify_url),
        )
        response = await self._client.send(SEND_FORM_FILLER_TEMPLATES, "/FormFiller/Send", json=body, options=options)
        return decode(response, SEND_FORM_FILLER_TEMPLATES, FormFillerSendResponse)
