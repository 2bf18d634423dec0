# Copied from templates/python/runtime/operation.py; edit it there.
"""What is known of one operation of the API."""

from __future__ import annotations


class Operation:
    """One operation, with where it is known from.

    Attributes:
        id: its name in the spec, such as ``sendSmartTag``.
        method: how it is called in Python, such as ``smart_tags.send_documents``.
        http_method: ``GET``, ``POST`` or ``DELETE``.
        path: its path below the base URL, with parameters in braces.
        scopes: OAuth scopes a token needs for it; what ``confidence`` says goes for them too.
        confidence: ``documented`` (an official page shows it), ``sdk-only`` (an official SDK calls it, no page shows it)
            or ``inferred``.
        sources: where it is known from.
        deprecated: whether it is obsolete.
    """

    __slots__ = ("confidence", "deprecated", "http_method", "id", "method", "path", "scopes", "sources")

    def __init__(
        self,
        id: str,  # noqa: A002 - the spec's word
        method: str,
        http_method: str,
        path: str,
        scopes: tuple[str, ...] = (),
        confidence: str = "inferred",
        sources: tuple[str, ...] = (),
        deprecated: bool = False,
    ) -> None:
        self.id = id
        self.method = method
        self.http_method = http_method
        self.path = path
        self.scopes = scopes
        self.confidence = confidence
        self.sources = sources
        self.deprecated = deprecated

    def __repr__(self) -> str:
        return f"<{self.id}: {self.http_method} {self.path}, {self.confidence}>"
