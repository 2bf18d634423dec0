"""What an upload accepts, and what it refuses before anything is sent."""

from __future__ import annotations

import errno
import io
import os
import tempfile
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


@pytest.mark.parametrize(
    ("extension", "media_type"),
    [
        ("csv", "text/csv"),
        ("doc", "application/msword"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("jpeg", "image/jpeg"),
        ("jpg", "image/jpeg"),
        ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
        ("odt", "application/vnd.oasis.opendocument.text"),
        ("pdf", "application/pdf"),
        ("png", "image/png"),
        ("rtf", "application/rtf"),
        ("txt", "text/plain"),
        ("xls", "application/vnd.ms-excel"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("xml", "application/xml"),
        ("zip", "application/zip"),
    ],
)
def test_each_type_that_the_service_deals_in_is_known(extension: str, media_type: str) -> None:
    """By the media type that IANA has registered, whether the extension is in small letters or capitals."""
    for written in (extension, extension.upper()):
        with opened((f"file.{written}", PDF), (f".{written}",)) as part:
            assert part.media_type == media_type


def test_the_shortest_names_and_files() -> None:
    """One letter is a name, one byte a file."""
    with opened(("X", b"1"), None) as part:
        assert (part.name, part.size, whole(part)) == ("X", 1, b"1")


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
    beyond = io.BytesIO(PDF)
    beyond.seek(len(PDF) + 1)
    closed = io.BytesIO(PDF)
    closed.close()
    unnamed: object = type("Unnamed", (io.BytesIO,), {"name": 3})(PDF)
    without_name = 'the stream has no file name; pass ("contract.pdf", stream).'
    of_a_tuple = "a tuple is (name, content) or (name, content, media type)."
    return [
        (tmp_path / "empty.pdf", "'empty.pdf' is empty."),
        (("a.pdf", b""), "'a.pdf' is empty."),
        (tmp_path / "folder.pdf", f"{str(tmp_path / 'folder.pdf')!r} is a folder; pass one file."),
        (PDF, 'bytes have no file name; pass ("contract.pdf", data).'),
        (bytearray(PDF), 'bytes have no file name; pass ("contract.pdf", data).'),
        (io.BytesIO(PDF), without_name),
        (unnamed, without_name),
        (named("<stdin>"), without_name),
        (named(""), without_name),
        (("a.pdf", io.StringIO("text")), "'a.pdf' is opened as text; open it with mode \"rb\"."),
        (("a.pdf", Texts()), "'a.pdf' is opened as text; open it with mode \"rb\"."),
        (("a.pdf", "text"), "the content of 'a.pdf' is text; pass bytes, or pathlib.Path(...) for a path."),
        (("a.pdf", finished), "'a.pdf' stands at its end; call seek(0) first."),
        (("a.pdf", beyond), "'a.pdf' stands at its end; call seek(0) first."),
        (("a.pdf", closed), "'a.pdf' cannot be read: I/O operation on closed file."),
        (("a.pdf", 3), "the content of 'a.pdf' is int; pass bytes or a binary stream."),
        (("a.pdf",), of_a_tuple),
        (("a.pdf", PDF, "application/pdf", 1), of_a_tuple),
        ((b"a.pdf", PDF), of_a_tuple),
        (("a.pdf", PDF, "a/b\r\nX: y"), "'a/b\\r\\nX: y' is not a media type; it looks like application/pdf."),
        (("a.pdf", PDF, None), "None is not a media type; it looks like application/pdf."),
        (("a.txt", PDF), "'a.txt': files of type .txt are not accepted; the service takes pdf, doc, docx."),
        (("contract", PDF), "'contract': the name has no extension; the service takes pdf, doc, docx."),
        (("../a.pdf", PDF), "the file name '../a.pdf' holds folders; only 'a.pdf' can be sent."),
        (("C:\\a.pdf", PDF), "the file name 'C:\\\\a.pdf' holds folders; only 'a.pdf' can be sent."),
        (("a\r\nX: y.pdf", PDF), "the file name 'a\\r\\nX: y.pdf' holds control characters."),
        (("a\u202efdp.exe.pdf", PDF), "the file name 'a\\u202efdp.exe.pdf' holds control characters."),
        (("a\udcff.pdf", PDF), "the file name 'a\\udcff.pdf' holds control characters."),
        (("..", PDF), "'..' is not a file name."),
        ((" . ", PDF), "' . ' is not a file name."),
        ("", "'' is not a path."),
        ("a\0.pdf", "'a\\x00.pdf' is not a path."),
        (("a.pdf", Path("")), f"{'.'!r} is a folder; pass one file."),
        (os.sep, "'' is not a file name."),
        (BytesPath(), "b'a.pdf' is not a path."),
        (("a.pdf", Failing(PDF)), "'a.pdf' cannot be read: The disk is gone."),
        (None, "NoneType is not a file; pass a path, a binary stream or (name, content)."),
        (3, "int is not a file; pass a path, a binary stream or (name, content)."),
    ]


def named(name: str) -> object:
    """A stream of this name."""
    stream: Any = type("Named", (io.BytesIO,), {})(PDF)
    stream.name = name
    return stream


class BytesPath(os.PathLike[Any]):
    """A path in bytes."""

    def __fspath__(self) -> bytes:
        return b"a.pdf"


class Failing(io.BytesIO):
    """Can be read, but not measured."""

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise OSError("The disk is gone.")


class Breaking(io.RawIOBase):
    """As a pipe that breaks off after 2 MiB."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        if self.given >= 2 << 20:
            raise OSError("Broken pipe")
        self.given += size
        return bytes(size)


class Texts:
    """Reads texts, and is of no class that says so."""

    def read(self, size: int) -> str:
        return ""


def test_what_cannot_be_sent_is_refused(tmp_path: Path) -> None:
    """Each kind of unusable file is refused by a sentence that names the argument and says what to do."""
    for value, expected in refused_values(tmp_path):
        with pytest.raises(InputError) as caught:
            opened(value)
        assert str(caught.value) == f"file: {expected}"


def test_what_was_opened_here_is_closed_and_nothing_else(contract: Path) -> None:
    """A path's file is; a stream stays the caller's. Accepted extensions may be written in any way."""
    with opened(contract) as part:
        stream = part._stream
        assert repr(part) == f"FilePart(name='contract.pdf', media_type='application/pdf', size={len(PDF)})"
    assert stream.closed
    with contract.open("rb") as stream:
        opened(stream, (".PDF",)).close()
        assert not stream.closed
    with contract.open("rb") as stream, pytest.raises(InputError, match="not accepted"):
        opened(stream, ("docx",))
    with opened(("any.thing", PDF), None) as part:
        assert (part.media_type, part.size) == ("application/octet-stream", len(PDF))


@pytest.mark.skipif(os.name == "nt", reason="Windows says of such a name that there is no such file")
def test_what_the_system_refuses_to_open_has_its_reason() -> None:
    """In the system's own words."""
    name = "a" * 1000 + ".pdf"
    with pytest.raises(InputError) as caught:
        opened(name)
    assert str(caught.value) == f"file: {name!r} cannot be opened: {os.strerror(errno.ENAMETOOLONG)}."


def test_a_file_from_bytes_is_closed_too() -> None:
    """Whatever the content was given as, a closed file is not sent."""
    with opened(("a.pdf", PDF)) as part:
        pass
    with pytest.raises(InputError, match=r"^a\.pdf was closed while it was being sent\.$"):
        part.read()


def test_a_refused_stream_stays_open() -> None:
    """It is the caller's, who may write to it and try again."""
    stream = io.BytesIO()
    with pytest.raises(InputError, match="is empty"):
        opened(("a.pdf", stream))
    assert not stream.closed


def test_a_pipe_that_breaks_leaves_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The temporary file goes at once, and the sentence gives the cause."""
    copies: list[Any] = []

    class Seen(tempfile.SpooledTemporaryFile[bytes]):
        def __init__(self, max_size: int) -> None:
            super().__init__(max_size)
            copies.append(self)

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", Seen)
    with pytest.raises(InputError, match=r"^file: 'a\.pdf' cannot be read: Broken pipe\.$"):
        opened(("a.pdf", Breaking()))
    assert [copy.closed for copy in copies] == [True]


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
