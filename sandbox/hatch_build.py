"""Brings the bundled spec into the package: from the repository, or, in an sdist, from where it already lies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SPEC = "securedsigning_sandbox/openapi.json"


class SpecHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling finds it by its base
    """Adds ``openapi.json`` to wheel and sdist."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the file, unless the package has it."""
        root = Path(self.root)
        if not (root / SPEC).exists():
            build_data["force_include"][str(root.parent / "generated" / "openapi.json")] = SPEC
