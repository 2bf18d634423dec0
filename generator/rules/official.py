"""What the validator of the OpenAPI project's schema says, at the file and line that each error is about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.findings import Finding, Place
from generator.loading import LocatedDict, LocatedList

_SINGULAR = {
    "schemas": "schema",
    "parameters": "parameter",
    "responses": "response",
    "securitySchemes": "security scheme",
}
_REMEDY = "See the OpenAPI specification, version 3.1, for what may stand here."


def findings(document: LocatedDict) -> Iterator[Finding]:
    """Every error of the validator."""
    # They take a quarter of a second to import, which only thorough runs shall pay.
    from jsonschema_path import SchemaPath
    from openapi_spec_validator import OpenAPIV31SpecValidator

    if not str(document.get("openapi", "")).startswith("3.1."):
        place = document.place_of("openapi")
        problem = f"The document is OpenAPI {document.get('openapi', 'of no version')}, not 3.1."
        yield Finding(
            place, "document", problem, "Write openapi: 3.1.0, and what else this version asks for.", "official"
        )
        return
    # No handlers: nothing is fetched, whatever a document asks for.
    plain = SchemaPath.from_dict(json.loads(json.dumps(document)), handlers={})
    schemas = list(_schemas(document))
    yield from schemas
    errors = OpenAPIV31SpecValidator(plain).iter_errors()
    while True:
        try:
            error = next(errors)
        except StopIteration:
            return
        except Exception as failure:  # noqa: BLE001 - on documents that break the schema it fails in many ways
            problem = f"The validator gave up: {type(failure).__name__}."
            yield Finding(document.place, "document", problem, "Mend the other findings first.", "official")
            return
        path = list(error.absolute_path)
        if schemas and path and path[0] not in document:
            continue  # said of the schema already: of schemas it gives paths that begin at the schema
        yield _finding(document, path, error.message)


def _schemas(document: LocatedDict) -> Iterator[Finding]:
    """Schemas against the schema of schemas."""
    from jsonschema import Draft202012Validator

    judge = Draft202012Validator(Draft202012Validator.META_SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    components = document.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    for name, schema in schemas.items() if isinstance(schemas, dict) else ():
        for error in judge.iter_errors(schema):
            yield _finding(document, ["components", "schemas", name, *error.absolute_path], error.message)


def _finding(document: LocatedDict, path: Iterable[str | int], message: str) -> Finding:
    place, subject = located(document, path)
    problem = message.splitlines()[0].rstrip(".") + "."
    return Finding(place, subject, f"{problem[:1].upper()}{problem[1:]}", _REMEDY, "official")


def located(document: LocatedDict, path: Iterable[str | int]) -> tuple[Place, str]:
    """Where the value at a path stands, as far as the path goes, and the nearest thing that has a name."""
    value: Any = document
    place, subject, trail = document.place, "document", []
    for part in path:
        if isinstance(value, LocatedDict) and str(part) in value:
            place, value = value.place_of(str(part)), value[str(part)]
        elif isinstance(value, LocatedList) and isinstance(part, int) and part < len(value):
            place, value = value.places[part], value[part]
        else:
            break
        trail.append(str(part))
        if len(trail) == 3 and trail[0] == "components":
            subject = f"{_SINGULAR.get(trail[1], trail[1])} {trail[2]}"
        elif trail[0] == "paths" and len(trail) <= 3:
            name = value.get("operationId") if isinstance(value, dict) else None
            subject = f"operation {name}" if name else f"path {' '.join(trail[1:2])}".rstrip()
        elif len(trail) == 1:
            subject = trail[0]
    return place, subject
