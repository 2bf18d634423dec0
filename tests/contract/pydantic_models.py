"""A second reading of every answer: pydantic models that datamodel-code-generator makes from the same bundle."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import TypeAdapter

from contract import spec


def make(folder: Path) -> ModuleType:
    """Generate the models into a folder and import them."""
    bundle = folder / "openapi.json"
    bundle.write_text(json.dumps(spec.bundle()), "utf-8")
    target = folder / "pydantic_models_of_the_spec.py"
    command = [
        *(sys.executable, "-W", "ignore", "-m", "datamodel_code_generator", "--input", str(bundle)),
        *("--input-file-type", "openapi", "--openapi-scopes", "schemas", "--output", str(target)),
        *("--output-model-type", "pydantic_v2.BaseModel", "--target-python-version", "3.11"),
        # An address or an e-mail address is to come back as it was, not as pydantic would write it.
        *("--type-mappings", "email=string", "uri=string", "binary=string"),
        *("--strict-types", "str", "bool"),
        "--disable-timestamp",
    ]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    loader = importlib.util.spec_from_file_location(target.stem, target)
    assert loader and loader.loader
    module = importlib.util.module_from_spec(loader)
    sys.modules[target.stem] = module  # pydantic looks its annotations up there
    loader.loader.exec_module(module)
    return module


@cache
def adapter(module: ModuleType, text: str) -> TypeAdapter[Any]:
    """What reads the values of a schema, given as JSON."""
    schema = json.loads(text)
    name = spec.schema_name(schema)
    if name:
        return TypeAdapter(getattr(module, name))
    if schema.get("type") == "array":
        return TypeAdapter(list[getattr(module, spec.schema_name(schema["items"]) or "")])  # type: ignore[misc]
    return TypeAdapter({"string": str, "integer": int, "boolean": bool}[schema["type"]])


def read(module: ModuleType, schema: Any, value: Any) -> Any:
    """A JSON value, read and written by pydantic."""
    reader = adapter(module, json.dumps(schema, sort_keys=True))
    return reader.dump_python(reader.validate_python(value), mode="json", by_alias=True, exclude_unset=True)
