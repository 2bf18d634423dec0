"""The control API: what tests need and the service does not have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from securedsigning_sandbox.operations import smart_tags
from securedsigning_sandbox.sandbox import running
from securedsigning_sandbox.store import Store
from starlette.testclient import TestClient


def command(caller: Any, name: str, body: Any = None, **headers: str) -> Any:
    """One command: POST with a body, GET without."""
    method = "GET" if body is None else "POST"
    return caller.http.request(method, f"/_sandbox/{name}", json=body, headers=headers)


def test_invitations_say_who_is_asked_and_where(caller: Any) -> None:
    """One for whose turn it is, the next after the first has signed, and news of the end to both."""
    document = caller.send(caller.upload()).json()[0]
    ana, ben = document["Signers"]
    (first,) = command(caller, "invitations").json()
    assert (first["kind"], first["recipient"], first["signer"]) == (
        "invitation",
        "ana@example.com",
        ana["SignerReference"],
    )
    assert first["link"].endswith(f"/sign/{ana['SigningKey']}")
    assert "contract.pdf" in first["subject"] and "Ana Tui" in first["body"]
    assert command(caller, "sign", {"signer": ana["SignerReference"]}).json()["status"] == "Pending"
    assert command(caller, "sign", {"signer": ben["SigningKey"], "typed": "B. Rata"}).json()["status"] == "Complete"
    kinds = [(mail["kind"], mail["recipient"]) for mail in command(caller, "invitations").json()[1:]]
    people = ("ana@example.com", "ben@example.com")
    assert kinds == [("invitation", people[1]), *(("completion", person) for person in people)]


def test_declining_as_an_invitee(caller: Any) -> None:
    """The reason stands on the signer."""
    document = caller.send(caller.upload()).json()[0]
    signer = document["Signers"][0]["SignerReference"]
    assert command(caller, "decline", {"signer": signer, "reason": "Wrong price"}).json()["status"] == "Declined"
    assert caller.status(document["Reference"])["Signers"][0]["DeclinedReason"] == "Wrong price"


def test_the_clock_is_set_and_advanced(caller: Any) -> None:
    """A document expires without waiting."""
    reference = caller.send(caller.upload()).json()[0]["Reference"]
    before = command(caller, "clock").json()["now"]
    after = command(caller, "clock", {"advance": 3600}).json()["now"]
    assert 3590 < after - before < 3700
    assert command(caller, "clock", {"set": 1_930_000_000}).json()["now"] == pytest.approx(1_930_000_000, abs=5)
    caller.token = str(caller.sandbox.token()["access_token"])
    assert caller.status(reference)["Status"] == "Expired"


def test_looking_at_the_clock_moves_nothing(caller: Any) -> None:
    """Not by a microsecond, however often it is looked at."""
    assert [command(caller, "clock").json()["offset"] for _ in "123"] == [0, 0, 0]


def test_reset_forgets_everything_but_the_credentials(caller: Any) -> None:
    """Documents, tokens and mails are gone, files too; key and account go on."""
    caller.send(caller.upload())
    assert command(caller, "reset", {}).json() == {}
    assert command(caller, "invitations").json() == []
    assert list(caller.sandbox.state.store.folder.iterdir()) == []
    assert "unknown" in caller.refusal()
    caller.token = str(caller.sandbox.token()["access_token"])
    assert caller.call("GET", "/Account/Info").json()["DocumentUsed"] == 0


def test_a_reset_in_the_middle_of_a_call(caller: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The call is refused like any other that asks for what is not there."""
    reference = caller.upload()
    matched = smart_tags.matched

    def reset_meanwhile(*arguments: Any) -> Any:
        caller.sandbox.reset()
        return matched(*arguments)

    monkeypatch.setattr(smart_tags, "matched", reset_meanwhile)
    answer = caller.send(reference)
    assert answer.status_code == 404, answer.text
    assert "reset" in answer.text


@pytest.mark.parametrize("path", ["/Document/Uploader", "/Attachment/Uploader"])
def test_a_reset_in_the_middle_of_an_upload(path: str, caller: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is gone, so nothing is made of it."""
    keep = Store.keep

    def reset_afterwards(store: Store, file: Path) -> str:
        name = keep(store, file)
        caller.sandbox.reset()
        return name

    monkeypatch.setattr(Store, "keep", reset_afterwards)
    answer = caller.call("POST", path, files={"file": ("contract.pdf", b"%PDF-1.4")})
    assert answer.status_code == 404, answer.text
    assert "reset" in answer.text
    store = caller.sandbox.state.store
    assert [store.all(f"SELECT * FROM {table}") for table in ("documents", "attachments")] == [[], []]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("sign", {}),
        ("sign", {"signer": 1}),
        ("sign", []),
        ("decline", {"signer": "x", "reason": " "}),
        ("clock", {"set": "yesterday"}),
        ("clock", {"advance": 1e300}),
        ("clock", {"set": 10**400}),
        ("plan", {"remaining": 10**30}),
        ("deliveries", {"resend": 10**30}),
        ("add-recipient", {"kind": "completion", "Email": ["a@example.com"]}),
        ("add-recipient", {"kind": "completion", "Email": "a@example.com", "FirstName": {}}),
        ("add-recipient", {"kind": "completion", "Email": "a@example.com", "IsDefault": "false"}),
    ],
)
def test_commands_that_cannot_be_read(name: str, body: Any, caller: Any) -> None:
    """400 with the reason, in the form of every refusal."""
    answer = command(caller, name, body)
    assert (answer.status_code, bool(answer.json()["ResponseStatus"]["Message"])) == (400, True)


def test_unknown_commands_and_invitees(caller: Any) -> None:
    """404."""
    assert command(caller, "launch", {}).status_code == 404
    assert command(caller, "sign", {"signer": "000"}).status_code == 404


def test_only_this_machine_may_control(caller: Any) -> None:
    """Neither another machine, nor another site's page in a browser here, nor a name bent to this address."""
    elsewhere = TestClient(caller.sandbox.app, base_url="http://sandbox.test", client=("192.0.2.7", 1))
    assert elsewhere.get("/_sandbox/invitations").status_code == 404
    assert elsewhere.get("/").status_code == 404
    assert command(caller, "reset", {}, Origin="http://evil.test").status_code == 404
    assert command(caller, "reset", {}, **{"Sec-Fetch-Site": "same-site"}).status_code == 404
    assert "access-control-allow-origin" not in command(caller, "invitations", Origin="http://evil.test").headers
    caller.sandbox.state.hosts = frozenset({"127.0.0.1"})
    assert command(caller, "invitations").status_code == 404


def test_a_running_sandbox_tells_programs_what_they_need() -> None:
    """The facts of the ready file."""
    with running() as sandbox:
        assert sandbox.ready["base_url"] == f"{sandbox.origin}/web/v1.4"
        assert sandbox.ready["control_url"] == f"{sandbox.origin}/_sandbox"
        assert set(sandbox.ready) >= {"api_key", "api_secret", "access_url", "user", "password"}
