from __future__ import annotations
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

def environment_proxies(found: Mapping[str, str] | None=None) -> dict[str, str | None]:
    ...
