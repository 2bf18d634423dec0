"""Between JSON and models: what the emitted ``decode_owned`` and ``to_dict`` methods call, and the groups' for their answers.

Decoding is lenient, since the service's answers are only partly documented: unknown members are kept, null counts as
missing, numbers and booleans may come as text. What cannot be read raises ``DecodeError`` with its place in the data.
That place is found in a second, slow pass, so that the first one need not keep track of it.
"""

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

    ModelType = TypeVar("ModelType", bound="Model")


class Unset(Enum):
    """The type of ``UNSET``: no value, where None would be sent as null.

    As an enum's only member it stays one object in copies, and type checkers know what is left after ``is not UNSET``.
    """

    UNSET = "UNSET"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return self.name


UNSET: Final = Unset.UNSET


class OpenEnum(StrEnum):
    """Known values of a text that may have others: an unknown one becomes a member of its own, equal to its text."""

    __hash__ = str.__hash__

    @classmethod
    def _missing_(cls, value: object) -> OpenEnum | None:
        if isinstance(value, int) and not isinstance(value, bool):
            value = cls._numbers().get(value, str(value))
            if value in cls._value2member_map_:
                return cls(value)
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    @classmethod
    def _numbers(cls) -> Mapping[int, str]:
        """The value behind each number that the service may send in its place."""
        return {}

    @classmethod
    def member_lookup(cls) -> Callable[[object], Self | None]:
        """A fast way from a text to its member, for known ones: ``lookup("Signed")``."""
        lookup: Any = cls._value2member_map_.get
        return lookup  # type: ignore[no-any-return]

    @property
    def is_known(self) -> bool:
        """Whether the spec lists this value."""
        return self.value in type(self)._value2member_map_


def unprinted(*names: str) -> Callable[[type, list[Attribute[Any]]], list[Attribute[Any]]]:
    """What makes attrs leave secrets out of a model's repr, by the names of their attributes."""
    return lambda _, members: [member.evolve(repr=False) if member.name in names else member for member in members]


def no_members() -> dict[str, Any]:
    """The default of ``additional_properties``."""
    return {}


class Model:
    """Base of all models.

    Attributes:
        additional_properties: members of the JSON object that the spec does not know; kept and sent back.
    """

    __slots__ = ()

    _required: ClassVar[tuple[str, ...]] = ()
    _checked: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:
        additional_properties: dict[str, Any]

        @classmethod
        def decode_owned(cls, data: dict[str, Any]) -> Self: ...

        def to_dict(self) -> dict[str, Any]: ...

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Make one from a JSON object, with the names of the API; ``data`` is left as it is.

        Raises:
            ValueError: something in it cannot be read; the message says where.
        """
        try:
            return cls.decode_owned(deepcopy({**data}))
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            problem, path = cls.explain(data, "$") or (str(error), "$")
            raise ValueError(f"{cls.__name__}: {problem} @ {path}") from None

    @classmethod
    def explain(cls, data: object, path: str) -> tuple[str, str] | None:
        """What in the data keeps it from being decoded, and where; None if nothing is found.

        Args:
            data: the JSON value.
            path: where it stands, as a JSON path.
        """
        if not is_object(data):
            return f"expected an object, found {_kind(data)}", path
        for name in cls._required:
            if name not in data:
                return "this member is missing", f"{path}.{name}"
        for name, expected in cls._checked.items():
            value = data.get(name)
            if value is not None or name in cls._required:
                found = cls._explain_member(expected, value, f"{path}.{name}")
                if found:
                    return found
        return None

    @classmethod
    def _explain_member(cls, expected: str, value: object, path: str) -> tuple[str, str] | None:
        if expected.startswith("list"):
            if not is_list(value):
                return f"expected a list, found {_kind(value)}", path
            if expected == "list":
                return None
            each = (cls._explain_member(expected[5:], item, f"{path}[{index}]") for index, item in enumerate(value))
            return next((found for found in each if found), None)
        if expected in _CHECKS:
            convert, words = _CHECKS[expected]
            try:
                convert(value)
            except (ValueError, TypeError, OverflowError):
                return f"expected {words}, found {_kind(value)}", path
            return None
        target: type[object] = getattr(sys.modules[cls.__module__], expected)
        if issubclass(target, Model):
            return target.explain(value, path)
        return None if isinstance(value, (str, int)) else (f"expected a text, found {_kind(value)}", path)


def as_boolean(value: object) -> bool:
    """A boolean that came as text or number."""
    if value in ("true", "True", "1", 1):
        return True
    if value in ("false", "False", "0", 0):
        return False
    raise ValueError(value)


def as_integer(value: object) -> int:
    """A whole number that came as text or with a fraction of zero."""
    if isinstance(value, str):
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise ValueError(value)


def as_number(value: object) -> float:
    """A number that came as text."""
    if isinstance(value, str):
        return float(value)
    raise ValueError(value)


def as_list(value: object) -> list[Any]:
    """Nothing but a list is one; a text would be taken for a list of its letters."""
    raise ValueError(value)


_CHECKS: Mapping[str, tuple[Callable[[Any], object], str]] = {
    "boolean": (lambda value: value if value.__class__ is bool else as_boolean(value), "true or false"),
    "integer": (lambda value: value if value.__class__ is int else as_integer(value), "a whole number"),
    "number": (lambda value: value if value.__class__ in (int, float) else as_number(value), "a number"),
}


def _kind(value: object) -> str:
    if value is None:
        return "null"
    for kind, words in _KINDS:
        if isinstance(value, kind):
            return words
    return type(value).__name__


_KINDS: tuple[tuple[type, str], ...] = (
    (dict, "an object"),
    (list, "a list"),
    (str, "a text"),
    (bool, "a boolean"),
    (int, "a number"),
    (float, "a number"),
)


def decode(response: httpx.Response, operation: Operation, model: type[ModelType]) -> ModelType:
    """The model in an answer.

    Raises:
        DecodeError: the body is no JSON or does not fit.
    """
    try:
        return model.decode_owned(loads(response.content))  # type: ignore[arg-type]
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise _decode_error(response, operation, model, error) from None


def decode_list(
    response: httpx.Response, operation: Operation, model: type[ModelType], *, single_or_array: bool = False
) -> list[ModelType]:
    """The models in an answer that is a JSON array.

    Args:
        response: the answer.
        operation: the operation that was called.
        model: class of the items.
        single_or_array: whether the service may also send one object where a list of one is meant.

    Raises:
        DecodeError: the body is no JSON or does not fit.
    """
    try:
        data: Any = loads(response.content)
        if data.__class__ is not list:
            if not single_or_array:
                raise _other_kind("a list", data, response, operation)
            data = [data]
        return [model.decode_owned(item) for item in data]
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise _decode_error(response, operation, model, error, many=True) from None


def decode_text(response: httpx.Response, operation: Operation) -> str:
    """The text in an answer that is a JSON string; an empty body is an empty text.

    Raises:
        DecodeError: the body is no JSON string.
    """
    if not response.content:
        return ""
    try:
        data = loads(response.content)
    except ValueError as error:
        raise _decode_error(response, operation, None, error) from None
    if not isinstance(data, str):
        raise _other_kind("a text", data, response, operation)
    return data


def _other_kind(expected: str, data: object, response: httpx.Response, operation: Operation) -> DecodeError:
    problem = f"expected {expected}, found {_kind(data)}"
    return DecodeError(problem, operation=operation, path="$", response=response)


def _decode_error(
    response: httpx.Response,
    operation: Operation,
    model: type[Model] | None,
    error: Exception,
    *,
    many: bool = False,
) -> DecodeError:
    path = "$"
    problem = f"{type(error).__name__}: {error}"
    try:
        data: object = loads(response.content)
    except ValueError as not_json:
        media_type = response.headers.get("content-type", "of no stated type").partition(";")[0]
        size = len(response.content)
        problem = f"it is no JSON ({not_json}); {size} bytes, {media_type}" if size else "the body is empty"
    else:
        if model is not None:
            listed = data if many and is_list(data) else [data]
            for index, item in enumerate(listed):
                found = model.explain(item, f"$[{index}]" if listed is data else "$")
                if found:
                    problem, path = found
                    break
    return DecodeError(problem, operation=operation, path=path, response=response)
