"""Faults on purpose: which calls they hit, and what a client then sees."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from securedsigning_sandbox.sandbox import running

INFO = "getAccountInfo"


def statuses(caller: Any, calls: int) -> list[int]:
    """The statuses of so many calls."""
    return [caller.call("GET", "/Account/Info").status_code for _ in range(calls)]


def test_the_first_and_every_so_manyeth(caller: Any) -> None:
    """Rules are asked in turn; what one takes, the next does not count."""
    caller.sandbox.faults.add("status", INFO, first=2, status=429, retry_after=7)
    caller.sandbox.faults.add("status", INFO, every=2)
    assert caller.call("GET", "/Account/Info").headers["Retry-After"] == "7"
    assert statuses(caller, 5) == [429, 200, 503, 200, 503]
    assert [rule["hits"] for rule in caller.sandbox.faults.as_json()["rules"]] == [2, 2]


def test_a_share_depends_on_the_seed_alone(caller: Any) -> None:
    """The same seed hits the same calls again, another one others."""
    rules = [{"kind": "status", "operation": INFO, "share": 0.5}]

    def hit(seed: int) -> list[int]:
        caller.sandbox.faults.replace(rules, seed)
        return statuses(caller, 20)

    once = hit(1)
    assert set(once) == {200, 503}
    assert hit(1) == once != hit(2)


def test_the_control_api_and_the_log_tell(caller: Any) -> None:
    """Set, seen, cleared; a bad rule changes nothing and says what it may be."""
    rules = [{"kind": "html", "operation": INFO}]
    sent = caller.http.post("/_sandbox/faults", json={"rules": rules, "seed": 3}).json()
    assert sent == caller.http.get("/_sandbox/faults").json()
    assert (sent["seed"], sent["rules"][0]["calls"]) == (3, 0)
    answer = caller.call("GET", "/Account/Info")
    assert answer.headers["content-type"].startswith("text/html")
    row = caller.sandbox.state.store.one("SELECT * FROM requests ORDER BY id DESC")
    assert (row["operation"], row["status"], row["reason"]) == (INFO, 200, "Fault: html.")
    refused = caller.http.post("/_sandbox/faults", json={"rules": [{"kind": "fire"}]})
    assert refused.status_code == 400 and "unknown-enum" in refused.text
    assert statuses(caller, 1) == [200] and len(caller.sandbox.faults.as_json()["rules"]) == 1
    caller.http.post("/_sandbox/faults", json={"rules": []})
    assert "text/html" not in caller.call("GET", "/Account/Info").headers["content-type"]


def test_one_rule_is_added_or_ended_and_the_others_go_on(caller: Any) -> None:
    """By the control API: counts stay, and a share hits the calls that it would have hit anyway."""

    def change(**body: Any) -> Any:
        answer = caller.http.post("/_sandbox/faults", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    share = {"kind": "status", "operation": INFO, "share": 0.5}
    caller.sandbox.faults.replace([{"kind": "html", "operation": "getDocumentStatus"}, share], seed=1)
    expected = statuses(caller, 20)
    assert change(seed=1)["rules"][1]["calls"] == 0  # counting begins anew
    assert statuses(caller, 10) == expected[:10]
    left = change(remove=0)["rules"]
    assert [(rule["number"], rule["calls"]) for rule in left] == [(1, 10)]
    assert statuses(caller, 10) == expected[10:]
    added = change(add={"kind": "drop", "operation": INFO, "first": 1})["rules"]
    assert [(rule["number"], rule["kind"], rule["calls"]) for rule in added] == [(1, "status", 20), (2, "drop", 0)]
    for wrong in ({"remove": 0}, {"remove": "1"}, {"add": {"kind": "fire"}}, {"seed": 0.5}, {}):
        assert caller.http.post("/_sandbox/faults", json=wrong).status_code == 400
    assert caller.http.get("/_sandbox/faults").json()["rules"] == added


@pytest.mark.parametrize(
    "rule",
    [
        {"operation": "getEverything"},
        {"share": 1.5},
        {"share": True},
        {"first": 1, "every": 2},
        {"status": 200},
        {"seconds": 1},
        {"colour": "red"},
    ],
)
def test_rules_that_cannot_be(rule: dict[str, Any], caller: Any) -> None:
    """ValueError, and no rule is added."""
    with pytest.raises(ValueError):
        caller.sandbox.faults.replace([{"kind": "status", **rule}])
    assert not caller.sandbox.faults


def test_answers_with_what_the_spec_does_not_know(caller: Any) -> None:
    """Enums, fields and dates are changed wherever the schema has them, inside lists too."""
    reference = caller.send(caller.upload()).json()[0]["Reference"]
    changed = {}
    for kind in ("unknown-enum", "unknown-field", "ticks-date"):
        caller.sandbox.faults.replace([{"kind": kind, "operation": "getDocumentStatus"}])
        changed[kind] = caller.status(reference)
    assert {signer["SignedStatus"] for signer in changed["unknown-enum"]["Signers"]} == {"SandboxUnknownValue"}
    assert all(
        "SandboxUnknownField" in each for each in (changed["unknown-field"], *changed["unknown-field"]["Signers"])
    )
    assert changed["ticks-date"]["DueDate"].startswith("/Date(19")
    with pytest.raises(ValueError, match="nothing in it"):
        caller.sandbox.faults.add("unknown-enum", "downloadDocument")


def test_a_refused_token_with_status_200(caller: Any) -> None:
    """Only at the token endpoint."""
    caller.sandbox.faults.add("token-error", "token")
    answer = caller.http.post("/api/oauth2/token", data={})
    assert (answer.status_code, answer.json()["error"]) == (200, "invalid_grant")
    assert statuses(caller, 1) == [200]


@pytest.mark.parametrize("moment", ["before", "after", "within"])
def test_in_process_a_drop_is_the_client_s_own_error(moment: str, caller: Any) -> None:
    """As over a connection; the call was carried out unless it was dropped before."""
    caller.sandbox.faults.add("drop", "uploadDocument", moment=moment)
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        caller.upload()
    assert caller.call("GET", "/Account/Info").json()["DocumentUsed"] == int(moment != "before")


@pytest.mark.parametrize(
    ("rule", "error"),
    [
        ({"kind": "drop", "moment": "before"}, httpx.ReadError),
        ({"kind": "drop", "moment": "after"}, httpx.ReadError),
        ({"kind": "drop", "moment": "within"}, httpx.RemoteProtocolError),
        ({"kind": "slow", "seconds": 600}, httpx.ReadTimeout),
    ],
)
def test_connections_really_end(rule: dict[str, Any], error: type[Exception]) -> None:
    """With a reset or in the middle of the body; the server goes on, and a slow answer ends with its client."""
    with running() as sandbox:
        sandbox.faults.replace([{"operation": "token", "first": 1, **rule}])
        address = f"{sandbox.origin}/api/oauth2/token"
        with pytest.raises(error):
            httpx.post(address, data={}, timeout=httpx.Timeout(20, read=0.2 if rule["kind"] == "slow" else 20))
        assert httpx.post(address, data={}).json()["error"] == "invalid_request"


def test_a_truncated_answer_is_half_of_one(caller: Any) -> None:
    """A whole answer for HTTP, half of one for JSON."""
    whole = caller.call("GET", "/Account/Info").content
    caller.sandbox.faults.add("truncated", INFO)
    assert caller.call("GET", "/Account/Info").content == whole[: len(whole) // 2]
