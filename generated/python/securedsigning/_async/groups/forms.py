# Generated from spec/paths/form-direct.yaml by templates/python/securedsigning/_async/groups/group.py.jinja; do not edit.
"""The forms group: Send online forms of the account."""

from __future__ import annotations

from securedsigning._codec import as_json, decode, decode_list, items_as_json, json_object, segment
from securedsigning.dates import wire_date
from securedsigning.models.document import Document
from securedsigning.models.employers import Employers
from securedsigning.models.form_direct import FormDirect
from securedsigning.models.form_field_response import FormFieldResponse
from securedsigning.models.package_response import PackageResponse
from securedsigning.models.signer import Signer
from securedsigning.operations import (
    EXPORT_FORM_DATA,
    GET_FORM,
    GET_PREDEFINED_FORM_FIELDS,
    GET_SIGNER_LINK,
    LIST_EMPLOYERS,
    LIST_FORMS,
    SEND_FORMS,
    SEND_FORMS_PACKAGE,
    UPDATE_EMPLOYERS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from securedsigning._async.client import AsyncSecuredSigning
    from securedsigning.downloads import Download, DownloadTarget
    from securedsigning.models.acc_claims_history_info import AccClaimsHistoryInfo
    from securedsigning.models.drop_down_list_item import DropDownListItem
    from securedsigning.models.form_data_file_type import FormDataFileType
    from securedsigning.models.super_fund_info import SuperFundInfo
    from securedsigning.models.tfn_info import TFNInfo
    from securedsigning.options import CallOptions


class AsyncForms:
    """Send online forms of the account."""

    def __init__(self, client: AsyncSecuredSigning) -> None:
        self._client = client

    async def list_all(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[FormDirect]:
        """List the forms available to the account with their signers.

        ``GET /FormDirect/GetFormList``. Known from an official SDK only; no official page shows it. Scope:
        FormDirect.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = await self._client.send(LIST_FORMS, "/FormDirect/GetFormList", options=options)
        return decode_list(response, LIST_FORMS, FormDirect)

    async def get(
        self,
        form_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> FormDirect:
        """Read one form with its signers.

        ``GET /FormDirect/GetSingleForm/{FormReference}``. Known from an official page. Scope: FormDirect.

        Args:
            form_reference: form reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = await self._client.send(
            GET_FORM, "/FormDirect/GetSingleForm/" + segment(form_reference, "form_reference"), options=options
        )
        return decode(response, GET_FORM, FormDirect)

    async def predefined_fields(
        self,
        form_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> FormFieldResponse:
        """List the predefined fields of a form.

        ``GET /FormDirect/GetPredefinedFormFields/{FormReference}``. Known from an official page. Scope: FormDirect.

        Args:
            form_reference: form reference.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = await self._client.send(
            GET_PREDEFINED_FORM_FIELDS,
            "/FormDirect/GetPredefinedFormFields/" + segment(form_reference, "form_reference"),
            options=options,
        )
        return decode(response, GET_PREDEFINED_FORM_FIELDS, FormFieldResponse)

    async def send_documents(
        self,
        *,
        forms: Sequence[FormDirect],
        due_date: str | date | datetime | None = None,
        gmt: str | None = None,
        invitation_email_template_reference: str | None = None,
        list_items: Sequence[DropDownListItem] | None = None,
        options: CallOptions | None = None,
    ) -> list[Document]:
        """Send forms and return the documents.

        ``POST /FormDirect/SendForms``. Known from an official page. Scope: FormDirect.

        Args:
            forms: forms to send.
            due_date: sign by this date; 14 days ahead when left out.
            gmt: UTC offset in minutes.
            invitation_email_template_reference: invitation template.
            list_items: options for drop-down fields.
            options: settings for this call.

        Raises:
            PaymentRequiredError: 402; the account is on hold until it is paid for.
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
            PlanExhaustedError: 426; no documents are left in the plan. (HTTP's own meaning of 426 is another.).
        """
        body = json_object(
            ("Forms", items_as_json(forms, "forms")),
            ("DueDate", None if due_date is None else wire_date(due_date, argument="due_date", now=self._client.now())),
            ("GMT", gmt),
            ("InvitationEmailTemplateReference", invitation_email_template_reference),
            ("ListItems", items_as_json(list_items, "list_items")),
        )
        response = await self._client.send(SEND_FORMS, "/FormDirect/SendForms", json=body, options=options)
        return decode_list(response, SEND_FORMS, Document)

    async def send_package(
        self,
        *,
        forms: Sequence[FormDirect],
        due_date: str | date | datetime | None = None,
        gmt: str | None = None,
        invitation_email_template_reference: str | None = None,
        list_items: Sequence[DropDownListItem] | None = None,
        options: CallOptions | None = None,
    ) -> PackageResponse:
        """Send forms and return the package.

        ``POST /FormDirect/SendForms2``. Known from an official page. Scope: FormDirect.

        Args:
            forms: forms to send.
            due_date: sign by this date; 14 days ahead when left out.
            gmt: UTC offset in minutes.
            invitation_email_template_reference: invitation template.
            list_items: options for drop-down fields.
            options: settings for this call.

        Raises:
            PaymentRequiredError: 402; the account is on hold until it is paid for.
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
            PlanExhaustedError: 426; no documents are left in the plan. (HTTP's own meaning of 426 is another.).
        """
        body = json_object(
            ("Forms", items_as_json(forms, "forms")),
            ("DueDate", None if due_date is None else wire_date(due_date, argument="due_date", now=self._client.now())),
            ("GMT", gmt),
            ("InvitationEmailTemplateReference", invitation_email_template_reference),
            ("ListItems", items_as_json(list_items, "list_items")),
        )
        response = await self._client.send(SEND_FORMS_PACKAGE, "/FormDirect/SendForms2", json=body, options=options)
        return decode(response, SEND_FORMS_PACKAGE, PackageResponse)

    async def signer_link(
        self,
        *,
        document_reference: str,
        signer: Signer,
        options: CallOptions | None = None,
    ) -> Signer:
        """Get a signer with the link that opens their form.

        ``POST /FormDirect/GetSignerLink``. Known from an official SDK only; no official page shows it. Scope:
        FormDirect.

        Args:
            document_reference: document reference.
            signer: signer named by first name, last name and email.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        body = json_object(("DocumentReference", document_reference), ("Signer", as_json(signer, "signer")))
        response = await self._client.send(GET_SIGNER_LINK, "/FormDirect/GetSignerLink", json=body, options=options)
        return decode(response, GET_SIGNER_LINK, Signer)

    async def export_data(
        self,
        document_reference: str,
        form_data_file_type: FormDataFileType | str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Export the data of a form.

        ``GET /FormDirect/Export/{DocumentReference}/{FormDataFileType}``. Known from an official SDK only; no
        official page shows it. Scope: FormDirect.

        Args:
            document_reference: document reference.
            form_data_file_type: export format.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        return await self._client.download(
            EXPORT_FORM_DATA,
            "/FormDirect/Export/"
            + segment(document_reference, "document_reference")
            + "/"
            + segment(form_data_file_type, "form_data_file_type"),
            to=to,
            options=options,
        )

    async def employers(
        self,
        *,
        options: CallOptions | None = None,
    ) -> Employers:
        """List employer details used to prefill public forms.

        ``GET /FormDirect/Employers``. Known from an official SDK only; no official page shows it. Scope: FormDirect.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        response = await self._client.send(LIST_EMPLOYERS, "/FormDirect/Employers", options=options)
        return decode(response, LIST_EMPLOYERS, Employers)

    async def update_employers(
        self,
        *,
        super_fund: Sequence[SuperFundInfo] | None = None,
        tfn: Sequence[TFNInfo] | None = None,
        acc_claims_history: Sequence[AccClaimsHistoryInfo] | None = None,
        options: CallOptions | None = None,
    ) -> Employers:
        """Save employer details used to prefill public forms.

        ``POST /FormDirect/UpdateEmployers``. Known from an official SDK only; no official page shows it. Scope:
        FormDirect.

        Args:
            super_fund: superannuation employers.
            tfn: tax file number employers.
            acc_claims_history: ACC claims history employers.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the reference is not known to the account, or the document is gone under the retention
                policy.
        """
        body = json_object(
            ("SuperFund", items_as_json(super_fund, "super_fund")),
            ("TFN", items_as_json(tfn, "tfn")),
            ("AccClaimsHistory", items_as_json(acc_claims_history, "acc_claims_history")),
        )
        response = await self._client.send(UPDATE_EMPLOYERS, "/FormDirect/UpdateEmployers", json=body, options=options)
        return decode(response, UPDATE_EMPLOYERS, Employers)
