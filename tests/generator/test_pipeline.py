"""The pipeline: the same bytes everywhere, and a check that sees every difference."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.__main__ import main
from generator.publishing import compare, write

ROOT = Path(pipeline.__file__).parents[1]


@pytest.mark.parametrize(
    ("seed", "locale"), [("0", "C"), ("1", "C.UTF-8"), ("42", "POSIX"), ("4294967295", "en_US.UTF-8")]
)
def test_output_is_the_same_for_any_hash_seed_folder_and_locale(seed: str, locale: str, tmp_path: Path) -> None:
    """A process with another hash seed, locale, time zone and working folder writes what is committed."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": "Pacific/Auckland"}
    environment["PYTHONPATH"] = str(ROOT)
    output = tmp_path / f"other-{seed}" / "generated"
    output.parent.mkdir()
    command = [sys.executable, "-m", "generator", "generate", "--output", str(output)]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    committed = {
        path.relative_to(ROOT / "generated").as_posix(): path.read_text(encoding="utf-8")
        for path in (ROOT / "generated").rglob("*")
        if path.is_file() and "cache" not in path.as_posix()
    }
    assert not compare(committed, output)


def test_check_finds_changed_missing_and_surplus_files(tmp_path: Path) -> None:
    """``check`` names each file that differs, and how."""
    write({"a.py": "1\n", "b/c.py": "2\n", "d.py": "3\n"}, tmp_path / "out")
    (tmp_path / "out" / "a.py").write_text("changed\n")
    (tmp_path / "out" / "b" / "c.py").unlink()
    (tmp_path / "out" / "surplus.py").write_text("")
    drift = compare({"a.py": "1\n", "b/c.py": "2\n", "d.py": "3\n"}, tmp_path / "out")
    assert (drift.changed, drift.missing, drift.surplus) == (("a.py",), ("b/c.py",), ("surplus.py",))


def test_writing_leaves_unchanged_files_alone(tmp_path: Path) -> None:
    """A file that stays the same keeps its time, so that builds and editors see only what changed."""
    folder = tmp_path / "out"
    write({"same.py": "1\n", "other.py": "1\n"}, folder)
    os.utime(folder / "same.py", (1, 1))
    write({"same.py": "1\n", "other.py": "2\n"}, folder)
    assert (folder / "same.py").stat().st_mtime == 1
    assert (folder / "other.py").read_text() == "2\n"


def test_a_failed_write_leaves_the_old_output_whole(tmp_path: Path) -> None:
    """If writing stops half-way, the previous output is untouched."""
    folder = tmp_path / "out"
    write({"a.py": "old\n", "b.py": "old\n"}, folder)
    with pytest.raises(UnicodeEncodeError):
        write({"a.py": "new\n", "b.py": "\ud800"}, folder)
    assert {path.name: path.read_text() for path in folder.iterdir()} == {"a.py": "old\n", "b.py": "old\n"}


def test_the_command_line_reports_drift_and_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``check`` on an empty folder names what is missing and what to do."""
    assert main(["check", "--output", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "missing  python/securedsigning/sdk.lock" in said
    assert "scripts/generate" in said


def test_the_command_line_shows_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A spec that cannot be read ends with its findings, and nothing is written."""
    spec = tmp_path / "spec" / "openapi.yaml"
    spec.parent.mkdir()
    spec.write_text("openapi: 3.1.0\npaths: {\n")
    assert main(["generate", "--spec", str(spec), "--output", str(tmp_path / "out")]) == 1
    assert "spec/openapi.yaml:3" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_every_file_says_where_it_comes_from() -> None:
    """Line 1 of each emitted Python file names its source, so that nobody edits it by mistake."""
    for path in (ROOT / "generated" / "python" / "securedsigning").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if text:
            assert text.startswith(("# Generated from ", "# Copied from ", "# Made from ")), path


NOTES = """
import httpx
from securedsigning import SecuredSigning
from securedsigning.models import Note

data = {"Reference": "1", "Text": "a", "Parent": {"Reference": "2", "Text": "b"}}
note = Note.from_dict(data)
assert note.parent.text == "b" and note.to_dict() == data

requests = []
def answer(request):
    requests.append((str(request.url.query, "ascii"), request.content))
    return httpx.Response(200, json=data)
transport = httpx.MockTransport(answer)
where = {"base_url": "https://notes.example.org/v1", "access_url": "https://example.com/", "use_oauth": False}
with SecuredSigning(api_key="k", api_secret="s", **where, http_client=httpx.Client(transport=transport)) as client:
    client.notes.send(reference="1", text="a", parent=note.parent)
    client.notes.send(reference="1", text="a", parent=None)
    client.notes.send(reference="1", text=None)
    client.notes.get("1")
    client.notes.get("1", with_log=None)
    client.notes.get("1", with_log=True)
assert [each[1] for each in requests[:3]] == [
    b'{"Reference":"1","Text":"a","Parent":{"Reference":"2","Text":"b"}}',
    b'{"Reference":"1","Text":"a","Parent":null}',
    b'{"Reference":"1","Text":null}',
], requests
assert [each[0] for each in requests[3:]] == ["", "", "WithLog=true"], requests
"""


def test_what_may_be_null_or_holds_itself_works(tmp_path: Path) -> None:
    """A note has a note above it, or null: its module does not import itself, and both are sent; a query knows no null."""
    spec = tmp_path / "spec"
    shutil.copytree(ROOT / "tests" / "generator" / "specs" / "sound", spec)
    for name, old, new in (
        (
            "paths.yaml",
            "required: false, schema: {type: boolean}",
            "required: false, schema: {type: [boolean, 'null']}",
        ),
        ("schemas.yaml", "Text: {type: string,", "Text: {type: [string, 'null'],"),
    ):
        text = (spec / name).read_text(encoding="utf-8")
        assert old in text, "the sound spec has changed: the edit does nothing"
        (spec / name).write_text(text.replace(old, new), encoding="utf-8")
    write(pipeline.build(replace(pipeline.Layout(), spec=spec / "openapi.yaml")), tmp_path / "out")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "out" / "python")}
    run = subprocess.run([sys.executable, "-c", NOTES], env=environment, capture_output=True, text=True, check=False)
    assert run.stderr == ""
