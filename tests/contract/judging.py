"""Judges a request by the spec: what is wrong with it, in sentences. It knows the client's secrets, but not its code."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
from python_multipart.multipart import MultipartParser, parse_options_header

from contract import calling, spec

HARMLESS = {"host", "accept", "accept-encoding", "connection", "user-agent", "content-type", "content-length"}
"""Headers that HTTP itself needs; all others have to be in the spec."""

judged: set[str] = set()
"""Operations of which a request was judged."""


class Found:
    """What a request was found to hold.

    Attributes:
        faults: what is wrong with it.
        parameters: the parameters in path, query and header, by their wire names.
        body: the JSON value, or the fields of the form; a file is a tuple of name, media type and bytes.
    """

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.parameters: dict[str, Any] = {}
        self.body: Any = None


def judge(operation: spec.Operation, request: httpx.Request, *, oauth: bool, server: str | None = None) -> Found:
    """Read a request.

    Args:
        operation: what it should be.
        request: the request, its body read.
        oauth: whether a token was there to be sent.
        server: where the client was told that the service is; the spec's first one if left out.
    """
    judged.add(operation.id)
    found = Found()
    if request.method != operation.method:
        found.faults.append(f"method {request.method}, not {operation.method}")
    parts = httpx.URL(str(request.url))
    _path(found, operation, parts, server or operation.server)
    if "#" in str(request.url):
        found.faults.append("the address has a fragment")
    _query(found, operation, parts.query.decode())
    _headers(found, operation, request)
    _security(found, operation, request, oauth)
    _required_parameters(found, operation)
    _body(found, operation, request)
    _accept(found, operation, request)
    return found


def _path(found: Found, operation: spec.Operation, url: httpx.URL, server: str) -> None:
    base = httpx.URL(server)
    if (url.scheme, url.host, url.port) != (base.scheme, base.host, base.port):
        found.faults.append(f"sent to {url.host}, not {base.host}")
    path = url.raw_path.decode().partition("?")[0]
    prefix = base.raw_path.decode().rstrip("/")
    pieces = re.split(r"\{([^}]+)\}", operation.path)
    pattern = re.escape(prefix) + "".join(re.escape(p) if i % 2 == 0 else "([^/]+)" for i, p in enumerate(pieces))
    match = re.fullmatch(pattern, path)
    if not match:
        found.faults.append(f"path {path}, not {prefix}{operation.path}")
        return
    if re.search(r"[^A-Za-z0-9._~!$&'()*+,;=:@%/-]", path):
        found.faults.append(f"the path {path} has characters that have to be encoded")
    for name, text in zip(pieces[1::2], match.groups(), strict=True):
        _take(found, operation, "path", name, unquote(text, errors="strict"))


def _query(found: Found, operation: spec.Operation, query: str) -> None:
    pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query), errors="strict")
    for name, text in pairs:
        _take(found, operation, "query", name, text)


def _headers(found: Found, operation: spec.Operation, request: httpx.Request) -> None:
    declared = {item["name"].lower(): item["name"] for item in operation.parameters if item["in"] == "header"}
    allowed = HARMLESS | {name.lower() for name in _credential_headers()}
    seen: set[str] = set()
    for raw, value in request.headers.raw:
        name = raw.decode("ascii").lower()
        if name in seen:
            found.faults.append(f"the header {name} is there twice")
        seen.add(name)
        if name in declared:
            if raw.decode("ascii") != declared[name]:
                found.faults.append(f"the header {declared[name]} is spelt {raw.decode('ascii')}")
            _take(found, operation, "header", declared[name], value.decode("ascii"))
        elif name not in allowed:
            found.faults.append(f"the header {name} is not declared")


def _take(found: Found, operation: spec.Operation, place: str, name: str, text: str) -> None:
    for item in operation.parameters:
        if item["in"] == place and item["name"] == name:
            break
    else:
        found.faults.append(f"{place} parameter {name} is not declared")
        return
    if name in found.parameters:
        found.faults.append(f"parameter {name} is there twice")
    value = deserialised(item["schema"], text)
    found.parameters[name] = value
    found.faults += [f"{place} parameter {name}: {fault}" for fault in spec.faults(item["schema"], value)]


def deserialised(schema: Any, text: str) -> Any:
    """The value that a text stands for in a path, a query or a form; the text itself if it stands for none."""
    kind = spec.resolve(schema).get("type")
    if kind == "boolean":
        return {"true": True, "false": False}.get(text, text)
    if kind == "integer":
        return int(text) if re.fullmatch(r"-?(0|[1-9]\d*)", text) else text
    if kind == "number":
        return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text
    return text


def _required_parameters(found: Found, operation: spec.Operation) -> None:
    for item in operation.parameters:
        if item.get("required") and item["name"] not in found.parameters:
            found.faults.append(f"{item['in']} parameter {item['name']} is missing")


def _credential_headers() -> dict[str, str]:
    """The header behind each security scheme."""
    found = {}
    for name, scheme in spec.bundle()["components"]["securitySchemes"].items():
        if scheme["type"] == "apiKey":
            assert scheme["in"] == "header"
            found[scheme["name"]] = name
        else:
            found["Authorization"] = name
    return found


def header_of(scheme: str) -> str:
    """The header of a security scheme."""
    node = spec.bundle()["components"]["securitySchemes"][scheme]
    return node["name"] if node["type"] == "apiKey" else "Authorization"


def _security(found: Found, operation: spec.Operation, request: httpx.Request, oauth: bool) -> None:
    present = {name for name in _credential_headers() if name in request.headers}
    wanted = [{header_of(scheme) for scheme in alternative} for alternative in operation.security] or [set()]
    with_token = [headers for headers in wanted if "Authorization" in headers]
    without = [headers for headers in wanted if "Authorization" not in headers]
    accepted = (with_token or without) if oauth else without
    if present not in accepted:
        found.faults.append(f"credentials {sorted(present)}, not {[sorted(each) for each in accepted]}")
    sent = request.headers.get("authorization")
    if sent is not None and sent != f"Bearer {calling.ACCESS_TOKEN}":
        found.faults.append("Authorization does not hold the token")
    schemes = spec.bundle()["components"]["securitySchemes"]
    for name, scheme in schemes.items():
        header = header_of(name)
        if header in present and "x-hmac-signature" in scheme:
            found.faults += signature_faults(request.headers, header, scheme["x-hmac-signature"])
    for scheme, value in (("apiKey", calling.API_KEY), ("accessUrl", calling.ACCESS_URL)):
        if header_of(scheme) in present and request.headers[header_of(scheme)] != value:
            found.faults.append(f"{header_of(scheme)} is {request.headers[header_of(scheme)]!r}")


def signature_faults(headers: httpx.Headers, name: str, how: Any) -> list[str]:
    """What is wrong with a signature and the parts that it signs, by ``x-hmac-signature``."""
    if any(header_of(part) not in headers for part in how["parts"]):
        return ["parts of the signature are missing"]
    found = []
    factor = {"seconds": 1, "milliseconds": 1000}[how["time"]["unit"]]
    time, nonce = headers[header_of(how["time"]["scheme"])], headers[header_of(how["nonce"]["scheme"])]
    if time != str(int(calling.NOW * factor)):
        found.append(f"the time is {time}")
    if not 16 <= len(nonce) <= how["nonce"]["max-length"] or not nonce.isalnum():
        found.append(f"the nonce is {nonce!r}")
    expected = signature(how, [headers[header_of(part)] for part in how["parts"]])
    if headers[name] != expected:
        found.append(f"the signature is {headers[name]}, not {expected}")
    return found


def signature(how: Any, parts: list[str]) -> str:
    """The signature of these parts."""
    algorithm = getattr(hashlib, how["algorithm"].replace("-", "").lower())
    digest = hmac.new(calling.API_SECRET.encode(), how["separator"].join(parts).encode(), algorithm).digest()
    return {"base64": base64.b64encode(digest).decode(), "hex": digest.hex()}[how["encoding"]]


def _accept(found: Found, operation: spec.Operation, request: httpx.Request) -> None:
    ranges = [item.partition(";")[0].strip() for item in request.headers.get("accept", "").split(",")]
    for media_type in operation.success:
        if not {media_type, media_type.partition("/")[0] + "/*", "*/*"} & set(ranges):
            found.faults.append(f"Accept {', '.join(ranges)} leaves out {media_type}")


def _body(found: Found, operation: spec.Operation, request: httpx.Request) -> None:
    content = request.content
    stated = request.headers.get("content-length")
    if stated is not None and stated != str(len(content)):
        found.faults.append(f"Content-Length {stated}, but {len(content)} bytes")
    if operation.body is None:
        if content or "content-type" in request.headers:
            found.faults.append("there is a body where none is declared")
        return
    media_type, schema = operation.body
    received, options = parse_options_header(request.headers.get("content-type", ""))
    if received.decode() != media_type:
        found.faults.append(f"Content-Type {received.decode()}, not {media_type}")
        return
    if media_type == "application/json":
        found.body = json.loads(content)
    elif media_type == "multipart/form-data":
        found.body = read_form(found, schema, parse_multipart(content, options[b"boundary"]))
    else:
        pairs = parse_qsl(content.decode("ascii"), keep_blank_values=True, strict_parsing=True, errors="strict")
        found.body = read_form(found, schema, [(name, None, None, text.encode()) for name, text in pairs])
    value = {k: "" if isinstance(v, tuple) else v for k, v in found.body.items()} if isinstance(found.body, dict) else 0
    found.faults += [f"body: {fault}" for fault in spec.faults(schema, value)]
    found.faults += [f"body: {name} is not declared" for name in spec.undeclared(schema, value)]


Part = tuple[str, str | None, str | None, bytes]


def read_form(found: Found, schema: Any, parts: list[Part]) -> dict[str, Any]:
    """The fields of a form, each as its schema says."""
    members, fields = spec.properties(schema), {}
    for name, filename, media_type, content in parts:
        if name in fields:
            found.faults.append(f"the field {name} is there twice")
        if calling.is_file(members.get(name, {})):
            if not filename or not media_type:
                found.faults.append(f"the file {name} has no file name or no media type")
            fields[name] = (filename, media_type, content)
        else:
            if filename is not None:
                found.faults.append(f"the field {name} has a file name")
            fields[name] = deserialised(members.get(name, {}), content.decode())
    return fields


def parse_multipart(content: bytes, boundary: bytes) -> list[Part]:
    """The parts of a form: name, file name, media type, content."""
    parts: list[Part] = []
    header, headers, data = [b"", b""], {}, BytesIO()

    def begin() -> None:
        nonlocal data
        headers.clear()
        data = BytesIO()

    def header_end() -> None:
        headers[header[0].decode("ascii").lower()] = header[1]
        header[:] = [b"", b""]

    def end() -> None:
        _, options = parse_options_header(headers["content-disposition"])
        name, filename = options[b"name"].decode(), options.get(b"filename")
        media_type = headers.get("content-type")
        parts.append(
            (
                name,
                filename.decode() if filename else None,
                media_type.decode() if media_type else None,
                data.getvalue(),
            )
        )

    def extend(index: int):  # type: ignore[no-untyped-def]
        def take(block: bytes, start: int, stop: int) -> None:
            header[index] += block[start:stop]

        return take

    parser = MultipartParser(
        boundary,
        {
            "on_part_begin": begin,
            "on_header_field": extend(0),
            "on_header_value": extend(1),
            "on_header_end": header_end,
            "on_part_data": lambda block, start, stop: data.write(block[start:stop]),
            "on_part_end": end,
        },
    )
    parser.write(content)
    parser.finalize()
    return parts
