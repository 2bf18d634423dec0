"""The sandbox's own pages, for a person who looks at what happened."""

from __future__ import annotations

import html
import re
from urllib.parse import quote

import httpx
import pytest
from caller import FILES, Caller
from starlette.testclient import TestClient

PAGES = ["/", "/documents", "/inbox", "/notifications", "/requests", "/controls"]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_there_from_the_start(caller: Caller, address: str) -> None:
    answer = caller.http.get(address)
    assert answer.status_code == 200
    assert "<h1>" in answer.text


@pytest.mark.parametrize("address", [*PAGES, "/documents/1", "/documents/1/file", "/documents/1/first-page.png"])
def test_nothing_is_shown_to_other_machines(caller: Caller, address: str) -> None:
    elsewhere = TestClient(caller.sandbox.app, client=("192.0.2.7", 1234))
    answer = elsewhere.get(address)
    assert answer.status_code == 404
    assert caller.sandbox.api_secret not in answer.text


def test_a_document_shows_its_people_and_what_happened(caller: Caller) -> None:
    sent = caller.send(caller.upload()).json()[0]
    caller.sandbox.sign(sent["Signers"][0]["SignerReference"])
    listed = caller.http.get("/documents").text
    assert f'href="/documents/{sent["Reference"]}"' in listed
    shown = caller.http.get(f"/documents/{sent['Reference']}").text
    for text in ("Ana Tui", "Ben Rata", "Signed", "Uploaded", "Please sign contract.pdf"):
        assert text in shown
    assert caller.http.get(f"/documents/{sent['Reference']}/first-page.png").content.startswith(b"\x89PNG")
    assert caller.http.get(f"/documents/{sent['Reference']}/file").content.startswith(b"%PDF")


def test_documents_of_one_state(caller: Caller) -> None:
    sent, waiting = caller.send(caller.upload()).json()[0]["Reference"], caller.upload()
    shown = caller.http.get("/documents?status=Initialized").text
    assert waiting in shown
    assert sent not in shown


def test_a_deleted_document_is_gone(caller: Caller) -> None:
    reference = caller.upload()
    caller.call("DELETE", f"/Document/{reference}")
    assert reference not in caller.http.get("/documents").text
    assert caller.http.get(f"/documents/{reference}").status_code == 404


def test_the_inbox_of_one_person(caller: Caller) -> None:
    signer = caller.send(caller.upload()).json()[0]["Signers"][0]
    caller.sandbox.sign(signer["SignerReference"])
    everyone = caller.http.get("/inbox").text
    assert everyone.count("Open the document") == 2
    one = caller.http.get(f"/inbox?to={quote('ben@example.com')}").text
    assert one.count("Open the document") == 1


def test_refused_requests_with_their_reasons(caller: Caller) -> None:
    caller.upload()
    caller.call("GET", "/Document/Status/<b>123")
    shown = caller.http.get("/requests?refused").text
    assert "There is no document" in shown
    assert "uploadDocument" not in shown
    assert "<b>123" not in shown


def test_what_was_left_without_an_answer_counts_as_refused(caller: Caller) -> None:
    caller.sandbox.faults.add("drop", "getAccountInfo")
    with pytest.raises(httpx.ReadError):
        caller.call("GET", "/Account/Info")
    shown = caller.http.get("/requests?refused").text
    assert "getAccountInfo" in shown and "Fault: drop." in shown
    assert "<b>1</b> refused request<" in caller.http.get("/").text


def test_long_lists_come_in_parts(caller: Caller) -> None:
    """A hundred at a time; the filter is kept from part to part."""
    state = caller.sandbox.state
    with state.store.transaction():
        for number in range(250):
            state.store.insert(
                "requests",
                at=state.clock(),
                method="GET",
                path=f"/{number:03}",
                operation="",
                status=404,
                reason="Gone.",
            )
    first = caller.http.get("/requests?refused").text
    assert "GET" in first and first.count('<tr class="refused">') == 100
    address = re.findall(r'href="(/requests[^"]+)" rel="next"', first)
    assert [html.unescape(each) for each in address] == ["/requests?refused=&page=2"]
    last = caller.http.get("/requests?refused=&page=3").text
    assert last.count('<tr class="refused">') == 50 and 'rel="next"' not in last and 'rel="prev"' in last
    for odd in ("0", "-1", "x", "9" * 30, "\u0663"):
        assert caller.http.get("/requests", params={"page": odd}).status_code == 200


def test_notifications_come_in_parts_too(caller: Caller) -> None:
    """Newest first; none is left out without a word."""
    reference = caller.send(caller.upload(), NotifyUrl="http://127.0.0.1:1/").json()[0]["Reference"]
    caller.sandbox.wait()
    store = caller.sandbox.state.store
    copied = "document, event, target, body, state, next_attempt_at, at"
    with store.transaction():
        for _ in range(149):
            store.run(f"INSERT INTO deliveries ({copied}) SELECT {copied} FROM deliveries WHERE id = 1")
    first, last = (caller.http.get(f"/notifications{part}").text for part in ("", "?page=2"))
    shown = [[int(number) for number in re.findall(r'id="delivery-(\d+)"', page)] for page in (first, last)]
    assert shown == [list(range(150, 50, -1)), list(range(50, 0, -1))]
    assert 'href="/notifications?page=2" rel="next"' in first and 'rel="next"' not in last
    assert "cannot be reached" in last and "cannot be reached" not in first
    assert last.count(f'href="/documents/{reference}"') == 50


def test_a_document_is_found_by_its_name(caller: Caller) -> None:
    wanted = caller.upload("Lease, 100% <b>.pdf", (FILES / "contract.pdf").read_bytes())
    other = caller.upload()
    shown = caller.http.get("/documents", params={"name": "lease, 100%"}).text
    assert wanted in shown and other not in shown
    assert "There is none like that" in caller.http.get("/documents?name=nothing").text
