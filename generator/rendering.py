"""The files that the spec decides, as text: one table says which template makes which file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from generator import codec, engine, methods
from generator.facts import Api, Enum, Group, Kind, Model, Property, Shape
from generator.prose import docstring, harmless, sentence
from generator.synchronous import blocking_text

PACKAGE = "securedsigning"


@dataclass(frozen=True)
class Distribution:
    """What the emitted package is called: from ``[tool.securedsigning-generator]`` of pyproject.toml."""

    name: str
    version: str


def render(api: Api, environment: Environment, distribution: Distribution, runtime: Path) -> dict[str, str]:
    """Render every template.

    Args:
        api: the facts.
        environment: the engine's Jinja environment, which finds our templates.
        distribution: name and version of the package.
        runtime: folder of the hand-written modules; what lies in its ``_async/extras`` extends a group.

    Returns:
        Text by path, below the folder of the distribution; not yet formatted.
    """
    return _Rendering(api, environment, distribution, runtime).files()


class _Rendering:
    def __init__(self, api: Api, environment: Environment, distribution: Distribution, runtime: Path) -> None:
        self._api = api
        self._environment = environment
        self._environment.undefined = StrictUndefined
        self._environment.filters |= {"literal": codec.literal, "lookup": codec.lookup, "prose": _cell}
        self._environment.globals.update(api=api, package_version=distribution.version, distribution=distribution)
        self._runtime = runtime
        # Bodies are spread over arguments, and bases are merged into what extends them; nobody needs classes for them.
        needed = needed_classes(api)
        self._models = [item for item in api.models if item.class_name in needed]
        self._enums = [item for item in api.enums if item.class_name in needed]
        self._cycles = _cycles(self._models)

    def files(self) -> dict[str, str]:
        files: dict[str, str] = {}
        for model in self._models:
            path = f"{PACKAGE}/models/{model.module}.py"
            source = _source(model.place.file, model.schema_name)
            files[path] = self._template(f"{PACKAGE}/models/model.py.jinja", source=source, model=self._model(model))
        enums = [_enum(enum) for enum in self._enums]
        files[f"{PACKAGE}/models/{engine.ENUMS_MODULE}.py"] = self._template(
            f"{PACKAGE}/models/enums.py.jinja", enums=enums
        )
        listed: list[Model | Enum] = [*self._models, *self._enums]
        classes = sorted(listed, key=lambda item: item.class_name)
        files[f"{PACKAGE}/models/__init__.py"] = self._template(f"{PACKAGE}/models/__init__.py.jinja", classes=classes)
        for group in self._api.groups:
            text = self._template(
                f"{PACKAGE}/_async/groups/group.py.jinja",
                source=group.operations[0].place.file,
                group=_group(group),
            )
            files |= _twins(f"groups/{group.attribute}.py", text)
        groups = [self._attribute(group) for group in self._api.groups]
        files |= _twins(
            "groups/__init__.py", self._template(f"{PACKAGE}/_async/groups/__init__.py.jinja", groups=groups)
        )
        operations = [(group.attribute, operation) for group in self._api.groups for operation in group.operations]
        operations += [("oauth", operation) for operation in self._api.oauth_operations]
        files[f"{PACKAGE}/operations.py"] = self._template(f"{PACKAGE}/operations.py.jinja", operations=operations)
        files[f"{PACKAGE}/_spec.py"] = self._template(f"{PACKAGE}/_spec.py.jinja")
        files[f"{PACKAGE}/__init__.py"] = self._template(
            f"{PACKAGE}/__init__.py.jinja",
            docstring=docstring([f"A client of the Secured Signing API, version {self._api.version}."], indent=0),
            exports=EXPORTS,
        )
        for name in ("pyproject.toml", "README.md"):
            files[name] = self._template(f"{name}.jinja")
        return files

    def _template(self, name: str, **facts: Any) -> str:
        template = self._environment.get_template(name)
        return template.render(template=name.rpartition("/")[2], **facts)

    def _model(self, model: Model) -> dict[str, Any]:
        members = model.properties
        used = [item for item in codec.classes(members) if item.class_name != model.class_name]  # there already
        late = [item for item in used if item.kind is Kind.MODEL and item.class_name in self._cycles[model.class_name]]
        # Members the caller must give come first, as readers expect; all are passed by keyword.
        ordered = sorted(members, key=lambda item: not item.required)
        return {
            "class_name": model.class_name,
            "docstring": _model_docstring(model, ordered),
            "members": [
                {"name": item.name, "annotation": codec.annotation(item), "default": codec.default(item)}
                for item in ordered
            ],
            "secrets": [item.name for item in ordered if item.secret],
            "helpers": codec.helpers(members),
            "unset": any(item.shape.nullable and not item.required for item in members),
            "enums": [item for item in used if item.kind is Kind.ENUM],
            "early_classes": [item for item in used if item not in late],
            "late_classes": late,
            "dates": [item for item in members if item.shape.date == "answer"],
            "required": tuple(item.wire_name for item in members if item.required and item.shape.kind is not Kind.LIST),
            "checked": {item.wire_name: codec.checked(item) for item in members if codec.checked(item)},
            "decode_lines": [line for item in members for line in codec.decode_lines(item)],
            "encode_lines": [line for item in members for line in codec.encode_lines(item)],
        }

    def _attribute(self, group: Group) -> dict[str, Any]:
        extended = (self._runtime / "_async" / "extras" / f"{group.attribute}.py").exists()
        return {
            "attribute": group.attribute,
            "class_name": group.class_name,
            "folder": "extras" if extended else "groups",
            "docstring": docstring([sentence(group.description)], indent=8),
        }


EXPORTS = (
    ("SecuredSigning", f"{PACKAGE}._sync.client"),
    ("AsyncSecuredSigning", f"{PACKAGE}._async.client"),
    ("CallOptions", f"{PACKAGE}.options"),
    ("RetryPolicy", f"{PACKAGE}.retry"),
    ("FileTokenStore", f"{PACKAGE}.token_file"),
    ("MemoryTokenStore", f"{PACKAGE}.tokens"),
    ("Token", f"{PACKAGE}.tokens"),
    ("TokenStore", f"{PACKAGE}.tokens"),
    ("Download", f"{PACKAGE}.downloads"),
    ("Operation", f"{PACKAGE}.operation"),
    ("UNSET", f"{PACKAGE}._codec"),
    ("SentDocuments", f"{PACKAGE}.sent"),
    ("find_smart_tags", f"{PACKAGE}.smart_tags"),
    ("new_state", f"{PACKAGE}.oauth_messages"),
    ("new_code_verifier", f"{PACKAGE}.oauth_messages"),
    ("code_challenge", f"{PACKAGE}.oauth_messages"),
    ("SecuredSigningError", f"{PACKAGE}.errors"),
    ("ConfigurationError", f"{PACKAGE}.errors"),
    ("InputError", f"{PACKAGE}.errors"),
    ("OAuthError", f"{PACKAGE}.errors"),
    ("LoginRequiredError", f"{PACKAGE}.errors"),
    ("ConnectionFailedError", f"{PACKAGE}.errors"),
    ("CallTimeoutError", f"{PACKAGE}.errors"),
    ("DownloadIncompleteError", f"{PACKAGE}.errors"),
    ("DecodeError", f"{PACKAGE}.errors"),
    ("NotCompletedError", f"{PACKAGE}.errors"),
    ("WaitTimeoutError", f"{PACKAGE}.errors"),
    ("StatusError", f"{PACKAGE}.errors"),
    ("BadRequestError", f"{PACKAGE}.errors"),
    ("AuthenticationError", f"{PACKAGE}.errors"),
    ("PaymentRequiredError", f"{PACKAGE}.errors"),
    ("PermissionDeniedError", f"{PACKAGE}.errors"),
    ("NotFoundError", f"{PACKAGE}.errors"),
    ("FileTooLargeError", f"{PACKAGE}.errors"),
    ("PlanExhaustedError", f"{PACKAGE}.errors"),
    ("RateLimitedError", f"{PACKAGE}.errors"),
    ("ServerError", f"{PACKAGE}.errors"),
)
"""The public names and where they stand; with ``models`` and ``operations`` they are the public surface."""


def _cell(text: str) -> str:
    """A text of the spec in a cell of a Markdown table."""
    return harmless(text).replace("|", "\\|").replace("<", "&lt;")


def _source(file: str, name: str) -> str:
    return f"{file}#/{name}" if name.isidentifier() else file


def _twins(path: str, text: str) -> dict[str, str]:
    first_line, _, rest = text.partition("\n")  # names the template, which is the same for both
    return {f"{PACKAGE}/_async/{path}": text, f"{PACKAGE}/_sync/{path}": f"{first_line}\n{blocking_text(rest)}"}


def _group(group: Group) -> dict[str, Any]:
    emitted = [methods.method(operation) for operation in group.operations]
    running, typing = methods.imports(group, emitted)
    return {
        "class_name": group.class_name,
        "module_docstring": docstring([f"The {group.attribute} group: {sentence(group.description)}"], indent=0),
        "docstring": docstring([sentence(group.description)], indent=4),
        "methods": emitted,
        "imports": running,
        "type_imports": typing,
    }


def _enum(enum: Enum) -> dict[str, Any]:
    return {
        "class_name": enum.class_name,
        "docstring": docstring([sentence(enum.description)], indent=4),
        "members": enum.members,
        "numbered": {member.number: member.value for member in enum.members if member.number is not None},
    }


def _model_docstring(model: Model, members: list[Property]) -> str:
    listed = [
        f"    {item.name}: {sentence(item.description) or 'not described.'}{' Obsolete.' if item.deprecated else ''}"
        for item in members
    ]
    return docstring([sentence(model.description), "\n".join(["Attributes:", *listed])], indent=4)


def needed_classes(api: Api) -> set[str]:
    """Classes that a caller meets: in answers and arguments of the operations, and in their members."""
    sent, answered = directions(api)
    return sent | answered


def directions(api: Api) -> tuple[set[str], set[str]]:
    """Which classes travel to the service, and which come from it."""
    members = {item.class_name: [member.shape for member in item.properties] for item in api.models}

    def reached(waiting: list[Shape]) -> set[str]:
        found: set[str] = set()
        while waiting:
            shape = waiting.pop()
            shape = shape.item or shape
            if shape.class_name and shape.class_name not in found:
                found.add(shape.class_name)
                waiting += members.get(shape.class_name, ())
        return found

    bodies = [member.shape for each in api.operations if each.body for member in each.body.model.properties]
    parameters = [item.shape for each in api.operations for item in each.parameters]
    answers = [each.answer.shape for each in api.operations if each.answer.shape]
    return reached([*bodies, *parameters]), reached(answers)


def _cycles(models: list[Model]) -> dict[str, set[str]]:
    """For each model the models that it reaches and that reach it, itself aside: they can't all be imported first."""
    uses = {item.class_name: {used.class_name for used in codec.classes(item.properties)} for item in models}

    def reached(name: str) -> set[str]:
        found: set[str] = set()
        waiting = [name]
        while waiting:
            for used in uses.get(waiting.pop(), ()):
                if used not in found:
                    found.add(used)
                    waiting.append(used)
        return found

    reach = {name: reached(name) for name in uses}
    return {name: {other for other in reach[name] if other != name and name in reach.get(other, ())} for name in uses}
