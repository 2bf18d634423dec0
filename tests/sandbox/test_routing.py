"""Addresses, formats, and an answer for every operation of the spec."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from answer_schemas import validator
from securedsigning_sandbox.command_line import parser
from securedsigning_sandbox.spec import load_spec

README = Path(__file__).parents[2] / "sandbox" / "README.md"
EXAMPLES = Path(__file__).parents[2] / "spec" / "examples"
SPEC = load_spec()


@pytest.mark.parametrize(
    "path", ["/web/v1.4/Account/Info", "/Web/V1.4/account/INFO", "/web/v1.4/Account/Info/", "/web/v1.3/Account/Info%20"]
)
def test_addresses_are_taken_as_clients_write_them(path: str, caller: Any) -> None:
    """Letter case, a slash and a blank at the end don't matter."""
    assert caller.http.get(path, headers=caller.headers()).status_code == 200


def test_both_verbs_where_official_clients_differ(caller: Any) -> None:
    """The .NET SDK reads two things by POST."""
    reference = caller.upload()
    for method in ("GET", "POST"):
        assert caller.call(method, f"/Document/GetDocumentUrl/{reference}").status_code == 200
        assert caller.call(method, f"/Document/Validation/{reference}").status_code == 200
    assert caller.call("POST", f"/Document/Status/{reference}").status_code == 404


def test_a_document_url_works(caller: Any) -> None:
    """The address gives the file."""
    url = caller.call("GET", f"/Document/GetDocumentUrl/{caller.upload()}").json()["Url"]
    assert caller.http.get(url).content.startswith(b"%PDF")


def test_formats_and_unknown_addresses(caller: Any) -> None:
    """json is the only format; what is no operation is 404."""
    assert caller.call("GET", "/Account/Info?format=json").status_code == 200
    assert caller.call("GET", "/Account/Info?format=xml").status_code == 400
    assert caller.call("GET", "/Account/Nothing").status_code == 404


def test_a_base_url_that_lacks_the_version(caller: Any) -> None:
    """The address that people give first; a wrong operation below a right base URL is no occasion to speak of it."""
    whole = caller.http.get("/web/v1.4/Account/Nothing").json()["ResponseStatus"]["Message"]
    assert whole == "GET /web/v1.4/Account/Nothing is no operation of the API."
    for path in ("/Account/Info", "/v1.4/Account/Info", "/web/Account/Info"):
        said = caller.http.get(path).json()["ResponseStatus"]["Message"]
        assert said == f"GET {path} is no operation of the API. The base URL of a client ends in /web/v1.4."


def test_member_names_in_any_case(caller: Any) -> None:
    """As the service's framework reads them; answers are spelt as declared."""
    body = {"documentreference": "1", "DUEDATE": "2031-01-01"}
    answer = caller.call("POST", "/Document/Extend", json=body)
    assert answer.status_code == 404  # understood; there just is no such document


def test_bodies_that_do_not_fit_name_the_member(caller: Any) -> None:
    """400 with an entry for each."""
    answer = caller.call("POST", "/SmartTag/Send", json={"DocumentReferences": "1"})
    fields = {item["FieldName"] for item in answer.json()["ResponseStatus"]["Errors"]}
    assert answer.status_code == 400
    assert fields == {"DocumentReferences", "DueDate"}
    assert caller.call("POST", "/SmartTag/Send", content=b"{").status_code == 400
    assert caller.call("POST", "/Document/Uploader", content=b"x").status_code == 400


def test_browsers_may_ask_beforehand(caller: Any) -> None:
    """CORS: the headers of a signed call are allowed."""
    asked = {
        "Origin": "http://localhost:8000",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,x-custom-api-key,x-custom-nonce",
    }
    answer = caller.http.options("/web/v1.4/SmartTag/Send", headers=asked)
    assert answer.status_code == 200


@pytest.mark.parametrize("identifier", sorted(SPEC.operations))
def test_every_operation_answers_what_the_spec_describes(identifier: str, caller: Any) -> None:
    """The example request gets a documented status, and a JSON answer fits its schema."""
    operation = SPEC.operations[identifier]
    caller.token = str(caller.sandbox.token("Basic SmartTag FormDirect FormFiller Account Billing")["access_token"])
    examples = [json.loads(path.read_text("utf-8")) for path in sorted((EXAMPLES / identifier).glob("*.json"))]
    example = next(item for item in examples if item["response"]["status"] < 300)
    request = example.get("request", {})
    path, query = operation.path, {}
    for name, value in request.get("parameters", {}).items():
        if f"{{{name}}}" in path:
            path = path.replace(f"{{{name}}}", str(value))
        else:
            query[name] = str(value).lower() if isinstance(value, bool) else str(value)
    body: dict[str, Any] = {}
    if operation.media_type == "multipart/form-data":
        fields = dict(request["body"])
        file = next(name for name, value in fields.items() if isinstance(value, dict))
        source = EXAMPLES / fields.pop(file)["$file"]
        body = {"data": fields, "files": {file: (source.name, source.read_bytes())}}
    elif operation.body is not None:
        body = {"json": request["body"]}
    answer = caller.call(operation.method, path, params=query, **body)
    assert str(answer.status_code) in operation.raw["responses"], answer.text
    response = SPEC.resolve(operation.raw["responses"][str(answer.status_code)])
    schema = response.get("content", {}).get("application/json", {}).get("schema")
    if schema is not None and schema.get("format") != "binary":
        validator(schema).validate(answer.json())
    if answer.status_code < 300:
        assert answer.headers["X-Sandbox-Behaviour"] in {"stateful", "example"}


def test_a_client_s_own_reference_may_hold_a_slash(caller: Any) -> None:
    """Percent-encoded, as the path is divided before it is decoded."""
    answer = caller.call("POST", "/Document/Uploader/A%2F12%20b", files={"upload": ("a.pdf", b"x")})
    assert caller.status(answer.json()["Reference"])["ClientReference"] == "A/12 b"


@pytest.mark.parametrize("part", ["file", "upload", "AnyThing", "body"])
def test_a_form_as_the_java_sdk_writes_it(part: str, caller: Any) -> None:
    """No line break at its end, and a part of any name."""
    head = f'--B\r\nContent-Disposition: form-data; name="{part}"; filename="a.pdf"\r\n\r\n'
    headers = {**caller.headers(), "Content-Type": "multipart/form-data; boundary=B"}
    answer = caller.call("POST", "/Document/Uploader", headers=headers, content=head.encode() + b"abc\r\n--B--")
    assert answer.status_code == 200, answer.text
    reference = answer.json()["Reference"]
    assert caller.call("GET", f"/Download/GetDocumentData/{reference}").content == b"abc"


@pytest.mark.parametrize("content", [b"", b"--B\r\nContent-Disp", b"--X\r\n\r\n--X--", b"none"])
def test_forms_that_cannot_be_read(content: bytes, caller: Any) -> None:
    """400, never a failure of the sandbox."""
    headers = {**caller.headers(), "Content-Type": "multipart/form-data; boundary=B"}
    assert caller.call("POST", "/Document/Uploader", headers=headers, content=content).status_code == 400


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"[" * 50_000, b'{"DueDate": "\\ud800"}', b"\xff", b'{"a":' * 500 + b"1" + b"}" * 500]
)
def test_bodies_that_cannot_be_read(body: bytes, caller: Any) -> None:
    """400, however odd or deep."""
    answer = caller.call("POST", "/SmartTag/Send", content=body)
    assert (answer.status_code, bool(answer.json()["ResponseStatus"]["Errors"])) == (400, True)


def test_the_log_of_requests_gives_reasons_and_no_secrets(caller: Any) -> None:
    """For API, token endpoint and login alike, on the start page."""
    caller.refusal(X_CUSTOM_NONCE=None)
    caller.http.post("/api/oauth2/token", data={"grant_type": "password", "client_id": "x", "client_secret": "hush"})
    caller.http.get("/api/oauth2/authorize", params={"client_id": "y", "state": "hush"})
    rows = caller.sandbox.state.store.all("SELECT operation, status, reason, path FROM requests ORDER BY id")
    assert [(row["operation"], row["status"]) for row in rows] == [
        ("getAccountInfo", 401),
        ("oauthToken", 401),
        ("oauthAuthorize", 400),
    ]
    assert all(row["reason"] for row in rows)
    assert "hush" not in str([tuple(row) for row in rows])
    assert "X-CUSTOM-NONCE is missing" in caller.http.get("/").text


def test_the_readme_lists_every_switch() -> None:
    """And no other."""
    switches = {
        option for action in parser()._actions for option in action.option_strings if option not in {"-h", "--help"}
    }
    rows = re.findall(r"^\| `--.*? \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert {option for row in rows for option in re.findall(r"--[a-z0-9-]+", row)} == switches
