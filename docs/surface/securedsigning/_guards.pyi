from __future__ import annotations
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeGuard

def is_object(value: object) -> TypeGuard[dict[str, object]]:
    ...

def is_list(value: object) -> TypeGuard[list[object]]:
    ...
