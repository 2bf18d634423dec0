"""What an upload accepts, and what it refuses before anything is sent."""

from __future__ import annotations

import io
import os
import threading
import warnings
from pathlib import Path
from typing import Any

import pytest
from securedsigning.errors import InputError
from securedsigning.files import FilePart, open_file

PDF = b"%PDF-1.7 " + bytes(range(256)) * 20
ACCEPTED = ("pdf", "doc", "docx")


def opened(value: Any, extensions: tuple[str, ...] | None = ACCEPTED) -> FilePart:
    return open_file(value, argument="file", extensions=extensions)


def whole(part: FilePart, size: int = 1000) -> bytes:
    return b"".join(iter(lambda: part.read(size), b""))


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "contract.pdf"
    path.write_bytes(PDF)
    return path


@pytest.mark.parametrize("form", ["str", "Path", "stream", "bytes in a tuple", "stream in a tuple", "Path in a tuple"])
def test_every_form_gives_name_type_size_and_content(contract: Path, form: str) -> None:
    """Whatever form the file comes in, the part has its name, media type, exact size and bytes."""
    with contract.open("rb") as stream:
        value = {
            "str": str(contract),
            "Path": contract,
            "stream": stream,
            "bytes in a tuple": ("contract.pdf", PDF),
            "stream in a tuple": ("contract.pdf", stream),
            "Path in a tuple": ("contract.pdf", contract),
        }[form]
        with opened(value) as part:
            assert (part.name, part.media_type, part.size) == ("contract.pdf", "application/pdf", len(PDF))
            assert whole(part) == PDF
            part.rewind()
            assert whole(part) == PDF
        assert not stream.closed


def test_a_stream_is_sent_from_where_it_stands() -> None:
    """A seekable stream is measured and sent from its current position, and rewinds to it."""
    stream = io.BytesIO(b"header" + PDF)
    stream.seek(6)
    with opened(("contract.pdf", stream)) as part:
        assert part.size == len(PDF)
        assert whole(part) == PDF
        part.rewind()
        assert whole(part) == PDF


@pytest.mark.parametrize("length", [5000, 3_000_000])
def test_a_pipe_is_copied_so_that_its_length_is_known(length: int) -> None:
    """A stream that cannot seek is copied first: its size is exact and it can be sent twice."""
    data = os.urandom(length)
    reading, writing = os.pipe()

    def write() -> None:
        with open(writing, "wb") as end:
            end.write(data)

    writer = threading.Thread(target=write)
    writer.start()
    with open(reading, "rb") as stream, opened(("contract.pdf", stream)) as part:
        assert part.size == length
        assert whole(part) == data
        part.rewind()
        assert whole(part, 100_000) == data
    writer.join()


def test_media_type_can_be_given_and_defaults_by_extension() -> None:
    """The third member of a tuple is the media type; otherwise the extension decides, without regard to case."""
    assert opened(("a.pdf", PDF, "application/x-pdf")).media_type == "application/x-pdf"
    assert opened(("A.DOCX", PDF)).media_type.endswith("wordprocessingml.document")
    assert opened(("a.unknown", PDF), None).media_type == "application/octet-stream"


def test_a_missing_file_names_its_neighbours(contract: Path) -> None:
    """A path that leads nowhere is answered with the nearly same names in its folder."""
    with pytest.raises(InputError, match=r"does not exist; did you mean 'contract\.pdf'\?"):
        opened(contract.with_name("Contrct.pdf"))
    with pytest.raises(InputError, match="looked in"):
        opened(contract.with_name("zzz.pdf"))
    with pytest.raises(InputError, match="nor does the folder"):
        opened(contract.parent / "nowhere" / "contract.pdf")
    with pytest.raises(InputError, match="expanduser"):
        opened("~someone.pdf")


def refused_values(tmp_path: Path) -> list[tuple[object, str]]:
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "folder.pdf").mkdir()
    finished = io.BytesIO(PDF)
    finished.seek(0, os.SEEK_END)
    closed = io.BytesIO(PDF)
    closed.close()
    unnamed: object = type("Unnamed", (io.BytesIO,), {"name": 3})(PDF)
    return [
        (tmp_path / "empty.pdf", "is empty"),
        (("a.pdf", b""), "is empty"),
        (tmp_path / "folder.pdf", "is a folder"),
        (PDF, r'pass \("contract.pdf", data\)'),
        (bytearray(PDF), "bytes have no file name"),
        (io.BytesIO(PDF), "the stream has no file name"),
        (unnamed, "the stream has no file name"),
        (("a.pdf", io.StringIO("text")), "opened as text"),
        (("a.pdf", "text"), "is text; pass bytes"),
        (("a.pdf", finished), r"stands at its end; call seek\(0\)"),
        (("a.pdf", closed), "cannot be read"),
        (("a.pdf", 3), "is int; pass bytes"),
        (("a.pdf",), "a tuple is"),
        (("a.pdf", PDF, "application/pdf", 1), "a tuple is"),
        ((b"a.pdf", PDF), "a tuple is"),
        (("a.pdf", PDF, "application/pdf\r\nX: y"), "is not a media type"),
        (("a.pdf", PDF, None), "is not a media type"),
        (("notes.txt", PDF), r"files of type \.txt are not accepted; the service takes pdf, doc, docx"),
        (("contract", PDF), "the name has no extension"),
        (("../contract.pdf", PDF), r"holds folders; only 'contract\.pdf' can be sent"),
        (("C:\\contract.pdf", PDF), "holds folders"),
        (("a\r\nX: y.pdf", PDF), "control characters"),
        (("a\u202efdp.exe.pdf", PDF), "control characters"),
        (("a\udcff.pdf", PDF), "control characters"),
        (("..", PDF), "is not a file name"),
        ("", "is not a path"),
        ("a\0.pdf", "is not a path"),
        (None, "NoneType is not a file"),
        (3, "int is not a file"),
    ]


def test_what_cannot_be_sent_is_refused(tmp_path: Path) -> None:
    """Each kind of unusable file is refused by a sentence that names the argument and says what to do."""
    for value, expected in refused_values(tmp_path):
        with pytest.raises(InputError, match=expected) as caught:
            opened(value)
        assert str(caught.value).startswith("file: "), value


def test_an_asynchronous_stream_is_refused_without_a_warning() -> None:
    """A stream whose read() is a coroutine is refused, and its coroutine is not left unawaited."""

    class Stream:
        async def read(self, size: int) -> bytes:
            return b""

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(InputError, match="not an ordinary binary stream"):
            opened(("a.pdf", Stream()))


def test_a_file_that_shrinks_while_it_is_sent_is_noticed(contract: Path) -> None:
    """A file that becomes shorter raises rather than ending early; one that grows is sent as it was."""
    with opened(contract) as part:
        with contract.open("ab") as more:
            more.write(b"more")
        assert whole(part) == PDF
        os.truncate(contract, 10)
        part.rewind()
        with pytest.raises(InputError, match="became shorter"):
            whole(part)


def test_a_closed_file_says_so() -> None:
    """Reading or rewinding after the stream was closed gives a sentence, not a bare ValueError."""
    stream = io.BytesIO(PDF)
    part = opened(("a.pdf", stream))
    stream.close()
    with pytest.raises(InputError, match="was closed"):
        part.read()
    with pytest.raises(InputError, match="cannot be sent again"):
        part.rewind()
