"""People who do not sign: saved recipients, and those a document is shared with."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from answer_schemas import validator
from securedsigning_sandbox.errors import ApiError

TOM = {"FirstName": "Tom", "LastName": "Rimu", "Email": "tom@example.com"}


def listed(caller: Any) -> Any:
    """The recipients, judged by the spec; the second route answers the same."""
    answer = caller.call("GET", "/Recipient/GetRecipients").json()
    assert answer == caller.call("GET", "/Recipient/Recipients").json()
    (found,) = answer
    schema = {"$ref": "#/components/schemas/RecipientsResponse"}
    assert list(validator(schema).iter_errors(found)) == []
    return found


def mails(caller: Any, kind: str) -> list[tuple[str, str]]:
    return [(mail["recipient"], mail["body"]) for mail in caller.sandbox.invitations() if mail["kind"] == kind]


def sign_all(caller: Any, document: Any) -> None:
    for signer in document["Signers"]:
        caller.sandbox.sign(signer["SignerReference"])


def test_recipients_are_listed_and_those_that_are_no_default_get_nothing(caller: Any) -> None:
    """As they were seeded."""
    found = listed(caller)
    assert len(found["NotificationRecipients"]) == len(found["CompletionRecipients"]) == 1
    sign_all(caller, caller.send(caller.upload()).json()[0])
    assert mails(caller, "progress") == [] and len(mails(caller, "completion")) == 2


def test_default_recipients_are_told(caller: Any) -> None:
    """Of progress and of completion, each what they are for; nobody once they are removed."""
    for kind in ("notification", "completion"):
        body = {**TOM, "kind": kind, "IsDefault": True, "IsReviewer": True}
        answer = caller.http.post("/_sandbox/add-recipient", json=body)
        assert answer.status_code == 200, answer.text
    found = listed(caller)
    added = found["NotificationRecipients"][-1]
    assert added["IsReviewer"] and added["IsDefault"] and not added["IsDefaultReviewer"]
    sign_all(caller, caller.send(caller.upload()).json()[0])
    assert [(to, "Ana Tui has signed contract.pdf." in body) for to, body in mails(caller, "progress")] == [
        ("tom@example.com", True)
    ]
    assert [to for to, _ in mails(caller, "completion")] == ["ana@example.com", "ben@example.com", "tom@example.com"]
    for kind in ("NotificationRecipients", "CompletionRecipients"):
        body = {"RecipientReference": found[kind][-1]["RecipientReference"]}
        assert caller.http.post("/_sandbox/remove-recipient", json=body).status_code == 200
        assert caller.http.post("/_sandbox/remove-recipient", json=body).status_code == 404
    sign_all(caller, caller.send(caller.upload()).json()[0])
    assert len(mails(caller, "progress")) == 1 and len(mails(caller, "completion")) == 5


def test_refusal_and_expiry_are_progress(caller: Any) -> None:
    """The reason of a refusal is told."""
    caller.sandbox.add_recipient("notification", {**TOM, "IsDefault": True})
    declined = caller.send(caller.upload()).json()[0]
    caller.sandbox.decline(declined["Signers"][0]["SignerReference"], "Wrong price")
    forgotten = caller.send(caller.upload()).json()[0]["Reference"]
    caller.sandbox.clock.set(1956528000.0)  # 2032, past the due date
    caller.token = str(caller.sandbox.token()["access_token"])
    assert caller.status(forgotten)["Status"] == "Expired"
    bodies = [body for _, body in mails(caller, "progress")]
    assert "Wrong price" in bodies[0] and "has expired" in bodies[1] and len(bodies) == 2


def test_what_is_no_recipient_is_refused(caller: Any) -> None:
    """A kind that does not exist, an address that is none."""
    with pytest.raises(ApiError):
        caller.sandbox.add_recipient("reviewer", TOM)
    with pytest.raises(ApiError):
        caller.sandbox.add_recipient("completion", {**TOM, "Email": "tom"})


def test_a_reset_leaves_recipients(caller: Any) -> None:
    """They belong to the account."""
    caller.sandbox.add_recipient("completion", TOM)
    caller.sandbox.reset()
    caller.token = str(caller.sandbox.token()["access_token"])
    assert len(listed(caller)["CompletionRecipients"]) == 2


def test_share_users_get_a_copy_once(caller: Any) -> None:
    """Of the request and of a signer; who is named twice or signs too gets one mail. The link opens the signed document."""
    signers = [
        {
            "FirstName": "Ana",
            "LastName": "Tui",
            "Email": "ana@example.com",
            "ShareUsers": [TOM, {**TOM, "Email": "ivy@example.com"}],
        },
        {"FirstName": "Ben", "LastName": "Rata", "Email": "ben@example.com"},
    ]
    shared = [{**TOM, "Email": "TOM@example.com"}, {**TOM, "Email": "ben@example.com"}]
    caller.sandbox.add_recipient("completion", {**TOM, "IsDefault": True})
    document = caller.send(caller.upload(), Signers=signers, ShareUsers=shared).json()[0]
    sign_all(caller, document)
    found = [mail for mail in caller.sandbox.invitations() if mail["kind"] == "completion"]
    people = ["ana@example.com", "ben@example.com", "TOM@example.com", "ivy@example.com"]
    assert [mail["recipient"] for mail in found] == people
    caller.sandbox.clock.advance(30 * 86_400)
    address = urlsplit(found[-1]["link"])
    answer = caller.http.get(f"{address.path}?{address.query}")
    assert answer.status_code == 200 and answer.content.startswith(b"%PDF")


def test_a_share_user_needs_an_address(caller: Any) -> None:
    """Nothing is sent otherwise."""
    reference = caller.upload()
    answer = caller.send(reference, ShareUsers=[{**TOM, "Email": "tom"}])
    assert answer.status_code == 400 and "ShareUsers[0].Email" in answer.text
    assert caller.status(reference)["Status"] == "Initialized"


def test_share_users_get_the_completion_template(caller: Any) -> None:
    """That of the request."""
    friendly = next(
        item for item in caller.call("GET", "/EmailTemplate/GetCompletionTemplates").json() if not item["IsDefault"]
    )
    body = {"ShareUsers": [TOM], "CompletionEmailTemplateReference": friendly["Reference"]}
    sign_all(caller, caller.send(caller.upload(), **body).json()[0])
    assert all("Kind regards" in text for _, text in mails(caller, "completion"))
