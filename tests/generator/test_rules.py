"""The rules: what is found in a sound spec after one edit, and that nothing is found in the real one."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import pipeline
from generator.bundling import bundle
from generator.examples import load_examples
from generator.findings import Finding, SpecError, raise_on
from generator.loading import LocatedDict, LocatedList
from generator.rules import findings

SOUND = Path(__file__).parent / "specs" / "sound"
ROOT = "openapi.yaml"


def edits(folder: str) -> list[Any]:
    """The cases of a folder, see there."""
    return [
        pytest.param(case, id=f"{path.stem}-{case['rule']}-{number}")
        for path in sorted((SOUND.parent / folder).glob("*.yaml"))
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")))
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sound spec."""
    return Path(shutil.copytree(SOUND, tmp_path / "sound"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replace one text."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, "the sound spec has changed: the edit does nothing"
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def found(folder: Path, *, thorough: bool = False) -> list[Finding]:
    return findings(bundle(folder / ROOT), folder, thorough=thorough)


def line(path: Path, at: str) -> int:
    """The number of the line that a case describes."""
    lines = path.read_text(encoding="utf-8").splitlines()
    number = 0
    for text in at.split(" > "):
        number = next(each for each in range(number, len(lines)) if text in lines[each]) + 1
    return number


def expected(case: dict[str, str], folder: Path) -> tuple[str, str, str]:
    file = case.get("where", case["file"])
    return f"sound/{file}:{line(folder / file, case['at'])}", case["rule"], case["problem"]


@pytest.mark.parametrize("case", edits("edits"))
def test_one_edit_is_found(case: dict[str, str], folder: Path) -> None:
    """Each rule finds its one edit, at its file and line."""
    edit(folder, case["file"], case["old"], case["new"])
    assert expected(case, folder) in [(str(each.place), each.rule, each.problem) for each in found(folder)]


@pytest.mark.parametrize("case", edits("thorough_edits"))
def test_one_edit_is_found_by_thorough_runs(case: dict[str, str], folder: Path) -> None:
    """So do the rules that take long."""
    edit(folder, case["file"], case["old"], case["new"])
    problems = [(str(each.place), each.rule, each.problem) for each in found(folder, thorough=True)]
    assert expected(case, folder) in problems


def test_nothing_is_found_in_the_sound_spec() -> None:
    """The spec that the edits are made to has no findings of its own."""
    assert found(SOUND, thorough=True) == []


def test_nothing_is_found_in_the_real_spec() -> None:
    """The spec of the service obeys every rule."""
    assert findings(bundle(pipeline.Layout().spec), pipeline.Layout().spec.parent, thorough=True) == []


def test_no_document_is_too_odd_for_the_rules() -> None:
    """Whatever stands anywhere in a document, or is missing there, the rules come to an end without an error."""
    document = bundle(SOUND / ROOT)
    odd = [None, "", "x", 7, True, LocatedList([], document.place, []), LocatedDict([], document.place, {})]
    seen: set[int] = set()

    def spoil(holder: Any) -> None:
        if id(holder) in seen:
            return
        seen.add(id(holder))
        for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
            kept = holder[key]
            for value in odd:
                holder[key] = value
                findings(document, SOUND, thorough=False)
            holder[key] = kept
            if isinstance(holder, dict):
                members = dict(holder)
                del holder[key]
                findings(document, SOUND, thorough=False)
                holder.clear()
                holder.update(members)
            if isinstance(kept, dict | list):
                spoil(kept)

    spoil(document)
    assert findings(document, SOUND, thorough=False) == []


def test_every_problem_is_found_at_once(folder: Path) -> None:
    """Several edits are all found, and said in the order of files and lines."""
    edit(folder, "paths.yaml", "Read a note.", "Read a note")
    edit(folder, "paths.yaml", "x-method-name: upload", "x-method-name: class")
    edit(folder, ROOT, "encoding: base64", "encoding: base32")
    with pytest.raises(SpecError) as caught:
        raise_on(found(folder))
    assert [each.rule for each in caught.value.findings] == ["signature", "summary", "method-name"]
    assert str(caught.value).endswith("3 findings; nothing was written.")


def test_an_error_status_without_a_class_names_the_file_to_change(folder: Path) -> None:
    """A finding says where, what, and what to do next."""
    edit(
        folder,
        "paths.yaml",
        "'204': {description: Sent.}",
        "'204': {description: Sent.}\n      '418': {description: Tea.}",
    )
    (finding,) = found(folder)
    assert str(finding) == (
        "sound/paths.yaml:34  operation sendNote\n"
        "  It documents status 418, but no error class is known for it.\n"
        "  Add 418 to templates/python/runtime/errors.py, or remove it here. [error-class]"
    )


def test_generation_stops_at_findings(folder: Path, tmp_path: Path) -> None:
    """With findings nothing is written."""
    edit(folder, "paths.yaml", "Read a note.", "Read a note")
    layout = replace(pipeline.Layout(), spec=folder / ROOT, output=tmp_path / "output")
    with pytest.raises(SpecError):
        pipeline.generate(layout)
    assert not layout.output.exists()


def test_only_thorough_runs_look_at_examples(folder: Path, tmp_path: Path) -> None:
    """Generating is fast: examples are tried by ``check`` and ``validate``."""
    edit(folder, "examples/getNote/minimal.json", '"status": 200', '"status": 299')
    layout = replace(pipeline.Layout(), spec=folder / ROOT, output=tmp_path / "output")
    pipeline.generate(layout)
    for command in (pipeline.check, pipeline.validate):
        with pytest.raises(SpecError, match="answered with 299"):
            command(layout)


def test_every_operation_has_an_example(folder: Path) -> None:
    """An operation without examples is found where it stands."""
    shutil.rmtree(folder / "examples" / "sendNote")
    (finding,) = found(folder, thorough=True)
    assert (str(finding.place), finding.problem) == ("sound/paths.yaml:21", "It has no example.")
    assert finding.remedy == "Add sound/examples/sendNote/minimal.json."


def test_every_folder_of_examples_names_an_operation(folder: Path) -> None:
    """Examples of an operation that does not exist are found."""
    (folder / "examples" / "dropNote").mkdir()
    (finding,) = found(folder, thorough=True)
    assert (finding.place.file, finding.problem) == ("sound/examples/dropNote", "The folder names no operation.")


def test_examples_are_read_as_they_are_written() -> None:
    """What examples hold is handed over by operation, files by their names."""
    examples = load_examples(SOUND / "examples")
    assert sorted(examples) == ["getNote", "noteToken", "sendNote", "uploadNote"]
    (upload,) = examples["uploadNote"]
    assert (upload.name, upload.summary, upload.status) == ("minimal", "A file is uploaded.", 200)
    assert upload.body == {"file": {"$file": "files/note.txt"}, "Title": "Milk"}
    assert upload.response_body == {"Reference": "n1"}
    (sent,) = examples["sendNote"]
    assert (dict(sent.headers), sent.media_type, sent.response_body) == ({"X-Trace": "t1"}, None, None)


def test_nothing_is_fetched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A schema that gives itself an address does not make the validators go there."""
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("something went to the network"))
    edit(folder, "schemas.yaml", "TokenRequest:\n", "TokenRequest:\n  $id: http://example.invalid/schema\n")
    found(folder, thorough=True)
