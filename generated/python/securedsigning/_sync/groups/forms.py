# Generated from spec/paths/form-direct.yaml by group.py.jinja; do not edit.
"""The forms group: Send the online forms of the account, and fetch the data entered in them."""

from __future__ import annotations

from securedsigning._arguments import as_json, items_as_json, json_object, segment
from securedsigning._codec import decode, decode_list
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

    from securedsigning._sync.client import SecuredSigning
    from securedsigning.downloads import Download, DownloadTarget
    from securedsigning.models.acc_claims_history_info import AccClaimsHistoryInfo
    from securedsigning.models.drop_down_list_item import DropDownListItem
    from securedsigning.models.enums import FormDataFileType
    from securedsigning.models.super_fund_info import SuperFundInfo
    from securedsigning.models.tfn_info import TFNInfo
    from securedsigning.options import CallOptions


class Forms:
    """Send the online forms of the account, and fetch the data entered in them."""

    def __init__(self, client: SecuredSigning) -> None:
        self._client = client

    def list_all(
        self,
        *,
        options: CallOptions | None = None,
    ) -> list[FormDirect]:
        """List the online forms of the account, each with the signers it needs.

        Fill in the signers of a form, keep the rest as it came, and hand it to ``forms.send_documents`` or
        ``forms.send_package``.

        ``GET /FormDirect/GetFormList``. Known from an official SDK only; no official page shows it. Scope:
        FormDirect.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(LIST_FORMS, "/FormDirect/GetFormList", options=options)
        return decode_list(response, LIST_FORMS, FormDirect)

    def get(
        self,
        form_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> FormDirect:
        """Read one online form with the signers it needs.

        ``GET /FormDirect/GetSingleForm/{FormReference}``. Known from an official page. Scope: FormDirect.

        Args:
            form_reference: reference of the form, as ``forms.list_all`` gives it.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(
            GET_FORM, "/FormDirect/GetSingleForm/" + segment(form_reference, "form_reference"), options=options
        )
        return decode(response, GET_FORM, FormDirect)

    def predefined_fields(
        self,
        form_reference: str,
        *,
        options: CallOptions | None = None,
    ) -> FormFieldResponse:
        """List the fields of a form whose values can be set beforehand.

        ``GET /FormDirect/GetPredefinedFormFields/{FormReference}``. Known from an official page. Scope: FormDirect.

        Args:
            form_reference: reference of the form, as ``forms.list_all`` gives it.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(
            GET_PREDEFINED_FORM_FIELDS,
            "/FormDirect/GetPredefinedFormFields/" + segment(form_reference, "form_reference"),
            options=options,
        )
        return decode(response, GET_PREDEFINED_FORM_FIELDS, FormFieldResponse)

    def send_documents(
        self,
        *,
        forms: Sequence[FormDirect],
        due_date: str | date | datetime | None = None,
        gmt: str | None = None,
        invitation_email_template_reference: str | None = None,
        list_items: Sequence[DropDownListItem] | None = None,
        options: CallOptions | None = None,
    ) -> list[Document]:
        """Send online forms to their signers, and get each resulting document.

        The forms are those of ``forms.list_all`` or ``forms.get`` with their signers filled in.

        ``POST /FormDirect/SendForms``. Known from an official page. Scope: FormDirect.

        Args:
            forms: forms with their signers filled in.
            due_date: last day to sign; 14 days ahead when left out. ISO 8601, best in UTC; other formats are read by
                the settings of the user and refused when they are not clear.
            gmt: offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in
                summer. The setting of the user applies when left out; 0 when DueDate is given in UTC.
            invitation_email_template_reference: reference of the template for the invitation email; the default of
                the user when left out.
            list_items: choices of drop-down fields, matched by the client field that they name.
            options: settings for this call.

        Raises:
            PaymentRequiredError: 402; the account is on hold; a payment is due.
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
            PlanExhaustedError: 426; no documents are left in the plan. HTTP itself gives 426 another meaning, Upgrade
                Required.
        """
        body = json_object(
            ("Forms", items_as_json(forms, "forms")),
            ("DueDate", None if due_date is None else wire_date(due_date, argument="due_date", now=self._client.now())),
            ("GMT", gmt),
            ("InvitationEmailTemplateReference", invitation_email_template_reference),
            ("ListItems", items_as_json(list_items, "list_items")),
        )
        response = self._client.send(SEND_FORMS, "/FormDirect/SendForms", json=body, options=options)
        return decode_list(response, SEND_FORMS, Document)

    def send_package(
        self,
        *,
        forms: Sequence[FormDirect],
        due_date: str | date | datetime | None = None,
        gmt: str | None = None,
        invitation_email_template_reference: str | None = None,
        list_items: Sequence[DropDownListItem] | None = None,
        options: CallOptions | None = None,
    ) -> PackageResponse:
        """Send online forms to their signers, and get the package of the resulting documents.

        The forms are those of ``forms.list_all`` or ``forms.get`` with their signers filled in.

        ``POST /FormDirect/SendForms2``. Known from an official page. Scope: FormDirect.

        Args:
            forms: forms with their signers filled in.
            due_date: last day to sign; 14 days ahead when left out. ISO 8601, best in UTC; other formats are read by
                the settings of the user and refused when they are not clear.
            gmt: offset of local time from UTC in minutes, positive to the east: 720 in Auckland, -240 in New York in
                summer. The setting of the user applies when left out; 0 when DueDate is given in UTC.
            invitation_email_template_reference: reference of the template for the invitation email; the default of
                the user when left out.
            list_items: choices of drop-down fields, matched by the client field that they name.
            options: settings for this call.

        Raises:
            PaymentRequiredError: 402; the account is on hold; a payment is due.
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
            PlanExhaustedError: 426; no documents are left in the plan. HTTP itself gives 426 another meaning, Upgrade
                Required.
        """
        body = json_object(
            ("Forms", items_as_json(forms, "forms")),
            ("DueDate", None if due_date is None else wire_date(due_date, argument="due_date", now=self._client.now())),
            ("GMT", gmt),
            ("InvitationEmailTemplateReference", invitation_email_template_reference),
            ("ListItems", items_as_json(list_items, "list_items")),
        )
        response = self._client.send(SEND_FORMS_PACKAGE, "/FormDirect/SendForms2", json=body, options=options)
        return decode(response, SEND_FORMS_PACKAGE, PackageResponse)

    def signer_link(
        self,
        *,
        document_reference: str,
        signer: Signer,
        options: CallOptions | None = None,
    ) -> Signer:
        """Get a signer of a form together with the link that opens it.

        For showing the form in a page of your own; the link is Signer.SigningKey.

        ``POST /FormDirect/GetSignerLink``. Known from an official SDK only; no official page shows it. Scope:
        FormDirect.

        Args:
            document_reference: reference of the document.
            signer: the signer, told by first name, last name and email address.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(("DocumentReference", document_reference), ("Signer", as_json(signer, "signer")))
        response = self._client.send(GET_SIGNER_LINK, "/FormDirect/GetSignerLink", json=body, options=options)
        return decode(response, GET_SIGNER_LINK, Signer)

    def export_data(
        self,
        document_reference: str,
        form_data_file_type: FormDataFileType | str,
        *,
        to: DownloadTarget = None,
        options: CallOptions | None = None,
    ) -> Download:
        """Export the data that was entered in a form.

        ``GET /FormDirect/Export/{DocumentReference}/{FormDataFileType}``. Known from an official SDK only; no
        official page shows it. Scope: FormDirect.

        Args:
            document_reference: reference of the document that came from the form.
            form_data_file_type: format of the export.
            to: a path, or a binary file to write to; without it the content is kept in memory.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        return self._client.download(
            EXPORT_FORM_DATA,
            "/FormDirect/Export/"
            + segment(document_reference, "document_reference")
            + "/"
            + segment(form_data_file_type, "form_data_file_type"),
            to=to,
            options=options,
        )

    def employers(
        self,
        *,
        options: CallOptions | None = None,
    ) -> Employers:
        """List the employers whose details can be filled into public forms.

        ``GET /FormDirect/Employers``. Known from an official SDK only; no official page shows it. Scope: FormDirect.

        Args:
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        response = self._client.send(LIST_EMPLOYERS, "/FormDirect/Employers", options=options)
        return decode(response, LIST_EMPLOYERS, Employers)

    def update_employers(
        self,
        *,
        super_fund: Sequence[SuperFundInfo] | None = None,
        tfn: Sequence[TFNInfo] | None = None,
        acc_claims_history: Sequence[AccClaimsHistoryInfo] | None = None,
        options: CallOptions | None = None,
    ) -> Employers:
        """Save employers whose details can be filled into public forms, and get those that are saved then.

        ``POST /FormDirect/UpdateEmployers``. Known from an official SDK only; no official page shows it. Scope:
        FormDirect.

        Args:
            super_fund: for Australian superannuation forms.
            tfn: for Australian tax file number declarations.
            acc_claims_history: for New Zealand ACC claims history forms.
            options: settings for this call.

        Raises:
            NotFoundError: 404; the address or a reference in the call is not known to the account, or the document is
                gone because its retention time is over.
        """
        body = json_object(
            ("SuperFund", items_as_json(super_fund, "super_fund")),
            ("TFN", items_as_json(tfn, "tfn")),
            ("AccClaimsHistory", items_as_json(acc_claims_history, "acc_claims_history")),
        )
        response = self._client.send(UPDATE_EMPLOYERS, "/FormDirect/UpdateEmployers", json=body, options=options)
        return decode(response, UPDATE_EMPLOYERS, Employers)
