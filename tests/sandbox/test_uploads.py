"""Uploads as different clients write them, and uploads that are large."""

from __future__ import annotations

import asyncio
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from securedsigning_sandbox import Settings, running

PDF = b"%PDF-1.4 \x00\xff\r\n--not-the-boundary\r\n"


def _body(part: str, *, ending: bytes = b"\r\n") -> bytes:
    return b"--edge\r\n" + part.encode() + b"\r\n\r\n" + PDF + b"\r\n--edge--" + ending


def _upload(caller: Any, body: bytes) -> Any:
    headers = caller.headers() | {"Content-Type": "multipart/form-data; boundary=edge"}
    return caller.call("POST", "/Document/Uploader", headers=headers, content=body)


@pytest.mark.parametrize(
    "part",
    [
        'Content-Disposition: form-data; name="file"; filename="a.pdf"',
        'Content-Disposition: form-data; name="upload"; filename="a.pdf"\r\nContent-Type: application/pdf',
        'Content-Disposition: form-data; name="anything"; filename="a.pdf"\r\nContent-Type: text/plain',
        "content-disposition: form-data; name=file; filename=a.pdf",
    ],
)
@pytest.mark.parametrize("ending", [b"\r\n", b""])
def test_any_part_with_a_file_name_is_the_file(part: str, ending: bytes, caller: Any) -> None:
    """Whatever the part is called, and with or without a line break at the end, as the Java SDK leaves it out."""
    answer = _upload(caller, _body(part, ending=ending))
    assert answer.status_code == 200, answer.text
    data = caller.call("GET", f"/Download/GetDocumentData/{answer.json()['Reference']}").content
    assert data == PDF


def test_names_with_other_letters(caller: Any) -> None:
    """UTF-8 as it is, which is what clients send."""
    answer = _upload(caller, _body('Content-Disposition: form-data; name="file"; filename="Vertrag für Māia.pdf"'))
    assert caller.status(answer.json()["Reference"])["Name"] == "Vertrag für Māia.pdf"


def test_the_client_reference_comes_back(caller: Any) -> None:
    """From the form in any letter case, or from the path, where it may hold a slash and a question mark."""
    first = caller.call("POST", "/Document/Uploader", files={"f": ("a.pdf", PDF)}, data={"clientreference": "A/1"})
    assert caller.status(first.json()["Reference"])["ClientReference"] == "A/1"
    second = caller.call("POST", "/Document/Uploader/A%2F2%3F%20%23", files={"f": ("a.pdf", PDF)})
    assert caller.status(second.json()["Reference"])["ClientReference"] == "A/2? #"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--edge\r\n",
        b'--other\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nx\r\n--other--',
        _body('Content-Disposition: form-data; name="file"'),
        _body("Content-Type: application/pdf"),
    ],
)
def test_bodies_without_a_file_are_refused(body: bytes, caller: Any) -> None:
    """400, and nothing is kept."""
    assert _upload(caller, body).status_code == 400
    assert not list(caller.sandbox.state.store.folder.iterdir())


def test_an_upload_that_breaks_off_leaves_nothing(caller: Any) -> None:
    """Half a body is no document."""

    def broken() -> Iterator[bytes]:
        yield _body('Content-Disposition: form-data; name="file"; filename="a.pdf"')[:90]

    assert _upload(caller, b"".join(broken())).status_code == 400
    assert not list(caller.sandbox.state.store.folder.iterdir())
    assert caller.call("GET", "/Account/Info").json()["DocumentUsed"] == 0


def test_a_large_upload_takes_little_memory(caller: Any) -> None:
    """Sixty-four times the size of a block needs no more than a few blocks."""
    size, block = 64 * 1024 * 1024, b"x" * (256 * 1024)
    head = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="large.pdf"\r\n\r\n'

    async def body() -> AsyncIterator[bytes]:
        yield head
        for _ in range(size // len(block)):
            yield block
        yield b"\r\n--edge--\r\n"

    async def upload() -> httpx.Response:
        transport = httpx.ASGITransport(caller.sandbox.app)
        headers = caller.headers() | {"Content-Type": "multipart/form-data; boundary=edge"}
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox.test") as client:
            return await client.post("/web/v1.4/Document/Uploader", headers=headers, content=body())

    caller.upload("small.pdf", PDF)  # loads what is loaded lazily
    tracemalloc.start()
    answer = asyncio.run(upload())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert answer.status_code == 200, answer.text
    assert peak < 16 * 1024 * 1024
    store = caller.sandbox.state.store
    row = store.one("SELECT content FROM documents WHERE reference = ?", answer.json()["Reference"])
    assert store.path(row["content"]).stat().st_size == size


def test_what_is_too_large_is_told_to_who_is_still_sending(make_caller: Any) -> None:
    """Over a real connection: the client gets to read the 413, although it sends far more than is taken."""
    caller = make_caller()
    with running(Settings(max_upload_size=1000, oauth_required=False)) as sandbox:
        caller.sandbox, caller.token = sandbox, None
        answer = httpx.post(
            f"{sandbox.base_url}/Document/Uploader", headers=caller.headers(), files={"f": ("a.pdf", b"x" * 5_000_000)}
        )
        assert (answer.status_code, answer.reason_phrase) == (413, "The file is larger than 1000 bytes.")
        unsigned = httpx.post(f"{sandbox.base_url}/Document/Uploader", files={"f": ("a.pdf", b"x" * 5_000_000)})
        assert unsigned.status_code == 401


def test_a_plan_that_runs_out_meanwhile_leaves_no_file(make_caller: Any) -> None:
    """Two uploads for the last document of the plan: one gets it, of the other nothing stays."""
    caller = make_caller(documents_in_plan=1)
    with ThreadPoolExecutor(4) as pool:
        files = {"file": ("a.pdf", PDF * 1000)}
        calls = [
            pool.submit(caller.call, "POST", "/Document/Uploader", headers=caller.headers(), files=files)
            for _ in range(4)
        ]
        statuses = sorted(each.result().status_code for each in calls)
    assert statuses == [200, 426, 426, 426]
    assert len(list(caller.sandbox.state.store.folder.iterdir())) == 1
