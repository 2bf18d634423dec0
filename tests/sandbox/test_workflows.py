"""Workflows: they are listed, and a send call may name one."""

from __future__ import annotations

from typing import Any

from answer_schemas import validator


def test_a_workflow_is_listed_and_noted(caller: Any) -> None:
    """In the document's log; a workflow that does not exist is 404, and nothing is sent then."""
    found = caller.call("GET", "/Workflow/GetSmartTagWorkflows").json()
    assert found and all(
        not list(validator({"$ref": "#/components/schemas/Workflow"}).iter_errors(item)) for item in found
    )
    reference = caller.upload()
    assert caller.send(reference, WorkflowReference="0" * 48).status_code == 404
    assert caller.status(reference)["Status"] == "Initialized"
    assert caller.send(reference, WorkflowReference=found[0]["Reference"]).status_code == 200
    log = caller.call("GET", f"/Document/Log/{reference}").json()
    assert f"Workflow: {found[0]['Name']}" in [entry["Action"] for entry in log]


def test_another_account_has_its_own(make_caller: Any) -> None:
    """One account's reference is unknown to another."""
    caller = make_caller(oauth_required=False)
    reference = caller.call("GET", "/Workflow/GetSmartTagWorkflows").json()[0]["Reference"]
    sandbox = caller.sandbox
    sandbox.api_key, sandbox.api_secret = sandbox.add_key(
        sandbox.add_account("other@example.com", "Other"), oauth_required=False
    )
    caller.token = None
    assert caller.send(caller.upload(), WorkflowReference=reference).status_code == 404
