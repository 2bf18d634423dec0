"""From the spec to the package, on one page. ``generate`` and ``check`` differ in their last step, and in patience."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from generator import engine
from generator.assembling import assemble
from generator.bundling import as_json, bundle
from generator.describing import describe
from generator.findings import raise_on
from generator.formatting import formatted
from generator.publishing import Drift, compare, write
from generator.rendering import Distribution, render
from generator.rules import findings

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Layout:
    """Where things are; by default, in this repository."""

    spec: Path = ROOT / "spec" / "openapi.yaml"
    templates: Path = ROOT / "templates" / "python"
    output: Path = ROOT / "generated"

    @property
    def runtime(self) -> Path:
        """Folder of the hand-written modules."""
        return self.templates / "runtime"


def build(layout: Layout, *, thorough: bool = False) -> dict[str, str]:
    """Everything that belongs below ``generated/``, as text by path; nothing is written.

    Args:
        layout: where things are.
        thorough: also apply the rules that take long, see ``rules``.

    Raises:
        SpecError: the spec has findings.
    """
    document = bundle(layout.spec)
    raise_on(findings(document, layout.spec.parent, thorough=thorough))
    parsed = engine.parse(document, layout.templates)
    api = describe(document, parsed)
    rendered = render(api, parsed.environment, distribution(), layout.runtime)
    return assemble(formatted(rendered), layout.runtime, as_json(document))


def generate(layout: Layout) -> Drift:
    """Write the output; returns what changed."""
    return write(build(layout), layout.output)


def check(layout: Layout) -> Drift:
    """Compare the output with what is there; returns what differs."""
    return compare(build(layout, thorough=True), layout.output)


def validate(layout: Layout) -> None:
    """Look for findings only.

    Raises:
        SpecError: there are some.
    """
    document = bundle(layout.spec)
    raise_on(findings(document, layout.spec.parent, thorough=True))
    engine.parse(document, layout.templates)


def distribution() -> Distribution:
    """Name and version of the package, from pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["securedsigning-generator"]
    return Distribution(settings["name"], settings["version"])
