"""The UI group: addresses of pages that are shown in a frame.

That 14 is I Sign was seen; the other numbers, and that an answer holds name and address, are our choice.
"""

from __future__ import annotations

from typing import Any

from securedsigning_sandbox.context import Call
from securedsigning_sandbox.embedding import new_key
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.operations import operation

_ALONE = {14: ("I Sign", "ISign"), 15: ("We Sign", "WeSign")}
_INVITEE = 16


@operation("getUiResource")
def resource(call: Call) -> Any:
    number = call.parameters["ResourceType"]
    if number == _INVITEE:
        return invitee_page(call)
    if number not in _ALONE:
        raise ApiError(404, f"There is no page of type {number}: 14 is I Sign, 15 We Sign, 16 an invitee's signing.")
    name, product = _ALONE[number]
    token = call.token
    if token is not None and token["kind"] == "signing_key":
        raise ApiError(401, f"An invitee's token is not for {name}, only for the page of type {_INVITEE}.")
    if token is not None and product not in token["scope"].split():
        raise ApiError(401, f"The access token lacks the scope {product}; it has {token['scope'] or 'none'}.")
    return {"Name": name, "Url": f"{call.origin}/embedded/{new_key(call, product)}"}


def invitee_page(call: Call) -> dict[str, str]:
    """The page on which an invitee signs; the signing key is put behind its address."""
    return {"Name": "Sign", "Url": f"{call.origin}/sign/"}
