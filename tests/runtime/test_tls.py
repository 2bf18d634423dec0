"""Whom to trust: one context for each choice of the environment."""

from __future__ import annotations

import httpx
import pytest
from securedsigning import tls


def test_each_choice_of_the_environment_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file, a folder, both or neither; going back to a choice loads nothing anew."""
    loaded: list[object] = []

    def load() -> object:
        loaded.append(object())
        return loaded[-1]

    monkeypatch.setattr(httpx, "create_ssl_context", load)
    monkeypatch.setattr(tls, "_contexts", {})
    for _ in "12":
        for index, (file, folder) in enumerate([(None, None), ("f", None), (None, "f"), ("f", "g"), ("g", "f")]):
            for name, value in (("SSL_CERT_FILE", file), ("SSL_CERT_DIR", folder)):
                monkeypatch.delenv(name, raising=False)
                if value:
                    monkeypatch.setenv(name, value)
            assert tls.default_tls_context() is loaded[index]
    assert len(loaded) == 5
