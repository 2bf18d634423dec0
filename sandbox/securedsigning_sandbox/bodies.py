"""Reading a request's body without letting it fill the memory."""

from __future__ import annotations

from starlette.requests import Request

from securedsigning_sandbox.errors import ApiError


async def read_body(request: Request, limit: int) -> bytes:
    """The whole body.

    Args:
        request: the request.
        limit: most bytes that are taken.

    Raises:
        ApiError: 413; there are more.
    """
    check_length(request, limit)
    blocks, size = [], 0
    async for block in request.stream():
        size += len(block)
        if size > limit:
            raise _too_large(limit)
        blocks.append(block)
    return b"".join(blocks)


def check_length(request: Request, limit: int, problem: str = "") -> None:
    """Refuse a body that announces itself as too large before it is read.

    Args:
        request: the request.
        limit: most bytes that are taken.
        problem: what the refusal says; a sentence about the whole request by default.

    Raises:
        ApiError: 413.
    """
    length = request.headers.get("Content-Length", "")
    if length.isascii() and length.isdecimal() and len(length) < 19 and int(length) > limit:
        raise ApiError(413, problem) if problem else _too_large(limit)


def _too_large(limit: int) -> ApiError:
    return ApiError(413, f"The request is larger than {limit} bytes.")
