"""Renames in a consumer's source: what is ours is changed, all else stays byte for byte, doubt is told."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from types import ModuleType

import pytest

from generator import pipeline
from generator.changes import Rename, Side, changes, read
from generator.changes.migration import MigrationFile, as_migration
from generator.changes.writing import write

CONSUMERS = Path(__file__).parent / "consumers"
RENAMES = [
    Rename("group", "", "smart_tags", "tags"),
    Rename("method", "documents", "status", "read_state"),
    Rename("method", "smart_tags", "send_package", "packages.send_tags"),
    Rename("argument", "documents.status", "document_log", "with_log"),
    Rename("class", "", "Signer", "Person"),
    Rename("module", "", "signer", "person"),
    Rename("attribute", "Document", "name", "title"),
    Rename("attribute", "Signer", "first_name", "given_name"),
    Rename("attribute", "PackageResponse", "package_name", "label"),
    Rename("member", "DocumentStatus", "Complete", "Done"),
    Rename("constant", "", "GET_DOCUMENT_STATUS", "READ_STATE"),
]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("migrate", pipeline.ROOT / "scripts" / "migrate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["migrate"] = module
    spec.loader.exec_module(module)
    return module


migrate = _script()


@pytest.fixture(scope="module")
def real() -> Side:
    return read(str(pipeline.ROOT / "spec"))


@pytest.fixture
def file(real: Side, tmp_path: Path) -> Path:
    """A migration file with the types of the real spec, and one rename of each kind."""
    content: MigrationFile = {**as_migration([], real, real, "0.2.0"), "renames": [asdict(each) for each in RENAMES]}
    path = tmp_path / "0.2.0.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def moved(text: str, file: Path) -> str:
    """A source without doubts after the migration."""
    result = migrate.migrate(text.encode(), migrate.Migration.read(file))
    assert result.unsure == []
    return str(result.data.decode())


@pytest.mark.parametrize("name", ["blocking", "awaited"])
def test_consumers_are_migrated(name: str, file: Path) -> None:
    """Real programs, sync and async; a second run changes nothing, and neither has doubts."""
    before, after = ((CONSUMERS / f"{name}.{each}.txt").read_text(encoding="utf-8") for each in ("before", "after"))
    assert moved(before, file) == after
    assert moved(after, file) == after
    assert len(before.splitlines()) == len(after.splitlines())


@pytest.mark.parametrize("name", ["unsure", "indirect"])
def test_doubts_are_told_with_their_lines(name: str, file: Path) -> None:
    """Nothing is changed where the object may be anybody's; each such place is named once, and no other."""
    text = (CONSUMERS / f"{name}.before.txt").read_text(encoding="utf-8")
    result = migrate.migrate(text.encode(), migrate.Migration.read(file))
    assert result.data.decode() == text
    told = sorted((line, re.findall(r"`[.]?([\w.]+)`", message)[0]) for line, message in result.unsure)
    expected = [
        (number, word)
        for number, line in enumerate(text.splitlines(), 1)
        for word in line.partition("# unsure:")[2].split()
    ]
    assert told == sorted(expected)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("from securedsigning.models import *\nx = Signer()\n", "from securedsigning.models import *\nx = Person()\n"),
        (
            "from securedsigning.models import Signer\nclass Person: ...\nx: 'list[Signer]' = [Signer()]\n",
            "from securedsigning.models import Person as Signer\nclass Person: ...\nx: 'list[Signer]' = [Signer()]\n",
        ),
        (
            "from securedsigning.models import Signer as S\nx = S(first_name='a')",
            "from securedsigning.models import Person as S\nx = S(given_name='a')",
        ),
        (
            "import attrs\nfrom securedsigning.models import Signer\ndef f(s: Signer): return attrs.evolve(s, first_name='b')\n",
            "import attrs\nfrom securedsigning.models import Person\ndef f(s: Person): return attrs.evolve(s, given_name='b')\n",
        ),
        (
            "from securedsigning import SecuredSigning\nSecuredSigning().smart_tags.send_package(document_references=[])\n",
            "from securedsigning import SecuredSigning\nSecuredSigning().packages.send_tags(document_references=[])\n",
        ),
        (
            "from securedsigning.models import Document\ndef f(d: dict[str, Document]):\n  {k: v.name for k, v in d.items()}\n",
            "from securedsigning.models import Document\ndef f(d: dict[str, Document]):\n  {k: v.title for k, v in d.items()}\n",
        ),
        (
            "from securedsigning.models.signer import Signer\nimport securedsigning.models.signer as m\nm.Signer\n",
            "from securedsigning.models.person import Person\nimport securedsigning.models.person as m\nm.Person\n",
        ),
        (
            "from securedsigning import models\nprint(models.DocumentStatus.Complete, models.signer)\n",
            "from securedsigning import models\nprint(models.DocumentStatus.Done, models.person)\n",
        ),
        (
            "def test_a(secured_signing):\n  client = secured_signing.client\n  print(client.documents.status('1').name)\n",
            "def test_a(secured_signing):\n  client = secured_signing.client\n  print(client.documents.read_state('1').title)\n",
        ),
        (
            "from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture as Fixture\n"
            "async def f(box: Fixture):\n  async with box.async_client as c: return (await c.documents.status('1')).name\n",
            "from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture as Fixture\n"
            "async def f(box: Fixture):\n  async with box.async_client as c: return (await c.documents.read_state('1')).title\n",
        ),
        (
            "from securedsigning.models import Signer\nSome = list[Signer]\nOne = Signer | None\n"
            "def f(a: Some, b: One): return a[0].first_name, b.first_name\n",
            "from securedsigning.models import Person\nSome = list[Person]\nOne = Person | None\n"
            "def f(a: Some, b: One): return a[0].given_name, b.given_name\n",
        ),
        (
            "from typing import TypeAlias, TypeVar, cast\nfrom securedsigning.models import Signer\n"
            "A: TypeAlias = 'list[Signer]'\nT = TypeVar('T', bound='Signer')\n"
            "def f(a: A, b): return a[0].first_name, cast('Signer', b).first_name, {'Signers': 1}\n",
            "from typing import TypeAlias, TypeVar, cast\nfrom securedsigning.models import Person\n"
            "A: TypeAlias = 'list[Person]'\nT = TypeVar('T', bound='Person')\n"
            "def f(a: A, b): return a[0].given_name, cast('Person', b).given_name, {'Signers': 1}\n",
        ),
        (
            "from securedsigning import models\ndef f(s: 'models.Signer | None'): return s.first_name\n",
            "from securedsigning import models\ndef f(s: 'models.Person | None'): return s.given_name\n",
        ),
        (
            "from securedsigning.models import Signer\n__all__ = ['Signer']\nx = Signer(first_name='a')\n",
            "from securedsigning.models import Person as Signer\n__all__ = ['Signer']\nx = Signer(given_name='a')\n",
        ),
        (
            "try:\n  from securedsigning.models import Signer\nexcept ImportError:\n  Signer = None\nx: 'Signer'\n",
            "try:\n  from securedsigning.models import Person as Signer\nexcept ImportError:\n  Signer = None\nx: 'Signer'\n",
        ),
        (
            "from securedsigning.models import Signer\nclass A(Signer):\n  def __init__(self): super().__init__(first_name='a')\n"
            "class B(Signer):\n  @classmethod\n  def make(cls): return cls(first_name='b')\n"
            "def f(s: Signer): return type(s)(first_name='c')\n",
            "from securedsigning.models import Person\nclass A(Person):\n  def __init__(self): super().__init__(given_name='a')\n"
            "class B(Person):\n  @classmethod\n  def make(cls): return cls(given_name='b')\n"
            "def f(s: Person): return type(s)(given_name='c')\n",
        ),
        (
            "from securedsigning.models import Document\nclass Document(Document):\n  def f(self): return self.name\n",
            "from securedsigning.models import Document\nclass Document(Document):\n  def f(self): return self.title\n",
        ),
        (
            "from securedsigning.models import Document\ndef f(d: list[Document]): return {**{1: d[0]}}[1].name, (d * 2)[0].name\n",
            "from securedsigning.models import Document\ndef f(d: list[Document]): return {**{1: d[0]}}[1].title, (d * 2)[0].title\n",
        ),
    ],
)
def test_small_cases(before: str, after: str, file: Path) -> None:
    """One idea each."""
    assert moved(before, file) == after
    assert moved(after, file) == after


@pytest.mark.parametrize(
    "wrap",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: b"# coding: latin-1\n" + text.encode("latin-1"),
        lambda text: text.rstrip("\n").encode() + b"\r\nprint( 1 )\n\n\t\n#",
    ],
)
def test_bytes_stay(wrap: object, file: Path) -> None:
    """Line ends, byte order mark, encoding and the missing last line end are the author's."""
    assert callable(wrap)
    text = "from securedsigning.models import Document\nd = Document()  # Größe\nprint( 'é', d . name )\n"
    result = migrate.migrate(wrap(text), migrate.Migration.read(file))
    assert result.data == wrap(text.replace(". name", ". title"))


def test_bytes_that_would_not_come_back_stay(file: Path) -> None:
    """In some encodings two bytes mean the same; such a file is left alone."""
    data = b"# coding: cp932\nfrom securedsigning.models import Document\nprint(Document().name)  # \x87\x90\n"
    with pytest.raises(SyntaxError, match="cp932"):
        migrate.migrate(data, migrate.Migration.read(file))
    with pytest.raises(SyntaxError, match="base64"):
        migrate.migrate(b"# coding: base64\n", migrate.Migration.read(file))


@pytest.mark.parametrize(
    "text",
    [
        "x = [1]\nx = [x]\nx = (x, x)\nx = {1: x}\n",
        "JSON = dict[str, 'JSON'] | list['JSON'] | None\nA = 'A'\ndef f(j: JSON, a: A): return j.x, a.x\n",
        "s = ''\n" + "".join(f"s = s + f({number})\n" for number in range(400)),
    ],
)
def test_what_depends_on_itself_has_an_end(text: str, file: Path) -> None:
    """Neither lists that hold themselves nor types that name themselves nor long chains keep it from coming back."""
    assert moved(text, file) == text


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "src"
    folder.mkdir()
    (folder / "a.py").write_text(
        "from securedsigning.models import Document\nprint(Document().name)\n", encoding="utf-8"
    )
    return folder / "a.py"


def test_a_file_is_written_whole_or_not_at_all(file: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stops the writing, the old content is there and nothing lies beside it; permissions stay."""
    before = source.read_bytes()
    source.chmod(0o755)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("os.replace", stopped)
        migrate.main([str(file), str(source)])
    assert source.read_bytes() == before and [*source.parent.iterdir()] == [source]
    assert migrate.main([str(file), str(source)]) == 0
    assert b".title" in source.read_bytes() and source.stat().st_mode & 0o777 == 0o755


def test_a_read_only_file_stays(file: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named, and the others are migrated all the same."""
    other = source.with_name("b.py")
    other.write_bytes(source.read_bytes())
    source.chmod(0o444)
    assert migrate.main([str(file), str(source.parent)]) == 2
    assert f"{source}:1  Skipped: It is read-only." in capsys.readouterr().err
    assert b".name" in source.read_bytes() and b".title" in other.read_bytes()


def test_which_files_are_looked_at(file: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A link stays one, an environment and what is built are left out, and the latter is said."""
    folder = source.parent
    for name in ("venv/lib", "build", "package.py"):
        (folder / name).mkdir(parents=True)
    (folder / "venv" / "pyvenv.cfg").touch()
    for name in ("venv/lib/b.py", "build/b.py"):
        (folder / name).write_bytes(source.read_bytes())
    (folder / "link.py").symlink_to("a.py")
    (folder / "deep.py").write_text("x = " + " + ".join(["1"] * 5000) + "\n", encoding="utf-8")
    assert migrate.main([str(file), str(folder), str(source)]) == 2
    output = capsys.readouterr().err
    assert f"{folder / 'build'}  Not looked at" in output and f"{folder / 'deep.py'}:1  Skipped: It is nested" in output
    assert "1 files changed; 0 places to look at; 1 files skipped." in output
    assert b".title" in source.read_bytes() and (folder / "link.py").is_symlink()
    assert all(b".name" in (folder / name).read_bytes() for name in ("venv/lib/b.py", "build/b.py"))


def test_names_that_were_exchanged_are_told(file: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run cannot know of the first one, so it is said before; without such names nothing is."""
    assert migrate.main([str(file), str(source), "--check"]) == 1
    assert "exchanges" not in capsys.readouterr().err
    content = json.loads(file.read_text(encoding="utf-8"))
    content["renames"] += [
        asdict(Rename("method", "documents", *pair)) for pair in (("log", "extend"), ("extend", "log"))
    ]
    file.write_text(json.dumps(content), encoding="utf-8")
    assert migrate.main([str(file), str(source), "--check"]) == 1
    assert f"{file}  It exchanges names (`extend`, `log`): run it once" in capsys.readouterr().err
    text = (
        "from securedsigning import SecuredSigning\nc = SecuredSigning()\nprint(c.documents.log, c.documents.extend)\n"
    )
    result = migrate.migrate(text.encode(), migrate.Migration.read(file))
    assert b"(c.documents.extend, c.documents.log)" in result.data


def test_the_command_line(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither ``--check`` nor ``--diff`` writes; what does not parse is named, skipped, and makes status 2."""
    folder = tmp_path / "src"
    (folder / ".hidden").mkdir(parents=True)
    text = "from securedsigning.models import Document\nprint(Document().name)\n"
    for name in ("a.py", ".hidden/b.py"):
        (folder / name).write_text(text, encoding="utf-8")
    assert migrate.main([str(file), str(folder), "--check"]) == 1
    assert migrate.main([str(file), str(folder), "--diff"]) == 0
    assert "+print(Document().title)" in capsys.readouterr().out
    assert (folder / "a.py").read_text(encoding="utf-8") == text
    (folder / "broken.py").write_text("x = 1\ndef f(:\n", encoding="utf-8")
    assert migrate.main([str(file), str(folder)]) == 2
    assert f"{folder / 'broken.py'}:2  Skipped" in capsys.readouterr().err
    assert ".title" in (folder / "a.py").read_text(encoding="utf-8")
    assert (folder / ".hidden" / "b.py").read_text(encoding="utf-8") == text
    (folder / "broken.py").unlink()
    assert migrate.main([str(file), str(folder), "--check"]) == 0
    assert migrate.main([str(tmp_path / "missing.json"), str(folder)]) == 2
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    assert migrate.main([str(tmp_path / "other.json"), str(folder)]) == 2


def test_an_edit_of_the_spec_reaches_consumers(real: Side, tmp_path: Path) -> None:
    """From the edit to types: the migration file that is written moves a program so that mypy passes again."""
    spec = tmp_path / "spec"
    subprocess.run(["cp", "-r", str(pipeline.ROOT / "spec"), str(spec)], check=True)
    edits = [
        ("paths/documents.yaml", "x-method-name: log", "x-method-name: activity"),
        ("openapi.yaml", "x-attribute: packages", "x-attribute: bundles"),
        ("schemas/documents.yaml", "        LastSignedDate:", "        LatestSignature:"),
    ]
    for name, old, new in edits:
        text = (spec / name).read_text(encoding="utf-8")
        assert old in text, "the spec has changed: the edit does nothing"
        (spec / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    now = read(str(spec))
    found = changes(real, now)
    migration = as_migration(found, real, now, "0.2.0")
    twin = {
        "what": "attribute",
        "owner": "Document",
        "old": "last_signed_date_parsed",
        "new": "latest_signature_parsed",
    }
    assert twin in migration["renames"]
    assert tmp_path / "docs/migrations/0.2.0.json" in write(found, migration, "0.2.0", tmp_path)
    package = tmp_path / "package"
    for path, text in pipeline.build(replace(pipeline.Layout(), spec=spec / "openapi.yaml")).items():
        (package / path).parent.mkdir(parents=True, exist_ok=True)
        (package / path).write_text(text, encoding="utf-8")
    program = tmp_path / "program.py"
    program.write_text(
        "from securedsigning import SecuredSigning\n"
        "def late(client: SecuredSigning) -> list[str]:\n"
        "    print(client.documents.log('1'))\n"
        "    document = client.documents.status('1')\n"
        "    assert document.last_signed_date and document.last_signed_date_parsed\n"
        "    package = client.packages.status('1')\n"
        "    return [each.reference for each in package.documents or () if each.last_signed_date]\n",
        encoding="utf-8",
    )
    assert migrate.main([str(tmp_path / "docs/migrations/0.2.0.json"), str(program)]) == 0
    environment = {"MYPYPATH": str(package / "python"), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(program)]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert result.returncode == 0, result.stdout
