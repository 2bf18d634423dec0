"""How LibreOffice is called, shown with a stand-in program that notes what it was asked."""

import os
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from securedsigning_sandbox.documents import office
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.office import office_program
from securedsigning_sandbox.documents.rendering import to_pdf

_CONVERTS = """#!/bin/sh
printf '%s\\n' "$@" > {notes}/arguments
env > {notes}/environment
profile=$(printf '%s\\n' "$@" | sed -n 's|^-env:UserInstallation=file://||p')
cp "$profile/user/registrymodifications.xcu" {notes}/settings.xml
while [ $# -gt 2 ]; do shift; done
mkdir -p "$1" && cp {result} "$1/document.pdf"
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the PATH in which a test puts its `soffice`."""
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return programs


def put(programs: Path, script: str) -> None:
    (programs / "soffice").write_text(script, encoding="utf-8")
    (programs / "soffice").chmod(0o755)


def test_it_runs_headless_with_a_profile_of_its_own_and_no_network(
    install: Path, tmp_path: Path, contract: Path
) -> None:
    put(install, _CONVERTS.format(notes=tmp_path, result=contract))
    source = tmp_path / "letter.txt"
    source.write_text("hello", encoding="utf-8")
    assert to_pdf(source, "txt", tmp_path / "out.pdf") == "libreoffice"
    assert (tmp_path / "out.pdf").read_bytes() == contract.read_bytes()
    arguments = (tmp_path / "arguments").read_text(encoding="utf-8").splitlines()
    environment = (tmp_path / "environment").read_text(encoding="utf-8").splitlines()
    assert {"--headless", "--norestore", "--nodefault"} <= set(arguments)
    assert arguments[-1].endswith("/document.txt")
    assert str(source) not in arguments
    assert "https_proxy=http://127.0.0.1:9" in environment
    settings = fromstring((tmp_path / "settings.xml").read_text(encoding="utf-8"))
    values = {prop[0].get("{http://openoffice.org/2001/registry}name"): prop[0][0].text for prop in settings}
    assert (values["DisableMacrosExecution"], values["ooInetProxyType"]) == ("true", "2")
    profile = next(word for word in arguments if word.startswith("-env:")).removeprefix("-env:UserInstallation=file://")
    assert not Path(profile).exists()


def test_a_document_it_can_not_read_is_refused(install: Path, tmp_path: Path) -> None:
    put(install, "#!/bin/sh\nexit 0\n")
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0rest")
    with pytest.raises(DocumentError, match="LibreOffice can't read it"):
        to_pdf(tmp_path / "old.doc", "doc", tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


def test_what_takes_too_long_is_ended(install: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "SECONDS", 0.2)
    put(install, "#!/bin/sh\nexec sleep 600\n")
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0rest")
    with pytest.raises(DocumentError, match="could not be turned into a PDF within"):
        to_pdf(tmp_path / "old.doc", "doc", tmp_path / "out.pdf")


@pytest.mark.parametrize("extension", ["doc", "xls", "xlsx", "ods"])
def test_a_file_of_another_type_never_reaches_it(install: Path, tmp_path: Path, extension: str) -> None:
    put(install, f"#!/bin/sh\ntouch {tmp_path}/called\n")
    (tmp_path / "file").write_bytes(b"#!/bin/sh\n")
    with pytest.raises(DocumentError, match="damaged or of another type"):
        to_pdf(tmp_path / "file", extension, tmp_path / "out.pdf")
    assert not (tmp_path / "called").exists()


@pytest.mark.usefixtures("install")
def test_it_is_optional() -> None:
    assert office_program() is None or "programs" not in str(office_program())
