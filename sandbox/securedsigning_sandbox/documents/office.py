"""LibreOffice as a converter, where it is installed: headless, with a profile of its own, and a time limit."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from .errors import DocumentError

SECONDS = 90
_NAMES = {"pdf": "a PDF", "xls": "an XLS workbook"}
_NOWHERE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": ""}
# Macros never run, links to pictures and other documents are not followed, and the network is a port where nobody listens.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def office_program() -> str | None:
    """The path of LibreOffice's `soffice`; None if it is not on the PATH."""
    return shutil.which("soffice")


def office_convert(program: str, source: Path, extension: str, wanted: str = "pdf") -> bytes:
    """Convert an office document.

    Arguments:
        program: from `office_program`.
        source: the document; it is copied, so that LibreOffice leaves no lock file beside it.
        extension: what it is, such as `docx`.
        wanted: what it becomes, `pdf` or `xls`.

    Raises:
        DocumentError: LibreOffice can't read the document, or takes longer than 90 seconds.
    """
    with tempfile.TemporaryDirectory(prefix="securedsigning-office-") as name:
        folder = Path(name)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_settings_file(), encoding="utf-8")
        document = folder / f"document.{extension}"
        shutil.copyfile(source, document)
        command = [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo",
            "--nodefault", "--nolockcheck", "--convert-to", wanted, "--outdir", str(folder / "out"), str(document),
        ]  # fmt: skip
        environment = {**os.environ, **_NOWHERE, "HOME": str(folder)}
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            raise DocumentError(
                f"The document could not be turned into {_NAMES[wanted]} within {SECONDS} seconds."
            ) from error
        finally:
            _end(process)
        result = folder / "out" / f"document.{wanted}"
        if not result.is_file() or result.stat().st_size == 0:
            raise DocumentError(f"The document could not be turned into {_NAMES[wanted]}: LibreOffice can't read it.")
        return result.read_bytes()


def _settings_file() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    space = 'xmlns:oor="http://openoffice.org/2001/registry"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {space}>{items}</oor:items>\n'


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the converter and what it started; `soffice` is a script around the real program."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
