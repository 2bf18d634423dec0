from __future__ import annotations
import sys
from copy import deepcopy
from enum import Enum, StrEnum
from securedsigning._guards import is_list, is_object
from securedsigning._json import loads
from securedsigning.errors import DecodeError
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, ClassVar, Final, Self, TypeVar
    from attrs import Attribute
    from securedsigning._http import httpx
    from securedsigning.operations import Operation
    ModelType = TypeVar('ModelType', bound='Model')

class Unset(Enum):
    UNSET = 'UNSET'

    def __bool__(self) -> bool:
        ...

    def __repr__(self) -> str:
        ...
UNSET: Final = Unset.UNSET

class OpenEnum(StrEnum):

    @classmethod
    def member_lookup(cls) -> Callable[[object], Self | None]:
        ...

    @property
    def is_known(self) -> bool:
        ...

def unprinted(*names: str) -> Callable[[type, list[Attribute[Any]]], list[Attribute[Any]]]:
    ...

def no_members() -> dict[str, Any]:
    ...

class Model:
    if TYPE_CHECKING:
        additional_properties: dict[str, Any]

        @classmethod
        def decode_owned(cls, data: dict[str, Any]) -> Self:
            ...

        def to_dict(self) -> dict[str, Any]:
            ...

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        ...

    @classmethod
    def explain(cls, data: object, path: str) -> tuple[str, str] | None:
        ...

def as_boolean(value: object) -> bool:
    ...

def as_integer(value: object) -> int:
    ...

def as_number(value: object) -> float:
    ...

def as_list(value: object) -> list[Any]:
    ...

def decode(response: httpx.Response, operation: Operation, model: type[ModelType]) -> ModelType:
    ...

def decode_list(response: httpx.Response, operation: Operation, model: type[ModelType], *, single_or_array: bool=False) -> list[ModelType]:
    ...

def decode_text(response: httpx.Response, operation: Operation) -> str:
    ...
