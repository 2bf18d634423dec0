"""The encoder of multipart forms, judged by a parser that shares no code with it."""

from __future__ import annotations

import asyncio
import io
import os
import threading
from typing import Any

import httpx
import pytest
from python_multipart.multipart import MultipartParser, parse_options_header
from securedsigning.errors import InputError
from securedsigning.files import BLOCK_SIZE, FilePart, open_file
from securedsigning.multipart import MultipartBody


def part(name: str, data: bytes) -> FilePart:
    return open_file((name, data), argument="file", extensions=None)


def parsed(body: bytes, content_type: str) -> list[tuple[dict[str, str], bytes]]:
    """Headers and content of each part, read by python-multipart."""
    kind, options = parse_options_header(content_type)
    assert kind == b"multipart/form-data"
    parts: list[tuple[dict[str, str], bytes]] = []
    state: dict[str, Any] = {}

    def begin() -> None:
        state.update(headers={}, name=b"", value=b"", data=bytearray())

    def header_end() -> None:
        state["headers"][state["name"].decode().lower()] = state["value"].decode()
        state.update(name=b"", value=b"")

    def add(key: str) -> Any:
        def added(data: bytes, start: int, end: int) -> None:
            state[key] += data[start:end]

        return added

    parser = MultipartParser(
        options[b"boundary"],
        {
            "on_part_begin": begin,
            "on_header_field": add("name"),
            "on_header_value": add("value"),
            "on_header_end": header_end,
            "on_part_data": add("data"),
            "on_part_end": lambda: parts.append((state["headers"], bytes(state["data"]))),
            "on_end": lambda: state.update(ended=True),
        },
    )
    parser.write(body)
    parser.finalize()
    assert state.get("ended")
    return parts


@pytest.mark.parametrize("size", [1, 5000, BLOCK_SIZE - 1, BLOCK_SIZE, 3 * BLOCK_SIZE + 17])
def test_an_independent_parser_reads_back_what_went_in(size: int) -> None:
    """Fields come first and unchanged, files keep every byte, and the stated length is the real one."""
    data = os.urandom(size)
    body = MultipartBody([("ClientReference", "Ä\r\n--x"), ("Number", "7")], [("file", part("contract.pdf", data))])
    whole = b"".join(body)
    assert len(whole) == body.content_length
    assert parsed(whole, body.content_type) == [
        ({"content-disposition": 'form-data; name="ClientReference"'}, "Ä\r\n--x".encode()),
        ({"content-disposition": 'form-data; name="Number"'}, b"7"),
        (
            {
                "content-disposition": 'form-data; name="file"; filename="contract.pdf"',
                "content-type": "application/pdf",
            },
            data,
        ),
    ]


def test_names_are_escaped_so_that_they_stay_names() -> None:
    """Quotes and line breaks are percent-encoded, other characters are UTF-8 (RFC 7578; WHATWG HTML)."""
    body = MultipartBody([('a"b\r\nX-Evil: 1', "v")], [("file", part('Vertrag "ü" 契約.pdf', b"x"))])
    whole = b"".join(body)
    assert b'name="a%22b%0D%0AX-Evil: 1"' in whole
    assert 'filename="Vertrag %22ü%22 契約.pdf"'.encode() in whole
    headers = [headers for headers, _ in parsed(whole, body.content_type)]
    assert [sorted(each) for each in headers] == [["content-disposition"], ["content-disposition", "content-type"]]


def test_several_files_and_no_field() -> None:
    """A form may consist of files only."""
    body = MultipartBody([], [("a", part("1.pdf", b"one")), ("b", part("2.bin", b"\r\n"))])
    assert [data for _, data in parsed(b"".join(body), body.content_type)] == [b"one", b"\r\n"]


def test_a_file_cannot_end_the_form() -> None:
    """The boundary is new and unpredictable each time; what looks like another boundary in a file stays content."""
    data = b"\r\n--+++\r\nContent-Disposition: form-data; name=evil\r\n\r\n1\r\n--+++--\r\n"
    first, second = (MultipartBody([], [("file", part("a.pdf", data))]) for _ in range(2))
    assert first.content_type != second.content_type
    assert [content for _, content in parsed(b"".join(first), first.content_type)] == [data]


def test_a_boundary_that_occurs_in_a_field_or_is_malformed_is_refused() -> None:
    """A given boundary is checked: its characters, its length, and that no field holds it."""
    for field in (("a", "--0123456789abcdef"), ("0123456789abcdef", "a")):
        with pytest.raises(InputError, match=r"^the boundary occurs in a field\.$"):
            MultipartBody([field], [], boundary="0123456789abcdef")
    for boundary in ("+++", "a" * 71, "0123456789abcde\r", "0123456789 abcdef"):
        with pytest.raises(InputError, match="is not a boundary"):
            MultipartBody([], [], boundary=boundary)


def test_text_that_is_no_unicode_is_refused() -> None:
    """A lone surrogate in a field or its name is refused before anything is sent."""
    for field, where in ((("ClientReference", "\udcff"), "ClientReference"), (("\udcff", "x"), "a name")):
        with pytest.raises(InputError) as caught:
            MultipartBody([field], [])
        assert str(caught.value) == f"{where}: '\\udcff' is not valid text (surrogates not allowed)."


async def test_a_body_of_up_to_a_mebibyte_is_one_block_and_a_longer_one_several() -> None:
    """One write to the network for what is small; never more than 1 MiB in memory of what is not."""

    def body(length: int) -> MultipartBody:
        around = MultipartBody([], [("file", part("a.pdf", b"x"))]).content_length - 1
        return MultipartBody([], [("file", part("a.pdf", bytes(length - around)))])

    for length, expected in (
        (1 << 20, [1 << 20]),
        ((1 << 20) + 1, None),
        (3 << 20, None),
    ):
        made = body(length)
        sizes = [len(block) for block in made]
        assert sizes == [len(block) async for block in made]
        assert sum(sizes) == made.content_length == length
        if expected:
            assert sizes == expected
        else:
            assert len(sizes) > 2
            assert max(sizes) <= 1 << 20
    assert sizes.count(1 << 20) == 2


@pytest.mark.parametrize("size", [100, 2 * BLOCK_SIZE + 1])
def test_sending_again_starts_from_the_beginning(size: int) -> None:
    """Each iteration is the whole body, also after one that was broken off in the middle."""
    body = MultipartBody([("a", "b")], [("file", part("a.pdf", os.urandom(size)))])
    broken = iter(body)
    next(broken)
    next(broken, None)
    assert b"".join(body) == b"".join(body)


async def test_the_asynchronous_body_is_the_same() -> None:
    """Synchronous and asynchronous iteration give the same bytes."""
    for size in (100, 2 * BLOCK_SIZE + 1):
        body = MultipartBody([("a", "b")], [("file", part("a.pdf", os.urandom(size)))])
        assert b"".join([block async for block in body]) == b"".join(body)


@pytest.mark.parametrize("size", [100, 2 * BLOCK_SIZE])
async def test_files_are_read_off_the_event_loop(size: int) -> None:
    """Asynchronous iteration reads the file in another thread than that of the event loop."""
    threads: set[int] = set()

    class Watched(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if size:
                threads.add(threading.get_ident())
            return super().read(size)

    source = open_file(("a.pdf", Watched(os.urandom(size))), argument="file", extensions=None)
    async for _ in MultipartBody([], [("file", source)]):
        await asyncio.sleep(0)
    assert threads
    assert threading.get_ident() not in threads


def test_a_stream_that_cannot_go_back_says_so() -> None:
    """A retry of a file whose stream was closed meanwhile raises a sentence, not a short body."""
    stream = io.BytesIO(b"x" * 10)
    body = MultipartBody([], [("file", open_file(("a.pdf", stream), argument="file", extensions=None))])
    assert b"".join(body)
    stream.close()
    with pytest.raises(InputError, match="cannot be sent again"):
        b"".join(body)


async def test_httpx_sends_it_as_it_is() -> None:
    """An httpx request takes the body as its stream, in both kinds of client, with the given length."""
    received: list[tuple[str | None, list[tuple[dict[str, str], bytes]]]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        received.append(
            (request.headers.get("Transfer-Encoding"), parsed(request.content, request.headers["Content-Type"]))
        )
        return httpx.Response(200)

    data = os.urandom(2 * BLOCK_SIZE)
    body = MultipartBody([], [("file", part("a.pdf", data))])
    headers = {"Content-Type": body.content_type, "Content-Length": str(body.content_length)}

    def request() -> httpx.Request:
        return httpx.Request("POST", "http://test/", headers=headers, stream=body)

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        client.send(request())
    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as asynchronous:
        await asynchronous.send(request())
    assert [(encoding, parts[0][1]) for encoding, parts in received] == [(None, data)] * 2
