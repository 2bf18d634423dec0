"""Client and sandbox over a real port: a mail merge from a spreadsheet, workflows, and recipients."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from securedsigning.models import ShareUser, SmartTagInvitee
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

FILES = Path(__file__).parents[2] / "spec" / "examples" / "files"
NAMES = "FirstName,LastName,Email,FirstName2,LastName2,Email2"
BEN = "Ben,Rata,ben@example.com"

pytestmark = pytest.mark.secured_signing(port=True)


def test_a_list_is_merged_and_signed(secured_signing: SecuredSigningFixture) -> None:
    """Each row's signers sign a document of their own."""
    data = "\r\n".join((NAMES, f"Ana,Tui,ana@example.com,{BEN}", f"Tom,Rimu,tom@example.com,{BEN}")).encode()
    client, sandbox = secured_signing.client, secured_signing.sandbox
    started = client.smart_tags.send_mail_merge(
        document_reference=client.documents.upload(FILES / "contract.docx").reference,
        mail_merge_list_file_type="csv",
        mail_merge_list_file_data=base64.b64encode(data).decode(),
        due_date="2031-01-01",
    )
    sandbox.wait()
    merged = client.smart_tags.mail_merge_documents(started.reference)
    assert merged.processing_status == "Complete" and len(merged.documents) == 2
    for signer in merged.documents[1].signers:
        secured_signing.sign(signer)
    assert client.documents.wait_until_complete(merged.documents[1].reference).status == "Complete"


def test_a_workflow_and_people_who_get_a_copy(secured_signing: SecuredSigningFixture) -> None:
    """A workflow of the list is taken; a share user and a default recipient get the completion mail."""
    signers = [
        SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com"),
        SmartTagInvitee(first_name="Ben", last_name="Rata", email="ben@example.com"),
    ]
    client, sandbox = secured_signing.client, secured_signing.sandbox
    sandbox.add_recipient("completion", {"Email": "ivy@example.com", "IsDefault": True})
    (recipients,) = client.recipients.list_all()
    assert recipients.completion_recipients and recipients.completion_recipients[-1].email == "ivy@example.com"
    (sent,) = client.smart_tags.send_documents(
        document_references=[client.documents.upload(FILES / "contract.pdf").reference],
        due_date="2031-01-01",
        signers=signers,
        workflow_reference=client.workflows.list_smart_tag_workflows()[0].reference,
        share_users=[ShareUser(first_name="Tom", last_name="Rimu", email="tom@example.com")],
    )
    for signer in sent.signers:
        secured_signing.sign(signer)
    told = [mail["recipient"] for mail in secured_signing.invitations if mail["kind"] == "completion"]
    assert told[2:] == ["tom@example.com", "ivy@example.com"]
