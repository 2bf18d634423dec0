"""Calls the client by the spec alone: which attribute, method and arguments it has is worked out here, not looked up.

Nothing leaves the process: requests end in a ``Line``, which keeps them and gives the answer that was put there.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any

import httpx
import securedsigning.errors
import securedsigning.models
from securedsigning import AsyncSecuredSigning, SecuredSigning
from securedsigning.retry import RetryPolicy
from securedsigning.tokens import MemoryTokenStore, Token

from contract import examples, spec

API_KEY = "TESTKEY0000000000000000000000000000000000000000000000TEST"
API_SECRET = "c2FuZGJveC1zZWNyZXQtZm9yLXRlc3RzLW9ubHk="
ACCESS_URL = "https://app.kauri-homes.example.com/callback"
ACCESS_TOKEN = "lG6HnyFcrg378Vs08NTSxxKmxrWNnlZPBJC6ozggaPjdgEEqwFBLeMgB0eaAqdjk"
NOW = 31_000_000.75
"""The client's clock: in December 1970, so that no date of an example is past; a fraction shows how it is rounded."""

KINDS = ("sync", "async")

answered: set[tuple[str, str]] = set()
refused: set[tuple[str, str]] = set()
"""Operations, and by which kind of client, whose calls ended in an answer, and in an error status."""

_WORD_STARTS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def snake_case(name: str) -> str:
    """The Python name of a wire name: ``IDData`` is ``id_data``, ``NumberOfSMS`` is ``number_of_sms``."""
    return _WORD_STARTS.sub("_", name).lower().replace("-", "_")


class Line(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Where requests end. Each is kept, its body read; each is answered with ``answer``."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.answer: tuple[int, dict[str, str], bytes] = (200, {}, b"")
        self.problem: httpx.TransportError | None = None

    def _response(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.problem is not None:
            raise self.problem
        status, headers, content = self.answer
        # A stream, as from a network: what is read of it is up to the client.
        return httpx.Response(status, headers=headers, stream=httpx.ByteStream(content), request=request)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        return self._response(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return self._response(request)


class Caller:
    """A synchronous or asynchronous client, and the line that it talks through."""

    def __init__(self, kind: str, *, runner: asyncio.Runner | None = None, token: Token | None = None, **settings: Any):
        self.kind = kind
        self.line = Line()
        self._runner = runner
        settings = {
            "api_key": API_KEY,
            "api_secret": API_SECRET,
            "access_url": ACCESS_URL,
            "clock": lambda: NOW,
            "retry": RetryPolicy.none(),
            "token_store": MemoryTokenStore(token),
            **settings,
        }
        self.client: Any
        if kind == "sync":
            self.http = httpx.Client(transport=self.line, trust_env=False)
            self.client = SecuredSigning(http_client=self.http, **settings)
        else:
            self.http = httpx.AsyncClient(transport=self.line, trust_env=False)
            self.client = AsyncSecuredSigning(http_client=self.http, **settings)

    def __repr__(self) -> str:
        return f"<{self.kind} caller>"

    def wait(self, outcome: Any) -> Any:
        """The outcome of a method, whichever client it is of."""
        return outcome if self._runner is None or self.kind == "sync" else self._runner.run(outcome)

    def close(self) -> None:
        if self.kind == "sync":
            self.http.close()
        else:
            self.wait(self.http.aclose())

    def answer(self, status: int, headers: dict[str, str], content: bytes) -> None:
        """What the next requests are answered with."""
        self.line.requests.clear()
        self.line.answer = (status, headers, content)

    def call(self, operation: spec.Operation, parameters: dict[str, Any], body: Any) -> Any:
        """Call the operation and return what its method returns."""
        method = getattr(getattr(self.client, operation.tag["x-attribute"]), operation.node["x-method-name"])
        try:
            result = self.wait(method(**arguments(operation, parameters, body)))
        except securedsigning.errors.StatusError:
            refused.add((operation.id, self.kind))
            raise
        answered.add((operation.id, self.kind))
        return result

    @property
    def request(self) -> httpx.Request:
        """The one request that the last call made."""
        (request,) = self.line.requests
        return request


def arguments(operation: spec.Operation, parameters: dict[str, Any], body: Any) -> dict[str, Any]:
    """The keyword arguments of a call: each parameter and each member of the body by its name in snake case."""
    declared = {item["name"]: item for item in operation.parameters}
    found: dict[str, Any] = {}
    for name, value in parameters.items():
        if "x-client-option" not in declared[name]:  # that one is given to the client as a whole
            found[snake_case(name)] = value
    if body is not None:
        assert operation.body
        media_type, schema = operation.body
        members = spec.properties(schema)
        for name, value in body.items():
            argument = snake_case(name)
            assert argument not in found, f"{operation}: two arguments are called {argument}"
            if media_type == "multipart/form-data":
                found[argument] = file_argument(value) if is_file(members[name]) else value
            else:
                found[argument] = as_argument(members[name], value)
    return found


def is_file(schema: Any) -> bool:
    """Whether it is a part of a form that holds a file."""
    return bool(spec.resolve(schema).get("format") == "binary")


def file_argument(value: Any) -> Any:
    """A file as the client takes it: name and bytes."""
    if isinstance(value, dict):
        path = examples.FOLDER / value["$file"]
        return path.name, path.read_bytes()
    return value


def as_argument(schema: Any, value: Any) -> Any:
    """A JSON value as the client takes it: objects as models, the rest as it is."""
    name, resolved = spec.schema_name(schema), spec.resolve(schema)
    for option in resolved.get("anyOf", ()):
        if spec.is_object(option) and isinstance(value, dict):
            return as_argument(option, value)
    if isinstance(value, list):
        return [as_argument(resolved.get("items", {}), item) for item in value]
    if isinstance(value, dict) and name:
        return getattr(securedsigning.models, spec.own_name(name)).from_dict(value)
    return value


def plain(value: Any) -> Any:
    """What a method returned, as JSON."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.to_dict() if hasattr(value, "to_dict") else value
