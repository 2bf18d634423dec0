"""The file name in a ``Content-Disposition`` header (RFC 6266), made safe."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

_PARAMETER = re.compile(r";\s*(filename\*?)\s*=\s*(\"(?:[^\"\\]|\\.)*\"|[^;]*)", re.IGNORECASE)
# RFC 8187, 3.2.1: charset, language, percent-encoded value.
_EXTENDED = re.compile(r"(utf-8|iso-8859-1)'[^']*'(.*)", re.IGNORECASE)
# Controls, and marks that turn the reading direction (they disguise an extension); lone surrogates cannot be written.
_DROPPED = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Forbidden on Windows; a colon would even address a hidden stream of another file there.
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
_MAX_BYTES = 200


def filename_from_header(header: str | None) -> str | None:
    """The file name that an answer states.

    ``filename*`` wins over ``filename`` (RFC 6266, 4.3). Encoded words (RFC 2047) do not belong here but are what .NET
    writes for names outside ASCII, so they are read too.

    Args:
        header: the ``Content-Disposition`` header, if there is one.

    Returns:
        A name that is safe on every system: no folders, control characters or reserved names; None if there is none.
    """
    if not header:
        return None
    parameters: dict[str, str] = {}
    for name, value in _PARAMETER.findall(header):
        parameters.setdefault(name.lower(), _unquoted(value.strip()))
    extended = parameters.get("filename*")
    if extended and (found := _EXTENDED.fullmatch(extended)):
        decoded = unquote_to_bytes(found[2]).decode(found[1], "replace")
        if safe := safe_filename(decoded):
            return safe
    return safe_filename(_encoded_words(parameters.get("filename", "")))


def safe_filename(name: str) -> str | None:
    """The last component of a name without anything that could mislead; None if nothing is left.

    A dot at the start goes too: a name that the service chose must not make a hidden file.
    """
    name = re.split(r"[/\\]", name)[-1]
    name = _FORBIDDEN.sub("_", _DROPPED.sub("", name)).strip(" .")
    if not name:
        return None
    if _RESERVED.match(name):
        name = f"_{name}"
    if len(name.encode()) > _MAX_BYTES:
        stem, dot, extension = name.rpartition(".")
        if len(extension.encode()) > 20:  # as is all of a name without a dot
            stem, dot, extension = name, "", ""
        kept = stem.encode()[: _MAX_BYTES - len(extension.encode()) - 1].decode("utf-8", "ignore")
        name = f"{kept.strip()}{dot}{extension}"
    return name


def _unquoted(value: str) -> str:
    if not value.startswith('"'):
        return value
    return re.sub(r"\\(.)", r"\1", value[1:].removesuffix('"'))


def _encoded_words(value: str) -> str:
    if "=?" not in value:
        return value
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value
