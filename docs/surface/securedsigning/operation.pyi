from __future__ import annotations

class Operation:

    def __init__(self, id: str, method: str, http_method: str, path: str, scopes: tuple[str, ...]=(), confidence: str='inferred', sources: tuple[str, ...]=(), deprecated: bool=False) -> None:
        ...

    def __repr__(self) -> str:
        ...
