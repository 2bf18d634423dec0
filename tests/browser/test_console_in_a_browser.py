"""The sandbox's own pages, by clicking."""

from __future__ import annotations

from typing import Any

import pytest
from people import sent_contract
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture


@pytest.mark.secured_signing(port=True)
def test_the_console(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """Signing at once, setting the clock forward, and looking at requests, by clicking."""
    client, origin = secured_signing.client, secured_signing.sandbox.origin
    sent_contract(client)
    problems: list[str] = []
    tab.on("pageerror", lambda error: problems.append(str(error)))
    tab.goto(f"{origin}/documents")
    tab.get_by_role("link", name="contract.pdf").click()
    tab.get_by_role("button", name="Sign at once").click()
    tab.get_by_role("heading", name="1. Ana Tui Signed").wait_for()
    before = secured_signing.clock()
    tab.get_by_role("link", name="Controls").click()
    tab.get_by_role("button", name="+1 day").click()
    tab.get_by_text("seconds from the machine").wait_for()
    assert secured_signing.clock() - before >= 86_400
    tab.get_by_role("link", name="Requests").click()
    tab.get_by_text("sendSmartTag").first.wait_for()
    assert problems == []
