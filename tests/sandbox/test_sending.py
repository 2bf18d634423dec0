"""Sending: who is invited with which words, and what is refused before anything is sent."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest


def errors(answer: Any) -> dict[str, str]:
    """The entries of a 400, by field."""
    assert answer.status_code == 400, answer.text
    return {entry["FieldName"]: entry["Message"] for entry in answer.json()["ResponseStatus"]["Errors"]}


def person(**details: Any) -> dict[str, Any]:
    return {"FirstName": "Ana", "LastName": "Tui", "Email": "ana@example.com", **details}


def test_a_document_is_sent_once(caller: Any) -> None:
    """Neither twice in one request nor by two requests at the same time."""
    reference = caller.upload()
    assert "DocumentReferences" in errors(caller.send(reference, reference))
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: caller.send(reference).status_code, range(4)))
    assert sorted(answers) == [200, 400, 400, 400]
    assert len(caller.status(reference)["Signers"]) == 2


def test_nothing_is_sent_if_one_document_cannot_be(caller: Any) -> None:
    """A document without tags keeps the others back."""
    good, bad = caller.upload(), caller.upload("attachment.pdf")
    assert "attachment.pdf" in errors(caller.send(good, bad))["DocumentReferences"]
    assert caller.status(good)["Status"] == "Initialized"
    assert caller.sandbox.invitations() == []


def test_packages_keep_the_order_of_the_request(caller: Any) -> None:
    """Two documents are one package under the first one's name, unless a name is given or no package is wanted."""
    first, second = caller.upload("contract.docx"), caller.upload("contract.pdf")
    sent = caller.send(second, first, PackageName="Building work").json()
    (package,) = {document["PackageReference"] for document in sent}
    answer = caller.call("GET", f"/Package/Status/{package}").json()
    assert answer["PackageName"] == "Building work"
    assert [document["Reference"] for document in answer["Documents"]] == [second, first]
    caller.call("DELETE", f"/Document/{first}?RemoveFromPackage=true")
    assert len(caller.call("GET", f"/Package/Status/{package}").json()["Documents"]) == 1
    apart = caller.send(caller.upload(), caller.upload(), NoPackage=True).json()
    assert all("PackageReference" not in document for document in apart)
    alone = caller.send(caller.upload(), SingleDocumentAsPackage=True).json()[0]
    assert alone["PackageReference"]


@pytest.mark.parametrize("email", ["ana", "ana@", "@example.com", "a b@example.com", "a@b@c", "<a@example.com>"])
def test_what_is_no_address_is_refused(email: str, caller: Any) -> None:
    """When it is sent, rather than when its owner wants to sign."""
    reference = caller.upload()
    assert "Signers[0].Email" in errors(caller.send(reference, Signers=[person(Email=email)]))


def test_an_invitee_with_an_international_domain_can_sign(caller: Any) -> None:
    """The certificate has it in ASCII."""
    ana = caller.send(caller.upload(), Signers=[person(Email="ana@bücher.example")]).json()[0]["Signers"][0]
    assert caller.sandbox.sign(ana["SignerReference"]) == "Pending"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/relative", "https://a.example/\r\nX: 1"])
def test_return_addresses_have_to_be_of_the_web(address: str, caller: Any) -> None:
    """For the request and for one invitee."""
    reference = caller.upload()
    assert "ReturnUrl" in errors(caller.send(reference, ReturnUrl=address))
    assert "Signers[0].ReturnUrl" in errors(caller.send(reference, Signers=[person(ReturnUrl=address)]))


def test_words_of_the_request_reach_the_mail(caller: Any) -> None:
    """Subject and text of an invitee; a personal message stands above the standard text."""
    whole = person(EmailSubject="Hello", InvitationText="Only this.", IsPersonalMessage=False)
    caller.send(caller.upload(), Signers=[whole])
    caller.send(caller.upload(), Signers=[person(InvitationText="Kia ora!", IsPersonalMessage=True)])
    first, second = caller.sandbox.invitations()
    assert (first["subject"], first["body"]) == ("Hello", "Only this.")
    assert second["body"].startswith("Kia ora!\n\nDear Ana Tui")


def test_templates_by_reference_or_name(caller: Any) -> None:
    """A template that does not exist is 404."""
    templates = caller.call("GET", "/EmailTemplate/GetInvitationTemplates").json()
    friendly = next(item for item in templates if not item["IsDefault"])
    for chosen in (friendly["Reference"], friendly["Name"]):
        caller.send(caller.upload(), InvitationEmailTemplateReference=chosen)
        assert "Kind regards" in caller.sandbox.invitations()[-1]["body"]
    completions = caller.call("GET", "/EmailTemplate/GetCompletionTemplates").json()
    wrong_kind = caller.send(caller.upload(), InvitationEmailTemplateReference=completions[0]["Reference"])
    assert wrong_kind.status_code == 404


def test_embedded_signing_writes_no_mail(caller: Any) -> None:
    """For one invitee or for all."""
    caller.send(caller.upload(), Embedded=True)
    assert caller.sandbox.invitations() == []
    ana, ben = caller.send(caller.upload(), Signers=[person(Embedded=True), person()]).json()[0]["Signers"]
    caller.sandbox.sign(ana["SignerReference"])
    assert [mail["signer"] for mail in caller.sandbox.invitations()] == [ben["SignerReference"]]


def test_a_corrected_address_is_invited_again(caller: Any) -> None:
    """The mail so far went elsewhere; whoever waits gets theirs in turn."""
    document = caller.send(caller.upload()).json()[0]
    signers = [
        {"SignerReference": signer["SignerReference"], "Email": f"new{index}@example.com"}
        for index, signer in enumerate(document["Signers"])
    ]
    body = {"DocumentReference": document["Reference"], "Signers": signers}
    assert caller.call("POST", "/Document/UpdateSigner", json=body).status_code == 200
    assert [mail["recipient"] for mail in caller.sandbox.invitations()] == ["ana@example.com", "new0@example.com"]


def test_folders(caller: Any) -> None:
    """InBox waits for the account's own user, Progress for others, Signed is complete; what was declined is in none."""

    def folders() -> dict[str, int]:
        lists = {
            name: caller.call("GET", f"/Document/GetActiveDocuments/{name}") for name in ("InBox", "Progress", "Signed")
        }
        return {name: len(answer.json()) for name, answer in lists.items()}

    assert folders() == {"InBox": 0, "Progress": 0, "Signed": 0}
    own = person(Email=caller.sandbox.user.upper())
    mine, ben = caller.send(caller.upload(), Signers=[own, person()]).json()[0]["Signers"]
    assert folders() == {"InBox": 1, "Progress": 0, "Signed": 0}
    caller.sandbox.sign(mine["SignerReference"])
    assert folders() == {"InBox": 0, "Progress": 1, "Signed": 0}
    caller.sandbox.sign(ben["SignerReference"])
    assert folders() == {"InBox": 0, "Progress": 0, "Signed": 1}
    declined = caller.send(caller.upload()).json()[0]["Signers"][0]
    caller.sandbox.decline(declined["SignerReference"], "No")
    assert folders() == {"InBox": 0, "Progress": 0, "Signed": 1}


def test_a_key_of_another_account_sees_nothing(make_caller: Any) -> None:
    """References of one account are unknown to another, whatever is asked of them."""
    caller = make_caller(oauth_required=False)
    document = caller.send(caller.upload()).json()[0]
    sandbox = caller.sandbox
    sandbox.api_key, sandbox.api_secret = sandbox.add_key(
        sandbox.add_account("other@example.com", "Other"), oauth_required=False
    )
    caller.token = None
    reference = document["Reference"]
    for method, path in (
        ("GET", f"/Document/Status/{reference}"),
        ("GET", f"/Download/GetDocumentData/{reference}"),
        ("GET", f"/Document/GetDocumentUrl/{reference}"),
        ("POST", f"/Document/Delete/{reference}"),
    ):
        assert caller.call(method, path).status_code == 404
    assert caller.send(reference).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("contract.pdf", None, "Sent as it was uploaded"),
        (
            "lease.rtf",
            rb"{\rtf1 [!Sign.1, , ,] [!Sign.2, , ,]}",
            "Sent; converted to PDF by the sandbox's plain renderer",
        ),
    ],
)
def test_the_log_says_in_words_what_became_of_the_file(
    name: str, content: bytes | None, expected: str, caller: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("securedsigning_sandbox.documents.rendering.office_program", lambda: None)
    document = caller.send(caller.upload(name, content)).json()[0]
    log = caller.call("GET", f"/Document/Log/{document['Reference']}").json()
    assert [entry["Action"] for entry in log][:2] == ["Uploaded", expected]
