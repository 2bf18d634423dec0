"""Senders: saved, found again, and named in logs and mails."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from answer_schemas import validator
from securedsigning_sandbox.spec import load_spec

DOCUMENT = Path(__file__).parents[2] / "spec" / "examples" / "files" / "contract.docx"
SIA = {"FirstName": "Sia", "LastName": "Maire", "Email": "sia@example.com"}


@pytest.fixture
def saver(caller: Any) -> Any:
    """A caller whose token may save senders and send."""
    caller.token = str(caller.sandbox.token("Basic SmartTag Account")["access_token"])
    return caller


def saved(caller: Any, user: dict[str, str] = SIA, **body: Any) -> Any:
    """The answer to saving."""
    return caller.call("POST", "/Account/SaveSender", json={"User": user, **body})


def test_a_sender_is_known_again(saver: Any) -> None:
    """By the caller's own id, or by the e-mail address."""
    answer = saved(saver, ClientReference="s1").json()
    validator(
        load_spec().operations["saveSender"].raw["responses"]["200"]["content"]["application/json"]["schema"]
    ).validate(answer)
    assert saved(saver, {**SIA, "LastName": "Kowhai"}).json() == answer
    assert saved(saver, {**SIA, "Email": "sia.kowhai@example.com"}, ClientReference="s1").json() == answer
    assert saved(saver, {**SIA, "Email": "other@example.com"}).json() != answer
    taken = saved(saver, {**SIA, "Email": "other@example.com"}, ClientReference="s1")
    assert (taken.status_code, "another sender" in taken.text) == (400, True)


def test_calls_on_behalf_of_a_sender(saver: Any) -> None:
    """The log names the sender, and so do the mails; without the header both name the account's user."""
    reference = saved(saver).json()["Reference"]

    def call(method: str, path: str, **request: Any) -> Any:
        return saver.call(method, path, headers=saver.headers(X_CUSTOM_SENDER=reference), **request)

    document = call("POST", "/Document/Uploader", files={"file": ("contract.docx", DOCUMENT.read_bytes())}).json()[
        "Reference"
    ]
    signers = [{"FirstName": name, "LastName": "Tui", "Email": f"{name}@example.com"} for name in ("ana", "ben")]
    request = {"DocumentReferences": [document], "DueDate": "2031-01-01", "Signers": signers}
    assert call("POST", "/SmartTag/Send", json=request).status_code == 200
    log = saver.call("GET", f"/Document/Log/{document}").json()
    assert [(entry["Name"], entry["Email"]) for entry in log[:2]] == [("Sia Maire", "sia@example.com")] * 2
    saver.sandbox.sign(saver.status(document)["Signers"][0]["SignerReference"])
    saver.send(saver.upload())
    senders = [mail["sender"] for mail in saver.sandbox.invitations()]
    assert senders == ["Sia Maire <sia@example.com>"] * 2 + ["Mia Kauri <mia.kauri@example.com>"]


def test_a_sender_in_any_script(saver: Any) -> None:
    """Name and domain stand in the mail as they were saved."""
    reference = saved(saver, {"FirstName": "Zoë", "LastName": "Tūī", "Email": "zoe@bücher.example"}).json()["Reference"]
    people = [{"FirstName": name, "LastName": "Tui", "Email": f"{name}@example.com"} for name in ("ana", "ben")]
    body = {"DocumentReferences": [saver.upload()], "DueDate": "2031-01-01", "Signers": people}
    answer = saver.call("POST", "/SmartTag/Send", headers=saver.headers(X_CUSTOM_SENDER=reference), json=body)
    assert answer.status_code == 200, answer.text
    assert [mail["sender"] for mail in saver.sandbox.invitations()] == ["Zoë Tūī <zoe@bücher.example>"]


def test_a_mail_merge_on_behalf_of_a_sender(saver: Any) -> None:
    """The mails are in the sender's name, though the documents are made after the call."""
    reference = saved(saver).json()["Reference"]
    row = b"FirstName,LastName,Email,Email2\nAna,Tui,ana@example.com,ben@example.com"
    body = {"MailMergeListFileType": "csv", "MailMergeListFileData": base64.b64encode(row).decode()}
    body |= {"DocumentReference": saver.upload(), "DueDate": "2031-01-01"}
    headers = saver.headers(X_CUSTOM_SENDER=reference)
    assert saver.call("POST", "/SmartTag/MailMerge", headers=headers, json=body).status_code == 200
    saver.sandbox.wait()
    assert [mail["sender"] for mail in saver.sandbox.invitations()] == ["Sia Maire <sia@example.com>"]


def test_unknown_senders_are_refused(saver: Any) -> None:
    """A reference that was never answered, or to another account only."""
    reference = saved(saver).json()["Reference"]
    sandbox = saver.sandbox
    other = sandbox.add_account("eli@example.com", "Eli Totara")
    for named, account in (("123", sandbox.account), (reference, other)):
        saver.token = str(sandbox.state.tokens.issue(sandbox.api_key, scope="Basic", account=account)["access_token"])
        answer = saver.call("GET", "/Account/Info", headers=saver.headers(X_CUSTOM_SENDER=named))
        assert answer.status_code == 400
        assert answer.json()["ResponseStatus"]["Errors"][0]["FieldName"] == "X-CUSTOM-SENDER"


@pytest.mark.parametrize(("changes", "field"), [({"Email": "none"}, "User.Email"), ({"LastName": ""}, "User.LastName")])
def test_wrong_senders_are_refused(changes: dict[str, str], field: str, saver: Any) -> None:
    """With the member that is wrong; and saving needs its scope."""
    answer = saved(saver, {**SIA, **changes})
    assert answer.status_code == 400
    assert field in [error["FieldName"] for error in answer.json()["ResponseStatus"]["Errors"]]
    saver.token = str(saver.sandbox.token("Basic SmartTag")["access_token"])
    assert saved(saver).status_code == 401
