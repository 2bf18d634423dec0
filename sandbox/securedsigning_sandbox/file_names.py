"""Names of files as people and programs send them, made harmless: they are shown, and stand in archives and headers."""

from __future__ import annotations

import re
import unicodedata

from securedsigning_sandbox.errors import ApiError

_LONGEST = 200  # bytes of UTF-8; file systems take 255, and a number may be added
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)")  # on Windows, whatever the ending
LONGEST_NAME = 255  # characters
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"|?*', "_"))


def plain_name(name: str) -> str:
    """The last part of a name, without control characters and marks that turn the direction of text; may be empty.

    Args:
        name: what was sent, perhaps a path of Windows or Unix.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(
        letter for letter in last if unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    ).strip()


def checked_length(name: str, field: str) -> str:
    """A name, if it is not too long.

    Args:
        name: it.
        field: the request's member that holds it.

    Raises:
        ApiError: 400.
    """
    if len(name) > LONGEST_NAME:
        raise ApiError(400, f"The name is longer than {LONGEST_NAME} characters.", [(field, "Shorten it.")])
    return name


def archive_name(name: str, taken: set[str]) -> str:
    """A name for a member of an archive that can be unpacked on any system.

    Args:
        name: the file's name.
        taken: lower-case names of the members so far; the new one is added.
    """
    safe = plain_name(name).translate(_FORBIDDEN).strip(". ") or "file"
    if _RESERVED.match(safe):
        safe = f"_{safe}"
    stem, dot, ending = safe.rpartition(".")
    if not dot:
        stem, ending = safe, ""
    ending = (dot + ending)[:20]
    stem = stem.encode()[: _LONGEST - len(ending.encode())].decode(errors="ignore")
    found, number = stem + ending, 1
    while found.lower() in taken:
        number += 1
        found = f"{stem} ({number}){ending}"
    taken.add(found.lower())
    return found
