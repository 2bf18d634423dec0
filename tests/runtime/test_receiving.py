"""Downloads: where they go, what they are called, and that they arrive whole or not at all; blocking and asynchronous alike."""

from __future__ import annotations

import asyncio
import io
import os
import stat
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import httpx
import pytest
from bodies import Body
from loopback import LoopbackServer, answered
from securedsigning._async.receiving import receive as receive_asynchronous
from securedsigning._sync.receiving import receive as receive_blocking
from securedsigning.downloads import Download, check_target
from securedsigning.errors import DecodeError, DownloadIncompleteError, InputError
from securedsigning.files import BLOCK_SIZE

PDF = b"%PDF-1.7 " + os.urandom(300_000)
PDF_HEADERS = ("Content-Type: Application/PDF; charset=x", 'Content-Disposition: attachment; filename="signed.pdf"')
OPERATION: Any = type("Operation", (), {"id": "downloadDocument"})()


@pytest.fixture(params=["blocking", "asynchronous"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def received(kind: str, url: str, to: Any) -> Download:
    if kind == "asynchronous":
        async with httpx.AsyncClient(trust_env=False) as client:
            response = await client.send(client.build_request("GET", url), stream=True)
            try:
                return await receive_asynchronous(response, operation=OPERATION, to=to)
            finally:
                assert response.is_closed

    def run() -> Download:
        with httpx.Client(trust_env=False) as client:
            response = client.send(client.build_request("GET", url), stream=True)
            try:
                return receive_blocking(response, operation=OPERATION, to=to)
            finally:
                assert response.is_closed

    return await asyncio.to_thread(run)


async def taken(kind: str, response: httpx.Response) -> Download:
    """What becomes of an answer that no server could give so exactly."""
    if kind == "asynchronous":
        return await receive_asynchronous(response, operation=OPERATION, to=None)
    return receive_blocking(response, operation=OPERATION, to=None)


async def download(kind: str, raw: bytes, to: Any, *, then_close: bool = False) -> Download:
    """What becomes of an answer that consists of these bytes."""
    answers = iter([[raw], []])
    with LoopbackServer(lambda _: closing(raw) if then_close else next(answers)) as server:
        return await received(kind, server.url, to)


def closing(raw: bytes) -> Iterable[bytes]:
    """Send, then drop the connection."""
    yield raw
    raise OSError


async def test_without_a_target_the_content_is_in_memory(kind: str) -> None:
    """``to=None`` keeps the bytes, with name, media type and size."""
    result = await download(kind, answered(PDF, *PDF_HEADERS), None)
    assert result.content == PDF
    assert (result.path, result.filename, result.media_type, result.size) == (
        None,
        "signed.pdf",
        "application/pdf",
        len(PDF),
    )


async def test_a_path_gets_the_file_and_nothing_else(kind: str, tmp_path: Path) -> None:
    """The file appears under the given name, with the permissions of any new file, and no other file is left."""
    target, ordinary = tmp_path / "mine.pdf", tmp_path / "ordinary"
    ordinary.touch()
    result = await download(kind, answered(PDF, *PDF_HEADERS), str(target))
    assert result.path == target
    assert target.read_bytes() == PDF
    assert sorted(os.listdir(tmp_path)) == ["mine.pdf", "ordinary"]
    assert target.stat().st_mode == ordinary.stat().st_mode
    with pytest.raises(InputError, match=r"written to .*mine\.pdf"):
        _ = result.content


async def test_an_existing_file_is_replaced_and_keeps_its_mode(kind: str, tmp_path: Path) -> None:
    """A file that was private stays private; a symbolic link keeps pointing to the file that is replaced."""
    target, link = tmp_path / "old.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"old")
    target.chmod(0o600)
    private = stat.S_IMODE(target.stat().st_mode)  # Windows knows no more than whether a file may be written
    link.symlink_to(target)
    await download(kind, answered(PDF), link)
    assert target.read_bytes() == PDF
    assert stat.S_IMODE(target.stat().st_mode) == private
    assert link.is_symlink()


async def test_a_folder_gets_the_file_under_the_services_name(kind: str, tmp_path: Path) -> None:
    """In a folder the service's name is used; as the service chose it, nothing that is there is replaced."""
    names = [(await download(kind, answered(PDF, *PDF_HEADERS), tmp_path)).path for _ in range(3)]
    assert names == [tmp_path / name for name in ("signed.pdf", "signed (2).pdf", "signed (3).pdf")]
    nameless = await download(kind, answered(PDF, "Content-Type: application/zip"), tmp_path)
    assert nameless.path == tmp_path / "download.zip"
    assert nameless.filename is None


async def test_a_stream_gets_the_blocks_and_stays_open(kind: str) -> None:
    """A binary writer is written to, also one that takes a part at a time, and is left open."""

    class Slow(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: Any, /) -> int:
            self.data += data[:1000]
            return min(1000, len(data))

    target, slow = io.BytesIO(), Slow()
    result = await download(kind, answered(PDF), target)
    assert target.getvalue() == PDF
    assert result.size == len(PDF)
    with pytest.raises(InputError, match="written to the stream"):
        _ = result.content
    await download(kind, answered(PDF), slow)
    assert bytes(slow.data) == PDF


@pytest.mark.parametrize(
    "raw",
    [
        answered(PDF, length=len(PDF) + 1),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n%PDF-\r\n",
    ],
    ids=["shorter than announced", "chunked without an end"],
)
async def test_a_broken_connection_leaves_everything_as_it_was(kind: str, raw: bytes, tmp_path: Path) -> None:
    """If the connection breaks off, the old file is untouched and no part of the new one is left."""
    target = tmp_path / "old.pdf"
    target.write_bytes(b"old")
    with pytest.raises(DownloadIncompleteError, match=r"downloadDocument: the file broke off after \d+") as caught:
        await download(kind, raw, target, then_close=True)
    assert isinstance(caught.value.__cause__, httpx.RemoteProtocolError)
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["old.pdf"]


@pytest.mark.parametrize(
    ("headers", "failure", "told"),
    [
        ({"Content-Length": "9"}, httpx.ReadError("reset"), "the file broke off after 8 of 9 bytes: reset"),
        ({}, httpx.ReadTimeout(""), "the file broke off after 8 bytes: ReadTimeout"),
        ({"Content-Length": "9"}, None, "8 bytes came where 9 were announced"),
    ],
)
async def test_how_far_a_file_came_is_told(
    kind: str, headers: dict[str, str], failure: Exception | None, told: str
) -> None:
    """How much arrived, of how much if that is known, and why; whichever transport brought it."""
    answer = httpx.Response(200, headers=headers, stream=Body(b"%PDF", b"-1.7", failure=failure))
    with pytest.raises(DownloadIncompleteError) as caught:
        await taken(kind, answer)
    assert str(caught.value) == f"downloadDocument: {told}"
    assert caught.value.operation is OPERATION
    assert caught.value.__cause__ is failure


@pytest.mark.parametrize("length", [None, "8", "eight"])
async def test_a_length_is_believed_if_it_is_one(kind: str, length: str | None) -> None:
    """A file as long as announced is complete, and so is one of which nothing usable was said."""
    headers = {} if length is None else {"Content-Length": length}
    result = await taken(kind, httpx.Response(200, headers=headers, stream=Body(b"%PDF", b"-1.7")))
    assert (result.content, result.size, result.media_type) == (b"%PDF-1.7", 8, "application/octet-stream")


async def test_a_chunked_answer_is_complete_at_its_end_mark(kind: str) -> None:
    """Without a length the end mark of the chunked coding decides."""
    raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n%PDF-\r\n0\r\n\r\n"
    result = await download(kind, raw, None)
    assert (result.content, result.media_type) == (b"%PDF-", "application/octet-stream")


async def test_a_full_disk_leaves_nothing(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error while writing or renaming passes through, and the temporary file is removed."""

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space left"):
        await download(kind, answered(PDF), tmp_path / "new.pdf")
    assert os.listdir(tmp_path) == []


async def test_a_cancelled_download_leaves_nothing(tmp_path: Path) -> None:
    """Cancelling the task in the middle of the body removes the temporary file."""
    started, released = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def halted(_: bytes) -> Iterable[bytes]:
        yield answered(PDF, length=2 * len(PDF))
        loop.call_soon_threadsafe(started.set)
        asyncio.run_coroutine_threadsafe(released.wait(), loop).result()

    with LoopbackServer(halted) as server:
        task = asyncio.create_task(received("asynchronous", server.url, tmp_path / "new.pdf"))
        await started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        released.set()
        await asyncio.to_thread(server.__exit__)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("body", "media_type", "problem"),
    [
        (b"<html>Log in</html>", "text/html; charset=utf-8", "an HTML page came where a file was expected"),
        (
            b'{"ResponseStatus": {"ErrorCode": "X"}}',
            "application/problem+json",
            "an error message came where a file was expected",
        ),
    ],
)
async def test_a_message_in_place_of_a_file_is_no_file(
    kind: str, body: bytes, media_type: str, problem: str, tmp_path: Path
) -> None:
    """A page or error message with status 200 raises, its body can be read from the error, and no file is written."""
    with pytest.raises(DecodeError) as caught:
        await download(kind, answered(body, f"Content-Type: {media_type}", status="203 X"), tmp_path / "new.pdf")
    assert str(caught.value) == f"downloadDocument: cannot read the answer: {problem} @ $"
    assert (caught.value.operation, caught.value.path) == (OPERATION, "$")
    kept = caught.value.response
    assert (kept.status_code, kept.content, kept.headers["content-type"]) == (203, body, media_type)
    assert kept.request.method == "GET"
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"<html>", ("Content-Type: text/html", "Content-Disposition: attachment; filename=form.html")),
        (b'{"ResponseStatus": 1}', ("Content-Type: application/json", "Content-Disposition: attachment")),
        (b'[{"Field": 1}]', ("Content-Type: application/json",)),
        (b'{"Field": 1}', ("Content-Type: application/json",)),
        (b'["ResponseStatus"]', ("Content-Type: application/json",)),
        (b"{no JSON", ("Content-Type: application/json",)),
        (b"[" + b" " * 1_500_000 + b"]", ("Content-Type: text/json",)),
    ],
    ids=["named page", "attachment", "list", "object", "data of that name", "no data", "long data"],
)
async def test_json_and_html_can_be_files(kind: str, body: bytes, headers: tuple[str, ...]) -> None:
    """What the service calls an attachment, and JSON that is no error message, is a file."""
    result = await download(kind, answered(body, *headers), None)
    assert (result.content, result.size) == (body, len(body))


async def test_a_message_is_looked_for_in_the_first_block(kind: str) -> None:
    """Of what is longer nothing is held back to be looked at: it is a file."""

    def answer(first: int) -> httpx.Response:
        body = Body(b'{"ResponseStatus": 1'.ljust(first), b"}")
        return httpx.Response(
            200,
            headers={"Content-Type": "application/json"},
            stream=body,
            request=httpx.Request("GET", "https://example.com/"),
        )

    with pytest.raises(DecodeError, match="an error message came"):
        await taken(kind, answer(BLOCK_SIZE))
    assert (await taken(kind, answer(BLOCK_SIZE + 1))).size == BLOCK_SIZE + 2


async def test_a_compressed_answer_is_refused(kind: str) -> None:
    """Identity was asked for; compressed bytes are not passed off as the file."""
    with pytest.raises(DecodeError) as caught:
        await download(kind, answered(b"x", "Content-Encoding: GZip"), None)
    assert str(caught.value) == "downloadDocument: cannot read the answer: the file came compressed (gzip) @ $"
    assert (caught.value.operation, caught.value.path) == (OPERATION, "$")
    assert caught.value.response.headers["content-encoding"] == "GZip"


@pytest.mark.parametrize("encoding", ["identity", " Identity ", ""])
async def test_an_answer_that_says_it_is_not_compressed_is_taken(kind: str, encoding: str) -> None:
    """As it was asked for."""
    answer = httpx.Response(200, headers={"Content-Encoding": encoding}, stream=Body(b"%PDF"))
    assert (await taken(kind, answer)).content == b"%PDF"


async def test_memory_stays_constant(kind: str, tmp_path: Path) -> None:
    """A file of 64 MiB is received in a few MiB of memory."""
    block = bytes(1024 * 1024)

    def large(head: bytes) -> Iterable[bytes]:
        yield answered(b"", length=64 * len(block))
        for _ in range(64):
            yield block

    with LoopbackServer(large) as server:
        tracemalloc.start()
        try:
            result = await received(kind, server.url, tmp_path / "large")
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert result.size == (tmp_path / "large").stat().st_size == 64 * len(block)
    assert peak < 8 * len(block)


def test_targets_that_cannot_work_are_refused_beforehand(tmp_path: Path) -> None:
    """A missing folder, something that is no ordinary file, or a text stream is refused with a sentence."""
    for to, expected in [
        (tmp_path / "nowhere" / "a.pdf", "the folder .*nowhere' does not exist"),
        (f"{tmp_path}/nowhere/", "does not exist"),
        (os.devnull, "is not an ordinary file"),
        ("", "is not a path"),
        ("a\0b", "is not a path"),
        (io.StringIO(), "opened as text"),
        (5, "is neither a path nor a binary stream"),
    ]:
        with pytest.raises(InputError, match=expected):
            check_target(to)  # type: ignore[arg-type]
    for fine in (None, tmp_path, tmp_path / "a.pdf", "a.pdf", io.BytesIO()):
        check_target(fine)
