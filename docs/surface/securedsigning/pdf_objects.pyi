from __future__ import annotations
import re
import zlib
from typing import NamedTuple, TypeAlias
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
MAX_UNPACKED = 64 * 1024 * 1024

class Name(str):
    pass

class Operator(str):
    pass

class Reference(NamedTuple):
    number: int

class Array(list['Value']):
    pass

class Dictionary(dict[str, 'Value']):
    pass

class Stream(NamedTuple):
    entries: Dictionary
    data: bytes
Value: TypeAlias = int | float | bytes | Name | Operator | Reference | Array | Dictionary | Stream | None

class UnreadablePdfError(Exception):
    pass

def tokens(data: bytes, position: int=0) -> Iterator[tuple[Value, int]]:
    ...

class PdfFile:

    def __init__(self, data: bytes) -> None:
        ...

    def get(self, value: Value) -> Value:
        ...

    def dictionary(self, value: Value) -> Dictionary:
        ...

    def catalog(self) -> Dictionary:
        ...

    def unpack(self, stream: Stream) -> bytes:
        ...
