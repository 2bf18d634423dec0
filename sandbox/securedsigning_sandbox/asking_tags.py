"""Tags that ask something of a signer besides the signature.

That such tags exist is known, their syntax is not. Ours is ``[!IDCheck.1]`` (also ``[!IDVerification.1]``) for a check of the
identity and ``[!Attachment.1]`` for files of the signer, the number being the signing order; without one it is for all signers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_TAG = re.compile(
    r"\[!\s*(?:(?P<check>ID\s?Check|ID\s?Verification)|Attachments?)\s*(?:\.\s*(?P<order>\d{1,4})\s*)?[,\]]", re.I
)


def asks_for_id_check(tags: Sequence[str], order: int) -> bool:
    """Whether tags ask for a check of who the signer of that order is."""
    return any(found["check"] for found in _for(tags, order))


def asks_for_files(tags: Sequence[str], order: int) -> bool:
    """Whether tags ask the signer of that order to add files."""
    return any(not found["check"] for found in _for(tags, order))


def is_asking(tag: str) -> bool:
    """Whether a tag is one of these."""
    return _TAG.match(tag) is not None


def _for(tags: Sequence[str], order: int) -> list[re.Match[str]]:
    found = [match for match in map(_TAG.match, tags) if match]
    return [match for match in found if match["order"] is None or int(match["order"]) == order]
