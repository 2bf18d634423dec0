"""E-mail addresses, as far as invitations and certificates need them to be right."""

from __future__ import annotations

import re
from email.utils import quote

from securedsigning_sandbox.errors import ApiError

_ADDRESS = re.compile(r"[^@\s\x00-\x1f<>,;]{1,64}@[^@\s\x00-\x1f<>,;]{1,255}")

_SPECIAL = re.compile(r'[][\\()<>@,:;".]')
"""What a name may hold in quotes only (RFC 5322)."""


def named_address(name: str, email: str) -> str:
    """Name and address as people read them, such as ``Ana Tui <ana@example.com>``; without the encodings of RFC 2047, in which
    no mail is written here."""
    if not name:
        return email
    return f'"{quote(name)}" <{email}>' if _SPECIAL.search(name) else f"{name} <{email}>"


def check_email(text: str, field: str) -> None:
    """Refuse what is no address, now rather than when its owner's certificate is made.

    Args:
        text: the address.
        field: the request's member that holds it.

    Raises:
        ApiError: 400.
    """
    problem = ApiError(400, "An e-mail address is refused.", [(field, f"{text[:100]!r} is no e-mail address.")])
    if not _ADDRESS.fullmatch(text) or not text.partition("@")[0].isascii():
        raise problem
    try:
        text.partition("@")[2].encode("idna")
    except UnicodeError:
        raise problem from None
