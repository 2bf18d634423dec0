"""Receiving a file: block by block in constant memory, whole or not at all."""

from __future__ import annotations

from securedsigning._async.primitives import WRITE_SIZE, in_thread
from securedsigning._http import httpx
from securedsigning._json import loads
from securedsigning.downloads import Download, open_target
from securedsigning.errors import DecodeError, DownloadIncompleteError
from securedsigning.filenames import filename_from_header
from securedsigning.files import BLOCK_SIZE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from securedsigning.downloads import DownloadTarget
    from securedsigning.operations import Operation


async def receive(response: httpx.Response, *, operation: Operation, to: DownloadTarget) -> Download:
    """Write the body of an answer to its target.

    The request must have asked for ``Accept-Encoding: identity``: the bytes are kept as they come, and counted.

    Args:
        response: a successful answer, opened as a stream; it is closed here, whatever happens.
        operation: the operation that was called.
        to: a path: the file appears there when it is complete, replacing one that was there. An existing folder: a file in
            it, under the name that the service gives, and a number if the name is taken. A binary stream: blocks are written
            to it as they come, so after a failure it holds a part. None: memory.

    Returns:
        What arrived, and where it is.

    Raises:
        DownloadIncompleteError: the connection broke off, or fewer bytes came than announced.
        DecodeError: no file came but an error page or message, or the file came compressed.
        InputError: the target cannot be used.
        OSError: the file could not be written.
    """
    try:
        return await _received(response, operation, to)
    finally:
        await response.aclose()


async def _received(response: httpx.Response, operation: Operation, to: DownloadTarget) -> Download:
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"", "identity"}:
        raise DecodeError(f"the file came compressed ({encoding})", operation=operation, path="$", response=response)
    media_type = (
        response.headers.get("content-type", "").partition(";")[0].strip().lower() or "application/octet-stream"
    )
    disposition = response.headers.get("content-disposition")
    filename = filename_from_header(disposition)
    blocks = _blocks(response, operation)
    first: list[bytes] = []
    if disposition is None and (media_type == "text/html" or media_type.endswith("json")):
        first = await _refused_if_message(response, blocks, operation, media_type)

    target = await in_thread(open_target, to, filename=filename, media_type=media_type)
    try:
        size = held = sum(map(len, first))
        waiting = first
        async for block in blocks:
            waiting.append(block)
            size += len(block)
            held += len(block)
            if held >= WRITE_SIZE:
                await in_thread(target.write, waiting)
                held, waiting = 0, []
        if waiting:
            await in_thread(target.write, waiting)
        path, content = await in_thread(target.finish)
    except BaseException:
        # Not in a thread: a cancelled task awaits nothing more.
        target.discard()
        raise
    return Download(path=path, content=content, filename=filename, media_type=media_type, size=size)


async def _blocks(response: httpx.Response, operation: Operation) -> AsyncIterator[bytes]:
    """The body as it comes; ends only if all of it came."""
    announced = response.headers.get("content-length", "")
    arrived = 0
    try:
        async for block in response.aiter_raw():
            arrived += len(block)
            yield block
    except httpx.TransportError as error:
        total = f" of {announced}" if announced else ""
        raise DownloadIncompleteError(
            f"{operation.id}: the file broke off after {arrived}{total} bytes: {str(error) or type(error).__name__}",
            operation=operation,
        ) from error
    if announced.isdecimal() and arrived != int(announced):
        raise DownloadIncompleteError(
            f"{operation.id}: {arrived} bytes came where {announced} were announced", operation=operation
        )


async def _refused_if_message(
    response: httpx.Response, blocks: AsyncIterator[bytes], operation: Operation, media_type: str
) -> list[bytes]:
    """The first blocks of an answer that may be a message in place of a file.

    Raises:
        DecodeError: it is a page, or JSON with a ``ResponseStatus``, the error form of the service's framework.
    """
    first: list[bytes] = []
    async for block in blocks:
        first.append(block)
        if sum(map(len, first)) > BLOCK_SIZE:
            break  # no message is that long
    body = b"".join(first)
    problem = "an HTML page came where a file was expected" if media_type == "text/html" else None
    if problem is None:
        try:
            message = loads(body)
        except ValueError:
            message = None
        if isinstance(message, dict) and "ResponseStatus" in message:
            problem = "an error message came where a file was expected"
    if problem is not None:
        # The stream is used up; the error carries an answer whose body can be read.
        kept = httpx.Response(response.status_code, headers=response.headers, content=body, request=response.request)
        raise DecodeError(problem, operation=operation, path="$", response=kept)
    return first
