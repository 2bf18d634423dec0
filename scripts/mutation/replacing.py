"""Puts changed modules in the place of real ones, in this process alone; no file is written."""

from __future__ import annotations

import importlib.abc
import importlib.util
import sys
from collections.abc import Mapping
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType

from mutation.forking import ROOT

PYTHON = ROOT / "generated" / "python"
PACKAGE = "securedsigning"
KNOW_THE_PACKAGE = ("calling", "judging", "conftest")
"""Modules of the contract tests that import the package, beside the tests themselves."""


def module_name(path: str) -> str:
    """The name of the module in a file below ``generated/python``."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def replace(sources: Mapping[str, str]) -> None:
    """Have these modules imported in place of the real ones; whatever imported the real ones is forgotten.

    Args:
        sources: text by path below ``generated/python``.
    """
    sys.meta_path.insert(0, _Finder({module_name(path): (PYTHON / path, text) for path, text in sources.items()}))
    contract = sys.modules.get("contract")
    for name in list(sys.modules):
        package, _, rest = name.partition(".")
        if package == PACKAGE or (package == "contract" and rest.startswith(("test_", *KNOW_THE_PACKAGE))):
            del sys.modules[name]
            if package == "contract" and hasattr(contract, rest):
                delattr(contract, rest)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.SourceLoader):
    def __init__(self, modules: Mapping[str, tuple[Path, str]]) -> None:
        self._modules = modules

    def find_spec(self, name: str, path: object = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name not in self._modules:
            return None
        file = self._modules[name][0]
        places = [str(file.parent)] if file.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(name, file, loader=self, submodule_search_locations=places)

    def get_filename(self, fullname: str) -> str:
        return str(self._modules[fullname][0])

    def get_data(self, path: str | bytes) -> bytes:
        raise OSError("nothing is read from files")

    def get_source(self, fullname: str) -> str:
        return self._modules[fullname][1]

    def get_code(self, fullname: str) -> CodeType:
        file, text = self._modules[fullname]
        return compile(text, str(file), "exec", dont_inherit=True)
