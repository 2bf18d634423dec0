"""The whole output as text: rendered files, hand-written modules with their first line, and the lock."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from generator.rendering import PACKAGE
from generator.synchronous import blocking_text


def assemble(rendered: Mapping[str, str], runtime: Path, bundled: str) -> dict[str, str]:
    """Put the output together.

    Args:
        rendered: what came out of the templates, by path below the distribution's folder.
        runtime: folder of the hand-written modules.
        bundled: the bundled document as JSON.

    Returns:
        Text by path below ``generated/``.
    """
    files = {f"python/{path}": text for path, text in rendered.items()}
    for path in sorted(runtime.rglob("*.py")):
        name = path.relative_to(runtime).as_posix()
        text = path.read_text(encoding="utf-8")
        files[f"python/{PACKAGE}/{name}"] = f"# Copied from templates/python/runtime/{name}; edit it there.\n{text}"
        if name.startswith("_async/"):
            twin = name.replace("_async/", "_sync/", 1)
            if not (runtime / twin).exists():
                first = f"# Made from templates/python/runtime/{name} by generator/synchronous.py; edit it there.\n"
                files[f"python/{PACKAGE}/{twin}"] = first + blocking_text(text)
    for folder in ("_async", "_sync", "_async/extras", "_sync/extras"):
        files.setdefault(f"python/{PACKAGE}/{folder}/__init__.py", "")
    files[f"python/{PACKAGE}/py.typed"] = ""
    root = Path(__file__).parents[1]
    files["python/LICENSE"] = (root / "LICENSE").read_text(encoding="utf-8")
    files["openapi.json"] = bundled
    # In the package, so that an installation can tell what made it: `securedsigning verify`.
    files[f"python/{PACKAGE}/sdk.lock"] = _lock(files, root)
    return dict(sorted(files.items()))


def _lock(files: Mapping[str, str], root: Path) -> str:
    """What made the output: hashes of the inputs, versions of the tools, hashes of the files."""
    hashes = {path: _digest(text.encode()) for path, text in sorted(files.items())}  # what sha256sum prints
    inputs = {
        "spec": hashes["openapi.json"],
        "generator": _hash(_texts(root / "generator", "*.py")),
        "templates": _hash(_texts(root / "templates", "*.py", "*.jinja")),
    }
    tools = {name: version(name) for name in ("openapi-python-client", "jinja2", "ruff")}
    return json.dumps({"inputs": inputs, "tools": tools, "files": hashes}, indent=1) + "\n"


def _texts(folder: Path, *patterns: str) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for pattern in patterns
        for path in folder.rglob(pattern)
    }


def _hash(texts: Mapping[str, str]) -> str:
    return _digest("".join(f"{path}\0{len(text)}\0{text}\0" for path, text in sorted(texts.items())).encode())


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
