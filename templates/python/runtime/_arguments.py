"""Arguments of the groups' methods as what is sent: parts of the path, the query, the JSON body."""

from __future__ import annotations

from urllib.parse import quote

from securedsigning._codec import UNSET, Model
from securedsigning._guards import is_list, is_object
from securedsigning._json import dumps
from securedsigning.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


def segment(value: object, argument: str) -> str:
    """A path parameter, percent-encoded.

    Raises:
        InputError: it is no text, is empty, or would change the path.
    """
    if hasattr(value, "reference"):
        raise InputError(f"{argument} is a {type(value).__name__}; pass its reference, which is a text.")
    if not isinstance(value, str):
        raise InputError(f"{argument} is a {type(value).__name__}; it is a text, as the service gave it.")
    if value.strip() in {"", ".", ".."}:
        raise InputError(f"{argument} is empty or only dots; pass the reference as the service gave it.")
    return quote(value, safe="")


def query(*parameters: tuple[str, object]) -> list[tuple[str, str]]:
    """The query parameters that have a value, as null has none there; booleans in small letters."""
    return [
        (name, ("true" if value else "false") if value.__class__ is bool else str(value))
        for name, value in parameters
        if value is not None and value is not UNSET
    ]


def json_object(*members: tuple[str, object]) -> dict[str, Any]:
    """A JSON body of the members that have a value."""
    return {name: value for name, value in members if value is not None}


def items(values: Iterable[object] | None, argument: str) -> list[object] | None:
    """A list argument; None stays None.

    Raises:
        InputError: a text was passed, whose letters would be taken for the items, or one model in place of a list.
    """
    if values is None:
        return None
    if isinstance(values, (str, bytes, Model)):
        raise InputError(f"{argument} is one {type(values).__name__}; pass a list, such as [{argument}].")
    if not hasattr(values, "__iter__"):
        raise InputError(f"{argument} is a {type(values).__name__}; pass a list.")
    return list(values)


def as_json(value: object, argument: str) -> dict[str, Any] | None:
    """A model argument as JSON; None stays None.

    Raises:
        InputError: it is no model, or holds something else where it should hold one.
    """
    if value is None:
        return None
    if not isinstance(value, Model):
        raise InputError(
            f"{argument} is a {type(value).__name__}; pass an object of securedsigning.models. "
            "Its class makes one from a dict: from_dict."
        )
    try:
        return value.to_dict()
    except (AttributeError, TypeError) as error:
        raise InputError(
            f"{argument}: the {type(value).__name__} cannot be sent: {error}. Where it holds objects, they are of "
            "securedsigning.models too."
        ) from error


def items_as_json(values: Iterable[Model] | None, argument: str) -> list[dict[str, Any] | None] | None:
    """A list of models as JSON; None stays None.

    Raises:
        InputError: it is no list, or an item is no model.
    """
    listed: Any = items(values, argument)
    return listed and [as_json(item, f"{argument}[{index}]") for index, item in enumerate(listed)]


def json_body(body: dict[str, Any], operation_id: str) -> bytes:
    """A JSON body as it is sent.

    Raises:
        InputError: it holds something that JSON does not have.
    """
    try:
        return dumps(body)
    except (TypeError, ValueError) as error:
        path, value = _unwritable(body, "$")
        hint = " The content of a file goes there in Base64." if isinstance(value, bytes) else ""
        raise InputError(f"{operation_id}: {path} cannot be written as JSON: {error}.{hint}") from error


def _unwritable(value: object, path: str) -> tuple[str, object]:
    """The place in a value that cannot be written as JSON, and what stands there."""
    members: list[tuple[str, object]] = []
    if is_object(value):
        members = [(f"{path}.{name}", member) for name, member in value.items()]
    elif is_list(value):
        members = [(f"{path}[{index}]", item) for index, item in enumerate(value)]
    for place, member in members:
        try:
            dumps(member)
        except (TypeError, ValueError):
            return _unwritable(member, place)
    return path, value
