"""What stands in the way of a release is found and named: uncommitted files, wrong versions, missing words."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.changes import Change, Kind
from generator.changes.surface import write_surface
from generator.findings import Place
from scripts.releasing.guards import clean, surface, version
from scripts.releasing.versions import contradictions, unwritten

SOUND = Path(__file__).parents[1] / "generator" / "specs" / "sound"
BREAKING, FEATURE, FIX = (
    Change("rule", kind, f"A {kind} change.", "Because.", Place("spec/paths/a.yaml", 7)) for kind in list(Kind)[:3]
)


def git(folder: Path, *arguments: str) -> None:
    """Run git as somebody."""
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """What the version guard looks at, as a repository of its own with the release v0.1.0."""
    shutil.copytree(SOUND, tmp_path / "spec")
    for name in ("generated/python", "sandbox"):
        (tmp_path / name).mkdir(parents=True)
    declare(tmp_path, "0.1.0")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    git(tmp_path, "tag", "v0.1.0")
    return tmp_path


def declare(folder: Path, text: str) -> None:
    """Let all files say that this is the version."""
    for name in ("generated/python", "sandbox"):
        (folder / name / "pyproject.toml").write_text(f'[project]\nversion = "{text}"\n')
    (folder / "CHANGELOG.md").write_text(f"# Changelog\n\n## {text} (2031-01-02)\n")


def commit(folder: Path) -> None:
    """Commit whatever is there."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Change")


def test_uncommitted_files_are_named(repository: Path) -> None:
    """Changed and new ones: what is built is the commit."""
    assert clean(repository) == []
    (repository / "CHANGELOG.md").write_text("")
    (repository / "stray").write_text("")
    assert clean(repository) == ["CHANGELOG.md is not committed", "stray is not committed"]


def test_the_first_release_and_its_tag(repository: Path) -> None:
    """The commit of the tag may be built again, any time; another commit with the same version may not."""
    assert version(repository) == []
    (repository / "README.md").write_text("more\n")
    commit(repository)
    assert version(repository) == ["v0.1.0 is the tag of another commit; a released version is never made again"]


def test_a_breaking_edit_asks_for_its_version_and_its_note(repository: Path) -> None:
    """The spec is compared with that of the last tag; the message names the place."""
    paths = repository / "spec" / "paths.yaml"
    paths.write_text(paths.read_text().replace("WithLog,", "WithLogs,"))
    declare(repository, "0.1.1")
    commit(repository)
    low, note = version(repository)
    assert "0.1.1 after 0.1.0 promises less than what changed; it must be 0.2.0 at least. spec/paths.yaml:10" in low
    assert note.startswith("docs/migrations/0.1.1.md is missing")
    declare(repository, "0.2.0")
    (repository / "docs" / "migrations").mkdir(parents=True)
    (repository / "docs" / "migrations" / "0.2.0.md").write_text("# To 0.2.0\n")
    commit(repository)
    assert version(repository) == []


def test_the_sandbox_has_the_same_version(repository: Path) -> None:
    """One tag releases both."""
    declare(repository, "0.1.1")
    (repository / "sandbox" / "pyproject.toml").write_text('[project]\nversion = "0.1.0"\n')
    assert version(repository) == ["sandbox/pyproject.toml has 0.1.0, not 0.1.1; both are released together"]


@pytest.mark.parametrize(
    ("declared", "released", "found", "expected"),
    [
        ("0.1.0", None, [], ""),
        ("0.1", None, [], "no version of the form 1.2.3"),
        ("0.1.0", "0.1.0", [], "not newer than 0.1.0"),
        ("0.0.9", "0.1.0", [FIX], "not newer than 0.1.0"),
        ("0.1.1", "0.1.0", [], ""),
        ("0.1.1", "0.1.0", [FEATURE, FIX], ""),
        (
            "0.1.1",
            "0.1.0",
            [FIX, BREAKING],
            "must be 0.2.0 at least. spec/paths/a.yaml:7  breaking: A breaking change.",
        ),
        ("0.2.0", "0.1.0", [BREAKING], ""),
        ("0.2.0", "0.1.0", [FIX], ""),
        ("0.3.0", "0.1.0", [BREAKING], "leaves versions out after 0.1.0; the changes make 0.2.0"),
        ("1.0.0", "0.9.3", [FIX], ""),
        ("1.0.1", "1.0.0", [FEATURE], "must be 1.1.0 at least"),
        ("1.1.0", "1.0.0", [BREAKING], "must be 2.0.0 at least"),
    ],
)
def test_versions(declared: str, released: str | None, found: list[Change], expected: str) -> None:
    """A version may promise less trouble than there is in no case; more steps than one are a slip."""
    lines = contradictions(declared, released, found)
    assert len(lines) == bool(expected)
    assert all(expected in line for line in lines)


def test_words_that_are_missing() -> None:
    """An entry with a date, and a note where something breaks."""
    dated, undated = "# Changelog\n\n## 0.2.0 (2031-01-02)\n", "# Changelog\n\n## 0.2.0 (not released)\n"
    assert unwritten("0.2.0", [FIX], dated, note=False) == []
    assert unwritten("0.2.0", [BREAKING], dated, note=True) == []
    assert "`## 0.2.0 (YYYY-MM-DD)`" in unwritten("0.2.0", [FIX], undated, note=False)[0]
    assert "docs/migrations/0.2.0.md" in unwritten("0.2.0", [BREAKING], dated, note=False)[0]


def test_the_surface_is_kept_or_the_version_says_that_it_is_not(repository: Path) -> None:
    """Also where a hand-written module breaks callers, which no spec shows."""
    package = repository / "generated" / "python" / "securedsigning"
    shutil.copytree(Path(__file__).parents[2] / "generated" / "python" / "securedsigning", package)
    assert surface(repository) == ["docs/surface is that of another version; run scripts/surface write, and commit it"]
    write_surface(package, repository / "docs" / "surface", "0.1.0")
    commit(repository)
    git(repository, "tag", "-f", "v0.1.0")
    assert surface(repository) == []
    retry = package / "retry.py"
    retry.write_text(retry.read_text().replace("class RetryPolicy", "class Retries"))
    for declared, broken in (("0.1.1", True), ("0.2.0", False)):
        declare(repository, declared)
        write_surface(package, repository / "docs" / "surface", declared)
        commit(repository)
        found = surface(repository)
        assert bool(found) == broken
        assert not broken or any("RetryPolicy" in line for line in found)
