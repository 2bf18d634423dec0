"""Where a download is written, step by step, without a network."""

from __future__ import annotations

import io
import os
import re
import stat
from pathlib import Path
from typing import Any

import pytest
from securedsigning.downloads import Download, check_target, open_target
from securedsigning.errors import InputError
from securedsigning.files import MEDIA_TYPES

KIND = {"filename": None, "media_type": "application/pdf"}


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes astray does not end up in the project."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))


def download(path: Path | None = None, content: bytes | None = None) -> Download:
    return Download(path=path, content=content, filename="a.pdf", media_type="application/pdf", size=3)


def test_a_download_says_what_it_is_and_where() -> None:
    """In its repr, and in the error of who asks for content that is elsewhere."""
    rest = "filename='a.pdf', media_type='application/pdf', size=3)"
    assert download(content=b"").content == b""
    assert repr(download(content=b"")) == f"Download(in memory, {rest}"
    for made, shown, where in (
        (download(Path("x.pdf")), "path='x.pdf'", "written to 'x.pdf'; read it there"),
        (download(), "in stream", "written to the stream given as to"),
    ):
        assert repr(made) == f"Download({shown}, {rest}"
        with pytest.raises(InputError) as caught:
            made.content  # noqa: B018 - reading it is what is tested
        assert str(caught.value) == f"this download was {where}. Leave out to=... to have it in memory."


def test_what_cannot_be_written_to_is_refused_in_words(tmp_path: Path) -> None:
    """By the argument's name, before anything is sent."""
    folder = os.path.realpath(tmp_path)
    (tmp_path / "dangling").symlink_to(tmp_path / "gone" / "a.pdf")
    for to, problem in (
        ("", "'' is not a path."),
        ("a\0b", "'a\\x00b' is not a path."),
        (tmp_path / "no" / "a.pdf", f"the folder {os.path.join(folder, 'no')!r} does not exist."),
        (tmp_path / "dangling", f"the folder {os.path.join(folder, 'gone')!r} does not exist."),
        (f"{tmp_path}/no/", f"the folder {f'{tmp_path}/no/'!r} does not exist."),
        (
            os.devnull,
            f"{os.devnull!r} is not an ordinary file; pass an open binary stream to write there.",
        ),
        (io.StringIO(), 'the stream is opened as text; open it with mode "wb".'),
        (5, "int is neither a path nor a binary stream."),
    ):
        target: Any = to
        for argument, given in (("to", {}), ("target", {"argument": "target"})):
            with pytest.raises(InputError) as caught:
                check_target(target, **given)
            assert str(caught.value) == f"{argument}: {problem}"
        with pytest.raises(InputError, match=r"^to: "):
            open_target(target, filename=None, media_type="")


def test_a_folder_that_cannot_be_written_to_is_refused_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words for a file in it and for the folder itself; nobody is told of a hidden file that could not be made."""
    writable: list[str] = []
    monkeypatch.setattr(os, "access", lambda path, mode: mode == os.W_OK | os.X_OK and path in writable)
    folder = os.path.realpath(tmp_path)
    for to in (tmp_path / "a.pdf", tmp_path):
        writable.clear()
        with pytest.raises(InputError) as caught:
            check_target(to)
        assert str(caught.value) == f"to: the folder {folder!r} cannot be written to."
        writable.append(folder)
        check_target(to)


def test_memory_holds_all_blocks() -> None:
    """In their order; nothing after they were discarded."""
    target = open_target(None, **KIND)
    target.write([b"a", b"b"])
    target.write([b"c"])
    assert target.finish() == (None, b"abc")
    target.discard()
    assert target.finish() == (None, b"")


def test_a_stream_gets_all_of_each_block() -> None:
    """Whether it takes a part, or all and says nothing; it has neither path nor content, and stays open."""

    class Silent(io.BytesIO):
        def write(self, data: Any, /) -> Any:
            super().write(data)

    class Partial(io.BytesIO):
        def write(self, data: Any, /) -> int:
            return super().write(data[:2])

    for stream in (Silent(), Partial(), io.BytesIO()):
        target = open_target(stream, **KIND)
        target.write([b"abcde", b"", b"fg"])
        assert target.finish() == (None, None)
        target.discard()
        assert stream.getvalue() == b"abcdefg"


def test_a_file_is_hidden_until_it_is_complete(tmp_path: Path) -> None:
    """A name that nobody takes for a download, in the same folder; nothing at all before the first block."""
    target = open_target(tmp_path / "a.pdf", **KIND)
    assert os.listdir(tmp_path) == []
    target.write([b"ab"])
    (name,) = os.listdir(tmp_path)
    assert re.fullmatch(r"\.securedsigning-[0-9a-f]{16}\.part", name)
    target.write([b"c"])
    assert target.finish() == (tmp_path / "a.pdf", None)
    assert os.listdir(tmp_path) == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"abc"


def test_an_empty_file_is_a_file(tmp_path: Path) -> None:
    """Also if no block came."""
    assert open_target(tmp_path / "a.pdf", **KIND).finish() == (tmp_path / "a.pdf", None)
    assert (tmp_path / "a.pdf").read_bytes() == b""


def test_what_is_discarded_leaves_no_file_and_takes_no_more(tmp_path: Path) -> None:
    """Whether blocks had come or not; a thread that is late on behalf of a cancelled task does nothing."""
    for blocks in ([], [b"ab"]):
        target = open_target(tmp_path / "a.pdf", **KIND)
        if blocks:
            target.write(blocks)
        target.discard()
        target.write([b"late"])
        assert target.finish() == (tmp_path / "a.pdf", None)
        target.discard()
        assert os.listdir(tmp_path) == []


def test_discarding_goes_on_where_closing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a full disk: what could not be written is not wanted, and the hidden file goes."""
    target: Any = open_target(tmp_path / "a.pdf", **KIND)
    target.write([b"ab"])
    file = target._file

    class Full:
        def close(self) -> None:
            file.close()
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(target, "_file", Full())
    target.discard()
    assert os.listdir(tmp_path) == []


def test_a_complete_file_stays_when_it_is_discarded(tmp_path: Path) -> None:
    """What was finished is not undone."""
    target = open_target(tmp_path / "a.pdf", **KIND)
    target.write([b"ab"])
    target.finish()
    target.discard()
    assert (tmp_path / "a.pdf").read_bytes() == b"ab"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o2640])
def test_a_replaced_file_keeps_all_of_its_mode(mode: int, tmp_path: Path) -> None:
    """Every bit that can be set for a file."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(mode)
    kept = stat.S_IMODE(path.stat().st_mode)  # some systems give no group's right to everyone
    target = open_target(path, **KIND)
    target.write([b"new"])
    target.finish()
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", kept)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    """As if the program had opened it."""
    before = os.umask(0o027)
    try:
        open_target(tmp_path / "a.pdf", **KIND).finish()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640


def test_a_link_stays_and_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    """The hidden file lies beside what is replaced, so that the change of names stays within one disk."""
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there" / "a.pdf")
    target = open_target(tmp_path / "link", **KIND)
    target.write([b"new"])
    assert len(os.listdir(tmp_path / "there")) == 1
    assert target.finish() == (tmp_path / "link", None)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "a.pdf").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("filename", "media_type", "names"),
    [
        ("a.tar.gz", "application/pdf", ["a.tar.gz", "a.tar (2).gz", "a.tar (3).gz"]),
        ("lease", "application/pdf", ["lease", "lease (2)", "lease (3)"]),
        (None, "application/pdf", ["download.pdf", "download (2).pdf", "download (3).pdf"]),
        (None, "application/x-unknown", ["download.bin", "download (2).bin", "download (3).bin"]),
    ],
)
def test_in_a_folder_every_file_has_a_name_of_its_own(
    filename: str | None, media_type: str, names: list[str], tmp_path: Path
) -> None:
    """A number before the extension; even a link that leads nowhere is not replaced."""
    for index, name in enumerate(names):
        target = open_target(tmp_path, filename=filename, media_type=media_type)
        target.write([name.encode()])
        assert target.finish() == (tmp_path / name, None)
        if index == 0:
            (tmp_path / name).unlink()
            (tmp_path / name).symlink_to(tmp_path / "gone")
    assert sorted(os.listdir(tmp_path)) == sorted(names)
    assert [(tmp_path / name).read_bytes() for name in names[1:]] == [name.encode() for name in names[1:]]


@pytest.mark.parametrize("media_type", sorted(set(MEDIA_TYPES.values())))
def test_a_file_without_a_name_has_the_extension_of_its_type(media_type: str, tmp_path: Path) -> None:
    """One of those that an upload would take for the same type."""
    path, _ = open_target(tmp_path, filename=None, media_type=media_type).finish()
    assert path
    assert MEDIA_TYPES[path.suffix.removeprefix(".")] == media_type
