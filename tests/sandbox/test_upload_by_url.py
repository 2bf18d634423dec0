"""Documents and attachments that the sandbox fetches from an address."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from caller import FILES
from local_server import Quiet, serving


class _Files(Quiet, SimpleHTTPRequestHandler):
    pass


@pytest.fixture
def files() -> Iterator[str]:
    """Address of a server of example files on this machine."""
    with serving(partial(_Files, directory=str(FILES))) as port:
        yield f"http://127.0.0.1:{port}"


def fetch(caller: Any, **file: str) -> Any:
    file = {"Name": "contract.pdf", "FileType": "pdf", **file}
    return caller.call("POST", "/Document/UploadByUrl", json={"File": file})


def problem(answer: Any) -> tuple[int, str]:
    refusal = answer.json()["ResponseStatus"]
    return answer.status_code, " ".join([refusal["Message"], *(error["Message"] for error in refusal["Errors"])])


def test_a_document_is_fetched(caller: Any, files: str) -> None:
    answer = fetch(caller, FileUrl=f"{files}/contract.pdf", ClientReference="lease-7")
    reference = answer.json()["Reference"]
    status = caller.status(reference)
    assert (status["Name"], status["ClientReference"], status["Status"]) == ("contract.pdf", "lease-7", "Initialized")
    content = caller.call("GET", f"/Download/GetDocumentData/{reference}").content
    assert content == (FILES / "contract.pdf").read_bytes()
    assert caller.call("GET", "/Account/Info").json()["DocumentUsed"] == 1
    assert caller.send(reference).status_code == 200


def test_the_type_stands_in_for_an_extension(caller: Any, files: str) -> None:
    reference = fetch(caller, FileUrl=f"{files}/contract.pdf", Name="The lease").json()["Reference"]
    assert caller.status(reference)["Name"] == "The lease.pdf"


def test_an_attachment_is_fetched(caller: Any, files: str) -> None:
    file = {
        "Name": "terms.pdf",
        "FileType": "pdf",
        "FileUrl": f"{files}/contract.pdf",
        "Number": "3",
        "Category": "Terms",
    }
    answer = caller.call("POST", "/Attachment/UploadByUrl", json={"File": file})
    assert answer.status_code == 200, answer.text
    (listed,) = caller.call("GET", "/Attachment/GetAttachments").json()
    assert (listed["Name"], listed["Number"], listed["Category"]) == ("terms.pdf", "3", "Terms")
    content = caller.call("GET", f"/Download/Attachment/{listed['Reference']}").content
    assert content == (FILES / "contract.pdf").read_bytes()


@pytest.mark.parametrize("number", ["\u0663", "3a", ""])
def test_numbers_of_attachments_hold_digits_only(number: str, caller: Any, files: str) -> None:
    """Those from 0 to 9, by address as in a form."""
    file = {"Name": "terms.pdf", "FileUrl": f"{files}/contract.pdf", "Number": number}
    by_address = caller.call("POST", "/Attachment/UploadByUrl", json={"File": file})
    content = {"file": ("terms.pdf", b"%PDF-1.4")}
    in_a_form = caller.call("POST", "/Attachment/Uploader", files=content, data={"Number": number})
    for answer, field in ((by_address, "File.Number"), (in_a_form, "Number")):
        assert answer.status_code == 400, answer.text
        assert [each["FieldName"] for each in answer.json()["ResponseStatus"]["Errors"]] == [field]


@pytest.mark.parametrize(
    "url",
    ["http://169.254.169.254/latest/meta-data", "file:///etc/passwd", "http://192.0.2.1/a.pdf", "\\\\host\\share"],
)
def test_no_other_place_is_asked(caller: Any, url: str) -> None:
    status, said = problem(fetch(caller, FileUrl=url))
    assert (status, "Refused" in said) == (400, True)
    assert caller.call("GET", "/Account/Info").json()["DocumentUsed"] == 0


def test_what_would_allow_it_is_said(caller: Any) -> None:
    assert "--allow-outgoing" in problem(fetch(caller, FileUrl="http://10.0.0.7/a.pdf"))[1]


def test_a_file_that_is_not_there(caller: Any, files: str) -> None:
    assert problem(fetch(caller, FileUrl=f"{files}/nothing.pdf"))[0] == 404


def test_a_file_that_is_too_large(make_caller: Any, files: str) -> None:
    caller = make_caller(max_upload_size=100)
    assert problem(fetch(caller, FileUrl=f"{files}/contract.pdf"))[0] == 413
    assert not list(Path(caller.sandbox.state.store.folder).iterdir())


def test_a_plan_that_is_used_up(caller: Any, files: str) -> None:
    caller.sandbox.exhaust_plan()
    assert problem(fetch(caller, FileUrl=f"{files}/contract.pdf"))[0] == 426
