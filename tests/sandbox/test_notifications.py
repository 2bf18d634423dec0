"""What a ``NotifyUrl`` is told, and that neither a slow nor a broken receiver disturbs anybody."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from local_server import Quiet, serving


class Receiver:
    """An application on this machine that is notified.

    Attributes:
        url: where.
        answers: statuses it answers with, one after the other; afterwards 200.
        received: headers and body of each request.
    """

    def __init__(self) -> None:
        self.url = ""
        self.answers: list[int] = []
        self.received: list[tuple[dict[str, str], bytes]] = []

    @property
    def events(self) -> list[str]:
        return [json.loads(body)["Event"] for _, body in self.received]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()

    class Handler(Quiet):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            made.received.append((dict(self.headers), body))
            self.send_response(made.answers.pop(0) if made.answers else 200)
            self.end_headers()

    with serving(Handler) as port:
        made.url = f"http://127.0.0.1:{port}/told"
        yield made


def test_every_change_is_told(caller: Any, receiver: Receiver) -> None:
    """In order, each with what the status call would answer at that moment."""
    sent = caller.send(caller.upload(), NotifyUrl=receiver.url, route="Send2").json()
    document = sent["Documents"][0]
    first, second = (signer["SignerReference"] for signer in document["Signers"])
    reminder = {"DocumentReference": document["Reference"], "SignerReference": first}
    caller.call("POST", "/Document/SendReminder", json=reminder)
    caller.sandbox.sign(first)
    caller.sandbox.sign(second)
    caller.sandbox.wait()
    assert receiver.events == ["Invitation", "Reminder", "Signed", "Invitation", "Signed", "Complete"]
    told = json.loads(receiver.received[2][1])
    assert told["DocumentReference"] == told["Document"]["Reference"] == document["Reference"]
    assert told["PackageReference"] == sent["PackageReference"]
    assert told["Status"] == "Pending"
    assert told["Signer"]["SignerReference"] == first
    assert told["Signer"]["SignedStatus"] == "Signed"
    assert len({json.loads(body)["EventId"] for _, body in receiver.received}) == 6
    assert json.loads(receiver.received[-1][1])["Signer"] is None


def test_the_body_is_signed(caller: Any, receiver: Receiver) -> None:
    caller.send(caller.upload(), NotifyUrl=receiver.url)
    caller.sandbox.wait()
    headers, body = receiver.received[0]
    assert headers["Content-Type"] == "application/json"
    expected = hmac.new(caller.sandbox.api_secret.encode(), body, hashlib.sha256).hexdigest()
    assert headers["X-Sandbox-Signature"] == expected


def test_a_refusal_tells_its_reason(caller: Any, receiver: Receiver) -> None:
    sent = caller.send(caller.upload(), NotifyUrl=receiver.url).json()[0]
    caller.sandbox.decline(sent["Signers"][0]["SignerReference"], "The price is wrong")
    caller.sandbox.wait()
    told = json.loads(receiver.received[-1][1])
    assert (told["Event"], told["Signer"]["DeclinedReason"]) == ("Declined", "The price is wrong")


def test_what_fails_is_tried_again_and_then_given_up(caller: Any, receiver: Receiver) -> None:
    """After 1, 5 and 30 seconds of the sandbox's clock; then it can be sent again by hand."""
    receiver.answers = [500, 503, 404, 500]
    caller.send(caller.upload(), NotifyUrl=receiver.url)
    caller.sandbox.wait()
    for seconds in (1, 5, 30):
        caller.sandbox.clock.advance(seconds)
        caller.sandbox.wait()
    (delivery,) = caller.sandbox.deliveries()
    assert delivery["state"] == "failed"
    assert [attempt["status"] for attempt in delivery["attempts"]] == [500, 503, 404, 500]
    caller.sandbox.resend(delivery["id"])
    caller.sandbox.wait()
    assert caller.sandbox.deliveries()[0]["state"] == "delivered"
    assert len({body for _, body in receiver.received}) == 1


def test_not_before_its_time(make_caller: Any, receiver: Receiver) -> None:
    caller = make_caller(notification_retries=(600,))
    receiver.answers = [500]
    caller.send(caller.upload(), NotifyUrl=receiver.url)
    caller.sandbox.clock.advance(599)
    caller.sandbox.wait()
    assert len(receiver.received) == 1


def test_nobody_listens(caller: Any) -> None:
    """The call that caused it does not notice."""
    answer = caller.send(caller.upload(), NotifyUrl="http://127.0.0.1:1/nobody")
    assert answer.status_code == 200
    caller.sandbox.wait()
    assert "cannot be reached" in caller.sandbox.deliveries()[0]["attempts"][0]["problem"]


def test_other_machines_are_not_notified(caller: Any) -> None:
    """Unless that is allowed; it fails at once and says what would allow it."""
    caller.send(caller.upload(), NotifyUrl="http://10.0.0.7/hook")
    caller.sandbox.wait()
    (delivery,) = caller.sandbox.deliveries()
    assert delivery["state"] == "failed"
    assert "--allow-outgoing" in delivery["attempts"][0]["problem"]


def test_what_was_not_delivered_survives_a_restart(make_caller: Any, receiver: Receiver, tmp_path: Path) -> None:
    receiver.answers = [500]
    before = make_caller(database=tmp_path / "sandbox.sqlite", notification_retries=(60,))
    before.send(before.upload(), NotifyUrl=receiver.url)
    before.sandbox.wait()
    before.sandbox.close()
    after = make_caller(database=tmp_path / "sandbox.sqlite")
    after.sandbox.clock.advance(61)
    after.sandbox.wait()
    assert [each["state"] for each in after.sandbox.deliveries()] == ["delivered"]


def test_the_control_api_lists_and_sends_again(caller: Any, receiver: Receiver) -> None:
    caller.send(caller.upload(), NotifyUrl=receiver.url)
    caller.sandbox.wait()
    listed = caller.http.get("/_sandbox/deliveries").json()
    assert [(each["event"], each["state"]) for each in listed] == [("Invitation", "delivered")]
    assert caller.http.post("/_sandbox/deliveries", json={"resend": listed[0]["id"]}).status_code == 200
    caller.sandbox.wait()
    assert len(receiver.received) == 2
    assert caller.http.post("/_sandbox/deliveries", json={"resend": 99}).status_code == 404
    assert "Invitation" in caller.http.get("/notifications").text


def test_attempts_are_looked_up_together(caller: Any, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many notifications there are; each has its own attempts."""
    receiver.answers = [500]
    for _ in range(3):
        caller.send(caller.upload(), NotifyUrl=receiver.url)
    caller.sandbox.wait()
    caller.sandbox.clock.advance(1)
    caller.sandbox.wait()
    store, queries = caller.sandbox.state.store, []
    everything = store.all
    monkeypatch.setattr(store, "all", lambda sql, *values: queries.append(sql) or everything(sql, *values))
    found = caller.sandbox.deliveries()
    assert [[attempt["status"] for attempt in each["attempts"]] for each in found] == [[500, 200], [200], [200]]
    assert len(queries) == 2


def test_a_reset_forgets_what_waits(caller: Any, receiver: Receiver) -> None:
    receiver.answers = [500]
    caller.send(caller.upload(), NotifyUrl=receiver.url)
    caller.sandbox.wait()
    caller.sandbox.reset()
    caller.sandbox.clock.advance(60)
    caller.sandbox.wait()
    assert (len(receiver.received), caller.sandbox.deliveries()) == (1, [])


def test_an_address_that_cannot_be_holds_nobody_up(caller: Any, receiver: Receiver) -> None:
    caller.send(caller.upload(), NotifyUrl="http://127.0.0.1:99999/")
    caller.send(caller.upload(), NotifyUrl=receiver.url)
    caller.sandbox.wait()
    assert [each["state"] for each in caller.sandbox.deliveries()] == ["failed", "delivered"]


def test_nor_does_a_fault_of_the_sandbox(caller: Any, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    def post(url: str, *_: object, **__: object) -> int:
        if "broken" in url:
            raise LookupError
        return 200

    monkeypatch.setattr("securedsigning_sandbox.outgoing.post", post)
    caller.send(caller.upload(), NotifyUrl="http://127.0.0.1/broken")
    caller.send(caller.upload(), NotifyUrl=receiver.url)
    caller.sandbox.wait()
    assert [each["state"] for each in caller.sandbox.deliveries()] == ["failed", "delivered"]


def test_an_attempt_that_a_reset_overtakes_marks_nothing_else(
    caller: Any, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notification that comes after the reset is another one, and is sent itself."""
    told: list[str] = []
    answered = threading.Event()

    def post(url: str, *_: object, **__: object) -> int:
        told.append(url)
        if len(told) == 1:
            answered.wait()
            caller.sandbox.reset()
            caller.token = str(caller.sandbox.token()["access_token"])
            caller.send(caller.upload(), NotifyUrl="http://127.0.0.1/second")
        return 200

    monkeypatch.setattr("securedsigning_sandbox.outgoing.post", post)
    caller.send(caller.upload(), NotifyUrl="http://127.0.0.1/first")
    answered.set()
    caller.sandbox.wait()
    caller.sandbox.wait()
    assert [url.rpartition("/")[2] for url in told] == ["first", "second"]
    (delivery,) = caller.sandbox.deliveries()
    assert (delivery["state"], len(delivery["attempts"])) == ("delivered", 1)


def test_what_is_sent_again_during_an_attempt_is_sent_again(caller: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def post(url: str, *_: object, **__: object) -> int:
        told.append(url)
        if len(told) == 1:
            caller.sandbox.resend(caller.sandbox.deliveries()[0]["id"])
        return 200

    monkeypatch.setattr("securedsigning_sandbox.outgoing.post", post)
    caller.send(caller.upload(), NotifyUrl="http://127.0.0.1/hook")
    caller.sandbox.wait()
    caller.sandbox.wait()
    assert len(told) == 2
    (delivery,) = caller.sandbox.deliveries()
    assert (delivery["state"], len(delivery["attempts"])) == ("delivered", 2)


def test_the_key_that_sent_it_signs(caller: Any, receiver: Receiver) -> None:
    key, secret = caller.sandbox.add_key(oauth_required=False)
    caller.sandbox.api_key, caller.sandbox.api_secret, caller.token = key, secret, None
    caller.send(caller.upload(), NotifyUrl=receiver.url)
    caller.sandbox.wait()
    headers, body = receiver.received[0]
    assert headers["X-Sandbox-Signature"] == hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
