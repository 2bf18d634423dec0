"""Lists that the rules hold are those of the generator and of spec/README.md; examples show nothing the spec lacks."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator import methods, pipeline
from generator.bundling import bundle
from generator.rules import extensions, findings, limits, security

SOUND = Path(__file__).parent / "specs" / "sound"
README = (pipeline.ROOT / "spec" / "README.md").read_text(encoding="utf-8")


def test_no_argument_hides_a_function_that_methods_call() -> None:
    """Every helper that methods.py prints is refused as the name of an argument."""
    assert {name for names in methods._HELPERS.values() for name in names} <= limits.HELPERS


def test_every_extension_has_its_places_and_is_explained() -> None:
    """An extension that is known by name also says where it stands, and spec/README.md has it."""
    assert set(extensions.PLACES) == set(security.EXTENSIONS)
    assert [name for name in extensions.PLACES if f"| `{name}` |" not in README] == []


def test_every_source_and_member_of_provenance_is_explained() -> None:
    """spec/README.md explains each key of a source and each member of x-provenance."""
    assert [key for key in extensions.SOURCES if f"| `{key}" not in README] == []
    assert [key for key in extensions.PROVENANCE if f"`{key}`" not in README] == []


def test_an_example_with_an_unknown_member_is_found(tmp_path: Path) -> None:
    """A member that the schema does not name is found at its line, however deep it is."""
    folder = tmp_path / "sound"
    shutil.copytree(SOUND, folder)
    path = folder / "examples" / "getNote" / "minimal.json"
    path.write_text(
        '{\n"summary": "A note.",\n"request": {"parameters": {"Reference": "1"}},\n"response": {"status": 200, "body": {\n'
        '"Reference": "1",\n"Text": "Buy milk.",\n"Parent": {"Reference": "2", "Text": "Shopping.",\n"Txt": "?"}}}\n}\n',
        encoding="utf-8",
    )
    (finding,) = findings(bundle(folder / "openapi.yaml"), folder, thorough=True)
    assert str(finding) == (
        "sound/examples/getNote/minimal.json:8  example getNote/minimal\n"
        "  Txt is no member that the schema of body knows.\n"
        "  Correct one of them. [examples]"
    )
