"""The judge finds what is wrong: each kind of fault, put into a request that was right."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import pytest

from contract import calling, judging, spec
from contract.conftest import GetCaller
from contract.test_generated_requests import answer_anything
from contract.test_responses import needed

VECTORS = json.loads((spec.SPEC / "signature-vectors.json").read_text("utf-8"))


def copy(request: httpx.Request, **changes: object) -> httpx.Request:
    """The same request with something changed."""
    parts = {"method": request.method, "url": str(request.url), "headers": request.headers.raw, **changes}
    content = parts.pop("content", request.content)
    headers = [(k, v) for k, v in parts.pop("headers") if k.lower() != b"content-length"]  # type: ignore[union-attr]
    return httpx.Request(**parts, headers=headers, content=content)  # type: ignore[arg-type]


def sent(caller: GetCaller, name: str, parameters: object = None, body: object = None) -> httpx.Request:
    """A request of the client."""
    client, operation = caller("sync"), spec.operation(name)
    answer_anything(client, operation)
    least = needed(operation)
    client.call(operation, {**least[0], **(parameters or {})}, {**(least[1] or {}), **(body or {})} or None)  # type: ignore[dict-item]
    return client.request


def with_header(name: bytes, value: bytes | None) -> Callable[[httpx.Request], httpx.Request]:
    """The request with another value of a header, or without it."""

    def change(request: httpx.Request) -> httpx.Request:
        headers = [pair for pair in request.headers.raw if pair[0].lower() != name.lower()]
        return copy(request, headers=headers + ([] if value is None else [(name, value)]))

    return change


def with_body(old: bytes, new: bytes) -> Callable[[httpx.Request], httpx.Request]:
    """The request with a part of its body replaced."""

    def change(request: httpx.Request) -> httpx.Request:
        assert old in request.content
        return copy(request, content=request.content.replace(old, new))

    return change


def with_url(old: str, new: str) -> Callable[[httpx.Request], httpx.Request]:
    """The request with a part of its address replaced."""

    def change(request: httpx.Request) -> httpx.Request:
        assert old in str(request.url)
        return copy(request, url=str(request.url).replace(old, new))

    return change


STATUS, EXTEND, UPLOAD = "getDocumentStatus", "extendDocument", "uploadDocument"
WRONG = {
    "method": (STATUS, lambda request: copy(request, method="POST")),
    "host": (STATUS, with_url("api.securedsigning.com", "elsewhere.example.com")),
    "scheme": (STATUS, with_url("https:", "http:")),
    "path": (STATUS, with_url("/Document/Status", "/Document/status")),
    "further segment": (STATUS, with_url("/Document/Status", "/Document/Status/7")),
    "version": (STATUS, with_url("v1.4", "v1.3")),
    "query not declared": (STATUS, with_url("?DocumentLog=true", "?documentLog=true")),
    "query of another type": (STATUS, with_url("=true", "=True")),
    "query twice": (STATUS, with_url("=true", "=true&DocumentLog=true")),
    "query required": ("deleteDocument", with_url("?RemoveFromPackage=true", "")),
    "enum in path": ("listActiveDocuments", with_url("GetActiveDocuments/", "GetActiveDocuments/My")),
    "header not declared": (STATUS, with_header(b"X-Own", b"1")),
    "header spelt otherwise": (STATUS, with_header(b"x-custom-sender", b"1")),
    "header twice": (STATUS, lambda request: copy(request, headers=[*request.headers.raw, (b"referer", b"x")])),
    "key": (STATUS, with_header(b"X-CUSTOM-API-KEY", b"another")),
    "key missing": (STATUS, with_header(b"X-CUSTOM-API-KEY", None)),
    "time": (STATUS, with_header(b"X-CUSTOM-DATE", b"31000000.75")),
    "nonce": (STATUS, with_header(b"X-CUSTOM-NONCE", b"a" * 33)),
    "signature": (STATUS, with_header(b"X-CUSTOM-SIGNATURE", b"AAAA")),
    "signature missing": (STATUS, with_header(b"X-CUSTOM-SIGNATURE", None)),
    "access url": (STATUS, with_header(b"Referer", b"https://elsewhere.example.com/")),
    "access url missing": (STATUS, with_header(b"Referer", None)),
    "token": (STATUS, with_header(b"Authorization", b"Bearer another")),
    "token missing": (STATUS, with_header(b"Authorization", None)),
    "accept": (STATUS, with_header(b"Accept", b"text/html")),
    "body not declared": (STATUS, lambda request: copy(request, content=b"{}")),
    "content type": (EXTEND, with_header(b"Content-Type", b"text/json")),
    "body member missing": (EXTEND, with_body(b'"DueDate"', b'"dueDate"')),
    "body member not declared": (EXTEND, with_body(b"{", b'{"Gmt":"0",')),
    "body member of another type": (EXTEND, with_body(b'"GMT":"720"', b'"GMT":720')),
    "body date": (EXTEND, with_body(b"2031-03-31T", b"31/03/2031 ")),
    "form field missing": (UPLOAD, with_body(b'name="file"', b'name="upload"')),
    "form file without a name": (UPLOAD, with_body(b'; filename="a.pdf"', b"")),
    "form field not declared": (UPLOAD, with_body(b'name="ClientReference"', b'name="clientReference"')),
}
MORE = {STATUS: ({"DocumentLog": True}, None), EXTEND: (None, {"GMT": "720"}), UPLOAD: (None, {"ClientReference": "7"})}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_fault_is_found(caller: GetCaller, wrong: str) -> None:
    name, change = WRONG[wrong]
    operation, request = spec.operation(name), sent(caller, name, *MORE.get(name, ()))
    assert judging.judge(operation, request, oauth=True).faults == []

    assert judging.judge(operation, change(request), oauth=True).faults != []


def test_credentials_that_do_not_belong_there_are_found() -> None:
    operation = spec.operation("oauthToken")
    form = {"grant_type": "refresh_token", "client_id": "a", "client_secret": "b", "refresh_token": "c"}
    request = httpx.Request("POST", operation.server + "/token", data=form, headers={"Accept": "application/json"})
    assert judging.judge(operation, request, oauth=False).faults == []

    request.headers["Referer"] = calling.ACCESS_URL

    assert judging.judge(operation, request, oauth=False).faults != []


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_the_judge_signs_as_the_published_vectors(vector: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    how = spec.bundle()["components"]["securitySchemes"]["requestSignature"]["x-hmac-signature"]
    monkeypatch.setattr(calling, "API_SECRET", vector["api_secret"])
    parts = {"apiKey": vector["api_key"], "requestTime": vector["timestamp"], "requestNonce": vector["nonce"]}

    assert judging.signature(how, [parts[name] for name in how["parts"]]) == vector["signature"]
