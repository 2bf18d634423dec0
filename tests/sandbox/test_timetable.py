"""What time does to documents, whether it passes or is set forward."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from securedsigning_sandbox.background import Background

DAY = 86_400
NOW = 1_800_000_000.0  # 2027-01-15 08:00 UTC


@pytest.fixture
def caller(make_caller: Any) -> Any:
    made = make_caller(now=lambda: NOW, automatic_reminders=(3, 1), automatic_extension_days=7)
    made.token = str(made.sandbox.token()["access_token"])
    return made


def sent(caller: Any, due: str = "2027-01-25T08:00:00Z") -> str:
    """A document that is due ten days from now."""
    return str(caller.send(caller.upload(), DueDate=due).json()[0]["Reference"])


def actions(caller: Any, reference: str) -> list[tuple[str, str]]:
    """What the log says after sending: when and what."""
    entries = caller.sandbox.state.store.all("SELECT * FROM log WHERE document = ? ORDER BY rowid", reference)
    return [(int((entry["at"] - NOW) / DAY), entry["action"]) for entry in entries][2:]


def advance(caller: Any, days: float) -> None:
    caller.sandbox.clock.advance(days * DAY + 1)
    caller.token = str(caller.sandbox.token()["access_token"])


def test_each_event_in_its_turn(caller: Any) -> None:
    reference = sent(caller)
    seen = []
    for _ in range(4):
        advance(caller, 5)
        seen.append(caller.status(reference)["Status"])
    assert seen == ["Invitation", "AutoExtend", "Reminder1", "Expired"]


def test_a_jump_over_all_of_them_keeps_their_order_and_moments(caller: Any) -> None:
    reference = sent(caller)
    advance(caller, 100)
    assert actions(caller, reference) == [
        (0, "Invitation"),
        (7, "Reminder1"),
        (9, "Reminder2"),
        (10, "AutoExtend"),
        (14, "Reminder1"),
        (16, "Reminder2"),
        (17, "Expired"),
    ]
    mails = [mail["subject"] for mail in caller.sandbox.invitations()]
    assert sum(subject.startswith("Reminder") for subject in mails) == 5


def test_only_whose_turn_it_is_is_reminded(caller: Any) -> None:
    reference = sent(caller)
    caller.sandbox.sign(caller.status(reference)["Signers"][0]["SignerReference"])
    advance(caller, 8)
    assert [signer["SignedStatus"] for signer in caller.status(reference)["Signers"]] == ["Signed", "Reminder1"]


def test_a_complete_document_is_left_alone(caller: Any) -> None:
    reference = sent(caller)
    for signer in caller.status(reference)["Signers"]:
        caller.sandbox.sign(signer["SignerReference"])
    advance(caller, 100)
    assert caller.status(reference)["Status"] == "Complete"


def test_reminders_whose_time_is_past_are_left_out(caller: Any) -> None:
    reference = sent(caller, due="2027-01-17T08:00:00Z")
    advance(caller, 1.5)
    assert [action for _, action in actions(caller, reference)] == ["Invitation", "Reminder2"]


def test_a_moved_due_date_moves_what_happens(caller: Any) -> None:
    reference = sent(caller)
    caller.call("POST", "/Document/Extend", json={"DocumentReference": reference, "DueDate": "2027-03-01T08:00:00Z"})
    advance(caller, 30)
    assert caller.status(reference)["Status"] == "Invitation"


def test_without_settings_it_expires_and_no_more(make_caller: Any) -> None:
    plain = make_caller(now=lambda: NOW)
    reference = sent(plain)
    advance(plain, 11)
    assert [action for _, action in actions(plain, reference)] == ["Invitation", "Expired"]


def test_many_documents_in_one_order(caller: Any) -> None:
    """Events of several documents happen in the order of their times."""
    first, second = sent(caller), sent(caller, due="2027-01-24T08:00:00Z")
    advance(caller, 8)
    rows = caller.sandbox.state.store.all("SELECT document FROM log WHERE action = 'Reminder1' ORDER BY rowid")
    assert [row["document"] for row in rows] == [second, first]


def test_rejecting_and_archiving(caller: Any) -> None:
    """What a sender does on the web site."""
    under_way, over = sent(caller), sent(caller)
    assert caller.sandbox.reject(under_way) == "Rejected"
    for signer in caller.status(over)["Signers"]:
        caller.sandbox.sign(signer["SignerReference"])
    answer = caller.http.post("/_sandbox/archive", json={"document": over})
    assert answer.json() == {"status": "Archived"}
    status = caller.status(over)
    assert {(signer["SignedStatus"], signer["HasSigned"]) for signer in status["Signers"]} == {("Archived", True)}
    assert caller.http.post("/_sandbox/reject", json={"document": over}).status_code == 400
    assert caller.http.post("/_sandbox/archive", json={"document": "1"}).status_code == 404


@pytest.fixture
def alarms(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, Callable[[], None]]]:
    """What was to be done later: in how many seconds, and what."""
    set_: list[tuple[float, Callable[[], None]]] = []
    monkeypatch.setattr(Background, "submit_later", lambda _, seconds, job: set_.append((seconds, job)))
    return set_


def test_it_happens_by_itself_however_far_ahead(make_caller: Any, alarms: list[Any]) -> None:
    """Nobody calls: the sandbox wakes once a day, since a machine's timers do not count the time it is asleep."""
    now = [NOW]
    caller = make_caller(now=lambda: now[0])
    reference = sent(caller)
    woken = 0
    while alarms:
        seconds, wake = alarms.pop()
        assert seconds <= DAY
        now[0] += seconds
        wake()
        woken += 1
    assert woken == 11  # the last a moment after the due date
    assert actions(caller, reference)[-1] == (10, "Expired")


def test_it_happens_by_itself_after_a_restart(make_caller: Any, tmp_path: Path, alarms: list[Any]) -> None:
    now = [NOW]
    before = make_caller(now=lambda: now[0], database=tmp_path / "sandbox.sqlite")
    reference = sent(before)
    before.sandbox.close()
    alarms.clear()
    now[0] += 20 * DAY
    after = make_caller(now=lambda: now[0], database=tmp_path / "sandbox.sqlite")
    ((_, wake),) = alarms
    wake()
    assert actions(after, reference)[-1] == (10, "Expired")


@pytest.mark.parametrize("address", ["/documents", "/inbox?to=ana%40example.com", "/_sandbox/mails", "/"])
def test_whoever_looks_sees_what_time_has_done(make_caller: Any, alarms: list[Any], address: str) -> None:
    now = [NOW]
    caller = make_caller(now=lambda: now[0], automatic_reminders=(3,))
    reference = sent(caller)
    now[0] += 8 * DAY
    shown = caller.http.get(address).text
    assert actions(caller, reference)[-1] == (7, "Reminder1")
    assert "Reminder" in shown


def test_as_does_who_asks_in_the_same_process(make_caller: Any, alarms: list[Any]) -> None:
    now = [NOW]
    caller = make_caller(now=lambda: now[0], automatic_reminders=(3,))
    caller.send(caller.upload(), DueDate="2027-01-25T08:00:00Z", NotifyUrl="http://127.0.0.1:1/hook")
    now[0] += 8 * DAY
    assert caller.sandbox.invitations()[-1]["subject"].startswith("Reminder")
    assert caller.sandbox.deliveries()[-1]["event"] == "Reminder1"
