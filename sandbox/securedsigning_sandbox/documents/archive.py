"""Zip-based office documents, read within limits and without XML entities.

Nothing is ever extracted to disk: members are read into memory by name, so a member called `../../x` is harmless.
"""

import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Self
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from .errors import DocumentError

MOST_MEMBERS = 5_000
LARGEST_XML = 32 * 1024 * 1024  # bytes of one part once unpacked
LARGEST_TOTAL = 256 * 1024 * 1024  # bytes of all members, as the archive states them
_DEEPEST = 400  # levels of nested elements; real documents stay below fifty


class OfficeArchive:
    """A DOCX or ODT, opened for reading.

    Arguments:
        path: the file.
        kind: what to call it in messages, such as `DOCX`.

    Raises:
        DocumentError: it is no zip archive, or one that would unpack to far more than a document needs.
    """

    def __init__(self, path: Path, kind: str) -> None:
        self._kind = kind
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise DocumentError(
                f"The file is not a readable {kind} document: it is damaged or of another type."
            ) from error
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_TOTAL:
            self._zip.close()
            raise DocumentError(
                f"The {kind} document unpacks to more than the sandbox accepts; it looks like a zip bomb."
            )
        self._names = {member.filename for member in members}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def xml(self, name: str) -> Element:
        """One part as XML.

        Raises:
            DocumentError: the part is missing, damaged, too large or too deep, or declares entities or a DTD.
        """
        if name not in self._names:
            raise DocumentError(f"The file is not a {self._kind} document: its part {name} is missing.")
        data = self.data(name)
        try:
            root: Element = fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
        except DefusedXmlException as error:
            raise DocumentError(
                f"The {self._kind} document declares XML entities or a DTD, which is refused."
            ) from error
        except (ParseError, ValueError, LookupError) as error:
            raise DocumentError(
                f"The {self._kind} document is damaged: its part {name} is not well-formed XML."
            ) from error
        if _deeper_than(root, _DEEPEST):
            raise DocumentError(f"The {self._kind} document is nested deeper than the sandbox accepts.")
        return root

    def names(self) -> list[str]:
        """The members, in the archive's order, folders left out."""
        return [name for name in dict.fromkeys(self._zip.namelist()) if not name.endswith("/")]

    def data(self, name: str) -> bytes:
        """One member unpacked.

        Raises:
            DocumentError: it is damaged, protected or too large.
        """
        try:
            with self._zip.open(name) as member:
                # The size an archive states may be a lie; what counts is what comes out.
                data = member.read(LARGEST_XML + 1)
        except RuntimeError as error:  # what zipfile raises for an encrypted member
            raise DocumentError(f"The {self._kind} document is protected by a password; upload it without.") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise DocumentError(f"The {self._kind} document is damaged: its part {name} can't be unpacked.") from error
        if len(data) > LARGEST_XML:
            raise DocumentError(
                f"The {self._kind} document unpacks to more than the sandbox accepts; it looks like a zip bomb."
            )
        return data


def _deeper_than(root: Element, limit: int) -> bool:
    level = [root]
    for _ in range(limit):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True
