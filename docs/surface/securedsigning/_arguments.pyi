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
    ...

def query(*parameters: tuple[str, object]) -> list[tuple[str, str]]:
    ...

def json_object(*members: tuple[str, object]) -> dict[str, Any]:
    ...

def items(values: Iterable[object] | None, argument: str) -> list[object] | None:
    ...

def as_json(value: object, argument: str) -> dict[str, Any] | None:
    ...

def items_as_json(values: Iterable[Model] | None, argument: str) -> list[dict[str, Any] | None] | None:
    ...

def json_body(body: dict[str, Any], operation_id: str) -> bytes:
    ...
