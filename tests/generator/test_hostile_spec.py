"""A spec is hostile input: whatever its texts hold, what is generated is the same code and does nothing when imported."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hostile import PAYLOAD, poison

from generator import engine, pipeline
from generator.bundling import bundle
from generator.describing import describe
from generator.findings import SpecError
from generator.formatting import formatted
from generator.publishing import write
from generator.rendering import render


def rendered(hostile: bool) -> dict[str, str]:
    """The rendered files of the real spec, or of the same spec poisoned."""
    layout = pipeline.Layout()
    document = bundle(layout.spec)
    if hostile:
        poison(document)
    parsed = engine.parse(document, layout.templates)
    api = describe(document, parsed)
    return formatted(render(api, parsed.environment, pipeline.distribution(), layout.runtime))


@pytest.fixture(scope="module")
def clean() -> dict[str, str]:
    return rendered(hostile=False)


@pytest.fixture(scope="module")
def poisoned() -> dict[str, str]:
    return rendered(hostile=True)


def calls(text: str) -> Counter[str]:
    """How often each thing is called in a file."""
    return Counter(ast.unparse(node.func) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))


def test_files_are_the_same(clean: dict[str, str], poisoned: dict[str, str]) -> None:
    """Texts of the spec decide nothing about which files there are."""
    assert poisoned.keys() == clean.keys()


def test_call_nodes_are_the_same(clean: dict[str, str], poisoned: dict[str, str]) -> None:
    """Every file parses, and calls what the clean one calls, no more and no less."""
    for path, text in poisoned.items():
        if path.endswith(".py"):
            assert calls(text) == calls(clean[path]), path


def test_payload_arrives_as_data(poisoned: dict[str, str]) -> None:
    """Where a text is data (the sources of an operation), it arrives to the letter."""
    constants = [
        node.value
        for node in ast.walk(ast.parse(poisoned["securedsigning/operations.py"]))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert any(value.endswith(PAYLOAD) for value in constants)


def test_nothing_happens_on_import(poisoned: dict[str, str], tmp_path: Path) -> None:
    """Importing every generated module touches nothing and raises nothing."""
    for path, text in poisoned.items():
        target = tmp_path / "package" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    runtime = pipeline.Layout().output / "python" / "securedsigning"
    for source in runtime.rglob("*.py"):
        target = tmp_path / "package" / "securedsigning" / source.relative_to(runtime)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    script = (
        "import pkgutil, importlib, securedsigning\n"
        "for module in pkgutil.walk_packages(securedsigning.__path__, 'securedsigning.'):\n"
        "    importlib.import_module(module.name)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "package")}
    working = tmp_path / "working"
    working.mkdir()
    subprocess.run([sys.executable, "-c", script], cwd=working, env=environment, check=True)
    assert not list(working.iterdir())


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "a/../../b", "..\\evil", "__import__('os')", "a\nb"])
def test_names_cannot_lead_out_of_the_folder(name: str, tmp_path: Path) -> None:
    """A schema with a path for a name makes no file outside the output, whatever the rules would have said of it."""
    document = bundle(pipeline.Layout().spec)
    document["components"]["schemas"][name] = {"type": "object", "properties": {"X": {"type": "string"}}}
    document["components"]["schemas"]["Document"]["allOf"][1]["properties"]["Evil"] = {
        "$ref": f"#/components/schemas/{name.replace('~', '~0').replace('/', '~1')}"
    }
    layout = pipeline.Layout()
    try:
        parsed = engine.parse(document, layout.templates)
    except SpecError:
        return  # refused is as good
    for item in [*parsed.models.values(), *parsed.enums.values()]:
        assert item.module.isidentifier()
        assert item.class_name.isidentifier()


def test_publishing_refuses_paths_that_lead_out(tmp_path: Path) -> None:
    """Even if a path slipped through, nothing is written outside the folder."""
    with pytest.raises(ValueError, match="leads out"):
        write({"../evil.py": ""}, tmp_path / "generated")
    assert not (tmp_path / "evil.py").exists()
