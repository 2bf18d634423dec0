"""The public surface as a user writes it; read by type checkers, never run."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from securedsigning import (
    UNSET,
    AsyncSecuredSigning,
    AuthenticationError,
    CallOptions,
    DecodeError,
    Download,
    FileTokenStore,
    MemoryTokenStore,
    NotCompletedError,
    Operation,
    RetryPolicy,
    SecuredSigning,
    SentDocuments,
    StatusError,
    Token,
    code_challenge,
    find_smart_tags,
    models,
    new_code_verifier,
    new_state,
)
from securedsigning.models import Document, DocumentStatus, FormDataFileType, SmartTagInvitee

if TYPE_CHECKING:  # a misspelt name is found, although names are loaded when they are first used
    from securedsigning import SecuredSining as SecuredSining  # type: ignore[attr-defined]
    from securedsigning.models import Documnt as Documnt  # type: ignore[attr-defined]


def blocking() -> None:
    with SecuredSigning(api_key="k", api_secret="s", access_url="https://example.com/callback") as client:
        state, verifier = new_state(), new_code_verifier()
        url: str = client.oauth.authorization_url(
            ["Basic", "SmartTag"], state=state, code_challenge=code_challenge(verifier)
        )
        token: Token = client.oauth.handle_callback(url, state=state, code_verifier=verifier)
        print(token.scopes)
        uploaded = client.documents.upload(Path("contract.docx"), client_reference="42")
        client.documents.upload(("contract.pdf", b"%PDF"))
        signer = SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com", embedded=UNSET)
        if signer.embedded is not UNSET:
            embedded: bool | None = signer.embedded
            print(embedded)
        sent: SentDocuments = client.smart_tags.send([uploaded], due_date=date(2031, 3, 1), signers=[signer])
        documents: list[Document] = client.smart_tags.send_documents(
            document_references=[uploaded.reference],
            due_date=datetime(2031, 3, 1, tzinfo=UTC),
            options=CallOptions(timeout=5, retry=RetryPolicy.none(), headers={"X-Trace": "1"}),
        )
        status: DocumentStatus | None = documents[0].status
        print(status == DocumentStatus.COMPLETE, sent[0].due_date_parsed)
        try:
            done = client.documents.wait_until_complete(sent[0].reference, timeout=60)
            download: Download = client.downloads.document(done.reference, to="signed.pdf")
            print(download.path, download.size)
        except NotCompletedError as error:
            print(error.document.signers[0].declined_reason)
        except (AuthenticationError, StatusError) as error:
            print(error.status, error.retry_after, error.operation.id)
        except DecodeError as error:
            print(error.path)
        client.downloads.form_data(sent[0].reference, FormDataFileType.CSV)
        client.downloads.form_data(sent[0].reference, "csv")
        operation: Operation = client.operations["sendSmartTag"]
        print(operation.scopes, models.AccountInfo().to_dict(), find_smart_tags("contract.docx").tags)


async def asynchronous() -> None:
    store = FileTokenStore("token.json")
    async with AsyncSecuredSigning(token_store=store, use_oauth=False) as client:
        info: models.AccountInfo = await client.account.info()
        print(info.document_left)
        await client.oauth.revoke()
    AsyncSecuredSigning(token_store=MemoryTokenStore())
