"""openapi-core's reading of the requests of the examples: a judge that others wrote."""

from __future__ import annotations

from functools import cache
from typing import Any

import httpx
import pytest
from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

from contract import calling, examples, spec
from contract.conftest import GetCaller

EXAMPLES = [
    each
    for each in examples.read()
    # Files in forms are left to our own judge: to this one, bytes are no text of the format "binary".
    if each.operation.generated and each.status < 300 and (each.operation.body or [""])[0] != "multipart/form-data"
]


class Received:
    """A request in the form that openapi-core asks for."""

    def __init__(self, request: httpx.Request) -> None:
        self.host_url = f"{request.url.scheme}://{request.url.host}"
        self.path = request.url.raw_path.decode().partition("?")[0]
        self.full_url_pattern = self.host_url + self.path
        self.method = request.method.lower()
        self.content_type = request.headers.get("content-type", "")
        self.body = request.content or None
        query: Any = ImmutableMultiDict(request.url.params.multi_items())
        self.parameters = RequestParameters(query=query, header=Headers(request.headers.multi_items()))


@cache
def judge() -> OpenAPI:
    """The judge, who has read the bundle."""
    return OpenAPI.from_dict(spec.bundle())


@pytest.mark.filterwarnings("ignore:Unsupported scheme type")  # it cannot judge OAuth 2 tokens
@pytest.mark.parametrize("oauth", [True, False], ids=["token", "key"])
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_accepted(caller: GetCaller, example: examples.Example, oauth: bool) -> None:
    client = caller(calling.KINDS[0], oauth=oauth)
    client.answer(example.status, example.headers, example.content)

    client.call(example.operation, example.parameters, example.body)

    judge().validate_request(Received(client.request))  # type: ignore[arg-type]
