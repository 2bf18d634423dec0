"""The price plan: what is left of it, and 426 when nothing is."""

from __future__ import annotations

from typing import Any

import pytest


def info(caller: Any) -> Any:
    """The account as it sees itself."""
    return caller.call("GET", "/Account/Info").json()


def upload_status(caller: Any) -> int:
    """The status of an upload."""
    answer = caller.call("POST", "/Document/Uploader", files={"file": ("a.pdf", b"%PDF-1.4")})
    return int(answer.status_code)


def test_what_is_left_is_told_and_enforced(caller: Any) -> None:
    """An upload counts; with nothing left the next one is 426, and nothing of it is kept."""
    caller.sandbox.set_plan(2)
    assert upload_status(caller) == 200
    facts = info(caller)
    assert (facts["DocumentUsed"], facts["DocumentLeft"], facts["DocumentRemain"]) == (1, 1, 1)
    caller.sandbox.exhaust_plan()
    assert upload_status(caller) == 426
    assert info(caller)["DocumentLeft"] == 0
    caller.sandbox.reset()
    caller.token = str(caller.sandbox.token()["access_token"])
    assert info(caller)["DocumentLeft"] == 10_000


def test_the_control_api_sets_it(caller: Any) -> None:
    """By default for the seeded account, or for one by reference or e-mail address."""
    other = caller.sandbox.add_account("eli@example.com", "Eli Totara")
    answer = caller.http.post("/_sandbox/plan", json={"remaining": 0}).json()
    assert answer == {"account": caller.sandbox.account, "included": 0, "remaining": 0}
    assert upload_status(caller) == 426
    for named in (other, "eli@example.com"):
        assert caller.http.post("/_sandbox/plan", json={"remaining": 7, "account": named}).json()["account"] == other
    caller.token = str(
        caller.sandbox.state.tokens.issue(caller.sandbox.api_key, scope="Basic", account=other)["access_token"]
    )
    assert info(caller)["DocumentLeft"] == 7


@pytest.mark.parametrize(
    ("body", "status"),
    [({}, 400), ({"remaining": -1}, 400), ({"remaining": "3"}, 400), ({"remaining": 3, "account": "nobody"}, 404)],
)
def test_wrong_commands_are_refused(body: dict[str, Any], status: int, caller: Any) -> None:
    """And change nothing."""
    assert caller.http.post("/_sandbox/plan", json=body).status_code == status
    assert info(caller)["DocumentLeft"] == 10_000
