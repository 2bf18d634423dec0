"""What breaks callers without the version saying so is found, whoever's edit it was."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.changes.surface import problem, write_surface

TEMPLATES = pipeline.Layout().templates
LAST = "        sender: str | None = None,\n"


def package(folder: Path, name: str = "", old: str = "", new: str = "") -> Path:
    """The package from templates with one edit."""
    templates = folder / "templates" / "python"
    if not templates.exists():
        shutil.copytree(TEMPLATES, templates)
    if name:
        text = (templates / name).read_text(encoding="utf-8")
        assert old in text, "the template has changed: the edit does nothing"
        (templates / name).write_text(text.replace(old, new), encoding="utf-8")
    output = folder / ("edited" if name else "plain")
    for path, text in pipeline.build(replace(pipeline.Layout(), templates=templates)).items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text(text, encoding="utf-8")
    return output / "python" / "securedsigning"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The surface of a release 0.1.0."""
    folder = tmp_path_factory.mktemp("released")
    write_surface(package(folder), folder / "surface", "0.1.0")
    return folder / "surface"


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("runtime/_async/client.py", LAST, "", "_sync.client.SecuredSigning.__init__: SecuredSigning.__init__(sender)"),
        ("runtime/_async/client.py", "    def now(self)", "    def moment(self)", "client.SecuredSigning.now"),
        (
            "runtime/_async/extras/forms.py",
            "as_package: bool",
            "packaged: bool",
            "_async.extras.forms.AsyncForms.send: AsyncForms.send(as_package)",
        ),
        ("runtime/retry.py", "class RetryPolicy", "class Retries", "retry.RetryPolicy"),
    ],
)
def test_what_breaks_is_named(name: str, old: str, new: str, place: str, released: Path, tmp_path: Path) -> None:
    """The Python place and the way out are told; with the raised version it passes."""
    edited = package(tmp_path, name, old, new)
    found = problem(released, edited, "0.1.0")
    assert place in found and "raise the version to 0.2.0" in found
    assert problem(released, edited, "0.1.1")
    assert problem(released, edited, "0.2.0") == problem(released, edited, "1.0.0") == ""


def test_what_is_only_new_passes(released: Path, tmp_path: Path) -> None:
    """An optional argument may be added without raising the version."""
    assert (
        problem(
            released, package(tmp_path, "runtime/_async/client.py", LAST, f"{LAST}        colour: str = '',\n"), "0.1.0"
        )
        == ""
    )


def test_a_model_that_needs_more_breaks(released: Path, tmp_path: Path) -> None:
    """What attrs makes of attributes counts; a new required one breaks, one with a default does not."""
    copy = Path(shutil.copytree(package(tmp_path), tmp_path / "securedsigning"))
    module = copy / "models" / "signer.py"
    text = module.read_text(encoding="utf-8")
    at = text.index("    additional_properties:")
    module.write_text(f"{text[:at]}    colour: str | None = None\n{text[at:]}", encoding="utf-8")
    assert problem(released, copy, "0.1.0") == ""
    module.write_text(f"{text[:at]}    colour: str\n{text[at:]}", encoding="utf-8")
    assert "models.signer.Signer.__init__: Signer.__init__(colour)" in problem(released, copy, "0.1.0")


def test_no_surface_is_a_problem(tmp_path: Path) -> None:
    """A missing folder does not pass silently."""
    assert "no surface" in problem(tmp_path, None, "0.1.0")
