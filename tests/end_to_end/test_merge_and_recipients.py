"""Client and sandbox over a real port: a mail merge from a spreadsheet, workflows, and recipients."""

from __future__ import annotations

import base64
from pathlib import Path

from securedsigning import MemoryTokenStore, SecuredSigning, Token
from securedsigning.models import ShareUser, SmartTagInvitee
from securedsigning_sandbox.sandbox import running

FILES = Path(__file__).parents[2] / "spec" / "examples" / "files"
NAMES = "FirstName,LastName,Email,FirstName2,LastName2,Email2"
BEN = "Ben,Rata,ben@example.com"


def test_a_list_is_merged_and_signed() -> None:
    """Each row's signers sign a document of their own."""
    data = "\r\n".join((NAMES, f"Ana,Tui,ana@example.com,{BEN}", f"Tom,Rimu,tom@example.com,{BEN}")).encode()
    with running() as sandbox:
        store = MemoryTokenStore(Token(str(sandbox.token()["access_token"])))
        keys = {"api_key": sandbox.api_key, "api_secret": sandbox.api_secret, "access_url": sandbox.access_url}
        with SecuredSigning(**keys, base_url=sandbox.base_url, token_store=store) as client:
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
                sandbox.sign(signer.signer_reference or "")
            assert client.documents.wait_until_complete(merged.documents[1].reference).status == "Complete"


def test_a_workflow_and_people_who_get_a_copy() -> None:
    """A workflow of the list is taken; a share user and a default recipient get the completion mail."""
    signers = [
        SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com"),
        SmartTagInvitee(first_name="Ben", last_name="Rata", email="ben@example.com"),
    ]
    with running() as sandbox:
        sandbox.add_recipient("completion", {"Email": "ivy@example.com", "IsDefault": True})
        store = MemoryTokenStore(Token(str(sandbox.token()["access_token"])))
        keys = {"api_key": sandbox.api_key, "api_secret": sandbox.api_secret, "access_url": sandbox.access_url}
        with SecuredSigning(**keys, base_url=sandbox.base_url, token_store=store) as client:
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
                sandbox.sign(signer.signer_reference or "")
        told = [mail["recipient"] for mail in sandbox.invitations() if mail["kind"] == "completion"]
    assert told[2:] == ["tom@example.com", "ivy@example.com"]
