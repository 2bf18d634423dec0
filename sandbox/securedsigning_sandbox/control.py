"""What tests and demos need and the service does not have; below /_sandbox/, for programs on this machine only."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from securedsigning_sandbox import companies, flow, notifications, plan, signer_files, views
from securedsigning_sandbox.bodies import read_body
from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.file_names import plain_name
from securedsigning_sandbox.local import is_from_this_machine
from securedsigning_sandbox.recipients import add_recipient, remove_recipient
from securedsigning_sandbox.timetable import catch_up

_LARGEST = 1024 * 1024


async def control(request: Request) -> Response:
    """Run one command; JSON in, JSON out. README.md lists them."""
    if not is_from_this_machine(request):
        return ApiError(404, "Nothing is here.").response()
    state: State = request.app.state.sandbox
    command = _COMMANDS.get((request.method, request.path_params["command"]))
    if command is None:
        return ApiError(404, "This is no command of the sandbox.").response()
    try:
        sent = await read_body(request, _LARGEST) if request.method == "POST" else b""
        body = json.loads(sent or b"{}")
        if not isinstance(body, dict):
            raise TypeError("it is no JSON object")
        json.dumps(
            body, ensure_ascii=False
        ).encode()  # half a character, which JSON can hold, could be neither kept nor shown
        return JSONResponse(await run_in_threadpool(_done, command, state, body))
    except (ApiError, DocumentError) as error:
        refused = error if isinstance(error, ApiError) else ApiError(400, str(error))
        return refused.response()
    except KeyError as error:
        return ApiError(400, f"The member {error} is missing.").response()
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        return ApiError(400, f"The command cannot be read: {error}.").response()


def _done(command: Callable[[State, dict[str, Any]], Any], state: State, body: dict[str, Any]) -> Any:
    catch_up(state)
    return command(state, body)


def invitations(state: State) -> list[dict[str, Any]]:
    """The mails that were written, oldest first."""
    rows = state.store.all("SELECT * FROM mails ORDER BY id")
    return [{**dict(row), "at": views.moment(row["at"])} for row in rows]


def _invitations(state: State, _: dict[str, Any]) -> Any:
    return invitations(state)


def _sign(state: State, body: dict[str, Any]) -> Any:
    signer_files.add_all(state, _text(body, "signer"), _files(body))
    row = flow.sign(state, _text(body, "signer"), typed=_text(body, "typed", ""), values=_values(body))
    return {"document": row["reference"], "status": row["status"]}


def _values(body: dict[str, Any]) -> dict[str, str | bool]:
    values = body.get("values", {})
    if not isinstance(values, dict):
        raise TypeError("values is no object")
    wrong = next((name for name, value in values.items() if not isinstance(value, str | bool)), None)
    if wrong is not None:
        raise TypeError(f"the value of {wrong} is neither text nor true or false")
    return values


def _files(body: dict[str, Any]) -> dict[str, bytes]:
    files = body.get("files", {})
    if not isinstance(files, dict) or not all(isinstance(content, str) for content in files.values()):
        raise TypeError("files is no object of names and contents in Base64")
    return {name: base64.b64decode(content, validate=True) for name, content in files.items()}


def _decline(state: State, body: dict[str, Any]) -> Any:
    row = flow.decline(state, _text(body, "signer"), _text(body, "reason"))
    return {"document": row["reference"], "status": row["status"]}


def _clock(state: State, body: dict[str, Any]) -> Any:
    if "set" in body:
        state.clock.set(float(body["set"]))
    if "advance" in body:
        state.clock.advance(float(body["advance"]))
    return {"now": state.clock(), "offset": state.clock.offset}


def _plan(state: State, body: dict[str, Any]) -> Any:
    account = _account(state, body)
    if type(body["remaining"]) is not int:
        raise TypeError("remaining is no whole number")
    plan.set_remaining(state, account, body["remaining"])
    return {"account": account, "included": plan.included(state, account), "remaining": plan.remaining(state, account)}


def _set_account(state: State, body: dict[str, Any]) -> Any:
    account = _account(state, body)
    on_hold = _flag(body, "on_hold")
    plan.set_on_hold(state, account, on_hold)
    return {"account": account, "on_hold": on_hold}


def _company(state: State, body: dict[str, Any]) -> Any:
    return companies.add_unlinked(state, _text(body, "name"), _text(body, "email"))


def _recording(state: State, body: dict[str, Any]) -> Any:
    reference, content = _text(body, "document"), base64.b64decode(_text(body, "content"), validate=True)
    if state.store.one("SELECT 1 FROM documents WHERE reference = ?", reference) is None:
        raise ApiError(404, f"There is no document {reference}.")
    name = plain_name(_text(body, "name", "recording.mp4")) or "recording.mp4"
    with state.store.transaction():
        state.store.run("DELETE FROM recordings WHERE document = ?", reference)
        state.store.insert("recordings", document=reference, name=name, content=content)
    return {"document": reference, "name": name, "size": len(content)}


def _account(state: State, body: dict[str, Any]) -> str:
    """The account that a command names, by reference or e-mail address; the seeded one by default."""
    named = _text(body, "account", "")
    row = state.store.one("SELECT reference FROM accounts WHERE ? IN ('', reference, email) ORDER BY rowid", named)
    if row is None:
        raise ApiError(404, f"There is no account {named}.")
    return str(row["reference"])


def _reject(state: State, body: dict[str, Any]) -> Any:
    return {"status": flow.reject(state, _text(body, "document"))["status"]}


def _archive(state: State, body: dict[str, Any]) -> Any:
    return {"status": flow.archive(state, _text(body, "document"))["status"]}


def _deliveries(state: State, _: dict[str, Any]) -> Any:
    return notifications.deliveries(state)


def _resend(state: State, body: dict[str, Any]) -> Any:
    notifications.resend(state, int(body["resend"]))
    return {}


def _expire_tokens(state: State, _: dict[str, Any]) -> Any:
    state.tokens.expire_all()
    return {}


def reset(state: State) -> None:
    """Forget documents, attachments, tokens, mails, faults and the log of requests, and set the clock right."""
    state.store.clear()
    state.faults.clear()
    state.clock.offset = 0.0


def _reset(state: State, _: dict[str, Any]) -> Any:
    reset(state)
    return {}


def _faults(state: State, _: dict[str, Any]) -> Any:
    return state.faults.as_json()


def _set_faults(state: State, body: dict[str, Any]) -> Any:
    faults = state.faults
    if "add" in body:
        faults.append(body["add"])
    elif "remove" in body:
        faults.remove(body["remove"])
    elif "seed" in body and "rules" not in body:
        faults.seed = body["seed"]
    else:
        faults.replace(body["rules"], body.get("seed", 0))
    return faults.as_json()


def _text(body: dict[str, Any], name: str, default: str | None = None) -> str:
    value = body[name] if default is None else body.get(name, default)
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


def _flag(body: dict[str, Any], name: str, default: bool | None = None) -> bool:
    value = body[name] if default is None else body.get(name, default)
    if not isinstance(value, bool):
        raise TypeError(f"{name} is neither true nor false")
    return value


def _add_recipient(state: State, body: dict[str, Any]) -> Any:
    person: dict[str, str | bool] = {name: _text(body, name, "") for name in ("FirstName", "LastName", "Email")}
    person |= {name: _flag(body, name, False) for name in ("IsDefault", "IsReviewer", "IsDefaultReviewer")}
    return {"RecipientReference": add_recipient(state.store, _account(state, body), _text(body, "kind"), person)}


def _remove_recipient(state: State, body: dict[str, Any]) -> Any:
    remove_recipient(state.store, _text(body, "RecipientReference"))
    return {}


_COMMANDS: dict[tuple[str, str], Callable[[State, dict[str, Any]], Any]] = {
    ("GET", "invitations"): _invitations,
    ("GET", "mails"): _invitations,
    ("POST", "sign"): _sign,
    ("POST", "decline"): _decline,
    ("GET", "clock"): _clock,
    ("POST", "clock"): _clock,
    ("POST", "company"): _company,
    ("POST", "plan"): _plan,
    ("POST", "account"): _set_account,
    ("POST", "add-recipient"): _add_recipient,
    ("POST", "remove-recipient"): _remove_recipient,
    ("POST", "reject"): _reject,
    ("POST", "archive"): _archive,
    ("GET", "deliveries"): _deliveries,
    ("POST", "deliveries"): _resend,
    ("POST", "expire-tokens"): _expire_tokens,
    ("GET", "faults"): _faults,
    ("POST", "faults"): _set_faults,
    ("POST", "recording"): _recording,
    ("POST", "reset"): _reset,
}
