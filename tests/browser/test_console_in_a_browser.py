"""The sandbox's own pages, by clicking."""

from __future__ import annotations

from typing import Any

import pytest
from people import press_until, sent_contract
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
    tab.get_by_role("button", name="Put on hold").click()
    tab.get_by_text("mia.kauri@example.com is on hold").wait_for()
    tab.get_by_role("button", name="Release").click()
    tab.get_by_text("mia.kauri@example.com is in good standing").wait_for()
    tab.get_by_role("link", name="Requests").click()
    tab.get_by_text("sendSmartTag").first.wait_for()
    assert problems == []


@pytest.mark.secured_signing(port=True)
def test_faults_by_keyboard(tab: Any, secured_signing: SecuredSigningFixture) -> None:
    """A rule is added, hits, is refused when it cannot be, and is removed; the focus stays where it was."""
    client, origin, faults = secured_signing.client, secured_signing.sandbox.origin, secured_signing.faults
    tab.goto(f"{origin}/controls")
    tab.get_by_text("every call is answered").wait_for()
    press_until(tab, "Tab", "document.activeElement.id === 'fault-kind'")
    tab.keyboard.type("Slow")
    assert tab.get_by_label("Seconds").is_visible() and not tab.get_by_label("Retry-After").is_visible()
    tab.keyboard.press("Home")
    tab.keyboard.press("Tab")
    tab.keyboard.type("getAccountI")
    tab.keyboard.press("Tab")
    tab.keyboard.type("429")
    press_until(tab, "Tab", "document.activeElement.name === 'first'")
    tab.keyboard.type("2")
    tab.keyboard.press("Enter")
    tab.get_by_text("The rule is in force.").wait_for()
    tab.get_by_role("cell", name="the first 2").wait_for()
    (rule,) = faults.as_json()["rules"]
    assert {name: rule[name] for name in ("kind", "operation", "status", "first")} == {
        "kind": "status",
        "operation": "getAccountInfo",
        "status": 429,
        "first": 2,
    }
    client.account.info()
    tab.reload()
    tab.get_by_role("cell", name="2 of 3 calls").wait_for()

    tab.get_by_label("Share of calls").fill("0.5")
    tab.get_by_label("The first").fill("1")
    tab.get_by_role("button", name="Add the rule").press("Enter")
    tab.get_by_text("share, first and every exclude each other").wait_for()
    assert tab.get_by_label("Share of calls").input_value() == "0.5"
    assert len(faults.as_json()["rules"]) == 1
    tab.get_by_label("The first").fill("")
    tab.get_by_role("button", name="Add the rule").press("Enter")
    tab.get_by_role("cell", name="50 % of calls").wait_for()
    assert tab.evaluate("document.activeElement.id") == "add-rule"

    tab.get_by_label("Seed").fill("7")
    tab.get_by_label("Seed").press("Enter")
    tab.get_by_text("Counting begins anew").wait_for()
    assert (faults.seed, faults.as_json()["rules"][0]["calls"]) == (7, 0)
    tab.get_by_role("button", name="Remove: Error status, getAccountInfo").press("Enter")
    tab.get_by_text("The rule is ended.").wait_for()
    assert [each["share"] for each in faults.as_json()["rules"]] == [0.5]
