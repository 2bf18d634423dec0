from __future__ import annotations
import os
import re
from securedsigning.errors import InputError
from securedsigning.files import open_file
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning.files import FileInput
MAX_FILE_SIZE = 100 * 1024 * 1024

class SmartTag:

    def __init__(self, *, order: int, kind: str | None, first_name: str | None, last_name: str | None, email: str | None, extra: tuple[str, ...], raw: str) -> None:
        ...

    def __repr__(self) -> str:
        ...

class SmartTagReport:

    def __init__(self, *, reason: str | None, tags: tuple[SmartTag, ...]=(), unsupported: tuple[str, ...]=(), problems: tuple[str, ...]=()) -> None:
        ...

    @property
    def orders(self) -> tuple[int, ...]:
        ...

    @property
    def orders_without_email(self) -> tuple[int, ...]:
        ...

    def check_signers(self, count: int) -> tuple[str, ...]:
        ...

    def __repr__(self) -> str:
        ...

def find_smart_tags(file: FileInput) -> SmartTagReport:
    ...
